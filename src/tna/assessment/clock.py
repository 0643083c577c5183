"""A hybrid logical clock: later entries sort later, even when the wall clock was set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

READING = r"^[0-9a-f]{16}\.[0-9a-f]{4}$"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COUNTER_END = 1 << 16


def tick(last: str, now: datetime) -> str:
    """The reading after ``last`` (the highest one known, '' for none) at the wall time ``now``.

    A reading is the microseconds since 1970 as 16 hex digits, a point, and a counter of 4 hex digits that goes up
    while the wall clock stands still or is behind. Readings sort as text.
    """
    wall = max(0, (now - EPOCH) // timedelta(microseconds=1))
    seen, counter = (int(part, 16) for part in last.split(".")) if last else (-1, 0)
    if wall > seen:
        return _reading(wall, 0)
    return _reading(seen, counter + 1) if counter + 1 < COUNTER_END else _reading(seen + 1, 0)


def _reading(micros: int, counter: int) -> str:
    return f"{micros:016x}.{counter:04x}"
