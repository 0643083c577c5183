"""Between rows and the models of an assessment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, RowMapping

from tna.assessment.events import BODIES, Event, body_text, stamp
from tna.assessment.record import Assessment, Scope
from tna.assessment.text import one_line
from tna.store.errors import StoreError
from tna.store.tables import EVENT

FIELDS = EVENT.columns.keys()
ALL = Scope(depth="full", domains=())
"""The scope of an assessment whose own cannot be read; ``Store.broken`` says so."""


@dataclass(frozen=True)
class Summary:
    """A line of the list: the head, when its last event was written, how many events, how many questions they touch."""

    assessment: Assessment
    touched: datetime
    entries: int
    questions: int


def event_row(event: Event) -> dict[str, Any]:
    """An event as a row of its table."""
    return {**event.model_dump(), "body": body_text(event.body), "at": stamp(event.at)}


def read_events(rows: Iterable[Row[Any]]) -> tuple[list[Event], list[str]]:
    """The events of some rows, in the same order, and a sentence for each row that holds no event any more."""
    events: list[Event] = []
    faults: list[str] = []
    for row in rows:
        fields = dict(zip(FIELDS, row, strict=True))
        try:
            fields["body"] = BODIES[row.kind].model_validate_json(row.body)
            events.append(Event.model_validate(fields))
        except (KeyError, ValueError):
            faults.append(_unreadable(row))
    return events, faults


def _unreadable(row: Row[Any]) -> str:
    what = one_line(f"{row.kind} {row.subject} of {row.at}", 120)
    where = one_line(f"event {str(row.id)[:8]}, device {str(row.device)[:8]}")
    return f"The {what} ({where}) cannot be read: it was altered after it was written."


def read_summary(row: RowMapping) -> Summary:
    """A row of ``statements.SUMMARIES``.

    Raises:
        StoreError: it holds no assessment any more.
    """
    head = {name: row[name] for name in Assessment.model_fields if name != "scope"}
    try:
        assessment = Assessment.model_validate({**head, "scope": _scope(row["scope"])})
        touched = datetime.fromisoformat(row["touched"]) if row["touched"] else assessment.created_at
    except (TypeError, ValueError):
        name = one_line(str(row["id"]))
        raise StoreError(
            f"assessment {name} cannot be read, since it was altered outside tna; go back to a back-up copy"
        ) from None
    return Summary(assessment, touched, row["entries"], row["questions"])


def _scope(text: str | None) -> Scope:
    try:
        return Scope.model_validate_json(text or "")
    except ValueError:
        return ALL
