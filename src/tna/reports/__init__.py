"""The gap report: an Excel workbook that a ministry signs and an assessor checks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tna.assessment.record import Assessment, Record
from tna.scoring.result import Result
from tna.tailoring import Checklist


def write_report(
    path: Path, assessment: Assessment, checklist: Checklist, record: Record, result: Result, broken: Sequence[str] = ()
) -> None:
    """Writes the report of an assessment; the same arguments give the same bytes.

    Args:
        broken: what is wrong with the log of answers, a line each; none when it is whole.

    Raises:
        Refusal: the file cannot be written; a report that was there before is untouched.
    """
    from tna.reports.data import gather
    from tna.reports.workbook import build, save, stamp_of

    data = gather(assessment, checklist, record, result, broken)
    save(build(data), path, stamp_of(result.as_of))
