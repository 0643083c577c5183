"""Rows are tall enough for what they hold."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tna.reports.heights import TALLEST, lines, tall


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=30), min_size=1, max_size=60), st.integers(4, 60))
def test_lines_are_those_of_wrapping_by_words(words: list[str], room: int) -> None:
    text = " ".join(words)
    assert lines(text, room) >= len(textwrap.wrap(text, room))


@pytest.mark.parametrize(
    ("text", "room", "count"), [("", 10, 1), ("a\nb\n\nc", 10, 4), ("x" * 25, 10, 3), ("部" * 10, 10, 2)]
)
def test_line_breaks_long_words_and_wide_letters(text: str, room: float, count: int) -> None:
    assert lines(text, room) == count


def test_a_row_is_as_tall_as_its_tallest_text_up_to_what_a_sheet_allows() -> None:
    short, long = ("word " * 5, 20.0, "text"), ("word " * 50, 20.0, "text")
    assert tall([short, long]) == tall([long]) > tall([short])
    assert tall([], least=16) == 16
    assert tall([("word " * 8000, 20.0, "text")]) == TALLEST
    assert tall([("word " * 50, 20.0, "strong")]) >= tall([long]), "bold is wider"
