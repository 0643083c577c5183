"""Conditions in plain words, for the screen and the report."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tna.content.conditions import (
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
)
from tna.content.models import Catalogue, Question

UNITS = {"percent": " %", "hours": " hours", "days": " days"}
FACT_NAMES = {
    "unit.type": "the unit type",
    "unit.strength": "the strength",
    "unit.deployment_date": "the deployment date",
    "unit.women": "the number of women",
    "unit.drivers": "the number of drivers",
    "mission.id": "the mission",
    "mission.tasks": "the mission's tasks",
}


def describe(condition: Condition, catalogue: Catalogue) -> str:
    """A condition as a clause, such as ``"the share is at least 100 %"``; facts by the words of their question."""
    match condition:
        case Test(fact, checks):
            question = catalogue.questions.get(fact)
            words = " and ".join(_check_words(check, question) for check in checks)
            return f"{_fact_words(fact, question)} {words}"
        case AllOf(parts):
            return "; and ".join(_group(part, catalogue) for part in parts) or "always"
        case AnyOf(parts):
            return "; or ".join(_group(part, catalogue) for part in parts)
        case Not(part):
            return f"not ({describe(part, catalogue)})"


def answer_words(question: Question, value: object) -> str:
    """An answer in the words of its question: labels for keys, a unit behind a number."""
    if isinstance(value, list | tuple):
        return "; ".join(question.options.get(str(key), str(key)) for key in value) or "none of these"
    if isinstance(value, str):
        return question.options.get(value, value)
    if question.type == "maturity" and isinstance(value, int) and 0 <= value < len(question.levels):
        return f"{value} - {question.levels[value]}"
    if isinstance(value, date):
        return value.isoformat()
    unit = UNITS.get(question.type) or (f" {question.unit}" if question.unit else "")
    return f"{value}{unit}"


def _group(part: Condition, catalogue: Catalogue) -> str:
    words = describe(part, catalogue)
    return f"({words})" if isinstance(part, AnyOf | AllOf) else words


def _fact_words(fact: str, question: Question | None) -> str:
    if fact in FACT_NAMES:
        return FACT_NAMES[fact]
    if fact.startswith("threat."):
        return f"the threat level of {fact.partition('.')[2].replace('_', ' ')}"
    return f"“{question.ask}”" if question else fact


def _check_words(check: Check, question: Question | None) -> str:
    match check:
        case Equals(value):
            return f"is {_word(value, question)}"
        case OneOf(values):
            return "is " + " or ".join(_word(value, question) for value in values)
        case Includes(keys, some):
            return ("names any of: " if some else "names all of: ") + ", ".join(_word(key, question) for key in keys)
        case InRange(low, high):
            bounds = (("at least", low), ("at most", high))
            return "is " + " and ".join(f"{name} {_amount(amount, question)}" for name, amount in bounds if amount)
        case Dated(moment, after):
            return f"is on or {'after' if after else 'before'} {_moment(moment)}"


def _word(value: str | int | float, question: Question | None) -> str:
    return answer_words(question, value) if question else str(value).replace("_", " ")


def _amount(amount: Amount, question: Question | None) -> str:
    number = _number(amount.number)
    if amount.of is None:
        return answer_words(question, number) if question else str(number)
    base = FACT_NAMES.get(amount.of, amount.of)
    return f"one per {number} of {base}, rounded up" if amount.one_per else f"{number} times {base}"


def _number(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)


def _moment(moment: Moment) -> str:
    day = "the deployment date" if moment.day is None else moment.day.isoformat()
    if moment.days == 0:
        return day
    return f"{abs(moment.days)} days {'after' if moment.days > 0 else 'before'} {day}"
