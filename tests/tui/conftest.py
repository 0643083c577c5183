from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.tui import small
from tna.assessment.record import Assessment, Scope
from tna.content.load import load_catalogue
from tna.content.models import Catalogue
from tna.store import Store
from tna.tui.app import TnaApp

TODAY = date(2026, 11, 25)
LONG = 5
Play = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.write(tmp_path_factory.mktemp("content"))


@pytest.fixture
def catalogue(folder: Path) -> Catalogue:
    return load_catalogue(folder)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "tna.db"


def start(db: Path, catalogue: Catalogue, **changed: object) -> Assessment:
    given: dict[str, object] = {
        "country": "Bangladesh",
        "unit_name": "BANBAT-4",
        "unit_type": "infantry",
        "mission": "ALFA",
        "scope": Scope(depth="full", domains=("medical",)),
        "edition": catalogue.edition.edition,
        "digest": catalogue.digest,
        "strength": 850,
        "deployment_date": date(2027, 3, 1),
    }
    with Store.open(db) as store:
        return store.create(**(given | changed))  # type: ignore[arg-type]


@pytest.fixture
def assessment(db: Path, catalogue: Catalogue) -> Assessment:
    return start(db, catalogue)


async def settle(pilot: Pilot[None]) -> None:
    """Waits until the workers are done and what they posted is shown."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def play(folder: Path, db: Path, script: Play, size: tuple[int, int] = (120, 40)) -> None:
    """Plays a script on the app, from the moment that catalogue and store are open."""

    async def run() -> None:
        app = TnaApp(folder, str(db), today=TODAY)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await settle(pilot)
            await settle(pilot)
            await script(pilot)

    asyncio.run(run())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys; what stands in angle brackets is typed letter by letter, or pasted when it is long."""
    for key in keys:
        if key.startswith("<") and len(key) > LONG and pilot.app.focused:
            pilot.app.focused.post_message(events.Paste(key[1:-1]))
            await pilot.pause()
        elif key.startswith("<"):
            await pilot.press(*(NAMES.get(letter, letter) for letter in key[1:-1]))
        else:
            await pilot.press(key)
    await pilot.pause()


NAMES = {" ": "space", "-": "minus", ".": "full_stop", "/": "slash", "[": "left_square_bracket", ",": "comma"}


async def batch(pilot: Pilot[None], keys: str) -> None:
    """Sends keys at once, as a slow link or a paste without bracketed paste does."""
    for letter in keys:
        name = {"\r": "enter", "\t": "tab", "\x1b": "escape"}.get(letter) or _character_to_key(letter)
        pilot.app.post_message(events.Key(name, letter))
    quiet = 0
    while quiet < 3:
        with suppress(WorkerCancelled):  # a list that is read anew gives up the reading before it
            await settle(pilot)
        pumps = [pilot.app, *pilot.app.screen_stack, *pilot.app.screen.walk_children()]
        quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1


def screen_text(pilot: Pilot[None]) -> str:
    """The screen as plain text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
