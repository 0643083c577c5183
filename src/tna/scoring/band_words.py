"""The band in plain words (SCORING 4: the result always names the rule and the criteria behind it)."""

from __future__ import annotations

from collections.abc import Sequence

from tna.scoring.bands import LADDER, Decision, Shortfall
from tna.scoring.result import BAND_NAMES, Band
from tna.tailoring import Checklist

NAMED_AT_MOST = 5
"""How many ids a sentence names before it counts the rest."""


def as_band(checklist: Checklist, decision: Decision) -> Band:
    """The decision with its sentence, and with ids in the order of the checklist."""
    held = {standing.item.id for shortfall in decision.shortfalls for standing in shortfall.criteria}
    domains = {domain for shortfall in decision.shortfalls for domain in shortfall.domains}
    return Band(
        code=decision.code,
        name=BAND_NAMES[decision.code],
        rule=decision.rule,
        because=_because(checklist, decision),
        criteria=tuple(item.id for item in checklist.items if item.id in held),
        domains=tuple(domain.id for domain in checklist.catalogue.domains if domain.id in domains),
    )


def _because(checklist: Checklist, decision: Decision) -> str:
    reasons = "; ".join(_says(checklist, shortfall) for shortfall in decision.shortfalls)
    if decision.rule == 1:
        return f"Not ready whatever the score: {reasons}."
    if decision.rule == 2:
        return f"No result yet, so treat as not ready: {reasons}."
    if decision.rule == 4:
        return f"Held at {decision.code}: {reasons}."
    if not reasons:
        return f"Every condition of {decision.code} holds."
    return f"Short of {LADDER[LADDER.index(decision.code) + 1]}: {reasons}."


def _says(checklist: Checklist, shortfall: Shortfall) -> str:
    titles = [checklist.catalogue.domain_titles[domain] for domain in shortfall.domains]
    return shortfall.says.format(
        criteria=_listed([standing.item.id for standing in shortfall.criteria]), domains=_listed(titles)
    )


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - NAMED_AT_MOST
    return ", ".join(names[:NAMED_AT_MOST]) + (f" and {rest} more" if rest > 0 else "")
