"""A fault of our own is told in two plain lines, and kept in a file for whoever mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import play, press
from tna.tui.screens.home import HomeScreen


class FaultError(Exception):
    """What nobody expected."""


def test_a_fault_is_kept_and_told_without_a_traceback(
    folder: Path, db: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(screen: HomeScreen) -> None:
        raise FaultError("deep inside")

    monkeypatch.setattr(HomeScreen, "action_new", fail)

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")

    with pytest.raises(FaultError):
        play(folder, db, script)
    kept = own_home / "fault.txt"
    assert "FaultError: deep inside" in kept.read_text(encoding="utf-8")
    shown = capsys.readouterr()
    assert "Traceback" not in shown.out + shown.err
