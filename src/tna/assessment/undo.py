"""Undo is an entry, not an erasure (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Iterable

from tna.assessment.events import Entry, Event


def undo(events: Iterable[Event], device: str) -> Entry | None:
    """The entry that takes back the last event of a device that is neither an undo nor undone; None when there is none."""
    raise NotImplementedError
