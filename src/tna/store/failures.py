"""What the database says, in one line for the user: what, why, how to mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tna.assessment.text import one_line
from tna.store.errors import StoreError

BUSY_SECONDS = 5.0
"""How long a program waits for another that writes to the same file."""

SAYS: dict[int, str] = {
    sqlite3.SQLITE_FULL: "the disk is full, nothing was written; free some space and try again",
    sqlite3.SQLITE_READONLY: "it cannot be written; copy it to a folder where you may write",
    sqlite3.SQLITE_PERM: "it cannot be written; copy it to a folder where you may write",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened, or its folder cannot be written; check both, or choose another place",
    sqlite3.SQLITE_IOERR: "the disk failed, nothing was written; check the disk, and work on a copy on another one",
    sqlite3.SQLITE_NOTADB: "it is not a database; name another file with --db",
    sqlite3.SQLITE_CORRUPT: "it is damaged or cut short; go back to a back-up copy",
}
BUSY = "another program is writing to it and did not finish in {seconds:g} seconds; close that one or try again"


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn a failure of the database at ``place`` into a ``StoreError``; what was begun is undone by the transaction."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        raise StoreError(f"{place}: {_why(error)}") from error


def _why(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BUSY.format(seconds=BUSY_SECONDS)
    if code in SAYS:
        return SAYS[code]
    if "no such table" in str(cause) or "no such column" in str(cause):
        return "a part of it is missing; go back to a back-up copy"
    return f"the database refused ({one_line(str(cause), 200)}); nothing was written"
