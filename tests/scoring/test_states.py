"""Section 1 of SCORING: the table of states, row by row and in its order."""

from __future__ import annotations

import pytest

from tests.scoring.build import AS_OF, Spec, answer, checklist, record
from tna.assessment.record import Answer
from tna.assessment.situation import Situation
from tna.content.models import Question
from tna.scoring import live, score
from tna.scoring.result import CriterionResult

OTHER = Question(id="alpha.other", ask="Is there another?", type="yes_no")
GATE = Question(id="alpha.gate", ask="Is there a gate?", type="yes_no")


def stand(spec: Spec, *questions: Question, **answers: Answer | str) -> CriterionResult:
    given = {f"alpha.{name}": value for name, value in answers.items()}
    made = checklist(spec, questions=questions)
    (found,) = score(made, record(given), AS_OF).criteria
    assert live(Situation(made, record(given))).states == {spec.id: found.state}
    return found


@pytest.mark.parametrize(
    ("word", "state", "s"),
    [("yes", "met", 1.0), ("partly", "partly_met", 0.5), ("no", "not_met", 0.0), ("?", "unanswered", None)],
)
def test_an_answer_gives_a_state_and_no_credit_between(word: str, state: str, s: float | None) -> None:
    found = stand(Spec("A-1"), a_1=word)
    assert (found.state, found.s, found.not_applicable) == (state, s, None)


def test_without_an_answer_it_is_unanswered_and_says_what_is_missing() -> None:
    found = stand(Spec("A-1"))
    assert (found.state, found.why, found.questions) == ("unanswered", "no answer to alpha.a_1", ("alpha.a_1",))


def test_dont_know_is_unanswered_and_says_so() -> None:
    assert stand(Spec("A-1"), a_1="?").why == "don't know for alpha.a_1"


def test_ruled_out_by_the_facts() -> None:
    gated = Spec("A-1", when={"alpha.gate": "yes"})
    found = stand(gated, GATE, gate="no", a_1="no")
    assert (found.state, found.not_applicable, found.s, found.evidence) == ("not_applicable", "automatic", None, None)
    assert found.why == "applies only when “Is there a gate?” is yes"


def test_critical_criteria_can_be_ruled_out_by_the_facts() -> None:
    found = stand(Spec("A-1", critical=True, when={"alpha.gate": "yes"}), GATE, gate="no")
    assert (found.state, found.not_applicable) == ("not_applicable", "automatic")


@pytest.mark.parametrize("gate", ["?", "na"])
def test_while_it_is_open_whether_it_applies_it_is_unanswered(gate: str) -> None:
    found = stand(Spec("A-1", when={"alpha.gate": "yes"}), GATE, gate=gate)
    assert found.state == "unanswered"
    assert found.why.startswith("whether it applies is open: ")
    assert "alpha.gate" in found.why


def test_not_applicable_with_a_reason_sets_it_aside() -> None:
    found = stand(Spec("A-1"), a_1=Answer(status="not_applicable", na_reason="No vehicles."))
    assert (found.state, found.not_applicable, found.weight) == ("not_applicable", "manual", 3.0)
    assert found.why == "set not applicable: No vehicles."


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_not_applicable_without_a_reason_is_no_answer(reason: str | None) -> None:
    assert stand(Spec("A-1"), a_1=Answer(status="not_applicable", na_reason=reason)).state == "unanswered"


def test_nobody_waves_a_show_stopper_away() -> None:
    found = stand(Spec("A-1", critical=True), a_1="na")
    assert (found.state, found.not_applicable) == ("unanswered", None)
    assert found.why == "critical, so not applicable is no answer: alpha.a_1"


EITHER = {"any": [{"alpha.other": "yes"}, {"alpha.gate": "yes"}]}


def test_not_applicable_comes_before_met() -> None:
    assert stand(Spec("A-1", met=EITHER, partly=EITHER), OTHER, GATE, other="yes", gate="na").state == "not_applicable"


def test_a_critical_criterion_is_unanswered_even_where_another_answer_would_meet_it() -> None:
    critical = Spec("A-1", met=EITHER, partly=EITHER, critical=True)
    assert stand(critical, OTHER, GATE, other="yes", gate="na").state == "unanswered"


def test_met_needs_no_answer_that_cannot_change_it() -> None:
    assert stand(Spec("A-1", met=EITHER, partly=EITHER), OTHER, GATE, other="yes").state == "met"


def test_not_met_while_partly_is_open_is_unanswered() -> None:
    half = Spec("A-1", met={"alpha.other": "yes"}, partly={"alpha.gate": "yes"})
    assert stand(half, OTHER, GATE, other="no").state == "unanswered"
    assert stand(half, OTHER, GATE, other="no", gate="yes").state == "partly_met"
    assert stand(half, OTHER, GATE, other="no", gate="no").state == "not_met"


def test_a_not_applicable_that_is_no_longer_asked_does_not_count() -> None:
    hidden = Question(id="alpha.other", ask="Is there another?", type="yes_no", when={"alpha.gate": "yes"})
    found = stand(Spec("A-1", met=EITHER, partly=EITHER), hidden, GATE, gate="no", other="na")
    assert (found.state, found.not_applicable) == ("unanswered", None)


def test_ratios_round_up() -> None:
    medics = Question(id="alpha.medics", ask="How many medics?", type="count")
    met = {"alpha.medics": {"at_least": {"one_per": 10, "of": "unit.strength"}}}
    made = checklist(Spec("A-1", met=met, partly=met), questions=(medics,))
    states = [
        score(made, record({"unit.strength": 121, "alpha.medics": count}), AS_OF).criteria[0].state
        for count in (12, 13)
    ]
    assert states == ["not_met", "met"]


def test_a_fact_of_the_profile_that_is_missing_is_named() -> None:
    medics = Question(id="alpha.medics", ask="How many medics?", type="count")
    met = {"alpha.medics": {"at_least": {"one_per": 10, "of": "unit.strength"}}}
    found = stand(Spec("A-1", met=met, partly=met), medics, medics=answer(12))
    assert (found.state, found.why) == ("unanswered", "no answer to unit.strength")


def test_live_names_the_show_stoppers_and_scores_the_domains() -> None:
    specs = (Spec("A-1", critical=True), Spec("A-2", critical=True), Spec("A-3"))
    made, given = checklist(*specs), record({"alpha.a_1": "no", "alpha.a_3": "yes"})
    seen = live(Situation(made, given))
    assert seen.show_stoppers == ("A-1",)
    assert seen.domains == score(made, given, AS_OF).domains
