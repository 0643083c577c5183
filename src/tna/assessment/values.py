"""Answers as typed: what fits a question, and what to say when it does not."""

from __future__ import annotations

import re
from datetime import date

from tna.assessment.record import Answer, AnswerValue
from tna.content.conditions import YEARS, Value
from tna.content.models import CHOICES, NUMERIC, Question

WHOLE = frozenset({"count", "maturity"})
LARGEST = 1_000_000_000
"""What no number may exceed, where its question names no largest."""
SHORT = {"y": "yes", "n": "no", "p": "partly"}
DATE = re.compile(r"\d{4}-\d\d-\d\d")


class BadValue(ValueError):
    """An answer that does not fit; the message says what does."""


def parse_value(question: Question, text: str) -> AnswerValue:
    """The value that was typed for a question, ready to be stored.

    Lists are keys with commas between; an empty text picks none. Dates are ISO (2027-03-01).

    Raises:
        BadValue: with a sentence that says what fits.
    """
    text = text.strip()
    if question.type == "text":
        if not text:
            raise BadValue("write some words")
        return text
    if question.type == "multi_choice":
        keys = [_key(question, part.strip()) for part in text.split(",") if part.strip()]
        return [key for key in question.options if key in keys]
    if question.type == "choice":
        return _key(question, text)
    if question.type in CHOICES:
        return _word(question, text)
    if question.type == "date":
        return parse_day(text).isoformat()
    return _number(question, text)


def parse_day(text: str) -> date:
    """The day that was typed as year-month-day.

    Raises:
        BadValue: with a sentence that says what fits.
    """
    try:
        if not DATE.fullmatch(text):  # the standard library takes 20270301 and 2027-W09-1 too, which people misread
            raise ValueError
        day = date.fromisoformat(text)
    except ValueError:
        raise BadValue(f"{_shown(text)} is not a date; write it as year-month-day, such as 2027-03-01") from None
    if day.year not in YEARS:
        raise BadValue(f"{text} is out of range; write a year from {YEARS[0]} to {YEARS[-1]}")
    return day


def as_fact(question: Question, value: AnswerValue) -> Value:
    """A stored value as conditions see it: dates are dates.

    Raises:
        BadValue: it is no date, as when another edition asked for something else, or somebody altered it.
    """
    return parse_day(str(value)) if question.type == "date" else value


def check_value(question: Question, value: object) -> AnswerValue:
    """The same for a value that comes from JSON or a file: a word, a number, or a list of keys.

    Raises:
        BadValue: with a sentence that says what fits.
    """
    if isinstance(value, list):
        if question.type != "multi_choice":
            raise BadValue(what_fits(question))
        return parse_value(question, ",".join(str(key) for key in value))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadValue(what_fits(question))
    return parse_value(question, f"{value}%" if question.type == "percent" and isinstance(value, float) else str(value))


def with_value(before: Answer, value: AnswerValue) -> Answer:
    """An answer with a value. Evidence that was given for another value is not evidence for this one: it goes."""
    if before.status == "value" and before.value != value:
        return Answer(status="value", value=value, evidence="declared", note=before.note, flag=before.flag)
    changes = {"status": "value", "value": value, "na_reason": None, "evidence": before.evidence or "declared"}
    return before.model_copy(update=changes)


def not_applicable(question: Question, reason: str) -> Answer:
    """The answer *not applicable*: it needs a reason, and is not for facts about the unit.

    Raises:
        BadValue: with a sentence that says why not.
    """
    if question.is_profile:
        raise BadValue("this is a fact about the unit: answer it, or say that you don't know")
    if not reason.strip():
        raise BadValue("not applicable needs a reason that an assessor can check")
    return Answer(status="not_applicable", na_reason=reason.strip())


def what_fits(question: Question) -> str:
    """What the question takes, in words."""
    if question.type in NUMERIC:
        low, high = question.limits
        kind = "a whole number" if question.type in WHOLE else "a number"
        return f"{kind} from {low:g} to {high:g}" if high is not None else f"{kind}, {low:g} or more"
    if question.words:
        several = "keys with commas between, of" if question.type == "multi_choice" else "one of"
        return f"{several}: {', '.join(question.words)}"
    return "a date such as 2027-03-01" if question.type == "date" else "some words"


def _key(question: Question, text: str) -> str:
    """The key of an option, named by its key, its label or its number in the list."""
    for number, (key, label) in enumerate(question.options.items(), start=1):
        if text.casefold() in (key.casefold(), label.casefold()) or text == str(number):
            return key
    raise BadValue(f"{_shown(text)} is not an option; write {what_fits(question)}")


def _word(question: Question, text: str) -> str:
    word = SHORT.get(text.lower(), text.lower())
    if word in question.words:
        return word
    raise BadValue(f"{_shown(text)} does not fit; write {what_fits(question)}")


def _number(question: Question, text: str) -> int | float:
    plain = text.removesuffix("%").strip().replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,6})?", plain):
        raise BadValue(f"{_shown(text)} is not a number; write {what_fits(question)}")
    number = float(plain)
    low, high = question.limits
    if number < low or number > (LARGEST if high is None else high):
        raise BadValue(f"{_shown(text)} is out of range; write {what_fits(question)}")
    if question.type == "percent" and 0 < number < 1 and not text.endswith("%"):
        raise BadValue(
            f"{_shown(text)} is less than one in a hundred; write {number * 100:g} for {number * 100:g} %, or {text}%"
        )
    if number.is_integer():
        return int(number)
    if question.type in WHOLE:
        raise BadValue(f"{_shown(text)} is not whole; write {what_fits(question)}")
    return number


def _shown(text: str) -> str:
    short = text if len(text) <= 40 else text[:39] + "…"
    return repr(short)
