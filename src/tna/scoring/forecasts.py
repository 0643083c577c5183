"""What would be if gaps were closed (SCORING 7). A forecast is never shown as a result.

A closed gap counts as met on declared evidence, whatever showed that it was open: nobody can have seen yet what is
still to be done. So closing a critical gap alone does not lead to R4, which asks for critical criteria demonstrated.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tna.scoring.band_words import as_band
from tna.scoring.bands import LADDER, decide
from tna.scoring.measures import index_range, measure
from tna.scoring.result import BandCode, Forecast, Gap
from tna.scoring.standings import Case


def forecast(case: Case, closed: Collection[str]) -> Forecast:
    """The band and index with these gaps closed; ids that are no gap (met, or not applicable) change nothing.

    Raises:
        KeyError: an id that is not in the checklist.
    """
    for criterion in closed:
        case.checklist.item[criterion]
    standings = case.with_closed(closed)
    measured = measure(standings)
    band = as_band(case.checklist, decide(case.checklist, standings, measured))
    ids = tuple(item.id for item in case.checklist.items if item.id in closed)
    return Forecast(ids, band, index_range(measured))


def planned(case: Case, found: Sequence[Gap]) -> Forecast:
    """With every gap closed that has an accepted action due before deployment and slack of zero or more."""
    done = [gap.id for gap in found if _will_be_done(gap)]
    return forecast(case, done)


def reach_next(case: Case, found: Sequence[Gap]) -> Forecast | None:
    """The smallest set of gaps, taken greedily in order, that reaches the next band; None when none does.

    Gaps are closed in order until the band is reached; then, from the last one back, each that turns out not to be
    needed is left open again. R0 counts as R1, as which it is to be treated, so its next band is R2.
    """
    target = _next_band(_code(case, ()))
    ordered = [gap.id for gap in found]
    if target is None or _code(case, ordered) < target:
        return None
    needed = _shortest_start(case, ordered, target)
    for gap in reversed(needed[:-1]):
        without = [other for other in needed if other != gap]
        if _code(case, without) >= target:
            needed = without
    return forecast(case, needed)


def _shortest_start(case: Case, ordered: Sequence[str], target: BandCode) -> list[str]:
    """The fewest of them, from the first on, that reach the band: closing more never takes it away again."""
    low, high = 1, len(ordered)
    while low < high:
        middle = (low + high) // 2
        if _code(case, ordered[:middle]) >= target:
            high = middle
        else:
            low = middle + 1
    return list(ordered[:high])


def _code(case: Case, closed: Collection[str]) -> BandCode:
    standings = case.with_closed(frozenset(closed))
    return decide(case.checklist, standings, measure(standings)).code


def _next_band(code: BandCode) -> BandCode | None:
    if code == LADDER[-1]:
        return None
    return LADDER[1] if code == "R0" else LADDER[LADDER.index(code) + 1]


def _will_be_done(gap: Gap) -> bool:
    action = gap.action
    return action is not None and action.accepted and action.in_time and gap.slack is not None and gap.slack >= 0
