"""A fault of our own is kept for whoever mends it; when it cannot be, the user is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tna.faults import keep_fault


def kept() -> str:
    try:
        raise ZeroDivisionError("deep inside")
    except ZeroDivisionError:
        return keep_fault()


def test_the_traceback_is_in_the_file_that_is_named(own_home: Path) -> None:
    assert str(own_home / "fault.txt") in kept()
    assert "ZeroDivisionError: deep inside" in (own_home / "fault.txt").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TNA_HOME", str(tmp_path / "file"))
    assert "could not be written down" in kept()
