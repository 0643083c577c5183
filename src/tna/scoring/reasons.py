"""Why a criterion is unanswered or not applicable, in words (SCORING 1)."""

from __future__ import annotations

from collections.abc import Sequence

from tna.assessment.situation import Situation
from tna.content.conditions import facts_of
from tna.content.words import describe
from tna.scoring.standings import Standing, ruled_out
from tna.tailoring import Item


def why(situation: Situation, standing: Standing) -> str:
    """Why it is unanswered or not applicable, in words; empty for the other states."""
    item = standing.item
    if standing.not_applicable == "automatic":
        return f"applies only when {describe(item.criterion.applies.condition, situation.checklist.catalogue)}"
    if standing.not_applicable == "manual":
        reasons = (situation.answer(question).na_reason for question in ruled_out(situation, item))
        return "set not applicable: " + "; ".join(dict.fromkeys(reason.strip() for reason in reasons if reason))
    return _why_unanswered(situation, item) if standing.state == "unanswered" else ""


def _why_unanswered(situation: Situation, item: Item) -> str:
    criterion = item.criterion
    if situation.applies(item) is None:
        return "whether it applies is open: " + _missing(situation, list(facts_of(criterion.applies.condition)))
    waved_away = ruled_out(situation, item)
    if waved_away:
        return f"critical, so not applicable is no answer: {', '.join(waved_away)}"
    facts = list(facts_of(criterion.met_when))
    facts += list(facts_of(criterion.partly_when)) if criterion.partly_when else []
    return _missing(situation, facts)


def _missing(situation: Situation, facts: Sequence[str]) -> str:
    missing = [fact for fact in dict.fromkeys(facts) if fact not in situation.facts]
    unsure = [fact for fact in missing if situation.answer(fact).status == "dont_know"]
    still_open = [fact for fact in missing if fact not in unsure]
    parts = [f"no answer to {', '.join(still_open)}"] if still_open else []
    parts += [f"don't know for {', '.join(unsure)}"] if unsure else []
    return "; ".join(parts) or "what is known does not decide it"
