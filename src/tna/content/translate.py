"""What pydantic finds wrong with an item, in the words of somebody who writes content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tna.content.near import suggest

SAYS: Mapping[str, str] = {
    "missing": "`{key}` is missing",
    "too_short": "`{key}` is empty; it needs at least one entry",
    "string_too_short": "`{key}` is empty; it needs at least one entry",
    "string_type": "`{key}` must be a text, not {input!r}; put it in quotes",
    "tuple_type": "`{key}` must be a list, such as [a, b], not {input!r}",
    "dict_type": "`{key}` must be a mapping of keys to values, not {input!r}",
    "value_error": "{error}",
}
"""What is said of each type of error that content has come with; another one is told in pydantic's words."""

SHAPES: Mapping[str, str] = {
    "id": "MED-KIT-01 for a criterion, medical.kit_share for a question",
    "date": "2023, 2023-01 or 2023-01-31",
}
"""What a text with a fixed shape looks like, by its key."""


def translate(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each thing that is wrong with an item: the path to it from the item, and a sentence on how to mend it."""
    for detail in _root_causes(error):
        path = detail["loc"]
        yield (path[:-1] if detail["type"] == "missing" else path), _words(detail, model)


def _root_causes(error: ValidationError) -> list[ErrorDetails]:
    """The errors, without those that only say that a list is short of the item that another error is about."""
    details = error.errors()
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(other["loc"][: len(detail["loc"])] == detail["loc"] for other in details if other is not detail)
    ]


def _words(detail: ErrorDetails, model: type[BaseModel]) -> str:
    path, given, kind = detail["loc"], detail["input"], detail["type"]
    key = str(path[-1]) if path else ""
    context = detail.get("ctx", {})
    if kind in SAYS:
        return SAYS[kind].format(key=key, input=given, **context)
    if kind == "extra_forbidden":
        if given is None:
            return f"`{key}` is read as a key; a text with a comma inside braces {{}} needs quotes"
        return f"unknown key `{key}`{suggest(key, _fields_at(model, path[:-1]))}"
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return f"`{key}` is {given!r}; write one of: {allowed}{suggest(str(given), allowed.split(', '))}"
    if kind == "string_pattern_mismatch":
        return f"`{key}` is {given!r}; it must look like {SHAPES.get(key, context['pattern'])}"
    if kind == "model_type":
        return f"{given!r} stands where a mapping of keys to values belongs"
    return f"`{key}`: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the model at a path knows, or those of the item itself."""
    found = model
    for part in path:
        info = found.model_fields.get(str(part))
        found = next(iter(_models_in(info.annotation) if info else []), found)
    return list(found.model_fields)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
