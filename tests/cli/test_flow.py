"""The commands, from a new assessment to its score."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from tests.cli.run import Cli
from tests.content.small import write_content
from tna.assessment.record import Answer
from tna.store import Store, default_target

QUESTION_KEYS = {"id", "domain", "section", "ask", "type", "open"}
SCORE_KEYS = [
    "assessment",
    "as_of",
    "edition",
    "band",
    "index",
    "coverage",
    "domains",
    "evidence",
    "mandatory",
    "criteria",
    "gaps",
    "training_share",
    "sensitivity",
    "planned",
]


def test_a_new_assessment_is_listed_and_shown_by_the_start_of_its_id(cli: Cli) -> None:
    made = cli.new("--domains", "medical,mental-health", "--depth", "screen")
    (row,) = cli("list", "--json").json
    assert (row["id"], row["unit_name"], row["mission"]) == (made, "TESTBAT-1", "MINUSCA")
    assert (row["deploys"], row["strength"], row["depth"]) == ("2027-03-01", 850, "screen")
    shown = cli("show", made[:4], "--json").json
    assert shown["domains"] == ["medical", "mental_health"]
    assert shown["log"] == ["whole"]


def test_names_are_found_whatever_their_letter_case(cli: Cli) -> None:
    assert cli.new(mission="minusca")


def test_questions_name_their_place_and_whether_they_are_open(cli: Cli) -> None:
    made = cli.new()
    rows = cli("questions", made, "--json").json
    assert all(set(row) == QUESTION_KEYS for row in rows)
    assert [row["id"] for row in rows if not row["open"]] == ["unit.strength", "unit.deployment_date"]
    opened = cli("questions", made, "--open", "--json").json
    assert len(opened) == len(rows) - 2


def test_an_answer_is_kept_with_its_evidence_and_its_history(cli: Cli) -> None:
    made = cli.new()
    cli("answer", made, "medical.kit_share=80")
    words = ["--evidence", "documented", "--ref", "Sheet 4", "--evidence-date", "2026-11-14"]
    cli("answer", made, "medical.kit_share=92", *words, "--note", "RMO counted", "--author", "Capt A")
    (row,) = [row for row in cli("answers", made, "--json").json if row["question"] == "medical.kit_share"]
    assert {key: row[key] for key in row if key != "at"} == {
        "question": "medical.kit_share",
        "status": "value",
        "value": 92,
        "na_reason": None,
        "evidence": "documented",
        "ref": "Sheet 4",
        "evidence_date": "2026-11-14",
        "valid_until": None,
        "note": "RMO counted",
        "flag": False,
        "author": "Capt A",
    }
    history = cli("answers", made, "--history", "--json").json
    assert [row["value"] for row in history if row["question"] == "medical.kit_share"] == [80, 92]


def test_a_note_stays_until_another_is_given(cli: Cli) -> None:
    made = cli.new()
    cli("answer", made, "medical.kit_share=80", "--note", "ask the RMO")
    cli("answer", made, "medical.kit_share=92")
    cli("answer", made, "unit.women=60", "--note", "")
    notes = {row["question"]: row["note"] for row in cli("answers", made, "--json").json}
    assert (notes["medical.kit_share"], notes["unit.women"]) == ("ask the RMO", "")


@pytest.mark.parametrize(
    "words", [["medical.kit_share=92"], ["medical.kit_share=?"], ["medical.kit_share", "--na", "x"]]
)
def test_a_flag_and_a_note_outlive_every_kind_of_answer(cli: Cli, words: list[str]) -> None:
    made = cli.new()
    with Store.open(default_target()) as store:
        store.append(made, "answer", "medical.kit_share", Answer(status="value", value=80, note="ask", flag=True))
    cli("answer", made, *words)
    (row,) = [row for row in cli("answers", made, "--json").json if row["question"] == "medical.kit_share"]
    assert (row["note"], row["flag"]) == ("ask", True)


def test_dont_know_and_not_applicable_are_answers(cli: Cli) -> None:
    made = cli.new()
    cli("answer", made, "medical.kit_share=?")
    cli("answer", made, "medical.hiv_offer", "--na", "Done by the host country.")
    rows = {row["question"]: row for row in cli("answers", made, "--json").json}
    assert rows["medical.kit_share"]["status"] == "dont_know"
    assert rows["medical.hiv_offer"]["na_reason"] == "Done by the host country."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["medical.kit_share=101"], "medical.kit_share: '101' is out of range; write a number from 0 to 100"),
        (["medical.kit_share=92", "unit.women=many"], "unit.women: 'many' is not a number"),
        (["medical.kit_shar=92"], "there is no question 'medical.kit_shar'; did you mean medical.kit_share?"),
        (["medical.kit_share"], "medical.kit_share: write medical.kit_share=VALUE, a number from 0 to 100"),
        (["medical.kit_share", "--na", " "], "not applicable needs a reason"),
        (["unit.women", "--na", "none"], "this is a fact about the unit"),
        (["medical.kit_share=92", "--na", "x"], "give a value or --na, not both"),
        (["medical.kit_share=92", "--evidence", "sure"], "there is no grade of evidence 'sure'; there are: declared"),
        (["medical.kit_share=92", "--evidence-date", "May"], "--evidence-date: 'May' is not a date"),
    ],
)
def test_an_answer_that_does_not_fit_stores_nothing_at_all(cli: Cli, words: list[str], message: str) -> None:
    made = cli.new()
    ran = cli("answer", made, *words)
    assert ran.code == 1
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 1
    assert {row["question"] for row in cli("answers", made, "--json").json} == {
        "unit.strength",
        "unit.deployment_date",
    }


def test_an_answer_that_is_not_asked_is_kept_with_a_remark(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_up = ("type: yes_no", "type: yes_no\n    when: {medical.kit_share: {at_least: 50}}")
    monkeypatch.setenv("TNA_CONTENT", str(write_content(tmp_path / "content", q_medical=follow_up)))
    cli = Cli(capsys)
    made = cli.new(mission="ALFA")
    cli("answer", made, "medical.kit_share=10")
    ran = cli("answer", made, "medical.mine_course=yes")
    assert (ran.code, "decides nothing" in ran.err) == (0, True)
    assert "decides nothing" not in cli("answer", made, "medical.kit_share=60").err
    assert "decides nothing" not in cli("answer", made, "medical.mine_course=yes").err


def test_an_answer_outside_depth_and_scope_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TNA_CONTENT", str(write_content(tmp_path / "content")))
    cli = Cli(capsys)
    made = cli.new("--depth", "screen", mission="ALFA")
    ran = cli("answer", made, "medical.mine_course=yes")
    assert (ran.code, "is not asked of Infantry battalion in ALFA at this depth and scope" in ran.err) == (1, True)


def test_a_score_has_the_keys_of_its_specification(cli: Cli) -> None:
    made = cli.new()
    result = cli("score", made, "--json", "--as-of", "2026-11-25").json
    assert list(result) == SCORE_KEYS
    assert result["assessment"] == made
    assert result["as_of"] == "2026-11-25"
    assert result["band"]["code"] == "R0"
    assert set(result["gaps"][0]) == {"id", "class", "priority", "slack", "urgency", "causes"}


def test_a_score_for_people_says_band_rule_and_show_stoppers(cli: Cli) -> None:
    ran = cli("score", cli.new())
    assert "R0 Not determined" in ran.out
    assert "Rule 2: " in ran.out
    assert "MED-KIT-01 unanswered: Every member" in ran.out.partition("Show-stoppers: ")[2]
    assert "no UN certification" in ran.err


def test_an_action_is_kept_field_by_field(cli: Cli) -> None:
    made = cli.new()
    assert cli("action", made, "MED-KIT-01", "--what", "Buy kits", "--owner", "S4").code == 0
    assert cli("action", "MED-KIT-01", "--due", "2027-01-15", "--accepted-by", "Commander").code == 0
    assert cli("action", made, "med-kit-01", "--cause", "equipment,leadership").code == 0
    (gap,) = [gap for gap in cli("gaps", made, "--json").json if gap["id"] == "MED-KIT-01"]
    assert gap["causes"] == []  # an unanswered gap has no cause until it is answered
    cli("answer", made, "medical.kit_share=50")
    (gap,) = [gap for gap in cli("gaps", made, "--json").json if gap["id"] == "MED-KIT-01"]
    assert gap["causes"] == ["equipment", "leadership"]


def test_a_cause_beside_an_action_that_does_not_fit_is_not_kept_either(cli: Cli) -> None:
    made = cli.new()
    cli("answer", made, "medical.kit_share=50")
    assert cli("action", made, "MED-KIT-01", "--cause", "leadership", "--owner", "S4").code == 1
    assert cli("action", made, "MED-KIT-01", "--cause", "leadership", "--what", "x", "--due", "20270301").code == 1
    (gap,) = [gap for gap in cli("gaps", made, "--json").json if gap["id"] == "MED-KIT-01"]
    assert gap["causes"] == ["equipment"]


def test_an_action_needs_one_criterion_and_one_assessment(cli: Cli) -> None:
    made = cli.new()
    assert "give the assessment and one criterion" in cli("action", made, "--what", "x").err
    assert "give the assessment and one criterion" in cli("action", made, "a", "MED-KIT-01", "--what", "x").err
    cli.new()
    assert "there are 2 assessments; say which" in cli("action", "MED-KIT-01", "--what", "x").err


def test_a_gap_that_comes_too_late_says_so(cli: Cli) -> None:
    made = cli.new()
    cli("answer", made, "medical.kit_share=50")
    late = "cannot be closed in time"
    assert late in cli("gaps", made, "--as-of", "2027-02-28").out
    (line,) = [line for line in cli("gaps", made, "--as-of", "2025-02-28").out.splitlines() if " MED-KIT-01 " in line]
    assert late not in line


def test_a_report_is_told_of_a_broken_log(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("tna.store.Store.broken", lambda *_: ["an answer was altered"])
    monkeypatch.setattr("tna.reports.write_report", lambda *_, broken: told.append(broken))
    made = cli.new()
    assert cli("report", made, "-o", str(tmp_path / "r.xlsx")).code == 0
    assert told == [["an answer was altered"]]
    assert cli("show", made, "--json").json["log"] == ["an answer was altered"]


def test_a_table_has_its_columns_under_each_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TNA_CONTENT", str(write_content(tmp_path / "content")))
    assert Cli(capsys)("missions").out.splitlines() == [
        "id     status  mandate_ends  area",
        "ALFA   active  2026-12-31    Somewhere",
        "BRAVO  active  open-ended    Elsewhere",
    ]


def test_a_scope_that_changes_nothing_is_refused(cli: Cli) -> None:
    ran = cli("scope", cli.new())
    assert (ran.code, "nothing to change" in ran.err) == (1, True)


def test_a_scope_of_some_domains_stays_when_the_depth_changes(cli: Cli) -> None:
    made = cli.new("--domains", "medical")
    cli("scope", made, "--depth", "screen")
    assert cli("show", made, "--json").json["domains"] == ["medical"]
    cli("scope", made, "--domains", "technology,medical")
    shown = cli("show", made, "--json").json
    assert (set(shown["domains"]), shown["depth"]) == ({"medical", "technology"}, "screen")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["MED-KIT-99", "--what", "x"],
            "there is no criterion of this assessment 'MED-KIT-99'; did you mean MED-KIT-0",
        ),
        (["MED-KIT-01"], "nothing to set"),
        (["MED-KIT-01", "--owner", "S4"], "an action needs --what"),
        (["MED-KIT-01", "--cause", "weather"], "there is no kind of cause 'weather'; there are: training"),
    ],
)
def test_an_action_that_does_not_fit_is_refused(cli: Cli, words: list[str], message: str) -> None:
    cli.new()
    ran = cli("action", *words)
    assert (ran.code, message in ran.err) == (1, True)


def test_the_depth_may_change_and_every_answer_stays(cli: Cli) -> None:
    made = cli.new("--depth", "screen")
    few = len(cli("questions", made, "--json").json)
    cli("answer", made, "medical.kit_share=92")
    cli("scope", made, "--depth", "full")
    assert len(cli("questions", made, "--json").json) > few
    assert "medical.kit_share" in {row["question"] for row in cli("answers", made, "--json").json}


def test_a_deleted_assessment_leaves_the_list_and_asks_before(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert cli("delete", made).code == 1
    assert cli("delete", made, "--yes").code == 0
    assert cli("list", "--json").json == []


def test_the_demo_asks_nothing_and_leaves_a_report(cli: Cli, tmp_path: Path) -> None:
    ran = cli("demo", "--out", str(tmp_path / "out"))
    assert ran.code == 0, ran.err
    assert "R1 Not ready" in ran.out
    assert "Show-stoppers: " in ran.out
    assert (tmp_path / "out/gap-report.xlsx").stat().st_size > 20_000
    (row,) = cli("--db", str(tmp_path / "out/sample.db"), "list", "--json").json
    assert row["mission"] == "MINUSCA"


def test_a_report_goes_where_it_is_told(cli: Cli, tmp_path: Path) -> None:
    made = cli.new()
    path = tmp_path / "report.xlsx"
    ran = cli("report", made, "-o", str(path), "--as-of", "2026-11-25")
    assert (ran.code, ran.out.strip()) == (0, str(path))
    assert path.exists()


def test_a_training_centre_is_assessed_by_itself(cli: Cli) -> None:
    words = ["new", "--country", "Testland", "--unit-name", "NPTC", "--unit-type", "training-centre"]
    ran = cli(*words, "--strength", "60", "--deploys", "2027-06-01")
    assert ran.code == 0, ran.err
    made = ran.out.split()[-1]
    assert {row["domain"] for row in cli("questions", made, "--json").json} == {"unit", "training_centre"}
    result = cli("score", made, "--json").json
    assert [domain["domain"] for domain in result["domains"]] == ["training_centre"]
    assert (
        "assessed by itself" in cli(*words, "--mission", "MINUSCA", "--strength", "60", "--deploys", "2027-06-01").err
    )


def test_a_mandate_that_has_ended_is_said_when_an_assessment_is_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TNA_CONTENT", str(write_content(tmp_path / "content")))
    new = ["new", "--country", "T", "--unit-name", "T", "--unit-type", "infantry", "--strength", "8"]
    words = [*new, "--deploys", "2027-09-01", "--mission", "ALFA"]
    for day, said in ((date(2026, 12, 31), False), (date(2027, 1, 1), True)):
        monkeypatch.setattr("tna.cli.assessments.today", lambda day=day: day)
        assert ("The mandate of ALFA (resolution 1 (2026)) ended" in Cli(capsys)(*words).err) is said


def test_a_unit_needs_a_mission(cli: Cli) -> None:
    words = ["new", "--country", "T", "--unit-name", "T", "--unit-type", "infantry", "--strength", "8"]
    ran = cli(*words, "--deploys", "2027-03-01")
    assert (ran.code, "is missing; name one of: MINUSCA" in ran.err) == (2, True)


def test_the_library_is_a_workbook(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "library.xlsx"
    assert cli("library", "export", "-o", str(path)).code == 0
    assert path.stat().st_size > 100_000


def test_two_content_folders_are_compared(cli: Cli, tmp_path: Path) -> None:
    old = write_content(tmp_path / "old")
    new = write_content(tmp_path / "new", medical=("force: recommended", "force: mandatory"))
    ran = cli("content", "diff", str(old), str(new))
    assert ran.out.splitlines() == [
        "re-weighted: criterion MED-MIN-01",
        "    force: recommended -> mandatory",
        "1 change",
    ]
    assert "is no folder" in cli("content", "diff", str(old), str(tmp_path / "none")).err


def test_evidence_goes_with_the_value_it_was_for(cli: Cli) -> None:
    made = cli.new()

    def kit() -> tuple[object, ...]:
        rows = {row["question"]: row for row in cli("answers", made, "--json").json}
        return tuple(rows["medical.kit_share"][key] for key in ("value", "evidence", "ref", "note"))

    cli("answer", made, "medical.kit_share=80", "--evidence", "documented", "--ref", "sheet 4", "--note", "by the RMO")
    assert cli("answer", made, "medical.kit_share=80").err == ""
    assert kit() == (80, "documented", "sheet 4", "by the RMO")
    ran = cli("answer", made, "medical.kit_share=85")
    assert "the evidence was for the earlier answer" in ran.err
    assert kit() == (85, "declared", None, "by the RMO")


def test_a_share_below_one_per_cent_is_asked_about(cli: Cli) -> None:
    made = cli.new()
    assert "write 92 for 92 %, or 0.92%" in cli("answer", made, "medical.kit_share=0.92").err
    assert cli("answer", made, "medical.kit_share=0.92%").code == 0


def test_a_screen_names_only_what_it_asks(cli: Cli) -> None:
    out = cli("score", cli.new("--depth", "screen", unit="military_observers")).out
    assert "Nothing to ask of this unit at this depth: " in out
