"""The forms about a question: evidence, note, why it does not apply."""

from __future__ import annotations

from datetime import date
from typing import Any

from tna.assessment.record import GRADES
from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.screens.form import FormScreen
from tna.tui.widgets.choices import numbered
from tna.tui.widgets.entry import DATE
from tna.tui.widgets.fields import ChoiceField, TypedField
from tna.tui.widgets.panel import intro_of

GRADE_WORDS = {
    "declared": "declared: somebody says so",
    "documented": "documented: it stands in a paper that you saw",
    "demonstrated": "demonstrated: you saw it done or counted it",
    "verified": "verified: somebody independent confirmed it",
}
DAY_HINT = "year-month-day, such as 2026-11-25"


def optional_day(text: str) -> date | None:
    """A date as typed, None for nothing.

    Raises:
        ValueError: with what fits.
    """
    if not text:
        return None
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a date; write it as {DAY_HINT}") from None


def needed(text: str) -> str:
    """Words that may not be missing.

    Raises:
        ValueError: nothing was typed.
    """
    if not text:
        raise ValueError("write a few words")
    return text


def optional(text: str) -> str | None:
    """Words, or None for nothing."""
    return text or None


def evidence(dossier: Dossier, placed: Placed, today: date) -> FormScreen:
    """Asks for the grade, reference and dates of the evidence."""
    answer = dossier.situation.answer(placed.id)
    return FormScreen(
        "Evidence",
        [
            ChoiceField("evidence", "Grade", numbered([(g, GRADE_WORDS[g]) for g in GRADES]), [answer.evidence or ""]),
            TypedField("ref", "Reference", optional, value=answer.ref or "", placeholder="the paper, record or person"),
            TypedField(
                "evidence_date",
                "Its date",
                optional_day,
                value=str(answer.evidence_date or ""),
                placeholder=today.isoformat(),
                allowed=DATE,
            ),
            TypedField(
                "valid_until",
                "Valid until",
                optional_day,
                value=str(answer.valid_until or ""),
                placeholder="only if it says so",
                allowed=DATE,
            ),
        ],
    )


def note(dossier: Dossier, placed: Placed) -> FormScreen:
    """Asks for the note; what the domain says before its questions stands above it."""
    answer = dossier.situation.answer(placed.id)
    field = TypedField("note", "Note", optional, value=answer.note or "", placeholder="what a reader should know")
    return FormScreen("Note", [field], about=intro_of(dossier, placed))


def not_applicable(dossier: Dossier, placed: Placed) -> FormScreen:
    """Asks why a question does not apply, and says what that does."""
    critical = [each for each in placed.criteria if dossier.checklist.item[each].criterion.critical]
    about = "The criteria that rest on it are left out of the result, and the report lists them with your reason."
    if critical:
        about = f"A show-stopper rests on it ({', '.join(critical)}) and stays unanswered: it cannot be set aside."
    answer = dossier.situation.answer(placed.id)
    field = TypedField("reason", "Reason", needed, value=answer.na_reason or "", placeholder="why this does not apply")
    return FormScreen("Not applicable", [field], about=about)


def why_not_refused(placed: Placed) -> str:
    """Why a question cannot be set not applicable; empty when it can."""
    if placed.question.is_profile:
        return "A fact about the unit always applies: others are judged by it. Press k if it is not known yet."
    return ""


def changes(filled: dict[str, Any]) -> dict[str, Any]:
    """What was filled in, as fields of an answer."""
    changed = dict(filled)
    if "evidence" in changed:
        picked = [grade for grade in changed["evidence"] if grade]
        changed["evidence"] = picked[0] if picked else None
    return changed
