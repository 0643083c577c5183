"""Values into cells: always as values, never as formulas, with links that stay inside the workbook."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from tna.reports.look import LOOKS, Looks
from tna.reports.text import STARTERS, cell_text

Plain = str | int | float | date | None

LINE_HEIGHT = 1.32
"""Of a line of text, as a multiple of the size of its type; a little more than Arial needs, for its substitutes."""

TALLEST = 409.0
"""The tallest row that Excel has, in points."""


class Pen:
    """Writes into one sheet."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.sheet = sheet
        self._looks = looks

    def put(self, row: int, column: int, value: Plain, look: str, link: str | None = None) -> Cell:
        """A value in a cell, with a look; ``link`` is a place in this workbook, such as ``'Gaps'!A5``."""
        cell: Cell = self.sheet.cell(row, column)
        quoted = False
        if isinstance(value, str):
            value = cell_text(value)
            quoted = value.startswith(STARTERS)
        if value is not None and value != "":
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it looks like
        cell._style = self._looks.style(look, quoted)
        if link is not None:
            cell.hyperlink = Hyperlink(ref="", location=link)
        return cell

    def formula(self, row: int, column: int, formula: str, look: str) -> None:
        """A formula of ours; nothing that a person typed is ever part of one."""
        cell = self.sheet.cell(row, column)
        cell.value = formula
        cell._style = self._looks.style(look)

    def span(self, row: int, columns: tuple[int, int], value: Plain, look: str, link: str | None = None) -> None:
        """The same over several columns of a row, as one merged cell; every part wears the look, for its edges."""
        first, last = columns
        self.put(row, first, value, look, link)
        for column in range(first + 1, last + 1):
            self.sheet.cell(row, column)._style = self._looks.style(look)
        if last > first:
            self.sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)

    def height(self, row: int, points: float) -> None:
        """The height of a row."""
        self.sheet.row_dimensions[row].height = min(points, TALLEST)


def tall(texts: Iterable[tuple[str, float, str]], least: float = 0.0) -> float:
    """The height in points that shows all of these texts: each with the width of its column and the look it wears."""
    highest = least
    for text, width, look in texts:
        size = LOOKS[look].size
        highest = max(highest, lines(text, width, size) * size * LINE_HEIGHT + 4)
    return highest


def lines(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a column of this width, in characters of 10 points; on the safe side."""
    room = max(4.0, (width - 1.5) * 10.6 / size)
    if len(text) <= room * 0.85 and "\n" not in text:
        return 1
    return sum(_wrapped(part, room) for part in text.split("\n"))


def _wrapped(text: str, room: float) -> int:
    length = len(text) if text.isascii() else sum(1 if ord(sign) < 0x1100 else 2 for sign in text)
    longest_gap = min(room / 4, 4.0)  # what a line loses on average because words are not split
    return max(1, math.ceil(length / (room - longest_gap)))
