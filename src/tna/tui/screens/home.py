"""Home: the assessments, newest first, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tna.tui.look import MUTED, Fluid, spread, text
from tna.tui.screens.page import DISCLAIMER, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tna.tui.rows import Row

WELCOME = (
    ("No assessment yet.\n\n", "bold"),
    "Press ",
    ("n", "bold $primary"),
    (
        " to make the first one: name the unit, its mission and the day it deploys. tna then asks only what applies to "
        "it, says why it asks, and shows what is missing and what closes each gap in time.\n\n"
        "You can stop at any moment: every answer is saved as you give it.\n\n"
        "Press "
    ),
    ("l", "bold $primary"),
    " to read the standards first, or ",
    ("?", "bold $primary"),
    " for help.",
)


class HomeScreen(Page):
    """The list of assessments; an empty one tells a newcomer what to do."""

    GUIDE = (
        "The assessments on this computer, newest first: the unit, its mission, how long until it deploys, how much is "
        "answered, the band as it stands and how many show-stoppers are unmet."
    )
    BINDINGS = [
        Binding("n", "new", "new", tooltip="new assessment"),
        Binding("enter", "open", "open", tooltip="open the walk where it was left"),
        Binding("r", "results", "results", tooltip="the results of the one that is marked"),
        Binding("l", "library", "library", tooltip="standards and sources, and the questions that test them"),
        Binding("d", "delete", "delete", tooltip="delete the one that is marked, after asking"),
        Binding("q", "app.quit", "quit", tooltip="leave tna"),
        Binding("question_mark", "help", "help", tooltip="this help"),
    ]

    class Listed(Message):
        """The lines of the list, as far as they are worked out."""

        def __init__(self, rows: Sequence[Row]) -> None:
            self.rows = list(rows)
            super().__init__()

    rows: Sequence[Row] = ()
    ready = False
    """Whether the assessments were read, or could not be."""
    _kept: str | None = None

    def compose(self) -> ComposeResult:
        """Title, list, disclaimer."""
        yield Static(id="home-title")
        with VerticalScroll(id="home-words", classes="alone"):
            yield Static(text(("Reading the standards and your assessments …", MUTED)), id="home-text")
        yield OptionList(id="home-list")
        yield Static(text((DISCLAIMER, MUTED)), id="disclaimer")
        yield from self.foot()

    def on_mount(self) -> None:
        """Nothing to choose from yet."""
        self.query_one(OptionList).display = False
        self._title("")

    def _title(self, edition: str) -> None:
        name = text(("tna", "bold $primary"), "  ", ("training-needs assessment for UN missions", MUTED))
        right = text((edition, MUTED))
        self.query_one("#home-title", Static).update(Fluid(lambda width: spread(name, right, width)))

    def refuse(self, sentences: Sequence[str]) -> None:
        """Says why nothing could be opened."""
        parts = [
            ("tna cannot start its work.\n\n", "bold"),
            *((f"{sentence}\n", "$text-error") for sentence in sentences),
        ]
        self.query_one("#home-text", Static).update(text(*parts))
        self.ready = True
        self.tell("")

    def on_screen_resume(self) -> None:
        """Another screen, or another program, may have changed what stands here."""
        self.list_assessments()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def list_assessments(self) -> None:
        """Works the list out in a thread: the heads first, then line by line the bands."""
        from tna.errors import Refusal
        from tna.tui.rows import rows

        store, catalogue = self.tna.store, self.tna.catalogue
        if store is None or catalogue is None:
            return
        try:
            for state in rows(store, catalogue, self.tna.today):
                self.post_message(self.Listed(state))
        except Refusal as error:
            self.app.call_from_thread(self._failed, str(error))

    def _failed(self, sentence: str) -> None:
        self.ready = True
        self.tell(sentence, bad=True)

    def on_home_screen_listed(self, message: Listed) -> None:
        """Shows the lines; the marked one stays marked."""
        assert self.tna.catalogue is not None
        self._title(f"edition {self.tna.catalogue.edition.edition}")
        chosen = self.chosen
        self.rows = message.rows
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Fluid(row.draw), id=row.id) for row in self.rows])
        names = [row.id for row in self.rows]
        options.display = bool(names)
        self.query_one("#home-words").set_class(not names, "alone")
        welcome = self.query_one("#home-text", Static)
        welcome.update(text(("Assessments", "bold")) if names else text(*WELCOME))
        if names:
            options.highlighted = names.index(chosen.id) if chosen and chosen.id in names else 0
            if self.focused is None:
                options.focus()
        self._catch_up()

    def _wait(self, action: str) -> bool:
        """Whether it is too early for an action: the first that was asked for is kept, and done once all is read."""
        if not self.ready:
            self._kept = self._kept or action
            self.tell("Wait a moment: your key is kept, and done as soon as all is read.")
        return not self.ready

    def _catch_up(self) -> None:
        """Does what was asked for too early."""
        if self.ready:
            return
        self.ready = True
        self.tell("")
        kept, self._kept = self._kept, None
        if kept:
            self.call_later(getattr(self, f"action_{kept}"))

    @property
    def chosen(self) -> Row | None:
        """The line that is marked."""
        index = self.query_one(OptionList).highlighted
        return self.rows[index] if index is not None and index < len(self.rows) else None

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Opens the walk."""
        if not self._wait("open") and self.chosen:
            self.tna.open_assessment(self.chosen.id)

    def action_results(self) -> None:
        """Opens the results."""
        if not self._wait("results") and self.chosen:
            self.tna.open_assessment(self.chosen.id, results=True)

    def action_new(self) -> None:
        """Opens the form of a new assessment."""
        if self._wait("new") or self.tna.store is None:
            return
        from tna.tui.screens.new import NewScreen

        self.app.push_screen(NewScreen())

    def action_library(self) -> None:
        """Opens the library."""
        if self._wait("library") or self.tna.catalogue is None:
            return
        from tna.tui.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen(self.tna.catalogue))

    def action_delete(self) -> None:
        """Asks, then deletes."""
        row = self.chosen
        if self._wait("delete") or row is None:
            return
        from tna.tui.screens.confirm import ConfirmScreen

        def delete(sure: bool | None) -> None:
            if sure:
                self._delete(row)

        question = f"Delete the assessment of {row.about}?"
        kept = "It leaves this list. Its entries stay in the database, but these screens do not bring it back."
        self.app.push_screen(ConfirmScreen(question, kept, "delete it"), delete)

    def _delete(self, row: Row) -> None:
        from tna.errors import Refusal

        try:
            assert self.tna.store is not None
            self.tna.store.delete(row.id)
        except Refusal as error:
            self.tell(str(error), bad=True)
        else:
            self.tell(f"Deleted: {row.about}.")
            self.list_assessments()
