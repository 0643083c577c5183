"""Results: the band and its reasons on one side, the gaps and their actions on the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, Static

from tna.assessment.record import Action
from tna.errors import Refusal
from tna.scoring import reach_next_band, score
from tna.scoring.gaps import MARGIN
from tna.scoring.result import Forecast, Result
from tna.tui.dossier import Dossier
from tna.tui.look import MUTED, goal_words, lines, marked, text
from tna.tui.screens import planning
from tna.tui.screens.page import DISCLAIMER, Page
from tna.tui.widgets.bar import Bar
from tna.tui.widgets.gaplist import GapList
from tna.tui.widgets.overview import overview


class ResultsScreen(Page):
    """What the answers add up to."""

    GUIDE = (
        "The band, the rule that decided it, and how much of it is certain. Bars are heavy where it is certain, dashed "
        "where answers are open, thin where it is lost. Gaps stand in order: P1 first. An action counts in the "
        "forecast when it is accepted, due before deployment and can be done in time."
    )
    BINDINGS = [
        Binding("g", "gaps", "gaps", tooltip="go to the gaps, or back to the overview"),
        Binding("enter,a", "action", "action", tooltip="write what is to be done about the gap that is marked"),
        Binding("o", "question", "its question", tooltip="go to the question of the gap that is marked"),
        Binding("c", "cause", "cause", tooltip="say why the gap exists, if not for the usual cause"),
        Binding("e,x", "export", "export", tooltip="write the gap report, an Excel workbook"),
        Binding("escape,left,b", "app.pop_screen", "back", tooltip="back to where you came from"),
        Binding("question_mark", "help", "help", tooltip="this help"),
    ]

    class Scored(Message):
        """The result is worked out."""

        def __init__(self, result: Result, next_band: Forecast | None) -> None:
            self.result = result
            self.next_band = next_band
            super().__init__()

    class Exported(Message):
        """The report is written, or could not be."""

        def __init__(self, sentence: str, *, bad: bool = False) -> None:
            self.sentence = sentence
            self.bad = bad
            super().__init__()

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.dossier = dossier
        self.result: Result | None = None

    def compose(self) -> ComposeResult:
        """Bar, overview, gaps."""
        yield Bar(id="bar")
        with Horizontal(id="results"):
            with VerticalScroll(id="overview"):
                yield Static(text(("Working it out …", MUTED)), id="overview-text")
            with Vertical(id="gaps"):
                yield Static(id="gaps-title")
                yield GapList(id="gap-list")
        yield Static(text((DISCLAIMER, MUTED)), id="disclaimer")
        yield from self.foot()

    def on_mount(self) -> None:
        """The overview scrolls at once."""
        self.query_one("#overview").focus()

    def on_screen_resume(self) -> None:
        """Reads anew, since another program may have written, and works out the result."""
        try:
            self.dossier.reread()
        except Refusal as error:
            self.tell(str(error), bad=True)
            return
        self.query_one(Bar).show(self.dossier, self.tna.today)
        self.work_out()

    @work(thread=True, exclusive=True, group="score", exit_on_error=False)
    def work_out(self) -> None:
        """Scores in a thread."""
        checklist, record, today = self.dossier.checklist, self.dossier.record, self.tna.today
        result = score(checklist, record, today)
        self.post_message(self.Scored(result, reach_next_band(checklist, record, today)))

    def on_results_screen_scored(self, message: Scored) -> None:
        """Shows the result."""
        self.result = message.result
        self.query_one("#overview-text", Static).update(overview(self.dossier, message.result, message.next_band))
        self.query_one(GapList).show(self.dossier, message.result)
        self._entitle()

    def on_descendant_focus(self) -> None:
        """Marks the gaps when the keys go to them."""
        self._entitle()

    def _entitle(self) -> None:
        """The title of the gaps, and what *start by* means."""
        gaps = self.result.gaps if self.result else ()
        title = f"Gaps, most urgent first: {len(gaps)}" if gaps else "No gap is left." if self.result else ""
        head = marked(title, here=bool(title) and self.query_one(GapList).has_focus)
        note = text((f"  'start by' ends {MARGIN} days before {goal_words(self.dossier.alone)}", MUTED))
        self.query_one("#gaps-title", Static).update(lines(head, note) if gaps else head)

    def action_gaps(self) -> None:
        """Goes to the gaps, or back to the overview."""
        if self.result is None:
            return
        there = self.query_one(GapList).has_focus
        self.set_class(not there, "-gaps")
        (self.query_one("#overview") if there else self.query_one(GapList)).focus()

    @property
    def gap(self) -> str | None:
        """The criterion of the gap that is marked, once the result is there; the list is shown where it is not."""
        if self.result is None:
            return None
        self.add_class("-gaps")
        gaps = self.query_one(GapList)
        if gaps.gap is None:
            self.tell("No gap is left.")
        return gaps.gap

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_action()

    def action_action(self) -> None:
        """Asks what is to be done about the gap, who does it, by when, and who accepted it."""
        gap = self.gap
        if gap is None:
            return

        def put(filled: dict[str, Any] | None) -> None:
            if filled is not None:
                self._write("the action", lambda: self.dossier.put_action(gap, Action(**filled)))

        self.app.push_screen(planning.action(self.dossier, gap), put)

    def action_cause(self) -> None:
        """Asks why the gap exists."""
        gap = self.gap
        if gap is None:
            return

        def put(filled: dict[str, Any] | None) -> None:
            if filled is not None:
                cause = planning.as_cause(filled)
                self._write("the cause", lambda: self.dossier.put_cause(gap, cause))

        self.app.push_screen(planning.cause(self.dossier, gap), put)

    def _write(self, what: str, entry: Any) -> None:
        try:
            entry()
        except Refusal as error:
            self.tell(f"Not saved: {error}", bad=True)
        else:
            self.tell(f"Saved: {what}.")
            self.work_out()

    def action_question(self) -> None:
        """Goes to a question that the gap rests on: an open one, if there is."""
        gap = self.gap
        if gap is None:
            return
        from tna.tui.screens.walk import WalkScreen

        asked = self.dossier.checklist.item[gap].criterion.rests_on
        open_first = sorted(asked, key=lambda fact: self.dossier.situation.answer(fact).status != "open")
        walk = next((screen for screen in self.app.screen_stack if isinstance(screen, WalkScreen)), None)
        if walk is not None:
            self.app.pop_screen()
            walk.go(open_first[0])
        else:
            self.app.push_screen(WalkScreen(self.dossier, self.tna.places, open_first[0]))

    def action_export(self) -> None:
        """Asks for the file, then writes the report in a thread."""
        result = self.result
        if result is None:
            return

        def put(filled: dict[str, Any] | None) -> None:
            if filled is not None:
                self.tell("Writing the report …")
                self.export(result, filled["file"])

        self.app.push_screen(planning.export(self.dossier, self.tna.today), put)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def export(self, result: Result, file: Path) -> None:
        """Writes the report."""
        try:
            planning.write_report(self.dossier, result, file)
        except (Refusal, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.post_message(self.Exported(f"The report was not written to {file}: {reason}", bad=True))
        else:
            self.post_message(self.Exported(f"The report is in {file}"))

    def on_results_screen_exported(self, message: Exported) -> None:
        """Says where the report is."""
        self.tell(message.sentence, bad=message.bad)
