"""The rows of the library workbook on missions: what each is, and what its threats make each domain weigh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tna.content.coverage import can_apply, setup_facts
from tna.content.models import Catalogue
from tna.scoring.measures import WEIGHTS
from tna.tailoring.checklist import weigh


@dataclass(frozen=True, slots=True)
class MissionRow:
    """A mission: its mandate, and its threats with their reasons."""

    id: str
    name: str
    area: str
    status: str
    resolution: str
    ends: date | None
    threats: str
    reasons: str
    languages: str
    tasks: str
    medical: str
    note: str


@dataclass(frozen=True, slots=True)
class WeightRow:
    """What a domain weighs in a mission, over every criterion that can apply there to some unit type."""

    id: str
    mission: str
    domain: str
    criteria: int
    at_one_and_a_quarter: int
    at_one_and_a_half: int
    weight: float
    plain: float


def mission_rows(catalogue: Catalogue) -> Iterator[MissionRow]:
    """The missions."""
    for m in catalogue.missions.values():
        yield MissionRow(
            id=m.id,
            name=m.name,
            area=m.area,
            status=m.status.replace("_", " "),
            resolution=m.mandate.resolution or "",
            ends=m.mandate.ends,
            threats="\n".join(f"{name.replace('_', ' ')}: {level}" for name, level in m.threats.items()),
            reasons="\n".join(f"{name.replace('_', ' ')}: {why}" for name, why in m.threat_reasons.items()),
            languages=", ".join(m.languages.working),
            tasks=", ".join(task.replace("_", " ") for task in m.tasks),
            medical=m.medical or "",
            note=m.note or "",
        )


def weight_rows(catalogue: Catalogue) -> Iterator[WeightRow]:
    """What the threats of each mission make each domain weigh."""
    units = [unit for unit in catalogue.units.values() if not unit.domains]  # the others go to no mission
    for mission in catalogue.missions.values():
        known = [(unit, setup_facts(unit, mission)) for unit in units]
        for domain in catalogue.domains:
            criteria = [c for topic in domain.topics for c in topic.criteria]
            own = [c for c in criteria if any(can_apply(c.applies, unit, mission, facts) for unit, facts in known)]
            if not own:
                continue
            factors = [weigh(criterion, mission)[0] for criterion in own]
            yield WeightRow(
                id=f"{mission.id} {domain.id}",
                mission=mission.id,
                domain=domain.title,
                criteria=len(own),
                at_one_and_a_quarter=factors.count(1.25),
                at_one_and_a_half=factors.count(1.5),
                weight=sum(WEIGHTS[c.force] * factor for c, factor in zip(own, factors, strict=True)),
                plain=sum(WEIGHTS[c.force] for c in own),
            )
