"""`tna score | gaps | action | report`: what the answers come to, and what is done about it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from tna.assessment.events import Entry
from tna.assessment.record import Action, Assessment, Cause, Record
from tna.cli.session import (
    AsJson,
    AsOf,
    AssessmentId,
    Session,
    optional_day,
    pick,
    say,
    session_of,
    show,
    show_json,
    show_table,
    today,
)
from tna.content.models import CRITERION_ID
from tna.content.reference import Kind
from tna.errors import Refusal
from tna.scoring import score as score_of
from tna.scoring import to_json
from tna.scoring.result import Gap, Range, Result
from tna.tailoring import Checklist

KINDS: tuple[Kind, ...] = get_args(Kind)
FIRST = 10


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    for command in (score, gaps, action, report):
        app.command()(command)


def score(context: typer.Context, assessment: AssessmentId, json: AsJson = False, as_of: AsOf = None) -> None:
    """Scores an assessment: band and the rule that decided it, range, domains, show-stoppers, first gaps."""
    found, checklist, _, result = _scored(session_of(context), assessment, as_of)
    if json:
        show_json(to_json(result, found.id))
    else:
        show_result(found, checklist, result)


def gaps(context: typer.Context, assessment: AssessmentId, json: AsJson = False, as_of: AsOf = None) -> None:
    """Lists every gap, the most pressing first, with what closes it."""
    found, checklist, _, result = _scored(session_of(context), assessment, as_of)
    if json:
        show_json(to_json(result, found.id)["gaps"])
    else:
        show_gaps(checklist, result, len(result.gaps))


def action(
    context: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="ID CRITERION", help="The assessment and the criterion.")],
    what: Annotated[str | None, typer.Option(help="What is to be done.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who does it.")] = None,
    due: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
    accepted_by: Annotated[str | None, typer.Option(help="The commander who accepts it.")] = None,
    cause: Annotated[str | None, typer.Option(metavar="A,B", help=f"Why the gap exists: {', '.join(KINDS)}.")] = None,
    reason: Annotated[str, typer.Option(help="Why this cause.")] = "",
    author: Annotated[str | None, typer.Option(help="Who enters it.")] = None,
) -> None:
    """Sets the action on a gap, or its cause. The assessment may be left out when there is only one."""
    session = session_of(context)
    found, criterion_id = _target(session, targets)
    record = session.store.record(found.id)
    checklist = session.checklist(found, record)
    criterion_id = pick("criterion of this assessment", criterion_id, checklist.item)
    given = {"what": what, "owner": owner, "accepted_by": accepted_by, "due": optional_day(due, "--due")}
    entries = [] if cause is None else [Entry("cause", criterion_id, _cause(cause, reason))]
    if any(value is not None for value in given.values()):
        before = record.actions.get(criterion_id, Action())
        entries.append(Entry("action", criterion_id, _action(criterion_id, before, given)))
    if not entries:
        raise Refusal("nothing to set: give --what, --owner, --due, --accepted-by or --cause")
    session.store.append_many(found.id, entries, author=author)
    show(f"{criterion_id}: kept")


def report(
    context: typer.Context,
    assessment: AssessmentId,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")] = None,
    as_of: AsOf = None,
) -> None:
    """Writes the gap report, an Excel workbook."""
    from tna.reports import write_report

    session = session_of(context)
    found, checklist, record, result = _scored(session, assessment, as_of)
    path = output or Path(report_name(found, result))
    write_report(path, found, checklist, record, result, broken=session.store.broken(found.id))
    show(str(path))


def report_name(assessment: Assessment, result: Result) -> str:
    """A file name that says whose report of which day it is."""
    words = f"{assessment.unit_name[:40]}-{assessment.mission}-{result.as_of}"
    slug = re.sub(r"[^\w-]+", "-", words).strip("-")
    return f"gap-report-{slug}.xlsx"


def show_result(assessment: Assessment, checklist: Checklist, result: Result) -> None:
    """Prints a result for a person: the band and why first, then what it rests on."""
    days = result.days_to_deployment
    when = f"deploys {result.deployment} ({days} days)" if result.deployment else "deployment date unknown"
    show(f"{assessment.unit_name} · {checklist.unit.name} · {assessment.mission} · {when}")
    show(f"{result.band.code} {result.band.name}")
    show(f"Rule {result.band.rule}: {result.band.because}")
    scope = f"{result.depth} assessment of {', '.join(domain.title for domain in result.domains)}"
    show(f"Index {percent(result.index)} · coverage {result.coverage:.0f} % · {scope}")
    asked = {domain.id for domain in result.domains}
    if idle := [checklist.catalogue.domain_titles[d] for d in result.in_scope if d not in asked]:
        show(f"Nothing to ask of this unit at this depth: {', '.join(idle)}")
    if result.left_out:
        show(f"Left out of the scope: {', '.join(checklist.catalogue.domain_titles[d] for d in result.left_out)}")
    show()
    heads = ("domain", "range", "band", "coverage", "met", "partly", "not met", "open")
    rows = [
        (
            domain.title + (" (scope reduced)" if domain.scope_reduced else ""),
            percent(None if domain.low is None or domain.high is None else Range(domain.low, domain.high)),
            domain.band or "-",
            "-" if domain.coverage is None else f"{domain.coverage:.0f} %",
            domain.met,
            domain.partly_met,
            domain.not_met,
            domain.unanswered,
        )
        for domain in result.domains
    ]
    show_table(heads, rows)
    _show_stoppers(checklist, result)
    show()
    show_gaps(checklist, result, FIRST)
    say("An independent tool: not a UN product, and no UN certification.")


def _show_stoppers(checklist: Checklist, result: Result) -> None:
    states = {criterion.id: criterion.state for criterion in result.criteria}
    stoppers = [gap for gap in result.gaps if checklist.item[gap.id].criterion.critical]
    show()
    show(f"Show-stoppers: {len(stoppers) or 'none'}")
    for gap in stoppers:
        state = states[gap.id].replace("_", " ")
        show(f"  {gap.id} {state}: {checklist.item[gap.id].criterion.requires}{_late(gap)}")


def show_gaps(checklist: Checklist, result: Result, limit: int) -> None:
    """Prints the first gaps in order, with what closes each."""
    states = {criterion.id: criterion.state for criterion in result.criteria}
    show(f"Gaps: {len(result.gaps)}" + (f", the first {limit}" if len(result.gaps) > limit else ""))
    for gap in result.gaps[:limit]:
        criterion = checklist.item[gap.id].criterion
        show(f"  {gap.gap_class} {gap.id} {states[gap.id].replace('_', ' ')}: {criterion.requires}{_late(gap)}")
        remedies = "; ".join(checklist.catalogue.remedies[name].title for name in criterion.remedies)
        show(f"     closes it: {criterion.action or remedies}")


def percent(value: Range | None) -> str:
    """A range in whole per cent, half up; one number when it is one."""
    if value is None:
        return "-"
    low, high = (int(number + 0.5) for number in (value.low, value.high))
    return f"{low} %" if low == high else f"{low}-{high} %"


def _late(gap: Gap) -> str:
    return " [cannot be closed in time by the normal route: mitigate, substitute or delay]" if gap.impossible else ""


def _scored(session: Session, prefix: str, as_of: str | None) -> tuple[Assessment, Checklist, Record, Result]:
    found, checklist, record = session.load(prefix)
    return found, checklist, record, score_of(checklist, record, optional_day(as_of, "--as-of") or today())


def _target(session: Session, targets: list[str]) -> tuple[Assessment, str]:
    """The assessment and the criterion, in either order."""
    criteria = [word for word in targets if re.fullmatch(CRITERION_ID, word.upper())]
    others = [word for word in targets if word not in criteria]
    if len(criteria) != 1 or len(others) > 1:
        raise Refusal("give the assessment and one criterion, such as: tna action 3f2 MED-KIT-01 --what ...")
    if others:
        return session.store.find(others[0]), criteria[0].upper()
    assessments = session.store.assessments()
    if len(assessments) != 1:
        raise Refusal(f"there are {len(assessments)} assessments; say which: tna action ID {criteria[0]} ...")
    return assessments[0], criteria[0].upper()


def _cause(cause: str, reason: str) -> Cause:
    named = tuple(pick("kind of cause", part.strip(), KINDS) for part in cause.split(",") if part.strip())
    return Cause(causes=named, reason=reason)


def _action(criterion_id: str, before: Action, given: dict[str, Any]) -> Action:
    """The action with what was given put in; what was left out stays."""
    after = before.model_copy(update={key: value for key, value in given.items() if value is not None})
    if not after.what:
        raise Refusal(f"{criterion_id}: an action needs --what, what is to be done")
    return after
