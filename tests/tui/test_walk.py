from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import NAMES, batch, play, press, screen_text, settle, start
from tna.assessment.record import Answer, Assessment
from tna.content.models import Catalogue
from tna.store import Store, StoreError
from tna.tui.screens.form import FormScreen
from tna.tui.screens.home import HomeScreen
from tna.tui.screens.walk import WalkScreen

pytestmark = pytest.mark.usefixtures("assessment")
FIRST = "medical.kit_share"


def walk(pilot: Pilot[None]) -> WalkScreen:
    return cast("WalkScreen", pilot.app.screen)


def stored(db: Path) -> dict[str, Answer]:
    with Store.open(db) as store:
        return dict(store.record(store.assessments()[0].id).answers)


async def open_at(pilot: Pilot[None], question: str) -> WalkScreen:
    await press(pilot, "enter")
    screen = walk(pilot)
    screen.go(question)
    await pilot.pause()
    return screen


KEYS = {
    "medical.yes_no": (["y"], "yes"),
    "medical.yes_partly_no": (["p"], "partly"),
    "medical.count": (["4", "2", "enter"], 42),
    "medical.kit_share": (["<92.5>", "enter"], 92.5),
    "medical.hours": (["<1.5>", "enter"], 1.5),
    "medical.days": (["7", "enter"], 7),
    "medical.date": (["<2026-10-01>", "enter"], "2026-10-01"),
    "medical.choice": (["2"], "blue"),
    "medical.multi_choice": (["1", "3", "enter"], ["a", "c"]),
    "medical.maturity": (["4"], 4),
}


@pytest.mark.parametrize("question", KEYS)
def test_every_type_of_question_is_answered_by_keys_and_moves_on(folder: Path, db: Path, question: str) -> None:
    keys, value = KEYS[question]

    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, question)
        await press(pilot, *keys)
        assert screen.at != question or question == "medical.maturity"  # the last one
        assert (stored(db)[question].status, stored(db)[question].value) == ("value", value)

    play(folder, db, script)


