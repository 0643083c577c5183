"""A row for each source that the checklist, the mission or the unit type cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
    seen: str
    review_by: date | None
    stale: str
    url: str
    note: str
    criteria: tuple[str, ...]
    cited_by: str


def source_rows(inputs: Inputs) -> Iterator[SourceRow]:
    """The rows in the order in which the checklist comes to the sources."""
    checklist = inputs.checklist
    citing: dict[str, list[str]] = {}
    for item in checklist.items:
        for cite in item.criterion.cites:
            citing.setdefault(cite.source, []).append(item.id)
    for cite in (*checklist.mission.cites, *checklist.unit.cites):
        citing.setdefault(cite.source, [])
    for name, criteria in citing.items():
        source = checklist.catalogue.sources[name]
        yield SourceRow(
            id=source.id,
            title=source.title,
            issuer=source.issuer or "",
            reference=source.reference or "",
            dated=source.date or "",
            status=source.status,
            seen=SEEN[source.seen],
            review_by=source.review_by,
            stale=stale_source(source, inputs.result.as_of) or "",
            url=source.url or "",
            note=source.note or "",
            criteria=tuple(dict.fromkeys(criteria)),
            cited_by=", ".join(dict.fromkeys(criteria)) or "the profile of the mission or of the unit type",
        )
