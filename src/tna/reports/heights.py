"""How tall a row must be to show its texts: viewers do not fit rows by themselves, and merged cells never."""

from __future__ import annotations

from collections.abc import Iterable

from tna.reports.look import LOOKS

LINE_HEIGHT = 1.28
"""Of a line, as a multiple of the size of its type: what Excel gives Arial, and enough for its substitutes."""

PER_LINE = 10.8
"""How many characters of type of 10 points a column of width 10 holds, on the safe side (mean of running English)."""

BOLD = 0.93
"""How many of them fit in bold."""

TALLEST = 409.0
"""The tallest row that Excel has, in points."""


def tall(texts: Iterable[tuple[str, float, str]], least: float = 0.0) -> float:
    """The height in points that shows all of these texts: each with the width of its column and the look it wears."""
    highest = least
    for text, width, name in texts:
        look = LOOKS[name]
        line = look.size * LINE_HEIGHT
        if highest >= TALLEST:
            break
        count = lines(text, (width - 1) * PER_LINE / look.size * (BOLD if look.bold else 1) - look.indent)
        highest = max(highest, count * line + 4)
    return min(highest, TALLEST)


def lines(text: str, room: float) -> int:
    """How many lines a text takes where a line holds so many characters; words are not split unless they must be."""
    if len(text) <= room and "\n" not in text and text.isascii():
        return 1
    most = int(TALLEST // 8)
    return sum(_wrapped(part, max(room, 2.0)) for part in text[: int(room * most) + most].split("\n"))


def _wrapped(text: str, room: float) -> int:
    count, used = 1, 0.0
    for word in text.split(" "):
        length = len(word) if word.isascii() else _wide(word)
        if used and used + 1 + length > room:
            count, used = count + 1, 0.0
        elif used:
            used += 1
        used += length
        while used > room:
            count, used = count + 1, used - room
    return count


def _wide(word: str) -> int:
    """The length of a word in Latin letters; those of the east are twice as wide."""
    return sum(1 if ord(sign) < 0x1100 else 2 for sign in word)
