"""Sections 2 and 3 of SCORING: weights, domains, index."""

from __future__ import annotations

import pytest

from tests.scoring.build import AS_OF, Spec, checklist, record, result
from tna.content.models import Force, Question
from tna.scoring import score


@pytest.mark.parametrize(("force", "f"), [("mandatory", 3), ("recommended", 2), ("good_practice", 1)])
@pytest.mark.parametrize(("threat", "m"), [("", 1), ("low", 1), ("moderate", 1.25), ("high", 1.5)])
def test_the_weight_is_force_times_threat(force: Force, f: int, threat: str, m: float) -> None:
    (found,) = result((Spec("A-1", force=force, threat=threat),), "yes").criteria
    assert (found.weight, found.multiplier) == (f * m, m)


def test_unanswered_is_nothing_in_the_low_and_everything_in_the_high() -> None:
    specs = (Spec("A-1"), Spec("A-2", force="recommended"), Spec("A-3"), Spec("A-4", force="recommended"))
    (domain,) = result(specs, "yes partly no -").domains
    assert (domain.low, domain.high, domain.coverage, domain.weight) == (40.0, 60.0, 80.0, 10.0)


def test_what_is_not_applicable_is_left_out_of_both() -> None:
    (domain,) = result((Spec("A-1"), Spec("A-2"), Spec("A-3")), "yes no na").domains
    assert (domain.low, domain.high, domain.coverage, domain.weight) == (50.0, 50.0, 100.0, 6.0)


def test_the_index_is_the_plain_mean_of_the_domains_whatever_they_weigh() -> None:
    specs = (Spec("A-1"), Spec("A-2"), Spec("A-3"), Spec("B-1", "beta", force="good_practice"))
    found = result(specs, "yes yes yes no")
    assert found.index is not None
    assert (found.index.low, found.index.high) == (50.0, 50.0)


def test_the_overall_coverage_pools_the_weights() -> None:
    specs = (Spec("A-1"), Spec("A-2"), Spec("A-3"), Spec("B-1", "beta", force="good_practice"))
    assert result(specs, "yes yes yes -").coverage == 90.0


@pytest.mark.parametrize(("met", "reduced"), [(9, False), (8, True)])
def test_scope_is_reduced_when_more_than_a_tenth_is_set_aside_by_hand(met: int, reduced: bool) -> None:
    specs = tuple(Spec(f"A-{n}") for n in range(met + 1))
    (domain,) = result(specs, "yes " * met + "na").domains
    assert domain.scope_reduced is reduced
    assert domain.low == 100.0
    assert domain.low_na_not_met == pytest.approx(100 * met / (met + 1))


def test_what_the_facts_rule_out_reduces_no_scope() -> None:
    gate = Question(id="alpha.gate", ask="Is there a gate?", type="yes_no")
    made = checklist(Spec("A-1"), Spec("A-2", when={"alpha.gate": "yes"}), questions=(gate,))
    (domain,) = score(made, record({"alpha.a_1": "yes", "alpha.gate": "no"}), AS_OF).domains
    assert (domain.scope_reduced, domain.not_applicable, domain.low_na_not_met) == (False, 1, 100.0)


def test_a_domain_without_an_applicable_criterion_has_no_numbers_and_no_say() -> None:
    found = result((Spec("A-1", force="recommended"), Spec("B-1", "beta")), "yes na")
    beta = found.domains[1]
    assert (beta.low, beta.high, beta.coverage, beta.band, beta.weight) == (None, None, None, None, 0.0)
    assert (beta.scope_reduced, beta.low_na_not_met, beta.not_applicable) == (True, 0.0, 1)
    assert found.index is not None
    assert (found.index.low, found.coverage) == (100.0, 100.0)


def test_a_domain_out_of_scope_is_named_and_not_scored() -> None:
    found = score(checklist(Spec("A-1"), Spec("B-1", "beta"), domains=("beta",)), record({"beta.b_1": "yes"}), AS_OF)
    assert [domain.id for domain in found.domains] == ["beta"]
    assert (found.in_scope, found.left_out, found.depth) == (("beta",), ("alpha",), "full")


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("yes " * 17 + "no " * 3, "D4"),
        ("yes " * 16 + "partly no no no", "D3"),
        ("yes " * 14 + "no " * 6, "D3"),
        ("yes " * 13 + "partly" + " no" * 6, "D2"),
        ("yes " * 10 + "no " * 10, "D2"),
        ("yes " * 9 + "partly" + " no" * 10, "D1"),
    ],
)
def test_the_band_of_a_domain_goes_by_its_low(words: str, band: str) -> None:
    specs = tuple(Spec(f"A-{n}") for n in range(20))
    assert result(specs, words).domains[0].band == band


@pytest.mark.parametrize(("word", "band"), [("no", "D1"), ("partly", "D4"), ("-", "D4")])
def test_a_critical_criterion_not_met_makes_its_domain_d1(word: str, band: str) -> None:
    specs = (Spec("A-0", critical=True), *(Spec(f"A-{n}") for n in range(1, 20)))
    assert result(specs, word + " yes" * 19).domains[0].band == band


def test_thirds_add_up_exactly() -> None:
    """The mean of 83.33, 100, 73.33 and 83.33 is 85; as floats it is a little less."""
    counts = {"alpha": (5, 6), "beta": (1, 1), "gamma": (11, 15), "delta": (5, 6)}
    specs = tuple(Spec(f"{d[0].upper()}-{n}", d, "good_practice") for d, (_, of) in counts.items() for n in range(of))
    words = " ".join("yes " * met + "no " * (of - met) for met, of in counts.values())
    found = result(specs, words)
    assert found.index is not None
    assert (found.index.low, found.band.code) == (85.0, "R4")
