"""A row for each gap, and for each show-stopper whether a gap or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tna.content.models import Criterion
from tna.content.reference import Remedy
from tna.content.words import describe
from tna.reports.rows.inputs import Inputs
from tna.reports.words import FORCES, GROUNDS, STATES, THRESHOLDS, counted
from tna.scoring.gaps import CRITICAL_SEVERITY, RELEVANCE, SEVERITY
from tna.scoring.measures import CREDIT
from tna.scoring.result import Gap, State

LATE = "Cannot be closed in time by the normal route: mitigate, substitute or delay."


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap: what is missing, what follows, what closes it, by when, who does it, and what the requirement rests on.

    ``priority`` is P and ``factors`` how it comes about; ``slack`` and ``lead_time`` are days, None when unknown.
    """

    gap_class: str
    priority: float
    factors: str
    id: str
    domain: str
    requirement: str
    force: str
    state: str
    answer: str
    missing: str
    consequence: str
    causes: str
    closing: str
    remedies: str
    lead_time: int | None
    lead_from: str
    latest_start: date | None
    slack: int | None
    in_time: str
    action: str
    owner: str
    due: date | None
    accepted_by: str
    citation: str
    grounds: str
    threshold: str
    questions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopperRow:
    """An applicable critical criterion: what it demands, why it stops the show, how it stands, what is done about it."""

    id: str
    domain: str
    requirement: str
    why_critical: str
    state: str
    answer: str
    evidence: str
    slack: int | None
    in_time: str
    closing: str
    action: str
    owner: str
    due: date | None
    accepted_by: str
    citation: str
    questions: tuple[str, ...]
    sources: tuple[str, ...]


def gap_rows(inputs: Inputs) -> Iterator[GapRow]:
    """The gaps in the order in which to deal with them."""
    return (_gap(inputs, gap) for gap in inputs.result.gaps)


def stopper_rows(inputs: Inputs) -> list[StopperRow]:
    """The show-stoppers, the worst state first, else in the order of the checklist."""
    worst: tuple[State, ...] = ("not_met", "unanswered", "partly_met", "met")
    found = [
        (worst.index(state), _stopper(inputs, item.criterion, item.domain))
        for item in inputs.checklist.items
        if item.criterion.critical and (state := inputs.criteria[item.id].state) in worst
    ]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def in_time(gap: Gap, deployment: date | None) -> str:
    """Whether a gap can still be closed by the normal route, in words."""
    if gap.slack is None or gap.latest_start is None:
        return "Unknown: no deployment date." if deployment is None else "Unknown: no lead time is known."
    if gap.impossible:
        return LATE
    if gap.slack < 0:
        return f"{counted(-gap.slack, 'day')} late for the normal route: start at once or substitute."
    return f"Yes, if started by {gap.latest_start}."


def _gap(inputs: Inputs, gap: Gap) -> GapRow:
    item, catalogue = inputs.checklist.item[gap.id], inputs.checklist.catalogue
    criterion, state = item.criterion, inputs.criteria[gap.id].state
    severity = CRITICAL_SEVERITY if criterion.critical else SEVERITY[criterion.force]
    action = gap.action
    return GapRow(
        gap_class=gap.gap_class,
        priority=gap.priority,
        factors=f"{severity} x {1 - CREDIT[state]:g} x {RELEVANCE[item.multiplier]} x {gap.urgency}",
        id=gap.id,
        domain=inputs.title(item.domain),
        requirement=criterion.requires,
        force=FORCES[criterion.force] + (", show-stopper" if criterion.critical else ""),
        state=STATES[state],
        answer=inputs.answers(criterion),
        missing=_missing(inputs, gap, f"Met when {describe(criterion.met_when, catalogue)}."),
        consequence=criterion.consequence,
        causes=_causes(inputs, gap),
        closing=closing(inputs, criterion),
        remedies="\n".join(_remedy(catalogue.remedies[name]) for name in criterion.remedies),
        lead_time=gap.lead_time,
        lead_from=_lead_from(inputs, gap),
        latest_start=gap.latest_start,
        slack=gap.slack,
        in_time=in_time(gap, inputs.result.deployment),
        action=action.what if action else "none recorded",
        owner=(action.owner if action else None) or "",
        due=action.due if action else None,
        accepted_by=(action.accepted_by if action else None) or "",
        citation=inputs.citation(criterion),
        grounds=GROUNDS[criterion.grounds],
        threshold=THRESHOLDS[criterion.threshold],
        questions=criterion.rests_on,
        sources=inputs.sources(criterion),
    )


def closing(inputs: Inputs, criterion: Criterion) -> str:
    """What closes a gap: the action of its criterion, else its first remedy."""
    return criterion.action or inputs.checklist.catalogue.remedies[criterion.remedies[0]].title


def _stopper(inputs: Inputs, criterion: Criterion, domain: str) -> StopperRow:
    result, gap = inputs.criteria[criterion.id], inputs.gaps.get(criterion.id)
    action = gap.action if gap else None
    return StopperRow(
        id=criterion.id,
        domain=inputs.title(domain),
        requirement=criterion.requires,
        why_critical=criterion.critical or "",
        state=STATES[result.state],
        answer=inputs.answers(criterion),
        evidence=result.evidence or "none yet",
        slack=gap.slack if gap else None,
        in_time=in_time(gap, inputs.result.deployment) if gap else "No gap.",
        closing=closing(inputs, criterion) if gap else "",
        action=action.what if action else "none recorded" if gap else "",
        owner=(action.owner if action else None) or "",
        due=action.due if action else None,
        accepted_by=(action.accepted_by if action else None) or "",
        citation=inputs.citation(criterion),
        questions=criterion.rests_on,
        sources=inputs.sources(criterion),
    )


def _missing(inputs: Inputs, gap: Gap, met_when: str) -> str:
    why = inputs.why_unsettled(gap.id)
    return f"{why} {met_when}" if why else met_when


def _causes(inputs: Inputs, gap: Gap) -> str:
    if not gap.causes:
        return "not known until it is answered"
    cause = inputs.record.causes.get(gap.id)
    reason = f" ({cause.reason})" if cause and cause.causes and cause.reason else ""
    return ", ".join(gap.causes) + reason


def _remedy(remedy: Remedy) -> str:
    owner = f" ({remedy.owner})" if remedy.owner else ""
    return f"{remedy.title}{owner}" + (f": {remedy.how_to_request}" if remedy.how_to_request else "")


def _lead_from(inputs: Inputs, gap: Gap) -> str:
    if gap.lead_from is None:
        return "not known"
    if gap.lead_from == "criterion":
        return "planning value of the criterion"
    remedy = inputs.checklist.catalogue.remedies[gap.lead_from]
    stated = "stated by the provider" if remedy.lead_time == "stated" else "our planning value"
    return f"{remedy.title} ({stated})"
