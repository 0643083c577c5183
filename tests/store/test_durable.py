"""kill -9 loses no acknowledged answer; two programs on one database lose none and fork no chain."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.conftest import start
from tna.store import Store

WRITER = """
import sys
from tna.assessment.record import Answer
from tna.store import Store

path, assessment, name, number = sys.argv[1:]
with Store.open(path) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(int(number)):
        store.append(assessment, "answer", f"medical.{name}{n}", Answer(status="value", value=n))
        print(n, flush=True)
"""


def writer(path: Path, assessment: str, name: str, number: int) -> subprocess.Popen[str]:
    """A program that opens the store, says so, waits for a line, then writes and acknowledges each answer."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), assessment, name, str(number)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def let_go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_acknowledged_answer_outlives_kill_9(path: Path, seed: int) -> None:
    with Store.open(path) as store:
        made = start(store)
    with writer(path, made.id, "q", 10_000) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        let_go(process)
        for _ in range(random.Random(seed).randint(1, 60)):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
        wait = process.wait()
    assert wait == -signal.SIGKILL
    with Store.open(path) as store:
        answers = store.record(made.id).answers
        acknowledged = len(answers) - 2
        assert rest == "" or int(rest.split()[-1]) < acknowledged
        assert [answers[f"medical.q{n}"].value for n in range(acknowledged)] == list(range(acknowledged))
        assert store.broken(made.id) == []
        store.append(made.id, "answer", "medical.after", answers["medical.q0"])
        assert store.broken(made.id) == []


def test_two_programs_that_write_at_once_lose_nothing_and_make_one_chain(path: Path) -> None:
    with Store.open(path) as store:
        made = start(store)
        with writer(path, made.id, "a", 100) as one, writer(path, made.id, "b", 100) as two:
            for process in (one, two):
                assert process.stdout is not None
                process.stdout.readline()
            for process in (one, two):
                let_go(process)
            for process in (one, two):
                process.communicate()
        assert (one.returncode, two.returncode) == (0, 0)
        events = store.events(made.id)
        assert {event.device for event in events} == {store.device}
        assert len({event.prev for event in events}) == len(events) == 203
        assert store.broken(made.id) == []
        answers = store.record(made.id).answers
        assert all(answers[f"medical.{name}{n}"].value == n for name in "ab" for n in range(100))


def test_programs_that_open_a_new_database_at_once_make_it_once(path: Path) -> None:
    code = (
        "import sys; from tests.store.conftest import start; from tna.store import Store\n"
        "with Store.open(sys.argv[1]) as store: start(store)"
    )
    many = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]
    assert [process.wait() for process in many] == [0, 0, 0]
    with Store.open(path) as store:
        assert len(store.assessments()) == 3


def test_every_connection_waits_for_the_disk(store: Store) -> None:
    with store._engine.connect() as one, store._engine.connect() as two:
        for connection in (one, two):
            asked = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            ]
            assert asked == ["wal", 2, 1, 5000]
