"""`tna demo`: everything at once, on a sample that nobody has to type."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tna.cli.results import show_result
from tna.cli.session import say, session_of, show, today


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command()(demo)


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the sample and its report go.")] = Path("out"),
) -> None:
    """Makes a filled sample assessment (infantry battalion, MINUSCA), scores it, and writes its gap report."""
    from tna.demo import make_sample
    from tna.reports import write_report
    from tna.scoring import score

    session = session_of(context)
    now = today()
    out.mkdir(parents=True, exist_ok=True)
    database, workbook = out / "sample.db", out / "gap-report.xlsx"
    assessment, checklist, record = make_sample(session.catalogue, database, now)
    result = score(checklist, record, now)
    show_result(assessment, checklist, result)
    write_report(workbook, assessment, checklist, record, result)
    say("A sample: no real country, unit or answer.")
    say(f"Look around in it: tna --db {database}")
    show(str(workbook))
