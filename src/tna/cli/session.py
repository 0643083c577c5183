"""What the commands share: the catalogue and the store, opened on first use, and how things are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from tna.assessment.record import Assessment, Record
from tna.assessment.values import BadValue, parse_day
from tna.content.load import content_folder, load_catalogue
from tna.content.models import Catalogue
from tna.content.near import suggest
from tna.errors import Refusal
from tna.harmless import harmless_json, one_line
from tna.pinned import checklist_under, pin_of, pinned_catalogue
from tna.tailoring import Checklist

if TYPE_CHECKING:
    from tna.store import Store

AssessmentId = Annotated[str, typer.Argument(metavar="ID", help="The assessment: its id or a unique start of it.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Judge as of this day (default: today).")]

Name = TypeVar("Name", bound=str)


WIDEST = 60
"""The most characters of a column of a table, the last one aside."""


class Session:
    """One run of the command line: ``db`` and ``content`` are the database and the content folder named, if any."""

    def __init__(self, db: str | None = None, content: str | None = None) -> None:
        self.db = db
        self.content = content
        self._store: Store | None = None

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue in use. Raises ContentError when it has faults."""
        return load_catalogue(content_folder(self.content))

    @property
    def store(self) -> Store:
        """The database in use, opened on first use. Raises StoreError when it cannot be."""
        if self._store is None:
            from tna.store import Store, default_target

            self._store = Store.open(default_target(self.db))
        return self._store

    def close(self) -> None:
        """Closes the database, if it was opened."""
        if self._store is not None:
            self._store.close()

    def load(self, prefix: str) -> tuple[Assessment, Checklist, Record]:
        """An assessment by the start of its id, with its checklist and its answers."""
        assessment = self.store.find(prefix)
        record = self.store.record(assessment.id)
        return assessment, self.checklist(assessment, record), record

    def checklist(self, assessment: Assessment, record: Record) -> Checklist:
        """The checklist of an assessment under the edition that it pins, or, when that is not kept, the one in use."""
        pin = pin_of(assessment, record)
        catalogue = pinned_catalogue(self.store, pin, self.catalogue)
        newer = self.catalogue.edition.edition
        if catalogue is None:
            say(f"note: made under edition {pin.edition}, which is not kept here; judged under edition {newer}")
        elif catalogue is not self.catalogue:
            what = (
                f"edition {newer}" if newer != pin.edition else "the content in use, of the same edition but changed,"
            )
            say(f"note: judged under its own edition {pin.edition}; tna rescore shows what {what} changes")
        return checklist_under(catalogue or self.catalogue, assessment, record)


def session_of(context: typer.Context) -> Session:
    """The session of a running command."""
    found: Session = context.find_root().obj
    return found


def say(message: str) -> None:
    """Tells the user something that is no result: on stderr, harmless to show."""
    typer.echo(one_line(message), err=True)


def show(text: str = "") -> None:
    """Prints a line of a result, harmless to show."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    typer.echo(indent + one_line(text))


def show_json(value: Any) -> None:
    """Prints a result as JSON, harmless to show, and valid whatever the terminal's character set."""
    shows_all = "utf" in (getattr(sys.stdout, "encoding", None) or "").lower()
    typer.echo(harmless_json(json.dumps(value, ensure_ascii=not shows_all, indent=2)))


def _cut(cell: str) -> str:
    """A cell that leaves room for the others."""
    return cell if len(cell) <= WIDEST else cell[: WIDEST - 1] + "…"


def show_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows in aligned columns; the last column runs on."""
    table = [[one_line(str(cell)) for cell in row] for row in ([heads] if heads else []) + [list(row) for row in rows]]
    table = [[*(_cut(cell) for cell in row[:-1]), row[-1]] for row in table]
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))] if table else []
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        typer.echo("  ".join(cells).rstrip())


def today() -> date:
    """The day on this machine."""
    return datetime.now(UTC).astimezone().date()


def day(text: str, option: str) -> date:
    """The date that an option names.

    Raises:
        Refusal: when it is no date.
    """
    try:
        return parse_day(text)
    except BadValue as error:
        raise Refusal(f"{option}: {error}") from None


def optional_day(text: str | None, option: str) -> date | None:
    """The same; None when the option was left out."""
    return None if text is None else day(text, option)


def pick(what: str, text: str, known: Iterable[Name]) -> Name:
    """The name that was meant, letter case aside.

    Raises:
        Refusal: when there is none, with the nearest.
    """
    names = list(known)
    for name in names:
        if name.casefold() == text.casefold():
            return name
    near = suggest(text, names) or f"; there are: {', '.join(names)}"
    raise Refusal(f"there is no {what} {text!r}{near}")
