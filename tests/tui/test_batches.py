"""Keys that come at once: a slow link, a hurried hand, a paste without bracketed paste. Nothing breaks, none misleads."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import batch, play, press, settle, start
from tna.assessment.record import Answer
from tna.content.models import Catalogue
from tna.store import Store
from tna.tui.app import TnaApp
from tna.tui.screens.results import ResultsScreen
from tna.tui.screens.walk import WalkScreen

SCREENS = {
    "home": [],
    "new": ["n"],
    "walk of a number": ["enter", "enter", "enter"],
    "walk of a choice": ["enter", *["enter"] * 8],
    "evidence": ["enter", "e"],
    "find": ["enter", "slash"],
    "results": ["r"],
    "library": ["l"],
    "help": ["question_mark"],
}
PASTED = "Two of 850 people, see 1/3/2027?\r\tocgrekxmsfwudbn[]\r\x1bgocre\r\x1b\x1bnlr"


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_breaks(
    folder: Path, db: Path, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    monkeypatch.chdir(tmp_path)
    start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *SCREENS[screen])
        await batch(pilot, PASTED)
        assert pilot.app.is_running

    play(folder, db, script)


@pytest.mark.parametrize("key", "ocga")
def test_results_take_no_key_before_they_are_there(folder: Path, db: Path, catalogue: Catalogue, key: str) -> None:
    made = start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        app = cast("TnaApp", pilot.app)
        app.open_assessment(made.id, results=True)
        results = cast("ResultsScreen", app.screen)
        await app._check_bindings(key)  # before the screen has drawn anything: dropped, or done once it is there
        while results.result is None:
            await settle(pilot)
        if app.screen is results:
            await batch(pilot, key)
        assert app.screen is not results or key == "g"

    play(folder, db, script)


def test_what_follows_a_key_that_opens_a_drawer_is_no_answer_to_the_question(
    folder: Path, db: Path, catalogue: Catalogue
) -> None:
    start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        walk = cast("WalkScreen", pilot.app.screen)
        walk.go("medical.choice")
        await pilot.pause()
        await batch(pilot, "e2\r")
        assert walk.at == "medical.choice"
        with Store.open(db) as store:
            answer = store.record(store.assessments()[0].id).answers["medical.choice"]
        assert answer == Answer(status="open", evidence="documented")

    play(folder, db, script)
