"""From a path or a URL to an engine: every connection durable, every transaction explicit."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from tna.assessment.text import one_line
from tna.store import failures
from tna.store.errors import StoreError

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL")
LIKE = "name a file, or an address such as postgresql+psycopg://user@host/name"
WRITES = {"writes": True}
"""Execution options of a connection that is going to write."""

KNOWN = (
    (b"PK\x03\x04", "a workbook or zip file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)


def parse_target(target: str | Path) -> Path | URL:
    """A path for SQLite, else the URL of a PostgreSQL database.

    Raises:
        StoreError: a URL of something else.
    """
    if "://" not in str(target):
        return Path(target).expanduser().absolute()
    try:
        url = make_url(str(target))
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"the database address is not well formed; {LIKE}") from error
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database).absolute()
    if url.drivername not in ("postgresql", "postgresql+psycopg"):
        raise StoreError(f"{one_line(url.drivername)} is no database that tna can use; {LIKE}")
    return url


def place_of(target: Path | URL) -> str:
    """The target as messages name it: without the password."""
    return str(target) if isinstance(target, Path) else target.render_as_string(hide_password=True)


def server_engine(url: URL) -> Engine:
    """An engine for PostgreSQL.

    Raises:
        StoreError: the driver is not installed.
    """
    try:
        return create_engine(url, hide_parameters=True)
    except ImportError as error:
        raise StoreError(
            "a PostgreSQL database needs the Python package psycopg, which is not installed; "
            'install it with: pip install "psycopg[binary]"'
        ) from error


def file_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine for an SQLite file. Transactions that write take the lock at once, so that two of them never cross.

    Foreign keys must be off while tables are rebuilt, which only a connection outside a transaction can say.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": failures.BUSY_SECONDS},
        hide_parameters=True,
    )
    pragmas = (*PRAGMAS, f"foreign_keys={'ON' if foreign_keys else 'OFF'}")
    event.listen(engine, "connect", lambda connection, _record: _set_up(connection, pragmas))
    event.listen(engine, "begin", _begin)
    return engine


def check_file(path: Path) -> None:
    """Make the parent folder, and see that the file, if it is there, may be one of ours.

    Raises:
        StoreError: it is a folder, no SQLite file, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise StoreError(f"{path} is a folder; name a file in it, such as {path / 'tna.db'}")
        start = _start(path) if path.exists() else b""
    except OSError as error:
        raise StoreError(f"{path} cannot be opened ({error.strerror}); choose another place with --db") from error
    if start and not start.startswith(b"SQLite format 3\0"):
        raise StoreError(f"{path} is {_looks_like(start)}, not a database of tna; name another file with --db")
    if start and _is_cut_short(path, start):
        raise StoreError(f"{path} is cut short, so that answers are missing; go back to a back-up copy")
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK):
            raise StoreError(f"{place} is read-only, so no answer could be kept; name a database where you may write")


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


def _is_cut_short(path: Path, start: bytes) -> bool:
    """Whether the last page is not whole, which SQLite overlooks, and no write-ahead log is there to mend it."""
    log = path.with_name(path.name + "-wal")
    page = int.from_bytes(start[16:18]) or 1
    return path.stat().st_size % page != 0 and not (log.exists() and log.stat().st_size)


def _looks_like(start: bytes) -> str:
    unknown = "another kind of file" if b"\0" in start else "a text file"
    return next((words for magic, words in KNOWN if start.startswith(magic)), unknown)


def _set_up(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; ``_begin`` does
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
