"""The app: paints first, then opens catalogue and store in a worker; the one owner of what is open."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import App
from textual.binding import Binding
from textual.css.query import NoMatches
from textual.message import Message

from tna.tui import plain
from tna.tui.places import Places
from tna.tui.screens.home import HomeScreen
from tna.tui.themes import DARK, LIGHT, OTHER
from tna.tui.widgets.inorder import opened

if TYPE_CHECKING:
    from tna.assessment.record import Assessment
    from tna.content.models import Catalogue
    from tna.store import Store
    from tna.tui.dossier import Dossier


class Opened(Message):
    """Catalogue and store are there."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self.catalogue = catalogue
        self.store = store
        super().__init__()


class Refused(Message):
    """They could not be opened; plain sentences say why."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__()


class TnaApp(App[None]):
    """The terminal UI. ``catalogue`` and ``store`` are None until the first screen is painted and both are open."""

    TITLE = "tna"
    CSS_PATH = "tna.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-middle"), (110, "-wide")]
    BINDINGS = [
        Binding("f1", "help", "help", show=False),
        Binding("f2", "other_theme", "light or dark", show=False),
        Binding("ctrl+c", "quit", "leave", show=False),
    ]

    catalogue: Catalogue | None = None
    store: Store | None = None

    def __init__(
        self,
        content: Path | str | None = None,
        db: str | None = None,
        assessment: str | None = None,
        *,
        walk: bool = False,
        today: date | None = None,
    ) -> None:
        super().__init__()
        self._content, self._db = content, db
        self._first, self._walk_first = assessment, walk
        self._today = today
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        if plain.wanted():
            self._filters.append(plain.Ascii())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of our own, for themes of others."""
        return {"rule": "#808080", "quiet": "#909090", "faint": "#707070"}

    @property
    def today(self) -> date:
        """The day that everything is judged as of."""
        return self._today or datetime.now().astimezone().date()

    @property
    def places(self) -> Places:
        """What this user's screens remember."""
        from tna.store.places import home

        return Places(home() / "screens.json")

    def on_mount(self) -> None:
        """Paints the first screen; what is heavy comes after it."""
        kept = self.places.get("theme")
        self.theme = kept if kept in OTHER else DARK.name
        self.push_screen(HomeScreen())
        self.call_after_refresh(self.open_all)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def open_all(self) -> None:
        """Reads the catalogue and opens the store."""
        from tna.content.load import ContentError, content_folder, load_catalogue
        from tna.errors import Refusal
        from tna.store import Store, default_target

        try:
            catalogue = load_catalogue(content_folder(self._content))
            store = Store.open(default_target(self._db))
        except ContentError as error:
            self.post_message(Refused([f"{error}. See: tna content check", *map(str, error.faults[:20])]))
        except (Refusal, OSError) as error:
            self.post_message(Refused([str(error)]))
        else:
            self.post_message(Opened(catalogue, store))

    def on_opened(self, message: Opened) -> None:
        """The one place where catalogue and store are set."""
        self.catalogue, self.store = message.catalogue, message.store
        self.home.list_assessments()
        if self._first is not None:
            self.open_assessment(self._first, results=not self._walk_first)
            self._first = None

    def on_refused(self, message: Refused) -> None:
        """Shown on Home, and kept there."""
        self.home.refuse(message.sentences)

    @property
    def home(self) -> HomeScreen:
        """The first screen, under all others."""
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))

    def dossier(self, assessment: Assessment) -> Dossier:
        """An assessment, opened.

        Raises:
            Refusal: it cannot be read, or not under this catalogue.
        """
        from tna.tui.dossier import Dossier

        assert self.store is not None
        assert self.catalogue is not None
        return Dossier(self.store, self.catalogue, assessment)

    def open_assessment(self, start_of_id: str, *, results: bool = False) -> None:
        """Opens the walk of an assessment where it was left, or its results."""
        from tna.errors import Refusal

        try:
            assert self.store is not None
            dossier = self.dossier(self.store.find(start_of_id))
        except Refusal as error:
            self.home.tell(str(error), bad=True)
            return
        if results:
            from tna.tui.screens.results import ResultsScreen

            self.push_screen(ResultsScreen(dossier))
        else:
            from tna.tui.screens.walk import WalkScreen

            self.push_screen(WalkScreen(dossier, self.places))

    def action_help(self) -> None:
        """Opens the help of the screen that is shown."""
        from tna.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_other_theme(self) -> None:
        """From dark to light and back; kept for the next time."""
        self.theme = OTHER.get(self.theme, DARK.name)
        self.places.keep("theme", self.theme)

    async def on_event(self, event: events.Event) -> None:
        """As Textual does, but keys that are still under way when the app ends are dropped: the screens are gone."""
        if self.is_running or not isinstance(event, events.Key):
            await super().on_event(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """As Textual does, but no key is lost on a screen, or breaks it, that is on top and has no widgets yet."""
        if not self.screen.is_mounted:
            await opened(self.screen)
        return await super()._check_bindings(key, priority)

    def _handle_exception(self, error: Exception) -> None:
        """As Textual does, but a screen that is cut short while the app ends is no fault."""
        if self.is_running or not isinstance(error, NoMatches):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """In place of a traceback on the screen."""
        from tna.faults import keep_fault

        self.panic(keep_fault())

    def on_unmount(self) -> None:
        """Lets go of the database."""
        if self.store is not None:
            self.store.close()
