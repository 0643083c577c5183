"""Section 8 of SCORING: other weights, and the one heaviest criterion."""

from __future__ import annotations

from tests.scoring.build import DEPLOYS, Spec, accepted, result
from tna.scoring import one_decimal


def test_the_band_may_depend_on_the_weighting() -> None:
    """Two mandatory criteria met and two good practices not: 75 % at 3/2/1, 50 % at 1/1/1."""
    specs = (Spec("A-1"), Spec("A-2"), Spec("A-3", force="good_practice"), Spec("A-4", force="good_practice"))
    found = result(specs, "yes yes no no")
    flat, steep = found.sensitivity.flat, found.sensitivity.steep
    assert flat.index is not None
    assert steep.index is not None
    assert (found.band.code, flat.band.code, steep.band.code) == ("R3", "R2", "R3")
    assert (flat.index.low, one_decimal(steep.index.low)) == (50.0, 83.3)
    assert found.sensitivity.band_depends_on_weighting


def test_the_steeper_weights_alone_can_change_it() -> None:
    specs = (Spec("A-1"), Spec("A-2", force="recommended"), Spec("A-3", force="good_practice"))
    found = result(specs, "yes no yes")
    assert (found.band.code, found.sensitivity.steep.band.code) == ("R2", "R3")
    assert found.sensitivity.band_depends_on_weighting


def test_the_threat_keeps_its_weight() -> None:
    specs = (Spec("A-1", threat="high"), Spec("A-2", force="good_practice"))
    flat = result(specs, "yes no").sensitivity.flat.index
    assert flat is not None
    assert flat.low == 60.0


def test_a_criterion_that_decides_alone_is_named() -> None:
    specs = (Spec("A-1", force="recommended"), Spec("A-2"), Spec("A-3", force="recommended"))
    found = result(specs, "yes no yes")
    assert (found.band.code, found.sensitivity.decisive_criterion) == ("R2", "A-2")


def test_a_lighter_criterion_that_decides_is_not() -> None:
    specs = (Spec("A-1", threat="high"), Spec("A-2"), *(Spec(f"A-{n}", force="recommended") for n in range(3, 9)))
    found = result(specs, "yes no" + " yes" * 6)
    assert found.band.criteria == ("A-2",)
    assert found.sensitivity.decisive_criterion is None


def test_of_several_that_weigh_the_same_the_first_that_decides_is_named() -> None:
    specs = tuple(Spec(f"A-{n}") for n in range(6))
    assert result(specs, "yes yes yes yes no yes").sensitivity.decisive_criterion == "A-4"


def test_criteria_with_the_same_answer_but_another_action_are_told_apart() -> None:
    specs = tuple(Spec(f"A-{n}") for n in range(8))
    found = result(specs, "no no" + " yes" * 6, actions={"A-0": accepted(), "A-1": accepted(due=DEPLOYS)})
    assert (found.band.criteria, found.sensitivity.decisive_criterion) == (("A-1",), "A-1")


def test_what_is_not_applicable_is_not_the_heaviest() -> None:
    specs = (Spec("A-1", threat="high"), Spec("A-2"), Spec("A-3", force="recommended"))
    assert result(specs, "na no yes").sensitivity.decisive_criterion == "A-2"


def test_where_nothing_applies_nothing_decides() -> None:
    found = result((Spec("A-1"),), "na").sensitivity
    assert (found.flat.index, found.band_depends_on_weighting, found.decisive_criterion) == (None, False, None)
