"""Which criteria can apply to a unit type in a mission, and which pairs of both would have none."""

from __future__ import annotations

from tna.content.conditions import Facts, evaluate
from tna.content.models import NO_MISSION, Applies, Catalogue
from tna.content.reference import Mission, UnitType


def setup_facts(unit: UnitType, mission: Mission) -> Facts:
    """The facts that the choice of unit and mission settles: ``unit.type``, ``mission.*`` and ``threat.*``."""
    threats = {f"threat.{name}": level for name, level in mission.threats.items()}
    return {"unit.type": unit.id, "mission.id": mission.id, "mission.tasks": mission.tasks, **threats}


def concerns(applies: Applies, unit: UnitType) -> bool:
    """Whether it names no unit type, this one, or one of its groups."""
    return not applies.units or any(name == unit.id or name in unit.groups for name in applies.units)


def empty_pairs(catalogue: Catalogue) -> dict[str, list[str]]:
    """For each unit type, the missions in which no criterion can apply to it."""
    empty: dict[str, list[str]] = {}
    for unit in catalogue.units.values():
        domains = [d for d in catalogue.domains if not unit.domains or d.id in unit.domains]
        criteria = [criterion for domain in domains for topic in domain.topics for criterion in topic.criteria]
        for mission in [catalogue.mission(NO_MISSION)] if unit.domains else catalogue.missions.values():
            facts = setup_facts(unit, mission)
            if not any(can_apply(criterion.applies, unit, mission, facts) for criterion in criteria):
                empty.setdefault(unit.id, []).append(mission.id)
    return empty


def can_apply(applies: Applies, unit: UnitType, mission: Mission, facts: Facts) -> bool:
    """Whether something applies to a unit type in a mission unless answers rule it out; ``facts`` are of the set-up."""
    if not concerns(applies, unit) or (applies.missions and mission.id not in applies.missions):
        return False
    return evaluate(applies.condition, facts) is not False
