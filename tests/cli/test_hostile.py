"""Names, dates, streams and databases that mean harm, or that an accident made."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.run import Cli
from tna.cli import main

HOSTILE = "\x1b[31m\x9b31m\u202eמבחן =1+1 漢字"


def named(cli: Cli, name: str) -> str:
    words = ["--country", name, "--unit-name", name, "--unit-type", "infantry", "--mission", "MINUSCA"]
    return cli("new", *words, "--strength", "850", "--deploys", "2027-03-01").out.split()[-1]


def test_json_cannot_steer_a_terminal_and_keeps_its_meaning(cli: Cli) -> None:
    named(cli, HOSTILE)
    ran = cli("list", "--json")
    assert not set("\x1b\x9b\u202e") & set(ran.out)
    assert ran.json[0]["unit_name"] == HOSTILE


def test_json_is_whole_where_the_terminal_knows_few_letters(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    named(cli, "漢字")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "ascii", write_through=True))
    cli("list", "--json")
    assert json.loads(written.getvalue())[0]["unit_name"] == "漢字"


def test_a_report_of_a_long_name_has_a_name_of_its_own(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("訓練" * 500, "تدريب"):
        assert cli("report", named(cli, name)).code == 0
    assert len(list(tmp_path.glob("gap-report-*.xlsx"))) == 2


@pytest.mark.parametrize("deploys", ["0001-01-01", "1899-12-31", "9999-12-31"])
def test_a_date_far_off_the_calendar_is_refused(cli: Cli, deploys: str) -> None:
    words = ["--country", "T", "--unit-name", "U", "--unit-type", "infantry", "--mission", "MINUSCA"]
    ran = cli("new", *words, "--strength", "850", "--deploys", deploys)
    assert (ran.code, ran.err) == (
        1,
        f"tna: --deploys: {deploys} is out of range; write a year from 1900 to 2199\n",
    )
    assert cli("score", cli.new(), "--as-of", deploys).code == 1


def test_a_closed_stdin_asks_nobody(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cli.new()
    monkeypatch.setattr(sys, "stdin", None)
    assert "give --yes" in cli("delete", made).err
    ran = cli("walk", made, "--plain")
    assert (ran.code, "Stopped;" in ran.out) == (0, True)
    assert cli("show", made).code == 0


def test_input_that_is_no_text_is_refused_and_the_walk_goes_on(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"\xff\n"), "utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    ran = cli("walk", cli.new(), "--plain")
    assert (ran.code, "Stopped;" in ran.out) == (0, True)
    assert "Nothing was stored" in ran.err


@pytest.mark.parametrize("kept", ["'text'", "x'00'", "zeroblob(1000)"])
def test_kept_content_that_was_altered_is_not_used(cli: Cli, own_home: Path, kept: str) -> None:
    made = cli.new()
    with closing(sqlite3.connect(own_home / "tna.db")) as raw, raw:
        raw.execute(f"UPDATE content SET compiled = {kept}")
        raw.execute(f"UPDATE content SET digest = '{'0' * 64}'")
        raw.execute(f"UPDATE assessment SET digest = '{'0' * 64}'")
    ran = cli("score", made)
    assert (ran.code, "not kept here" in ran.err) == (0, True)


def test_a_long_name_leaves_the_list_readable(cli: Cli) -> None:
    named(cli, "A" * 10_000)
    assert max(map(len, cli("list").out.splitlines())) < 200


def test_an_interrupt_before_anything_has_begun_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tna.cli.hoist", interrupted)
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 130


@pytest.mark.parametrize("as_of", ["1900-01-01", "2108-01-01", "2199-12-31"])
def test_a_report_of_a_far_day_is_written(cli: Cli, tmp_path: Path, as_of: str) -> None:
    ran = cli("report", cli.new(), "-o", str(tmp_path / "r.xlsx"), "--as-of", as_of)
    assert (ran.code, ran.err) == (0, "")
