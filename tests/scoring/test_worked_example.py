"""Section 10 of SCORING, every figure of it."""

from __future__ import annotations

import pytest

from tests.scoring.build import AS_OF, DEPLOYS, Spec, answer, checklist, record
from tna.scoring import Result, one_decimal, reach_next_band, score, to_json

SPECS = (
    Spec("MED-1", "medical", critical=True, threat="high", lead=45),
    Spec("MED-2", "medical", threat="high"),
    Spec("MED-3", "medical", force="recommended", threat="moderate"),
    Spec("MED-4", "medical", force="good_practice"),
    Spec("IED-1", "explosive", critical=True, threat="high"),
    Spec("IED-2", "explosive", threat="high", lead=60),
    Spec("IED-3", "explosive", force="recommended", threat="high"),
    Spec("IED-4", "explosive", force="recommended", threat="high"),
    Spec("CND-1", "conduct", critical=True),
    Spec("CND-2", "conduct"),
    Spec("CND-3", "conduct", force="recommended"),
    Spec("CND-4", "conduct", force="good_practice", kind="procedure", lead=20),
)
ANSWERS = {
    "medical.med_1": answer("no", "declared"),
    "medical.med_2": answer("yes", "documented"),
    "medical.med_3": answer("yes", "documented"),
    "medical.med_4": answer("yes", "declared"),
    "explosive.ied_1": answer("yes", "demonstrated"),
    "explosive.ied_2": answer("partly", "documented"),
    "explosive.ied_4": answer("yes", "documented"),
    "conduct.cnd_1": answer("yes", "demonstrated"),
    "conduct.cnd_2": answer("yes", "documented"),
    "conduct.cnd_3": answer("na"),
    "conduct.cnd_4": answer("no", "declared"),
}
RECORD = record(ANSWERS, causes={"IED-2": ("training", "equipment")})


@pytest.fixture(scope="module")
def result() -> Result:
    return score(checklist(*SPECS), RECORD, AS_OF)


def test_weights(result: Result) -> None:
    weights = {criterion.id: criterion.weight for criterion in result.criteria}
    assert weights == {
        "MED-1": 4.5,
        "MED-2": 4.5,
        "MED-3": 2.5,
        "MED-4": 1.0,
        "IED-1": 4.5,
        "IED-2": 4.5,
        "IED-3": 3.0,
        "IED-4": 3.0,
        "CND-1": 3.0,
        "CND-2": 3.0,
        "CND-3": 2.0,
        "CND-4": 1.0,
    }


def test_domains(result: Result) -> None:
    medical, explosive, conduct = result.domains
    assert (medical.weight, explosive.weight, conduct.weight) == (12.5, 15.0, 7.0)
    assert (medical.low, medical.high) == (64.0, 64.0)
    assert (explosive.low, explosive.high) == (65.0, 85.0)
    assert (one_decimal(conduct.low), one_decimal(conduct.high)) == (85.7, 85.7)
    assert one_decimal(conduct.low_na_not_met) == 66.7
    assert [d.scope_reduced for d in result.domains] == [False, False, True]
    assert [d.low_na_not_met for d in (medical, explosive)] == [64.0, 65.0]
    assert [d.band for d in result.domains] == ["D1", "D2", "D4"]
    counts = [(d.met, d.partly_met, d.not_met, d.unanswered, d.not_applicable) for d in result.domains]
    assert counts == [(3, 0, 1, 0, 0), (2, 1, 0, 1, 0), (2, 0, 1, 0, 1)]


def test_index_coverage_mandatory(result: Result) -> None:
    assert result.index is not None
    assert (one_decimal(result.index.low), one_decimal(result.index.high)) == (71.6, 78.2)
    assert one_decimal(result.coverage) == 91.3
    assert result.coverage == pytest.approx(100 * 31.5 / 34.5)
    assert (result.mandatory.met, result.mandatory.of) == (4, 6)


def test_evidence(result: Result) -> None:
    assert one_decimal(result.evidence.declared) == 91.3
    assert one_decimal(result.evidence.documented) == 72.5
    assert one_decimal(result.evidence.demonstrated) == 21.7
    assert result.evidence.verified == 0.0


def test_sensitivity(result: Result) -> None:
    shown = to_json(result, "a")["sensitivity"]
    assert shown["1/1/1"] == [66.9, 75.2]
    assert shown["5/2/1"] == [72.7, 77.5]
    assert not shown["band_depends_on_weighting"]
    assert shown["decisive_criterion"] == "MED-1"


def test_band(result: Result) -> None:
    band = result.band
    assert (band.code, band.name, band.rule, band.criteria) == ("R1", "Not ready", 1, ("MED-1",))
    assert band.because == "Not ready whatever the score: critical and not met: MED-1."


def test_gaps(result: Result) -> None:
    shown = [(g.id, g.priority, g.gap_class, g.slack, g.urgency, g.urgency_flagged, g.causes) for g in result.gaps]
    assert shown == [
        ("MED-1", 30.0, "P1", 25, 2, False, ("training",)),
        ("IED-2", 12.0, "P2", 10, 2, False, ("training", "equipment")),
        ("IED-3", 12.0, "P2", None, 2, True, ()),
        ("CND-4", 2.0, "P4", 50, 2, False, ("procedure",)),
    ]
    assert result.training_share is not None
    assert one_decimal(result.training_share) == 53.6
    assert result.days_to_deployment == 100
    assert result.deployment == DEPLOYS


def test_with_sixty_days_left_the_show_stopper_cannot_be_closed_by_the_normal_route() -> None:
    later = DEPLOYS.fromordinal(DEPLOYS.toordinal() - 60)
    first = score(checklist(*SPECS), RECORD, later).gaps[0]
    assert (first.id, first.priority, first.slack, first.urgency, first.impossible) == ("MED-1", 45.0, -15, 3, True)


def test_json(result: Result) -> None:
    shown = to_json(result, "0123456789ab")
    assert shown["assessment"] == "0123456789ab"
    assert shown["as_of"] == "2026-11-25"
    assert shown["edition"] == "2026.1"
    assert shown["band"] == {"code": "R1", "name": "Not ready", "rule": 1, "criteria": ["MED-1"]}
    assert shown["index"] == {"low": 71.6, "high": 78.2}
    assert shown["coverage"] == 91.3
    assert shown["domains"][2] == {
        "domain": "conduct",
        "low": 85.7,
        "high": 85.7,
        "coverage": 100.0,
        "band": "D4",
        "scope_reduced": True,
        "met": 2,
        "partly_met": 0,
        "not_met": 1,
        "unanswered": 0,
        "not_applicable": 1,
    }
    assert shown["evidence"] == {"declared": 91.3, "documented": 72.5, "demonstrated": 21.7, "verified": 0.0}
    assert shown["mandatory"] == {"met": 4, "of": 6}
    assert shown["training_share"] == 53.6


def test_the_smallest_set_that_leads_on_leaves_nothing_out() -> None:
    reach = reach_next_band(checklist(*SPECS), RECORD, AS_OF)
    assert reach is not None
    assert (reach.closed, reach.band.code) == (("MED-1",), "R3")
