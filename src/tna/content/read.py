"""Reads the two folders of the content into models, item by item, so that one bad item hides no other fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tna.content.fault import Fault
from tna.content.files import content_files
from tna.content.models import Criterion, Domain, Edition, Question, Section, Topic
from tna.content.near import suggest
from tna.content.reference import Mission, Remedy, Source, ThreatNotes, UnitType
from tna.content.translate import translate
from tna.content.yamlfile import Document, Path_, read_yaml

M = TypeVar("M", bound=BaseModel)

LISTS: dict[str, type[Source] | type[Mission] | type[UnitType] | type[Remedy]] = {
    "sources": Source,
    "missions": Mission,
    "units": UnitType,
    "remedies": Remedy,
}
TAKEN = ("unit", "mission", "threat", "profile")
"""What no domain may be called."""
HEADS = {
    "standards": ("domain", "title", "summary", "topics"),
    "questionnaires": ("domain", "title", "intro", "sections"),
}


@dataclass
class Place:
    """Where an item was written."""

    document: Document
    path: Path_

    def fault(self, item: str, message: str, *below: str | int) -> Fault:
        """A fault of this item, at the line of the key named by ``below``."""
        return Fault(self.document.file, self.document.line((*self.path, *below)), item, message)


@dataclass
class Content:
    """What was read, with the place of every item, and the faults found so far."""

    edition: Edition | None = None
    lists: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in LISTS})
    standards: dict[str, dict[str, Any]] = field(default_factory=dict)
    questionnaires: dict[str, dict[str, Any]] = field(default_factory=dict)
    profile: list[Question] = field(default_factory=list)
    threat_notes: ThreatNotes = field(default_factory=ThreatNotes)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    """The facts that items with faults name: a question that serves one of them is not idle."""
    unreadable: set[str] = field(default_factory=set)
    """The files whose layout is wrong, such as ``standards/sources``: what they hold is not known to be missing."""

    def domains(self) -> Iterator[Domain]:
        """The domains that have both a standard and a questionnaire, in the order of the edition."""
        order = list(self.edition.order) if self.edition else []
        both = self.standards.keys() & self.questionnaires.keys()
        for slug in sorted(both, key=lambda name: (order.index(name) if name in order else len(order), name)):
            standard, asked = self.standards[slug], self.questionnaires[slug]
            yield Domain(
                id=slug,
                title=standard["title"],
                summary=standard["summary"],
                intro=asked["intro"],
                topics=tuple(standard["topics"]),
                sections=tuple(asked["sections"]),
            )


def read_content(folder: Path) -> Content:
    """Everything in ``folder/standards`` and ``folder/questionnaires``; faults are collected, never raised."""
    content = Content()
    for part in ("standards", "questionnaires"):
        if not (folder / part).is_dir():
            content.faults.append(Fault(part + "/", 1, "", f"there is no folder {part} in {folder}"))
    for path in content_files(folder):
        document = read_yaml(path, f"{path.parent.name}/{path.name}")
        content.faults += document.faults
        if not isinstance(document.data, dict):
            content.unreadable.add(f"{path.parent.name}/{path.stem}")
            if not document.faults:
                content.faults.append(Fault(document.file, 1, "", "the file is empty or no mapping of keys"))
            continue
        _read_file(content, document, path.parent.name, path.stem)
    if content.edition is None and not any(fault.file == "standards/edition.yaml" for fault in content.faults):
        content.faults.append(Fault("standards/edition.yaml", 1, "", "the file is missing; it names the edition"))
    return content


def _read_file(content: Content, document: Document, part: str, stem: str) -> None:
    if part == "standards" and stem == "edition":
        content.places["edition", ""] = Place(document, ())
        content.edition = _item(content, document, (), Edition, "edition")
    elif part == "standards" and stem in LISTS:
        notes = tuple(ThreatNotes.model_fields) if stem == "missions" else ()
        _known_keys(content, document, (stem, *notes))
        if notes:
            raw = {key: document.data[key] for key in notes if key in document.data}
            content.threat_notes = _model(content, Place(document, ()), "", raw, ThreatNotes) or content.threat_notes
        for item in _items(content, document, (stem,), LISTS[stem], stem):
            content.lists[stem][item.id] = item
    elif part == "questionnaires" and stem == "profile":
        _known_keys(content, document, ("questions",))
        content.profile = list(_items(content, document, ("questions",), Question, "questions"))
    else:
        _read_domain(content, document, part, stem)


def _read_domain(content: Content, document: Document, part: str, stem: str) -> None:
    data = document.data
    if stem in TAKEN:
        message = f"a domain cannot be called {stem}, which is the name of other facts; rename the file"
        content.faults.append(Fault(document.file, 1, "", message))
        return
    _known_keys(content, document, HEADS[part])
    if data.get("domain") != stem:
        line = document.line(("domain",))
        content.faults.append(Fault(document.file, line, "", f"`domain` must be {stem}, as the file is called"))
    head = {key: _text(content, document, key) for key in HEADS[part][1:3]}
    if part == "standards":
        groups = list(_groups(content, document, "topics", "criteria", Criterion))
        content.standards[stem] = {**head, "topics": [Topic(title=t, criteria=tuple(c)) for t, c in groups]}
    else:
        asked = list(_groups(content, document, "sections", "questions", Question))
        content.questionnaires[stem] = {**head, "sections": [Section(title=t, questions=tuple(q)) for t, q in asked]}


def _groups(
    content: Content, document: Document, outer: str, inner: str, model: type[M]
) -> Iterator[tuple[str, list[M]]]:
    groups = document.data.get(outer)
    if not isinstance(groups, list):
        content.faults.append(Fault(document.file, document.line((outer,)), "", f"`{outer}` must be a list"))
        return
    for index, group in enumerate(groups):
        path = (outer, index)
        title = group.get("title") if isinstance(group, dict) else None
        if not isinstance(title, str) or not title:
            message = f"each of `{outer}` needs a `title` and `{inner}`"
            if isinstance(group, dict) and "id" in group:
                message = f"an item stands here beside the {outer}; indent it like the items above it"
            content.faults.append(Fault(document.file, document.line(path), "", message))
        if isinstance(group, dict):
            _known_keys(content, document, ("title", inner), path)
            items = list(_items(content, document, (*path, inner), model, inner))
            yield str(title or "?"), items  # its items are read all the same, so that other rules do not miss them


def _items(content: Content, document: Document, path: Path_, model: type[M], kind: str) -> Iterator[M]:
    raw = document.data
    for key in path:
        raw = raw.get(key) if isinstance(raw, dict) else raw[key]
    if not isinstance(raw, list):
        content.faults.append(Fault(document.file, document.line(path), "", f"`{path[-1]}` must be a list of items"))
        return
    for index in range(len(raw)):
        item = _item(content, document, (*path, index), model, kind)
        if item is not None:
            yield item


def _item(content: Content, document: Document, path: Path_, model: type[M], kind: str) -> M | None:
    raw = document.data
    for key in path:
        raw = raw[key]
    name = str(raw.get("id", "")) if isinstance(raw, dict) else ""
    place = Place(document, path)
    if name:
        earlier = content.places.setdefault((kind, name), place)
        if earlier is not place:
            where = f"{earlier.document.file}:{earlier.document.line(earlier.path)}"
            content.faults.append(place.fault(name, f"the id is used twice; the first is at {where}", "id"))
    return _model(content, place, name, raw, model)


def _model(content: Content, place: Place, name: str, raw: Any, model: type[M]) -> M | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        content.faults += [place.fault(name, message, *path) for path, message in translate(error, model)]
        content.spoilt.update(named_facts(raw))
        return None


def _text(content: Content, document: Document, key: str) -> str:
    value = document.data.get(key, "")
    if isinstance(value, str) and (value or key != "title"):
        return value
    content.faults.append(Fault(document.file, document.line((key,)), "", f"`{key}` must be a text"))
    return str(value)


def _known_keys(content: Content, document: Document, known: tuple[str, ...], path: Path_ = ()) -> None:
    data = document.data
    for key in path:
        data = data[key]
    for key in data:
        if key not in known:
            message = f"unknown key `{key}`{suggest(str(key), known)}"
            content.faults.append(Fault(document.file, document.line((*path, key)), "", message))


def named_facts(raw: Any) -> Iterator[str]:
    """Every key with a dot, and every `of`, in the raw item."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if "." in str(key):
                yield str(key)
            elif key == "of":
                yield str(value)
            yield from named_facts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from named_facts(value)
