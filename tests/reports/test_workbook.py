"""What holds of the workbook as a whole: links, tables, formulas, looks, print set-up, bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils import range_boundaries

from tests.reports.build import cells, report
from tna.reports.workbook import GRIDS, SHEETS


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("report") / "r.xlsx"


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return report(path)


def test_the_sheets_and_their_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Summary",
        "Show-stoppers",
        "Gaps",
        "Checklist",
        "Answers",
        "Not applicable and open",
        "Sources",
        "Method",
    ]
    assert tuple(book.sheetnames) == SHEETS


def links(book: Workbook) -> list[tuple[str, str, str]]:
    """Sheet, text and place of every link."""
    return [(cell.parent.title, str(cell.value), cell.hyperlink.location) for cell in cells(book) if cell.hyperlink]


def test_every_link_leads_to_a_filled_cell_of_this_workbook(book: Workbook) -> None:
    found = links(book)
    assert len(found) > 60
    for _, _, location in found:
        match = re.fullmatch(r"'([^']+)'!([A-Z]+\d+)(:[A-Z]+\d+)?", location)
        assert match is not None, location
        assert book[match[1]][match[2]].value, location


def test_nothing_leads_out_of_the_workbook(path: Path, book: Workbook) -> None:
    assert all(cell.hyperlink.target is None for cell in cells(book) if cell.hyperlink)
    with ZipFile(path) as archive:
        for name in archive.namelist():
            assert b'TargetMode="External"' not in archive.read(name), name
            assert "external" not in name.lower()


def test_a_gap_leads_to_its_criterion_its_answer_and_its_source(book: Workbook) -> None:
    row = next(row for row in book["Gaps"].iter_rows(min_row=5) if row[2].value == "IED-2")
    by_title = {head.value: cell for head, cell in zip(book["Gaps"][4], row, strict=True)}
    for title, sheet, column, expected in (
        ("Criterion", "Checklist", 1, "IED-2"),
        ("Answers, row", "Answers", 1, "explosive.ied_2"),
        ("Sources, row", "Sources", 1, "SRC"),
    ):
        location = by_title[title].hyperlink.location
        row_number = int(re.sub(r".*!A", "", location))
        assert location.startswith(f"'{sheet}'!")
        assert book[sheet].cell(row_number, column).value == expected


def test_a_criterion_leads_back_to_its_gap_only_when_it_is_one(book: Workbook) -> None:
    found = {text: place for sheet, text, place in links(book) if sheet == "Checklist"}
    assert found["MED-1"] == "'Gaps'!A5"
    assert "MED-2" not in found


def test_tables_are_whole(book: Workbook) -> None:
    names = set()
    for grid in GRIDS:
        sheet = book[grid.name]
        (table,) = sheet.tables.values()
        names.add(table.displayName)
        left, top, right, bottom = range_boundaries(table.ref)
        assert (left, top, right) == (1, 4, len(grid.columns))
        assert bottom == sheet.max_row
        titles = [sheet.cell(4, column).value for column in range(1, right + 1)]
        assert titles == [column.name for column in table.tableColumns]
        assert len(set(titles)) == len(titles)
        assert table.autoFilter.ref == table.ref
    assert len(names) == len(GRIDS)


def test_only_method_holds_formulas(book: Workbook) -> None:
    assert {cell.parent.title for cell in cells(book) if cell.data_type == "f"} == {"Method"}
    assert not any(cell.data_type == "e" for cell in cells(book))


def test_formulas_use_only_functions_that_every_office_knows(book: Workbook) -> None:
    used = {name for cell in cells(book) if cell.data_type == "f" for name in re.findall(r"([A-Z.]+)\(", cell.value)}
    assert used == {"SUMPRODUCT", "AVERAGE", "IF", "ABS"}


def test_one_typeface_and_few_styles(book: Workbook) -> None:
    assert {font.name for font in book._fonts} == {"Arial"}
    assert {cell.style for cell in cells(book) if cell.value is not None} <= {
        name for name in book.named_styles if name.startswith("tna ")
    }
    assert len(book._cell_styles) < 120, "styles are shared, not made for each cell"


def test_print_set_up(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.oddFooter.right.text == "Page &P of &N"
        assert sheet.oddHeader.center.text == sheet.title
    for grid in GRIDS:
        sheet = book[grid.name]
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("5")


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.name)
def test_each_page_across_fits_the_paper(grid) -> None:  # type: ignore[no-untyped-def]
    fixed = sum(column.width for column in grid.columns[: grid.fixed])
    across = [0.0]
    for number, column in enumerate(grid.columns):
        across[-1] += column.width
        if column.title in grid.breaks and number + 1 < len(grid.columns):
            across.append(fixed)
    assert grid.breaks == tuple(column.title for column in grid.columns if column.title in grid.breaks)
    paper = (297 / 25.4 - 2 * 0.45) * 96  # pixels, of A4 on its side
    for width in across:
        assert width * 7.45 * grid.scale / 100 <= paper, "7.45 pixels a unit is what LibreOffice draws; Excel takes 7"


def test_nothing_identifies_the_machine(path: Path, book: Workbook) -> None:
    properties = book.properties
    assert (properties.creator, properties.lastModifiedBy) == ("tna", "tna")
    assert properties.created == properties.modified == datetime.fromisoformat("2026-11-25T12:00")
    with ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 25, 12, 0, 0)}
        assert all(str(path.parent).encode() not in archive.read(name) for name in archive.namelist())


def test_the_same_assessment_gives_the_same_bytes(path: Path, book: Workbook, tmp_path: Path) -> None:
    report(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_openpyxl_is_paid_only_when_a_report_is_written() -> None:
    check = "import sys, tna.reports; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
