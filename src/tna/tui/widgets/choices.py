"""Options to pick from by key, by arrows or by mouse: one of them, or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tna.tui.look import MUTED, Fluid, text


class Option(NamedTuple):
    """A key of the content, its words, and the key of the keyboard that picks it."""

    key: str
    label: str
    hotkey: str


def numbered(labels: Iterable[tuple[str, str]], first: int = 1) -> list[Option]:
    """Options under the digits, as far as these go."""
    return [Option(key, label, str(number) if number < 10 else "") for number, (key, label) in enumerate(labels, first)]


class Choices(Static, can_focus=True):
    """The options, one under another. Posts ``Picked`` with every pick."""

    BINDINGS = [  # noqa: RUF012
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("space", "pick", show=False),
        Binding("enter", "take", show=False),
    ]

    class Picked(Message):
        """What is picked now. ``done``: a single choice was made, so that one can go on."""

        def __init__(self, choices: Choices, keys: list[str], *, done: bool) -> None:
            self.choices = choices
            self.keys = keys
            self.done = done
            super().__init__()

        @property
        def control(self) -> Choices:
            """The widget that posts it."""
            return self.choices

    def __init__(
        self,
        options: Sequence[Option] = (),
        picked: Iterable[str] = (),
        *,
        several: bool = False,
        widget_id: str | None = None,
    ) -> None:
        super().__init__("", id=widget_id)
        self._rows: list[int] = []
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
        for index, option in enumerate(self.options):
            marks = "■□" if self.several else "●○"
            chosen = option.key in self.picked
            here = index == self.cursor
            style = "bold $primary" if chosen else ("bold" if here else "")
            head = text(
                ("› " if here else "  ", "bold $primary"),
                (f"{option.hotkey or ' '}  ", "$primary" if here or chosen else MUTED),
                (f"{marks[not chosen]} ", style or MUTED),
            )
            words = text((option.label, style)).wrap(max(width - head.cell_length, 8))
            for number, part in enumerate(words):
                rows.append(Content.assemble(head if number == 0 else " " * head.cell_length, part))
                self._rows.append(index)
        return Content("\n").join(rows)

    def action_move(self, step: int) -> None:
        """Moves the cursor; from rest it starts at what is picked."""
        if not self.options:
            return
        if self.cursor is None:
            chosen = [index for index, option in enumerate(self.options) if option.key in self.picked]
            self.cursor = chosen[0] if chosen else (0 if step > 0 else len(self.options) - 1)
        else:
            self.cursor = max(0, min(len(self.options) - 1, self.cursor + step))
        self.refresh_options()
        if self._rows:
            self.screen.scroll_to_widget(self, animate=False)

    def action_pick(self) -> None:
        """Picks the option under the cursor."""
        if self.cursor is None:
            self.action_move(1)
        elif self.options:
            self.pick(self.options[self.cursor].key)

    def action_take(self) -> None:
        """Picks what the cursor was moved to; without that the key is the screen's."""
        if self.several or self.cursor is None or self.options[self.cursor].key in self.picked:
            raise SkipAction
        self.action_pick()

    def on_key(self, event: events.Key) -> None:
        """Picks by the key of an option."""
        for option in self.options:
            if option.hotkey and event.character == option.hotkey:
                event.stop()
                self.pick(option.key)

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
        self.post_message(self.Picked(self, list(self.picked), done=not self.several))
