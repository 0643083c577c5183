"""A line to type in that leaves the keys it has no use for to the screen."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction
from textual.widgets import Input

NUMBER = "0123456789.,%"
DATE = "0123456789-"


class Entry(Input):
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

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.takes(event.character):
            event.prevent_default()  # else Input would swallow it

    def _on_paste(self, event: events.Paste) -> None:
        words = " ".join(event.text.split())
        self.insert_text_at_cursor("".join(filter(self.takes, words)))
        event.prevent_default()
        event.stop()

    def action_cursor_left(self, select: bool = False) -> None:
        """Moves left; in an empty line the key is the screen's."""
        if not self.value:
            raise SkipAction
        super().action_cursor_left(select)
