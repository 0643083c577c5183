from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tna.assessment.text import one_line, storable


@given(st.text())
def test_what_utf8_can_hold_is_kept_as_typed(text: str) -> None:
    assert storable(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("caf\udce9", "caf�"),
        ("\ud800 alone", "� alone"),
        ("\ud83d\ude00", "😀"),
        ("a\x00\x1b[31m\u202eb", "a\x00\x1b[31m\u202eb"),
    ],
)
def test_half_characters_are_replaced_visibly_and_nothing_else(typed: str, kept: str) -> None:
    assert storable(typed) == kept
    storable(typed).encode()


@given(st.text(st.characters()), st.integers(1, 80))
def test_one_line_is_printable_and_not_longer_than_asked(text: str, limit: int) -> None:
    shown = one_line(text, limit)
    assert shown.isprintable()
    assert len(shown) <= limit


def test_one_line_shows_what_was_hidden() -> None:
    assert one_line("kit\n\x1b[2Jlist") == "kit��[2Jlist"
    assert one_line("x" * 61) == "x" * 59 + "…"
