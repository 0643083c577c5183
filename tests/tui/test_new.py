"""The form of a new assessment, as somebody who sees it for the first time fills it in."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import batch, play, press, screen_text, start
from tna.assessment.record import Scope
from tna.content.models import Catalogue
from tna.store import Store
from tna.tui.screens.confirm import ConfirmScreen
from tna.tui.screens.help import HelpScreen
from tna.tui.screens.home import HomeScreen
from tna.tui.screens.new import NewScreen
from tna.tui.widgets.choices import Choices
from tna.tui.widgets.fields import Field, TypedField
from tna.tui.widgets.pickfield import PickField

ROOT = Path(__file__).parents[2]


def new(pilot: Pilot[None]) -> NewScreen:
    return cast("NewScreen", pilot.app.screen)


def field(pilot: Pilot[None], key: str) -> Field:
    return new(pilot).field(key)


def flat(pilot: Pilot[None]) -> str:
    return " ".join(screen_text(pilot).replace("▏", " ").split())


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [("strength", "850 people", "'850 people' is not a number"), ("deploys", "1/3/2027", "'1/3/2027' is not a date")],
)
def test_a_refused_field_keeps_the_keys_and_what_was_typed(
    folder: Path, db: Path, key: str, typed: str, told: str
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        refused = field(pilot, key)
        assert isinstance(refused, TypedField)
        refused.entry.focus()
        await pilot.pause()
        await batch(pilot, f"{typed}\r")
        assert refused.here
        assert refused.entry.value == typed
        assert told in flat(pilot)
        await batch(pilot, "\r12")
        assert refused.here
        assert new(pilot).query(Choices).first().picked == ["medical"]

    play(folder, db, script)


def test_an_empty_field_says_so_to_enter_and_to_tab(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "enter")
        assert field(pilot, "country").here
        assert "write a few words" in screen_text(pilot)
        await press(pilot, "tab")
        assert field(pilot, "unit_name").here
        assert "Country does not fit yet" in screen_text(pilot)

    play(folder, db, script)


def test_digits_pick_neither_domains_nor_depth(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", *["tab"] * 6, "1", "tab", "2")
        assert [list(each.picked) for each in new(pilot).query(Choices)] == [["medical"], ["full"]]

    play(folder, db, script)


def test_the_field_in_hand_is_marked_by_more_than_a_colour(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        labels = [each.label for each in new(pilot).query(Field)]
        for label in labels:
            shown = screen_text(pilot)
            assert f"▸ {label}" in shown
            assert shown.count("▸") == 1
            await press(pilot, "tab")

    play(folder, db, script)


def test_leaving_asks_once_where_something_is_filled_in(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "n", "<Peru>", "escape")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, NewScreen)
        await press(pilot, "escape", "y")
        assert isinstance(pilot.app.screen, HomeScreen)

    play(folder, db, script)


def test_the_formed_police_come_before_the_military_police(real_catalogue: Catalogue, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        unit = field(pilot, "unit_type")
        assert isinstance(unit, PickField)
        unit.entry.focus()
        await pilot.pause()
        await press(pilot, "<police>")
        assert unit.chosen == "fpu"
        await press(pilot, *["backspace"] * 6, "<military>")
        assert unit.chosen == "military_police"

    play(ROOT, db, script)


def test_a_picked_field_is_typed_over(real_catalogue: Catalogue, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        mission = field(pilot, "mission")
        assert isinstance(mission, PickField)
        mission.entry.focus()
        await pilot.pause()
        await press(pilot, "<minusca>", "enter", "shift+tab", "<monusco>")
        assert mission.entry.value == "monusco"
        assert mission.chosen == "MONUSCO"

    play(ROOT, db, script)


def test_other_missions_leave_the_chosen_one(real_catalogue: Catalogue, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        mission = field(pilot, "mission")
        assert isinstance(mission, PickField)
        mission.entry.focus()
        await pilot.pause()
        await press(pilot, "<minusca>", "enter", "f3")
        assert (mission.chosen, mission.entry.value) == ("MINUSCA", "MINUSCA")
        await press(pilot, "shift+tab", "<minusma>", "enter", "f3")
        assert (mission.chosen, mission.entry.value) == ("MINUSMA", "MINUSMA")

    play(ROOT, db, script)


def test_a_training_centre_gets_ready_and_has_no_mission(real_catalogue: Catalogue, db: Path) -> None:
    start(
        db,
        real_catalogue,
        unit_type="training_centre",
        unit_name="CECOPAZ",
        mission="none",
        scope=Scope(depth="full", domains=("training_centre",)),
    )

    async def script(pilot: Pilot[None]) -> None:
        shown = [flat(pilot)]
        for key in ("enter", "r"):
            await press(pilot, key)
            shown.append(flat(pilot))
        assert "ready by 2027-03-01" in shown[1]
        for words in shown:
            assert "none ·" not in words
            assert "deploys" not in words
        await press(pilot, "escape", "escape", "n")
        unit = field(pilot, "unit_type")
        assert isinstance(unit, PickField)
        unit.entry.focus()
        await pilot.pause()
        await press(pilot, "<training>", "enter")
        assert "Ready by" in screen_text(pilot)

    play(ROOT, db, script)


def test_keys_pressed_while_home_still_reads_are_done_when_it_has(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        home = cast("HomeScreen", pilot.app.screen)
        home.ready = False
        await press(pilot, "n", "l")
        assert pilot.app.screen is home
        assert "Wait a moment" in screen_text(pilot)
        home.list_assessments()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, NewScreen)
        with Store.open(db) as store:
            assert store.assessments() == []

    play(folder, db, script)


DRAWERS = [["enter", "e"], ["enter", "m"], ["enter", "enter", "enter", "x"], ["enter", "slash"], ["r", "a"], ["r", "c"]]


@pytest.mark.parametrize("keys", DRAWERS, ids="-".join)
def test_every_drawer_has_its_help(folder: Path, db: Path, catalogue: Catalogue, keys: list[str]) -> None:
    start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        for key in keys:
            await press(pilot, key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        below = pilot.app.screen
        assert "f1 help" in screen_text(pilot)
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "leave" in flat(pilot) or "close" in flat(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is below

    play(folder, db, script)
