"""Fields of a form: a label, something to fill in, and a line that says what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

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
        raise NotImplementedError  # each kind of field says it; a Textual widget cannot be an ABC too

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
