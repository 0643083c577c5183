"""The rules that decide the band (SCORING 4). The first that fires decides; each says what holds the band down.

How the corners are read, always in the way that flatters least:

* A domain without an applicable criterion has no coverage and no low, so no rule looks at it. Without any such domain
  there is no index either: rule 2 gives R0, since nothing was judged.
* A critical criterion that was set not applicable is unanswered, so rule 2 holds the result at R0.
* *Every critical is met on evidence demonstrated or better* asks each applicable critical criterion, after ageing.
* An action is *due before deployment* only when both dates are known and the due date is the earlier day.
* Rule 1 lists the critical criteria not met. Rule 2 lists what has to be answered first: critical unanswered criteria,
  the unanswered ones of each domain whose coverage is short, and all of them where the overall coverage is short.
  Rule 3 lists what keeps the next band away: criteria that miss a condition of it and, behind a score that is too low,
  every gap that takes from this score. For R4 nothing is listed.
* A cap is named (rule 4) only where it takes the band below what rule 3 gave. After the conditions of rule 3 only the
  cap of a screen can do so: a critical criterion partly met already fails R4, and R3 when no accepted action is in
  time; a critical domain below 70 already fails R4, and below 50 R3. The other two caps stand as a second lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tna.scoring.evidence import DEMONSTRATED
from tna.scoring.measures import Measure, weight
from tna.scoring.result import BandCode
from tna.scoring.standings import Standing, Standings
from tna.tailoring import Checklist

DOMAIN_COVERAGE = 80
OVERALL_COVERAGE = 90
READY_COVERAGE = 95
PARTLY_MANDATORY = 5
"""Per cent of the mandatory weight that may be partly met in R4."""

LADDER: tuple[BandCode, ...] = ("R1", "R2", "R3", "R4")
INDEX_EDGE: dict[BandCode, int] = {"R4": 85, "R3": 70, "R2": 50}
DOMAIN_EDGE: dict[BandCode, int] = {"R4": 70, "R3": 50, "R2": 0}
ONE_ABOVE: dict[str, BandCode] = {"D1": "R2", "D2": "R3", "D3": "R4", "D4": "R4"}
"""How far the worst domain band among the critical domains lets the band go."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A condition that does not hold: in words, with places for the ids, and which criteria and domains miss it."""

    says: str
    criteria: Standings = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A band, the rule that fixed it, and what holds it there."""

    code: BandCode
    rule: int
    shortfalls: tuple[Shortfall, ...]


def decide(checklist: Checklist, standings: Standings, measured: Measure) -> Decision:
    """The band of a checklist as it stands; ``measured`` is taken of the same standings."""
    applicable = [standing for standing in standings if standing.state != "not_applicable"]
    not_met = [standing for standing in applicable if standing.critical and standing.state == "not_met"]
    if not_met:
        return Decision("R1", 1, (Shortfall("critical and not met: {criteria}", not_met),))
    undetermined = tuple(_undetermined(applicable, measured))
    if undetermined:
        return Decision("R0", 2, undetermined)
    return capped(_by_score(applicable, measured), caps(checklist, applicable, measured))


def _undetermined(applicable: Standings, measured: Measure) -> Iterator[Shortfall]:
    """Rule 2: what has to be answered before there is a result."""
    if measured.index is None:
        yield Shortfall("no criterion applies, so there is nothing to judge")
        return
    unanswered = [standing for standing in applicable if standing.state == "unanswered"]
    critical = [standing for standing in unanswered if standing.critical]
    if critical:
        yield Shortfall("critical and unanswered: {criteria}", critical)
    short = tuple(tally.domain for tally in measured.scored if tally.coverage < DOMAIN_COVERAGE)
    if short:
        behind = [standing for standing in unanswered if standing.item.domain in short]
        yield Shortfall(f"less than {DOMAIN_COVERAGE} % of the weight is answered in {{domains}}", behind, short)
    if measured.coverage < OVERALL_COVERAGE:
        yield Shortfall(f"less than {OVERALL_COVERAGE} % of the whole weight is answered", unanswered)


def _by_score(applicable: Standings, measured: Measure) -> Decision:
    """Rule 3: the highest band whose conditions all hold, and what the next one misses."""
    missed: tuple[Shortfall, ...] = ()
    for code in reversed(LADDER[1:]):
        found = (*_criteria_short(code, applicable), *_score_short(code, applicable, measured))
        if not found:
            return Decision(code, 3, missed)
        missed = found
    return Decision("R1", 3, missed)


def _criteria_short(code: BandCode, applicable: Standings) -> Iterator[Shortfall]:
    for says, misses in CONDITIONS.get(code, ()):
        found = [standing for standing in applicable if misses(standing)]
        if found:
            yield Shortfall(says + ": {criteria}", found)
    if code == "R4":
        partly = [standing for standing in applicable if _mandatory_partly(standing)]
        mandatory = [standing for standing in applicable if standing.mandatory]
        if 100 * _weight(partly) > PARTLY_MANDATORY * _weight(mandatory):
            yield Shortfall(f"partly met, over {PARTLY_MANDATORY} % of the mandatory weight: {{criteria}}", partly)


def _score_short(code: BandCode, applicable: Standings, measured: Measure) -> Iterator[Shortfall]:
    gaps = [standing for standing in applicable if standing.is_gap]
    if measured.index is not None and measured.index[0] < INDEX_EDGE[code]:
        yield Shortfall(f"the low of the index is under {INDEX_EDGE[code]}", gaps)
    short = tuple(tally.domain for tally in measured.scored if tally.low < DOMAIN_EDGE[code])
    if short:
        behind = [standing for standing in gaps if standing.item.domain in short]
        yield Shortfall(f"the low is under {DOMAIN_EDGE[code]} in {{domains}}", behind, short)
    if code == "R4" and measured.coverage < READY_COVERAGE:
        unanswered = [standing for standing in gaps if standing.state == "unanswered"]
        yield Shortfall(f"less than {READY_COVERAGE} % of the whole weight is answered", unanswered)


def caps(checklist: Checklist, applicable: Standings, measured: Measure) -> Iterator[tuple[BandCode, Shortfall]]:
    """Rule 4: the highest band that each cap allows."""
    partly = [standing for standing in applicable if standing.critical and standing.state == "partly_met"]
    unaccepted = [standing for standing in partly if not standing.accepted]
    if unaccepted:
        yield "R2", Shortfall("critical and partly met, with no accepted action: {criteria}", unaccepted)
    if partly:
        yield "R3", Shortfall("critical and partly met: {criteria}", partly)
    for tally in measured.scored:
        if tally.holds_critical and ONE_ABOVE[tally.band] != "R4":
            behind = [standing for standing in applicable if standing.is_gap and standing.item.domain == tally.domain]
            says = f"{{domains}}, which holds a critical criterion, is in band {tally.band}"
            yield ONE_ABOVE[tally.band], Shortfall(says, behind, (tally.domain,))
    if checklist.depth == "screen":
        yield "R3", Shortfall("a screen looks at critical and mandatory criteria only")


def capped(scored: Decision, caps: Iterator[tuple[BandCode, Shortfall]]) -> Decision:
    """The lowest cap that is under the band by score, with all that hold it there; else the band by score."""
    lower = [(limit, shortfall) for limit, shortfall in caps if limit < scored.code]
    if not lower:
        return scored
    lowest = min(limit for limit, _ in lower)
    return Decision(lowest, 4, tuple(shortfall for limit, shortfall in lower if limit == lowest))


def _weight(standings: Standings) -> float:
    """Only used as a share among mandatory criteria, where any weight of force cancels out."""
    return sum(weight(standing.item) for standing in standings)


def _mandatory_open(standing: Standing) -> bool:
    return standing.mandatory and standing.state in ("not_met", "unanswered")


def _mandatory_partly(standing: Standing) -> bool:
    return standing.mandatory and standing.state == "partly_met"


def _critical_partly(standing: Standing) -> bool:
    return standing.critical and standing.state == "partly_met"


def _weakly_shown(standing: Standing) -> bool:
    return standing.critical and standing.state == "met" and standing.evidence < DEMONSTRATED


NOT_IN_TIME = "with no accepted action due before deployment"

CONDITIONS: dict[BandCode, tuple[tuple[str, Callable[[Standing], bool]], ...]] = {
    "R4": (
        ("critical and only partly met", _critical_partly),
        ("critical, on evidence below demonstrated", _weakly_shown),
        ("mandatory and not met or unanswered", _mandatory_open),
        ("mandatory and partly met, with no accepted action", lambda s: _mandatory_partly(s) and not s.accepted),
    ),
    "R3": (
        (f"mandatory and open, {NOT_IN_TIME}", lambda s: _mandatory_open(s) and not s.accepted_in_time),
        (f"critical and partly met, {NOT_IN_TIME}", lambda s: _critical_partly(s) and not s.accepted_in_time),
    ),
}
"""What criteria of their own can miss, by the band that asks it (rule 3)."""
