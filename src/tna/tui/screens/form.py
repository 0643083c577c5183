"""A form over the lower part of a screen, so that what it is about stays in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tna.tui.look import MUTED, text
from tna.tui.widgets.fields import Field


class FormScreen(ModalScreen[dict[str, Any] | None]):
    """Gives what was filled in, by field; None when it was left. Nothing is saved while a field does not fit."""

    BINDINGS = [
        Binding("enter", "save", "save", tooltip="save what is filled in, and close"),
        Binding("tab", "app.focus_next", "next", tooltip="the next field; shift+tab the one before"),
        Binding("escape", "leave", "leave", tooltip="close, and save nothing"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("f1,question_mark", "app.help", show=False),
    ]

    def __init__(
        self, title: str, fields: Sequence[Field], *, guide: str, about: str = "", verb: str = "saves"
    ) -> None:
        super().__init__()
        self.GUIDE = guide
        self._title, self._fields, self._about, self._verb = title, list(fields), about, verb

    def compose(self) -> ComposeResult:
        """Title, fields, keys."""
        with VerticalScroll(id="drawer", can_focus=False):
            yield Static(text((self._title, "bold")), id="drawer-title")
            if self._about:
                yield Static(text((self._about, MUTED)), id="drawer-about")
            yield from self._fields
            tab = "   tab next field" if len(self._fields) > 1 else ""
            yield Static(text((f"enter {self._verb}{tab}   esc leaves without   f1 help", MUTED)), id="drawer-keys")

    def action_save(self) -> None:
        """Gives everything back, or shows what does not fit."""
        for field in self._fields:
            if not field.note(leaving=True):
                field.query("Entry, Choices").first().focus()
                return
        self.dismiss({field.key: field.value for field in self._fields})

    def action_leave(self) -> None:
        """Leaves without saving."""
        self.dismiss(None)
