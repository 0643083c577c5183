"""Text as typed cannot steer the terminal it is shown on."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tna.harmless import harmless, harmless_json, one_line


def test_escapes_and_direction_marks_are_written_out() -> None:
    assert harmless("a\x1b[2Jb\u202ec\x00\ud800") == "a\\x1b[2Jb\\u202ec\\x00\\ud800"


def test_letters_of_every_script_stay() -> None:
    assert harmless("Übung, تدريب, 訓練 ✓\n\tx") == "Übung, تدريب, 訓練 ✓\n\tx"


@given(st.text(alphabet=st.characters()))
def test_a_line_is_one_line_and_can_be_encoded(text: str) -> None:
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\x1b" not in shown


@given(st.text())
def test_json_keeps_its_meaning(text: str) -> None:
    shown = harmless_json(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(shown) == {text: text}
    assert harmless(shown) == shown
