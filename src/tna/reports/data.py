"""All that a report says, drawn once from its inputs; the sheets only lay it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tna.assessment.record import Assessment, Record
from tna.content.models import Edition
from tna.reports.rows.answers import AnswerRow, answer_rows
from tna.reports.rows.asides import AsideRow, aside_rows
from tna.reports.rows.criteria import CriterionRow, criterion_rows
from tna.reports.rows.gaps import GapRow, StopperRow, gap_rows, stopper_rows
from tna.reports.rows.headline import Headline, headline
from tna.reports.rows.inputs import Inputs
from tna.reports.rows.sources import SourceRow, source_rows
from tna.reports.rows.sums import DomainRow, domain_rows
from tna.scoring.result import Result
from tna.tailoring import Checklist


@dataclass(frozen=True)
class ReportData:
    """The rows of every sheet, as plain values, and the result that they spell out.

    ``unit`` and ``mission`` are the names in full; ``broken`` says what is wrong with the log of answers, if anything.
    """

    assessment: Assessment
    result: Result
    edition: Edition
    unit: str
    mission: str
    headline: Headline
    domains: tuple[DomainRow, ...]
    stoppers: tuple[StopperRow, ...]
    gaps: tuple[GapRow, ...]
    checklist: tuple[CriterionRow, ...]
    answers: tuple[AnswerRow, ...]
    asides: tuple[AsideRow, ...]
    sources: tuple[SourceRow, ...]
    broken: tuple[str, ...]

    @property
    def as_of(self) -> date:
        """The day of the result."""
        return self.result.as_of

    @cached_property
    def open_stoppers(self) -> tuple[StopperRow, ...]:
        """The show-stoppers that are not met."""
        return tuple(row for row in self.stoppers if row.state != "Met")

    @cached_property
    def orders(self) -> Mapping[str, Mapping[str, int]]:
        """For each table sheet, the position of each row by its id."""
        return {name: {row.id: index for index, row in enumerate(rows)} for name, rows in self._tables()}

    def _tables(self) -> Iterator[tuple[str, Sequence[StopperRow | GapRow | CriterionRow | AnswerRow | SourceRow]]]:
        yield "Show-stoppers", self.stoppers
        yield "Gaps", self.gaps
        yield "Checklist", self.checklist
        yield "Answers", self.answers
        yield "Sources", self.sources


def gather(
    assessment: Assessment, checklist: Checklist, record: Record, result: Result, broken: Sequence[str] = ()
) -> ReportData:
    """The data of a report."""
    inputs = Inputs(assessment, checklist, record, result)
    criteria = tuple(criterion_rows(inputs))
    return ReportData(
        assessment=assessment,
        result=result,
        edition=checklist.catalogue.edition,
        unit=checklist.unit.name,
        mission=f"{checklist.mission.id}, {checklist.mission.name}",
        headline=headline(inputs),
        domains=tuple(domain_rows(inputs, criteria)),
        stoppers=tuple(stopper_rows(inputs)),
        gaps=tuple(gap_rows(inputs)),
        checklist=criteria,
        answers=tuple(answer_rows(inputs)),
        asides=tuple(aside_rows(inputs)),
        sources=tuple(source_rows(inputs)),
        broken=tuple(broken),
    )
