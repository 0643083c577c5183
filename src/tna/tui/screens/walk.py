"""The walk: one question at a time. Every answer is on the disk before the screen moves on (DESIGN 4, 6)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from tna.tui.dossier import Dossier
from tna.tui.look import Fluid, count
from tna.tui.places import Places
from tna.tui.screens.answering import Answering
from tna.tui.widgets.bar import Bar
from tna.tui.widgets.outline import Outline
from tna.tui.widgets.panel import Panel
from tna.tui.widgets.why import Why, domain_of, domain_words, now_words


class WalkScreen(Answering):
    """The questions of an assessment, beside its sections and the reasons for each question."""

    GUIDE = (
        "One question at a time. Answer with the keys that stand before the options; numbers and dates are typed and "
        "saved by enter. Every answer is saved as it is given: leave whenever you like, and you come back to this "
        "question. Unlike no, 'don't know' leaves the result open; 'not applicable' needs a reason."
    )
    BINDINGS = [
        Binding("enter", "next", "next", tooltip="next question; saves what is typed"),
        Binding("left,b", "back", "back", tooltip="the question before (b does the same)"),
        Binding("right_square_bracket", "next_open", "next open", tooltip="next question without an answer"),
        Binding("k", "dont_know", "don't know", tooltip="answer: don't know"),
        Binding("e", "evidence", "evidence", tooltip="grade, reference and dates of the evidence"),
        Binding("w", "why", "why", tooltip="why we ask: open or close the pane where the screen is narrow"),
        Binding("m", "note", "note", tooltip="write a note"),
        Binding("x", "not_applicable", "not applicable", tooltip="set it not applicable, with a reason"),
        Binding("f", "flag", "flag", tooltip="flag for later, or take the flag off"),
        Binding("slash", "find", "find", tooltip="find any question or standard, and go there"),
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
            yield Panel(self.picked)
            with Vertical(id="side"):
                with VerticalScroll(id="reasons"):
                    yield Why(id="why")
                yield Static(id="domain")
        yield Static(id="now")
        yield from self.foot()

    def on_mount(self) -> None:
        """Shows the question that was left."""
        self.go(self.at)

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
        domain = domain_of(self.dossier, self.placed)
        self.query_one("#domain", Static).update(domain_words(domain) if domain else "")
        self.query_one("#now", Static).update(Fluid(lambda width: now_words(self.dossier, self.placed, width)))

    def refresh_all(self) -> None:
        """Shows what changed, the question staying where it is."""
        self.panel.refresh_answer(self.dossier)
        self._around()

    # Moving

    def step(self, step: int) -> None:
        """Goes to the next question of the walk, or the one before."""
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
            self.step(1)

    def action_back(self) -> None:
        """Saves what is typed and goes back."""
        if self.save_typed():
            self.step(-1)

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
            self.go(self.query_one(Outline).goal(event.option_index))

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
            self.call_after_refresh(self.query_one(part).focus)
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
