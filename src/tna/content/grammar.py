"""The grammar of the condition language: from a mapping of the content to a condition. Nothing else is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tna.content.conditions import (
    YEARS,
    AllOf,
    Amount,
    AnyOf,
    Check,
    Condition,
    Dated,
    Equals,
    Includes,
    InRange,
    Moment,
    Not,
    OneOf,
    Test,
    exact,
)

FURTHEST = 3653
"""The most days that a moment may lie from the day it is counted from."""


class ConditionError(ValueError):
    """A condition that is not in the language; ``path`` leads from its root to the fault."""

    def __init__(self, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


def parse(raw: Any, path: tuple[str | int, ...] = ()) -> Condition:
    """The condition that a mapping of the content says.

    Raises:
        ConditionError: naming what is not in the language, and where.
    """
    if not isinstance(raw, Mapping):
        raise ConditionError(path, f"a condition is a mapping of fact to test, not {raw!r}")
    if not raw:
        raise ConditionError(path, "an empty condition says nothing; leave the key out")
    parts = tuple(_parse_entry(str(key), value, (*path, str(key))) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parse_entry(key: str, value: Any, path: tuple[str | int, ...]) -> Condition:
    if key in ("any", "all"):
        parts = tuple(_parse_list(value, path))
        return AnyOf(parts) if key == "any" else AllOf(parts)
    if key == "not":
        return Not(parse(value, path))
    if "." not in key:
        raise ConditionError(path, f"`{key}` is no fact (a fact has a dot) and none of any, all, not")
    return Test(key, _parse_checks(value, path))


def _parse_list(value: Any, path: tuple[str | int, ...]) -> Iterator[Condition]:
    if isinstance(value, Mapping):  # any: {a: 1, b: 2} is any: [{a: 1}, {b: 2}]
        value = [{key: test} for key, test in value.items()]
    if not isinstance(value, list) or not value:
        raise ConditionError(path, "needs a list of conditions")
    for index, part in enumerate(value):
        yield parse(part, (*path, index))


def _parse_checks(value: Any, path: tuple[str | int, ...]) -> tuple[Check, ...]:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return (Equals(value),)
    if not isinstance(value, Mapping) or not value:
        raise ConditionError(path, f"{value!r} is no test; write a word, a number or one of: {', '.join(KEYWORDS)}")
    days = value.get("days", 0)
    if not isinstance(days, int) or isinstance(days, bool):
        raise ConditionError((*path, "days"), "`days` is a whole number, negative for earlier")
    if abs(days) > FURTHEST:
        raise ConditionError((*path, "days"), f"`days` is over {FURTHEST}, ten years, away")
    if "days" in value and not ({"after", "before"} & set(value)):
        raise ConditionError((*path, "days"), "`days` goes with `after` or `before`")
    return tuple(
        _parse_check(str(key), operand, days, (*path, str(key))) for key, operand in value.items() if key != "days"
    )


def _parse_check(key: str, operand: Any, days: int, path: tuple[str | int, ...]) -> Check:
    match key:
        case "at_least":
            return InRange(_parse_amount(operand, path), None)
        case "at_most":
            return InRange(None, _parse_amount(operand, path))
        case "between":
            if not isinstance(operand, list) or len(operand) != 2:
                raise ConditionError(path, "`between` needs two numbers: [low, high]")
            low, high = (_parse_amount(part, (*path, index)) for index, part in enumerate(operand))
            return InRange(low, high)
        case "one_of":
            return OneOf(tuple(_parse_words(operand, path, (str, int, float))))
        case "includes" | "includes_any":
            return Includes(tuple(_parse_words(operand, path, (str,))), some=key == "includes_any")
        case "after" | "before":
            return Dated(_parse_moment(operand, days, path), after=key == "after")
    raise ConditionError(path, f"`{key}` is no test; write one of: {', '.join(KEYWORDS)}")


def _parse_words(operand: Any, path: tuple[str | int, ...], kinds: tuple[type, ...]) -> Iterator[Any]:
    words = [operand] if isinstance(operand, kinds) and not isinstance(operand, bool) else operand
    if not isinstance(words, list) or not words:
        raise ConditionError(path, "needs a list of words, such as [a, b]")
    for word in words:
        if not isinstance(word, kinds) or isinstance(word, bool):
            raise ConditionError(path, f"{word!r} does not belong in this list")
        yield word


def _parse_amount(operand: Any, path: tuple[str | int, ...]) -> Amount:
    if isinstance(operand, int | float) and not isinstance(operand, bool):
        return Amount(exact(operand))
    if isinstance(operand, Mapping) and set(operand) in ({"one_per", "of"}, {"times", "of"}):
        name = "one_per" if "one_per" in operand else "times"
        number, fact = operand[name], operand["of"]
        if isinstance(number, int | float) and not isinstance(number, bool) and number > 0 and isinstance(fact, str):
            return Amount(exact(number), fact, one_per=name == "one_per")
    raise ConditionError(path, "needs a number, {one_per: N, of: FACT} or {times: N, of: FACT}, N above 0")


def _parse_moment(operand: Any, days: int, path: tuple[str | int, ...]) -> Moment:
    if operand == "deployment":
        return Moment(None, days)
    if isinstance(operand, date):
        operand = operand.isoformat()
    if isinstance(operand, str):  # the compiled catalogue is JSON, which has no dates
        try:
            day = date.fromisoformat(operand)
        except ValueError:
            pass
        else:
            if day.year in YEARS:
                return Moment(day, days)
            raise ConditionError(path, f"the year of {operand} must be from {YEARS[0]} to {YEARS[-1]}")
    raise ConditionError(path, f"{operand!r} is no day; write a date (2027-03-01) or the word deployment")


KEYWORDS = ("at_least", "at_most", "between", "one_of", "includes", "includes_any", "after", "before")
