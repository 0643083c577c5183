"""Plain characters for terminals that have no others: everything on the screen is replaced as it is painted."""

from __future__ import annotations

import locale
import os
import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SAME = (
    "▸> ✓+ ◐~ ✗x ○o –- —- ▲! ▰# ▱. ●* ·- ›> ←< →> ↵> •* ….",
    "■# □. ━= ╍~ ─- ―- ▁_ ▂_ ▔- ▀- ▄_ │| ┃| ▏| ▎| ▍| ▌| ▋| ▊| ▉| █| ▐| ▕|",
    '┌+ ┐+ └+ ┘+ ├+ ┤+ ┬+ ┴+ ┼+ ╭+ ╮+ ╰+ ╯+ “" ”" „" ‘\' ’\'',
)
PLAIN = str.maketrans({pair[0]: pair[1] for group in SAME for pair in group.split()})


def wanted() -> bool:
    """Whether to keep to ASCII: TNA_ASCII=1, or a locale whose characters are not UTF-8."""
    chosen = os.environ.get("TNA_ASCII")
    if chosen:
        return chosen != "0"
    return "utf" not in locale.getpreferredencoding(False).lower()


@lru_cache(4096)
def plain(text: str) -> str:
    """The text in ASCII, in as many cells."""
    text = text.translate(PLAIN)
    return text if text.isascii() else "".join(map(_plain_character, text))


def _plain_character(character: str) -> str:
    if character.isascii():
        return character
    base = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    width = cell_len(character)
    return (base or "?" * width)[:width].ljust(width)


class Ascii(LineFilter):
    """Replaces every character that is not ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of a line, in ASCII."""
        return [Segment(plain(text), style, control) for text, style, control in segments]
