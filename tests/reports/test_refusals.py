"""A report that cannot be written is one line, and what was there before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.build import report
from tna.errors import Refusal
from tna.reports import workbook


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a folder: name a file"):
        report(tmp_path)


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="does not exist: make the folder first"):
        report(tmp_path / "none" / "r.xlsx")


def refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_read_only_report_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"before")
    monkeypatch.setattr(workbook.os, "access", lambda *_: False)
    with pytest.raises(Refusal, match="is read-only: name another file"):
        report(target)
    assert target.read_bytes() == b"before"


def test_a_report_that_is_open_elsewhere_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Refusal, match="close it where it is open"):
        report(target)
    assert [path.name for path in tmp_path.iterdir()] == ["r.xlsx"], "no draft is left"
    assert target.read_bytes() == b"before"


def test_a_full_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook.tempfile, "mkstemp", full)
    with pytest.raises(Refusal, match="No space left on device; name another place") as refusal:
        report(tmp_path / "r.xlsx")
    assert "\n" not in str(refusal.value)


def test_a_workbook_that_does_not_read_back_is_not_put_in_place(tmp_path: Path) -> None:
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"before")
    with pytest.raises(Refusal, match="does not read back as it was meant"):
        workbook.save(workbook.Workbook(), target, workbook.stamp_of(workbook.date(2026, 1, 1)))
    assert target.read_bytes() == b"before"


def test_an_existing_report_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"before")
    assert report(target).sheetnames[0] == "Summary"
    assert [path.name for path in tmp_path.iterdir()] == ["r.xlsx"]


def test_a_database_is_never_replaced_by_a_report(tmp_path: Path) -> None:
    target = tmp_path / "tna.db"
    target.write_bytes(b"SQLite format 3\0" + bytes(100))
    with pytest.raises(Refusal, match="is a database, which may hold answers: name another file"):
        report(target)
    assert target.stat().st_size == 116


def test_a_folder_that_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook.os, "access", lambda path, _: path != tmp_path)
    with pytest.raises(Refusal, match="is read-only: name a file in another folder"):
        report(tmp_path / "r.xlsx")
