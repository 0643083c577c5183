"""Bad input: one line that says what it is, why it is refused and how to mend it; the file stays as it was."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.store.conftest import DEVICE, start, value
from tna.assessment.record import Answer
from tna.store import Store, StoreError, failures
from tna.store.schema import APPLICATION_ID

NOBODY = 65534


def refusal(target: str | Path) -> str:
    with pytest.raises(StoreError) as refused:
        Store.open(target, device=DEVICE)
    message = str(refused.value)
    assert "\n" not in message
    return message


def filled(path: Path) -> str:
    with Store.open(path, device=DEVICE) as store:
        made = start(store)
        for number in range(60):
            store.append(made.id, "answer", f"medical.q{number}", Answer(note="x" * 400))
    return made.id


@pytest.mark.parametrize(
    ("content", "looks_like"),
    [
        (b"question,answer\nmedical.kits,92\n", "a text file"),
        (b"SQLite", "a text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "an image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a workbook or zip file"),
        (b"%PDF-1.7\n", "a PDF"),
        (bytes(5000), "another kind of file"),
    ],
)
def test_a_file_that_is_no_database(path: Path, content: bytes, looks_like: str) -> None:
    path.write_bytes(content)
    assert refusal(path) == f"{path} is {looks_like}, not a database of tna; name another file with --db"
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path} is a folder; name a file in it, such as {tmp_path}/tna.db"


def test_a_place_below_a_file(path: Path) -> None:
    path.write_text("")
    assert refusal(path / "tna.db").startswith(f"{path}/tna.db cannot be opened (")


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    with Store.open(path, device=DEVICE) as store:
        assert store.assessments() == []


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE accounts (id)",
        "CREATE TABLE event (id); PRAGMA user_version = 1",
        f"PRAGMA application_id = {APPLICATION_ID - 1}; CREATE TABLE event (id)",
        "PRAGMA user_version = 7",
    ],
)
def test_a_database_of_another_program(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    before = path.read_bytes()
    assert refusal(path) == f"{path} is a database of another program; name another file with --db"
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_database_of_a_newer_tna(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9")
    before = path.read_bytes()
    assert refusal(path) == f"{path} is from a newer tna (schema 9, this one knows 1); update tna"
    assert path.read_bytes() == before


@pytest.mark.parametrize("kept", [50, 700, 4096, 0.5, 0.99, -4096])
def test_a_truncated_database(path: Path, kept: float) -> None:
    filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(kept * len(whole)) if 0 < kept < 1 else int(kept)])
    before = path.read_bytes()
    message = refusal(path)
    assert re.fullmatch(
        re.escape(str(path))
        + "(: it is damaged or cut short| is cut short, so that answers are missing); go back to a back-up copy",
        message,
    )
    assert path.read_bytes() == before


def test_damage_inside_is_told_when_it_is_met(path: Path) -> None:
    made = filled(path)
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)
    with (
        Store.open(path, device=DEVICE) as store,
        pytest.raises(StoreError, match="it is damaged or cut short; go back"),
    ):
        store.events(made)


def test_a_database_without_a_table_of_ours(path: Path) -> None:
    made = filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE head")
    with Store.open(path, device=DEVICE) as store:
        with pytest.raises(StoreError, match=r"a part of it is missing; go back to a back-up copy$"):
            store.append(made, "answer", "medical.kits", value(1))
        assert len(store.events(made)) == 63


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the superuser's right to write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may enter: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)
        Path(folder).chmod(0o777)


def test_a_read_only_file(open_folder: Path) -> None:
    path = open_folder / "tna.db"
    filled(path)
    path.chmod(0o444)
    before = path.read_bytes()
    with as_nobody():
        assert refusal(path) == f"{path} is read-only, so no answer could be kept; name a database where you may write"
    assert path.read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
def test_a_read_only_folder(open_folder: Path, there: bool) -> None:
    path = open_folder / "tna.db"
    if there:
        filled(path)
        path.chmod(0o666)
    open_folder.chmod(0o555)
    with as_nobody():
        message = refusal(path)
    assert message == f"{open_folder} is read-only, so no answer could be kept; name a database where you may write"
    assert [file.name for file in open_folder.iterdir()] == (["tna.db"] if there else [])


def test_a_folder_that_may_not_be_entered_or_made(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with as_nobody():
        path = open_folder / "new" / "tna.db"
        assert refusal(path) == f"{path} cannot be opened (Permission denied); choose another place with --db"


def test_a_disk_that_fills_up_loses_no_acknowledged_answer(store: Store) -> None:
    made = start(store)
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")
    written = store.events(made.id)
    with pytest.raises(StoreError) as refused:  # noqa: PT012 (which append fails is not known)
        while len(written) < 1000:
            written.append(store.append(made.id, "answer", "medical.kits", Answer(note="x" * 2000)))
    assert str(refused.value) == f"{store.place}: the disk is full, nothing was written; free some space and try again"
    assert store.events(made.id) == written
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    written.append(store.append(made.id, "answer", "medical.kits", value(1)))
    assert store.events(made.id) == written
    assert store.broken(made.id) == []


def failing(code: int) -> Callable[..., None]:
    def fail(*given: object) -> None:
        error = sqlite3.OperationalError("as the disk said")
        error.sqlite_errorcode = code
        raise error

    return fail


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (
            sqlite3.SQLITE_IOERR_WRITE,
            "the disk failed, nothing was written; check the disk, and work on a copy on another one",
        ),
        (sqlite3.SQLITE_READONLY_DBMOVED, "it cannot be written; copy it to a folder where you may write"),
        (
            sqlite3.SQLITE_CANTOPEN,
            "it cannot be opened, or its folder cannot be written; check both, or choose another place",
        ),
        (sqlite3.SQLITE_MISUSE, "the database refused (as the disk said); nothing was written"),
    ],
)
def test_other_failures_are_told_in_a_line(path: Path, code: int, says: str) -> None:
    with pytest.raises(StoreError) as refused, failures.explained(str(path)):
        failing(code)()
    assert str(refused.value) == f"{path}: {says}"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failures, "BUSY_SECONDS", 0.05)


def test_a_database_that_another_program_keeps_locked(path: Path, impatient: None) -> None:
    made = filled(path)
    busy = f"{path}: another program is writing to it and did not finish in 0.05 seconds; close that one or try again"
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(path, device=DEVICE) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as refused:
            store.append(made, "answer", "medical.kits", value(1))
        assert str(refused.value) == busy
        assert len(store.events(made)) == 63, "reading goes on"
        other.execute("ROLLBACK")
        store.append(made, "answer", "medical.kits", value(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(path) == busy


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://host/tna", "mysql is no database that tna can use"),
        ("https://host/tna.db", "https is no database that tna can use"),
        ("postgresql+pg8000://host/tna", "postgresql+pg8000 is no database that tna can use"),
        ("sqlite://", "sqlite is no database that tna can use"),
        ("://", "the database address is not well formed"),
        ("postgresql+psycopg://host:port/tna", "the database address is not well formed"),
    ],
)
def test_an_address_that_is_none(url: str, says: str) -> None:
    assert refusal(url) == f"{says}; name a file, or an address such as postgresql+psycopg://user@host/name"


def test_a_driver_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for url in ("postgresql://user:secret@host/tna", "postgresql+psycopg://user:secret@host/tna"):
        assert refusal(url) == (
            "a PostgreSQL database needs the Python package psycopg, which is not installed; "
            'install it with: pip install "psycopg[binary]"'
        )
