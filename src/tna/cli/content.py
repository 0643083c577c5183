"""`tna content ...`: for those who keep the standards and the questionnaires."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tna.cli.session import AsJson, say, show, show_json
from tna.content.diff import Change, diff
from tna.content.load import ContentError, check_content, content_folder, load_catalogue
from tna.errors import Refusal

app = typer.Typer(help="Check and compare the content: the standards and the questionnaires.", no_args_is_help=True)


@app.command("check")
def check_command(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder that holds standards/.")] = None,
) -> None:
    """Finds every fault of a content folder at once, each with file, line and what to write instead."""
    chosen = content_folder(folder)
    faults = check_content(chosen)
    for fault in faults:
        show(str(fault))
    if faults:
        say(f"{ContentError(chosen, faults)}; nothing of it is used until they are mended")
        raise typer.Exit(1)
    show("no faults")


@app.command("diff")
def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A folder that holds standards/.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder to compare it with.")],
    json: AsJson = False,
) -> None:
    """Compares two content folders item by item: new, withdrawn, reworded, re-weighted, threshold changed."""
    for folder in (old, new):
        if not folder.is_dir():
            raise Refusal(f"{folder} is no folder; give one that holds standards/ and questionnaires/")
    changes = diff(load_catalogue(old), load_catalogue(new))
    if json:
        show_json([change_json(change) for change in changes])
        return
    show_changes(changes)
    show(f"{len(changes)} changes" if len(changes) > 1 else "1 change" if changes else "no difference")


def change_json(change: Change) -> dict[str, object]:
    """A change of the content as JSON."""
    fields = [{"field": field, "old": before, "new": after} for field, before, after in change.fields]
    return {"change": change.kind, "what": change.what, "id": change.id, "fields": fields}


def show_changes(changes: Iterable[Change]) -> None:
    """Prints changes of the content, with each field before and after."""
    for change in changes:
        show(f"{change.kind}: {change.what} {change.id}")
        for field, before, after in change.fields:
            show(f"    {field}: {before} -> {after}")
