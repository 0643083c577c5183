"""Undo is an entry, not an erasure."""

from __future__ import annotations

from collections.abc import Iterable

from tna.assessment.events import BODIES, Body, Entry, Event


def undo(events: Iterable[Event], device: str) -> Entry | None:
    """The entry that takes back the last event of a device that is neither an undo nor undone; None when there is none.

    It carries the state as if that event had never been: what an earlier event or another device said, else empty.
    A scope with none before it cannot be taken back: undo ends there, so that it never reaches into the set-up.
    """
    known = sorted(events, key=lambda event: event.order)
    undone = {event.undo_of for event in known if event.undo_of}
    standing = [event for event in known if event.undo_of is None and event.id not in undone]
    last = next((event for event in reversed(standing) if event.device == device), None)
    if last is None:
        return None
    body = _state_without(last, standing)
    return None if body is None else Entry(last.kind, last.subject, body, undo_of=last.id)


def _state_without(last: Event, standing: list[Event]) -> Body | None:
    place = (last.kind, last.subject)
    for event in reversed(standing):
        if event.id != last.id and (event.kind, event.subject) == place:
            return event.body
    return None if last.kind in ("scope", "pin") else BODIES[last.kind].model_validate({})
