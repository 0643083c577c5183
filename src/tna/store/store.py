"""The store of assessments: appends events durably, reads them back (DESIGN 4, 9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tna.assessment.events import Body, Entry, Event, EventKind
from tna.assessment.record import Assessment, Record, Scope


@dataclass(frozen=True)
class Summary:
    """A line of the list of assessments: the head, the time of its last event, how many events, questions touched."""

    assessment: Assessment
    touched: datetime
    entries: int
    questions: int


class Store:
    """Assessments in a database. Every method raises ``StoreError`` with one line when it cannot do as asked."""

    device: str

    @classmethod
    def open(cls, target: str | Path, device: str | None = None) -> Self:
        """Open a database, making it (and its parent folder) when it is not there.

        Args:
            target: a path (SQLite) or a database URL such as postgresql+psycopg://host/name.
            device: the id that events are written under; that of this machine when left out.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database."""

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
        """Start an assessment; strength and deployment date are its first answers, in the same transaction."""
        raise NotImplementedError

    def assessments(self) -> list[Assessment]:
        """Those not deleted, newest first."""
        raise NotImplementedError

    def summaries(self) -> list[Summary]:
        """The same with what a list shows, in one query."""
        raise NotImplementedError

    def find(self, prefix: str) -> Assessment:
        """The one whose id starts so."""
        raise NotImplementedError

    def delete(self, assessment_id: str) -> None:
        """Hide an assessment; its events stay."""
        raise NotImplementedError

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
        raise NotImplementedError

    def append_many(self, assessment_id: str, entries: Iterable[Entry], author: str | None = None) -> list[Event]:
        """Write several events, all or none."""
        raise NotImplementedError

    def undo(self, assessment_id: str, author: str | None = None) -> Event | None:
        """Take back this device's last event that was not taken back; None when there is none."""
        raise NotImplementedError

    def events(self, assessment_id: str) -> list[Event]:
        """Every event, oldest first."""
        raise NotImplementedError

    def record(self, assessment_id: str) -> Record:
        """The present state."""
        raise NotImplementedError

    def broken(self, assessment_id: str) -> list[str]:
        """Every sign of tampering, a plain sentence each; none when all is whole."""
        raise NotImplementedError

    def touched(self, assessment_id: str) -> datetime:
        """When its last event was written, in UTC."""
        raise NotImplementedError
