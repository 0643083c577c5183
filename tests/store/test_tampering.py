"""What someone does to the file with another program shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import start, value
from tna.assessment.chain import name
from tna.assessment.events import Event
from tna.assessment.record import Assessment, Scope
from tna.store import Store, StoreError


@pytest.fixture
def made(store: Store) -> Assessment:
    made = start(store)
    for number in range(5):
        store.append(made.id, "answer", f"medical.q{number}", value(number))
    return made


@pytest.fixture
def events(store: Store, made: Assessment) -> list[Event]:
    return store.events(made.id)


@pytest.fixture
def raw(path: Path, made: Assessment) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_a_changed_body_is_named(store: Store, raw: sqlite3.Connection, events: list[Event]) -> None:
    raw.execute("UPDATE event SET body = ? WHERE id = ?", ('{"status":"value","value":100}', events[4].id))
    assert store.broken(events[0].assessment) == [f"The {name(events[4])} was altered after it was written."]


@pytest.mark.parametrize(
    "column", ["subject", "author", "undo_of", "device", "at", "clock", "prev", "digest", "kind", "body"]
)
def test_a_change_of_any_column_is_noticed(
    store: Store, raw: sqlite3.Connection, events: list[Event], column: str
) -> None:
    donor = {"author": "Maj. Roy", "undo_of": "f" * 32, "device": "two", "kind": "action", "body": "{}"}
    raw.execute(
        f"UPDATE event SET {column} = coalesce(?, (SELECT {column} FROM event WHERE id = ?)) WHERE id = ?",
        (donor.get(column), events[2].id, events[5].id),
    )
    assert store.broken(events[0].assessment) != []


@pytest.mark.parametrize("gone", [0, 2, 4])
def test_a_deleted_event_shows_in_the_one_after_it(
    store: Store, raw: sqlite3.Connection, events: list[Event], gone: int
) -> None:
    raw.execute("DELETE FROM event WHERE id = ?", (events[gone].id,))
    assert store.broken(events[0].assessment) == [
        f"The entry before the {name(events[gone + 1])} is missing or was replaced."
    ]


def test_a_deleted_last_event_is_noticed(store: Store, raw: sqlite3.Connection, events: list[Event]) -> None:
    raw.execute("DELETE FROM event WHERE id = ?", (events[-1].id,))
    assert store.broken(events[0].assessment) == ["The last entry of device 01234567 is missing: it was taken out."]
    store.append(events[0].assessment, "answer", "medical.q9", value(9))
    [sentence] = store.broken(events[0].assessment)
    assert sentence.startswith("The entry before the answer to medical.q9 of ")


def test_two_swapped_events_are_both_named(store: Store, raw: sqlite3.Connection, events: list[Event]) -> None:
    one, two = events[3], events[5]
    for column in ("clock", "at"):
        raw.execute(
            f"UPDATE event SET {column} = CASE id WHEN ? THEN ? ELSE ? END WHERE id IN (?, ?)",
            (one.id, *(str(getattr(e, column)) for e in (two, one)), one.id, two.id),
        )
    found = store.broken(events[0].assessment)
    for event in (one, two):
        assert any(f"answer to {event.subject} " in line and "was altered" in line for line in found)


@pytest.mark.parametrize("spoilt", ["", "not json", "[]", '{"status": "perhaps"}', '{"unknown": 1}'])
def test_an_event_that_cannot_be_read_is_named_and_the_others_still_serve(
    store: Store, raw: sqlite3.Connection, events: list[Event], spoilt: str
) -> None:
    raw.execute("UPDATE event SET body = ? WHERE id = ?", (spoilt, events[4].id))
    assessment = events[0].assessment
    assert store.events(assessment) == [*events[:4], *events[5:]]
    unreadable, after = store.broken(assessment)
    assert unreadable.startswith(f"The answer {events[4].subject} of 20")
    assert unreadable.endswith("cannot be read: it was altered after it was written.")
    assert events[4].id[:8] in unreadable
    assert after == f"The entry before the {name(events[5])} is missing or was replaced."


def test_a_list_survives_a_scope_that_was_taken_out_or_spoilt(
    store: Store, raw: sqlite3.Connection, made: Assessment
) -> None:
    for change in ("UPDATE event SET body = 'x' WHERE kind = 'scope'", "DELETE FROM event WHERE kind = 'scope'"):
        raw.execute(change)
        assert store.find(made.id).scope == Scope(depth="full", domains=())
        assert store.broken(made.id) != []


def test_an_assessment_without_any_event_is_still_listed(
    store: Store, raw: sqlite3.Connection, made: Assessment
) -> None:
    raw.execute("DELETE FROM event")
    [summary] = store.summaries()
    assert (summary.touched, summary.entries) == (made.created_at, 0)
    assert store.events(made.id) == []
    assert store.broken(made.id) == ["The last entry of device 01234567 is missing: it was taken out."]


@pytest.mark.parametrize("change", ["created_at = 'then'", "unit_name = x'ff00'"])
def test_a_head_that_cannot_be_read_is_one_line(
    store: Store, raw: sqlite3.Connection, made: Assessment, change: str
) -> None:
    raw.execute(f"UPDATE assessment SET {change}")
    for ask in (lambda: store.find(made.id), store.summaries):
        with pytest.raises(StoreError, match=f"assessment {made.id} cannot be read, since it was altered"):
            ask()


@pytest.mark.parametrize(
    "change", ["head SET digest = 'x'", "event SET clock = 'ffffffffffffffff.ffff'", "event SET clock = 'zz'"]
)
def test_nothing_is_added_to_a_log_whose_end_was_altered(
    store: Store, raw: sqlite3.Connection, made: Assessment, change: str
) -> None:
    raw.execute(f"UPDATE {change}")
    with pytest.raises(StoreError, match=f"the log of assessment {made.id} was altered outside tna"):
        store.append(made.id, "answer", "medical.q0", value(1))


def test_a_number_that_is_not_finite_is_named_as_unreadable(
    store: Store, raw: sqlite3.Connection, events: list[Event]
) -> None:
    raw.execute("UPDATE event SET body = ? WHERE id = ?", ('{"status":"value","value":NaN}', events[4].id))
    assert any("cannot be read" in line for line in store.broken(events[0].assessment))
