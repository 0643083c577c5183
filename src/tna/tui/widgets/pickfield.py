"""A field that picks from a long list, searched by typing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textual import on
from textual.binding import Binding
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option as ListOption

from tna.tui.look import text
from tna.tui.widgets.entry import Entry
from tna.tui.widgets.fields import Field


class PickField(Field):
    """A long list, searched by typing: any word of an entry finds it. ``value`` is the id of the one chosen."""

    BINDINGS = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(
        self,
        key: str,
        label: str,
        names: dict[str, str],
        *,
        missing: str,
        groups: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(key, label)
        self.names, self._missing, self._groups = names, missing, groups or {}
        self.entry = Entry(placeholder="type to search, arrows to choose")
        self.list = OptionList(classes="field-list")
        self.list.can_focus = False
        self.chosen: str | None = None
        self._searched = ""

    def body(self) -> Iterator[Any]:
        """The line to search with, and what it finds."""
        yield self.entry
        yield self.list

    def on_mount(self) -> None:
        """Everything is found at first."""
        super().on_mount()
        self._find("")

    def offer(self, names: dict[str, str]) -> None:
        """Offers another list, which has what was chosen: that stays, as does what is typed."""
        self.names = names
        if self.chosen is None:
            self._find(self.entry.value)
        else:
            self._fill(list(names.items()))
            self.list.highlighted = list(names).index(self.chosen)

    @property
    def value(self) -> str:
        """The id that was chosen."""
        self._search()
        if self.chosen is None:
            raise ValueError(self._missing)
        return self.chosen

    @property
    def touched(self) -> bool:
        """Errors are told on leaving only: while one types, the list shows what fits."""
        return False

    def _search(self) -> None:
        """Finds what is typed, unless that was done, or it is the name of the one chosen."""
        typed = self.entry.value
        if typed != self._searched and not (self.chosen and typed == self._short(self.chosen)):
            self._find(typed)

    def _find(self, typed: str) -> None:
        self._searched = typed
        wanted = typed.casefold().split()
        found = [each for each in self._ranked(typed) if all(word in " ".join(each).casefold() for word in wanted)]
        self._fill(found)
        self.list.highlighted = 0 if wanted and found else None
        self.chosen = found[0][0] if wanted and found else None

    def _fill(self, found: list[tuple[str, str]]) -> None:
        self.list.clear_options()
        self.list.add_options([ListOption(text(name), id=key) for key, name in found])

    def _ranked(self, typed: str) -> list[tuple[str, str]]:
        """First the names that start so, then those of the group that is named so, then the order of the content."""
        start = typed.strip().casefold()

        def rank(entry: tuple[str, str]) -> tuple[bool, bool]:
            return not entry[1].casefold().startswith(start), start not in self._groups.get(entry[0], ())

        return sorted(self.names.items(), key=rank) if start else list(self.names.items())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()
        self.note()
        self.post_message(self.Changed(self))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.chosen = event.option_id
        self.settle()
        self.screen.focus_next()

    def action_move(self, step: int) -> None:
        """Moves in the list while the line keeps the focus."""
        if step > 0:
            self.list.action_cursor_down()
        else:
            self.list.action_cursor_up()
        if self.list.highlighted is not None:
            self.chosen = self.list.get_option_at_index(self.list.highlighted).id
            self.note()
            self.post_message(self.Changed(self))

    def on_descendant_focus(self) -> None:
        """The list is there while it is searched; what was chosen is typed over."""
        self.list.display = True
        if self.chosen is not None:
            self.entry.action_select_all()

    def on_descendant_blur(self) -> None:
        """On leaving, the line shows what was chosen, or the note what is missing."""
        self.list.display = False
        self.settle()
        self.note(leaving=True)

    def _short(self, key: str) -> str:
        return self.names[key].split(" · ")[0]

    def settle(self) -> None:
        """Writes the name of the one chosen into the line."""
        if self.chosen is not None:
            self.entry.value = self._short(self.chosen)
            self.entry.cursor_position = len(self.entry.value)
        self.post_message(self.Changed(self))
