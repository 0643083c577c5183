"""Every kind of fault in the content is found, with file, line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.content.load import ContentError, check_content, load_catalogue

Change = tuple[str, str]


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in check_content(folder)]


def test_the_small_content_has_none(tmp_path: Path) -> None:
    assert faults(write_content(tmp_path)) == []


CASES: list[tuple[dict[str, Change], str]] = [
    (
        {"medical": ("met: {medical.kit_share", "met: {medical.kit_shar")},
        "standards/medical.yaml:11: MED-KIT-01: met names medical.kit_shar; did you mean medical.kit_share?",
    ),
    (
        {"medical": ("force: mandatory", "force: mandatry")},
        (
            "standards/medical.yaml:8: MED-KIT-01: `force` is 'mandatry'; write one of: mandatory, recommended, good_practice; "
            "did you mean mandatory?"
        ),
    ),
    (
        {"medical": ("critical:", "critcal:")},
        "standards/medical.yaml:10: MED-KIT-01: unknown key `critcal`; did you mean critical?",
    ),
    (
        {"medical": ("    consequence: A casualty bleeds to death.\n", "")},
        "standards/medical.yaml:6: MED-KIT-01: `consequence` is missing",
    ),
    (
        {"medical": ('at: "chapter 3, annex B"', "at: chapter 3, annex B")},
        "standards/medical.yaml:14: MED-KIT-01: `annex B` is read as a key; a text with a comma inside braces {} needs quotes",
    ),
    (
        {"medical": ("source: COE, at", "source: CEO, at")},
        "standards/medical.yaml:14: MED-KIT-01: cites CEO, which sources.yaml lacks; did you mean COE?",
    ),
    (
        {"medical": ("remedies: [course]", "remedies: [coarse]")},
        "standards/medical.yaml:18: MED-KIT-01: there is no remedy coarse; did you mean course?",
    ),
    (
        {"medical": ("remedies: [course]", "remedies: []")},
        "standards/medical.yaml:18: MED-KIT-01: `remedies` is empty; it needs at least one entry",
    ),
    (
        {"medical": ("raised_by: [mines]", "raised_by: [mine]")},
        "standards/medical.yaml:13: MED-KIT-01: there is no threat mine; did you mean mines?",
    ),
    (
        {"medical": ("units: [contingent]", "units: [infntry]")},
        "standards/medical.yaml:24: MED-MIN-01: there is no unit type or group infntry; did you mean infantry?",
    ),
    (
        {"medical": ("{units: [contingent], when", "{missions: [ALFFA], when")},
        "standards/medical.yaml:24: MED-MIN-01: there is no mission ALFFA; did you mean ALFA?",
    ),
    (
        {"medical": ("when: {threat.mines", "when: {threat.mine")},
        "standards/medical.yaml:24: MED-MIN-01: applies.when names threat.mine; did you mean threat.mines?",
    ),
    (
        {"medical": ("id: MED-MIN-01", "id: MED-KIT-01")},
        "standards/medical.yaml:19: MED-KIT-01: the id is used twice; the first is at standards/medical.yaml:6",
    ),
    (
        {"medical": ("{at_least: 100}", "yes")},
        "standards/medical.yaml:11: MED-KIT-01: met tests medical.kit_share, a number, for the word yes",
    ),
    (
        {"medical": ("medical.mine_course: yes", "medical.mine_course: maybe")},
        "standards/medical.yaml:23: MED-MIN-01: met tests medical.mine_course for maybe, which is none of: yes, no",
    ),
    (
        {"medical": ("medical.mine_course: yes", "medical.mine_course: {at_least: 3}")},
        (
            "standards/medical.yaml:23: MED-MIN-01: met tests medical.mine_course, a yes_no, with at_least, at_most and between; "
            "it takes: a word, one_of"
        ),
    ),
    (
        {"medical": ("{at_least: 100}", "{at_least: 101}")},
        "standards/medical.yaml:11: MED-KIT-01: met tests medical.kit_share against 101, but it cannot be over 100",
    ),
    (
        {"medical": ("{at_least: 100}", "{atleast: 100}")},
        (
            "standards/medical.yaml:11: MED-KIT-01: met: `atleast` is no test; write one of: at_least, at_most, between, one_of, "
            "includes, includes_any, after, before"
        ),
    ),
    (
        {"medical": ("met: {medical.mine_course: yes}", "met: {threat.mines: {at_most: 1}}")},
        "standards/medical.yaml:23: MED-MIN-01: met rests on no question, so that nobody could ever answer it",
    ),
    (
        {"medical": ("met: {medical.mine_course: yes}", "met: {medical.kit_share: {at_least: 1}}")},
        "questionnaires/medical.yaml:11: medical.mine_course: serves no criterion: name it in one, or take it out",
    ),
    (
        {"medical": ("domain: medical", "domain: medicine")},
        "standards/medical.yaml:1: `domain` must be medical, as the file is called",
    ),
    (
        {"medical": ("title: Kits", "titel: Kits")},
        "standards/medical.yaml:4: each of `topics` needs a `title` and `criteria`",
    ),
    (
        {"medical": ("    kind: equipment\n", "    kind: equipment\n    kind: training\n")},
        "standards/medical.yaml:10: `kind` stands twice here; keep one",
    ),
    (
        {"medical": ("requires: Everybody carries", "requires: !!python/name:os.system Everybody carries")},
        "standards/medical.yaml:7: the tag tag:yaml.org,2002:python/name:os.system is not allowed; write plain text",
    ),
    (
        {"medical": ("requires: Everybody carries a kit.", "requires: no")},
        "",
    ),
    (
        {"medical": ("requires: Everybody carries a kit.", "requires: 12")},
        "standards/medical.yaml:7: MED-KIT-01: `requires` must be a text, not 12; put it in quotes",
    ),
    (
        {"medical": ("requires: Everybody carries a kit.", "requires: A kit: everybody")},
        "standards/medical.yaml:7: a colon inside a text: put the whole text in quotes",
    ),
    (
        {"q_medical": ("type: yes_no", "type: yes_no\n    when: {medical.kit_share: {at_least: 1}}")},
        "",
    ),
    (
        {
            "q_medical": (
                "    evidence: [Inspection sheet]\n",
                "  - {id: medical.x, ask: X?, type: choice}\n",
            )
        },
        "questionnaires/medical.yaml:10: medical.x: options go with choice and multi_choice, which need them",
    ),
    (
        {"q_medical": ("id: medical.mine_course", "id: medicine.mine_course")},
        "questionnaires/medical.yaml:11: medicine.mine_course: the id must begin with medical.",
    ),
    (
        {"q_medical": ("type: yes_no", "type: maturity")},
        "questionnaires/medical.yaml:11: medical.mine_course: maturity needs five levels, for 0 to 4",
    ),
    (
        {"q_profile": ("id: unit.women", "id: units.women")},
        "questionnaires/profile.yaml:2: units.women: the id must begin with unit.",
    ),
    (
        {"medical": ("id: MED-MIN-01", "id: mines 1")},
        (
            "standards/medical.yaml:19: mines 1: `id` is 'mines 1'; it must look like MED-KIT-01 for a criterion, "
            "medical.kit_share for a question"
        ),
    ),
    (
        {"medical": ("{at_least: 90}", "{at_least: {one_per: 10, of: unit.strength}}")},
        "",
    ),
    (
        {"sources": ('date: "2023"', "date: 2023-01-31")},
        "",
    ),
    (
        {"sources": ('date: "2023"', "date: 31 January")},
        "standards/sources.yaml:2: COE: `date` is '31 January'; it must look like 2023, 2023-01 or 2023-01-31",
    ),
    (
        {"edition": ("order: [medical]", "order: [medcal]")},
        "standards/edition.yaml:3: `order` names medcal, which has no standard; did you mean medical?",
    ),
    (
        {"edition": ("date: 2026-11-25", "date: 2026-02-30")},
        "standards/edition.yaml:2: 2026-02-30 is no day of the calendar",
    ),
    (
        {"sources": ("superseded_by: COE", "superseded_by: CEO")},
        "standards/sources.yaml:3: OLD: there is no source CEO; did you mean COE?",
    ),
    (
        {"missions": ("missions:", "threat_note: 5\nmissions:")},
        "standards/missions.yaml:1: `threat_note` must be a text, not 5; put it in quotes",
    ),
    (
        {"missions": ("missions:", "threat_scale: [low]\nmissions:")},
        "standards/missions.yaml:1: `threat_scale` must be a mapping of keys to values, not ['low']",
    ),
    (
        {"missions": ("{mines: Roads", "{mine: Roads")},
        "standards/missions.yaml:7: ALFA: there is no threat mine; did you mean mines?",
    ),
    (
        {"missions": ("mines: 3", "mines: " + "9" * 5000)},
        "standards/missions.yaml:6: ALFA: `mines`: unable to parse input string as an integer, exceeded maximum size",
    ),
    (
        {"missions": ("tasks: [protection]", "tasks: [protection]\n  cites: [{source: CEO}]")},
        "standards/missions.yaml:9: ALFA: cites CEO, which sources.yaml lacks; did you mean COE?",
    ),
    (
        {"units": ("groups: [individual]", "groups: [individual], cites: [{source: CEO}]")},
        "standards/units.yaml:3: observers: cites CEO, which sources.yaml lacks; did you mean COE?",
    ),
    (
        {"units": ("groups: [individual]", "groups: [individual], manual: {source: CEO}")},
        "standards/units.yaml:3: observers: there is no source CEO; did you mean COE?",
    ),
    (
        {"units": ("groups: [individual]", "groups: [individual], domains: [medical, medcal]")},
        "standards/units.yaml:3: observers: there is no domain medcal; did you mean medical?",
    ),
    (
        {"units": ("- {id: observers", "- some words\n- {id: observers")},
        "standards/units.yaml:3: 'some words' stands where a mapping of keys to values belongs",
    ),
    (
        {"remedies": ("lead_time_days: 30", "cites: [{source: CEO}]")},
        "standards/remedies.yaml:2: course: cites CEO, which sources.yaml lacks; did you mean COE?",
    ),
    (
        {"edition": ("order: [medical]", "order: medical")},
        "standards/edition.yaml:3: `order` must be a list, such as [a, b], not 'medical'",
    ),
    (
        {"medical": ("cites: [{source: COE}]", "cites: []")},
        "standards/medical.yaml:25: MED-MIN-01: `cites` is empty; it needs at least one entry",
    ),
    (
        {"medical": ("{at_least: 100}", "{at_least: 50, at_most: 40}")},
        "standards/medical.yaml:11: MED-KIT-01: met tests medical.kit_share for a range that is empty",
    ),
    (
        {"medical": ("{at_least: 100}", "{between: [50, 40]}")},
        "standards/medical.yaml:11: MED-KIT-01: met tests medical.kit_share for a range that is empty",
    ),
    (
        {"medical": ("{at_least: 100}", "{at_most: -5}")},
        "standards/medical.yaml:11: MED-KIT-01: met tests medical.kit_share against -5, but it cannot be under 0",
    ),
    (
        {"medical": ("{at_least: 100}", "{at_least: {times: 2, of: medical.mine_course}}")},
        (
            "standards/medical.yaml:11: MED-KIT-01: met draws an amount from medical.mine_course, a yes_no, "
            "which is no number"
        ),
    ),
    (
        {"medical": ("threat.mines: {at_least: 2}", "threat.mines: {at_least: 4}")},
        "standards/medical.yaml:24: MED-MIN-01: applies.when tests threat.mines against 4, but it cannot be over 3",
    ),
    (
        {"medical": ("threat.mines: {at_least: 2}", "mission.tasks: {includes_any: [protection]}")},
        "",
    ),
    (
        {"medical": ("threat.mines: {at_least: 2}", "mission.tasks: {includes: [protectoin]}")},
        (
            "standards/medical.yaml:24: MED-MIN-01: applies.when tests mission.tasks for protectoin, which is none of: "
            "protection; did you mean protection?"
        ),
    ),
    (
        {"medical": ("threat.mines: {at_least: 2}", "unit.type: infantri")},
        (
            "standards/medical.yaml:24: MED-MIN-01: applies.when tests unit.type for infantri, which is none of: "
            "infantry, observers; did you mean infantry?"
        ),
    ),
    (
        {"q_medical": ("type: percent", "type: percent\n    min: 90\n    max: 10")},
        "questionnaires/medical.yaml:7: medical.kit_share: min is above max, so that no number fits",
    ),
    (
        {"q_medical": ("type: yes_no", "type: yes_no\n    min: 1")},
        "questionnaires/medical.yaml:11: medical.mine_course: min and max go with numbers only",
    ),
    (
        {"q_medical": ("type: yes_no", "type: yes_no\n    levels: [a, b, c, d, e]")},
        "questionnaires/medical.yaml:11: medical.mine_course: levels go with maturity only",
    ),
    (
        {"q_profile": ("questions:\n", "questions:\n- {id: unit.strength, ask: How strong?, type: percent}\n")},
        "questionnaires/profile.yaml:2: unit.strength: must be of type count: a new assessment asks it",
    ),
    (
        {"sources": ("- {id: OLD", "- !!map {id: OLD")},
        "",
    ),
    (
        {"sources": ("- {id: OLD", "- !!omap {id: OLD")},
        "standards/sources.yaml:3: the tag tag:yaml.org,2002:omap is not allowed; write plain data",
    ),
    (
        {"missions": ("mines: 3", "mines: 4")},
        "standards/missions.yaml:6: ALFA: `mines`: input should be less than or equal to 3",
    ),
]


@pytest.mark.parametrize(
    ("changes", "expected"), CASES, ids=lambda value: None if isinstance(value, dict) else value[:70]
)
def test_a_fault_is_named_with_its_place_and_its_cure(
    tmp_path: Path, changes: dict[str, Change], expected: str
) -> None:
    found = faults(write_content(tmp_path, **changes))
    if expected:
        assert expected in found
    else:
        assert found == []


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    folder = write_content(
        tmp_path,
        medical=("force: mandatory", "force: must"),
        sources=("superseded_by: COE", "superseded_by: CEO"),
        q_profile=("type: count", "type: number"),
    )
    assert [line.split(":")[0] for line in faults(folder)] == [
        "questionnaires/profile.yaml",
        "standards/medical.yaml",
        "standards/sources.yaml",
    ]


def test_a_circle_of_questions_is_shown(tmp_path: Path) -> None:
    folder = write_content(
        tmp_path,
        q_medical=(
            "    type: percent\n",
            "    type: percent\n    when: {medical.mine_course: yes}\n",
        ),
    )
    text = (folder / "questionnaires/medical.yaml").read_text()
    (folder / "questionnaires/medical.yaml").write_text(text + "    when: {medical.kit_share: {at_least: 1}}\n")
    assert (
        "questionnaires/medical.yaml:10: medical.kit_share: `when` goes round in a circle: "
        "medical.kit_share -> medical.mine_course -> medical.kit_share"
    ) in faults(folder)


def test_a_unit_type_without_any_criterion_is_named(tmp_path: Path) -> None:
    folder = write_content(tmp_path, medical=("    raised_by: [mines]\n", "    applies: {units: [infantry]}\n"))
    assert faults(folder) == ["standards/units.yaml:1: observers: no criterion applies to it in ALFA, BRAVO"]


@pytest.mark.parametrize("name", ["standards/medical.yaml", "questionnaires/medical.yaml"])
def test_a_domain_without_its_other_half_is_named(tmp_path: Path, name: str) -> None:
    folder = write_content(tmp_path)
    (folder / name).unlink()
    assert any("there is no " + name in line for line in faults(folder))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"medical": ("title: Kits", 'title: ""')},
            "standards/medical.yaml:4: each of `topics` needs a `title` and `criteria`",
        ),
        (
            {"q_medical": ("title: Kits", 'title: ""')},
            "questionnaires/medical.yaml:5: each of `sections` needs a `title` and `questions`",
        ),
        (
            {"medical": ("kind: training\n    met: {medical", "kind: trianing\n    met: {medical")},
            (
                "standards/medical.yaml:22: MED-MIN-01: `kind` is 'trianing'; write one of: training, personnel, equipment, "
                "facility, procedure, leadership; did you mean training?"
            ),
        ),
        (
            {"q_medical": ("type: percent", "type: per cent")},
            (
                "questionnaires/medical.yaml:9: medical.kit_share: `type` is 'per cent'; write one of: yes_no, "
                "yes_partly_no, count, percent, hours, days, date, choice, multi_choice, maturity, text; "
                "did you mean percent?"
            ),
        ),
        (
            {"medical": ("{medical.mine_course: yes}", "{medical.mine_course: true}")},
            (
                "standards/medical.yaml:23: MED-MIN-01: met: True is no test; write a word, a number or one of: at_least, "
                "at_most, between, one_of, includes, includes_any, after, before"
            ),
        ),
    ],
)
def test_one_fault_makes_up_no_other(tmp_path: Path, changes: dict[str, Change], expected: str) -> None:
    assert faults(write_content(tmp_path, **changes)) == [expected]


def test_a_list_is_not_called_empty_when_what_it_holds_has_a_fault(tmp_path: Path) -> None:
    assert faults(write_content(tmp_path, medical=("[{source: COE}]", "[{sorce: COE}]"))) == [
        "standards/medical.yaml:25: MED-MIN-01: `source` is missing",
        "standards/medical.yaml:25: MED-MIN-01: unknown key `sorce`; did you mean source?",
    ]


def test_what_is_assessed_by_itself_needs_a_criterion_without_a_mission(tmp_path: Path) -> None:
    centre = ("groups: [individual]", "groups: [individual], domains: [medical]")
    only = ("    raised_by: [mines]\n", "    applies: {units: [contingent]}\n")
    assert faults(write_content(tmp_path, units=centre, medical=only)) == [
        "standards/units.yaml:1: observers: no criterion applies to it in none"
    ]


def test_a_criterion_of_one_mission_fills_no_other(tmp_path: Path) -> None:
    only = ("    raised_by: [mines]\n", "    applies: {missions: [ALFA]}\n")
    assert faults(write_content(tmp_path, medical=only)) == [
        "standards/units.yaml:1: infantry: no criterion applies to it in BRAVO",
        "standards/units.yaml:1: observers: no criterion applies to it in BRAVO",
    ]


def test_an_anchor_cannot_multiply_the_content(tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    (folder / "standards/sources.yaml").write_text("sources: &a [{id: COE, title: x}, {id: B, title: y, note: *a}]\n")
    assert any("an anchor is used again" in line for line in faults(folder))


def test_a_file_that_is_no_text_is_one_fault(tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    (folder / "standards/sources.yaml").write_bytes(b"sources:\n- {id: COE, title: \xff}\n")
    assert "standards/sources.yaml:2: the file is not UTF-8 text; save it as UTF-8" in faults(folder)


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="1 fault in the content") as error:
        load_catalogue(tmp_path)
    assert "holds no standards/ and questionnaires/" in str(error.value.faults[0])


def test_nothing_is_loaded_when_anything_is_wrong(tmp_path: Path) -> None:
    folder = write_content(tmp_path, medical=("force: mandatory", "force: must"))
    with pytest.raises(ContentError) as error:
        load_catalogue(folder)
    assert len(error.value.faults) == 1


def test_a_file_with_a_wrong_layout_hides_no_other_fault_and_makes_up_none(tmp_path: Path) -> None:
    folder = write_content(tmp_path, medical=("force: mandatory", "force: must"))
    (folder / "standards/sources.yaml").write_text("sources: [\n")
    (folder / "questionnaires/medical.yaml").write_text("sections: {\n")
    assert [line.split(": ")[0] for line in faults(folder)] == [
        "questionnaires/medical.yaml:2",
        "standards/medical.yaml:8",
        "standards/sources.yaml:2",
    ]
