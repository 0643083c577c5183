"""The last line of a screen: its keys, as many as fit; all of them are in the help."""

from __future__ import annotations

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tna.tui import plain
from tna.tui.look import MUTED

NAMES = {
    "enter": "↵",
    "left": "←",
    "escape": "esc",
    "right_square_bracket": "]",
    "slash": "/",
    "question_mark": "?",
}
PLAIN = {"enter": "enter", "left": "left"}


def key_name(binding: Binding) -> str:
    """A key as the keyboard has it."""
    key = binding.key.split(",")[0]
    return (PLAIN if plain.wanted() else {}).get(key) or NAMES.get(key, key)


class KeyBar(Widget):
    """Shows the bindings of its screen that are meant for it, in order; a click does what the key does."""

    def render(self) -> RenderResult:
        """The keys that fit, the last of them always there."""
        shown = [binding for binding in self.screen.BINDINGS if isinstance(binding, Binding) and binding.show]
        parts = [self._part(binding) for binding in shown]
        room = self.content_size.width
        while len(parts) > 2 and sum(part.cell_length for part in parts) + 3 * (len(parts) - 1) > room:
            del parts[-2]
        return Content("   ").join(parts)

    def _part(self, binding: Binding) -> Content:
        click = Style.from_meta({"@click": f"screen.{binding.action}"})
        label = Content.assemble((key_name(binding), "bold $primary"), (f" {binding.description}", MUTED))
        return label.stylize(click)
