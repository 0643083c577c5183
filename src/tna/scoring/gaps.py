"""Gaps, how urgent each is, and how much of them training would close (SCORING 6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import get_args

from tna.assessment.record import Record
from tna.content.models import Catalogue, Criterion
from tna.content.reference import Kind
from tna.scoring.measures import CREDIT, per_cent
from tna.scoring.result import Gap, GapClass
from tna.scoring.standings import Case, Standing

MARGIN = 30
"""Days kept free before deployment."""

SEVERITY = {"mandatory": 4, "recommended": 2, "good_practice": 1}
CRITICAL_SEVERITY = 5
RELEVANCE = {1.0: 1, 1.25: 2, 1.5: 3}
"""R by the multiplier M."""

EDGES: tuple[tuple[int, GapClass], ...] = ((20, "P1"), (10, "P2"), (4, "P3"))
"""From which P a gap is in which class; P4 below."""

KINDS: tuple[Kind, ...] = get_args(Kind)


def gaps(case: Case) -> tuple[Gap, ...]:
    """Every gap in the order in which to deal with them: class, P falling, slack rising with unknown last, id."""
    return tuple(sorted((_gap(case, standing) for standing in case.standings if standing.is_gap), key=_order))


def training_share(found: Sequence[Gap]) -> float | None:
    """The share of the priority of all gaps that training alone closes, in per cent; None when there is no gap.

    An unanswered gap has no cause yet, so it counts in the whole but never in the part.
    """
    whole = sum(gap.priority for gap in found)
    if not whole:
        return None
    return float(per_cent(sum(gap.priority for gap in found if gap.training_only), whole))


def lead_time(criterion: Criterion, catalogue: Catalogue) -> tuple[int | None, str | None]:
    """The days that closing it takes, and where they are from: ``"criterion"`` or the id of its first remedy."""
    if criterion.lead_time_days is not None:
        return criterion.lead_time_days, "criterion"
    first = criterion.remedies[0]
    days = catalogue.remedies[first].lead_time_days
    return days, None if days is None else first


def _gap(case: Case, standing: Standing) -> Gap:
    criterion = standing.item.criterion
    days, source = lead_time(criterion, case.checklist.catalogue)
    latest_start = None if days is None or case.deployment is None else case.deployment - timedelta(days + MARGIN)
    slack = None if latest_start is None else (latest_start - case.as_of).days
    urgency = _urgency(slack)
    priority = _severity(criterion) * (1 - CREDIT[standing.state]) * RELEVANCE[standing.item.multiplier] * urgency
    gap_class = _class(standing, priority)
    causes = _causes(standing, case.situation.record)
    return Gap(
        id=standing.item.id,
        gap_class=gap_class,
        priority=priority,
        slack=slack,
        urgency=urgency,
        urgency_flagged=slack is None,
        lead_time=days,
        lead_from=source,
        latest_start=latest_start,
        impossible=gap_class == "P1" and slack is not None and slack < 0,
        causes=causes,
        training_only=causes == ("training",),
        action=standing.action,
    )


def _severity(criterion: Criterion) -> int:
    return CRITICAL_SEVERITY if criterion.critical else SEVERITY[criterion.force]


def _urgency(slack: int | None) -> int:
    if slack is None:
        return 2
    return 3 if slack < 0 else 2 if slack < 60 else 1


def _class(standing: Standing, priority: float) -> GapClass:
    if standing.critical and standing.state != "partly_met":
        return "P1"
    return next((gap_class for edge, gap_class in EDGES if priority >= edge), "P4")


def _causes(standing: Standing, record: Record) -> tuple[Kind, ...]:
    """What the assessor set, else the kind of the criterion; in one order, whatever the order they were picked in."""
    if standing.state == "unanswered":
        return ()
    cause = record.causes.get(standing.item.id)
    chosen = cause.causes if cause is not None and cause.causes else (standing.item.criterion.kind,)
    return tuple(kind for kind in KINDS if kind in chosen)


def _order(gap: Gap) -> tuple[GapClass, float, bool, int, str]:
    return gap.gap_class, -gap.priority, gap.slack is None, gap.slack or 0, gap.id
