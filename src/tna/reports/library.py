"""The whole catalogue as a workbook, for review by people who do not use terminals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tna.content.models import Catalogue
from tna.reports.cells import Pen
from tna.reports.grid import draw_grid, place
from tna.reports.look import Looks
from tna.reports.rows import library as rows_of
from tna.reports.rows.missions import mission_rows, weight_rows
from tna.reports.rows.sources import all_source_rows
from tna.reports.sheets.library import ABOUT, GRIDS
from tna.reports.workbook import frame, save, stamp_of

WORDS = (
    "Every requirement that tna assesses, every question that it asks, and what they are drawn from.",
    "Threat levels, the figures marked as ours, and what is marked recalled or inferred are this project's own.",
    "An independent tool: not a UN product, and not a UN standard.",
    "To propose a change, name the id in the first column and send the row back with your correction and its source.",
)


def write_library(path: Path, catalogue: Catalogue) -> None:
    """Writes criteria, questions, missions with what they weigh by domain, unit types, remedies and sources.

    Raises:
        Refusal: the file cannot be written; what was there before is untouched.
    """
    rows: dict[str, list[Any]] = {
        "criteria": list(rows_of.criterion_rows(catalogue)),
        "questions": list(rows_of.question_rows(catalogue)),
        "missions": list(mission_rows(catalogue)),
        "weights": list(weight_rows(catalogue)),
        "units": list(rows_of.unit_rows(catalogue)),
        "remedies": list(rows_of.remedy_rows(catalogue)),
        "sources": list(all_source_rows(catalogue)),
    }
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    looks = Looks(workbook)
    _about(Pen(workbook.create_sheet(ABOUT), looks), catalogue, rows)
    orders = {grid.name: {row.id: number for number, row in enumerate(rows[grid.rows])} for grid in GRIDS}
    for grid in GRIDS:
        draw_grid(workbook.create_sheet(grid.name), looks, grid, rows[grid.rows], orders)
    edition = catalogue.edition
    frame(workbook, "tna: the catalogue", f"edition {edition.edition}", edition.date)
    save(workbook, path, stamp_of(edition.date))


def _about(pen: Pen, catalogue: Catalogue, rows: Mapping[str, Sequence[Any]]) -> None:
    edition = catalogue.edition
    pen.sheet.column_dimensions["A"].width, pen.sheet.column_dimensions["B"].width = 26, 90
    pen.put(1, 1, f"The catalogue of tna, edition {edition.edition} of {edition.date}", "title")
    pen.height(1, 26)
    for number, text in enumerate((edition.note, *WORDS), start=2):
        pen.put(number, 1, text, "subtitle")
    for number, grid in enumerate(GRIDS, start=len(WORDS) + 4):
        pen.put(number, 1, grid.name, "link", link=place(grid.name, 0))
        pen.put(number, 2, f"{len(rows[grid.rows])} rows. {grid.note}", "subtitle")
