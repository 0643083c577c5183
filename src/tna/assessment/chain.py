"""Tamper evidence: every break in the chains of events, in plain sentences (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Iterable

from tna.assessment.events import Event


def broken(events: Iterable[Event]) -> list[str]:
    """One sentence for each event that was altered, lacks the one before it, is out of order or is a second child."""
    raise NotImplementedError
