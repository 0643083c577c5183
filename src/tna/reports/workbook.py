"""The workbook: sheets put together, and written so that an existing report is replaced only by a good one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from tna.errors import Refusal
from tna.reports.data import ReportData
from tna.reports.grid import Grid, draw_grid
from tna.reports.look import TYPEFACE, Looks
from tna.reports.sheets import answers, asides, checklist, gaps, method, show_stoppers, sources, summary
from tna.reports.text import cell_text, margin_text

GRIDS: tuple[Grid, ...] = (
    show_stoppers.GRID,
    gaps.GRID,
    checklist.GRID,
    answers.GRID,
    asides.GRID,
    sources.GRID,
)
SHEETS = (summary.NAME, *(grid.name for grid in GRIDS), method.NAME)


def build(data: ReportData) -> Workbook:
    """The workbook of a report, not yet written."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    looks = Looks(workbook)
    sheets = {name: workbook.create_sheet(name) for name in SHEETS}
    summary.draw(sheets[summary.NAME], looks, data)
    for grid in GRIDS:
        draw_grid(sheets[grid.name], looks, grid, getattr(data, grid.rows), data.orders)
    method.draw(sheets[method.NAME], looks, data)
    frame(workbook, f"Gap report: {data.headline.unit}", f"{data.mission}, as of {data.as_of}", data.as_of)
    _fit(sheets[summary.NAME], "portrait", tall=1)
    _fit(sheets[method.NAME], "landscape", tall=0)
    workbook.calculation.fullCalcOnLoad = True
    return workbook


def frame(workbook: Workbook, title: str, about: str, day: date) -> None:
    """What every sheet of a workbook of ours has: A4 landscape, margins, header, footer; and its properties."""
    for sheet in workbook.worksheets:
        _set_up(sheet, title, day)
    created = stamp_of(day).replace(tzinfo=None)
    whole = cell_text(f"{title}, {about}")
    workbook.properties = DocumentProperties(
        creator="tna", lastModifiedBy="tna", title=whole, created=created, modified=created
    )


def save(workbook: Workbook, path: Path, stamp: datetime) -> None:
    """Writes it beside the target, reads it back, and only then moves it there.

    Raises:
        Refusal: the target cannot be written; what was there before is untouched.
    """
    if path.is_dir():
        raise Refusal(f"{path} is a folder: name a file for the report, such as {path / 'gap-report.xlsx'}")
    if not path.parent.is_dir():
        raise Refusal(f"{path.parent} does not exist: make the folder first, or name another")
    if path.exists() and not os.access(path, os.W_OK):
        raise Refusal(f"{path} is read-only: name another file, or allow writing to it")
    if not os.access(path.parent, os.W_OK):
        raise Refusal(f"{path.parent} is read-only: name a file in another folder")
    if _is_database(path):
        raise Refusal(f"{path} is a database, which may hold answers: name another file")
    draft = None
    try:
        handle, name = tempfile.mkstemp(prefix=".tna-", suffix=".xlsx", dir=path.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as file, _Archive(file, workbook.properties, stamp) as archive:
            ExcelWriter(workbook, archive).save()
        _verify(draft, workbook.sheetnames)
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except PermissionError:
        raise Refusal(f"{path} cannot be written: close it where it is open, or name another file") from None
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}; name another place") from None
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


class _Archive(ZipFile):
    """Gives every part the same time, so that the same report is the same bytes."""

    def __init__(self, file: Any, properties: DocumentProperties, stamp: datetime) -> None:
        super().__init__(file, "w", ZIP_DEFLATED, allowZip64=True)
        self._properties = properties
        self._stamp = stamp

    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **kwargs: Any) -> None:
        """Writes a part; the properties anew, as openpyxl has put the clock into them."""
        name = str(zinfo_or_arcname)
        if name == ARC_CORE:
            self._properties.modified = self._stamp.replace(tzinfo=None)
            data = tostring(self._properties.to_tree())
        info = ZipInfo(name, self._stamp.timetuple()[:6])
        info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
        super().writestr(info, data)

    def write(self, filename: Any, arcname: Any = None, *args: Any, **kwargs: Any) -> None:
        """Writes a file as a part."""
        self.writestr(arcname, Path(filename).read_bytes())


def stamp_of(day: date) -> datetime:
    """The time that a report of a day bears: its noon, or that of the nearest day that a zip archive can bear."""
    return datetime.combine(min(max(day, date(1980, 1, 1)), date(2107, 12, 31)), time(12), UTC)


def _verify(path: Path, sheets: Sequence[str]) -> None:
    """Reads the file back: whole, and with every sheet filled.

    Raises:
        OSError: it is not the workbook that was meant.
    """
    try:
        with ZipFile(path) as archive:
            broken = archive.testzip()
        workbook = load_workbook(path, read_only=True)
        names: Sequence[str] = workbook.sheetnames
        empty = [sheet.title for sheet in workbook.worksheets if sheet["A1"].value is None]
        workbook.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise OSError(f"what was written cannot be read back ({error})") from error
    if broken or list(names) != list(sheets) or empty:
        raise OSError("what was written does not read back as it was meant")


def _set_up(sheet: Worksheet, title: str, day: date) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top, margins.bottom, margins.header, margins.footer = 0.65, 0.6, 0.3, 0.3
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    texts = (
        (header.left, margin_text(title)),
        (header.center, sheet.title),
        (header.right, f"as of {day}"),
        (footer.left, "Not a UN product, not a UN certification"),
        (footer.right, "Page &P of &N"),
    )
    for part, text in texts:
        part.text, part.font, part.size = text, f"{TYPEFACE},Regular", 8
    sheet.oddHeader, sheet.oddFooter = header, footer


def _fit(sheet: Worksheet, orientation: Literal["portrait", "landscape"], tall: int) -> None:
    """One page wide; ``tall`` pages high, 0 for as many as it takes."""
    sheet.page_setup.orientation = orientation
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]  # always there in a new sheet
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, tall


def _is_database(path: Path) -> bool:
    """Whether a file is there that an assessment may be kept in."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
