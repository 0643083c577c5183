"""`tna content ...`: for those who keep the standards and the questionnaires."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tna.content.load import check_content, content_folder

app = typer.Typer(help="Check the content: the standards and the questionnaires.", no_args_is_help=True)


@app.command("check")
def check_command(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder that holds standards/.")] = None,
) -> None:
    """Finds every fault of a content folder at once, each with file, line and what to write instead."""
    chosen = content_folder(folder)
    faults = check_content(chosen)
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        typer.echo(f"{len(faults)} faults; nothing of this content is used until they are mended", err=True)
        raise typer.Exit(1)
    typer.echo("no faults")
