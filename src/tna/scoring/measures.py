"""Weights, domain scores, coverage and the index (SCORING 2 and 3).

Weights are multiples of a quarter, so that their sums are exact whatever the order; quotients are fractions, so that
85 is 85. Only what leaves the package is a float.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from tna.content.models import Force
from tna.scoring.result import DomainBand, DomainResult, Range, State
from tna.scoring.standings import Standings
from tna.tailoring import Checklist, Item

ForceWeights: TypeAlias = Mapping[Force, int]

WEIGHTS: ForceWeights = {"mandatory": 3, "recommended": 2, "good_practice": 1}
"""F (SCORING 2)."""

CREDIT: Mapping[State, float] = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0, "unanswered": 0.0}
"""s of an applicable criterion; unanswered counts as 0 for the low."""

DOMAIN_EDGES: tuple[tuple[int, DomainBand], ...] = ((85, "D4"), (70, "D3"), (50, "D2"))
"""From which low a domain is in which band; D1 below (SCORING 4)."""

REDUCED_OVER = 10
"""Per cent of a domain's weight that may be set not applicable by hand before its scope is called reduced."""


@dataclass(slots=True)
class Tally:
    """The weights of a domain: of all applicable criteria, of those answered, earned by them, and set aside by hand."""

    domain: str
    total: float = 0.0
    answered: float = 0.0
    earned: float = 0.0
    set_aside: float = 0.0
    holds_critical: bool = False
    critical_not_met: bool = False

    @property
    def low(self) -> Fraction:
        """The score with unanswered criteria as not met, in per cent; not to be asked where ``total`` is 0."""
        return per_cent(self.earned, self.total)

    @property
    def high(self) -> Fraction:
        """The score with unanswered criteria as met."""
        return per_cent(self.earned + self.total - self.answered, self.total)

    @property
    def coverage(self) -> Fraction:
        """The share of the weight that is answered."""
        return per_cent(self.answered, self.total)

    @property
    def scope_reduced(self) -> bool:
        """Whether so much was set not applicable by hand that the score needs the second low beside it."""
        return 100 * self.set_aside > REDUCED_OVER * (self.total + self.set_aside)

    @property
    def band(self) -> DomainBand:
        """The domain's band; D1 whatever the score when a critical criterion is not met."""
        if not self.critical_not_met:
            for edge, band in DOMAIN_EDGES:
                if self.low >= edge:
                    return band
        return "D1"


@dataclass(frozen=True, slots=True)
class Measure:
    """The tallies of the domains in the order of the checklist, and what they add up to.

    ``index`` is low and high, None when no domain has an applicable criterion: there is then nothing to take the mean
    of, and rule 2 says R0. A domain without one has no score and no coverage, and counts in no mean and no rule.
    """

    tallies: Mapping[str, Tally]
    index: tuple[Fraction, Fraction] | None
    coverage: Fraction

    @property
    def scored(self) -> list[Tally]:
        """The domains that have an applicable criterion."""
        return [tally for tally in self.tallies.values() if tally.total]


def weight(item: Item, force: ForceWeights = WEIGHTS) -> float:
    """The weight of a criterion: F x M."""
    return force[item.criterion.force] * item.multiplier


def measure(standings: Standings, force: ForceWeights = WEIGHTS) -> Measure:
    """Add up a checklist as it stands, with these weights of force."""
    tallies: dict[str, Tally] = {}
    for standing in standings:
        item, state = standing.item, standing.state
        tally = tallies.get(item.domain) or tallies.setdefault(item.domain, Tally(item.domain))
        w = force[item.criterion.force] * item.multiplier
        if state == "not_applicable":
            tally.set_aside += w if standing.not_applicable == "manual" else 0.0
            continue
        tally.total += w
        tally.earned += w * CREDIT[state]
        if state != "unanswered":
            tally.answered += w
        if item.criterion.critical is not None:
            tally.holds_critical = True
            tally.critical_not_met |= state == "not_met"
    return _add_up(tallies)


def _add_up(tallies: Mapping[str, Tally]) -> Measure:
    scored = [tally for tally in tallies.values() if tally.total]
    if not scored:
        return Measure(tallies, None, Fraction(0))
    lows = sum((tally.low for tally in scored), Fraction(0))
    highs = sum((tally.high for tally in scored), Fraction(0))
    coverage = per_cent(sum(tally.answered for tally in scored), sum(tally.total for tally in scored))
    return Measure(tallies, (lows / len(scored), highs / len(scored)), coverage)


def per_cent(part: float, whole: float) -> Fraction:
    """The exact share of two sums of weights, or of priorities (both multiples of an eighth), in per cent."""
    return Fraction(int(part * 800), int(whole * 8))


def index_range(measured: Measure) -> Range | None:
    """The index as it leaves the package."""
    if measured.index is None:
        return None
    low, high = measured.index
    return Range(float(low), float(high))


def domain_results(checklist: Checklist, standings: Standings, measured: Measure) -> tuple[DomainResult, ...]:
    """Each domain with its scores and the number of its criteria in each state."""
    counts: dict[str, dict[State, int]] = {domain: {} for domain in measured.tallies}
    for standing in standings:
        states = counts[standing.item.domain]
        states[standing.state] = states.get(standing.state, 0) + 1
    return tuple(_result(checklist, tally, counts[tally.domain]) for tally in measured.tallies.values())


def _result(checklist: Checklist, tally: Tally, counts: Mapping[State, int]) -> DomainResult:
    scored = bool(tally.total)
    everything = tally.total + tally.set_aside
    return DomainResult(
        id=tally.domain,
        title=checklist.catalogue.domain_titles[tally.domain],
        low=float(tally.low) if scored else None,
        high=float(tally.high) if scored else None,
        coverage=float(tally.coverage) if scored else None,
        band=tally.band if scored else None,
        scope_reduced=tally.scope_reduced,
        low_na_not_met=float(per_cent(tally.earned, everything)) if everything else None,
        met=counts.get("met", 0),
        partly_met=counts.get("partly_met", 0),
        not_met=counts.get("not_met", 0),
        unanswered=counts.get("unanswered", 0),
        not_applicable=counts.get("not_applicable", 0),
        weight=tally.total,
    )
