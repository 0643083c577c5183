"""Section 6 of SCORING: priority, urgency, class, order, causes, training share."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.scoring.build import AS_OF, DEPLOYS, Spec, accepted, checklist, record, result
from tna.assessment.record import Cause
from tna.content.models import Force
from tna.scoring import score
from tna.scoring.result import Gap


def gap(spec: Spec, word: str = "no", **more: object) -> Gap:
    (found,) = result((spec,), word, **more).gaps  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("force", "critical", "severity"),
    [
        ("mandatory", True, 5),
        ("good_practice", True, 5),
        ("mandatory", False, 4),
        ("recommended", False, 2),
        ("good_practice", False, 1),
    ],
)
def test_severity(force: Force, critical: bool, severity: int) -> None:
    assert gap(Spec("A-1", force=force, critical=critical, lead=0)).priority == severity


@pytest.mark.parametrize(("word", "part"), [("no", 4.0), ("-", 4.0), ("?", 4.0), ("partly", 2.0)])
def test_what_is_missing(word: str, part: float) -> None:
    assert gap(Spec("A-1", lead=0), word).priority == part


@pytest.mark.parametrize(("threat", "relevance"), [("", 1), ("low", 1), ("moderate", 2), ("high", 3)])
def test_relevance(threat: str, relevance: int) -> None:
    assert gap(Spec("A-1", threat=threat, lead=0)).priority == 4 * relevance


@pytest.mark.parametrize(
    ("lead", "slack", "urgency"), [(0, 70, 1), (10, 60, 1), (11, 59, 2), (70, 0, 2), (71, -1, 3), (200, -130, 3)]
)
def test_urgency_goes_by_the_slack_of_100_days(lead: int, slack: int, urgency: int) -> None:
    found = gap(Spec("A-1", lead=lead))
    assert (found.slack, found.urgency, found.urgency_flagged) == (slack, urgency, False)
    assert found.latest_start == AS_OF + timedelta(days=slack)


def test_an_unknown_lead_time_is_flagged() -> None:
    found = gap(Spec("A-1"))
    assert (found.slack, found.urgency, found.urgency_flagged) == (None, 2, True)
    assert (found.lead_time, found.lead_from, found.latest_start) == (None, None, None)


def test_an_unknown_deployment_date_is_flagged() -> None:
    found = gap(Spec("A-1", lead=10), deploys=None)
    assert (found.slack, found.urgency, found.urgency_flagged, found.lead_time) == (None, 2, True, 10)


def test_the_lead_time_is_the_criterions_own_else_its_first_remedys() -> None:
    own, lent = gap(Spec("A-1", lead=0, remedy_lead=50)), gap(Spec("A-1", remedy_lead=50))
    assert (own.lead_time, own.lead_from) == (0, "criterion")
    assert (lent.lead_time, lent.lead_from) == (50, "fix-a-1")


@pytest.mark.parametrize(
    ("spec", "word", "priority", "gap_class"),
    [
        (Spec("A-1", threat="high", lead=60), "no", 24, "P1"),
        (Spec("A-1", force="recommended", threat="high", lead=99), "no", 18, "P2"),
        (Spec("A-1", critical=True, lead=0), "no", 5, "P1"),
        (Spec("A-1", critical=True, lead=0), "-", 5, "P1"),
        (Spec("A-1", critical=True, lead=0), "partly", 2.5, "P4"),
        (Spec("A-1", critical=True, threat="moderate", lead=60), "partly", 10, "P2"),
        (Spec("A-1", lead=60), "no", 8, "P3"),
        (Spec("A-1", force="recommended", lead=60), "no", 4, "P3"),
        (Spec("A-1", force="good_practice", threat="high", lead=0), "no", 3, "P4"),
    ],
)
def test_class(spec: Spec, word: str, priority: float, gap_class: str) -> None:
    found = gap(spec, word)
    assert (found.priority, found.gap_class) == (priority, gap_class)


def test_twenty_is_p1() -> None:
    assert gap(Spec("A-1", critical=True, threat="moderate", lead=60)).priority == 20
    assert gap(Spec("A-1", threat="moderate", lead=99)).gap_class == "P1"


def test_only_p1_with_negative_slack_is_impossible() -> None:
    assert gap(Spec("A-1", threat="high", lead=71)).impossible
    assert not gap(Spec("A-1", threat="high", lead=70)).impossible
    assert not gap(Spec("A-1", force="good_practice", lead=71)).impossible
    assert not gap(Spec("A-1", threat="high")).impossible


def test_order_is_class_then_priority_then_slack_with_unknown_last_then_id() -> None:
    specs = (
        Spec("A-9", lead=60),
        Spec("A-8", lead=60),
        Spec("A-7", lead=59),
        Spec("A-6"),
        Spec("A-5", lead=65),
        Spec("A-4", threat="high", lead=60),
        Spec("A-3", critical=True, lead=0),
        Spec("A-2", force="recommended", threat="high", lead=99),
        Spec("A-1", force="good_practice", lead=0),
    )
    ids = [found.id for found in result(specs, "no " * 9).gaps]
    assert ids == ["A-4", "A-3", "A-2", "A-5", "A-8", "A-9", "A-7", "A-6", "A-1"]


def test_what_is_met_or_not_applicable_is_no_gap() -> None:
    assert result((Spec("A-1"), Spec("A-2")), "yes na").gaps == ()


def test_the_cause_is_the_kind_unless_the_assessor_says_otherwise() -> None:
    spec = Spec("A-1", kind="equipment")
    assert gap(spec).causes == ("equipment",)
    set_ = gap(spec, causes={"A-1": ("leadership", "training")})
    assert (set_.causes, set_.training_only) == (("training", "leadership"), False)
    taken_back = score(checklist(spec), replace(record({"alpha.a_1": "no"}), causes={"A-1": Cause()}), AS_OF)
    assert taken_back.gaps[0].causes == ("equipment",)


def test_an_unanswered_gap_has_no_cause() -> None:
    found = gap(Spec("A-1"), "-", causes={"A-1": ("training",)})
    assert (found.causes, found.training_only) == ((), False)


def test_the_training_share_counts_unanswered_gaps_in_the_whole_alone() -> None:
    specs = (Spec("A-1", lead=0), Spec("A-2", lead=0), Spec("A-3", lead=0), Spec("A-4", lead=0, kind="facility"))
    found = result(specs, "no no - partly", causes={"A-2": ("training", "equipment")})
    assert found.training_share == pytest.approx(100 * 4 / (4 + 4 + 4 + 2))


def test_without_a_gap_there_is_no_training_share() -> None:
    assert result((Spec("A-1"),), "yes").training_share is None


def test_the_action_goes_with_the_gap() -> None:
    spec = Spec("A-1")
    assert gap(spec).action is None
    given = gap(spec, actions={"A-1": accepted(due=DEPLOYS)}).action
    assert given is not None
    assert (given.what, given.owner, given.due, given.accepted_by) == ("Train them.", "S3", DEPLOYS, "Col. A")
    assert (given.accepted, given.in_time) == (True, False)


def test_after_the_deployment_date_every_lead_time_is_too_long() -> None:
    found = gap(Spec("A-1", lead=0), deploys=AS_OF - timedelta(days=1))
    assert (found.slack, found.urgency) == (-31, 3)
