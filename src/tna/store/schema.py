"""The version of the schema: looked up cheaply, made directly when new, brought up by Alembic only when old.

An SQLite file of ours has an ``application_id`` and, in ``user_version``, the number of its revision; elsewhere Alembic's
own table says it. The id of a revision is that number in four digits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, text

from tna.store import failures
from tna.store.connect import WRITES, file_engine, place_of, server_engine
from tna.store.errors import StoreError
from tna.store.tables import Table

VERSION = 1
MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = int.from_bytes(b"tna1")
"""What marks an SQLite file as ours, and the advisory lock under which a PostgreSQL database is made."""


def open_file(path: Path) -> Engine:
    """An SQLite file at the present schema: made when new, upgraded when old, with a copy kept of what was there.

    Raises:
        StoreError: it is a database of another program, or of a newer tna.
    """
    with closing(sqlite3.connect(path, timeout=failures.BUSY_SECONDS)) as raw:
        current = _file_version(lambda sql: int(raw.execute(sql).fetchone()[0]), path) == VERSION
    if not current:
        engine = file_engine(path, foreign_keys=False)
        with _disposing(engine), engine.connect().execution_options(**WRITES) as connection, connection.begin():
            _make_or_upgrade(connection, path)
    return file_engine(path)


def open_server(url: URL) -> Engine:
    """The same for a PostgreSQL database; back-up copies are the server's business.

    Raises:
        StoreError: its tables are another program's, or a newer tna's.
    """
    engine = server_engine(url)
    with _disposing(engine), engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": APPLICATION_ID})
        if _server_version(connection, place_of(url)) != VERSION:
            _upgrade(connection)
    return engine


@contextmanager
def _disposing(engine: Engine) -> Iterator[None]:
    """Leave no connection behind, whatever happens; the engine can go on with new ones."""
    try:
        yield
    finally:
        engine.dispose()


def _make_or_upgrade(connection: Connection, path: Path) -> None:
    """Look again, now that no other program can write, and act."""
    found = _file_version(lambda sql: int(connection.exec_driver_sql(sql).scalar_one()), path)
    if found is None:
        Table.metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    elif found < VERSION:
        _back_up(path, found)
        _upgrade(connection, found)
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _file_version(ask: Callable[[str], int], path: Path) -> int | None:
    """The version of a file; None when nothing is in it yet."""
    owner, version = ask("PRAGMA application_id"), ask("PRAGMA user_version")
    if owner == APPLICATION_ID:
        return _not_newer(version, str(path))
    if owner == 0 and version == 0 and ask("SELECT count(*) FROM sqlite_master") == 0:
        return None
    raise StoreError(f"{path} is a database of another program; name another file with --db")


def _server_version(connection: Connection, place: str) -> int | None:
    """The version of a server's tables; None when there are none."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
        if revision.isdecimal():
            return _not_newer(int(revision), place)
    elif tables.isdisjoint(Table.metadata.tables):
        return None
    raise StoreError(f"{place} holds the tables of another program; name another database")


def _not_newer(version: int, place: str) -> int:
    if version > VERSION:
        raise StoreError(f"{place} is from a newer tna (schema {version}, this one knows {VERSION}); update tna")
    return version


def _back_up(path: Path, version: int) -> None:
    """Copy the file, with what its write-ahead log holds, to ``<file>.bak-v<version>``, or the next free name."""
    names = (path.with_name(f"{path.name}.bak-v{version}" + (f"-{n}" if n > 1 else "")) for n in count(1))
    copy = next(name for name in names if not name.exists())
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _upgrade(connection: Connection, found: int = 0) -> None:
    """Run the revisions after ``found`` (0: after what Alembic's own table says, if there is one)."""
    from alembic import command  # its import costs more than all else here, and is needed only for an old database
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if found:
        command.stamp(config, f"{found:04d}")
    command.upgrade(config, "head")
