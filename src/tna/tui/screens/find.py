"""Finds a question by any words of it, or of the standards that rest on it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.look import ANSWERS, MUTED, count, text
from tna.tui.widgets.entry import Entry

MOST = 60


class FindScreen(ModalScreen[str | None]):
    """Gives the question that was chosen."""

    GUIDE = (
        "Type any words of a question, of the standards that rest on it, or of your note: what has them all is found."
    )

    BINDINGS = [
        Binding("enter", "take", "go", tooltip="go to the question that is marked"),
        Binding("down", "move(1)", "choose", tooltip="the next one; up for the one before"),
        Binding("escape", "leave", "leave", tooltip="stay where you were"),
        Binding("f1", "app.help", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self._pages = [(placed, _words(dossier, placed)) for placed in dossier.checklist.questions]

    def compose(self) -> ComposeResult:
        """The line to search with, and what it finds."""
        with Vertical(id="find"):
            yield Entry(placeholder="words of a question, a standard, an id or a note")
            found = OptionList(id="found")
            found.can_focus = False
            yield found
            yield Static(id="find-note")

    def on_mount(self) -> None:
        """Everything is found at first."""
        self.query_one(Entry).focus()
        self._find("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        wanted = typed.casefold().split()
        found = [placed for placed, words in self._pages if all(word in words for word in wanted)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([self._option(placed) for placed in found[:MOST]])
        options.highlighted = 0 if found else None
        rest = f"; the first {MOST} are shown" if len(found) > MOST else ""
        self.query_one("#find-note", Static).update(
            text((f"{count(len(found), 'question')}{rest}   ↵ goes there   esc leaves   f1 help", MUTED))
        )

    def _option(self, placed: Placed) -> Option:
        mark = ANSWERS[self._dossier.situation.answer(placed.id).status]
        where = f"\n  {self._dossier.title(placed)} › {placed.section}   {', '.join(placed.criteria)}"
        return Option(text((f"{mark.glyph} ", mark.style), placed.question.ask, (where, MUTED)), id=placed.id)

    def action_move(self, step: int) -> None:
        """Moves in what was found."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_take(self) -> None:
        """Gives the question that is marked."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Stays where it was."""
        self.dismiss(None)


def _words(dossier: Dossier, placed: Placed) -> str:
    """Everything that finds a question, in one folded line."""
    parts = [placed.id, placed.question.ask, placed.question.hint or "", placed.section]
    parts.append(dossier.situation.answer(placed.id).note or "")
    for name in placed.criteria:
        criterion = dossier.checklist.item[name].criterion
        parts += [criterion.id, criterion.requires, criterion.critical or ""]
        parts += [f"{cite.source} {dossier.catalogue.sources[cite.source].title}" for cite in criterion.cites]
    return " ".join(parts).casefold()
