"""A row for each domain: its score, and the sums that it comes from (SCORING 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tna.reports.rows.criteria import CriterionRow
from tna.reports.rows.inputs import Inputs
from tna.reports.words import STATES

UNANSWERED, NOT_APPLICABLE = STATES["unanswered"], STATES["not_applicable"]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain. ``weight`` is W, ``earned`` the sum of w x s, ``open_weight`` the weight of what is unanswered.

    Scores are per cent, and None where no criterion is applicable. ``first`` and ``last`` are the ids of the first and
    last of its criteria in the checklist, which stand together.
    """

    id: str
    title: str
    low: float | None
    high: float | None
    coverage: float | None
    band: str
    scope_reduced: bool
    low_reduced: float | None
    weight: float
    earned: float
    open_weight: float
    met: int
    partly_met: int
    not_met: int
    unanswered: int
    not_applicable: int
    stoppers: str
    mandatory: str
    first: str
    last: str


def domain_rows(inputs: Inputs, criteria: Sequence[CriterionRow]) -> Iterator[DomainRow]:
    """The domains in the order of the catalogue."""
    for domain in inputs.result.domains:
        rows = [row for row in criteria if row.domain_id == domain.id]
        counted = [row for row in rows if row.state != NOT_APPLICABLE]
        yield DomainRow(
            id=domain.id,
            title=domain.title,
            low=domain.low,
            high=domain.high,
            coverage=domain.coverage,
            band=domain.band or "none",
            scope_reduced=domain.scope_reduced,
            low_reduced=domain.low_na_not_met,
            weight=domain.weight,
            earned=sum(row.earned or 0.0 for row in counted),
            open_weight=sum(row.weight for row in counted if row.state == UNANSWERED),
            met=domain.met,
            partly_met=domain.partly_met,
            not_met=domain.not_met,
            unanswered=domain.unanswered,
            not_applicable=domain.not_applicable,
            stoppers=_met_of([row for row in counted if row.critical == "yes"]),
            mandatory=_met_of([row for row in counted if row.force == "Mandatory"]),
            first=rows[0].id,
            last=rows[-1].id,
        )


def _met_of(rows: Sequence[CriterionRow]) -> str:
    return f"{sum(row.state == STATES['met'] for row in rows)} of {len(rows)}"
