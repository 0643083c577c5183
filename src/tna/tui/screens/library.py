"""Library: every standard and source, searchable, with the questions that test it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tna.content.models import Catalogue
from tna.tui.look import MUTED, STOPPER, count, line, text
from tna.tui.screens.page import Page
from tna.tui.widgets.detail import criterion_words, source_words
from tna.tui.widgets.entry import Entry


class LibraryScreen(Page):
    """A list to search, and beside it the whole of what is marked."""

    GUIDE = (
        "Every standard and every source of this edition. Type to search: ids, words, the title of a source. The "
        "arrows choose; beside the list stands what is required, on what grounds, and the questions that test it."
    )
    BINDINGS = [
        Binding("down", "move('cursor_down')", "choose", tooltip="the next one; up for the one before"),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "read(1)", "read on", tooltip="scroll the text; pageup goes back"),
        Binding("pageup", "read(-1)", show=False),
        Binding("escape", "leave", "back", tooltip="empty the search, then back"),
        Binding("f1", "help", "help", tooltip="this help"),
    ]

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._entries = _entries(catalogue)

    def compose(self) -> ComposeResult:
        """Search, list, detail."""
        yield Static(id="page-title")
        yield Entry(placeholder="search standards and sources", widget_id="library-search")
        with Container(id="library"):
            found = OptionList(id="library-list")
            found.can_focus = False
            yield found
            with VerticalScroll(id="library-detail", can_focus=False):
                yield Static(id="detail")
        yield from self.foot()

    def on_mount(self) -> None:
        """Everything is found at first."""
        self.query_one(Entry).focus()
        self._find("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        wanted = typed.casefold().split()
        found = [(key, shown) for key, shown, words in self._entries if all(word in words for word in wanted)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(text(*shown), id=key) for key, shown in found])
        options.highlighted = 0 if found else None
        size = f"   {count(len(found), 'entry', 'entries')} of {len(self._entries)}"
        self.query_one("#page-title", Static).update(text(("Library", "bold"), (size, MUTED)))
        if not found:
            self.query_one("#detail", Static).update(text(("Nothing is found by these words.", MUTED)))

    @on(OptionList.OptionHighlighted)
    def _marked(self, event: OptionList.OptionHighlighted) -> None:
        key = str(event.option_id)
        draw = criterion_words if key in self._catalogue.criteria else source_words
        self.query_one("#detail", Static).update(draw(self._catalogue, key, self.tna.today))
        self.query_one("#library-detail").scroll_home(animate=False)

    def action_move(self, action: str) -> None:
        """Moves in the list while the search keeps the keys."""
        getattr(self.query_one(OptionList), f"action_{action}")()

    def action_read(self, step: int) -> None:
        """Scrolls the detail."""
        detail = self.query_one("#library-detail", VerticalScroll)
        detail.scroll_relative(y=step * max(detail.size.height - 2, 1), animate=False)

    def action_leave(self) -> None:
        """Empties the search; when it is empty, goes back."""
        entry = self.query_one(Entry)
        if entry.value:
            entry.value = ""
        else:
            self.app.pop_screen()


def _entries(catalogue: Catalogue) -> list[tuple[str, list[str | tuple[str, str]], str]]:
    """Of each entry: its id, what is shown, and the words that find it."""
    entries: list[tuple[str, list[str | tuple[str, str]], str]] = []
    for criterion in catalogue.criteria.values():
        mark = (f"{STOPPER} ", "$text-error") if criterion.critical else "  "
        cited = " ".join(f"{cite.source} {catalogue.sources[cite.source].title}" for cite in criterion.cites)
        words = f"{criterion.id} {criterion.requires} {criterion.force} {criterion.kind} {cited}"
        entries.append((criterion.id, [mark, (criterion.id, MUTED), f"  {line(criterion.requires)}"], words.casefold()))
    for source in catalogue.sources.values():
        words = f"{source.id} {source.title} {source.issuer or ''} {source.reference or ''} source"
        entries.append((source.id, ["  ", (source.id, MUTED), f"  {line(source.title)}"], words.casefold()))
    return entries
