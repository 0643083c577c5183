"""Tailoring: mission x unit -> Checklist, and why each criterion is in, out, or weighs more (SCORING 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tna.content.conditions import Facts, evaluate, facts_of
from tna.content.coverage import concerns, setup_facts
from tna.content.models import DEPLOYMENT_DATE, PROFILE, STRENGTH, Applies, Catalogue, Criterion, Depth, Question
from tna.content.reference import Mission, UnitType
from tna.content.words import describe

MULTIPLIER: Mapping[int, float] = {0: 1.0, 1: 1.0, 2: 1.25, 3: 1.5}
"""What the level of a threat multiplies a weight with (SCORING 2)."""

Reason = Literal["unit", "mission", "condition", "depth", "domain"]


@dataclass(frozen=True)
class Item:
    """A criterion in a checklist: its place, what multiplies its weight (1, 1.25 or 1.5), and why it is here."""

    criterion: Criterion
    domain: str
    topic: str
    multiplier: float
    why_in: str
    why_weight: str

    @property
    def id(self) -> str:
        """The id of its criterion."""
        return self.criterion.id


@dataclass(frozen=True)
class LeftOut:
    """A criterion that is not in the checklist, and why."""

    criterion: Criterion
    domain: str
    reason: Reason
    why: str


@dataclass(frozen=True)
class Placed:
    """A question of the walk: its place, and the criteria that rest on its answer."""

    question: Question
    domain: str
    section: str
    criteria: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of its question."""
        return self.question.id


@dataclass(frozen=True)
class Checklist:
    """What is assessed of one unit for one mission: items, questions, and what was left out."""

    catalogue: Catalogue
    unit: UnitType
    mission: Mission
    depth: Depth
    domains: tuple[str, ...]
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    questions: tuple[Placed, ...]

    @cached_property
    def item(self) -> Mapping[str, Item]:
        """Each item by the id of its criterion."""
        return {item.id: item for item in self.items}

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """Each question by its id."""
        return {placed.id: placed for placed in self.questions}

    @cached_property
    def deciders(self) -> frozenset[str]:
        """The facts that decide whether criteria apply or questions are asked."""
        conditions = [item.criterion.applies.condition for item in self.items]
        conditions += [placed.question.relevance for placed in self.questions]
        return frozenset(fact for condition in conditions for fact in facts_of(condition))

    @cached_property
    def setup_facts(self) -> Facts:
        """The facts that the choice of unit and mission settles."""
        return setup_facts(self.unit, self.mission)

    @cached_property
    def domains_left_out(self) -> tuple[str, ...]:
        """Domains of the catalogue that have criteria for this unit and mission but are not in scope."""
        out = dict.fromkeys(left.domain for left in self.left_out if left.reason == "domain")
        return tuple(out)


def tailor(
    catalogue: Catalogue, unit_type: str, mission_id: str, domains: Iterable[str] = (), depth: Depth = "full"
) -> Checklist:
    """The checklist of a unit type for a mission, in the order of the content.

    Args:
        domains: the domains in scope; none means all that the unit type can be assessed in.
        depth: *screen* keeps critical and mandatory criteria only.

    Raises:
        KeyError: an unknown unit type or mission.
    """
    unit, mission = catalogue.units[unit_type], catalogue.mission(mission_id)
    own = unit.domains or tuple(domain.id for domain in catalogue.domains)
    scope = tuple(domain for domain in domains if domain in own) or own
    facts = setup_facts(unit, mission)
    items: list[Item] = []
    left_out: list[LeftOut] = []
    for domain in (domain for domain in catalogue.domains if domain.id in own):
        for topic in domain.topics:
            for criterion in topic.criteria:
                verdict = _judge(criterion, domain.id in scope, unit, mission, facts, depth, catalogue)
                if isinstance(verdict, str):
                    multiplier, why_weight = weigh(criterion, mission)
                    items.append(Item(criterion, domain.id, topic.title, multiplier, verdict, why_weight))
                else:
                    left_out.append(LeftOut(criterion, domain.id, *verdict))
    questions = _place(catalogue, items)
    return Checklist(catalogue, unit, mission, depth, scope, tuple(items), tuple(left_out), questions)


def _judge(
    criterion: Criterion,
    in_scope: bool,
    unit: UnitType,
    mission: Mission,
    facts: Facts,
    depth: Depth,
    catalogue: Catalogue,
) -> str | tuple[Reason, str]:
    """Why the criterion is in; or the kind of reason and the words why it is out."""
    applies = criterion.applies
    if not concerns(applies, unit):
        return "unit", f"only for {', '.join(applies.units)}; this is: {unit.name}"
    if applies.missions and mission.id not in applies.missions:
        return "mission", f"only in {', '.join(applies.missions)}"
    holds = evaluate(applies.condition, facts)
    if holds is False:
        return "condition", f"only when {describe(applies.condition, catalogue)}"
    if not in_scope:
        return "domain", "its domain is not in the scope of this assessment"
    if depth == "screen" and not (criterion.critical or criterion.force == "mandatory"):
        return "depth", "asked in a full assessment only: neither critical nor mandatory"
    return _why_in(applies, unit, mission, holds, catalogue)


def _why_in(applies: Applies, unit: UnitType, mission: Mission, holds: bool | None, catalogue: Catalogue) -> str:
    parts = []
    if applies.units:
        named = [name for name in applies.units if name == unit.id or name in unit.groups]
        parts.append(f"the unit is of type {named[0]}" if named else "")
    if applies.missions:
        parts.append(f"the mission is {mission.id}")
    if applies.when is not None:
        words = describe(applies.condition, catalogue)
        parts.append(words if holds else f"unless the answers rule it out: applies when {words}")
    return "; ".join(part for part in parts if part) or "every unit in every mission"


def weigh(criterion: Criterion, mission: Mission) -> tuple[float, str]:
    """The multiplier of the weight, and the threat that set it (SCORING 2)."""
    levels = [(mission.threats.get(threat, 0), threat) for threat in criterion.raised_by]
    level = max((level for level, _ in levels), default=0)
    if MULTIPLIER[level] == 1.0:
        return 1.0, ""
    threat = next(name for found, name in levels if found == level)
    reason = mission.threat_reasons.get(threat, "")
    return MULTIPLIER[level], f"{threat} is at level {level} in {mission.id}" + (f": {reason}" if reason else "")


def _place(catalogue: Catalogue, items: list[Item]) -> tuple[Placed, ...]:
    """The questions that the items need, the profile first, each with the criteria that rest on it."""
    rests: dict[str, list[str]] = {}
    needed: set[str] = {STRENGTH, DEPLOYMENT_DATE}
    for item in items:
        criterion = item.criterion
        conditions = [criterion.met_when, criterion.applies.condition]
        conditions += [criterion.partly_when] if criterion.partly_when else []
        needed.update(fact for condition in conditions for fact in facts_of(condition))
        for fact in criterion.rests_on:
            rests.setdefault(fact, []).append(item.id)
    queue = [fact for fact in needed if fact in catalogue.questions]
    while queue:  # a question's own condition needs its questions too
        for fact in facts_of(catalogue.questions[queue.pop()].relevance):
            if fact not in needed:
                needed.add(fact)
                queue.extend([fact] if fact in catalogue.questions else [])
    placed = [Placed(q, PROFILE, "The unit", ()) for q in catalogue.profile if q.id in needed]
    for domain in catalogue.domains:
        for section in domain.sections:
            for question in section.questions:
                if question.id in needed:
                    ids = tuple(rests.get(question.id, ()))
                    placed.append(Placed(question, domain.id, section.title, ids))
    return tuple(placed)
