from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from openpyxl import load_workbook
from textual.pilot import Pilot

from tests.tui.conftest import play, press, screen_text, settle, start
from tna.assessment.record import Action, Answer, Assessment, Record
from tna.content.models import Catalogue
from tna.store import Store, StoreError
from tna.tui.screens.form import FormScreen
from tna.tui.screens.results import ResultsScreen
from tna.tui.screens.walk import WalkScreen
from tna.tui.widgets.gaplist import GapList

KIT = "MED-KIT-01"


@pytest.fixture(autouse=True)
def answered(db: Path, catalogue: Catalogue) -> Assessment:
    made = start(db, catalogue)
    with Store.open(db) as store:
        store.append(made.id, "answer", "medical.kit_share", Answer(status="value", value=10))
        store.append(made.id, "answer", "medical.yes_no", Answer(status="value", value="no"))
        store.append(made.id, "answer", "medical.count", Answer(status="value", value=9))
    return made


def record(db: Path) -> Record:
    with Store.open(db) as store:
        return store.record(store.assessments()[0].id)


async def results(pilot: Pilot[None]) -> ResultsScreen:
    await press(pilot, "r")
    await settle(pilot)
    return cast("ResultsScreen", pilot.app.screen)


def words(pilot: Pilot[None]) -> str:
    return " ".join(screen_text(pilot).replace("▏", " ").split())


