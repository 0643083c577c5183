"""The help of a screen: what it is for, and every key of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tna.tui.look import MUTED, STATES, text
from tna.tui.widgets.keybar import key_name

MORE = (
    ("f1", "this help, also while you type in a field"),
    ("f2", "light or dark"),
    ("tab", "the next part of the screen"),
    ("ctrl+c", "leave tna; every answer is saved already"),
)


class HelpScreen(ModalScreen[None]):
    """Shows the guide and the keys of the screen under it."""

    BINDINGS = [
        Binding("escape,q,question_mark,enter", "app.pop_screen", show=False),
    ]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="help"):
            yield Static(text(("Help", "bold $primary"), "   ", ("esc closes it, arrows scroll", MUTED), "\n"))
            yield Static(text(getattr(self._about, "GUIDE", ""), "\n"))
            yield Static(self._keys())
            yield Static(text("\n", ("What the marks mean", "bold")))
            marks = [text("   ", mark.shown()) for mark in STATES.values()]
            yield Static(Content("\n").join([*marks, text("   ▲ show-stopper: unmet, the unit is not ready at all")]))

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one("#help").focus()

    def _keys(self) -> Content:
        bindings = [each for each in self._about.BINDINGS if isinstance(each, Binding)]
        rows = [(key_name(each), each.tooltip or each.description) for each in bindings if each.description]
        rows += [row for row in MORE if row[0] not in dict(rows)]
        return Content("\n").join(text((f"{key:>8}  ", "bold $primary"), words) for key, words in rows)
