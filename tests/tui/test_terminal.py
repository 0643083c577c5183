"""The real command in a real terminal, driven by keys alone: from nothing to the exported report."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tna.store import Store

LIMIT = 60.0


class Terminal:
    """A `tna` in a pseudo-terminal of a size."""

    def __init__(self, folder: Path, db: Path, home: Path, columns: int, lines: int) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            env = dict(
                os.environ, TERM="xterm-256color", TNA_HOME=str(home), LC_ALL="C.UTF-8", TEXTUAL_ANIMATIONS="none"
            )
            command = [sys.executable, "-m", "tna", "--content", str(folder), "--db", str(db)]
            os.execve(sys.executable, command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.seen = ""

    def wait(self, words: str) -> None:
        """Reads until these words were painted since the last keys."""
        end = time.monotonic() + LIMIT
        while words not in self.seen:
            assert time.monotonic() < end, f"{words!r} was not painted; the last was: {self.seen[-2000:]}"
            if select.select([self.fd], [], [], 0.1)[0]:
                raw = os.read(self.fd, 65536).decode("utf-8", "replace")
                self.seen += re.sub(r"\x1b(\[[0-9;?<>=$]*[A-Za-z]|[()P\]][^\x1b]*)", "", raw)

    def keys(self, keys: str, words: str) -> None:
        """Types keys and waits for what they bring."""
        self.seen = ""
        os.write(self.fd, keys.encode())
        self.wait(words)

    def left(self) -> int:
        """Waits for the end and gives the exit code."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            if select.select([self.fd], [], [], 0.1)[0]:
                try:
                    os.read(self.fd, 65536)
                except OSError:
                    return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.kill()
        raise AssertionError("it did not end")

    def kill(self) -> None:
        """Ends it at once, as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def terminal(request: pytest.FixtureRequest, folder: Path, db: Path, own_home: Path) -> Iterator[Terminal]:
    opened = Terminal(folder, db, own_home, *request.param)
    yield opened
    os.close(opened.fd)


def make(terminal: Terminal) -> None:
    terminal.wait("No assessment yet.")
    terminal.keys("n", "the country that contributes")
    terminal.keys("Peru\rPERBAT\rinfantry\ralfa\r300\r2027-03-01\r\r\r", "What share")


def test_from_new_to_the_report_by_keys_alone(terminal: Terminal, db: Path, own_home: Path) -> None:
    make(terminal)
    terminal.keys("95\r", "Yes or no?")
    terminal.keys("y", "How far?")
    terminal.keys("e", "Grade")
    terminal.keys("2\r", "documented")
    terminal.keys("r", "Not determined")
    terminal.keys("e", "Gap report")
    terminal.keys("\r", "The report is in")
    assert [path.suffix for path in own_home.glob("gap-report-PERBAT*")] == [".xlsx"]
    terminal.keys("\x1b", "How far?")
    terminal.keys("\x1b", "delete")
    os.write(terminal.fd, b"q")
    assert terminal.left() == 0


def test_keys_that_come_at_once_are_answers_in_their_order(terminal: Terminal, db: Path) -> None:
    make(terminal)
    terminal.keys("95\ryp12\rk7\r2026-12-24\r2", "Which parts?")
    terminal.kill()
    with Store.open(db) as store:
        answers = store.record(store.assessments()[0].id).answers
    assert {name: answer.value or answer.status for name, answer in answers.items() if name != "unit.strength"} == {
        "unit.deployment_date": "2027-03-01",
        "medical.kit_share": 95,
        "medical.yes_no": "yes",
        "medical.yes_partly_no": "partly",
        "medical.count": 12,
        "medical.hours": "dont_know",
        "medical.days": 7,
        "medical.date": "2026-12-24",
        "medical.choice": "blue",
    }


def test_every_answer_is_there_after_a_kill(terminal: Terminal, folder: Path, db: Path, own_home: Path) -> None:
    make(terminal)
    terminal.keys("95\r", "Yes or no?")
    terminal.kill()
    with Store.open(db) as store:
        answers = store.record(store.assessments()[0].id).answers
    assert answers["medical.kit_share"].value == 95
    again = Terminal(folder, db, own_home, 80, 24)
    again.wait("PERBAT")
    again.wait("R0")
    again.keys("\r", "Yes or no?")
    again.kill()
    os.close(again.fd)


def test_a_key_before_the_first_screen_is_ready_and_a_refused_date_at_once(terminal: Terminal, db: Path) -> None:
    terminal.wait("Reading the standards")
    terminal.keys("n", "the country that contributes")
    terminal.keys("Peru\rPERBAT\rinfantry\ralfa\r300\r1/3/2027\r12\r", "'1/3/202712' is not a date")
    terminal.keys("\x15" + "2027-03-01\r\r\r", "What share")
    terminal.kill()
    with Store.open(db) as store:
        made = store.assessments()[0]
    assert (made.scope.depth, made.scope.domains) == ("full", ("medical",))
