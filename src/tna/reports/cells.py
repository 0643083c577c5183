"""Values into cells: always as values, never as formulas, with links that stay inside the workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from tna.reports.heights import TALLEST
from tna.reports.look import Looks
from tna.reports.text import STARTERS, cell_text

Plain = str | int | float | date | None


class Pen:
    """Writes into one sheet."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.sheet = sheet
        self._looks = looks

    def put(self, row: int, column: int, value: Plain, look: str, link: str | None = None) -> None:
        """A value in a cell, with a look; ``link`` is a place in this workbook, such as ``'Gaps'!A5``."""
        cell = self._cell(row, column, look)
        quoted = False
        if isinstance(value, str):
            value = cell_text(value)
            quoted = value.startswith(STARTERS)
        if value is not None and value != "":
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it looks like
        if quoted:
            cell._style = self._looks.style(look, quoted=True)
        if link is not None:
            cell.hyperlink = Hyperlink(ref="", location=link)

    def formula(self, row: int, column: int, formula: str, look: str) -> None:
        """A formula of ours; nothing that a person typed is ever part of one."""
        self._cell(row, column, look).value = formula

    def span(self, row: int, columns: tuple[int, int], value: Plain, look: str, link: str | None = None) -> None:
        """The same over several columns of a row, as one merged cell; every part wears the look, for its edges."""
        first, last = columns
        self.put(row, first, value, look, link)
        for column in range(first + 1, last + 1):
            self._cell(row, column, look)
        if last > first:
            area = f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}"
            self.sheet.merged_cells.add(area)  # merge_cells() would make a style of its own for each of the cells

    def _cell(self, row: int, column: int, look: str) -> Any:
        """A cell that wears a look. The style is shared: setting it by name would search the names for each cell."""
        cell: Any = self.sheet.cell(row, column)
        cell._style = self._looks.style(look)
        return cell

    def height(self, row: int, points: float) -> None:
        """The height of a row."""
        self.sheet.row_dimensions[row].height = min(points, TALLEST)
