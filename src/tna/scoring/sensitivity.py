"""Whether the band hangs on the weights, or on one criterion (SCORING 8)."""

from __future__ import annotations

from tna.scoring.band_words import as_band
from tna.scoring.bands import decide
from tna.scoring.measures import ForceWeights, index_range, measure, weight
from tna.scoring.result import BandCode, Sensitivity, Weighting
from tna.scoring.standings import Case, Standing

FLAT: ForceWeights = {"mandatory": 1, "recommended": 1, "good_practice": 1}
STEEP: ForceWeights = {"mandatory": 5, "recommended": 2, "good_practice": 1}


def sensitivity(case: Case, code: BandCode) -> Sensitivity:
    """The index and band under other weights of force, and the one criterion that decides; ``code`` is the band."""
    flat, steep = _weighting(case, FLAT), _weighting(case, STEEP)
    depends = any(other.band.code != code for other in (flat, steep))
    return Sensitivity(flat, steep, depends, _decisive(case, code))


def _weighting(case: Case, force: ForceWeights) -> Weighting:
    measured = measure(case.standings, force)
    decision = decide(case.checklist, case.standings, measured)
    return Weighting(index_range(measured), as_band(case.checklist, decision))


def _decisive(case: Case, code: BandCode) -> str | None:
    """The heaviest criterion, if the band changes without it.

    Several may weigh the same: then each is taken out in turn, and the first of the checklist that changes the band is
    named, so that a tie hides nothing. Those that no rule can tell apart are tried once.
    """
    applicable = [standing for standing in case.standings if standing.state != "not_applicable"]
    heaviest = max((weight(standing.item) for standing in applicable), default=0.0)
    tried: set[tuple[object, ...]] = set()
    for standing in applicable:
        traits = _traits(standing)
        if weight(standing.item) < heaviest or traits in tried:
            continue
        tried.add(traits)
        rest = [other for other in applicable if other is not standing]
        if decide(case.checklist, rest, measure(rest)).code != code:
            return standing.item.id
    return None


def _traits(standing: Standing) -> tuple[object, ...]:
    """All that the rules look at, its weight aside."""
    return (
        standing.item.domain,
        standing.state,
        standing.critical,
        standing.mandatory,
        standing.evidence,
        standing.accepted,
        standing.accepted_in_time,
    )
