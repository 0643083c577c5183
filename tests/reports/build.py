"""Reports of small assessments, read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.scoring.build import AS_OF, DEPLOYS, Spec, answer, checklist, record
from tna.assessment.record import Action, Assessment, Record, Scope
from tna.reports import write_report
from tna.scoring import score
from tna.tailoring import Checklist

SPECS = (
    Spec("MED-1", "medical", critical=True, threat="high", lead=45),
    Spec("MED-2", "medical", threat="high"),
    Spec("MED-3", "medical", force="recommended", threat="moderate"),
    Spec("MED-4", "medical", force="good_practice"),
    Spec("IED-1", "explosive", critical=True, threat="high"),
    Spec("IED-2", "explosive", threat="high", lead=60),
    Spec("IED-3", "explosive", force="recommended", threat="high"),
    Spec("IED-4", "explosive", force="recommended", threat="high"),
    Spec("CND-1", "conduct", critical=True),
    Spec("CND-2", "conduct"),
    Spec("CND-3", "conduct", force="recommended"),
    Spec("CND-4", "conduct", force="good_practice", kind="procedure", lead=20),
)
"""Those of the worked example, SCORING 10."""

ANSWERS = {
    "medical.med_1": answer("no", "declared", note="Inspected on 14 November."),
    "medical.med_2": answer("yes", "documented", ref="Roll 7", evidence_date=date(2026, 11, 1)),
    "medical.med_3": answer("yes", "documented"),
    "medical.med_4": answer("yes", "declared"),
    "explosive.ied_1": answer("yes", "demonstrated"),
    "explosive.ied_2": answer("partly", "documented"),
    "explosive.ied_4": answer("yes", "documented"),
    "conduct.cnd_1": answer("yes", "demonstrated"),
    "conduct.cnd_2": answer("yes", "documented"),
    "conduct.cnd_3": answer("na"),
    "conduct.cnd_4": answer("no", "declared"),
}
ACTION = Action(what="Train 40 medics.", owner="S3", due=date(2027, 1, 20), accepted_by="Col. A")
RECORD = record(ANSWERS, actions={"MED-1": ACTION}, causes={"IED-2": ("training", "equipment")})


def assessment(**changes: Any) -> Assessment:
    head = Assessment(
        id="0123456789ab",
        country="Sampleland",
        unit_name="BAT-4",
        unit_type="infantry",
        mission="M",
        scope=Scope(depth="full", domains=("medical", "explosive", "conduct")),
        edition="2026.1",
        digest="0" * 64,
        created_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    )
    return head.model_copy(update=changes)


def report(
    path: Path,
    found: Checklist | None = None,
    given: Record = RECORD,
    head: Assessment | None = None,
    broken: Sequence[str] = (),
) -> Workbook:
    """The report of the worked example, or of another assessment, written and read back."""
    found = found or checklist(*SPECS)
    write_report(path, head or assessment(), found, given, score(found, given, AS_OF), broken)
    return load_workbook(path)


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows of a table sheet by the titles of its columns."""
    titles = [cell.value for cell in sheet[4]]
    return [
        dict(zip(titles, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=5)
        if row[0].value
    ]


def texts(sheet: Worksheet) -> list[str]:
    """Every text of a sheet, from the top."""
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def cells(book: Workbook) -> Iterator[Any]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from row


__all__ = ["ACTION", "ANSWERS", "AS_OF", "DEPLOYS", "RECORD", "SPECS", "assessment", "cells", "report", "rows", "texts"]
