"""A line to type in that keeps what is typed, and leaves the keys of the screen to the screen."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tna.tui.widgets.inorder import InOrder

NUMBER = "0123456789.,%"
DATE = "0123456789-"
FIND = "/"
"""A key of the screen that is typed as well, in a line that is not empty: dates are written with it."""


class Entry(InOrder, Input):
    """An Input where characters that do not fit are typed too, to be explained, unless they are keys of the screen.

    Once one that does not fit stands in the line, words are being typed: all of them are typed then. Pasted lines
    become one.

    Args:
        fitting: the characters that fit; all of them when empty.
    """

    def __init__(
        self, value: str = "", *, fitting: str = "", placeholder: str = "", widget_id: str | None = None
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=widget_id, compact=True, select_on_focus=False)
        self.fitting = fitting

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key is typed here."""
        if character is None or not character.isprintable():
            return False
        if not self.fitting or character in self.fitting or (character == FIND and self.value):
            return True
        wordy = any(each not in self.fitting for each in self.value)
        return wordy or key not in self.screen._bindings.key_to_bindings

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed here and is no key of the screen."""
        return self.takes(key, character)

    def take_key(self, event: events.Key) -> bool:
        """Types a character that is taken here."""
        if not event.is_printable or not self.takes(event.key, event.character):
            return False
        self.replace(event.character or "", *self.selection)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is always a key of the screen, and left is in an empty line."""
        if action == "submit" or (action == "cursor_left" and not self.value):
            return False
        return super().check_action(action, parameters)

    def _on_paste(self, event: events.Paste) -> None:
        words = " ".join(event.text.split())
        self.replace("".join(filter(str.isprintable, words)), *self.selection)
        event.prevent_default()
        event.stop()
