"""Runs a program in a pseudo-terminal of 120 x 40 and measures what a user would wait for, in seconds."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator

LIMIT = 20.0
ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[A-Za-z]")


@contextlib.contextmanager
def running(argv: list[str], environment: dict[str, str]) -> Iterator[int]:
    """The program on a terminal; gives the terminal's file descriptor, and kills the program at the end."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(argv[0], argv, {**os.environ, "TERM": "xterm-256color", **environment})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        yield terminal
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def wait_for(terminal: int, marker: str) -> float:
    """Seconds until a text has been painted."""
    start, seen = time.perf_counter(), b""
    while marker.encode() not in ESCAPES.sub(b"", seen):
        if time.perf_counter() - start > LIMIT:
            raise TimeoutError(f"{marker!r} was not painted in {LIMIT:.0f} s")
        if select.select([terminal], [], [], 0.05)[0]:
            seen += os.read(terminal, 65536)
    return time.perf_counter() - start


def settle(terminal: int, seconds: float = 1.0) -> None:
    """Takes in what is painted for a while (a cursor blinks for ever)."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        if select.select([terminal], [], [], left)[0]:
            os.read(terminal, 65536)


def key(terminal: int, pressed: str) -> float:
    """Seconds from a key to the first byte painted for it."""
    start = time.perf_counter()
    os.write(terminal, pressed.encode())
    if not select.select([terminal], [], [], LIMIT)[0]:
        raise TimeoutError(f"nothing was painted for {pressed!r}")
    os.read(terminal, 65536)
    return time.perf_counter() - start


def first_paint(argv: list[str], marker: str, environment: dict[str, str]) -> float:
    """Seconds from the start of the program until a text has been painted."""
    with running(argv, environment) as terminal:
        return wait_for(terminal, marker)
