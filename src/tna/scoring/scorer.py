"""The whole result, the live view of the walk, and the what-ifs that screens ask for (SCORING).

Functions of their arguments alone: the same checklist, record and day give the same result.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from tna.assessment.record import GRADES, Record
from tna.assessment.situation import Situation
from tna.scoring.band_words import as_band
from tna.scoring.bands import decide
from tna.scoring.evidence import RANK
from tna.scoring.forecasts import forecast, planned, reach_next
from tna.scoring.gaps import gaps, training_share
from tna.scoring.measures import CREDIT, domain_results, index_range, measure, per_cent, weight
from tna.scoring.reasons import why
from tna.scoring.result import CriterionResult, Evidence, Forecast, Live, Mandatory, Result
from tna.scoring.sensitivity import sensitivity
from tna.scoring.standings import SETTLED, Case, Standing, Standings, case, state_of
from tna.tailoring import Checklist

NEXT_FIVE = 5


def score(checklist: Checklist, record: Record, as_of: date) -> Result:
    """Everything that is said of an assessment on a day (SCORING 1 to 8)."""
    found = case(checklist, record, as_of)
    measured = measure(found.standings)
    band = as_band(checklist, decide(checklist, found.standings, measured))
    open_gaps = gaps(found)
    return Result(
        as_of=as_of,
        edition=checklist.catalogue.edition.edition,
        digest=checklist.catalogue.digest,
        depth=checklist.depth,
        in_scope=checklist.domains,
        left_out=checklist.domains_left_out,
        deployment=found.deployment,
        days_to_deployment=None if found.deployment is None else (found.deployment - as_of).days,
        band=band,
        index=index_range(measured),
        coverage=float(measured.coverage),
        domains=domain_results(checklist, found.standings, measured),
        evidence=_evidence(found.standings),
        mandatory=_mandatory(found.standings),
        criteria=tuple(_criterion(found, standing) for standing in found.standings),
        gaps=open_gaps,
        training_share=training_share(open_gaps),
        sensitivity=sensitivity(found, band.code),
        planned=planned(found, open_gaps),
        next_five=forecast(found, [gap.id for gap in open_gaps[:NEXT_FIVE]]),
    )


def live(situation: Situation) -> Live:
    """States, domains and show-stoppers of a walk under way: cheap enough for every key."""
    checklist = situation.checklist
    standings = [Standing(item, *state_of(situation, item)) for item in checklist.items]
    return Live(
        states={standing.item.id: standing.state for standing in standings},
        domains=domain_results(checklist, standings, measure(standings)),
        show_stoppers=tuple(s.item.id for s in standings if s.critical and s.state == "not_met"),
        undecided=tuple(s.item.id for s in standings if s.critical and s.state == "unanswered"),
    )


def what_if(checklist: Checklist, record: Record, as_of: date, closed: Collection[str]) -> Forecast:
    """The band and index if these gaps were closed (SCORING 7).

    For the next n in order, give the ids of the first n of ``Result.gaps``.

    Raises:
        KeyError: an id that is not in the checklist.
    """
    return forecast(case(checklist, record, as_of), closed)


def reach_next_band(checklist: Checklist, record: Record, as_of: date) -> Forecast | None:
    """The smallest set of gaps, taken greedily in order, that reaches the next band (SCORING 7).

    None when no set of gaps does: at R4, or when what is missing is no gap (evidence, or a screen's depth).
    """
    found = case(checklist, record, as_of)
    return reach_next(found, gaps(found))


def _criterion(found: Case, standing: Standing) -> CriterionResult:
    settled = standing.state in SETTLED
    return CriterionResult(
        id=standing.item.id,
        domain=standing.item.domain,
        state=standing.state,
        not_applicable=standing.not_applicable,
        why=why(found.situation, standing),
        s=CREDIT[standing.state] if settled else None,
        weight=weight(standing.item),
        multiplier=standing.item.multiplier,
        evidence=GRADES[standing.evidence - 1] if settled else None,
        questions=standing.item.criterion.rests_on,
    )


def _evidence(standings: Standings) -> Evidence:
    """Shares of all applicable weight; unanswered criteria have no evidence, so they are in the whole alone."""
    applicable = [standing for standing in standings if standing.state != "not_applicable"]
    whole = sum(weight(standing.item) for standing in applicable)
    if not whole:
        return Evidence(0.0, 0.0, 0.0, 0.0)
    parts = (sum(weight(s.item) for s in applicable if s.evidence >= RANK[grade]) for grade in GRADES)
    return Evidence(*(float(per_cent(part, whole)) for part in parts))


def _mandatory(standings: Standings) -> Mandatory:
    applicable = [s for s in standings if s.mandatory and s.state != "not_applicable"]
    return Mandatory(met=sum(s.state == "met" for s in applicable), of=len(applicable))
