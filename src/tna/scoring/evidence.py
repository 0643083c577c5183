"""How well an answer is shown to be true, on the day of the result (SCORING 5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tna.assessment.record import GRADES, Answer, Grade

RANK: dict[Grade, int] = {grade: rank for rank, grade in enumerate(GRADES, start=1)}
"""1 for *declared* to 4 for *verified*."""

DEMONSTRATED = RANK["demonstrated"]


def rank(answer: Answer, as_of: date) -> int:
    """The grade of an answer after ageing, 1 to 4; an answer without a grade is declared.

    Evidence without a date does not age, since nothing says how old it is. A valid-until date that is past gives no
    protection and no further loss. Dated later than ``as_of``, evidence is new.
    """
    given = RANK[answer.evidence or "declared"]
    if answer.evidence_date is None or (answer.valid_until is not None and answer.valid_until >= as_of):
        return given
    lost = sum(older_than(answer.evidence_date, months, as_of) for months in (12, 24))
    return max(RANK["declared"], given - lost)


def lowest(answers: Iterable[Answer], as_of: date) -> int:
    """The rank of a criterion that rests on these answers; declared when there is none (profile facts only)."""
    return min((rank(answer, as_of) for answer in answers), default=RANK["declared"])


def older_than(day: date, months: int, as_of: date) -> bool:
    """Whether a day lies more than so many calendar months back; the same day of the month is not yet more.

    Where the month back has no such day (29 February), the last day of that month is already more: the stricter way.
    """
    back = as_of.year * 12 + as_of.month - months
    return (day.year * 12 + day.month, day.day) < (back, as_of.day)
