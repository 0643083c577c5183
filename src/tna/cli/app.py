"""The command `tna`: its groups of commands, and how errors leave it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tna.cli import content

app = typer.Typer(add_completion=False, no_args_is_help=False)
app.add_typer(content.app, name="content")


@app.callback(invoke_without_command=True)
def root(ctx: typer.Context) -> None:
    """Assess whether a unit is trained and equipped for a UN mission."""


def main() -> None:
    """Runs the command line; every expected error is one line on stderr and exit 1 (DESIGN 8)."""
    app()
