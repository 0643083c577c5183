"""Section 4 of SCORING: each rule, each condition, each cap, and what the result says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.scoring.build import AS_OF, DEPLOYS, Spec, accepted, answer, answered, checklist, record, result
from tna.assessment.record import Action
from tna.scoring import score
from tna.scoring.band_words import as_band
from tna.scoring.bands import Decision, Shortfall, capped, caps
from tna.scoring.measures import measure
from tna.scoring.result import Band, BandCode
from tna.scoring.standings import case

TWENTY = (Spec("A-0", critical=True), *(Spec(f"A-{n}") for n in range(1, 20)))
RECOMMENDED = tuple(replace(spec, force="recommended") for spec in TWENTY)


def band(words: str, specs: tuple[Spec, ...] = TWENTY, **more: object) -> Band:
    return result(specs, words, **more).band  # type: ignore[arg-type]


def ruled(found: Band) -> tuple[BandCode, int, tuple[str, ...]]:
    return found.code, found.rule, found.criteria


def test_rule_1_a_critical_criterion_not_met_beats_everything() -> None:
    found = band("no" + " yes" * 19)
    assert ruled(found) == ("R1", 1, ("A-0",))


def test_rule_1_comes_before_rule_2() -> None:
    specs = (replace(TWENTY[1], critical=True), *TWENTY[:1], *TWENTY[2:])
    found = band("- no" + " -" * 18, specs)
    assert ruled(found) == ("R1", 1, ("A-0",))


@pytest.mark.parametrize("word", ["-", "?", "na"])
def test_rule_2_a_critical_criterion_unanswered(word: str) -> None:
    found = band(word + " yes" * 19)
    assert ruled(found) == ("R0", 2, ("A-0",))
    assert found.because == "No result yet, so treat as not ready: critical and unanswered: A-0."


def split(open_: int, of: int) -> tuple[tuple[Spec, ...], str]:
    """A domain beta of ``of`` criteria, ``open_`` of them unanswered, beside a large one that is whole."""
    beta = tuple(Spec(f"B-{n}", "beta", "good_practice") for n in range(of))
    return (*TWENTY, *beta), "yes " * (20 + of - open_) + "- " * open_


def test_rule_2_a_domain_with_less_than_80_per_cent_answered() -> None:
    specs, words = split(open_=2, of=9)
    found = band(words, specs)
    assert ruled(found) == ("R0", 2, ("B-7", "B-8"))
    assert found.domains == ("beta",)
    assert found.because.endswith("less than 80 % of the weight is answered in Beta.")


def test_rule_2_80_per_cent_of_a_domain_is_enough() -> None:
    specs, words = split(open_=2, of=10)
    assert band(words, specs).rule == 3


def test_rule_2_less_than_90_per_cent_answered_over_all() -> None:
    found = band("yes " * 17 + "- - -")
    assert ruled(found) == ("R0", 2, ("A-17", "A-18", "A-19"))
    assert found.because.endswith("less than 90 % of the whole weight is answered.")


def test_rule_2_90_per_cent_over_all_is_enough() -> None:
    assert band("yes " * 18 + "- -").rule == 3


def test_rule_2_where_nothing_applies_there_is_no_result() -> None:
    found = result((Spec("A-1"), Spec("B-1", "beta")), "na na")
    assert ruled(found.band) == ("R0", 2, ())
    assert (found.index, found.coverage, found.training_share) == (None, 0.0, None)
    assert found.band.because.endswith("no criterion applies, so there is nothing to judge.")


def test_rule_3_ready() -> None:
    found = band("yes " * 20)
    assert ruled(found) == ("R4", 3, ())
    assert found.because == "Every condition of R4 holds."


@pytest.mark.parametrize("evidence", ["declared", "documented"])
def test_r4_needs_every_critical_criterion_demonstrated(evidence: str) -> None:
    found = band("yes " * 20, evidence=evidence)
    assert ruled(found) == ("R3", 3, ("A-0",))
    assert found.because == "Short of R4: critical, on evidence below demonstrated: A-0."


def test_r4_looks_at_the_evidence_after_ageing() -> None:
    given = answered(TWENTY, "yes " * 20, "demonstrated")
    given["alpha.a_0"] = answer("yes", "demonstrated", evidence_date=AS_OF - timedelta(days=400))
    assert ruled(score(checklist(*TWENTY), record(given), AS_OF).band) == ("R3", 3, ("A-0",))


def test_r4_needs_no_mandatory_criterion_open_even_with_an_action_in_time() -> None:
    for word in ("no", "-"):
        found = band("yes " * 19 + word, actions={"A-19": accepted()})
        assert ruled(found) == ("R3", 3, ("A-19",))


def test_r4_needs_an_accepted_action_on_a_mandatory_criterion_partly_met() -> None:
    assert band("yes " * 19 + "partly", actions={"A-19": accepted()}).code == "R4"
    found = band("yes " * 19 + "partly")
    assert ruled(found) == ("R3", 3, ("A-19",))
    assert "mandatory and partly met, with no accepted action: A-19" in found.because


def test_r4_takes_an_accepted_action_whatever_its_date() -> None:
    assert band("yes " * 19 + "partly", actions={"A-19": accepted(due=None)}).code == "R4"


def test_r4_has_room_for_5_per_cent_of_the_mandatory_weight_partly_met() -> None:
    """One of twenty is 5 %; one of nineteen is more, whatever there is beside them that is not mandatory."""
    specs = (*TWENTY[:19], *(Spec(f"A-{n}", force="recommended") for n in range(19, 30)))
    found = band("yes partly" + " yes" * 28, specs, actions={"A-1": accepted()})
    assert ruled(found) == ("R3", 3, ("A-1",))
    assert found.because == "Short of R4: partly met, over 5 % of the mandatory weight: A-1."


def test_r4_needs_an_index_of_85() -> None:
    assert band("yes " * 17 + "no " * 3, RECOMMENDED).code == "R4"
    found = band("yes " * 16 + "partly no no no", RECOMMENDED)
    assert ruled(found) == ("R3", 3, ("A-16", "A-17", "A-18", "A-19"))
    assert found.because == "Short of R4: the low of the index is under 85."


def test_the_low_of_the_index_decides_and_not_the_high() -> None:
    found = result(RECOMMENDED, "yes " * 16 + "no no no -")
    assert found.index is not None
    assert (found.index.low, found.index.high, found.band.code) == (80.0, 85.0, "R3")


def test_r4_needs_70_in_every_domain() -> None:
    beta = tuple(Spec(f"B-{n}", "beta", "recommended") for n in range(10))
    specs = (Spec("G-1", "gamma"), *RECOMMENDED, *beta)
    assert band("yes " * 28 + "no " * 3, specs).code == "R4"
    found = band("yes " * 27 + "partly no no no", specs)
    assert ruled(found) == ("R3", 3, ("B-6", "B-7", "B-8", "B-9"))
    assert (found.domains, found.because) == (("beta",), "Short of R4: the low is under 70 in Beta.")


def test_r4_needs_95_per_cent_answered() -> None:
    assert band("yes " * 19 + "-", RECOMMENDED).code == "R4"
    found = band("yes " * 18 + "- -", RECOMMENDED)
    assert ruled(found) == ("R3", 3, ("A-18", "A-19"))
    assert found.because == "Short of R4: less than 95 % of the whole weight is answered."


def test_r3_needs_an_index_of_70() -> None:
    assert band("yes " * 14 + "no " * 6, RECOMMENDED).code == "R3"
    found = band("yes " * 13 + "partly" + " no" * 6, RECOMMENDED)
    assert (found.code, found.because) == ("R2", "Short of R3: the low of the index is under 70.")


def test_r3_needs_50_in_every_domain() -> None:
    beta = tuple(Spec(f"B-{n}", "beta", "recommended") for n in range(10))
    assert band("yes " * 25 + "no " * 5, (*RECOMMENDED, *beta)).code == "R3"
    found = band("yes " * 24 + "partly" + " no" * 5, (*RECOMMENDED, *beta))
    assert (found.code, found.domains, len(found.criteria)) == ("R2", ("beta",), 6)
    assert found.because == "Short of R3: the low is under 50 in Beta."


DAY = timedelta(days=1)
NOT_IN_TIME: list[Action | None] = [
    None,
    Action(),
    Action(what=" ", due=DEPLOYS - DAY, accepted_by="Col. A"),
    accepted(by=None),
    accepted(by=" "),
    accepted(due=None),
    accepted(due=DEPLOYS),
    accepted(due=DEPLOYS + DAY),
]


@pytest.mark.parametrize("action", NOT_IN_TIME)
@pytest.mark.parametrize("word", ["no", "-"])
def test_r3_needs_an_action_in_time_on_each_mandatory_criterion_open(word: str, action: Action | None) -> None:
    found = band("yes " * 19 + word, actions={"A-19": action} if action else {})
    assert ruled(found) == ("R2", 3, ("A-19",))
    assert found.because == "Short of R3: mandatory and open, with no accepted action due before deployment: A-19."


@pytest.mark.parametrize("word", ["no", "-"])
def test_r3_with_an_action_in_time(word: str) -> None:
    assert band("yes " * 19 + word, actions={"A-19": accepted()}).code == "R3"


def test_an_action_is_not_in_time_while_the_deployment_date_is_unknown() -> None:
    assert band("yes " * 19 + "no", actions={"A-19": accepted()}, deploys=None).code == "R2"


def test_a_critical_criterion_partly_met_with_an_action_in_time_holds_the_band_at_r3() -> None:
    found = band("partly" + " yes" * 19, RECOMMENDED, actions={"A-0": accepted()})
    assert ruled(found) == ("R3", 3, ("A-0",))
    assert found.because == "Short of R4: critical and only partly met: A-0."


@pytest.mark.parametrize("action", NOT_IN_TIME)
def test_a_critical_criterion_partly_met_without_one_holds_it_at_r2(action: Action | None) -> None:
    found = band("partly" + " yes" * 19, RECOMMENDED, actions={"A-0": action} if action else {})
    assert ruled(found) == ("R2", 3, ("A-0",))


def test_r2_needs_an_index_of_50() -> None:
    assert band("yes " * 10 + "no " * 10, RECOMMENDED).code == "R2"
    found = band("yes " * 9 + "partly" + " no" * 10, RECOMMENDED)
    assert (found.code, found.rule, len(found.criteria)) == ("R1", 3, 11)
    assert found.because == "Short of R2: the low of the index is under 50."


def test_a_screen_is_held_at_r3() -> None:
    found = band("yes " * 20, depth="screen")
    assert ruled(found) == ("R3", 4, ())
    assert found.because == "Held at R3: a screen looks at critical and mandatory criteria only."


def test_a_screen_that_earns_r3_is_notcapped() -> None:
    assert band("yes " * 20, depth="screen", evidence="declared").rule == 3


def caps_of(specs: tuple[Spec, ...], words: str, **more: object) -> list[tuple[BandCode, str, tuple[str, ...]]]:
    """Each cap of rule 4, with its words and the criteria behind it."""
    made = checklist(*specs)
    found = case(made, record(answered(specs, words), **more), AS_OF)  # type: ignore[arg-type]
    each = caps(made, found.standings, measure(found.standings))
    return [(limit, short.says, tuple(s.item.id for s in short.criteria)) for limit, short in each]


def test_cap_of_a_critical_criterion_partly_met() -> None:
    assert caps_of(TWENTY, "partly" + " yes" * 19) == [
        ("R2", "critical and partly met, with no accepted action: {criteria}", ("A-0",)),
        ("R3", "critical and partly met: {criteria}", ("A-0",)),
    ]
    late = caps_of(TWENTY, "partly" + " yes" * 19, actions={"A-0": accepted(due=None)})
    assert late == [("R3", "critical and partly met: {criteria}", ("A-0",))]


@pytest.mark.parametrize(("met", "limit"), [(20, None), (14, None), (13, "R3"), (10, "R3"), (9, "R2")])
def test_cap_of_the_worst_critical_domain(met: int, limit: BandCode | None) -> None:
    found = caps_of(TWENTY, "yes " * met + "no " * (20 - met))
    assert [cap[0] for cap in found] == ([limit] if limit else [])


def test_a_domain_without_a_critical_criterion_caps_nothing() -> None:
    assert caps_of(tuple(replace(spec, critical=False) for spec in TWENTY), "no " * 20) == []


def test_the_lowest_cap_under_the_band_is_named_with_all_that_hold_it_there() -> None:
    scored = Decision("R4", 3, ())
    low, also, high = Shortfall("a"), Shortfall("b"), Shortfall("c")
    assert capped(scored, iter([("R3", high), ("R2", low), ("R2", also)])) == Decision("R2", 4, (low, also))
    assert capped(Decision("R2", 3, ()), iter([("R2", low)])) == Decision("R2", 3, ())


def test_a_sentence_names_five_and_counts_the_rest_while_the_list_names_all() -> None:
    found = band("yes " * 13 + "- " * 7)
    assert len(found.criteria) == 7
    critical = tuple(replace(spec, critical=True) for spec in TWENTY)
    found = band("no " * 7 + "yes " * 13, critical)
    assert found.because == "Not ready whatever the score: critical and not met: A-0, A-1, A-2, A-3, A-4 and 2 more."
    assert len(found.criteria) == 7


def test_several_reasons_are_all_said_and_their_criteria_listed_once() -> None:
    made = checklist(*TWENTY)
    standings = case(made, record({}), AS_OF).standings
    twice = Decision("R0", 2, (Shortfall("a: {criteria}", standings[:2]), Shortfall("b: {criteria}", standings[1:3])))
    assert as_band(made, twice).criteria == ("A-0", "A-1", "A-2")
    assert as_band(made, twice).because == "No result yet, so treat as not ready: a: A-0, A-1; b: A-1, A-2."
