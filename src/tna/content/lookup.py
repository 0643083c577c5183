"""What the rules of the content look things up in: items by id, and every condition parsed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tna.content.conditions import Condition
from tna.content.fault import Fault
from tna.content.grammar import ConditionError, parse
from tna.content.models import SETUP_QUESTIONS, Criterion, Question
from tna.content.read import Content, Place, named_facts


@dataclass(frozen=True)
class Written:
    """A condition as it was written: whose it is, under which keys, and what it says."""

    owner: str
    place: Place
    keys: tuple[str, ...]
    condition: Condition

    def fault(self, message: str) -> Fault:
        """A fault at the condition's own line."""
        return self.place.fault(self.owner, f"{'.'.join(self.keys)} {message}", *self.keys)


class Lookup:
    """The content as the rules see it; ``faults`` are those of the conditions that cannot be parsed."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.faults: list[Fault] = []
        domains = list(content.standards.values())
        self.criteria: dict[str, Criterion] = {c.id: c for d in domains for t in d["topics"] for c in t.criteria}
        self.questions: dict[str, Question] = {q.id: q for q in (*SETUP_QUESTIONS, *content.profile)}
        for asked in content.questionnaires.values():
            self.questions.update({q.id: q for section in asked["sections"] for q in section.questions})
        self.conditions = list(self._parse_all())

    def place(self, kind: str, name: str) -> Place:
        """Where an item stands."""
        return self.content.places[kind, name]

    @cached_property
    def threats(self) -> frozenset[str]:
        """Every threat that a mission has a level for."""
        return frozenset(name for mission in self.content.lists["missions"].values() for name in mission.threats)

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that a condition may name, faulty questions included (they are reported once, as such)."""
        asked = {name for kind, name in self.content.places if kind == "questions"}
        return frozenset(self.questions) | asked | set(self.setup) | {f"threat.{name}" for name in self.threats}

    @cached_property
    def setup(self) -> Mapping[str, tuple[str, ...]]:
        """The facts that need no question, threats aside, with the keys that each can have."""
        lists = self.content.lists
        return {
            "unit.type": tuple(lists["units"]),
            "mission.id": tuple(lists["missions"]),
            "mission.tasks": tuple(
                dict.fromkeys(task for mission in lists["missions"].values() for task in mission.tasks)
            ),
        }

    def hidden(self, fact: str) -> bool:
        """Whether the file that would ask for a fact cannot be read, so that nobody knows if it is missing."""
        domain = fact.partition(".")[0]
        asks = (
            "standards/missions"
            if domain == "threat"
            else f"questionnaires/{'profile' if domain == 'unit' else domain}"
        )
        return asks in self.content.unreadable

    @cached_property
    def groups(self) -> frozenset[str]:
        """Every unit type and every group of unit types."""
        units = self.content.lists["units"]
        return frozenset(units) | {group for unit in units.values() for group in unit.groups}

    def _parse_all(self) -> Iterator[Written]:
        for criterion in self.criteria.values():
            place = self.place("criteria", criterion.id)
            for keys, raw in (
                (("met",), criterion.met),
                (("partly",), criterion.partly),
                (("applies", "when"), criterion.applies.when),
            ):
                yield from self._parse(criterion.id, place, keys, raw)
        for question in self.questions.values():
            if ("questions", question.id) in self.content.places:
                yield from self._parse(question.id, self.place("questions", question.id), ("when",), question.when)

    def _parse(self, owner: str, place: Place, keys: tuple[str, ...], raw: Any) -> Iterator[Written]:
        if raw is None:
            return
        try:
            yield Written(owner, place, keys, parse(raw))
        except ConditionError as error:
            self.content.spoilt.update(named_facts(raw))
            self.faults.append(place.fault(owner, f"{'.'.join(keys)}: {error}", *keys, *error.path))
