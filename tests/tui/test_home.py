from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.tui.conftest import play, press, screen_text, settle, start
from tna.assessment.record import Answer
from tna.content.models import Catalogue
from tna.store import Store
from tna.tui.screens.confirm import ConfirmScreen
from tna.tui.screens.home import HomeScreen
from tna.tui.screens.library import LibraryScreen
from tna.tui.screens.new import NewScreen
from tna.tui.screens.walk import WalkScreen

DISCLAIMER = "not a UN product, and not a UN certification"


def home(pilot: Pilot[None]) -> HomeScreen:
    return cast("HomeScreen", pilot.app.screen)


def test_a_newcomer_is_told_what_to_press(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        shown = screen_text(pilot)
        assert "No assessment yet." in shown
        assert "Press n to make the first one" in shown
        assert DISCLAIMER in shown
        await press(pilot, "enter", "r", "d")
        assert isinstance(pilot.app.screen, HomeScreen)

    play(folder, db, script, size=(80, 24))


def test_the_list_is_newest_first_with_band_progress_and_show_stoppers(
    folder: Path, db: Path, catalogue: Catalogue
) -> None:
    first = start(db, catalogue)
    second = start(db, catalogue, unit_name="RWAFPU-2", mission="BRAVO", deployment_date=date(2026, 11, 25))
    with Store.open(db) as store:
        store.append(first.id, "answer", "medical.kit_share", Answer(status="value", value=10))

    async def script(pilot: Pilot[None]) -> None:
        rows = home(pilot).rows
        assert [row.id for row in rows] == [second.id, first.id]
        assert [row.band for row in rows] == ["R0", "R1"]
        assert [(row.answered, row.asked, row.stoppers) for row in rows] == [(2, 12, 0), (3, 12, 1)]
        shown = screen_text(pilot)
        for words in ("96 days to deployment", "deploys today", "R1 Not ready", "1 show-stopper", "25 %", DISCLAIMER):
            assert words in shown

    play(folder, db, script, size=(80, 24))


def test_delete_asks_first(folder: Path, db: Path, catalogue: Catalogue) -> None:
    start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "enter")
        await settle(pilot)
        assert len(home(pilot).rows) == 1
        await press(pilot, "d", "y")
        await settle(pilot)
        assert home(pilot).rows == []
        assert "No assessment yet." in screen_text(pilot)

    play(folder, db, script)


def test_what_another_program_wrote_is_there_on_coming_back(folder: Path, db: Path, catalogue: Catalogue) -> None:
    start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WalkScreen)
        start(db, catalogue, unit_name="OTHER")
        await press(pilot, "escape")
        await settle(pilot)
        assert [row.unit for row in home(pilot).rows] == ["OTHER", "BANBAT-4"]
        assert pilot.app.screen.query_one(OptionList).highlighted == 1

    play(folder, db, script)


def test_an_assessment_of_another_content_says_so(folder: Path, db: Path, catalogue: Catalogue) -> None:
    start(db, catalogue, mission="CHARLIE")

    async def script(pilot: Pilot[None]) -> None:
        assert "mission CHARLIE, which this content lacks" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)

    play(folder, db, script)


def test_faulty_content_is_told_in_lines(tmp_path: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        shown = " ".join(screen_text(pilot).split())
        assert "tna cannot start its work." in shown
        assert "holds no standards/ and questionnaires/" in shown
        await press(pilot, "n", "l", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)

    play(tmp_path, db, script)


def test_a_file_that_is_no_database_is_told_and_left_alone(folder: Path, db: Path) -> None:
    db.write_bytes(b"PK\x03\x04 something else")

    async def script(pilot: Pilot[None]) -> None:
        assert "tna cannot start its work." in screen_text(pilot)

    play(folder, db, script)
    assert db.read_bytes() == b"PK\x03\x04 something else"


def test_the_theme_is_kept(folder: Path, db: Path) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await press(pilot, "f2")
        assert pilot.app.theme == "tna-light"

    async def again(pilot: Pilot[None]) -> None:
        assert pilot.app.theme == "tna-light"
        await press(pilot, "f2")
        assert pilot.app.theme == "tna-dark"

    play(folder, db, change)
    play(folder, db, again)


def test_library_finds_standards_and_sources_and_the_questions_that_test_them(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "l", "<carries a kit>")
        assert isinstance(pilot.app.screen, LibraryScreen)
        shown = " ".join(screen_text(pilot).replace("▏", " ").split())
        assert "What share of the contingent carries a kit?" in shown
        assert "recalled, not read" in shown
        await press(pilot, "escape", "<older manual source>")
        shown = screen_text(pilot)
        assert "superseded" in shown
        assert "Questions that test them" in shown
        await press(pilot, "escape", "<nothing of this>")
        assert "Nothing is found" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)

    play(folder, db, script)


