"""Tailoring says what applies, with what weight, and why (SCORING 2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.content.load import load_catalogue
from tna.content.models import NO_MISSION, Catalogue
from tna.tailoring import Checklist, tailor

WHEN = "applies: {units: [contingent], when: {threat.mines: {at_least: 2}}}"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return load_catalogue(write_content(tmp_path))


def ids(checklist: Checklist) -> list[str]:
    return [item.id for item in checklist.items]


def test_what_concerns_the_unit_in_the_mission_is_in_with_its_reason(catalogue: Catalogue) -> None:
    checklist = tailor(catalogue, "infantry", "ALFA")
    assert ids(checklist) == ["MED-KIT-01", "MED-MIN-01"]
    assert checklist.item["MED-KIT-01"].why_in == "every unit in every mission"
    assert checklist.item["MED-MIN-01"].why_in == (
        "the unit is of type contingent; the threat level of mines is at least 2"
    )


@pytest.mark.parametrize(
    ("unit", "mission", "reason", "why"),
    [
        ("observers", "ALFA", "unit", "only for contingent; this is: Military observers"),
        ("infantry", "BRAVO", "condition", "only when the threat level of mines is at least 2"),
    ],
)
def test_what_does_not_is_out_with_its_reason(
    catalogue: Catalogue, unit: str, mission: str, reason: str, why: str
) -> None:
    checklist = tailor(catalogue, unit, mission)
    assert [(left.criterion.id, left.reason, left.why) for left in checklist.left_out] == [("MED-MIN-01", reason, why)]


def test_a_mission_may_be_named(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path, medical=(WHEN, "applies: {missions: [BRAVO]}")))
    assert ids(tailor(catalogue, "infantry", "ALFA")) == ["MED-KIT-01"]
    assert tailor(catalogue, "infantry", "BRAVO").item["MED-MIN-01"].why_in == "the mission is BRAVO"


def test_what_hangs_on_an_answer_is_in_until_the_answer_is_known(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path, medical=(WHEN, "applies: {when: {unit.women: {at_least: 1}}}")))
    item = tailor(catalogue, "observers", "BRAVO").item["MED-MIN-01"]
    assert item.why_in == "unless the answers rule it out: applies when the number of women is at least 1"


@pytest.mark.parametrize(("mission", "multiplier"), [("ALFA", 1.5), ("BRAVO", 1.0)])
def test_a_threat_raises_the_weight_and_a_quiet_mission_never_lowers_it(
    catalogue: Catalogue, mission: str, multiplier: float
) -> None:
    assert tailor(catalogue, "infantry", mission).item["MED-KIT-01"].multiplier == multiplier


def test_a_threat_of_level_one_changes_nothing(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path, medical=("raised_by: [mines]", "raised_by: [heat]")))
    item = tailor(catalogue, "infantry", "ALFA").item["MED-KIT-01"]
    assert (item.multiplier, item.why_weight) == (1.0, "")


def test_no_mission_raises_nothing_and_a_type_by_itself_has_its_own_domains_only(real_catalogue: Catalogue) -> None:
    checklist = tailor(real_catalogue, "training_centre", NO_MISSION)
    assert checklist.domains == ("training_centre",)
    assert {item.domain for item in checklist.items} == {left.domain for left in checklist.left_out} | {
        "training_centre"
    }
    assert {item.multiplier for item in checklist.items} == {1.0}


def test_without_a_mission_no_threat_is_a_planning_factor(catalogue: Catalogue) -> None:
    item = tailor(catalogue, "infantry", NO_MISSION).item["MED-KIT-01"]
    assert item.multiplier == 1.0


def test_the_highest_of_the_threats_decides_and_is_named_with_its_reason(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path, medical=("raised_by: [mines]", "raised_by: [heat, mines]")))
    alfa, bravo = (tailor(catalogue, "infantry", mission).item["MED-KIT-01"] for mission in ("ALFA", "BRAVO"))
    assert alfa.why_weight == "mines is at level 3 in ALFA: Roads are mined."
    assert (bravo.multiplier, bravo.why_weight) == (1.25, "heat is at level 2 in BRAVO")


def test_a_screen_keeps_what_is_critical_or_mandatory(catalogue: Catalogue) -> None:
    checklist = tailor(catalogue, "infantry", "ALFA", depth="screen")
    assert ids(checklist) == ["MED-KIT-01"]
    assert [(left.criterion.id, left.reason) for left in checklist.left_out] == [("MED-MIN-01", "depth")]
    assert "medical.mine_course" not in checklist.placed


def test_a_screen_keeps_what_is_critical_without_being_mandatory(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path, medical=("force: mandatory", "force: recommended")))
    assert ids(tailor(catalogue, "infantry", "ALFA", depth="screen")) == ["MED-KIT-01"]


def test_a_domain_out_of_scope_is_named_when_it_would_apply(real_catalogue: Catalogue) -> None:
    checklist = tailor(real_catalogue, "infantry", "MINUSCA", ["medical"])
    assert {item.domain for item in checklist.items} == {"medical"}
    assert checklist.domains_left_out[:3] == ("pre_deployment", "mental_health", "technology")
    assert "medical" not in checklist.domains_left_out


def test_questions_come_with_their_criteria_the_profile_first(catalogue: Catalogue) -> None:
    checklist = tailor(catalogue, "infantry", "ALFA")
    assert [(placed.id, placed.criteria) for placed in checklist.questions] == [
        ("unit.strength", ()),
        ("unit.deployment_date", ()),
        ("medical.kit_share", ("MED-KIT-01",)),
        ("medical.mine_course", ("MED-MIN-01",)),
    ]


def test_a_question_that_another_waits_for_is_asked_too(tmp_path: Path) -> None:
    catalogue = load_catalogue(
        write_content(tmp_path, q_medical=("type: percent", "type: percent\n    when: {unit.women: {at_least: 1}}"))
    )
    assert "unit.women" in tailor(catalogue, "observers", "BRAVO").placed


def test_a_question_that_only_the_partial_state_or_the_scope_of_a_criterion_reads_is_asked(tmp_path: Path) -> None:
    catalogue = load_catalogue(
        write_content(
            tmp_path,
            medical=(
                "    partly: {medical.kit_share: {at_least: 90}}\n",
                "    partly: {medical.ordered: yes}\n    applies: {when: {unit.women: {at_least: 1}}}\n",
            ),
            q_medical=(
                "    type: yes_no\n",
                "    type: yes_no\n  - {id: medical.ordered, ask: Ordered?, type: yes_no}\n",
            ),
        )
    )
    placed = tailor(catalogue, "infantry", "BRAVO").placed
    assert placed["medical.ordered"].criteria == ("MED-KIT-01",)
    assert "unit.women" in placed


def test_an_unknown_mission_is_an_error_of_the_caller(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError):
        tailor(catalogue, "infantry", "CHARLIE")
