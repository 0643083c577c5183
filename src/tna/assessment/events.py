"""Answers, actions, causes and scopes as events: appended, never changed; the record is their fold (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, ValidationInfo, field_validator

from tna.assessment.record import Action, Answer, Cause, Model, Record, Scope

EventKind = Literal["answer", "action", "cause", "scope"]
Body = Answer | Action | Cause | Scope
BODIES: dict[EventKind, type[Answer] | type[Action] | type[Cause] | type[Scope]] = {
    "answer": Answer,
    "action": Action,
    "cause": Cause,
    "scope": Scope,
}
SCOPE_SUBJECT = "scope"
"""The subject of every event of kind *scope*."""

Hex = Annotated[str, Field(pattern=r"^[0-9a-f]+$")]


class Entry(NamedTuple):
    """What is to be written: the kind, its subject (question id, criterion id or 'scope'), the whole new state."""

    kind: EventKind
    subject: str
    body: Body
    undo_of: str | None = None


class Event(Model):
    """An entry as written: by whom, on which device, when, and chained to the one before on that device.

    ``at`` is the wall time in UTC; ``clock`` orders events (``assessment.clock``); ``prev`` is the digest of the event
    before it on that device in that assessment, '' for the first; ``digest`` is the SHA-256 of everything else.
    """

    id: Hex
    assessment: Hex
    kind: EventKind
    subject: str
    body: Body
    undo_of: str | None = None
    author: str | None = None
    device: Hex
    at: Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]
    clock: str
    prev: str
    digest: str

    @field_validator("body", mode="before")
    @classmethod
    def _of_its_kind(cls, body: object, info: ValidationInfo) -> object:
        model = BODIES.get(info.data.get("kind", ""))
        if model is None:
            return body
        if isinstance(body, BaseModel) and not isinstance(body, model):
            raise ValueError(f"an event of kind {info.data['kind']} holds no {type(body).__name__}")
        return model.model_validate(body)

    @property
    def order(self) -> tuple[str, str, str]:
        """What events are sorted by, oldest first."""
        return self.clock, self.device, self.id


def new_event(
    entry: Entry,
    *,
    id: str,
    assessment: str,
    device: str,
    author: str | None,
    now: datetime,
    last_clock: str,
    prev: str,
) -> Event:
    """The event that writes an entry.

    Args:
        last_clock: the highest clock of any event of the assessment that this device has seen, '' for none.
        prev: the digest of this device's last event in the assessment, '' for none.
    """
    raise NotImplementedError


def fold(events: Iterable[Event]) -> Record:
    """The present state: of each question, action and cause, and of the scope, the newest event. Order does not matter."""
    raise NotImplementedError


def history(events: Iterable[Event], question_id: str) -> list[Event]:
    """Every answer that was given to a question, oldest first."""
    raise NotImplementedError
