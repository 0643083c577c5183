"""The walk in plain lines, from a pipe."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.run import Cli, Ran
from tests.content.small import write_content


def typed(cli: Cli, monkeypatch: pytest.MonkeyPatch, made: str, *lines: str) -> Ran:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))
    return cli("walk", made, "--plain")


def answers(cli: Cli, made: str) -> dict[str, object]:
    return {row["question"]: row["value"] for row in cli("answers", made, "--json").json}


def test_each_line_answers_the_next_open_question_and_is_kept(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    ran = typed(cli, monkeypatch, made, "68", "y", "q")
    assert "How many of the people who will deploy are women?" in ran.out
    assert "Go on with: tna walk" in ran.out
    assert answers(cli, made)["unit.women"] == 68
    assert answers(cli, made)["unit.rotation"] == "yes"


def test_what_does_not_fit_is_asked_again(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    ran = typed(cli, monkeypatch, made, "a few", "68")
    assert "'a few' is not a number" in ran.err
    assert answers(cli, made)["unit.women"] == 68


def test_dont_know_undo_back_and_skip(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    typed(cli, monkeypatch, made, "68", "u", "70", "b", "71", "s", "k")
    found = answers(cli, made)
    assert found["unit.women"] == 71
    assert "unit.rotation" not in found
    assert found["unit.tour_months"] is None


def test_the_end_of_the_input_stops_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(cli, monkeypatch, cli.new()).code == 0


@pytest.fixture
def small(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Three questions: kits, parts (several may be picked), and a follow-up on kits."""
    parts = (
        "    type: yes_no\n",
        (
            "    type: yes_no\n    when: {medical.kit_share: {at_least: 50}}\n"
            "  - {id: medical.parts, ask: Which parts?, type: multi_choice, options: {a: A, b: B}}\n"
        ),
    )
    met = ("{medical.mine_course: yes}", "{medical.mine_course: yes, medical.parts: {includes: [a]}}")
    folder = write_content(tmp_path / "content", medical=met, q_medical=parts)
    monkeypatch.setenv("TNA_CONTENT", str(folder))
    return Cli(capsys)


def test_an_answer_that_was_taken_back_is_no_answer_in_the_list(small: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small.new(mission="ALFA")
    typed(small, monkeypatch, made, "10", "u", "q")
    assert "medical.kit_share" not in answers(small, made)
    history = small("answers", made, "--history", "--json").json
    assert [row["status"] for row in history if row["question"] == "medical.kit_share"] == ["value", "open"]


def test_undo_comes_back_to_a_question_that_is_asked_and_only_once(small: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small.new(mission="ALFA")
    ran = typed(small, monkeypatch, made, "10", "b", "u", "20", "q")
    assert ran.out.count("What share of the contingent") == 3
    small("answer", made, "medical.mine_course=yes")
    ran = typed(small, monkeypatch, made, "u", "q")
    assert "Undone: medical.mine_course" in ran.out
    assert "Has everybody passed the mine course?" not in ran.out


def test_back_goes_to_what_is_asked_and_not_before_the_first(small: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small.new(mission="ALFA")
    ran = typed(small, monkeypatch, made, "10", "b", "20", "b", "b", "b", "b", "q")
    assert "This is the first question." in ran.err
    assert "mine course" not in ran.out
    assert answers(small, made)["medical.kit_share"] == 20


def test_a_comma_alone_picks_none(small: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small.new(mission="ALFA")
    ran = typed(small, monkeypatch, made, "10", ",")
    assert "A comma alone is none of them" in " ".join(ran.out.split())
    assert answers(small, made)["medical.parts"] == []


def test_an_answer_taken_back_whose_question_is_not_in_the_checklist_stops_nothing(
    small: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = small.new(mission="ALFA")
    small("answer", made, "medical.kit_share=60", "medical.parts=a", "medical.mine_course=yes")
    small("scope", made, "--depth", "screen")
    small("answer", made, "medical.kit_share=?")
    ran = typed(small, monkeypatch, made, "q")
    assert ran.code == 0
    small("scope", made, "--depth", "full")
    small("answer", made, "medical.parts=?", "medical.kit_share=40")
    ran = typed(small, monkeypatch, made, "u", "u", "u", "u", "q")
    assert ran.code == 0, ran.err


def test_a_scope_taken_back_is_followed(small: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small.new(mission="ALFA")
    small("scope", made, "--depth", "screen")
    ran = typed(small, monkeypatch, made, "u", "60", "q")
    assert "Undone: scope" in ran.out
    assert "Has everybody passed the mine course?" in ran.out


def test_why_shows_the_criterion_and_asks_again(small: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small.new(mission="ALFA")
    ran = typed(small, monkeypatch, made, "w", "x nobody has any", "q")
    assert "MED-KIT-01: Everybody carries a kit. (mandatory; show-stopper)" in ran.out
    assert "COE Manual, chapter 3, annex B (recalled)" in ran.out
    (row,) = [row for row in small("answers", made, "--json").json if row["question"] == "medical.kit_share"]
    assert row["na_reason"] == "nobody has any"


def test_a_question_mark_helps_and_stores_nothing(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    ran = typed(cli, monkeypatch, made, "?")
    assert ran.out.count("k don't know") == 2
    assert "unit.women" not in answers(cli, made)


def test_an_option_may_be_named_by_number_or_by_its_words(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    for question in ("unit.women=6", "unit.rotation=no", "unit.tour_months=9", "unit.sites=2", "unit.armed=yes"):
        cli("answer", made, question)
    cli("answer", made, "unit.drivers=4")
    ran = typed(cli, monkeypatch, made, "2")
    assert "Kept: A Level 1 clinic" in ran.out
    assert answers(cli, made)["unit.own_medical"] == "level1"
    cli("answer", made, "unit.own_medical=A Level 2 hospital")
    assert answers(cli, made)["unit.own_medical"] == "level2"


def test_evidence_is_given_for_the_last_answer(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    ran = typed(cli, monkeypatch, made, "e documented roll", "68", "e documented nominal roll 3", "e sure")
    assert "there is none yet" in ran.err
    assert "there is no grade of evidence 'sure'" in ran.err
    (row,) = [row for row in cli("answers", made, "--json").json if row["question"] == "unit.women"]
    assert (row["evidence"], row["ref"]) == ("documented", "nominal roll 3")
