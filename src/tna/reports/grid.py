"""A sheet that is one table: title, note, header, a row a thing, filters, links, print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from tna.reports.cells import Pen, Plain
from tna.reports.heights import tall
from tna.reports.look import TONES, Looks

HEADER = 4
"""The row of the header in every such sheet; the data begin under it."""

SHOWN = 3
"""How many rows of another sheet a cell names."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the field of the row that it shows, its width, and how.

    With ``to``, the field holds an id, or several, of rows of that sheet: the cell leads to the first. Several are shown
    by the numbers of their rows. Only short cells lead somewhere, since LibreOffice does not wrap them.
    The look *tone* colours the cell by its word.
    """

    title: str
    field: str
    width: float
    look: str = "text"
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """What a table sheet is made of.

    ``rows`` names the field of ReportData; ``fixed`` is how many columns stay in view and are repeated on every page;
    ``breaks`` are the titles of the columns after which a new page across begins; ``empty`` is said when there is no row;
    ``back`` is the sheet that it leads back to.
    """

    name: str
    title: str
    note: str
    rows: str
    columns: tuple[Column, ...]
    empty: str
    fixed: int
    breaks: tuple[str, ...] = ()
    scale: int = 75
    back: str = "Summary"


Orders = Mapping[str, Mapping[str, int]]
"""For each table sheet, the position of each row by its id."""


def place(sheet: str, position: int, last: int | None = None, width: int = 1) -> str:
    """Where a row is, or the rows up to ``last``, as a link inside the workbook."""
    first = f"{quote_sheetname(sheet)}!A{HEADER + 1 + position}"
    return first if last is None else f"{first}:{get_column_letter(width)}{HEADER + 1 + last}"


def draw_grid(sheet: Worksheet, looks: Looks, grid: Grid, rows: Sequence[Any], orders: Orders) -> None:
    """Fills a sheet."""
    pen = Pen(sheet, looks)
    pen.put(1, 1, grid.title, "title")
    pen.put(2, 1, grid.note, "subtitle")
    pen.put(3, 1, f"Back to {grid.back}", "back", link=f"{quote_sheetname(grid.back)}!A1")
    pen.height(1, 26)
    for number, column in enumerate(grid.columns, start=1):
        pen.put(HEADER, number, column.title, "head")
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    pen.height(HEADER, tall([(column.title, column.width - 3, "head") for column in grid.columns]) + 4)
    if rows:
        _fill(pen, grid, rows, orders)
        _make_table(sheet, grid, len(rows))
    else:
        pen.put(HEADER + 1, 1, grid.empty, "subtitle")
    _set_up(sheet, grid, max(len(rows), 1))


def _fill(pen: Pen, grid: Grid, rows: Sequence[Any], orders: Orders) -> None:
    fields = attrgetter(*(column.field for column in grid.columns))
    for row_number, row in enumerate(rows, start=HEADER + 1):
        texts = []
        for number, (column, value) in enumerate(zip(grid.columns, fields(row), strict=True), start=1):
            look, link = column.look, None
            if column.to is not None:
                value, link = _leading(value, column.to, orders)
                look = look if link is None else "link"
            elif look == "tone":
                look = TONES.get(value, "centre")
            pen.put(row_number, number, value, look, link)
            if isinstance(value, str) and len(value) > 8:
                texts.append((value, column.width, look))
        pen.height(row_number, tall(texts, least=16))


def _leading(value: str | tuple[str, ...], sheet: str, orders: Orders) -> tuple[Plain, str | None]:
    """What a cell shows that leads to rows of another sheet, and where it leads."""
    order = orders[sheet]
    if isinstance(value, str):
        return value, place(sheet, order[value]) if value in order else None
    found = [order[name] for name in value if name in order]
    if not found:
        return None, None
    rows = [str(HEADER + 1 + position) for position in found[:SHOWN]]
    return ", ".join(rows) + (" …" if len(found) > SHOWN else ""), place(sheet, found[0])


def _make_table(sheet: Worksheet, grid: Grid, count: int) -> None:
    area = f"A{HEADER}:{get_column_letter(len(grid.columns))}{HEADER + count}"
    table = Table(displayName=table_name(grid.name), ref=area, autoFilter=AutoFilter(ref=area))
    table.tableColumns = [TableColumn(id=n, name=column.title) for n, column in enumerate(grid.columns, start=1)]
    sheet.add_table(table)


def table_name(sheet: str) -> str:
    """The name of the table in a sheet: ``"tna_show_stoppers"``."""
    return "tna_" + "".join(sign if sign.isalnum() else "_" for sign in sheet.lower())


def _set_up(sheet: Worksheet, grid: Grid, count: int) -> None:
    """Prints begin at the header, as the title is in the page header and would be cut on pages further right."""
    sheet.print_area = f"A{HEADER}:{get_column_letter(len(grid.columns))}{HEADER + count}"
    sheet.freeze_panes = f"{get_column_letter(grid.fixed + 1)}{HEADER + 1}"
    sheet.print_title_rows = f"{HEADER}:{HEADER}"
    sheet.print_title_cols = f"A:{get_column_letter(grid.fixed)}"
    sheet.page_setup.scale = grid.scale
    sheet.page_setup.pageOrder = "overThenDown"
    for number, column in enumerate(grid.columns, start=1):
        if column.title in grid.breaks:
            sheet.col_breaks.append(Break(id=number))
