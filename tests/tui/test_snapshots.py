"""The screens as text, as they were last looked at: a change shows, and is looked at before it is taken over.

After a change on purpose: `pytest tests/tui/test_snapshots.py -n 0 --snapshot-update`, and read the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tests.tui.conftest import play, press, screen_text, settle
from tna.assessment.record import Answer, Assessment
from tna.store import Store

SCREENS: dict[str, Sequence[str]] = {
    "home": (),
    "new": ("n",),
    "walk of a number": ("enter", "enter", "enter"),
    "walk of a choice": ("enter", *["enter"] * 8),
    "results": ("r",),
    "library": ("l",),
    "help": ("question_mark",),
}


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(
    folder: Path, db: Path, assessment: Assessment, snapshot: SnapshotAssertion, screen: str, size: tuple[int, int]
) -> None:
    with Store.open(db) as store:
        kit = Answer(status="value", value=92, evidence="documented", ref="Sheet 4", note="counted by the doctor")
        store.append(assessment.id, "answer", "medical.kit_share", kit)

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *SCREENS[screen])
        await settle(pilot)
        assert screen_text(pilot) == snapshot

    play(folder, db, script, size=size)
