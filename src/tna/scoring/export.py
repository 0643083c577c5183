"""The result as plain JSON types (SCORING 9)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, overload

from tna.scoring.result import CriterionResult, DomainResult, Evidence, Forecast, Gap, Range, Result, Sensitivity


@overload
def one_decimal(number: float) -> float: ...
@overload
def one_decimal(number: None) -> None: ...
def one_decimal(number: float | None) -> float | None:
    """Rounded to one decimal, half up: 66.65 is 66.7. None stays None.

    The shortest decimal form of a float is what is rounded, so that a score of exactly 66.65 is not taken for the
    binary number just under it.
    """
    return None if number is None else float(Decimal(repr(number)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def to_json(result: Result, assessment_id: str) -> dict[str, Any]:
    """What ``tna score --json`` prints, with one decimal; weights as they are.

    Null stands for what is not defined: the numbers of a domain (or the index) without an applicable criterion, the
    slack of a gap whose lead time or deployment date is unknown, the training share when there is no gap.
    """
    band = result.band
    return {
        "assessment": assessment_id,
        "as_of": result.as_of.isoformat(),
        "edition": result.edition,
        "band": {"code": band.code, "name": band.name, "rule": band.rule, "criteria": list(band.criteria)},
        "index": _index(result.index),
        "coverage": one_decimal(result.coverage),
        "domains": [_domain(domain) for domain in result.domains],
        "evidence": _evidence(result.evidence),
        "mandatory": {"met": result.mandatory.met, "of": result.mandatory.of},
        "criteria": [_criterion(criterion) for criterion in result.criteria],
        "gaps": [_gap(gap) for gap in result.gaps],
        "training_share": one_decimal(result.training_share),
        "sensitivity": _sensitivity(result.sensitivity),
        "planned": _planned(result.planned),
    }


def _index(index: Range | None) -> dict[str, float | None]:
    low, high = _pair(index)
    return {"low": low, "high": high}


def _pair(index: Range | None) -> list[float | None]:
    return [None, None] if index is None else [one_decimal(index.low), one_decimal(index.high)]


def _domain(domain: DomainResult) -> dict[str, Any]:
    return {
        "domain": domain.id,
        "low": one_decimal(domain.low),
        "high": one_decimal(domain.high),
        "coverage": one_decimal(domain.coverage),
        "band": domain.band,
        "scope_reduced": domain.scope_reduced,
        "met": domain.met,
        "partly_met": domain.partly_met,
        "not_met": domain.not_met,
        "unanswered": domain.unanswered,
        "not_applicable": domain.not_applicable,
    }


def _evidence(evidence: Evidence) -> dict[str, float]:
    return {
        "declared": one_decimal(evidence.declared),
        "documented": one_decimal(evidence.documented),
        "demonstrated": one_decimal(evidence.demonstrated),
        "verified": one_decimal(evidence.verified),
    }


def _criterion(criterion: CriterionResult) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "domain": criterion.domain,
        "state": criterion.state,
        "weight": criterion.weight,
        "evidence": criterion.evidence,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "id": gap.id,
        "class": gap.gap_class,
        "priority": one_decimal(gap.priority),
        "slack": gap.slack,
        "urgency": gap.urgency,
        "causes": list(gap.causes),
    }


def _sensitivity(found: Sensitivity) -> dict[str, Any]:
    return {
        "1/1/1": _pair(found.flat.index),
        "5/2/1": _pair(found.steep.index),
        "band_depends_on_weighting": found.band_depends_on_weighting,
        "decisive_criterion": found.decisive_criterion,
    }


def _planned(forecast: Forecast) -> dict[str, Any]:
    return {"band": forecast.band.code, "index": _index(forecast.index)}
