"""Fields of a form: a label, something to fill in, and a line that says what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as ListOption

from tna.tui.look import MUTED, marked, text
from tna.tui.widgets.choices import Choices, Option
from tna.tui.widgets.entry import Entry

Check = Callable[[str], Any]
"""From what was typed to a value; raises ValueError with what fits."""


class Field(Vertical):
    """A field. ``value`` is what was filled in; it raises ValueError with what fits."""

    class Changed(Message):
        """Something was filled in."""

        def __init__(self, field: Field) -> None:
            self.field = field
            super().__init__()

    def __init__(self, key: str, label: str, hint: str = "") -> None:
        super().__init__()
        self.key, self.label, self.hint = key, label, hint

    @property
    def value(self) -> Any:
        """What was filled in."""
        raise NotImplementedError

    def note(self, *, leaving: bool = False) -> bool:
        """Says under the field what does not fit, or its hint where the keys go. Gives whether it fits."""
        problem = ""
        try:
            _ = self.value
        except ValueError as error:
            problem = str(error)
        shown = problem if leaving or self.touched else ""
        line = self.query_one(".field-note", Static)
        line.update(text((shown, "$text-error")) if shown else text((self.hint, MUTED)))
        line.display = bool(shown or (self.hint and self.here))
        return not problem

    @property
    def touched(self) -> bool:
        """Whether something stands in it."""
        return True

    def compose(self) -> ComposeResult:
        """Label and filling beside each other, the note below."""
        yield Static(classes="field-label")
        with Vertical(classes="field-body"):
            yield from self.body()
            yield Static(classes="field-note")

    def body(self) -> Iterator[Any]:
        """What is filled in."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Shows label and hint."""
        self._mark(here=False)
        self.note()

    def rename(self, label: str) -> None:
        """Gives it another label."""
        self.label = label
        self._mark(here=self.here)

    @property
    def here(self) -> bool:
        """Whether the keys go to it."""
        return self.screen.focused in self.walk_children()

    def on_descendant_focus(self) -> None:
        """Marks the field where the keys go."""
        self._mark(here=True)
        if self.hint:
            self.note()

    def on_descendant_blur(self) -> None:
        """Takes the mark off."""
        self._mark(here=False)
        if self.hint:
            self.note()

    def _mark(self, *, here: bool) -> None:
        self.query_one(".field-label", Static).update(marked(self.label, here=here))


class TypedField(Field):
    """A line to type in, checked with every key."""

    def __init__(
        self,
        key: str,
        label: str,
        check: Check,
        *,
        value: str = "",
        hint: str = "",
        placeholder: str = "",
    ) -> None:
        super().__init__(key, label, hint)
        self._check = check
        self.entry = Entry(value, placeholder=placeholder)

    def body(self) -> Iterator[Any]:
        """The line."""
        yield self.entry

    @property
    def value(self) -> Any:
        """What was typed, as a value."""
        return self._check(self.entry.value.strip())

    @property
    def touched(self) -> bool:
        """Whether something was typed."""
        return bool(self.entry.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.note()
        self.post_message(self.Changed(self))


class ChoiceField(Field):
    """A few options under one another; one of them, or several."""

    def __init__(
        self,
        key: str,
        label: str,
        options: Sequence[Option],
        picked: Sequence[str] = (),
        *,
        several: bool = False,
        missing: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(key, label, hint)
        self._missing = missing
        self.choices = Choices(options, picked, several=several, then=self._picked)

    def body(self) -> Iterator[Any]:
        """The options."""
        yield self.choices

    @property
    def value(self) -> list[str]:
        """The picked keys."""
        if self._missing and not self.choices.picked:
            raise ValueError(self._missing)
        return list(self.choices.picked)

    def _picked(self, keys: list[str], done: bool) -> None:
        self.note()
        self.post_message(self.Changed(self))


class PickField(Field):
    """A long list, searched by typing: any word of an entry finds it. ``value`` is the id of the one chosen."""

    BINDINGS = [  # noqa: RUF012
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
