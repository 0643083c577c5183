"""`tna rescore`: an assessment under the edition of the content in use, beside the one it pins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from tna.assessment.events import PIN_SUBJECT
from tna.assessment.record import Assessment, Pin, Record
from tna.cli.content import change_json, show_changes
from tna.cli.results import percent
from tna.cli.session import AsJson, AsOf, AssessmentId, Session, optional_day, session_of, show, show_json, today
from tna.content.diff import Change, diff
from tna.content.models import Catalogue
from tna.errors import Refusal
from tna.pinned import checklist_under, keep_pinned, pin_of, pinned_catalogue
from tna.scoring import score, to_json
from tna.scoring.result import Result


@dataclass(frozen=True)
class Comparison:
    """An assessment under its own edition and the present one: both results, and what differs.

    ``idle`` are the questions whose answers decide nothing under the present edition.
    """

    before: Result
    after: Result
    changes: list[Change]
    idle: list[str]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command()(rescore)


def rescore(
    context: typer.Context,
    assessment: AssessmentId,
    adopt: Annotated[bool, typer.Option("--adopt", help="Judge it under the present edition from now on.")] = False,
    json: AsJson = False,
    as_of: AsOf = None,
) -> None:
    """Scores an assessment under its own edition and the present one, and shows what changed. No answer is lost."""
    session = session_of(context)
    found = session.store.find(assessment)
    record = session.store.record(found.id)
    pin, new = pin_of(found, record), session.catalogue
    old = pinned_catalogue(session.store, pin, new)
    if old is None:
        raise Refusal(
            f"edition {pin.edition}, which {found.id} was made under, is not kept here; give it with --content"
        )
    compared = _compare(found, record, old, new, optional_day(as_of, "--as-of") or today())
    if adopt and old is not new:
        _adopt(session, found, new)
    if json:
        show_json(
            {
                "from": to_json(compared.before, found.id),
                "to": to_json(compared.after, found.id),
                "changes": [change_json(change) for change in compared.changes],
                "idle_answers": compared.idle,
                "adopted": adopt,
            }
        )
        return
    _show(compared)
    show("It is judged under the present edition from now on." if adopt else "Nothing was changed; --adopt adopts it.")


def _compare(found: Assessment, record: Record, old: Catalogue, new: Catalogue, on: date) -> Comparison:
    before, after = (checklist_under(catalogue, found, record) for catalogue in (old, new))
    concerned = {found.unit_type, found.mission}
    for checklist in (before, after):
        concerned |= {placed.id for placed in checklist.questions}
        for item in checklist.items:
            cited = (cite.source for cite in item.criterion.cites)
            concerned.update((item.id, *item.criterion.remedies, *cited))
    return Comparison(
        before=score(before, record, on),
        after=score(after, record, on),
        changes=[change for change in diff(old, new) if change.id in concerned],
        idle=sorted(name for name in record.answers if name not in after.placed),
    )


def _adopt(session: Session, found: Assessment, new: Catalogue) -> None:
    keep_pinned(session.store, new)
    session.store.append(found.id, "pin", PIN_SUBJECT, Pin(edition=new.edition.edition, digest=new.digest))


def _show(compared: Comparison) -> None:
    for result in (compared.before, compared.after):
        show(f"edition {result.edition}: {result.band.code} {result.band.name}, index {percent(result.index)}")
        show(f"    {result.band.because}")
    show_changes(compared.changes)
    count = len(compared.changes)
    show(f"{count} changes concern this assessment" if count else "nothing that concerns it changed")
    if compared.idle:
        show(f"answers that are kept and decide nothing now: {', '.join(compared.idle)}")
