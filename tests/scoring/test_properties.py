"""What holds of every assessment."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring import oracle
from tests.scoring.build import AS_OF, DEPLOYS, Spec, answer, checklist, record
from tests.scoring.strategies import Drawn, answers, assessments
from tna.assessment.record import Record
from tna.assessment.situation import Situation
from tna.content.models import Question
from tna.scoring import Result, live, reach_next_band, score, to_json, what_if
from tna.scoring.evidence import RANK
from tna.tailoring import Checklist

LADDER = ["R1", "R2", "R3", "R4"]
BETTER = {"not_met": ["partly", "yes"], "partly_met": ["yes"], "unanswered": ["partly", "yes"]}


def ranges(result: Result) -> dict[str, tuple[float, float]]:
    """Low and high of the index and of every domain that has them."""
    found = {d.id: (d.low, d.high) for d in result.domains if d.low is not None and d.high is not None}
    return {**found, "index": (result.index.low, result.index.high)} if result.index else found


def rows(drawn: Drawn, result: Result) -> list[oracle.Row]:
    """The applicable criteria of a result, for the oracle."""
    found = []
    for spec, criterion in zip(ordered(drawn), result.criteria, strict=True):
        action = drawn.actions[drawn.specs.index(spec)]
        agreed = action is not None and bool(action.what) and bool(action.accepted_by)
        in_time = action is not None and action.due is not None and action.due < DEPLOYS
        grade = RANK[criterion.evidence] if criterion.evidence else 0
        weight = Fraction(criterion.weight)
        mandatory = spec.force == "mandatory"
        row = oracle.Row(spec.domain, weight, spec.critical, mandatory, criterion.state, grade, agreed, in_time)
        if criterion.state != "not_applicable":
            found.append(row)
    return found


def ordered(drawn: Drawn) -> list[Spec]:
    """The specs in the order of the checklist."""
    by_id = {spec.id: spec for spec in drawn.specs}
    return [by_id[item.id] for item in drawn.checklist.items]


@given(assessments())
def test_band_rule_and_index_are_those_of_the_plain_rules(drawn: Drawn) -> None:
    result = score(drawn.checklist, drawn.record(), AS_OF)
    plain = rows(drawn, result)
    assert (result.band.code, result.band.rule) == oracle.band(plain, drawn.depth == "screen")
    index = oracle.index(plain)
    assert (result.index is None) == (index is None)
    if result.index is not None and index is not None:
        assert (result.index.low, result.index.high) == (float(index[0]), float(index[1]))
        assert result.coverage == float(oracle.low_high_coverage(plain)[2])


@given(assessments())
def test_low_is_never_above_high(drawn: Drawn) -> None:
    result = score(drawn.checklist, drawn.record(), AS_OF)
    assert all(0 <= low <= high <= 100 for low, high in ranges(result).values())
    assert all(0 <= d.coverage <= 100 for d in result.domains if d.coverage is not None)
    assert all(d.low_na_not_met <= d.low for d in result.domains if d.low is not None and d.low_na_not_met is not None)
    assert result.evidence.declared >= result.evidence.documented >= result.evidence.demonstrated
    assert result.evidence.demonstrated >= result.evidence.verified


@given(assessments(moods=[("yes", "partly", "no")]), st.randoms(use_true_random=False))
def test_each_further_answer_gives_a_range_within_the_one_before(drawn: Drawn, chance: random.Random) -> None:
    """Without *not applicable*, which changes what applies."""
    assert_narrowing(drawn.checklist, drawn.record(), chance)


@given(
    st.fixed_dictionaries(
        {
            "alpha.kits": st.integers(0, 100),
            "alpha.medics": st.integers(0, 40),
            "alpha.tested": st.sampled_from(["yes", "no"]),
            "alpha.parts": st.lists(st.sampled_from(["a", "b"]), unique=True),
            "unit.strength": st.integers(1, 400),
        }
    ),
    st.randoms(use_true_random=False),
)
def test_so_it_does_where_criteria_share_questions(values: dict[str, int | str], chance: random.Random) -> None:
    questions = (
        Question(id="alpha.kits", ask="What share?", type="percent"),
        Question(id="alpha.medics", ask="How many?", type="count"),
        Question(id="alpha.tested", ask="Tested?", type="yes_no"),
        Question(id="alpha.parts", ask="Which?", type="multi_choice", options={"a": "A", "b": "B"}),
    )
    enough = {"alpha.medics": {"at_least": {"one_per": 10, "of": "unit.strength"}}}
    specs = (
        Spec("A-1", met={"alpha.kits": {"at_least": 90}}, partly={"alpha.kits": {"at_least": 50}}),
        Spec("A-2", met=enough, partly={"any": [enough, {"alpha.tested": "yes"}]}, critical=True),
        Spec("A-3", met={"not": {"alpha.tested": "no"}}, partly={"alpha.parts": {"includes": ["a"]}}),
        Spec("B-1", "beta", met={"any": [{"alpha.kits": 100}, enough]}, partly={"alpha.parts": {"includes": ["b"]}}),
    )
    assert_narrowing(checklist(*specs, questions=questions), record(values), chance)


def assert_narrowing(made: Checklist, full: Record, chance: random.Random) -> None:
    order = list(full.answers)
    chance.shuffle(order)
    before = ranges(score(made, Record(), AS_OF))
    for size in range(1, len(order) + 1):
        after = ranges(score(made, Record(answers={name: full.answers[name] for name in order[:size]}), AS_OF))
        assert all(before[name][0] <= low and high <= before[name][1] for name, (low, high) in after.items())
        before = after
    assert all(low == high for low, high in before.values())


@given(assessments(), st.data())
def test_a_criterion_that_gets_better_lowers_no_score_and_no_band(drawn: Drawn, data: st.DataObject) -> None:
    made = drawn.checklist
    before = score(made, drawn.record(), AS_OF)
    places = [n for n, s in enumerate(drawn.specs) if state(before, s.id) in BETTER]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    better = data.draw(answers(BETTER[state(before, drawn.specs[place].id)]))
    after = score(made, drawn.record({place: better}), AS_OF)
    earlier = ranges(before)
    assert all(low >= earlier[name][0] for name, (low, _) in ranges(after).items())
    if before.band.code in LADDER and after.band.code in LADDER:
        assert LADDER.index(after.band.code) >= LADDER.index(before.band.code)
    if before.band.code in LADDER[1:]:
        assert after.band.code != "R0"


def state(result: Result, criterion: str) -> str:
    return next((c.state for c in result.criteria if c.id == criterion), "not_applicable")


@given(assessments(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(drawn: Drawn, chance: random.Random) -> None:
    made, given_ = drawn.checklist, drawn.record()
    shuffled = Record(*(dict(chance.sample(list(m.items()), len(m))) for m in (given_.answers, given_.actions)))
    shuffled = Record(shuffled.answers, shuffled.actions, dict(reversed(list(given_.causes.items()))))
    assert score(made, shuffled, AS_OF) == score(made, given_, AS_OF)


@given(assessments(), st.data())
def test_not_applicable_cannot_lift_a_show_stopper(drawn: Drawn, data: st.DataObject) -> None:
    critical = [place for place, spec in enumerate(drawn.specs) if spec.critical]
    if not critical:
        return
    place = data.draw(st.sampled_from(critical))
    made = drawn.checklist
    waved, left_open, failed = (
        score(made, drawn.record({place: given_}), AS_OF) for given_ in (answer("na"), None, answer("no"))
    )
    assert (waved.band, waved.index, waved.domains) == (left_open.band, left_open.index, left_open.domains)
    assert waved.band.code in ("R0", "R1")
    assert waved.index is not None
    assert failed.index is not None
    assert waved.index.low == failed.index.low


@given(assessments())
def test_only_a_screen_is_ever_capped(drawn: Drawn) -> None:
    """The other caps say again what rule 3 has said already; see the docstring of ``bands``."""
    result = score(drawn.checklist, drawn.record(), AS_OF)
    assert result.band.rule != 4 or (drawn.depth == "screen" and result.band.code == "R3")


@given(assessments())
def test_only_r4_and_the_depth_leave_no_criterion_behind_the_band(drawn: Drawn) -> None:
    result = score(drawn.checklist, drawn.record(), AS_OF)
    bare = result.band.code == "R4" or result.band.rule == 4 or result.index is None
    assert bool(result.band.criteria) != bare


@given(assessments())
def test_the_way_to_the_next_band_gets_there_and_needs_every_step(drawn: Drawn) -> None:
    made, given_ = drawn.checklist, drawn.record()
    way, now = reach_next_band(made, given_, AS_OF), score(made, given_, AS_OF)
    here = max(1, int(now.band.code[1]))
    everything = what_if(made, given_, AS_OF, [gap.id for gap in now.gaps])
    assert (way is None) == (int(everything.band.code[1]) <= here)
    if way is not None:
        assert int(way.band.code[1]) > here
        assert what_if(made, given_, AS_OF, way.closed) == way
        for gap in way.closed:
            without = what_if(made, given_, AS_OF, [other for other in way.closed if other != gap])
            assert int(without.band.code[1]) <= here


@given(assessments())
def test_live_agrees_with_the_whole_result(drawn: Drawn) -> None:
    result, seen = score(drawn.checklist, drawn.record(), AS_OF), live(Situation(drawn.checklist, drawn.record()))
    assert seen.states == {criterion.id: criterion.state for criterion in result.criteria}
    assert seen.domains == result.domains
    assert seen.show_stoppers == (result.band.criteria if result.band.rule == 1 else ())


@given(assessments())
def test_the_gaps_are_the_open_criteria_and_the_json_is_plain(drawn: Drawn) -> None:
    result = score(drawn.checklist, drawn.record(), AS_OF)
    open_ = {c.id for c in result.criteria if c.state in ("partly_met", "not_met", "unanswered")}
    assert {gap.id for gap in result.gaps} == open_
    assert len(result.gaps) == len(open_)
    shown = to_json(result, "a")
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown


PRINT = """
import json
from tests.scoring.build import AS_OF, checklist
from tests.scoring.test_worked_example import RECORD, SPECS
from tna.scoring import score, to_json
result = score(checklist(*SPECS), RECORD, AS_OF)
print(result, json.dumps(to_json(result, "a")))
"""


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_the_same_input_gives_the_same_bytes_in_another_process(seed: str) -> None:
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", PRINT],
        cwd=root,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    from tests.scoring.test_worked_example import RECORD, SPECS

    result = score(checklist(*SPECS), RECORD, AS_OF)
    assert ran.stdout == f"{result} {json.dumps(to_json(result, 'a'))}\n"
