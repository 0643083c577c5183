"""How things look: a glyph and a word for every state, bars, and text laid out to a width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from tna.harmless import harmless, one_line

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.selection import Selection
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

Part = str | Content | tuple[str, str]
MUTED = "$quiet"
FAINT = "$faint"
STOPPER = "▲"


@dataclass(frozen=True)
class Mark:
    """A glyph, its word, and the style both are shown in. The glyph and the word do without the style."""

    glyph: str
    word: str
    style: str

    def shown(self, *, loud: bool = False) -> Content:
        """The glyph and the word; ``loud`` writes the word in capitals."""
        word = self.word.upper() if loud else self.word
        return Content.assemble((f"{self.glyph} {word}", f"bold {self.style}" if loud else self.style))


STATES = {
    "met": Mark("✓", "met", "$text-success"),
    "partly_met": Mark("◐", "partly met", "$text-warning"),
    "not_met": Mark("✗", "not met", "$text-error"),
    "unanswered": Mark("○", "unanswered", MUTED),
    "not_applicable": Mark("–", "not applicable", MUTED),
}
"""The state of a criterion (SCORING 1)."""

ANSWERS = {
    "open": Mark("○", "not answered", MUTED),
    "value": Mark("✓", "answered", "$text-success"),
    "dont_know": Mark("?", "don't know", "$text-warning"),
    "not_applicable": Mark("–", "not applicable", MUTED),
}
"""The state of an answer."""

BANDS = {"R4": "$text-success", "R3": "$text-success", "R2": "$text-warning", "R1": "$text-error", "R0": MUTED}
FORCE = {"mandatory": "MANDATORY", "recommended": "RECOMMENDED", "good_practice": "GOOD PRACTICE"}
GROUNDS = {"read": "read in the source", "recalled": "recalled, not read", "inferred": "inferred, not in the source"}


class Fluid(Visual):
    """Text that is laid out anew for every width."""

    def __init__(self, draw: Callable[[int], Content]) -> None:
        self._draw = draw
        self._drawn: tuple[int, Content] = (-1, Content())

    def at(self, width: int) -> Content:
        """The text for a width in cells."""
        if self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines for a width (Textual's protocol)."""
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_minimal_width(self, rules: RulesMap) -> int:
        """One cell."""
        return 1

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines it takes at a width."""
        return self.at(width).get_height(rules, width) if width > 0 else 0

    def selection(self, selection: Selection) -> None:
        """Nothing of it is picked out by the mouse."""


def text(*parts: Part) -> Content:
    """Parts put together, each a plain text or a text with a style; nothing is read as markup, and all is harmless."""
    return Content.assemble(*(_clean(part) for part in parts))


def _clean(part: Part) -> Part:
    if isinstance(part, tuple):
        return harmless(part[0]), part[1]
    return part if isinstance(part, Content) else harmless(part)


def marked(label: str, *, here: bool) -> Content:
    """A label, with a mark before it where the keys go."""
    return text(("▸ " if here else "  ", "bold $primary"), (label, "" if here else MUTED))


def line(value: str) -> str:
    """A text on one line, harmless."""
    return one_line(value)


def spread(left: Content, right: Content, width: int, gap: int = 2) -> Content:
    """Left and right on one line, the left cut when both do not fit."""
    room = width - right.cell_length - gap
    if room < 8:
        return left.truncate(width, ellipsis=True)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " " * gap, right)


def hang(head: Content, words: Content, right: Content, width: int) -> Content:
    """Words behind a head, wrapped under themselves, with something short at the right of the first line."""
    rows = words.wrap(max(width - head.cell_length - right.cell_length - 1, 8))
    first = spread(Content.assemble(head, rows[0]), right, width, gap=1)
    return lines(first, *(Content.assemble(" " * head.cell_length, row) for row in rows[1:]))


def fitted(parts: list[Content], width: int, gap: str = "   ") -> Content:
    """As many of the parts, from the first, as fit on a line."""
    kept: list[Content] = []
    for part in parts:
        if sum(each.cell_length + len(gap) for each in kept) + part.cell_length <= width:
            kept.append(part)
    return Content(gap).join(kept)


def lines(*rows: Content | str) -> Content:
    """Rows under one another."""
    return Content("\n").join(rows)


def progress(done: int, total: int, width: int = 10) -> Content:
    """How much is answered, as a bar and in per cent."""
    share = 100 * done / total if total else 0.0
    full = int(width * share / 100)
    return text(("▰" * full, "$primary"), ("▱" * (width - full), FAINT), f" {int(share):>3} %")


def range_bar(low: float, high: float, width: int = 20) -> Content:
    """From low to high, 0 to 100: heavy what is certain, dashed what is still open, thin what is lost."""
    start, end = round(width * low / 100), round(width * high / 100)
    return text(("━" * start, "$primary"), ("╍" * (end - start), "$warning"), ("─" * (width - end), FAINT))


def whole(share: float) -> str:
    """A share as a whole number, half up (SCORING 4)."""
    return str(int(share + 0.5))


def span_words(low: float | None, high: float | None) -> str:
    """A range in per cent; one number when both ends are the same."""
    if low is None or high is None:
        return "nothing to judge"
    return f"{whole(low)} %" if whole(low) == whole(high) else f"{whole(low)}–{whole(high)} %"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def countdown(day: date | None, today: date, *, alone: bool = False) -> str:
    """How long until a day, in words; ``alone``: for what is assessed by itself, which gets ready and never deploys."""
    if day is None:
        return "no date set" if alone else "no deployment date"
    days = (day - today).days
    if days < 0:
        return f"{'was to be ready' if alone else 'deployed'} {count(-days, 'day')} ago"
    if days == 0:
        return "ready by today" if alone else "deploys today"
    return f"{count(days, 'day')} to {'be ready' if alone else 'deployment'}"


def goal_words(alone: bool) -> str:
    """What the day is that everything has to be done before."""
    return "the day it is to be ready" if alone else "deployment"


THREATS = {
    "ied_mines": "mines and IEDs",
    "direct_fire": "direct fire",
    "indirect_fire": "indirect fire",
    "uas_threat": "unmanned aircraft",
    "armed_groups": "armed groups",
    "criminality_banditry": "crime and banditry",
    "riots_civil_unrest": "riots and unrest",
    "disinformation": "disinformation",
    "disease_malaria": "malaria and disease",
    "extreme_heat": "extreme heat",
    "cold_altitude": "cold and altitude",
    "flooding_mobility": "floods and mobility",
    "sea_risk": "sea",
}
"""The threats of the content in words."""


def threat_words(name: str) -> str:
    """A threat in words; those of other content as they are named there, with spaces."""
    return THREATS.get(name, name.replace("_", " "))