def test_new_makes_an_assessment_by_keys_alone(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "<Peru>", "enter", "<PERBAT [b]>", "enter", "<batt>", "enter", "<alfa>")
        shown = screen_text(pilot)
        assert "Roads are mined." in shown
        assert "raise the weight of 1 criterion" in shown
        await press(pilot, "enter", "<300>", "enter", "<2027-03-01>", "enter", "enter", "down", "down", "enter")
        assert isinstance(pilot.app.screen, NewScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WalkScreen)
        with Store.open(db) as store:
            made = store.assessments()[0]
            answers = store.record(made.id).answers
        assert (made.country, made.unit_name, made.unit_type, made.mission) == (
            "Peru",
            "PERBAT [b]",
            "infantry",
            "ALFA",
        )
        assert made.scope.depth == "screen"
        assert (answers["unit.strength"].value, answers["unit.deployment_date"].value) == (300, "2027-03-01")

    play(folder, db, script)


def test_new_says_what_is_missing_and_makes_nothing(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "tab", "tab", "tab", "tab", "<0>")
        assert "out of range" in screen_text(pilot)
        await press(pilot, "tab", "tab", "down", "space", "tab", "enter")
        shown = screen_text(pilot)
        assert isinstance(pilot.app.screen, NewScreen)
        for words in (
            "write a few words",
            "choose a unit type",
            "choose a mission",
            "is not a date",
            "choose at least one domain",
            "nothing was made",
        ):
            assert words in shown
        with Store.open(db) as store:
            assert store.assessments() == []

    play(folder, db, script)


def test_new_sizes_both_depths_in_questions_and_minutes(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "tab", "tab", "down", "tab", "down", "tab")
        shown = " ".join(screen_text(pilot).replace("▏", " ").split())
        assert "12 to about 13 questions, about 4 to 5 minutes" in shown
        assert "3 questions, about 1 minute" in shown

    play(folder, db, script, size=(160, 40))


def test_new_offers_closed_missions_only_when_asked(real_folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        field = cast("NewScreen", pilot.app.screen).field("mission")
        assert "MINUSMA" not in field.names  # type: ignore[attr-defined]
        assert "MINUSCA" in field.names  # type: ignore[attr-defined]
        await press(pilot, "f3")
        assert "MINUSMA" in field.names  # type: ignore[attr-defined]
        await press(pilot, "f3")
        assert "MINUSMA" not in field.names  # type: ignore[attr-defined]

    play(real_folder, db, script)


def test_a_training_centre_is_assessed_without_a_mission(real_folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "<Peru>", "enter", "<CECOPAZ>", "enter", "<training centre>", "enter")
        assert "assessed by itself, without a mission" in " ".join(screen_text(pilot).replace("▏", " ").split())
        await press(pilot, "<60>", "enter", "<2027-06-01>", "enter", "enter", "enter")
        assert isinstance(pilot.app.screen, WalkScreen)
        with Store.open(db) as store:
            made = store.assessments()[0]
        assert (made.unit_type, made.mission, made.scope.domains) == ("training_centre", "none", ("training_centre",))

    play(real_folder, db, script)


def test_domains_may_be_left_out(real_folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "n", "<Peru>", "enter", "<P>", "enter", "<infantry>", "enter", "<minusca>", "enter")
        await press(pilot, "<300>", "enter", "<2027-03-01>", "enter", "down", "down")
        await press(pilot, *["down", "space"] * 8, "enter", "enter")
        with Store.open(db) as store:
            assert store.assessments()[0].scope.domains == ("pre_deployment", "medical")

    play(real_folder, db, script)
