"""For any question an answer is found that brings its criteria to a goal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small import write_content
from tests.tui import small
from tna.assessment.record import Answer, AnswerValue, Record
from tna.assessment.situation import Situation
from tna.content.load import load_catalogue
from tna.demo.fill import Goal, fill, value_for
from tna.scoring import live
from tna.tailoring import Checklist, Placed, tailor

START = {
    "unit.strength": Answer(status="value", value=121),
    "unit.deployment_date": Answer(status="value", value="2027-03-01"),
}


def given(placed: Placed, value: AnswerValue | None) -> Answer:
    return Answer(status="value", value=value)


def states(checklist: Checklist, goal: Goal) -> dict[str, str]:
    answers = fill(checklist, Record(answers=START), lambda _: goal, given)
    return dict(live(Situation(checklist, Record(answers=START | answers))).states)


@pytest.fixture
def every_type(tmp_path: Path) -> Checklist:
    return tailor(load_catalogue(small.write(tmp_path)), "infantry", "ALFA")


def test_every_type_of_question_can_be_brought_to_met(every_type: Checklist) -> None:
    assert set(states(every_type, "met").values()) == {"met"}


def test_every_type_of_question_can_be_brought_to_not_met(every_type: Checklist) -> None:
    found = states(every_type, "not_met")
    assert {name for name, state in found.items() if state != "not_met"} == {"MED-X-10"}
    assert found["MED-X-10"] == "not_applicable"  # its question follows on a yes, which was not given


def test_what_can_be_partly_met_is(every_type: Checklist) -> None:
    assert states(every_type, "partly")["MED-KIT-01"] == "partly_met"


def value(checklist: Checklist, name: str, goal: Goal, **facts: int) -> AnswerValue | None:
    known = {"unit." + fact: number for fact, number in facts.items()}
    return value_for(checklist, checklist.placed[name], goal, {**checklist.setup_facts, **known})


@pytest.mark.parametrize(("goal", "found"), [("met", 13), ("not_met", 12)])
def test_a_bound_drawn_from_the_strength_is_met_just_so_and_missed_just_so(
    tmp_path: Path, goal: Goal, found: int
) -> None:
    folder = write_content(
        tmp_path,
        medical=("{medical.mine_course: yes}", "{medical.mine_course: {at_least: {one_per: 10, of: unit.strength}}}"),
        q_medical=("type: yes_no", "type: count"),
    )
    checklist = tailor(load_catalogue(folder), "infantry", "ALFA")
    assert value(checklist, "medical.mine_course", goal, strength=121) == found


def test_what_leaves_a_criterion_open_is_better_than_what_loses_it(tmp_path: Path) -> None:
    both = "{medical.mine_course: no, medical.kit_share: {at_least: 1}}"
    folder = write_content(tmp_path, medical=("{medical.mine_course: yes}", both))
    checklist = tailor(load_catalogue(folder), "infantry", "ALFA")
    assert value(checklist, "medical.mine_course", "met") == "no"


def test_an_answer_that_leaves_its_question_open_is_not_asked_for_again(every_type: Checklist) -> None:
    asked: list[str] = []

    def leave_open(placed: Placed, value: AnswerValue | None) -> Answer:
        asked.append(placed.id)
        return Answer(note="later")

    fill(every_type, Record(answers=START), lambda _: "met", leave_open)
    assert len(asked) == len(set(asked))
