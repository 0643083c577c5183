"""What codes are called in the report, and how numbers are shown (SCORING 4)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from tna.content.models import Force, QuestionType
from tna.content.reference import Grounds
from tna.scoring.result import BandCode, State
from tna.tailoring.checklist import Reason

STATES: Mapping[State, str] = {
    "met": "Met",
    "partly_met": "Partly met",
    "not_met": "Not met",
    "unanswered": "Unanswered",
    "not_applicable": "Not applicable",
}
FORCES: Mapping[Force, str] = {"mandatory": "Mandatory", "recommended": "Recommended", "good_practice": "Good practice"}
GROUNDS: Mapping[Grounds, str] = {
    "read": "read",
    "recalled": "recalled, not read",
    "inferred": "inferred by this project",
}
THRESHOLDS: Mapping[str | None, str] = {"stated": "stated in the source", "inferred": "our figure", None: ""}
SEEN: Mapping[str | None, str] = {
    "whole": "the whole text",
    "beginning": "its beginning",
    "excerpts": "excerpts",
    "none": "not seen",
    None: "not said",
}
TYPES: Mapping[QuestionType, str] = {
    "yes_no": "yes or no",
    "yes_partly_no": "yes, partly or no",
    "count": "count",
    "percent": "per cent",
    "hours": "hours",
    "days": "days",
    "date": "date",
    "choice": "one of a list",
    "multi_choice": "several of a list",
    "maturity": "level 0 to 4",
    "text": "text",
}
OUT: Mapping[Reason, str] = {
    "unit": "Left out: unit type",
    "mission": "Left out: mission",
    "condition": "Left out: unit or mission",
    "depth": "Left out: depth",
    "domain": "Left out: domain",
}
MEANING: Mapping[BandCode, str] = {
    "R4": "The unit may deploy. What remains open is minor and has an owner.",
    "R3": "The unit may deploy once its conditions are met: check each of them before departure.",
    "R2": "Do not deploy yet. Parts of the task cannot be done to standard until the first gaps are closed.",
    "R1": "Do not deploy. The unit would put its people, or those it protects, at risk that can be avoided.",
    "R0": "No result yet. Treat the unit as not ready until the open questions are answered.",
}
"""What a band means for a commander."""


def whole(value: float) -> str:
    """A share in whole per cent, half up: ``"77 %"``."""
    return f"{math.floor(value + 0.5)} %"


def whole_range(low: float, high: float) -> str:
    """A range in whole per cent: ``"77 to 80 %"``; one number when both ends show the same."""
    first, last = whole(low), whole(high)
    return last if first == last else f"{first.removesuffix(' %')} to {last}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``"1 gap"``, ``"3 gaps"``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else text
