from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.conftest import TODAY, play, press, screen_text, start
from tna.content.models import Catalogue
from tna.scoring.result import State
from tna.tui import look, plain
from tna.tui.places import Places


def test_every_state_has_a_glyph_and_a_word_of_its_own_in_plain_characters_too() -> None:
    states: tuple[State, ...] = ("met", "partly_met", "not_met", "unanswered", "not_applicable")
    marks = [look.STATES[state] for state in states]
    assert len({mark.word for mark in marks}) == len({mark.glyph for mark in marks}) == 5
    assert len({plain.plain(mark.glyph) for mark in marks}) == 5


@pytest.mark.parametrize("text", ["▰▱━╍─│▸✓◐✗○–▲●□■", "“é” ‘ß’", "日本 👍 مرحبا"])
def test_plain_characters_take_as_many_cells(text: str) -> None:
    assert plain.plain(text).isascii()
    assert len(plain.plain(text)) == Content(text).cell_length


def test_plain_characters_are_chosen_by_the_variable_or_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getpreferredencoding", lambda _: "UTF-8")
    assert not plain.wanted()
    monkeypatch.setenv("TNA_ASCII", "1")
    assert plain.wanted()
    monkeypatch.delenv("TNA_ASCII")
    monkeypatch.setattr("locale.getpreferredencoding", lambda _: "ISO-8859-1")
    assert plain.wanted()


def test_nothing_but_ascii_is_painted_when_so_chosen(
    folder: Path, db: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TNA_ASCII", "1")
    start(db, catalogue, unit_name="Ünit")

    async def script(pilot: Pilot[None]) -> None:
        for keys in ([], ["enter"], ["e"], ["escape", "question_mark"], ["escape", "r"]):
            await press(pilot, *keys)
            shown = screen_text(pilot)
            assert shown.isascii()
            assert "Unit" in shown or keys

    play(folder, db, script)


def test_nothing_is_read_as_markup_and_controls_are_written_out() -> None:
    assert look.text("[b]x[/b]", ("\x1b[31m\u202e", "bold")).plain == "[b]x[/b]\\x1b[31m\\u202e"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 25), "deploys today"),
        (date(2026, 11, 26), "1 day to deployment"),
        (date(2026, 11, 20), "deployed 5 days ago"),
        (None, "no deployment date"),
    ],
)
def test_the_time_left_is_told_in_words(day: date | None, words: str) -> None:
    assert look.countdown(day, TODAY) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(54.4, 61.5, "54–62 %"), (61.6, 62.4, "62 %"), (None, None, "nothing")]
)
def test_ranges_are_whole_numbers_half_up(low: float | None, high: float | None, words: str) -> None:
    assert look.span_words(low, high).startswith(words)


def test_bars_fill_their_width_whatever_the_share() -> None:
    for low in range(101):
        for high in range(low, 101, 7):
            assert look.range_bar(low, high, 20).cell_length == 20
    assert look.progress(0, 0).plain.endswith("0 %")
    assert look.progress(199, 200).plain.count("▰") == 9


def test_places_do_without_a_folder_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    places = Places(tmp_path / "file" / "screens.json")
    places.keep("a", "b")
    assert places.get("a") is None


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
def test_the_last_key_of_the_bar_is_always_there(
    folder: Path, db: Path, catalogue: Catalogue, size: tuple[int, int]
) -> None:
    start(db, catalogue)

    async def script(pilot: Pilot[None]) -> None:
        for key in ("f5", "enter", "r"):
            await press(pilot, key)
            assert screen_text(pilot).rstrip().endswith("? help")

    play(folder, db, script, size=size)
