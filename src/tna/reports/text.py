"""Text as typed, made fit for a cell: nothing in it is lost without a word, and nothing in it acts."""

from __future__ import annotations

import re

from tna.harmless import harmless, one_line

LIMIT = 32_767
"""What a cell of Excel holds, in UTF-16 code units."""

CUT = " […] (cut here: {length} characters are more than a cell holds; the whole text is in the assessment)"

STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""How text starts that a spreadsheet may take for something else once a person edits the cell."""

_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: str) -> str:
    """The text with controls, direction marks and characters that XML forbids written out, and cut to fit a cell."""
    shown = _NONCHARACTERS.sub(lambda match: ascii(match.group())[1:-1], harmless(text))
    shown = _LOOKS_ESCAPED.sub("_x005F_", shown)  # else Excel reads _x0041_ as the letter A
    if len(shown) <= LIMIT // 2 or _units(shown) <= LIMIT:
        return shown
    note = CUT.format(length=f"{len(text):,}")
    room = LIMIT - _units(note)
    return shown.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + note


def short(text: str, limit: int) -> str:
    """The text on one line, cut at a word when it is longer than ``limit`` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    return (line[: limit - 1].rsplit(" ", 1)[0] or line[: limit - 1]).rstrip(",;: ") + " …"


def margin_text(text: str, limit: int = 70) -> str:
    """Text for a page header or footer, where ``&`` begins a code (and openpyxl takes ``&[`` for one)."""
    return cell_text(short(text, limit)).replace("&[", "& [").replace("&", "&&")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
