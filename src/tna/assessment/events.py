"""Answers, actions, causes and scopes as events: appended, never changed; the record is their fold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Literal, NamedTuple, cast

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, ValidationInfo, field_validator

from tna.assessment.clock import READING, tick
from tna.assessment.record import Action, Answer, Cause, Model, Pin, Record, Scope
from tna.assessment.text import storable

EventKind = Literal["answer", "action", "cause", "scope", "pin"]
Body = Answer | Action | Cause | Scope | Pin
BODIES: dict[EventKind, type[Answer] | type[Action] | type[Cause] | type[Scope] | type[Pin]] = {
    "answer": Answer,
    "action": Action,
    "cause": Cause,
    "scope": Scope,
    "pin": Pin,
}
SCOPE_SUBJECT = "scope"
"""The subject of every event of kind *scope*."""
PIN_SUBJECT = "edition"
"""The subject of every event of kind *pin*."""

Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{1,64}$")]
Digest = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
Device = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,64}$")]


class Entry(NamedTuple):
    """What is to be written: the kind, its subject (question id, criterion id or 'scope'), the whole new state."""

    kind: EventKind
    subject: str
    body: Body
    undo_of: str | None = None


class Event(Model):
    """An entry as written: by whom, on which device, when, and chained to the one before on that device.

    ``at`` is the wall time in UTC; ``clock`` orders events (``assessment.clock``); ``prev`` is the digest of the event
    before it on that device in that assessment, '' for the first; ``digest`` is that of everything else.
    """

    id: Hex
    assessment: Hex
    kind: EventKind
    subject: str
    body: Body
    undo_of: str | None = None
    author: str | None = None
    device: Device
    at: Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]
    clock: Annotated[str, Field(pattern=READING)]
    prev: Digest
    digest: Digest

    @field_validator("body", mode="before")
    @classmethod
    def _of_its_kind(cls, body: object, info: ValidationInfo) -> object:
        kind = info.data.get("kind")
        if kind is None:
            return body
        if isinstance(body, BaseModel) and type(body) is not BODIES[kind]:
            raise ValueError(f"an event of kind {kind} holds no {type(body).__name__}")
        return BODIES[kind].model_validate(body)

    @property
    def order(self) -> tuple[str, str, str, str]:
        """What events are sorted by, oldest first: two machines that hold the same events sort them alike."""
        return self.clock, self.device, self.id, self.digest


def new_event(
    entry: Entry,
    *,
    event_id: str,
    assessment: str,
    device: str,
    author: str | None,
    now: datetime,
    last_clock: str,
    prev: str,
) -> Event:
    """The event that writes an entry. Text is kept as typed, save for halves of characters (``text.storable``).

    Args:
        last_clock: the highest clock of any event of the assessment that this device has seen, '' for none.
        prev: the digest of this device's last event in the assessment, '' for none.

    Raises:
        ValueError: the body is not of the entry's kind, or holds a number that is not finite.
    """
    event = Event(
        id=event_id,
        assessment=assessment,
        kind=entry.kind,
        subject=storable(entry.subject),
        body=_storable_body(entry.body),
        undo_of=entry.undo_of,
        author=None if author is None else storable(author),
        device=device,
        at=now,
        clock=tick(last_clock, now),
        prev=prev,
        digest="",
    )
    return event.model_copy(update={"digest": digest_of(event)})


def body_text(body: Body) -> str:
    """The body as JSON with sorted keys. What has its default is left out, so that a field may be added later."""
    return _canonical(body.model_dump(mode="json", exclude_defaults=True))


def digest_of(event: Event) -> str:
    """The SHA-256, 64 hex digits, of an event's canonical JSON without its digest.

    What has its default is left out here too: to change a default in ``assessment.record`` breaks every chain.
    """
    fields = event.model_dump(mode="json", exclude={"digest", "at"}, exclude_defaults=True)
    fields["at"] = stamp(event.at)
    return hashlib.sha256(_canonical(fields).encode()).hexdigest()


def stamp(at: datetime) -> str:
    """A time as text that sorts: ISO 8601 in UTC, always with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def fold(events: Iterable[Event]) -> Record:
    """The state that the events add up to: of each subject, the newest. In what order they come does not matter."""
    newest: dict[tuple[EventKind, str], Event] = {}
    for event in events:
        place = (event.kind, event.subject)
        if place not in newest or newest[place].order < event.order:
            newest[place] = event
    bodies = {kind: {s: event.body for (k, s), event in sorted(newest.items()) if k == kind} for kind in BODIES}
    return Record(
        answers=cast("dict[str, Answer]", bodies["answer"]),
        actions=cast("dict[str, Action]", bodies["action"]),
        causes=cast("dict[str, Cause]", bodies["cause"]),
        scope=cast("Scope | None", bodies["scope"].get(SCOPE_SUBJECT)),
        pin=cast("Pin | None", bodies["pin"].get(PIN_SUBJECT)),
    )


def history(events: Iterable[Event], question_id: str) -> list[Event]:
    """Every answer that was given to a question, oldest first, each event once."""
    answers = {event.order: event for event in events if event.kind == "answer" and event.subject == question_id}
    return [answers[order] for order in sorted(answers)]


def _storable_body(body: Body) -> Body:
    text = body_text(body)
    clean = storable(text)
    return body if clean == text else type(body).model_validate_json(clean)


def _canonical(fields: object) -> str:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
