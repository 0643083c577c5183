"""What the answers add up to: facts known, questions asked, criteria that apply (SCORING 1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.assessment.record import Answer, Record
from tna.assessment.situation import Situation
from tna.content.load import load_catalogue
from tna.content.models import DEPLOYMENT_DATE
from tna.tailoring import tailor

WHEN = "applies: {units: [contingent], when: {threat.mines: {at_least: 2}}}"


def situation(folder: Path, answers: dict[str, Answer], **changes: tuple[str, str]) -> Situation:
    catalogue = load_catalogue(write_content(folder, **changes))
    return Situation(tailor(catalogue, "infantry", "ALFA"), Record(answers=answers))


def value(given: str | int) -> Answer:
    return Answer(status="value", value=given)


def walk(found: Situation) -> list[str]:
    return [placed.id for placed in found.walk if placed.id.startswith("medical.")]


FOLLOW_UP = {"q_medical": ("type: yes_no", "type: yes_no\n    when: {medical.kit_share: {at_least: 50}}")}


def test_a_follow_up_waits_for_the_answer_that_decides_it(tmp_path: Path) -> None:
    assert walk(situation(tmp_path, {}, **FOLLOW_UP)) == ["medical.kit_share"]
    assert walk(situation(tmp_path, {"medical.kit_share": value(49)}, **FOLLOW_UP)) == ["medical.kit_share"]
    assert walk(situation(tmp_path, {"medical.kit_share": value(50)}, **FOLLOW_UP)) == [
        "medical.kit_share",
        "medical.mine_course",
    ]


def test_it_still_waits_when_nobody_knows(tmp_path: Path) -> None:
    found = situation(tmp_path, {"medical.kit_share": Answer(status="dont_know")}, **FOLLOW_UP)
    assert found.asked("medical.mine_course") is None


def test_an_answer_that_became_irrelevant_is_kept_but_is_no_fact(tmp_path: Path) -> None:
    answers = {"medical.kit_share": value(10), "medical.mine_course": value("yes")}
    found = situation(tmp_path, answers, **FOLLOW_UP)
    assert "medical.mine_course" not in found.facts
    assert found.answer("medical.mine_course").value == "yes"


def test_a_question_is_not_asked_when_no_criterion_that_it_serves_applies(tmp_path: Path) -> None:
    change = {"medical": (WHEN, "applies: {when: {medical.kit_share: {at_least: 50}}}")}
    assert walk(situation(tmp_path, {"medical.kit_share": value(10)}, **change)) == ["medical.kit_share"]
    assert walk(situation(tmp_path, {}, **change)) == ["medical.kit_share"]
    found = situation(tmp_path, {"medical.kit_share": value(60)}, **change)
    assert walk(found) == ["medical.kit_share", "medical.mine_course"]
    assert found.applies(found.checklist.item["MED-MIN-01"]) is True


def test_a_question_that_decides_another_criterion_is_asked_though_its_own_does_not_apply(tmp_path: Path) -> None:
    medical = (
        "    raised_by: [mines]\n",
        "    applies: {when: {unit.women: {at_least: 1}}}\n",
    )
    folder = write_content(tmp_path, medical=medical)
    path = folder / "standards/medical.yaml"
    path.write_text(path.read_text().replace(WHEN, "applies: {when: {medical.kit_share: {at_least: 50}}}"))
    checklist = tailor(load_catalogue(folder), "infantry", "ALFA")
    found = Situation(checklist, Record(answers={"unit.women": value(0)}))
    assert found.applies(checklist.item["MED-KIT-01"]) is False
    assert walk(found) == ["medical.kit_share"]


def test_a_question_whose_criterion_does_not_apply_is_out_before_its_own_condition_is_known(tmp_path: Path) -> None:
    change = {"medical": (WHEN, "applies: {when: {unit.women: {at_least: 1}}}"), **FOLLOW_UP}
    assert situation(tmp_path, {"unit.women": value(0)}, **change).asked("medical.mine_course") is False
    assert situation(tmp_path, {"unit.women": value(1)}, **change).asked("medical.mine_course") is None


def test_dont_know_and_not_applicable_are_answers_but_no_facts(tmp_path: Path) -> None:
    answers = {
        "medical.kit_share": Answer(status="dont_know"),
        "medical.mine_course": Answer(status="not_applicable", na_reason="no roads"),
    }
    found = situation(tmp_path, answers)
    assert [placed.id for placed in found.open] == ["unit.strength", "unit.deployment_date"]
    assert not {"medical.kit_share", "medical.mine_course"} & set(found.facts)


def test_a_note_alone_leaves_a_question_open(tmp_path: Path) -> None:
    found = situation(tmp_path, {"medical.kit_share": Answer(note="ask the doctor", flag=True)})
    assert "medical.kit_share" in [placed.id for placed in found.open]


def test_setup_facts_are_known_without_a_question(tmp_path: Path) -> None:
    facts = situation(tmp_path, {}).facts
    assert facts["unit.type"] == "infantry"
    assert facts["threat.mines"] == 3
    assert facts["mission.tasks"] == ("protection",)


@pytest.mark.parametrize("stored", ["soon", 5, "20270301", "0001-01-01", "9999-12-31"])
def test_a_stored_answer_that_is_no_date_decides_nothing(tmp_path: Path, stored: str | int) -> None:
    found = situation(tmp_path, {DEPLOYMENT_DATE: value(stored)})
    assert DEPLOYMENT_DATE not in found.facts
