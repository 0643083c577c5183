"""What scoring says, as frozen models (SCORING 9). Numbers are unrounded; shares and scores are per cent, 0 to 100."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tna.assessment.record import Grade
from tna.content.models import Depth
from tna.content.reference import Kind

State = Literal["met", "partly_met", "not_met", "unanswered", "not_applicable"]
"""The state of a criterion (SCORING 1)."""

NotApplicable = Literal["automatic", "manual"]
"""Who ruled a criterion out: the facts, or the assessor with a reason."""

BandCode = Literal["R0", "R1", "R2", "R3", "R4"]
DomainBand = Literal["D1", "D2", "D3", "D4"]
GapClass = Literal["P1", "P2", "P3", "P4"]

BAND_NAMES: dict[BandCode, str] = {
    "R0": "Not determined",
    "R1": "Not ready",
    "R2": "Partly ready",
    "R3": "Ready with conditions",
    "R4": "Ready",
}
"""The bands by code; R0 is no rung of the ladder and is treated as not ready (SCORING 4)."""


@dataclass(frozen=True, slots=True)
class Range:
    """From what holds if every open criterion is unmet (``low``) to what holds if every one is met (``high``)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """The band, the rule of SCORING 4 that fixed it (1 to 4), and what holds it there.

    ``because`` says it in a plain sentence. ``criteria`` and ``domains`` are the ids that hold the band where it is, in
    the order of the checklist; both are empty when nothing does (R4) or when the depth of the assessment does.
    """

    code: BandCode
    name: str
    rule: int
    because: str
    criteria: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DomainResult:
    """A domain (SCORING 3). Its numbers are None when none of its criteria is applicable (``weight`` is 0).

    ``low_na_not_met`` is the low with criteria that were set not applicable by hand counted as not met; it equals
    ``low`` where there are none. ``weight`` is the sum of the weights of the applicable criteria (W).
    """

    id: str
    title: str
    low: float | None
    high: float | None
    coverage: float | None
    band: DomainBand | None
    scope_reduced: bool
    low_na_not_met: float | None
    met: int
    partly_met: int
    not_met: int
    unanswered: int
    not_applicable: int
    weight: float


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion of the checklist, applicable or not.

    ``s`` is 1, 0.5 or 0, and None while unanswered or not applicable. ``evidence`` is None in the same cases.
    ``why`` says in words why it is unanswered or not applicable, and is empty otherwise. ``questions`` are the ids of
    the domain questions that it rests on. ``weight`` is F x M, also where it is not applicable and counts nowhere.
    """

    id: str
    domain: str
    state: State
    not_applicable: NotApplicable | None
    why: str
    s: float | None
    weight: float
    multiplier: float
    evidence: Grade | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The share of the applicable weight that rests on each grade or a better one, in per cent (SCORING 5)."""

    declared: float
    documented: float
    demonstrated: float
    verified: float


@dataclass(frozen=True, slots=True)
class Mandatory:
    """How many of the applicable mandatory criteria are met."""

    met: int
    of: int


@dataclass(frozen=True, slots=True)
class GapAction:
    """The action on a gap, and whether it counts: accepted by somebody, and due before the deployment date."""

    what: str
    owner: str | None
    due: date | None
    accepted_by: str | None
    accepted: bool
    in_time: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """An applicable criterion that is partly met, not met or unanswered, and how urgent it is (SCORING 6).

    ``slack`` and ``lead_time`` are days; None when unknown, and then ``urgency_flagged`` is true. ``lead_from`` is
    ``"criterion"`` or the id of the remedy that gave the lead time. ``latest_start`` is the last day on which the
    normal route still ends 30 days before deployment. ``impossible``: P1 with negative slack; it cannot be closed in
    time by the normal route. ``causes`` is empty while unanswered. ``action`` is the accepted or proposed action, as
    the record has it: see ``Record.actions``; ``action_accepted`` says whether somebody accepted it.
    """

    id: str
    gap_class: GapClass
    priority: float
    slack: int | None
    urgency: int
    urgency_flagged: bool
    lead_time: int | None
    lead_from: str | None
    latest_start: date | None
    impossible: bool
    causes: tuple[Kind, ...]
    training_only: bool
    action: GapAction | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The band and index if these gaps were closed (SCORING 7). Never to be shown as a result."""

    closed: tuple[str, ...]
    band: Band
    index: Range | None


@dataclass(frozen=True, slots=True)
class Weighting:
    """The index and band under other weights of force (SCORING 8)."""

    index: Range | None
    band: Band


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Whether the band hangs on the weights: with mandatory, recommended, good practice at 1/1/1 and at 5/2/1.

    ``decisive_criterion`` is the heaviest criterion if the band changes without it, else None.
    """

    flat: Weighting
    steep: Weighting
    band_depends_on_weighting: bool
    decisive_criterion: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """The whole result of an assessment on a day.

    ``index`` is None, and ``coverage`` 0, when no criterion is applicable. ``training_share`` is the share of the
    priority of all gaps that training alone would close; None when there is no gap, since there is then nothing to
    share. ``domains``
    holds the domains in scope that have a criterion in the checklist, in the order of the catalogue; ``in_scope`` names
    all that were chosen, ``left_out`` the applicable ones that were not. ``planned`` is the forecast with every
    accepted action that is in time; ``next_five`` the one with the first five gaps closed.
    """

    as_of: date
    edition: str
    digest: str
    depth: Depth
    in_scope: tuple[str, ...]
    left_out: tuple[str, ...]
    deployment: date | None
    days_to_deployment: int | None
    band: Band
    index: Range | None
    coverage: float
    domains: tuple[DomainResult, ...]
    evidence: Evidence
    mandatory: Mandatory
    criteria: tuple[CriterionResult, ...]
    gaps: tuple[Gap, ...]
    training_share: float | None
    sensitivity: Sensitivity
    planned: Forecast
    next_five: Forecast


@dataclass(frozen=True, slots=True)
class Live:
    """What the walk shows after every key: states by criterion, domains, and the critical criteria not met or open."""

    states: dict[str, State]
    domains: tuple[DomainResult, ...]
    show_stoppers: tuple[str, ...]
    undecided: tuple[str, ...]
