"""The same on PostgreSQL, where one is at hand: TNA_TEST_SERVER holds the address of an empty database (use -n 0)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from tests.store.conftest import DEVICE, start, value
from tna.assessment.record import Answer
from tna.store import Store, StoreError
from tna.store.tables import Table

URL = os.environ.get("TNA_TEST_SERVER", "")
pytestmark = pytest.mark.skipif(not URL, reason="TNA_TEST_SERVER names no PostgreSQL database")


@pytest.fixture
def server() -> Iterator[Store]:
    """The store on the server, whose tables are thrown away afterwards."""
    with Store.open(URL, device=DEVICE) as store:
        yield store
        with store._engine.begin() as connection:
            Table.metadata.drop_all(connection)
            connection.execute(text("DROP TABLE alembic_version"))


def test_what_was_written_is_there_after_reopening(server: Store) -> None:
    made = start(server)
    event = server.append(made.id, "answer", "medical.kits", Answer(note="\x1b\x00 é"))
    server.append(made.id, "answer", "medical.kits", value(2))
    server.undo(made.id)
    with Store.open(URL, device=DEVICE) as again:
        assert again.find(made.id[:5]) == made
        assert again.record(made.id).answers["medical.kits"] == event.body
        assert again.broken(made.id) == []
        assert again.summaries()[0].entries == 6
    server.delete(made.id)
    assert server.assessments() == []


def test_writers_at_once_make_one_chain(server: Store) -> None:
    made = start(server)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: server.append(made.id, "answer", f"medical.q{n}", value(n)), range(100)))
    assert len(server.events(made.id)) == 103
    assert server.broken(made.id) == []


def test_programs_that_open_an_empty_database_at_once_make_it_once(server: Store) -> None:
    with server._engine.begin() as connection:
        Table.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
    with ThreadPoolExecutor(4) as pool:
        for store in pool.map(lambda _: Store.open(URL, device=DEVICE), range(4)):
            store.close()
    with server._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


@pytest.mark.parametrize(
    ("version", "says"),
    [("0009", r"is from a newer tna \(schema 9, this one knows 1\); update tna$"), ("ae1027a6", "another program")],
)
def test_tables_that_are_not_for_this_tna(server: Store, version: str, says: str) -> None:
    with server._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    with pytest.raises(StoreError, match=says):
        Store.open(URL, device=DEVICE)


def test_an_address_that_does_not_answer_keeps_the_password_to_itself(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        Store.open(f"postgresql+psycopg://user:secret@/tna?host={tmp_path}", device=DEVICE)
    assert "secret" not in str(refused.value)
    assert str(refused.value).isprintable()
