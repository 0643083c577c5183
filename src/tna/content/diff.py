"""What changed between two states of the content, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from tna.content.models import Catalogue

What = Literal["criterion", "question", "source", "mission", "unit type", "remedy"]
Kind = Literal["new", "withdrawn", "reworded", "re-weighted", "threshold changed", "tailoring changed", "changed"]

FIELDS: Mapping[str, Kind] = {
    "force": "re-weighted",
    "critical": "re-weighted",
    "raised_by": "re-weighted",
    "threats": "re-weighted",
    "met": "threshold changed",
    "partly": "threshold changed",
    "threshold": "threshold changed",
    "min": "threshold changed",
    "max": "threshold changed",
    "applies": "tailoring changed",
    "when": "tailoring changed",
    "groups": "tailoring changed",
    "tasks": "tailoring changed",
    "requires": "reworded",
    "ask": "reworded",
    "hint": "reworded",
    "consequence": "reworded",
    "action": "reworded",
    "title": "reworded",
    "name": "reworded",
    "note": "reworded",
    "levels": "reworded",
    "threat_reasons": "reworded",
}
"""What a change of a field amounts to; a field that is not named is simply *changed*."""


@dataclass(frozen=True)
class Change:
    """One kind of change of one item: its fields with their values before and after, as text."""

    kind: Kind
    what: What
    id: str
    fields: tuple[tuple[str, str, str], ...] = ()


def diff(old: Catalogue, new: Catalogue) -> list[Change]:
    """Every change from one catalogue to another: criteria first, each item once for each kind of change."""
    return [change for what, before, after in _pairs(old, new) for change in _compare(what, before, after)]


def _pairs(old: Catalogue, new: Catalogue) -> Iterator[tuple[What, Mapping[str, BaseModel], Mapping[str, BaseModel]]]:
    yield "criterion", old.criteria, new.criteria
    yield "question", old.questions, new.questions
    yield "mission", old.missions, new.missions
    yield "unit type", old.units, new.units
    yield "remedy", old.remedies, new.remedies
    yield "source", old.sources, new.sources


def _compare(what: What, before: Mapping[str, BaseModel], after: Mapping[str, BaseModel]) -> Iterator[Change]:
    for name, item in after.items():
        if name not in before:
            yield Change("new", what, name)
        elif item != before[name]:
            yield from _changes(what, name, before[name], item)
    for name in before:
        if name not in after:
            yield Change("withdrawn", what, name)


def _changes(what: What, name: str, before: BaseModel, after: BaseModel) -> Iterator[Change]:
    found: dict[Kind, list[tuple[str, str, str]]] = {}
    for field in type(after).model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            found.setdefault(FIELDS.get(field, "changed"), []).append((field, _text(old), _text(new)))
    for kind, fields in found.items():
        yield Change(kind, what, name, tuple(fields))


def _text(value: object) -> str:
    if value is None or value in ((), {}):
        return "-"
    if isinstance(value, BaseModel):
        return _text(value.model_dump(mode="json", exclude_defaults=True))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(part)}" for key, part in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(_text(part) for part in value)
    return str(value)
