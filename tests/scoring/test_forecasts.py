"""Section 7 of SCORING: planned, what-if, and the way to the next band."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scoring.build import AS_OF, DEPLOYS, Spec, accepted, answered, checklist, record, result
from tests.scoring.test_worked_example import ANSWERS, SPECS
from tna.scoring import one_decimal, reach_next_band, score, what_if
from tna.scoring.result import Forecast


def reach(specs: tuple[Spec, ...], words: str, **more: object) -> Forecast | None:
    depth = more.pop("depth", "full")
    given = record(answered(specs, words, more.pop("evidence", "demonstrated")), **more)  # type: ignore[arg-type]
    return reach_next_band(checklist(*specs, depth=depth), given, AS_OF)  # type: ignore[arg-type]


def test_the_worked_example_if_its_planned_gaps_are_closed() -> None:
    given = record(ANSWERS, actions={name: accepted() for name in ("MED-1", "IED-2", "CND-4")})
    planned = score(checklist(*SPECS), given, AS_OF).planned
    assert planned.index is not None
    assert one_decimal(planned.index.low) == 93.3
    assert planned.closed == ("MED-1", "IED-2", "CND-4")


def test_planned_counts_actions_that_are_accepted_in_time_and_can_still_be_done() -> None:
    specs = (*(Spec(f"A-{n}", lead=10) for n in range(5)), Spec("A-5", lead=71), Spec("A-6"))
    actions = {
        "A-0": accepted(),
        "A-1": accepted(by=None),
        "A-2": accepted(due=DEPLOYS),
        "A-3": accepted(due=None),
        "A-5": accepted(),
        "A-6": accepted(),
    }
    assert result(specs, "no " * 7, actions=actions).planned.closed == ("A-0",)


def test_planned_may_close_what_is_unanswered_and_partly_met() -> None:
    specs = (Spec("A-0", lead=70), Spec("A-1", lead=70))
    planned = result(specs, "- partly", actions={"A-0": accepted(), "A-1": accepted()}).planned
    assert planned.closed == ("A-0", "A-1")
    assert planned.index is not None
    assert planned.index.low == 100.0


def test_without_a_plan_planned_is_what_is() -> None:
    found = result((Spec("A-0"), Spec("A-1")), "yes no")
    assert (found.planned.band, found.planned.index, found.planned.closed) == (found.band, found.index, ())


def test_what_if_closes_what_it_is_told_and_nothing_else() -> None:
    made, given = checklist(*SPECS), record(ANSWERS)
    seen = what_if(made, given, AS_OF, {"MED-1", "IED-3"})
    assert seen.closed == ("MED-1", "IED-3")
    assert seen.index is not None
    assert (one_decimal(seen.index.low), one_decimal(seen.index.high)) == (90.2, 90.2)
    nothing = what_if(made, given, AS_OF, ["CND-3", "MED-2"])
    result_ = score(made, given, AS_OF)
    assert (nothing.index, nothing.band) == (result_.index, result_.band)


def test_what_if_refuses_what_is_not_in_the_checklist() -> None:
    with pytest.raises(KeyError):
        what_if(checklist(*SPECS), record(ANSWERS), AS_OF, ["MED-9"])


def test_a_closed_gap_is_met_on_declared_evidence_whatever_showed_that_it_was_open() -> None:
    specs = (Spec("A-0", critical=True), Spec("A-1"))
    made = checklist(*specs)
    for word in ("no", "partly", "-"):
        seen = what_if(made, record(answered(specs, f"{word} yes", "verified")), AS_OF, ["A-0"])
        assert (seen.band.code, seen.band.criteria) == ("R3", ("A-0",))
    assert what_if(made, record(answered(specs, "yes no", "verified")), AS_OF, ["A-1"]).band.code == "R4"


def test_next_five_closes_the_first_five_in_order() -> None:
    specs = tuple(Spec(f"A-{n}", lead=60 + n) for n in range(7))
    found = result(specs, "no " * 7)
    assert set(found.next_five.closed) == {gap.id for gap in found.gaps[:5]}
    assert found.next_five.index is not None
    assert one_decimal(found.next_five.index.low) == 71.4


def test_the_way_to_the_next_band_leaves_out_gaps_that_it_does_not_need() -> None:
    """A-0 is first in order, but only the mandatory A-1 keeps R3 away."""
    specs = (Spec("A-0", force="recommended", threat="high", lead=99), Spec("A-1", lead=60))
    rest = tuple(Spec(f"A-{n}", force="recommended") for n in range(2, 20))
    found = result((*specs, *rest), "no no" + " yes" * 18)
    assert [gap.id for gap in found.gaps] == ["A-0", "A-1"]
    way = reach((*specs, *rest), "no no" + " yes" * 18)
    assert way is not None
    assert (found.band.code, way.closed, way.band.code) == ("R2", ("A-1",), "R4")


def test_the_way_is_taken_in_order() -> None:
    specs = tuple(Spec(f"A-{n}", force="recommended", lead=60 - n) for n in range(10))
    words = "yes " * 4 + "no " * 6
    first = result(specs, words).gaps[0].id
    way = reach(specs, words)
    assert way is not None
    assert (way.closed, way.band.code) == ((first,), "R2")


def test_r0_counts_as_r1_so_its_next_band_is_r2() -> None:
    specs = tuple(Spec(f"A-{n}", force="recommended") for n in range(10))
    way = reach(specs, "- - - - no no no no no no")
    assert way is not None
    assert (way.band.code, way.closed) == ("R2", ("A-0", "A-1", "A-2", "A-3", "A-4"))


def test_ready_has_no_next_band() -> None:
    assert reach((Spec("A-0"),), "yes") is None


def test_no_gap_leads_to_evidence_or_to_more_depth() -> None:
    specs = (Spec("A-0", critical=True), *(Spec(f"A-{n}") for n in range(1, 20)))
    planned = {"A-19": accepted()}
    assert reach(specs, "yes " * 19 + "no", actions=planned) is not None
    assert reach(specs, "yes " * 19 + "no", actions=planned, evidence="documented") is None
    assert reach(specs, "yes " * 19 + "no", actions=planned, depth="screen") is None


def test_an_action_after_deployment_plans_nothing() -> None:
    specs = (Spec("A-0", lead=0),)
    assert result(specs, "no", actions={"A-0": accepted(due=DEPLOYS + timedelta(days=1))}).planned.closed == ()
