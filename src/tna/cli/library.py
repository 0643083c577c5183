"""`tna library ...`: the catalogue for those who review it without a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tna.cli.session import session_of, show

app = typer.Typer(help="Take the catalogue elsewhere.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keeps `export` a command of its own."""


@app.command()
def export(
    context: typer.Context,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The workbook to write.")],
) -> None:
    """Writes the whole catalogue as an Excel workbook: criteria, questions, missions, remedies, sources."""
    from tna.reports.library import write_library

    write_library(output, session_of(context).catalogue)
    show(str(output))
