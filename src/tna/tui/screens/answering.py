"""Answering: every entry that is made about the question in hand, on the disk before the screen moves on (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tna.assessment.values import BadValue
from tna.content.models import Depth
from tna.content.words import answer_words
from tna.errors import Refusal
from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.look import ANSWERS, count, line
from tna.tui.screens import asking
from tna.tui.screens.form import FormScreen
from tna.tui.screens.page import Page
from tna.tui.widgets.choices import Choices
from tna.tui.widgets.entry import Entry
from tna.tui.widgets.panel import NONE, Panel


class Answering(Page):
    """The half of the walk that writes. ``at`` is the id of the question in hand."""

    dossier: Dossier
    at: str

    def go(self, question: str) -> None:
        """Shows a question."""
        raise NotImplementedError

    def step(self, step: int) -> None:
        """Goes to the next question, or the one before."""
        raise NotImplementedError

    def refresh_all(self) -> None:
        """Shows what changed, the question staying where it is."""
        raise NotImplementedError

    @property
    def panel(self) -> Panel:
        """The question panel."""
        return self.query_one(Panel)

    @property
    def placed(self) -> Placed:
        """The question in hand."""
        return self.dossier.checklist.placed[self.at]

    def write(self, entry: Callable[[], Any], told: str = "") -> bool:
        """Makes an entry and says so; when it cannot be written, says that and stays on the question."""
        before = {placed.id for placed in self.dossier.situation.walk}
        try:
            entry()
        except Refusal as error:
            self.tell(f"Not saved: {error}", bad=True)
            return False
        except ValueError:
            self.tell("Not saved: this does not fit the question.", bad=True)
            return False
        after = {placed.id for placed in self.dossier.situation.walk}
        self.tell(told + _changes(len(after - before), len(before - after)))
        return True

    def save_typed(self) -> bool:
        """Saves what is typed, if anything is. False: it does not fit, or could not be written.

        Every way on from a question begins here: what was told about the last step is wiped first.
        """
        self.tell("")
        if not self.panel.changed:
            if self.panel.query_one(Entry).value.strip() == "" and self.panel.stored:
                self.panel.restore()
            return True
        try:
            value = self.panel.typed()
        except BadValue as error:
            self.panel.complain(f"{error}.")
            self.tell("Nothing was saved. Correct it, or press esc to put back what was there.", bad=True)
            return False
        return self.write(lambda: self.dossier.put_value(self.at, value), self._told(value))

    def _told(self, value: object) -> str:
        return f"Saved: {line(answer_words(self.placed.question, value))}. "

    def picked(self, picked: list[str], done: bool) -> None:
        """Saves what was picked; after a single choice it goes on."""
        question = self.placed.question
        keys = [key for key in picked if key != NONE or picked[-1] == NONE]
        if keys and keys[-1] == NONE:
            keys = [NONE]
        value: Any = [key for key in question.options if key in keys] if question.type == "multi_choice" else keys[0]
        if question.type == "maturity":
            value = int(value)
        cleared = question.type == "multi_choice" and not keys
        if cleared:
            saved = self.write(lambda: self.dossier.put(self.at, status="open", value=None), "Nothing is picked now. ")
        else:
            saved = self.write(lambda: self.dossier.put_value(self.at, value), self._told(value))
        choices = self.panel.query_one(Choices)
        choices.picked = keys if saved else self.panel.picked()
        choices.refresh_options()
        if saved and done:
            self.step(1)
        else:
            self.refresh_all()

    def action_dont_know(self) -> None:
        """Answers *don't know* and goes on."""
        if self.write(lambda: self.dossier.put_dont_know(self.at), "Saved: don't know. "):
            self.step(1)

    def action_not_applicable(self) -> None:
        """Asks for the reason, writes it and goes on."""
        refused = asking.why_not_refused(self.placed)
        if refused:
            self.tell(refused, bad=True)
            return

        told = asking.set_aside_words(self.dossier, self.placed)

        def put(filled: dict[str, Any] | None) -> None:
            if filled and self.write(lambda: self.dossier.put_not_applicable(self.at, filled["reason"]), told):
                self.step(1)

        self.app.push_screen(asking.not_applicable(self.dossier, self.placed), put)

    def action_evidence(self) -> None:
        """Asks for grade, reference and dates."""
        self._ask(asking.evidence(self.dossier, self.placed, self.tna.today), "Saved: evidence.")

    def action_note(self) -> None:
        """Asks for the note."""
        self._ask(asking.note(self.dossier, self.placed), "Saved: note.")

    def _ask(self, form: FormScreen, told: str) -> None:
        if not self.save_typed():
            return

        def put(filled: dict[str, Any] | None) -> None:
            if filled is None:
                return
            changed = asking.changes(filled, self.dossier.situation.answer(self.at))
            if not changed:
                self.tell("Nothing was changed, so nothing was saved.")
            elif self.write(lambda: self.dossier.put(self.at, **changed), told):
                self.refresh_all()

        self.app.push_screen(form, put)

    def action_flag(self) -> None:
        """Flags the question, or takes the flag off."""
        flag = not self.dossier.situation.answer(self.at).flag
        if self.write(lambda: self.dossier.put(self.at, flag=flag), "Flagged." if flag else "The flag is off."):
            self.refresh_all()

    def action_undo(self) -> None:
        """Takes back the last entry and shows what it was about."""
        undone: list[str | None] = []
        if not self.write(lambda: undone.append(self.dossier.undo())):
            return
        subject = undone[0]
        if subject in self.dossier.checklist.placed:
            self.go(str(subject))
        else:
            self.refresh_all()
        state = ANSWERS[self.dossier.situation.answer(self.at).status].word
        self.tell(f"Taken back. This question is now: {state}." if subject else "There is nothing to take back.")

    def action_depth(self) -> None:
        """Asks, then goes from screen to full or back."""
        from tna.tui.screens.confirm import ConfirmScreen

        other: Depth = "full" if self.dossier.checklist.depth == "screen" else "screen"

        def change(sure: bool | None) -> None:
            if sure and self.write(lambda: self.dossier.put_depth(other), f"This is a {other} assessment now. "):
                self.go(self.at if self.at in self.dossier.checklist.placed else self.dossier.resume_at(None))

        question = f"Make this a {other} assessment?"
        words = "It asks everything that applies." if other == "full" else "It asks what is critical or mandatory only."
        self.app.push_screen(ConfirmScreen(question, f"{words} Every answer is kept.", f"make it {other}"), change)


def _changes(more: int, fewer: int) -> str:
    parts = [
        f"{count(more, 'more question')} now." if more else "",
        f"{count(fewer, 'question')} fewer now." if fewer else "",
    ]
    return " ".join(part for part in parts if part)
