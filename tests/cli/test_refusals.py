"""What is refused: one line, what and where and how to mend; exit 1; never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import Cli
from tests.content.small import write_content

NEW = ["new", "--country", "T", "--unit-name", "U", "--unit-type", "infantry", "--mission", "MINUSCA"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([*NEW, "--strength", "0", "--deploys", "2027-03-01"], "--strength: '0' is out of range"),
        ([*NEW, "--strength", "many", "--deploys", "2027-03-01"], "--strength: 'many' is not a number"),
        ([*NEW, "--strength", "8", "--deploys", "soon"], "--deploys: 'soon' is not a date; write it as year-month-day"),
        ([*NEW[:-1], "MINSCA", "--strength", "8", "--deploys", "2027-03-01"], "did you mean MINUSCA?"),
        ([*NEW, "--strength", "8", "--deploys", "2027-03-01", "--domains", "medicl"], "did you mean medical?"),
        (
            [*NEW, "--strength", "8", "--deploys", "2027-03-01", "--depth", "deep"],
            "there is no depth 'deep'; there are: screen, full",
        ),
        ([*NEW[:2], " ", *NEW[3:], "--strength", "8", "--deploys", "2027-03-01"], "--country is empty"),
        (["show", "abc123"], "abc123"),
        (["score", "zz"], "zz"),
        (["units", "infantri"], "did you mean infantry?"),
        (["sources", "COE-2033"], "did you mean"),
        (["standards", "MED-KIT-99"], "did you mean MED-KIT-0"),
    ],
)
def test_one_line_that_helps(cli: Cli, words: list[str], message: str) -> None:
    ran = cli(*words)
    assert ran.code == 1
    assert message in ran.err
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1


def test_a_wrong_use_is_exit_2(cli: Cli) -> None:
    assert cli("new").code == 2
    assert cli("nonsense").code == 2


def test_a_file_that_is_no_database_is_named(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, long enough to be no database at all.\n" * 20)
    ran = cli("--db", str(path), "list")
    assert (ran.code, str(path) in ran.err, len(ran.err.splitlines())) == (1, True, 1)


def test_content_with_faults_shows_them_all_and_stops(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_content(
        tmp_path, medical=("force: mandatory", "force: must"), sources=("superseded_by: COE", "superseded_by: CEO")
    )
    ran = Cli(capsys)("missions", "--content", str(folder))
    assert ran.code == 1
    assert [line.partition(": ")[0] for line in ran.err.splitlines()[:2]] == [
        "standards/medical.yaml:8",
        "standards/sources.yaml:3",
    ]
    assert Cli(capsys)("content", "check", str(folder)).code == 1


def test_a_file_in_the_way_is_named(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    ran = cli("demo", "--out", str(tmp_path / "out"))
    assert (ran.code, ran.err) == (
        1,
        f"tna: {tmp_path / 'out'}: File exists; see that it may be used, or name another\n",
    )


def test_a_fault_is_shown_harmlessly(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_content(tmp_path, medical=("remedies: [course]", 'remedies: ["c\\e[2J"]'))
    ran = Cli(capsys)("content", "check", str(folder))
    assert "there is no remedy c\\x1b[2J" in ran.out
    assert "1 fault in the content of" in ran.err


def test_a_country_may_keep_content_of_its_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    assert [row["id"] for row in Cli(capsys)("missions", "--json", f"--content={folder}").json] == ["ALFA", "BRAVO"]


def tna(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tna", *words],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_the_real_command_teaches_what_it_can_do() -> None:
    ran = tna("--help")
    assert ran.returncode == 0
    for command in ("demo", "new", "answer", "score", "report", "content", "walk"):
        assert command in ran.stdout


def test_what_the_commands_need_not_is_not_imported() -> None:
    """Heavy imports are paid only by the command that uses them."""
    code = (
        "import sys; from tna.cli.app import app; import tna.scoring, tna.tailoring, tna.content.load;"
        "print([name for name in ('textual', 'sqlmodel', 'sqlalchemy', 'alembic', 'openpyxl', 'yaml') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.strip() == "[]"


def test_names_with_escapes_are_shown_harmlessly(cli: Cli) -> None:
    words = ["new", "--country", "T", "--unit-name", "U\x1b[2J\u202eevil", "--unit-type", "infantry"]
    cli(*words, "--mission", "MINUSCA", "--strength", "8", "--deploys", "2027-03-01")
    ran = cli("list")
    assert "\x1b" not in ran.out
    assert "U\\x1b[2J\\u202eevil" in ran.out
    assert cli("list", "--json").json[0]["unit_name"] == "U\x1b[2J\u202eevil"


def test_a_fault_of_our_own_is_told_in_a_line_and_kept_in_a_file(
    cli: Cli, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("tna.cli.catalogue.stale_edition", fail)
    ran = cli("missions")
    assert ran.code == 1
    assert "by a fault of its own" in ran.err
    assert "Traceback" not in ran.err
    assert "deep inside" in (own_home / "fault.txt").read_text(encoding="utf-8")


def test_the_screens_need_a_terminal() -> None:
    ran = tna()
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "tna: the screens need a terminal; without one: tna walk ID --plain, or the commands of tna --help\n"
    )


def test_so_does_the_walk_unless_it_is_plain(cli: Cli) -> None:
    ran = cli("walk", cli.new())
    assert (ran.code, "tna walk ID --plain" in ran.err) == (1, True)
