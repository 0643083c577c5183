"""Reads the two folders of the content into models, item by item, so that one bad item hides no other fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tna.content.fault import Fault
from tna.content.files import content_files
from tna.content.models import Criterion, Domain, Edition, Question, Section, Topic
from tna.content.near import suggest
from tna.content.reference import Mission, Remedy, Source, UnitType
from tna.content.yamlfile import Document, Path_, read_yaml

M = TypeVar("M", bound=BaseModel)

LISTS: dict[str, type[BaseModel]] = {"sources": Source, "missions": Mission, "units": UnitType, "remedies": Remedy}
MISSION_NOTES = ("threat_note", "threat_scale")
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
    notes: dict[str, Any] = field(default_factory=dict)
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
        _known_keys(content, document, (stem, *(MISSION_NOTES if stem == "missions" else ())))
        content.notes.update({key: document.data[key] for key in MISSION_NOTES if key in document.data})
        for item in _items(content, document, (stem,), LISTS[stem], stem):
            content.lists[stem][item.id] = item  # type: ignore[attr-defined]
    elif part == "questionnaires" and stem == "profile":
        _known_keys(content, document, ("questions",))
        content.profile = list(_items(content, document, ("questions",), Question, "questions"))
    else:
        _read_domain(content, document, part, stem)


def _read_domain(content: Content, document: Document, part: str, stem: str) -> None:
    data = document.data
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
        if not isinstance(group, dict) or not isinstance(group.get("title"), str):
            message = f"each of `{outer}` needs a `title` and `{inner}`"
            content.faults.append(Fault(document.file, document.line(path), "", message))
            continue
        _known_keys(content, document, ("title", inner), path)
        yield group["title"], list(_items(content, document, (*path, inner), model, inner))


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
    try:
        return model.model_validate(raw, strict=False)
    except ValidationError as error:
        content.faults += [_translate(place, name, detail, model) for detail in _root_causes(error)]
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


def _root_causes(error: ValidationError) -> list[ErrorDetails]:
    """The errors, without those that only say that a list is short of the item that another error is about."""
    details = error.errors()
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(other["loc"][: len(detail["loc"])] == detail["loc"] for other in details if other is not detail)
    ]


def _translate(place: Place, name: str, detail: ErrorDetails, model: type[BaseModel]) -> Fault:
    """A pydantic error in the words of somebody who writes content."""
    path = tuple(part for part in detail["loc"])
    key = str(path[-1]) if path else ""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            message, path = f"`{key}` is missing", path[:-1]
        case "extra_forbidden":
            fields = tuple(_fields_at(model, path[:-1]))
            message = f"unknown key `{key}`{suggest(key, fields)}"
            if detail["input"] is None:
                message = f"`{key}` is read as a key; a text with a comma inside braces {{}} needs quotes"
        case "too_short" | "string_too_short":
            message = f"`{key}` is empty; it needs at least one entry"
        case "literal_error":
            allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
            message = f"`{key}` is {detail['input']!r}; write one of: {allowed}{suggest(str(detail['input']), allowed.split(', '))}"
        case "string_type":
            message = f"`{key}` must be a text, not {detail['input']!r}; put it in quotes"
        case "string_pattern_mismatch":
            message = f"`{key}` is {detail['input']!r}; it must look like {context.get('pattern')}"
        case "value_error":
            message = str(context.get("error", detail["msg"]))
        case _:
            message = f"`{key}`: {detail['msg'][0].lower()}{detail['msg'][1:]}"
    return place.fault(name, message, *path)


def _fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Iterator[str]:
    """The keys that the model at a path knows, or those of the item itself."""
    found = model
    for part in path:
        info = found.model_fields.get(str(part))
        nested = _models_in(info.annotation) if info else []
        if nested:
            found = nested[0]
    yield from found.model_fields


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
