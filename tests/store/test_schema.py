"""The schema: the same by either way, upgraded with a copy kept, and no import of Alembic unless it is old."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from tests.store.conftest import DEVICE, start, value
from tna.assessment.record import Assessment
from tna.store import Store, StoreError, schema
from tna.store.connect import file_engine
from tna.store.schema import APPLICATION_ID, MIGRATIONS, VERSION
from tna.store.tables import Table


def pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@pytest.fixture
def old(path: Path) -> Path:
    """A file of version 0: marked as ours, before there was any table."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return path


def shape(path: Path) -> dict[str, object]:
    engine = file_engine(path)
    look = inspect(engine)
    found: dict[str, object] = {
        table: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(table)],
            look.get_pk_constraint(table),
            look.get_foreign_keys(table),
            look.get_indexes(table),
        )
        for table in look.get_table_names()
        if table != "alembic_version"
    }
    engine.dispose()
    return found


def test_a_new_file_is_marked_and_stamped(path: Path) -> None:
    Store.open(path, device=DEVICE).close()
    assert pragma(path, "user_version") == VERSION
    assert pragma(path, "application_id") == APPLICATION_ID


def test_the_newest_revision_is_the_version() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == f"{VERSION:04d}"


def test_an_old_file_is_upgraded_to_what_the_tables_say(old: Path, tmp_path: Path) -> None:
    with Store.open(old, device=DEVICE) as store:
        made = start(store)
        assert store.broken(made.id) == []
        with store._engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []
    assert pragma(old, "user_version") == VERSION
    Store.open(tmp_path / "fresh.db", device=DEVICE).close()
    assert shape(old) == shape(tmp_path / "fresh.db")
    assert set(shape(old)) == set(Table.metadata.tables)


def test_a_copy_of_an_old_file_is_kept_and_none_overwritten(old: Path) -> None:
    earlier = old.with_name("tna.db.bak-v0")
    earlier.write_text("an earlier copy")
    Store.open(old, device=DEVICE).close()
    Store.open(old, device=DEVICE).close()
    assert earlier.read_text() == "an earlier copy"
    assert pragma(old.with_name("tna.db.bak-v0-2"), "application_id") == APPLICATION_ID
    assert pragma(old.with_name("tna.db.bak-v0-2"), "user_version") == 0
    assert len(list(old.parent.glob("tna.db.bak*"))) == 2


NEXT = '''
"""A change of the future: the table of assessments is rebuilt, though events point to it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("assessment", recreate="always") as table:
        table.add_column(sa.Column("region", sa.String(), nullable=True))
    op.create_index("ix_event_subject", "event", ["subject"])
    {end}
'''


@pytest.fixture
def filled(path: Path) -> Assessment:
    with Store.open(path, device=DEVICE) as store:
        made = start(store)
        store.append(made.id, "answer", "medical.kits", value(1))
    return made


def next_version(monkeypatch: pytest.MonkeyPatch, folder: Path, end: str) -> None:
    """The tna of the future, with one revision more."""
    shutil.copytree(MIGRATIONS, folder)
    (folder / "versions" / "0002_next.py").write_text(NEXT.format(end=end))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "VERSION", 2)


def test_a_filled_file_is_brought_to_the_next_version(
    path: Path, tmp_path: Path, filled: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path, device=DEVICE) as store:
        before = store.events(filled.id)
    next_version(monkeypatch, tmp_path / "100% new", "pass")
    with Store.open(path, device=DEVICE) as store:
        assert store.events(filled.id) == before
        assert store.assessments() == [filled]
        assert store.broken(filled.id) == []
        store.append(filled.id, "answer", "medical.kits", value(2))
    assert pragma(path, "user_version") == 2
    assert any(name == "region" for name, *_ in shape(path)["assessment"][0])  # type: ignore[index]
    monkeypatch.setattr(schema, "VERSION", 1)
    with Store.open(path.with_name("tna.db.bak-v1"), device=DEVICE) as copy:
        assert copy.events(filled.id) == before


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    path: Path, tmp_path: Path, filled: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = shape(path)
    with monkeypatch.context() as patch:
        next_version(patch, tmp_path / "new", 'op.execute("no such statement")')
        with pytest.raises(StoreError, match="the database refused"):
            Store.open(path, device=DEVICE)
    assert shape(path) == was
    assert pragma(path, "user_version") == 1
    with Store.open(path, device=DEVICE) as store:
        assert store.record(filled.id).answers["medical.kits"] == value(1)


def test_the_revisions_agree_with_alembics_own_command(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert [revision.revision for revision in script.walk_revisions()] == [f"{n:04d}" for n in range(VERSION, 0, -1)]


def test_alembic_is_imported_for_an_old_file_only(old: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from tna.store import Store\n"
        "for path in sys.argv[1:]:\n"
        "    Store.open(path).close(); print('alembic' in sys.modules)"
    )
    fresh = str(tmp_path / "fresh.db")
    done = subprocess.run(
        [sys.executable, "-c", code, fresh, fresh, str(old)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False", "True"]
