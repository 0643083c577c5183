"""A question to be answered with yes or no before something is done."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tna.tui.look import MUTED, text


class ConfirmScreen(ModalScreen[bool]):
    """Gives whether it was confirmed; every key but y means no."""

    BINDINGS = [
        Binding("y", "answer(True)", show=False),
        Binding("n,escape,enter", "answer(False)", show=False),
    ]

    def __init__(self, question: str, consequence: str, yes: str, no: str = "leave it") -> None:
        super().__init__()
        self._question, self._consequence, self._yes, self._no = question, consequence, yes, no

    def compose(self) -> ComposeResult:
        """The question, what follows from yes, the keys."""
        with Vertical(id="confirm"):
            yield Static(text((self._question, "bold")))
            yield Static(text((self._consequence, MUTED)))
            yield Static(text("\n", ("y", "bold $primary"), f" {self._yes}   ", ("n", "bold $primary"), f" {self._no}"))

    def action_answer(self, sure: bool) -> None:
        """Gives the answer."""
        self.dismiss(sure)
