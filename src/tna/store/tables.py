"""The tables. Times are ISO text in UTC with microseconds, since SQLite gives datetimes back without a zone.

A change here needs a revision in ``migrations/versions`` and the next ``schema.VERSION``.
"""

from __future__ import annotations

from sqlalchemy import Index, MetaData
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name: SQLite can alter only those."""


class Table(SQLModel):
    """The base of our tables, with metadata of its own."""

    metadata = MetaData(naming_convention=NAMES)


class AssessmentRow(Table, table=True):
    """The head of an assessment. Its scope is not here: it is that of the newest event of kind *scope*."""

    __tablename__ = "assessment"

    id: str = Field(primary_key=True)
    country: str
    unit_name: str
    unit_type: str
    mission: str
    edition: str
    digest: str
    created_at: str
    deleted_at: str | None = None


class EventRow(Table, table=True):
    """An event, column for field; ``body`` is its canonical JSON."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "assessment", "clock"),)

    id: str = Field(primary_key=True)
    assessment: str = Field(foreign_key="assessment.id")
    kind: str
    subject: str
    body: str
    undo_of: str | None = None
    author: str | None = None
    device: str
    at: str
    clock: str
    prev: str
    digest: str


class HeadRow(Table, table=True):
    """The digest of the last event of a device in an assessment: the next one is chained to it."""

    __tablename__ = "head"

    assessment: str = Field(primary_key=True, foreign_key="assessment.id")
    device: str = Field(primary_key=True)
    digest: str


class ContentRow(Table, table=True):
    """The content that assessments of this database pin, compressed, by its digest."""

    __tablename__ = "content"

    digest: str = Field(primary_key=True)
    compiled: bytes


ASSESSMENT = Table.metadata.tables["assessment"]
EVENT = Table.metadata.tables["event"]
HEAD = Table.metadata.tables["head"]
CONTENT = Table.metadata.tables["content"]
