"""What every full screen shares: the line that tells what happened, the keys, the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from tna.tui.look import MUTED, text
from tna.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from tna.tui.app import TnaApp

DISCLAIMER = "An independent tool: not a UN product, and not a UN certification."


class Page(Screen[None]):
    """A full screen. ``GUIDE`` is what its help says before the keys."""

    GUIDE: ClassVar[str] = ""
    AUTO_FOCUS = None

    @property
    def tna(self) -> TnaApp:
        """The app, by its own type."""
        return cast("TnaApp", self.app)

    def foot(self) -> ComposeResult:
        """The last two lines: what happened, and the keys."""
        yield Static(id="told")
        yield KeyBar()

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Says in one line what happened; it stays until something else does, or another screen comes."""
        line = self.query_one("#told", Static)
        line.update(text((sentence, "$text-error" if bad else MUTED)))

    def on_screen_suspend(self) -> None:
        """What was told belongs to what was in sight."""
        if self.query("#told"):  # a screen that goes has no lines any more
            self.tell("")

    def action_help(self) -> None:
        """Opens the help of this screen."""
        self.tna.action_help()
