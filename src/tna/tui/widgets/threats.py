"""A mission in words: where it is, what it stands on, and what threatens a unit there."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from tna.content.models import NO_MISSION, Catalogue
from tna.content.reference import Mission
from tna.content.stale import stale_mandate
from tna.tailoring import Checklist
from tna.tui.look import MUTED, count, lines, text, threat_words

LEVELS = {3: ("▰▰▰", "$text-error"), 2: ("▰▰▱", "$text-warning"), 1: ("▰▱▱", ""), 0: ("▱▱▱", MUTED)}
NOTHING = "Choose a mission, and its threats are shown here: they decide what weighs more."
ALONE = (
    "It is assessed by itself, without a mission, against what makes a centre's training recognised. As its strength "
    "give its staff; as its date the day it wants to be ready by."
)


def mission_words(catalogue: Catalogue, mission_id: str | None, checklist: Checklist | None, today: date) -> Content:
    """The threat profile of a mission and, once the unit is known, what it changes."""
    if mission_id is None:
        return text((NOTHING, MUTED))
    if mission_id == NO_MISSION:
        return text((ALONE, MUTED))
    mission = catalogue.missions[mission_id]
    rows = [text((mission.id, "bold")), text(mission.name), text((mission.area, MUTED))]
    stale = stale_mandate(mission, today)
    if stale:
        rows.append(text((stale, "$text-warning")))
    if checklist:
        raised = sum(item.multiplier > 1 for item in checklist.items)
        rows += [
            text(),
            text(f"Its threats raise the weight of {count(raised, 'criterion', 'criteria')} for this unit."),
        ]
    return lines(*rows, text(), *_profile(mission))


def _profile(mission: Mission) -> list[Content]:
    rows = [text(("Threats, 0 to 3: our own judgement, no rating of the UN", MUTED))]
    for name, level in sorted(mission.threats.items(), key=lambda threat: -threat[1]):
        bar, style = LEVELS[level]
        rows.append(text((f"{bar} {level} ", style), (threat_words(name), "bold" if level == 3 else "")))
        reason = mission.threat_reasons.get(name)
        if reason and level >= 2:
            rows.append(text((reason, MUTED)))
    return rows
