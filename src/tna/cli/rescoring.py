"""`tna rescore`: an assessment under the edition of the content in use, beside the one it pins."""

from __future__ import annotations

from typing import Annotated

import typer

from tna.assessment.events import PIN_SUBJECT
from tna.assessment.record import Pin
from tna.cli.results import percent
from tna.cli.session import AsJson, AsOf, AssessmentId, day, session_of, show, show_json
from tna.content.diff import diff
from tna.errors import Refusal
from tna.pinned import checklist_under, keep_pinned, pin_of, pinned_catalogue
from tna.scoring import score, to_json


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
    today = day(as_of, "--as-of")
    before, after = (checklist_under(catalogue, found, record) for catalogue in (old, new))
    concerned = {item.id for checklist in (before, after) for item in checklist.items}
    concerned |= {placed.id for checklist in (before, after) for placed in checklist.questions}
    changes = [change for change in diff(old, new) if change.id in concerned]
    idle = sorted(name for name in record.answers if name not in after.placed)
    results = [score(checklist, record, today) for checklist in (before, after)]
    if adopt and old is not new:
        keep_pinned(session.store, new)
        present = Pin(edition=new.edition.edition, digest=new.digest)
        session.store.append(found.id, "pin", PIN_SUBJECT, present)
    if json:
        show_json(
            {
                "from": to_json(results[0], found.id),
                "to": to_json(results[1], found.id),
                "changes": [{"change": change.kind, "what": change.what, "id": change.id} for change in changes],
                "idle_answers": idle,
                "adopted": adopt,
            }
        )
        return
    for result in results:
        show(f"edition {result.edition}: {result.band.code} {result.band.name}, index {percent(result.index)}")
        show(f"    {result.band.because}")
    for change in changes:
        show(f"{change.kind}: {change.what} {change.id}")
        for name, was, now in change.fields:
            show(f"    {name}: {was} -> {now}")
    show(f"{len(changes)} changes concern this assessment" if changes else "nothing that concerns it changed")
    if idle:
        show(f"answers that are kept and decide nothing now: {', '.join(idle)}")
    show("It is judged under the present edition from now on." if adopt else "Nothing was changed; --adopt adopts it.")
