"""The lines of Home, worked out from the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from tna.content.models import DEPLOYMENT_DATE, NO_MISSION, Catalogue
from tna.errors import Refusal
from tna.tui.look import BANDS, MUTED, STOPPER, count, countdown, line, lines, progress, spread, text

if TYPE_CHECKING:
    from tna.assessment.record import Assessment, Record
    from tna.store import Store


@dataclass(frozen=True)
class Row:
    """A line of Home. What is not worked out yet is None."""

    id: str
    unit: str
    mission: str
    kind: str
    when: str
    band: str | None = None
    name: str = ""
    stoppers: int = 0
    answered: int = 0
    asked: int | None = None
    trouble: str = ""

    @property
    def about(self) -> str:
        """The unit and, where it has one, its mission."""
        return self.unit if self.mission == NO_MISSION else f"{self.unit} for {self.mission}"

    def draw(self, width: int) -> Content:
        """Two lines: what it is and how it stands; where and when, and how far."""
        left = text((line(self.unit), "bold"))
        where = [] if self.mission == NO_MISSION else [line(self.mission)]
        below = text((" · ".join([*where, line(self.kind), self.when]), MUTED))
        if self.trouble:
            return lines(left, text((self.trouble, "$text-error")), "")
        if self.band is None or self.asked is None:
            return lines(left, below, "")
        stopper = text((f"{STOPPER} {count(self.stoppers, 'show-stopper')}   ", "$text-error")) if self.stoppers else ""
        right = Content.assemble(stopper, text((f"{self.band} {self.name}", f"bold {BANDS[self.band]}")))
        return lines(spread(left, right, width), spread(below, progress(self.answered, self.asked), width), "")


def rows(store: Store, catalogue: Catalogue, today: date) -> Iterator[list[Row]]:
    """The list, first with the heads alone, then again with each further line that is worked out."""
    assessments = store.assessments()
    found = [_head(assessment, catalogue) for assessment in assessments]
    yield list(found)
    for index, assessment in enumerate(assessments):
        found[index] = _judged(found[index], assessment, store, catalogue, today)
        if index % 10 == 0 or index == len(assessments) - 1:
            yield list(found)


def _head(assessment: Assessment, catalogue: Catalogue) -> Row:
    unit = catalogue.units.get(assessment.unit_type)
    kind = unit.name if unit else assessment.unit_type
    return Row(assessment.id, assessment.unit_name, assessment.mission, kind, assessment.country)


def _judged(row: Row, assessment: Assessment, store: Store, catalogue: Catalogue, today: date) -> Row:
    from tna.assessment.situation import Situation
    from tna.pinned import checklist_under, pin_of, pinned_catalogue
    from tna.scoring import score

    record = store.record(assessment.id)
    kept = pinned_catalogue(store, pin_of(assessment, record), catalogue)
    try:
        checklist = checklist_under(kept or catalogue, assessment, record)
    except Refusal as error:
        return replace(row, trouble=str(error))
    situation = Situation(checklist, record)
    result = score(checklist, record, today)
    stoppers = [c for c in result.criteria if c.state == "not_met" and checklist.item[c.id].criterion.critical]
    return replace(
        row,
        when=countdown(_deployment(record), today, alone=assessment.mission == NO_MISSION),
        band=result.band.code,
        name=result.band.name,
        stoppers=len(stoppers),
        answered=len(situation.walk) - len(situation.open),
        asked=len(situation.walk),
    )


def _deployment(record: Record) -> date | None:
    answer = record.answers.get(DEPLOYMENT_DATE)
    return date.fromisoformat(str(answer.value)) if answer and answer.status == "value" else None
