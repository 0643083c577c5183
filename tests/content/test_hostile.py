"""Content that means harm, or that an accident made: faults are told, nothing is loaded, nothing stops the tool."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.content.load import ContentError, check_content, load_catalogue

MET = "{medical.mine_course: yes}"


def told(folder: Path) -> str:
    """The faults of a folder as lines; loading it tells the same."""
    faults = check_content(folder)
    with pytest.raises(ContentError) as refused:
        load_catalogue(folder)
    assert list(refused.value.faults) == faults
    return "\n".join(map(str, faults))


@pytest.mark.parametrize("levels", [60, 400, 900])
def test_deep_nesting_is_a_fault(tmp_path: Path, levels: int) -> None:
    deep = "{not: " * levels + MET + "}" * levels
    assert "nests over 40 levels deep" in told(write_content(tmp_path, medical=(MET, deep)))


@pytest.mark.parametrize("tag", ["!!int", "!!float", "!!bool", "!!null", "!!timestamp"])
def test_a_tag_that_does_not_fit_its_text_is_a_fault(tmp_path: Path, tag: str) -> None:
    folder = write_content(tmp_path, medical=("title: Medical", f"title: {tag} Medical"))
    assert "is not allowed; write plain text" in told(folder)


def _folder(path: Path) -> None:
    path.mkdir()


def _broken_link(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
@pytest.mark.parametrize("make", [_folder, _broken_link, _link_to_itself, _endless, _pipe])
def test_what_is_no_ordinary_file_is_a_fault(tmp_path: Path, make: Callable[[Path], None]) -> None:
    folder = write_content(tmp_path)
    make(folder / "standards/extra.yaml")
    assert told(folder) == "standards/extra.yaml:1: cannot be read: it is no ordinary file; take it out of the folder"


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    try:
        (folder / "standards" / os.fsdecode(b"\xff.yaml")).touch()
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert "the file is empty" in told(folder)


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ("{after: deployment, days: 99999999999}", "`days` is over 3653"),
        ("{after: 0001-01-01, days: -30}", "the year of 0001-01-01 must be from 1900 to 2199"),
        ('{before: "9999-12-31"}', "the year of 9999-12-31 must be from 1900 to 2199"),
    ],
)
def test_a_moment_that_leaves_the_calendar_is_a_fault(tmp_path: Path, test: str, message: str) -> None:
    folder = write_content(
        tmp_path, medical=(MET, f"{{medical.mine_course: {test}}}"), q_medical=("type: yes_no", "type: date")
    )
    assert message in told(folder)


def test_a_lead_time_beyond_ten_years_is_a_fault(tmp_path: Path) -> None:
    assert "lead_time_days" in told(write_content(tmp_path, remedies=("lead_time_days: 30", "lead_time_days: 9999999")))


@pytest.mark.parametrize("name", ["unit", "mission", "threat"])
def test_a_domain_cannot_take_the_name_of_other_facts(tmp_path: Path, name: str) -> None:
    folder = write_content(tmp_path)
    question = f"{{id: {name}.mines, ask: Which?, type: text}}"
    (folder / "standards" / f"{name}.yaml").write_text(f"domain: {name}\ntitle: T\ntopics: []\n")
    (folder / "questionnaires" / f"{name}.yaml").write_text(
        f"domain: {name}\ntitle: T\nsections:\n- title: S\n  questions: [{question}]\n"
    )
    assert [line.split(";")[0] for line in told(folder).splitlines()] == [
        f"{part}/{name}.yaml:1: a domain cannot be called {name}, which is the name of other facts"
        for part in ("questionnaires", "standards")
    ]


def test_a_fault_that_quotes_a_flood_is_cut(tmp_path: Path) -> None:
    assert len(told(write_content(tmp_path, medical=("force: mandatory", f"force: {'x' * 100_000}")))) < 1200
