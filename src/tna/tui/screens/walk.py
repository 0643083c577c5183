"""The walk: one question at a time. Every answer is on the disk before the screen moves on (DESIGN 4, 6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList

from tna.assessment.values import BadValue
from tna.content.models import Depth
from tna.content.words import answer_words
from tna.errors import Refusal
from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.look import ANSWERS, count, line
from tna.tui.places import Places
from tna.tui.screens import asking
from tna.tui.screens.form import FormScreen
from tna.tui.screens.page import Page
from tna.tui.widgets.bar import Bar
from tna.tui.widgets.choices import Choices
from tna.tui.widgets.entry import Entry
from tna.tui.widgets.outline import Outline
from tna.tui.widgets.panel import NONE, Panel
from tna.tui.widgets.why import Why

ANSWER_KEYS = frozenset({"yes_no", "yes_partly_no"})


class WalkScreen(Page):
    """The questions of an assessment, beside its sections and the reasons for each question."""

    GUIDE = (
        "One question at a time. Answer with the keys that stand before the options; numbers and dates are typed and "
        "saved by enter. Every answer is saved as it is given: leave whenever you like, and you come back to this "
        "question. Unlike no, 'don't know' leaves the result open; 'not applicable' needs a reason."
    )
    BINDINGS = [  # noqa: RUF012
        Binding("enter", "next", "next", tooltip="next question; saves what is typed"),
        Binding("left,b", "back", "back", tooltip="the question before (b does the same)"),
        Binding("right_square_bracket", "next_open", "next open", tooltip="next question without an answer"),
        Binding("k", "dont_know", "don't know", tooltip="answer: don't know"),
        Binding("x", "not_applicable", "not applicable", tooltip="set it not applicable, with a reason"),
        Binding("e", "evidence", "evidence", tooltip="grade, reference and dates of the evidence"),
        Binding("m", "note", "note", tooltip="write a note (n does the same where it is no answer)"),
        Binding("n", "note_by_n", show=False),
        Binding("f", "flag", "flag", tooltip="flag for later, or take the flag off"),
        Binding("slash", "find", "find", tooltip="find any question or standard, and go there"),
        Binding("w", "why", "why", tooltip="why we ask: open or close the pane where the screen is narrow"),
        Binding("s", "sections", "sections", tooltip="go to the sections, or back"),
        Binding("u", "undo", "undo", tooltip="take back the last entry"),
        Binding("d", "depth", show=False, tooltip="from screen to full or back"),
        Binding("r", "results", "results", tooltip="the results as they stand"),
        Binding("escape", "leave", show=False),
        Binding("question_mark", "help", "help", tooltip="this help"),
    ]

    def __init__(self, dossier: Dossier, places: Places, at: str | None = None) -> None:
        super().__init__()
        self.dossier = dossier
        self._places = places
        self.at = at or dossier.resume_at(places.get(dossier.assessment.id))

    def compose(self) -> ComposeResult:
        """Bar, sections, question, reasons."""
        yield Bar(id="bar")
        with Horizontal(id="walk"):
            yield Outline(id="outline")
            yield Panel(id="panel")
            with VerticalScroll(id="reasons"):
                yield Why(id="why")
        yield from self.foot()

    def on_mount(self) -> None:
        """Shows the question that was left."""
        self.go(self.at)

    @property
    def panel(self) -> Panel:
        """The question panel."""
        return self.query_one(Panel)

    @property
    def placed(self) -> Placed:
        """The question in hand."""
        return self.dossier.checklist.placed[self.at]

    # Showing

    def go(self, question: str) -> None:
        """Shows a question, and remembers the place."""
        self.at = question
        self._places.keep(self.dossier.assessment.id, question)
        self.panel.show(self.dossier, self.placed)
        self.query_one("#reasons").scroll_home(animate=False)
        self._around()

    def _around(self) -> None:
        self.query_one(Bar).show(self.dossier, self.tna.today)
        self.query_one(Outline).show(self.dossier, self.placed)
        self.query_one(Why).show(self.dossier, self.placed)

    def refresh_all(self) -> None:
        """Shows what changed, the question staying where it is."""
        self.panel.refresh_answer(self.dossier)
        self._around()

    # Writing

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
        """Saves what is typed, if anything is. False: it does not fit, or could not be written."""
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

    @on(Choices.Picked, "#choices")
    def _picked(self, event: Choices.Picked) -> None:
        question = self.placed.question
        keys = [key for key in event.keys if key != NONE or event.keys[-1] == NONE]
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
        event.choices.picked = keys if saved else self.panel.picked()
        event.choices.refresh_options()
        if saved and event.done:
            self._step(1)
        else:
            self.refresh_all()

    @on(Input.Submitted, "#entry")
    def _submitted(self) -> None:
        self.action_next()

    # Moving

    def _step(self, step: int) -> None:
        ids = [placed.id for placed in self.dossier.situation.walk]
        if self.at in ids:
            goal = ids.index(self.at) + step
        else:
            order = [placed.id for placed in self.dossier.checklist.questions]
            behind = [name for name in ids if order.index(name) < order.index(self.at)]
            goal = len(behind) - (step < 0)
        if 0 <= goal < len(ids):
            self.go(ids[goal])
            return
        self.refresh_all()
        open_now = len(self.dossier.situation.open)
        rest = f"{count(open_now, 'question')} still open: press ]" if open_now else "Nothing is open: press r"
        self.tell(f"{'This is the first question.' if step < 0 else f'This was the last question. {rest}.'}")

    def action_next(self) -> None:
        """Saves what is typed and goes on."""
        if self.save_typed():
            self._step(1)

    def action_back(self) -> None:
        """Saves what is typed and goes back."""
        if self.save_typed():
            self._step(-1)

    def action_next_open(self) -> None:
        """The next question without an answer, from here on and then from the start."""
        if not self.save_typed():
            return
        order = [placed.id for placed in self.dossier.checklist.questions]
        here = order.index(self.at)
        ids = [placed.id for placed in self.dossier.situation.open if placed.id != self.at]
        if not ids:
            self.refresh_all()
            self.tell("No other question is open. Press r for the results.")
            return
        self.go(next((name for name in ids if order.index(name) > here), ids[0]))

    @on(OptionList.OptionSelected, "#outline")
    def _section(self, event: OptionList.OptionSelected) -> None:
        if self.save_typed():
            self.remove_class("-sections")
            self.go(self.query_one(Outline).goals[event.option_index])

    # Entries about the question

    def action_dont_know(self) -> None:
        """Answers *don't know* and goes on."""
        if self.write(lambda: self.dossier.put_dont_know(self.at), "Saved: don't know. "):
            self._step(1)

    def action_not_applicable(self) -> None:
        """Asks for the reason, writes it and goes on."""
        refused = asking.why_not_refused(self.placed)
        if refused:
            self.tell(refused, bad=True)
            return

        def put(filled: dict[str, Any] | None) -> None:
            if filled and self.write(
                lambda: self.dossier.put_not_applicable(self.at, filled["reason"]), "Saved: not applicable. "
            ):
                self._step(1)

        self.app.push_screen(asking.not_applicable(self.dossier, self.placed), put)

    def action_evidence(self) -> None:
        """Asks for grade, reference and dates."""
        self._ask(asking.evidence(self.dossier, self.placed, self.tna.today), "Saved: evidence.")

    def action_note(self) -> None:
        """Asks for the note."""
        self._ask(asking.note(self.dossier, self.placed), "Saved: note.")

    def action_note_by_n(self) -> None:
        """The same where n is not the answer no."""
        if self.placed.question.type not in ANSWER_KEYS:
            self.action_note()

    def _ask(self, form: FormScreen, told: str) -> None:
        if not self.save_typed():
            return

        def put(filled: dict[str, Any] | None) -> None:
            if filled is not None and self.write(lambda: self.dossier.put(self.at, **asking.changes(filled)), told):
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

    # Other parts of the screen

    def action_why(self) -> None:
        """Shows the reasons where they are folded away, or folds them again."""
        self.remove_class("-sections")
        self.toggle_class("-why")
        self._focus_part("-why", "#reasons")

    def action_sections(self) -> None:
        """Goes to the sections, or back to the question."""
        self.remove_class("-why")
        self.toggle_class("-sections")
        self._focus_part("-sections", "#outline")

    def _focus_part(self, shown: str, part: str) -> None:
        if self.has_class(shown):
            self.query_one(part).focus()
        else:
            self.panel.focus_answer()

    def action_find(self) -> None:
        """Finds a question and goes there."""
        from tna.tui.screens.find import FindScreen

        if self.save_typed():
            self.app.push_screen(FindScreen(self.dossier), self._found)

    def _found(self, question: str | None) -> None:
        if question is None:
            return
        self.go(question)
        if self.dossier.situation.asked(question) is not True:
            self.tell("This question is not asked at present: other answers decide whether it applies.")

    def action_results(self) -> None:
        """The results as they stand."""
        from tna.tui.screens.results import ResultsScreen

        if self.save_typed():
            self.app.push_screen(ResultsScreen(self.dossier))

    def action_leave(self) -> None:
        """One step out: from a pane, from what is typed and not saved, then to where one came from."""
        if self.has_class("-why") or self.has_class("-sections"):
            self.remove_class("-why", "-sections")
            self.panel.focus_answer()
        elif self.panel.changed:
            self.panel.restore()
            self.tell("What was typed is gone; what was saved is back.")
        elif self.panel.writing:
            self.panel.focus()
        else:
            self.app.pop_screen()

    def on_screen_resume(self) -> None:
        """Another screen may have written."""
        if self.is_mounted and self.panel.is_mounted and hasattr(self.panel, "placed"):
            self.refresh_all()


def _changes(more: int, fewer: int) -> str:
    parts = [
        f"{count(more, 'more question')} now." if more else "",
        f"{count(fewer, 'question')} fewer now." if fewer else "",
    ]
    return " ".join(part for part in parts if part)