def test_band_rule_range_show_stoppers_domains_and_what_would_change_it(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await results(pilot)
        assert screen.result is not None
        shown = words(pilot)
        assert screen.result.band.because in shown
        for part in (
            "R1 Not ready",
            "1 show-stopper",
            "Bleeding kills within minutes.",
            "Medical ",
            "Closing the next five"[:17],
            "a forecast, not a result",
            "OLD was superseded by COE",
            "not a UN product",
            "Causes of the gaps",
        ):
            assert part in shown

    play(folder, db, script, size=(80, 70))


def test_gaps_stand_in_order_with_their_actions(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await results(pilot)
        assert screen.result is not None
        await press(pilot, "g")
        gaps = screen.query_one(GapList)
        assert [option.id for option in gaps.options] == [gap.id for gap in screen.result.gaps]
        assert gaps.gap == KIT
        assert "Suggested: Buy the missing kits." in words(pilot)

    play(folder, db, script, size=(80, 24))


def test_an_action_is_written_from_its_gap(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)
        await press(pilot, "g", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "tab", "<S4>", "tab", "<2027-01-10>", "tab", "<CO>", "enter")
        await settle(pilot)
        assert record(db).actions[KIT].owner == "S4"
        assert str(record(db).actions[KIT].due) == "2027-01-10"
        assert record(db).actions[KIT].accepted_by == "CO"
        shown = words(pilot)
        assert "Action Buy the missing kits. · S4 · due 2027-01-10 · accepted by CO" in shown
        await press(pilot, "enter")
        assert "S4" in screen_text(pilot)
        await press(pilot, "escape")
        assert record(db).actions[KIT] == Action(
            what="Buy the missing kits.", owner="S4", due=date(2027, 1, 10), accepted_by="CO"
        )

    play(folder, db, script, size=(80, 24))


def test_enter_opens_the_action_of_the_marked_gap_whatever_has_the_keys(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await results(pilot)
        assert not screen.query_one(GapList).has_focus
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert f"Action on {KIT}" in screen_text(pilot)
        assert "Everybody carries a kit." in screen_text(pilot)

    play(folder, db, script, size=(80, 24))


def test_a_long_action_is_shown_where_it_is_typed(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)
        await press(pilot, "enter", "end", f"<{' and so on' * 20}>")
        assert "and so on and so on" in screen_text(pilot)

    play(folder, db, script, size=(80, 24))


def test_the_gaps_say_when_the_keys_go_there_and_what_start_by_means(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)
        assert "▸ Gaps" not in screen_text(pilot)
        assert "'start by' ends 30 days before deployment" in screen_text(pilot)
        await press(pilot, "g")
        assert "▸ Gaps" in screen_text(pilot)
        assert "▸ P1" in screen_text(pilot)
        await press(pilot, "down")
        assert "▸ P1" not in screen_text(pilot)
        assert "▸ P3  ✗ not met" in screen_text(pilot)

    play(folder, db, script)


def test_a_bad_due_date_is_refused_in_the_form(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)
        await press(pilot, "g", "a", "tab", "tab", "<2027-02-30>", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "is not a date" in screen_text(pilot)
        assert record(db).actions == {}

    play(folder, db, script)


def test_a_cause_is_written_from_its_gap(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await results(pilot)
        await press(pilot, "g", "c", "1", "tab", "<no instructors>", "enter")
        await settle(pilot)
        assert record(db).causes[KIT].causes == ("training", "equipment")
        assert record(db).causes[KIT].reason == "no instructors"
        assert screen.result is not None
        assert screen.result.gaps[0].causes == ("training", "equipment")

    play(folder, db, script)


def test_an_entry_that_fails_is_told(folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)

        def full(*_: object, **__: object) -> None:
            raise StoreError("the disk is full; free some space")

        monkeypatch.setattr(Store, "append", full)
        await press(pilot, "g", "a", "enter")
        assert "Not saved: the disk is full" in screen_text(pilot)

    play(folder, db, script)


def test_a_gap_leads_to_its_question_and_the_answer_back_to_the_result(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)
        await press(pilot, "g", "o")
        screen = pilot.app.screen
        assert isinstance(screen, WalkScreen)
        assert screen.at == "medical.kit_share"
        await press(pilot, "backspace", "backspace", "<100>", "enter", "r")
        await settle(pilot)
        again = pilot.app.screen
        assert isinstance(again, ResultsScreen)
        assert again.result is not None
        assert again.result.band.code == "R0"

    play(folder, db, script)


def test_what_another_program_answered_is_in_the_result(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        with Store.open(db) as store:
            store.append(store.assessments()[0].id, "answer", "medical.kit_share", Answer(status="value", value=100))
        screen = await results(pilot)
        assert screen.result is not None
        assert screen.result.band.code == "R0"
        assert screen.dossier.live.show_stoppers == ()

    play(folder, db, script)


def test_the_report_is_written_and_never_over_another_file(
    folder: Path, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def script(pilot: Pilot[None]) -> None:
        for _ in range(2):
            if not isinstance(pilot.app.screen, ResultsScreen):
                await results(pilot)
            await press(pilot, "e", "enter")
            await settle(pilot)
            assert "The report is in" in words(pilot)
        await press(pilot, "x", "end", "ctrl+u", f"<{tmp_path}/gap-report-BANBAT-4-ALFA-2026-11-25.xlsx>", "enter")
        assert "is there already" in words(pilot)
        await press(pilot, "ctrl+u", f"<{tmp_path}/report.xlsx2027.xlsx>", "enter")
        assert "it belongs at its end, once" in words(pilot)
        await press(pilot, "escape")

    play(folder, db, script)
    written = sorted(path.name for path in tmp_path.glob("*.xlsx"))
    assert written == ["gap-report-BANBAT-4-ALFA-2026-11-25-2.xlsx", "gap-report-BANBAT-4-ALFA-2026-11-25.xlsx"]
    assert "Gaps" in load_workbook(tmp_path / written[0], read_only=True).sheetnames


def test_overview_and_gaps_take_turns_on_a_narrow_screen(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await results(pilot)
        assert "Readiness" in screen_text(pilot)
        await press(pilot, "g")
        assert "Gaps, most urgent first" in screen_text(pilot)
        await press(pilot, "g")
        assert "Readiness" in screen_text(pilot)

    play(folder, db, script, size=(80, 24))