def test_arrows_and_enter_pick_too(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.choice")
        await press(pilot, "down", "down", "enter")
        assert stored(db)["medical.choice"].value == "blue"
        assert screen.at == "medical.multi_choice"

    play(folder, db, script)


def test_enter_alone_answers_nothing(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.yes_no")
        await press(pilot, "enter")
        assert screen.at == "medical.yes_partly_no"
        assert "medical.yes_no" not in stored(db)

    play(folder, db, script)


def test_none_of_the_options_is_an_answer_and_taking_all_back_is_not(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.multi_choice")
        await press(pilot, "1", "0")
        assert stored(db)["medical.multi_choice"].value == []
        await press(pilot, "2")
        assert stored(db)["medical.multi_choice"].value == ["b"]
        await press(pilot, "2")
        assert stored(db)["medical.multi_choice"].status == "open"

    play(folder, db, script)


@pytest.mark.parametrize(
    ("question", "typed", "fits"),
    [
        ("medical.count", "51", "a whole number from 0 to 50"),
        ("medical.kit_share", "101", "a number from 0 to 100"),
        ("medical.date", "2026-13-01", "such as 2027-03-01"),
    ],
)
def test_what_does_not_fit_is_told_in_the_field_and_not_stored(
    folder: Path, db: Path, question: str, typed: str, fits: str
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, question)
        await press(pilot, f"<{typed}>", "enter")
        assert screen.at == question
        assert question not in stored(db)
        assert fits in " ".join(screen_text(pilot).split())
        assert screen.panel.query_one("#entry").value == typed  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert screen.panel.query_one("#entry").value == ""  # type: ignore[attr-defined]

    play(folder, db, script, size=(80, 24))


def test_what_is_typed_is_saved_by_every_way_of_moving(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for number, key in enumerate(("enter", "b", "right_square_bracket", "r", "e"), 1):
            await open_at(pilot, "medical.count") if number == 1 else walk(pilot).go("medical.count")
            await press(pilot, "backspace", str(number), key)
            assert stored(db)["medical.count"].value == number
            if key in ("r", "e"):
                await press(pilot, "escape")

    play(folder, db, script)


def test_dont_know_is_an_answer_of_its_own(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.count")
        await press(pilot, "k")
        assert stored(db)["medical.count"].status == "dont_know"
        assert screen.at == "medical.hours"

    play(folder, db, script)


def test_not_applicable_needs_a_reason(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.choice")
        await press(pilot, "x", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "medical.choice" not in stored(db)
        await press(pilot, "<no colours>", "enter")
        assert stored(db)["medical.choice"] == Answer(status="not_applicable", na_reason="no colours")

    play(folder, db, script)


def test_not_applicable_says_that_a_show_stopper_stays(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, FIRST)
        await press(pilot, "x")
        kept = "A show-stopper rests on it (MED-KIT-01) and cannot be set aside: it counts as unanswered."
        assert kept in " ".join(screen_text(pilot).split())
        await press(pilot, "<no kits here>", "enter")
        assert f"Saved: set aside. {kept}" in " ".join(screen_text(pilot).split())
        await press(pilot, "b")
        assert "set aside: no kits here" in screen_text(pilot)

    play(folder, db, script, size=(160, 40))


@pytest.mark.parametrize(
    ("question", "typed", "told"),
    [
        ("medical.count", "two", "'two' is not a number"),
        ("medical.count", "850 people", "'850 people' is not a number"),
        ("medical.count", "12/3", "'12/3' is not a number"),
        ("medical.date", "1/3/2027", "'1/3/2027' is not a date"),
        (FIRST, "0.92", "write 92 for 92 %, or 0.92%"),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_what_is_typed_and_does_not_fit_is_kept_and_told(
    folder: Path, db: Path, question: str, typed: str, told: str, at_once: bool
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, question)
        if at_once:
            await batch(pilot, typed + "\r")
        else:
            await press(pilot, *(NAMES.get(letter, letter) for letter in typed), "enter")
        assert screen.at == question
        assert question not in stored(db)
        assert told in " ".join(screen_text(pilot).split())
        assert screen.panel.query_one("#entry").value == typed  # type: ignore[attr-defined]

    play(folder, db, script, size=(80, 24))


def test_n_is_no_and_never_a_note(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.yes_no")
        await press(pilot, "n", "n", "n")
        assert screen.at == "medical.count"
        assert screen.panel.query_one("#entry").value == "n"  # type: ignore[attr-defined]
        assert [stored(db)[name].value for name in ("medical.yes_no", "medical.yes_partly_no")] == ["no", "no"]
        await press(pilot, "escape")
        screen.go("medical.choice")
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, WalkScreen)

    play(folder, db, script)


def test_an_evidence_drawer_left_as_it_was_saves_nothing(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.yes_no")
        await press(pilot, "e", "enter")
        assert "Nothing was changed, so nothing was saved." in screen_text(pilot)
        assert "medical.yes_no" not in stored(db)

    play(folder, db, script)


def test_what_was_told_goes_with_the_question_and_the_screen(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.yes_no")
        await press(pilot, "n")
        assert "Saved: no" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Saved: no" not in screen_text(pilot)
        await press(pilot, "b", "b", "n", "r")
        await settle(pilot)
        await press(pilot, "escape")
        assert "Saved: no" not in screen_text(pilot)

    play(folder, db, script)


def test_the_sections_say_when_the_keys_go_there(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.yes_no")
        assert "▸ Sections" not in screen_text(pilot)
        await press(pilot, "s")
        assert "▸ Sections" in screen_text(pilot)
        await press(pilot, "s")
        assert "▸ Sections" not in screen_text(pilot)

    play(folder, db, script)


def test_facts_of_the_unit_cannot_be_set_aside(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "unit.strength")
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, WalkScreen)
        assert "always applies" in screen_text(pilot)

    play(folder, db, script)


def test_evidence_note_and_flag_without_leaving_the_question(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.yes_no")
        await press(pilot, "e", "2", "tab", "<sheet 7>", "tab", "<2026-10-01>", "enter")
        await press(pilot, "m", "<seen [bold]twice>", "enter", "f")
        assert screen.at == "medical.yes_no"
        answer = stored(db)["medical.yes_no"]
        assert (answer.status, answer.evidence, answer.ref) == ("open", "documented", "sheet 7")
        assert (str(answer.evidence_date), answer.note, answer.flag) == ("2026-10-01", "seen [bold]twice", True)
        assert "seen [bold]twice" in screen_text(pilot)
        await press(pilot, "f")
        assert stored(db)["medical.yes_no"].flag is False

    play(folder, db, script)


def test_a_bad_date_of_evidence_keeps_the_form(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.yes_no")
        await press(pilot, "e", "tab", "tab", "<2026-1>", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "is not a date" in screen_text(pilot)

    play(folder, db, script)


def test_undo_takes_the_last_entry_back_and_goes_there(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.yes_no")
        await press(pilot, "y", "p")
        assert screen.at == "medical.count"
        await press(pilot, "u")
        assert screen.at == "medical.yes_partly_no"
        assert stored(db)["medical.yes_partly_no"].status == "open"
        assert stored(db)["medical.yes_no"].value == "yes"

    play(folder, db, script)


def test_next_open_skips_what_is_answered_and_comes_round(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.yes_no")
        await press(pilot, "n", "b", "right_square_bracket")
        assert screen.at == "medical.yes_partly_no"
        screen.go("medical.maturity")
        await press(pilot, "right_square_bracket")
        assert screen.at == FIRST

    play(folder, db, script)


def test_an_answer_that_brings_questions_says_so(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.yes_no")
        await press(pilot, "y")
        assert "1 more question now" in screen_text(pilot)
        await press(pilot, "b", "n")
        assert "1 question fewer now" in screen_text(pilot)

    play(folder, db, script)


def test_live_state_and_domain_follow_every_answer(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, FIRST)
        assert "UNANSWERED" in screen_text(pilot)
        await press(pilot, "<50>", "enter", "b")
        shown = screen_text(pilot)
        assert "NOT MET" in shown
        assert "1 show-stopper" in shown
        assert screen.dossier.live.show_stoppers == ("MED-KIT-01",)
        await press(pilot, "backspace", "backspace", "<95>", "enter", "b")
        assert "PARTLY MET" in screen_text(pilot)

    play(folder, db, script)


def test_why_we_ask_tells_grounds_threshold_and_weight(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, FIRST)
        shown = " ".join(screen_text(pilot).replace("▏", " ").split())
        for words in ("MANDATORY", "Bleeding kills", "recalled, not", "our figure", "bleeds", "mines is at level 3"):
            assert words in shown

    play(folder, db, script, size=(160, 50))


def test_panes_fold_away_and_are_a_key_away(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, FIRST)
        assert not screen.query_one("#outline").display
        assert "Why we ask" not in screen_text(pilot)
        await press(pilot, "w")
        assert "Why we ask" in screen_text(pilot)
        await press(pilot, "escape")
        assert "What share" in screen_text(pilot)
        await press(pilot, "s", "down", "enter")
        assert screen.at == "medical.yes_no"
        assert "Yes or no?" in screen_text(pilot)

    play(folder, db, script, size=(80, 24))


def test_find_goes_to_a_question_by_the_words_of_its_standard(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, FIRST)
        await press(pilot, "slash", "<type maturity>", "enter")
        assert screen.at == "medical.maturity"

    play(folder, db, script)


def test_the_walk_resumes_at_the_exact_question(folder: Path, db: Path) -> None:
    async def leave(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.yes_no")
        await press(pilot, "y", "b", "b")

    async def again(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert walk(pilot).at == FIRST

    play(folder, db, leave)
    play(folder, db, again)


def test_without_a_kept_place_the_walk_resumes_after_the_newest_answer(folder: Path, db: Path, own_home: Path) -> None:
    async def leave(pilot: Pilot[None]) -> None:
        await open_at(pilot, "medical.count")
        await press(pilot, "4", "enter", "b", "b", "b")

    async def again(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert walk(pilot).at == "medical.hours"

    play(folder, db, leave)
    (own_home / "screens.json").write_text("[broken")
    play(folder, db, again)


def test_a_write_that_fails_says_so_and_stays(folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.count")

        def full(*_: object, **__: object) -> None:
            raise StoreError("the disk is full; free some space")

        monkeypatch.setattr(Store, "append", full)
        await press(pilot, "4", "enter")
        assert screen.at == "medical.count"
        assert "Not saved: the disk is full" in screen_text(pilot)
        assert screen.panel.query_one("#entry").value == "4"  # type: ignore[attr-defined]
        screen.go("medical.yes_no")
        await press(pilot, "y")
        assert screen.at == "medical.yes_no"
        assert "Not saved" in screen_text(pilot)
        assert screen.panel.query_one("#choices").picked == []  # type: ignore[attr-defined]

    play(folder, db, script)
    assert "medical.count" not in stored(db)


def test_help_tells_every_key_and_f1_works_while_typing(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await open_at(pilot, FIRST)
        await press(pilot, "question_mark")
        assert "next question without an answer" in screen_text(pilot)
        await press(pilot, "escape", "f1")
        assert "Help" in screen_text(pilot)

    play(folder, db, script)


def test_depth_changes_and_keeps_every_answer(folder: Path, db: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, "medical.count")
        await press(pilot, "4", "enter", "d", "y")
        assert screen.dossier.checklist.depth == "screen"
        assert [placed.id for placed in screen.dossier.situation.walk][-1] == FIRST
        await press(pilot, "d", "y")
        assert screen.dossier.situation.answer("medical.count").value == 4

    play(folder, db, script)


def test_hostile_text_is_shown_harmlessly(folder: Path, db: Path, catalogue: Catalogue) -> None:
    start(db, catalogue, unit_name="[red]X[/] \x1b[2J\u202eevil")

    async def script(pilot: Pilot[None]) -> None:
        shown = screen_text(pilot)
        assert "[red]X[/]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        await press(pilot, "enter")
        assert "[red]X[/]" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await settle(pilot)

    play(folder, db, script)


def test_the_outline_counts_and_leads(folder: Path, db: Path, assessment: Assessment) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = await open_at(pilot, FIRST)
        assert "0/10" in screen_text(pilot)
        screen.query_one("#outline").focus()
        await press(pilot, "end", "enter")
        assert screen.at == "medical.yes_no"

    play(folder, db, script)
