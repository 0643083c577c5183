"""The condition language of the content: what a condition is, and what it comes to (SCORING 1).

A condition is a mapping of *fact* to *test*; several facts mean all of them; ``any``, ``all`` and ``not`` nest.
A fact that is not known makes a test unknown, which is neither true nor false (Kleene's logic).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

Value = str | int | float | date | Sequence[str]
"""The value of a fact: a word, a number, a date, or the keys picked in a multi_choice."""

Facts = Mapping[str, Value]
"""What is known; a fact that is missing is unknown."""

DEPLOYMENT = "unit.deployment_date"

YEARS = range(1900, 2200)
"""A day of any other year is a slip of the keys; no offset from these leaves the calendar, nor what Excel can show."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or one drawn from another fact: ``one_per`` divides it and rounds up, ``times`` multiplies it."""

    number: Fraction
    of: str | None = None
    one_per: bool = False

    def resolve(self, facts: Facts) -> Fraction | None:
        """The number to compare with, or None while the other fact is unknown."""
        if self.of is None:
            return self.number
        base = facts.get(self.of)
        if not isinstance(base, int | float):
            return None
        if self.one_per:
            return Fraction(math.ceil(exact(base) / self.number))
        return exact(base) * self.number


@dataclass(frozen=True, slots=True)
class Moment:
    """A day: a date of its own, or the deployment date, with an offset in days."""

    day: date | None
    days: int = 0

    def resolve(self, facts: Facts) -> date | None:
        """The day to compare with, or None while the deployment date is unknown."""
        day = facts.get(DEPLOYMENT) if self.day is None else self.day
        return day + timedelta(days=self.days) if isinstance(day, date) else None


@dataclass(frozen=True, slots=True)
class Equals:
    """The fact is exactly this word or number."""

    value: str | int | float

    def holds(self, value: Value, facts: Facts) -> bool | None:
        """Whether the fact's value is this one."""
        return value == self.value


@dataclass(frozen=True, slots=True)
class InRange:
    """The fact is a number from ``low`` to ``high``, both included; None leaves that side open."""

    low: Amount | None
    high: Amount | None

    def holds(self, value: Value, facts: Facts) -> bool | None:
        """Whether the number is in the range; None when a bound that matters is unknown."""
        if not isinstance(value, int | float):
            return None
        number = exact(value) if isinstance(value, float) else value
        low = self.low.resolve(facts) if self.low else None
        high = self.high.resolve(facts) if self.high else None
        if (low is not None and number < low) or (high is not None and number > high):
            return False
        return None if (self.low and low is None) or (self.high and high is None) else True


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fact is one of these words or numbers."""

    values: tuple[str | int | float, ...]

    def holds(self, value: Value, facts: Facts) -> bool | None:
        """Whether the fact's value is among them."""
        return value in self.values


@dataclass(frozen=True, slots=True)
class Includes:
    """The picked keys hold all of these (or, with ``some``, at least one)."""

    keys: tuple[str, ...]
    some: bool = False

    def holds(self, value: Value, facts: Facts) -> bool | None:
        """Whether the keys are among those picked."""
        if isinstance(value, str) or not isinstance(value, Sequence):
            return None
        found = [key in value for key in self.keys]
        return any(found) if self.some else all(found)


@dataclass(frozen=True, slots=True)
class Dated:
    """The fact is a date on or after (``after``) or on or before this day."""

    moment: Moment
    after: bool

    def holds(self, value: Value, facts: Facts) -> bool | None:
        """Whether the date lies on the asked side; the day itself counts."""
        day = self.moment.resolve(facts)
        if day is None or not isinstance(value, date):
            return None
        return value >= day if self.after else value <= day


Check = Equals | InRange | OneOf | Includes | Dated


@dataclass(frozen=True, slots=True)
class Test:
    """One fact and what must hold of it."""

    __test__ = False  # not a pytest class

    fact: str
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds. Without parts: always true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Test | AllOf | AnyOf | Not

ALWAYS = AllOf(())


def exact(number: int | float) -> Fraction:
    """The decimal number as written, so that 0.3 is three tenths."""
    return Fraction(str(number))


def all_of(values: Iterable[bool | None]) -> bool | None:
    """Kleene's *and*: false wins, then unknown."""
    result: bool | None = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def any_of(values: Iterable[bool | None]) -> bool | None:
    """Kleene's *or*: true wins, then unknown."""
    result: bool | None = False
    for value in values:
        if value is True:
            return True
        if value is None:
            result = None
    return result


def evaluate(condition: Condition, facts: Facts) -> bool | None:
    """True, False, or None when what is known does not decide it (SCORING 1)."""
    if isinstance(condition, Test):  # the hot path of the walk, where matching on classes is slower
        value = facts.get(condition.fact)
        if value is None:
            return None
        return all_of([check.holds(value, facts) for check in condition.checks])
    if isinstance(condition, Not):
        inner = evaluate(condition.part, facts)
        return None if inner is None else not inner
    parts = (evaluate(part, facts) for part in condition.parts)
    return all_of(parts) if isinstance(condition, AllOf) else any_of(parts)


def tests(condition: Condition) -> Iterator[Test]:
    """Every single test in it, in reading order."""
    match condition:
        case Test():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from tests(part)
        case Not(part):
            yield from tests(part)


def facts_of(condition: Condition) -> Iterator[str]:
    """Every fact that it reads, amounts and the deployment date included."""
    for test in tests(condition):
        yield test.fact
        for check in test.checks:
            yield from borrowed(check)


def borrowed(check: Check) -> Iterator[str]:
    """The facts that a check draws its amounts or days from."""
    if isinstance(check, InRange):
        yield from (amount.of for amount in (check.low, check.high) if amount and amount.of)
    elif isinstance(check, Dated) and check.moment.day is None:
        yield DEPLOYMENT
