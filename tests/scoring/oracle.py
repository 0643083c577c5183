"""The rules of SCORING 3 and 4 once more, as plainly as they are written there, to hold the real ones against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tna.scoring.result import BandCode


@dataclass(frozen=True)
class Row:
    """A criterion as a row of the Checklist sheet. ``state`` is a word of the section 1 table; grades are 0 to 4."""

    domain: str
    weight: Fraction
    critical: bool
    mandatory: bool
    state: str
    grade: int
    accepted: bool
    in_time: bool

    @property
    def s(self) -> Fraction:
        return {"met": Fraction(1), "partly_met": Fraction(1, 2)}.get(self.state, Fraction(0))


def total(rows: Sequence[Row]) -> Fraction:
    return sum((row.weight for row in rows), Fraction(0))


def low_high_coverage(rows: Sequence[Row]) -> tuple[Fraction, Fraction, Fraction]:
    unanswered = total([row for row in rows if row.state == "unanswered"])
    earned = sum((row.weight * row.s for row in rows), Fraction(0))
    weight = total(rows)
    return 100 * earned / weight, 100 * (earned + unanswered) / weight, 100 * (weight - unanswered) / weight


def by_domain(rows: Sequence[Row]) -> dict[str, list[Row]]:
    return {name: [row for row in rows if row.domain == name] for name in sorted({row.domain for row in rows})}


def index(rows: Sequence[Row]) -> tuple[Fraction, Fraction] | None:
    scores = [low_high_coverage(part) for part in by_domain(rows).values()]
    if not scores:
        return None
    return sum(s[0] for s in scores) / Fraction(len(scores)), sum(s[1] for s in scores) / Fraction(len(scores))


def band(rows: Sequence[Row], screen: bool = False) -> tuple[BandCode, int]:
    """The band and the rule; ``rows`` are the applicable criteria."""
    critical = [row for row in rows if row.critical]
    if any(row.state == "not_met" for row in critical):
        return "R1", 1
    found = index(rows)
    if found is None or any(row.state == "unanswered" for row in critical):
        return "R0", 2
    parts = by_domain(rows)
    if low_high_coverage(rows)[2] < 90 or any(low_high_coverage(part)[2] < 80 for part in parts.values()):
        return "R0", 2
    rung = score_rung(rows, found[0], [low_high_coverage(part)[0] for part in parts.values()])
    cap = min([4, *caps(rows, parts, screen)])
    return ("R1", "R2", "R3", "R4")[min(rung, cap) - 1], 3 if rung <= cap else 4  # type: ignore[return-value]


def score_rung(rows: Sequence[Row], low: Fraction, lows: list[Fraction]) -> int:
    critical = [row for row in rows if row.critical]
    mandatory = [row for row in rows if row.mandatory]
    open_ = [row for row in mandatory if row.state in ("not_met", "unanswered")]
    partly = [row for row in mandatory if row.state == "partly_met"]
    if (
        all(row.state == "met" and row.grade >= 3 for row in critical)
        and not open_
        and 20 * total(partly) <= total(mandatory)
        and all(row.accepted for row in partly)
        and low >= 85
        and min(lows) >= 70
        and low_high_coverage(rows)[2] >= 95
    ):
        return 4
    needs_action = open_ + [row for row in critical if row.state == "partly_met"]
    if low >= 70 and min(lows) >= 50 and all(row.accepted and row.in_time for row in needs_action):
        return 3
    return 2 if low >= 50 else 1


def caps(rows: Sequence[Row], parts: dict[str, list[Row]], screen: bool) -> list[int]:
    found = [3] if screen else []
    found += [3 if row.accepted else 2 for row in rows if row.critical and row.state == "partly_met"]
    for part in parts.values():
        if any(row.critical for row in part):
            low = low_high_coverage(part)[0]
            found.append(2 if low < 50 else 3 if low < 70 else 4)
    return found
