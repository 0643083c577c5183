"""`tna new | list | show | delete | scope`: the assessments themselves."""

from __future__ import annotations

import sys
from typing import Annotated, Any, get_args

import typer

from tna.assessment.record import Assessment, Record, Scope
from tna.assessment.situation import Situation
from tna.assessment.values import BadValue, parse_value
from tna.cli.session import AsJson, AssessmentId, day, pick, say, session_of, show, show_json, show_table, today
from tna.content.models import DEPLOYMENT_DATE, NO_MISSION, STRENGTH, Catalogue, Depth
from tna.content.reference import UnitType
from tna.content.stale import stale_mandate
from tna.errors import Refusal
from tna.pinned import keep_pinned

Domains = Annotated[
    str | None, typer.Option(metavar="A,B", help="The domains in scope, with commas between (default: all).")
]
DepthName = Annotated[str, typer.Option(metavar="screen|full", help="screen: critical and mandatory only; full: all.")]


DEPTHS: tuple[Depth, ...] = get_args(Depth)


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(new)
    app.command("list")(list_)
    app.command("show")(show_)
    app.command()(delete)
    app.command()(scope)


def new(
    context: typer.Context,
    country: Annotated[str, typer.Option(help="The contributing country.")],
    unit_name: Annotated[str, typer.Option(help="What the unit is called, such as BANBAT-4.")],
    unit_type: Annotated[str, typer.Option(help="Its type; `tna units` lists them.")],
    strength: Annotated[str, typer.Option(help="How many people deploy; of a training centre: its staff.")],
    deploys: Annotated[str, typer.Option(metavar="DATE", help="The day it deploys, such as 2027-03-01.")],
    mission: Annotated[str | None, typer.Option(help="The mission; `tna missions` lists them.")] = None,
    domains: Domains = None,
    depth: DepthName = "full",
    author: Annotated[str | None, typer.Option(help="Who makes it.")] = None,
) -> None:
    """Makes an assessment of a unit for a mission. The last word printed is its id."""
    session = session_of(context)
    catalogue = session.catalogue
    unit = catalogue.units[pick("unit type", unit_type.replace("-", "_"), catalogue.units)]
    given: dict[str, Any] = {
        "country": _words("--country", country),
        "unit_name": _words("--unit-name", unit_name),
        "unit_type": unit.id,
        "mission": _mission(catalogue, unit, mission),
        "scope": _scope(catalogue, unit, domains, depth),
        "strength": _strength(catalogue, strength),
        "deployment_date": day(deploys, "--deploys"),
    }
    keep_pinned(session.store, catalogue)  # before anything pins it
    made = session.store.create(**given, edition=catalogue.edition.edition, digest=catalogue.digest, author=author)
    stale = stale_mandate(catalogue.mission(made.mission), today())
    if stale:
        say(f"note: {stale}")
    show(f"{made.unit_name} for {made.mission} {made.id}")


def list_(context: typer.Context, json: AsJson = False) -> None:
    """Lists the assessments, newest first."""
    session = session_of(context)
    rows = [_summary(assessment, session.store.record(assessment.id)) for assessment in session.store.assessments()]
    if json:
        show_json(rows)
    elif not rows:
        say("no assessment yet; make one with: tna new --help")
    else:
        heads = ("id", "unit_name", "unit_type", "mission", "deploys", "depth", "answers")
        show_table(heads, [[row[head] for head in heads] for row in rows])


def show_(context: typer.Context, assessment: AssessmentId, json: AsJson = False) -> None:
    """Shows an assessment: for whom, for what, how far it is, and whether its log of answers is whole."""
    session = session_of(context)
    found, checklist, record = session.load(assessment)
    situation = Situation(checklist, record)
    broken = session.store.broken(found.id)
    facts = _summary(found, record) | {
        "country": found.country,
        "edition": found.edition,
        "domains": list(checklist.domains),
        "criteria": len(checklist.items),
        "questions": len(situation.walk),
        "open": len(situation.open),
        "created_at": found.created_at.isoformat(),
        "log": broken or ["whole"],
    }
    if json:
        show_json(facts)
        return
    for name, value in facts.items():
        for part in value if isinstance(value, list) else [value]:
            show(f"{name + ':':<12} {part}")


def delete(
    context: typer.Context,
    assessment: AssessmentId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Takes an assessment out of the list, after asking."""
    session = session_of(context)
    found = session.store.find(assessment)
    if not yes and sys.stdin is None:  # closed by whoever started us
        raise Refusal("nobody can be asked here; give --yes to delete without asking")
    if not yes and not typer.confirm(f"Delete {found.unit_name} for {found.mission} ({found.id})?", err=True):
        raise Refusal("nothing was deleted")
    session.store.delete(found.id)
    show(f"deleted {found.id}")


def scope(
    context: typer.Context, assessment: AssessmentId, domains: Domains = None, depth: DepthName | None = None
) -> None:
    """Changes the depth or the domains of an assessment; every answer is kept."""
    if domains is None and depth is None:
        raise Refusal("nothing to change: give --depth or --domains")
    session = session_of(context)
    found, checklist, record = session.load(assessment)
    now = record.scope or found.scope
    changed = _scope(checklist.catalogue, checklist.unit, domains, depth or now.depth)
    if domains is None:
        changed = Scope(depth=changed.depth, domains=now.domains)
    session.store.append(found.id, "scope", "scope", changed)
    show(f"{found.id} is now a {changed.depth} assessment of: {', '.join(changed.domains)}")


def _mission(catalogue: Catalogue, unit: UnitType, name: str | None) -> str:
    """The mission that was named; a unit type that is assessed by itself has none."""
    if unit.domains:
        if name is not None:
            raise Refusal(f"--mission: {unit.name} is assessed by itself; leave the mission out")
        return NO_MISSION
    if name is None:
        raise typer.BadParameter("is missing; name one of: " + ", ".join(catalogue.missions), param_hint="--mission")
    return pick("mission", name, catalogue.missions)


def _scope(catalogue: Catalogue, unit: UnitType, domains: str | None, depth: str) -> Scope:
    own = [domain for domain in catalogue.domain_titles if not unit.domains or domain in unit.domains]
    named = [part.strip() for part in (domains or "").split(",") if part.strip()]
    chosen = {pick("domain", name.replace("-", "_"), own) for name in named} or set(own)
    return Scope(depth=pick("depth", depth, DEPTHS), domains=tuple(domain for domain in own if domain in chosen))


def _words(option: str, text: str) -> str:
    if not text.strip():
        raise Refusal(f"{option} is empty; write a name")
    return text.strip()


def _strength(catalogue: Catalogue, text: str) -> int:
    try:
        return int(str(parse_value(catalogue.questions[STRENGTH], text)))
    except BadValue as error:
        raise Refusal(f"--strength: {error}") from None


def _summary(assessment: Assessment, record: Record) -> dict[str, Any]:
    deploys = record.answers.get(DEPLOYMENT_DATE)
    strength = record.answers.get(STRENGTH)
    return {
        "id": assessment.id,
        "unit_name": assessment.unit_name,
        "unit_type": assessment.unit_type,
        "mission": assessment.mission,
        "deploys": deploys.value if deploys else None,
        "strength": strength.value if strength else None,
        "depth": (record.scope or assessment.scope).depth,
        "answers": sum(answer.status != "open" for answer in record.answers.values()),
    }
