"""`tna missions | units | sources | standards`: what the catalogue holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer
from pydantic import BaseModel

from tna.cli.session import AsJson, pick, say, session_of, show, show_json, show_table, today
from tna.content.models import Catalogue, Criterion
from tna.content.stale import stale_edition, stale_mandate, stale_source
from tna.content.words import describe

One = Annotated[str | None, typer.Argument(metavar="[ID]", help="One of them, in full.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    for command in (missions, units, sources, standards):
        app.command()(command)


def missions(context: typer.Context, name: One = None, json: AsJson = False) -> None:
    """Lists the missions, or shows one: mandate, threats, environment, tasks."""
    catalogue = session_of(context).catalogue
    if name is not None:
        found = catalogue.missions[pick("mission", name, catalogue.missions)]
        _one(found, json)
        _remark(stale_mandate(found, today()))
        return
    rows = [(m.id, m.status, m.mandate.ends or "open-ended", m.area) for m in catalogue.missions.values()]
    _many(("id", "status", "mandate_ends", "area"), rows, json)
    _remark(stale_edition(catalogue, today()))


def units(context: typer.Context, name: One = None, json: AsJson = False) -> None:
    """Lists the unit types, or shows one."""
    catalogue = session_of(context).catalogue
    if name is not None:
        _one(catalogue.units[pick("unit type", name, catalogue.units)], json)
        return
    _many(("id", "name"), [(unit.id, unit.name) for unit in catalogue.units.values()], json)


def sources(context: typer.Context, name: One = None, json: AsJson = False) -> None:
    """Lists the sources, or shows one and the criteria that cite it."""
    catalogue = session_of(context).catalogue
    if name is not None:
        found = catalogue.sources[pick("source", name, catalogue.sources)]
        cited = [c.id for c in catalogue.criteria.values() if any(cite.source == found.id for cite in c.cites)]
        _one(found, json, {"cited_by": cited})
        _remark(stale_source(found, today()))
        return
    rows = [(s.id, s.status, s.date or "", s.title) for s in catalogue.sources.values()]
    _many(("id", "status", "date", "title"), rows, json)


def standards(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[DOMAIN | ID]", help="A domain, or one criterion.")] = None,
    json: AsJson = False,
) -> None:
    """Lists the domains, the criteria of one, or shows a criterion with its source, questions and remedies."""
    catalogue = session_of(context).catalogue
    if name is None:
        rows = [(d.id, sum(len(topic.criteria) for topic in d.topics), d.title) for d in catalogue.domains]
        _many(("id", "criteria", "title"), rows, json)
        return
    found = pick("domain or criterion", name, [*catalogue.domain_titles, *catalogue.criteria])
    if found in catalogue.criteria:
        _one(catalogue.criteria[found], json, _in_words(catalogue, catalogue.criteria[found]))
        return
    domain = next(domain for domain in catalogue.domains if domain.id == found)
    criteria = [criterion for topic in domain.topics for criterion in topic.criteria]
    marks = [(c.id, c.force, "yes" if c.critical else "", c.requires) for c in criteria]
    _many(("id", "force", "critical", "requires"), marks, json)


def _in_words(catalogue: Catalogue, criterion: Criterion) -> dict[str, Any]:
    words = {"met_when": describe(criterion.met_when, catalogue)}
    if criterion.partly_when:
        words["partly_when"] = describe(criterion.partly_when, catalogue)
    asks = {fact: catalogue.questions[fact].ask for fact in criterion.rests_on if fact in catalogue.questions}
    return words | {"questions": asks, "remedy_titles": [catalogue.remedies[name].title for name in criterion.remedies]}


def _many(heads: tuple[str, ...], rows: Sequence[tuple[Any, ...]], json: bool) -> None:
    if json:
        show_json([{head: _plain(cell) for head, cell in zip(heads, row, strict=True)} for row in rows])
    else:
        show_table(heads, rows)


def _plain(cell: object) -> object:
    return cell if isinstance(cell, str | int | float | None) else str(cell)


def _one(item: BaseModel, json: bool, more: Mapping[str, Any] | None = None) -> None:
    facts = item.model_dump(mode="json", exclude_none=True, exclude_defaults=True) | dict(more or {})
    if json:
        show_json(facts)
        return
    for line in _lines(facts):
        show(line)


def _lines(value: object, label: str = "") -> Iterator[str]:
    """A nested value as one line a leaf, each with the path to it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _lines(inner, f"{label} {key}".strip())
    elif isinstance(value, list) and any(isinstance(part, Mapping) for part in value):
        for part in value:
            yield from _lines(part, label)
    else:
        words = ", ".join(str(part) for part in value) if isinstance(value, list) else value
        yield f"{label}: {words}"


def _remark(sentence: str | None) -> None:
    if sentence:
        say(f"note: {sentence}")
