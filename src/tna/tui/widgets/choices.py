"""Options to pick from by key, by arrows or by mouse: one of them, or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.widgets import Static

from tna.tui.look import MUTED, Fluid, text
from tna.tui.widgets.inorder import InOrder


class Option(NamedTuple):
    """A key of the content, its words, and the key of the keyboard that picks it."""

    key: str
    label: str
    hotkey: str


def numbered(labels: Iterable[tuple[str, str]], first: int = 1) -> list[Option]:
    """Options under the digits, as far as these go."""
    return [Option(key, label, str(number) if number < 10 else "") for number, (key, label) in enumerate(labels, first)]


class Choices(InOrder, Static, can_focus=True):
    """The options, one under another.

    Args:
        then: called at once with every pick: with the keys that are picked now, and whether one can go on.
    """

    def __init__(
        self,
        options: Sequence[Option] = (),
        picked: Iterable[str] = (),
        *,
        then: Callable[[list[str], bool], None],
        several: bool = False,
        widget_id: str | None = None,
    ) -> None:
        super().__init__("", id=widget_id)
        self._rows: list[int] = []
        self._then = then
        self.offer(options, picked, several=several)

    def offer(self, options: Sequence[Option], picked: Iterable[str], *, several: bool = False) -> None:
        """Shows other options; the cursor rests until an arrow moves it."""
        self.options = list(options)
        self.picked = list(picked)
        self.several = several
        self.cursor: int | None = None
        self.refresh_options()

    def refresh_options(self) -> None:
        """Shows what is picked now."""
        self.update(Fluid(self._draw))

    def _draw(self, width: int) -> Content:
        self._rows = []
        rows: list[Content] = []
        keyed = any(option.hotkey for option in self.options)
        for index, option in enumerate(self.options):
            marks = "■□" if self.several else "●○"
            chosen = option.key in self.picked
            here = index == self.cursor
            style = "bold $primary" if chosen else ("bold" if here else "")
            head = text(
                ("› " if here else "  ", "bold $primary"),
                (f"{option.hotkey or ' '}  " if keyed else "", "$primary" if here or chosen else MUTED),
                (f"{marks[not chosen]} ", style or MUTED),
            )
            words = text((option.label, style)).wrap(max(width - head.cell_length, 8))
            for number, part in enumerate(words):
                rows.append(Content.assemble(head if number == 0 else " " * head.cell_length, part))
                self._rows.append(index)
        return Content("\n").join(rows)

    def take_key(self, event: events.Key) -> bool:
        """The keys of the options; up and down move, space picks, enter picks what was moved to."""
        for option in self.options:
            if option.hotkey and event.character == option.hotkey:
                self.pick(option.key)
                return True
        if event.key in ("up", "down") and self.options:
            self.move(1 if event.key == "down" else -1)
            return True
        if event.key == "space" or (event.key == "enter" and self._moved):
            self.pick_here()
            return True
        return False

    @property
    def _moved(self) -> bool:
        """Whether the cursor stands on an option of a single choice that is not picked."""
        return not self.several and self.cursor is not None and self.options[self.cursor].key not in self.picked

    def move(self, step: int) -> None:
        """Moves the cursor; from rest it starts at what is picked."""
        if self.cursor is None:
            chosen = [index for index, option in enumerate(self.options) if option.key in self.picked]
            self.cursor = chosen[0] if chosen else (0 if step > 0 else len(self.options) - 1)
        else:
            self.cursor = max(0, min(len(self.options) - 1, self.cursor + step))
        self.refresh_options()

    def pick_here(self) -> None:
        """Picks the option under the cursor."""
        if self.cursor is not None:
            self.pick(self.options[self.cursor].key)
        elif self.options:
            self.move(1)

    def on_click(self, event: events.Click) -> None:
        """Picks by the mouse."""
        if 0 <= event.y < len(self._rows):
            self.pick(self.options[self._rows[event.y]].key)

    def pick(self, key: str) -> None:
        """Picks an option; of several, a second time lets it go."""
        if self.several:
            kept = [each for each in self.picked if each != key]
            self.picked = kept if len(kept) < len(self.picked) else [*kept, key]
        else:
            self.picked = [key]
        self.refresh_options()
        self._then(list(self.picked), not self.several)
