"""The store of assessments: appends events durably, reads them back.

Statements go to the tables without ORM sessions: rows are written once and read as a whole, so that there is nothing
to track. A transaction that writes holds the lock from its start, and reads the end of the chain inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from sqlalchemy import Connection, Engine

from tna.assessment.chain import broken
from tna.assessment.events import SCOPE_SUBJECT, Body, Entry, Event, EventKind, fold, new_event, stamp
from tna.assessment.record import Answer, Assessment, Record, Scope
from tna.assessment.text import one_line, storable
from tna.assessment.undo import undo
from tna.content.models import DEPLOYMENT_DATE, STRENGTH
from tna.store import statements as sql
from tna.store.connect import WRITES, check_file, parse_target, place_of
from tna.store.errors import StoreError
from tna.store.failures import explained
from tna.store.places import this_device
from tna.store.rows import Summary, event_row, read_events, read_summary
from tna.store.schema import open_file, open_server

ID_START = re.compile("[0-9a-f]+")
END_OF_LOG = re.compile(r"(0[0-9a-f]{15}\.[0-9a-f]{4})? ([0-9a-f]{64})?")
"""The last clock reading, short of the year 30,000 or so, and the last digest, as new events can follow them."""
NAMED = 5
"""How many assessments an error names at most."""


class Store:
    """Assessments in a database. Every method raises ``StoreError``, with one line, when it cannot do as asked."""

    def __init__(self, engine: Engine, place: str, device: str) -> None:
        self.place = place
        self.device = device
        self._engine = engine

    @classmethod
    def open(cls, target: str | Path, device: str | None = None) -> Self:
        """Open a database, making it (and the folder of a file) when it is not there.

        Args:
            target: a path (SQLite), or a database URL such as postgresql+psycopg://host/name.
            device: the id that events are written under; that of this machine when left out.
        """
        found = parse_target(target)
        if isinstance(found, Path):
            check_file(found)
        with explained(place_of(found)):
            engine = open_file(found) if isinstance(found, Path) else open_server(found)
        return cls(engine, place_of(found), device or this_device())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def create(
        self,
        *,
        country: str,
        unit_name: str,
        unit_type: str,
        mission: str,
        scope: Scope,
        edition: str,
        digest: str,
        strength: int,
        deployment_date: date,
        author: str | None = None,
    ) -> Assessment:
        """Start an assessment; strength and deployment date are its first answers, in the same transaction.

        The scope is written last: undo ends there (``assessment.undo``).
        """
        head = {"country": country, "unit_name": unit_name, "unit_type": unit_type, "mission": mission}
        head = {name: storable(text) for name, text in head.items()} | {"edition": edition, "digest": digest}
        first = [
            Entry("answer", STRENGTH, Answer(status="value", value=strength)),
            Entry("answer", DEPLOYMENT_DATE, Answer(status="value", value=deployment_date.isoformat())),
            Entry("scope", SCOPE_SUBJECT, scope),
        ]
        with self._writing() as connection:
            created = datetime.now(UTC)
            assessment = Assessment(id=_free_id(connection), **head, scope=scope, created_at=created)
            row = {**assessment.model_dump(exclude={"scope"}), "created_at": stamp(created)}
            connection.execute(sql.INSERT_ASSESSMENT, row)
            self._append(connection, assessment.id, first, author)
        return assessment

    def assessments(self) -> list[Assessment]:
        """Those that are not deleted, newest first."""
        return [summary.assessment for summary in self.summaries()]

    def summaries(self) -> list[Summary]:
        """The same, each with what a list shows; one query."""
        with self._reading() as connection:
            return _summaries(connection)

    def find(self, prefix: str) -> Assessment:
        """The one assessment whose id starts so."""
        start = prefix.strip().lower()
        with self._reading() as connection:
            found = _summaries(connection, start + "%") if ID_START.fullmatch(start) else []
        if len(found) == 1:
            return found[0].assessment
        if not found:
            raise StoreError(f"no assessment has an id that starts with {one_line(prefix)!r}; tna list shows them")
        names = [f"{a.id} ({one_line(a.unit_name, 30)}, {a.mission})" for a in (s.assessment for s in found[:NAMED])]
        more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
        raise StoreError(f"{start} fits {len(found)} assessments: {', '.join(names)}{more}; write more of the id")

    def delete(self, assessment_id: str) -> None:
        """Hide an assessment; it stays in the database with its events, and takes no new ones."""
        with self._writing() as connection:
            _require(connection, assessment_id)
            connection.execute(sql.DELETE, {"of": assessment_id, "new": stamp(datetime.now(UTC))})

    def append(
        self,
        assessment_id: str,
        kind: EventKind,
        subject: str,
        body: Body,
        author: str | None = None,
        undo_of: str | None = None,
    ) -> Event:
        """Write one event; returns when it is on the disk."""
        return self.append_many(assessment_id, [Entry(kind, subject, body, undo_of)], author)[0]

    def append_many(self, assessment_id: str, entries: Iterable[Entry], author: str | None = None) -> list[Event]:
        """Write several events, all or none."""
        with self._writing() as connection:
            _require(connection, assessment_id)
            return self._append(connection, assessment_id, entries, author)

    def undo(self, assessment_id: str, author: str | None = None) -> Event | None:
        """Take back this device's last event that was not taken back; None when there is none."""
        with self._writing() as connection:
            _require(connection, assessment_id)
            entry = undo(_read(connection, assessment_id)[0], self.device)
            return None if entry is None else self._append(connection, assessment_id, [entry], author)[0]

    def events(self, assessment_id: str) -> list[Event]:
        """Every event, oldest first, also of a deleted assessment. What cannot be read is left to ``broken``."""
        with self._reading() as connection:
            return _read(connection, assessment_id)[0]

    def record(self, assessment_id: str) -> Record:
        """The present state."""
        return fold(self.events(assessment_id))

    def broken(self, assessment_id: str) -> list[str]:
        """Every sign that events were changed outside tna, a plain sentence each; none when all is whole."""
        with self._reading() as connection:
            heads = {row.device: row.digest for row in connection.execute(sql.HEADS, {"of": assessment_id})}
            events, faults = _read(connection, assessment_id)
        return faults + broken(events, heads)

    def keep_content(self, digest: str, compiled: bytes) -> None:
        """Keep the content of a digest, once; an assessment that pins it can be judged by it for good."""
        with self._writing() as connection:
            if connection.execute(sql.COMPILED, {"of": digest}).scalar() is None:
                connection.execute(sql.INSERT_CONTENT, {"digest": digest, "compiled": compiled})

    def content(self, digest: str) -> bytes | None:
        """The content of a digest as it was kept; None when it was not."""
        with self._reading() as connection:
            kept: bytes | None = connection.execute(sql.COMPILED, {"of": digest}).scalar()
        return kept

    def _append(
        self, connection: Connection, assessment_id: str, entries: Iterable[Entry], author: str | None
    ) -> list[Event]:
        end = {"of": assessment_id, "by": self.device}
        clock = connection.execute(sql.LAST_CLOCK, end).scalar() or ""
        prev = known = connection.execute(sql.LAST_DIGEST, end).scalar() or ""
        if not END_OF_LOG.fullmatch(f"{clock} {prev}"):
            raise StoreError(
                f"the log of assessment {assessment_id} was altered outside tna, so that nothing can be added to it; "
                "go back to a back-up copy"
            )
        events: list[Event] = []
        for entry in entries:
            event = new_event(
                entry,
                event_id=uuid4().hex,
                assessment=assessment_id,
                device=self.device,
                author=author,
                now=datetime.now(UTC),
                last_clock=clock,
                prev=prev,
            )
            events.append(event)
            clock, prev = event.clock, event.digest
        if events:
            connection.execute(sql.INSERT_EVENT, [event_row(event) for event in events])
            if known:
                connection.execute(sql.MOVE_HEAD, {**end, "new": prev})
            else:
                new_head = {"assessment": assessment_id, "device": self.device, "digest": prev}
                connection.execute(sql.INSERT_HEAD, new_head)
        return events

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            explained(self.place),
            self._engine.connect().execution_options(**WRITES) as connection,
            connection.begin(),
        ):
            yield connection


def _summaries(connection: Connection, like: str = "%") -> list[Summary]:
    return [read_summary(row) for row in connection.execute(sql.SUMMARIES, {"like": like}).mappings()]


def _read(connection: Connection, assessment_id: str) -> tuple[list[Event], list[str]]:
    rows = connection.execute(sql.EVENTS, {"of": assessment_id}).all()
    if not rows:
        _require(connection, assessment_id, deleted=True)
    return read_events(rows)


def _require(connection: Connection, assessment_id: str, *, deleted: bool = False) -> None:
    """See that the assessment is there, and not deleted unless that is allowed."""
    row = connection.execute(sql.DELETED_AT, {"of": assessment_id}).one_or_none()
    if row is None:
        raise StoreError(f"no assessment has the id {one_line(assessment_id)!r}; tna list shows them")
    if row.deleted_at and not deleted:
        raise StoreError(
            f"assessment {assessment_id} was deleted on {row.deleted_at[:10]}; nothing more is written to it"
        )


def _free_id(connection: Connection) -> str:
    while True:
        new = uuid4().hex[:12]
        if connection.execute(sql.DELETED_AT, {"of": new}).first() is None:
            return new
