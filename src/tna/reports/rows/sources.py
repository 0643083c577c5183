"""The rows of sources: those that an assessment rests on, or all of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tna.content.models import Catalogue
from tna.content.reference import Citation, Source
from tna.content.stale import stale_source
from tna.reports.rows.inputs import Inputs
from tna.reports.words import SEEN


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source: what it is, how much of it was seen, whether it may be out of date, and what cites it."""

    id: str
    title: str
    issuer: str
    reference: str
    dated: str
    status: str
    superseded_by: str
    seen: str
    review_by: date | None
    stale: str
    url: str
    note: str
    criteria: tuple[str, ...]
    cited_by: str


def source_rows(inputs: Inputs) -> Iterator[SourceRow]:
    """The sources that the checklist, the mission or the unit type cites, in the order in which they come up."""
    checklist = inputs.checklist
    citing = _citing((item.id, item.criterion.cites) for item in checklist.items)
    for cite in (*checklist.mission.cites, *checklist.unit.cites):
        citing.setdefault(cite.source, [])
    for name, criteria in citing.items():
        yield _row(checklist.catalogue.sources[name], criteria, inputs.result.as_of)


def all_source_rows(catalogue: Catalogue) -> Iterator[SourceRow]:
    """Every source of the catalogue, as of the day of its edition."""
    citing = _citing((criterion.id, criterion.cites) for criterion in catalogue.criteria.values())
    for source in catalogue.sources.values():
        yield _row(source, citing.get(source.id, []), catalogue.edition.date)


def _citing(criteria: Iterable[tuple[str, tuple[Citation, ...]]]) -> dict[str, list[str]]:
    """The ids of the criteria that cite each source, each once."""
    citing: dict[str, list[str]] = {}
    for name, cites in criteria:
        for source in dict.fromkeys(cite.source for cite in cites):
            citing.setdefault(source, []).append(name)
    return citing


def _row(source: Source, criteria: list[str], on: date) -> SourceRow:
    return SourceRow(
        id=source.id,
        title=source.title,
        issuer=source.issuer or "",
        reference=source.reference or "",
        dated=source.date or "",
        status=source.status,
        superseded_by=source.superseded_by or "",
        seen=SEEN[source.seen],
        review_by=source.review_by,
        stale=stale_source(source, on) or "",
        url=source.url or "",
        note=source.note or "",
        criteria=tuple(criteria),
        cited_by=", ".join(criteria) or "the profile of the mission or of the unit type",
    )
