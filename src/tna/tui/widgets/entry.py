"""A line to type in that leaves the keys it has no use for to the screen."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tna.tui.widgets.inorder import InOrder

NUMBER = "0123456789.,%"
DATE = "0123456789-"


class Entry(InOrder, Input):
    """An Input that takes only the characters it allows; others stay keys of the screen. Pasted lines become one.

    Args:
        allowed: the characters it takes; all of them when empty.
    """

    def __init__(
        self, value: str = "", *, allowed: str = "", placeholder: str = "", widget_id: str | None = None
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=widget_id, compact=True, select_on_focus=False)
        self.allowed = allowed

    def takes(self, character: str | None) -> bool:
        """Whether a character is typed here."""
        return character is not None and character.isprintable() and (not self.allowed or character in self.allowed)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed here and is no key of the screen."""
        return self.takes(character)

    def take_key(self, event: events.Key) -> bool:
        """Types a character that is taken here."""
        if not event.is_printable or not self.takes(event.character):
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
        self.replace("".join(filter(self.takes, words)), *self.selection)
        event.prevent_default()
        event.stop()
