"""A row for each criterion of the checklist, applicable or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tna.content.words import describe
from tna.reports.rows.inputs import Inputs
from tna.reports.words import FORCES, GROUNDS, STATES, THRESHOLDS, sentence
from tna.scoring.measures import WEIGHTS
from tna.tailoring import Item


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion: place, requirement, answer, state, what it weighs and why, evidence and grounds.

    ``credit`` is s, ``weight`` is w = F x M, ``earned`` is w x s; ``credit`` and ``earned`` are None where they count
    for nothing. ``questions`` and ``sources`` are the ids of those that it rests on and cites.
    """

    id: str
    domain_id: str
    domain: str
    topic: str
    requirement: str
    force: str
    critical: str
    why_critical: str
    answer: str
    state: str
    why_state: str
    credit: float | None
    weight: float
    earned: float | None
    force_weight: int
    multiplier: float
    why_raised: str
    evidence: str
    met_when: str
    partly_when: str
    citation: str
    grounds: str
    threshold: str
    why_applies: str
    note: str
    questions: tuple[str, ...]
    sources: tuple[str, ...]


def criterion_rows(inputs: Inputs) -> Iterator[CriterionRow]:
    """The rows in the order of the checklist."""
    return (_row(inputs, item) for item in inputs.checklist.items)


def _row(inputs: Inputs, item: Item) -> CriterionRow:
    criterion, result = item.criterion, inputs.criteria[item.id]
    catalogue = inputs.checklist.catalogue
    return CriterionRow(
        id=item.id,
        domain_id=item.domain,
        domain=inputs.title(item.domain),
        topic=item.topic,
        requirement=criterion.requires,
        force=FORCES[criterion.force],
        critical="yes" if criterion.critical else "no",
        why_critical=criterion.critical or "",
        answer=inputs.answers(criterion),
        state=STATES[result.state],
        why_state=sentence(result.why),
        credit=result.s,
        weight=result.weight,
        earned=None if result.s is None else result.weight * result.s,
        force_weight=WEIGHTS[criterion.force],
        multiplier=result.multiplier,
        why_raised=sentence(item.why_weight),
        evidence=result.evidence or "",
        met_when=sentence(describe(criterion.met_when, catalogue)),
        partly_when=sentence(describe(criterion.partly_when, catalogue)) if criterion.partly_when else "",
        citation=inputs.places(criterion),
        grounds=GROUNDS[criterion.grounds],
        threshold=THRESHOLDS[criterion.threshold],
        why_applies=sentence(item.why_in),
        note=criterion.note or "",
        questions=criterion.rests_on,
        sources=inputs.sources(criterion),
    )
