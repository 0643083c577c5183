"""The walk in plain lines, from a pipe."""

from __future__ import annotations

import io

import pytest

from tests.cli.run import Cli, Ran


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
    typed(cli, monkeypatch, made, "68", "u", "70", "b", "71", "s", "?")
    found = answers(cli, made)
    assert found["unit.women"] == 71
    assert "unit.rotation" not in found
    assert found["unit.tour_months"] is None


def test_the_end_of_the_input_stops_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(cli, monkeypatch, cli.new()).code == 0
