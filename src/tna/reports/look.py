"""How the workbook looks: one typeface, few colours that differ in lightness too, one named style a look.

Tones run from dark to light as things get better, so that a grey print and a colour-blind reader see the same order;
every tone goes with a word.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray

TYPEFACE = "Arial"

INK, MUTED, LINE, PANEL, NAVY, PAPER = "1F2933", "52606D", "C5CDD5", "EEF2F6", "1F3A5F", "FFFFFF"
BAD, WARN, FAIR, GOOD = "8C1D18", "E8A33D", "FBE7B2", "DCEBF5"

Tone = Literal["bad", "warn", "fair", "good", "unknown", "aside"]
TONES: dict[str, Tone] = {
    "Not met": "bad",
    "Partly met": "warn",
    "Met": "good",
    "Unanswered": "unknown",
    "Not applicable": "aside",
    **dict.fromkeys(("R1", "D1", "P1"), "bad"),
    **dict.fromkeys(("R2", "D2", "P2"), "warn"),
    **dict.fromkeys(("R3", "D3", "P3"), "fair"),
    **dict.fromkeys(("R4", "D4"), "good"),
    **dict.fromkeys(("R0", "none", "P4"), "unknown"),
}
"""The tone of a state, a band or a class of gap."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a named style is made of; ``edges`` are the sides with a line, of l, r, t and b."""

    size: float = 9
    bold: bool = False
    italic: bool = False
    ink: str = INK
    underline: bool = False
    fill: str | None = None
    edges: str = ""
    across: str = "left"
    down: str = "top"
    wrap: bool = True
    number: str = "General"
    indent: int = 0


_TONES: dict[Tone, dict[str, Any]] = {
    "bad": {"fill": BAD, "ink": PAPER, "bold": True},
    "warn": {"fill": WARN, "bold": True},
    "fair": {"fill": FAIR},
    "good": {"fill": GOOD},
    "unknown": {"italic": True, "bold": True},
    "aside": {"ink": MUTED, "italic": True},
}

LOOKS: dict[str, Look] = {
    "title": Look(size=16, bold=True, ink=NAVY, wrap=False, down="center"),
    "subtitle": Look(size=10, ink=MUTED, wrap=False, down="center"),
    "subject": Look(size=10, ink=MUTED, down="center"),
    "back": Look(ink=NAVY, underline=True, wrap=False),
    "heading": Look(size=10, bold=True, ink=NAVY, edges="b", wrap=False, down="bottom"),
    "head": Look(bold=True, ink=PAPER, fill=NAVY, edges="lr", down="center"),
    "head centre": Look(bold=True, ink=PAPER, fill=NAVY, edges="lr", across="center", down="center"),
    "text": Look(edges="b"),
    "strong": Look(edges="b", bold=True),
    "centre": Look(edges="b", across="center"),
    "link": Look(edges="b", ink=NAVY, underline=True),
    "date": Look(edges="b", across="center", number="yyyy-mm-dd"),
    "whole": Look(edges="b", across="right", number="0", indent=1),
    "plain number": Look(edges="b", across="right", indent=1),
    "one decimal": Look(edges="b", across="right", number="0.0", indent=1),
    "two decimals": Look(edges="b", across="right", number="0.00", indent=1),
    "whole per cent": Look(edges="b", across="center", number='0" %"', down="center"),
    "row": Look(edges="b", down="center", indent=1),
    "row centre": Look(edges="b", across="center", down="center"),
    "row link": Look(edges="b", down="center", ink=NAVY, underline=True, indent=1),
    "body": Look(down="center"),
    "body strong": Look(size=10, bold=True, down="center", indent=1),
    "body top": Look(),
    "decision": Look(size=11, bold=True, fill=PANEL, down="center", indent=1),
    "label": Look(size=8, bold=True, ink=MUTED, fill=PANEL, down="center", indent=1),
    "panel": Look(fill=PANEL, down="center", indent=1),
    "tile": Look(size=16, bold=True, ink=NAVY, edges="lrt", across="center", down="center"),
    "caption": Look(size=8, ink=MUTED, edges="lrb", across="center"),
    "sign": Look(size=8, ink=MUTED, edges="lrtb"),
    "go": Look(ink=NAVY, underline=True, across="right", wrap=False, down="center"),
    "small": Look(size=8, ink=MUTED, down="center"),
    "warning": Look(bold=True, ink=BAD, down="center"),
    **{str(tone): Look(edges="b", across="center", **parts) for tone, parts in _TONES.items()},
    **{f"row {tone}": Look(edges="tb", across="center", down="center", **parts) for tone, parts in _TONES.items()},
    **{
        f"big {tone}": Look(size=15, edges="lrtb", across="center", down="center", **{**parts, "bold": True})
        for tone, parts in _TONES.items()
    },
}


class Looks:
    """The named styles of one workbook, and the shared style of a cell that wears one."""

    def __init__(self, workbook: Workbook) -> None:
        book: Any = workbook
        book._fonts.clear()  # of the typeface that openpyxl begins with
        book._fonts.add(Font(name=TYPEFACE, size=10, color=INK))
        book._named_styles["Normal"].font = Font(name=TYPEFACE, size=10, color=INK)  # the widths of columns hang on it
        self._styles: dict[tuple[str, bool], StyleArray] = {}
        for name, look in LOOKS.items():
            style = _named(name, look)
            workbook.add_named_style(style)
            self._styles[name, False] = plain = style.as_tuple()
            self._styles[name, True] = quoted = copy(plain)
            quoted.quotePrefix = 1

    def style(self, name: str, quoted: bool = False) -> StyleArray:
        """The style of a look; ``quoted`` keeps text as text even when a person edits the cell."""
        return self._styles[name, quoted]


def _named(name: str, look: Look) -> NamedStyle:
    line = Side(style="thin", color=LINE)
    edges: dict[str, Any] = {side: line for side in ("left", "right", "top", "bottom") if side[0] in look.edges}
    return NamedStyle(
        name=f"tna {name}",
        font=Font(
            name=TYPEFACE,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            color=look.ink,
            underline="single" if look.underline else None,
        ),
        fill=PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        border=Border(**edges),
        alignment=Alignment(horizontal=look.across, vertical=look.down, wrap_text=look.wrap, indent=look.indent),
        number_format=look.number,
    )
