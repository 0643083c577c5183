"""Whether a test of a condition fits the type of its fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from tna.content.conditions import Amount, Check, Dated, Equals, Includes, InRange, OneOf, Test, exact
from tna.content.models import NUMERIC, Question
from tna.content.near import suggest

Shape = Literal["number", "word", "keys", "date", "text"]

KIND: dict[str, Shape] = {
    "yes_no": "word",
    "yes_partly_no": "word",
    "choice": "word",
    "multi_choice": "keys",
    "date": "date",
    "text": "text",
    **dict.fromkeys(NUMERIC, "number"),
}
THREAT_LIMITS = (0, 3)
FITS: dict[type[Check], tuple[tuple[Shape, ...], str]] = {
    InRange: (("number",), "at_least, at_most and between"),
    OneOf: (("word", "number"), "one_of"),
    Equals: (("word", "number"), "a bare value"),
    Includes: (("keys",), "includes and includes_any"),
    Dated: (("date",), "before and after"),
}
ADVICE: dict[Shape, str] = {
    "number": "at_least, at_most, between, a number",
    "word": "a word, one_of",
    "keys": "includes, includes_any",
    "date": "before, after",
    "text": "nothing: text cannot be tested",
}


def misfits(test: Test, questions: Mapping[str, Question], setup: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What is wrong with a test, given the questions and the keys of the facts that need none.

    A fact that does not exist is left to another rule.
    """
    kind, keys = _shape(test.fact, questions, setup)
    if kind is None:
        return
    for check in test.checks:
        fitting, name = FITS[type(check)]
        if kind not in fitting:
            yield f"tests {test.fact}, a {_type_name(test.fact, questions)}, with {name}; it takes: {ADVICE[kind]}"
            continue
        yield from _wrong_keys(test.fact, check, keys)
        if isinstance(check, InRange):
            yield from _wrong_amounts(test.fact, check, questions)
    if _is_empty(test):
        yield f"tests {test.fact} for a range that is empty"


def _shape(
    fact: str, questions: Mapping[str, Question], setup: Mapping[str, Sequence[str]]
) -> tuple[Shape | None, Sequence[str] | None]:
    """The shape of a fact, and the words or keys that it can have (None: any)."""
    if fact in setup:
        return ("keys" if fact == "mission.tasks" else "word"), setup[fact]
    if fact.startswith("threat."):
        return "number", None
    question = questions.get(fact)
    if question is None:
        return None, None
    return KIND[question.type], question.words or None


def _type_name(fact: str, questions: Mapping[str, Question]) -> str:
    return questions[fact].type if fact in questions else "fact of the set-up"


def _wrong_keys(fact: str, check: Check, keys: Sequence[str] | None) -> Iterator[str]:
    named: tuple[str | int | float, ...] = ()
    if isinstance(check, Equals):
        named = (check.value,)
    elif isinstance(check, OneOf):
        named = check.values
    elif isinstance(check, Includes):
        named = check.keys
    for key in named:
        if keys is not None and key not in keys:
            yield f"tests {fact} for {key}, which is none of: {', '.join(keys)}{suggest(str(key), keys)}"
        if keys is None and isinstance(key, str):
            yield f"tests {fact}, a number, for the word {key}"


def _is_empty(test: Test) -> bool:
    """Whether no number can lie between its bounds, those drawn from other facts left aside."""
    ranges = [check for check in test.checks if isinstance(check, InRange)]
    lows = [check.low.number for check in ranges if check.low and not check.low.of]
    highs = [check.high.number for check in ranges if check.high and not check.high.of]
    return bool(lows and highs) and max(lows) > min(highs)


def _wrong_amounts(fact: str, check: InRange, questions: Mapping[str, Question]) -> Iterator[str]:
    for amount in (check.low, check.high):
        if amount is not None:
            yield from _wrong_amount(fact, amount, questions)


def _wrong_amount(fact: str, amount: Amount, questions: Mapping[str, Question]) -> Iterator[str]:
    if amount.of is not None:
        base = questions.get(amount.of)
        if base is not None and base.type not in NUMERIC:
            yield f"draws an amount from {amount.of}, a {base.type}, which is no number"
        return
    low, high = questions[fact].limits if fact in questions else THREAT_LIMITS
    if amount.number < exact(low):
        yield f"tests {fact} against {float(amount.number):g}, but it cannot be under {low:g}"
    if high is not None and amount.number > exact(high):
        yield f"tests {fact} against {float(amount.number):g}, but it cannot be over {high:g}"
