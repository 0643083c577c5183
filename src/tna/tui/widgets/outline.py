"""The tree of the walk: every domain with its count, the one in hand unfolded into its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tna.content.models import PROFILE
from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.look import MUTED, Fluid, hang, line, text


@dataclass(slots=True)
class Part:
    """A domain or a section: how far it is, and the question that it leads to: its first open one, or its first."""

    title: str
    inner: bool
    here: bool
    goal: str
    done: int = 0
    asked: int = 0

    def add(self, question: str, *, closed: bool) -> None:
        """Counts a question."""
        if not closed and self.done == self.asked:
            self.goal = question
        self.asked += 1
        self.done += closed

    def draw(self, width: int) -> Content:
        """Mark, title, count."""
        full = self.done == self.asked
        mark = "✓" if full else "▸" if self.here else "◐" if self.done else "·"
        lit = "$text-success" if full else "$primary" if self.here else MUTED
        style = "bold $primary" if self.here else MUTED if self.inner else ""
        head = text("  " * self.inner, (f"{mark} ", lit))
        count = f"{self.done}/{self.asked}"
        return hang(head, text((line(self.title), style)), text((count, MUTED)), width)


def parts_of(dossier: Dossier, at: Placed) -> Iterator[Part]:
    """The parts that are shown while the question in hand is ``at``."""
    parts: dict[tuple[str, str], Part] = {}
    for placed in dossier.situation.walk:
        closed = dossier.situation.answer(placed.id).status != "open"
        for section in ("", placed.section):
            key = (placed.domain, section)
            if key not in parts:
                here = placed.domain == at.domain and section in ("", at.section)
                parts[key] = Part(section or dossier.title(placed), bool(section), here, placed.id)
            parts[key].add(placed.id, closed=closed)
    for (domain, section), part in parts.items():
        if not section or (domain == at.domain and domain != PROFILE):
            yield part


class Outline(OptionList):
    """The parts as options, in order. Only what changed is drawn anew. A line above them says when the keys go here."""

    _parts: Sequence[Part] = ()

    def on_focus(self) -> None:
        """Says that the keys go here."""
        self.border_title = Content("▸ Sections   ↵ go   s back")

    def on_blur(self) -> None:
        """Says it no longer."""
        self.border_title = ""

    def goal(self, index: int) -> str:
        """The question that an option leads to."""
        return self._parts[index].goal

    def show(self, dossier: Dossier, at: Placed) -> None:
        """Shows how far each part is, the question in hand being ``at``."""
        parts = list(parts_of(dossier, at))
        if len(parts) != len(self._parts):
            self.clear_options()
            self.add_options([Option(Fluid(part.draw)) for part in parts])
        else:
            for index, (new, old) in enumerate(zip(parts, self._parts, strict=True)):
                if new != old:
                    self.replace_option_prompt_at_index(index, Fluid(new.draw))
        self._parts = parts
        marked = max((index for index, part in enumerate(parts) if part.here), default=None)
        if not self.has_focus:
            self.highlighted = marked
