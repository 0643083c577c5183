"""Runs the command line in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tna.cli import hoist
from tna.cli.app import run_command


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Cli:
    """`cli("list", "--json")` runs `tna list --json`."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> Ran:
        options, rest = hoist(list(words))
        code = 0
        try:
            run_command(options, rest)
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = self.capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    def new(self, *more: str, mission: str = "MINUSCA", unit: str = "infantry") -> str:
        """Makes an assessment and gives its id."""
        words = ["--country", "Testland", "--unit-name", "TESTBAT-1", "--unit-type", unit, "--mission", mission]
        ran = self("new", *words, "--strength", "850", "--deploys", "2027-03-01", *more)
        assert ran.code == 0, ran.err
        return ran.out.split()[-1]
