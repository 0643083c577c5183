"""A row for each question that is put, or that holds an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tna.assessment.record import GRADES, Answer
from tna.reports.rows.inputs import Inputs
from tna.reports.words import TYPES
from tna.scoring.evidence import rank
from tna.tailoring import Placed


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question as asked, its answer, and what the answer is shown by.

    ``raw`` is the value as stored. ``counts_as`` is the evidence grade after ageing, on the day of the
    result. ``serves`` names the criteria that rest on it.
    """

    id: str
    domain: str
    section: str
    question: str
    type: str
    asked: str
    answer: str
    raw: str | int | float | None
    evidence: str
    counts_as: str
    reference: str
    evidence_date: date | None
    valid_until: date | None
    note: str
    flag: str
    criteria: tuple[str, ...]
    serves: str


def answer_rows(inputs: Inputs) -> Iterator[AnswerRow]:
    """The rows in the order of the walk, the profile first."""
    for placed in inputs.checklist.questions:
        asked = inputs.situation.asked(placed.id)
        answer = inputs.situation.answer(placed.id)
        if asked is not False or answer.status != "open":
            yield _row(inputs, placed, asked, answer)


def _row(inputs: Inputs, placed: Placed, asked: bool | None, answer: Answer) -> AnswerRow:
    value = answer.value
    return AnswerRow(
        id=placed.id,
        domain=inputs.title(placed.domain) if placed.criteria or not placed.question.is_profile else "The unit",
        section=placed.section,
        question=placed.question.ask,
        type=TYPES[placed.question.type],
        asked="yes" if asked else "not yet: hangs on an open answer" if asked is None else "no longer: decides nothing",
        answer=inputs.answer(placed.id) if asked else "see the raw value" if answer.status == "value" else "",
        raw=", ".join(value) if isinstance(value, list) else value,
        evidence=answer.evidence or "",
        counts_as=GRADES[rank(answer, inputs.result.as_of) - 1] if asked and answer.status == "value" else "",
        reference=answer.ref or "",
        evidence_date=answer.evidence_date,
        valid_until=answer.valid_until,
        note=answer.note or "",
        flag="flagged" if answer.flag else "",
        criteria=placed.criteria,
        serves=", ".join(placed.criteria) or ("a fact about the unit" if placed.question.is_profile else "none"),
    )
