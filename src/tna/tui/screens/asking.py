"""The forms about a question: evidence, note, why it does not apply."""

from __future__ import annotations

from datetime import date
from typing import Any

from tna.assessment.record import GRADES, Answer
from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.screens.form import FormScreen
from tna.tui.widgets.choices import numbered
from tna.tui.widgets.fields import ChoiceField, TypedField
from tna.tui.widgets.panel import intro_of

GRADE_WORDS = {
    "declared": "declared: somebody says so",
    "documented": "documented: it stands in a paper that you saw",
    "demonstrated": "demonstrated: you saw it done or counted it",
    "verified": "verified: somebody independent confirmed it",
}
EVIDENCE_GUIDE = (
    "What the answer rests on: how good the evidence is, which paper, record or person it is, of what day, and until "
    "when it holds. A digit picks the grade. A field may stay empty. The answer itself does not change."
)
NOTE_GUIDE = (
    "A sentence for whoever reads the report. It is no answer, and changes no result. Write about the unit, never about "
    "a person."
)
ASIDE_GUIDE = (
    "Use it only where the question has no sense for this unit. The reason stands in the report, and an assessor can "
    "check it. Where you do not know yet, leave this and press k: don't know."
)
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
        guide=EVIDENCE_GUIDE,
        fields=[
            ChoiceField("evidence", "Grade", numbered([(g, GRADE_WORDS[g]) for g in GRADES]), [answer.evidence or ""]),
            TypedField("ref", "Reference", optional, value=answer.ref or "", placeholder="the paper, record or person"),
            TypedField(
                "evidence_date",
                "Its date",
                optional_day,
                value=str(answer.evidence_date or ""),
                placeholder=today.isoformat(),
            ),
            TypedField(
                "valid_until",
                "Valid until",
                optional_day,
                value=str(answer.valid_until or ""),
                placeholder="only if it says so",
            ),
        ],
    )


def note(dossier: Dossier, placed: Placed) -> FormScreen:
    """Asks for the note; what the domain says before its questions stands above it."""
    answer = dossier.situation.answer(placed.id)
    field = TypedField("note", "Note", optional, value=answer.note or "", placeholder="what a reader should know")
    return FormScreen("Note", [field], guide=NOTE_GUIDE, about=intro_of(dossier, placed))


def not_applicable(dossier: Dossier, placed: Placed) -> FormScreen:
    """Asks why a question does not apply, and says what that does."""
    about = "The criteria that rest on it are left out of the result, and the report lists them with your reason."
    about = _stays(dossier, placed) or about
    answer = dossier.situation.answer(placed.id)
    field = TypedField("reason", "Reason", needed, value=answer.na_reason or "", placeholder="why this does not apply")
    return FormScreen("Not applicable", [field], guide=ASIDE_GUIDE, about=about)


def set_aside_words(dossier: Dossier, placed: Placed) -> str:
    """What is told once a question is set not applicable."""
    stays = _stays(dossier, placed)
    return f"Saved: set aside. {stays} " if stays else "Saved: set aside as not applicable. "


def _stays(dossier: Dossier, placed: Placed) -> str:
    """What is said where a show-stopper rests on a question; nothing elsewhere."""
    critical = [each for each in placed.criteria if dossier.checklist.item[each].criterion.critical]
    if not critical:
        return ""
    return f"A show-stopper rests on it ({', '.join(critical)}) and cannot be set aside: it counts as unanswered."


def why_not_refused(placed: Placed) -> str:
    """Why a question cannot be set not applicable; empty when it can."""
    if placed.question.is_profile:
        return "A fact about the unit always applies: others are judged by it. Press k if it is not known yet."
    return ""


def changes(filled: dict[str, Any], now: Answer) -> dict[str, Any]:
    """What was filled in and differs from the answer now, as fields of an answer."""
    changed = dict(filled)
    if "evidence" in changed:
        picked = [grade for grade in changed["evidence"] if grade]
        changed["evidence"] = picked[0] if picked else None
    return {name: value for name, value in changed.items() if value != getattr(now, name)}
