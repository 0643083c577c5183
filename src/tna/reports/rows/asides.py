"""A row for each criterion that is not applicable, unanswered, or was left out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tna.reports.rows.inputs import Inputs
from tna.reports.words import OUT, sentence
from tna.scoring import one_decimal
from tna.scoring.result import CriterionResult


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A criterion that counts for nothing yet, or not at all; ``effect`` says what that does to the score."""

    kind: str
    id: str
    domain: str
    requirement: str
    critical: str
    why: str
    effect: str
    questions: tuple[str, ...]


def aside_rows(inputs: Inputs) -> list[AsideRow]:
    """Set aside by the assessor, unanswered, set aside by the facts, then what tailoring left out."""
    return [*_unsettled(inputs, "manual"), *_unsettled(inputs, None), *_unsettled(inputs, "automatic"), *_out(inputs)]


def _unsettled(inputs: Inputs, ruled_out: str | None) -> Iterator[AsideRow]:
    state = "not_applicable" if ruled_out else "unanswered"
    kinds = {"manual": "Not applicable, by the assessor", "automatic": "Not applicable, by the facts"}
    for result in inputs.result.criteria:
        if result.state != state or result.not_applicable != ruled_out:
            continue
        item = inputs.checklist.item[result.id]
        yield AsideRow(
            kind=kinds.get(ruled_out or "", "Unanswered"),
            id=item.id,
            domain=inputs.title(item.domain),
            requirement=item.criterion.requires,
            critical="yes" if item.criterion.critical else "no",
            why=sentence(result.why),
            effect=_effect(inputs, result, ruled_out),
            questions=result.questions,
        )


def _effect(inputs: Inputs, result: CriterionResult, ruled_out: str | None) -> str:
    domain = next(domain for domain in inputs.result.domains if domain.id == result.domain)
    if ruled_out == "automatic":
        return "None: it is no part of the score."
    if ruled_out == "manual":
        if domain.low is None:
            return f"As not met: {domain.title} low 0.0 %; now without a score."
        other = domain.low * domain.weight / (domain.weight + result.weight)
        return f"As not met: {domain.title} low {one_decimal(other)} %; now {one_decimal(domain.low)} %."
    share = 100 * result.weight / domain.weight
    return f"Holds {one_decimal(share)} points of {domain.title} between its low and its high."


def _out(inputs: Inputs) -> Iterator[AsideRow]:
    for left in inputs.checklist.left_out:
        yield AsideRow(
            kind=OUT[left.reason],
            id=left.criterion.id,
            domain=inputs.title(left.domain),
            requirement=left.criterion.requires,
            critical="yes" if left.criterion.critical else "no",
            why=sentence(left.why),
            effect="None: it is not in the checklist.",
            questions=(),
        )
