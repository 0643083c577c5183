"""What must hold across the files of the content. Each rule is a function that yields faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tna.content import fit
from tna.content.conditions import Condition, facts_of, tests
from tna.content.fault import Fault
from tna.content.grammar import ConditionError, parse
from tna.content.models import SETUP_QUESTIONS, Criterion, Question
from tna.content.near import suggest
from tna.content.read import Content, Place, named_facts

SETUP = ("unit.type", "mission.id", "mission.tasks")


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


class Catalog:
    """The content as the rules see it: items by id, and every condition parsed once."""

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
        return frozenset(self.questions) | asked | set(SETUP) | {f"threat.{name}" for name in self.threats}

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


def check(content: Content) -> list[Fault]:
    """Every fault of the content, those of reading included, in the order of the files."""
    catalog = Catalog(content)
    found = content.faults + catalog.faults + [fault for rule in RULES for fault in rule(catalog)]
    return sorted(set(found), key=lambda fault: (fault.file, fault.line, fault.item, fault.message))


def facts_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every fact named exists."""
    for written in catalog.conditions:
        for fact in dict.fromkeys(facts_of(written.condition)):
            if fact not in catalog.facts and not catalog.hidden(fact):
                yield written.fault(f"names {fact}{suggest(fact, catalog.facts) or ', which no question asks'}")


def tests_fit(catalog: Catalog) -> Iterator[Fault]:
    """Every test fits the type of its fact, and names options that it has."""
    lists = catalog.content.lists
    keys = {
        "unit.type": tuple(lists["units"]),
        "mission.id": tuple(lists["missions"]),
        "mission.tasks": tuple({task for mission in lists["missions"].values() for task in mission.tasks}),
    }
    for written in catalog.conditions:
        for test in tests(written.condition):
            for message in fit.misfits(test, catalog.questions, keys):
                yield written.fault(message)


def criteria_are_reachable(catalog: Catalog) -> Iterator[Fault]:
    """Every criterion rests on a question."""
    asked = {name for kind, name in catalog.content.places if kind == "questions"} | set(catalog.questions)
    judged = [written for written in catalog.conditions if written.keys == ("met",)]
    for written in judged:
        facts = set(facts_of(written.condition))
        if facts <= catalog.facts and not facts & asked:
            yield written.fault("rests on no question, so that nobody could ever answer it")


def questions_serve(catalog: Catalog) -> Iterator[Fault]:
    """Every question serves a criterion, another question's condition, or the profile."""
    if any(file.startswith("standards/") for file in catalog.content.unreadable):
        return
    used = {fact for written in catalog.conditions for fact in facts_of(written.condition)} | catalog.content.spoilt
    for question in catalog.questions.values():
        if question.id not in used and not question.is_profile:
            place = catalog.place("questions", question.id)
            yield place.fault(question.id, "serves no criterion: name it in one, or take it out", "id")


def questions_are_at_home(catalog: Catalog) -> Iterator[Fault]:
    """A question's id begins with its domain, in the profile with `unit`."""
    for (kind, name), place in catalog.content.places.items():
        stem = place.document.file.rpartition("/")[2].removesuffix(".yaml")
        home = "unit" if stem == "profile" else stem
        if kind == "questions" and not name.startswith(home + "."):
            yield place.fault(name, f"the id must begin with {home}.", "id")


def names_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every source, remedy, unit type, mission and threat that a criterion names exists."""
    lists = catalog.content.lists
    for criterion in catalog.criteria.values():
        named: tuple[tuple[str, tuple[str, ...], list[str], Any], ...] = (
            ("remedy", ("remedies",), list(criterion.remedies), _known(catalog, "remedies")),
            ("unit type or group", ("applies", "units"), list(criterion.applies.units), catalog.groups),
            ("mission", ("applies", "missions"), list(criterion.applies.missions), lists["missions"]),
            ("threat", ("raised_by",), list(criterion.raised_by), catalog.threats),
        )
        place = catalog.place("criteria", criterion.id)
        for what, keys, names, known in named:
            for index, name in enumerate(names if known else ()):
                if name not in known:
                    yield place.fault(criterion.id, f"there is no {what} {name}{suggest(name, known)}", *keys, index)


def citations_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every citation names a source, wherever it stands."""
    known = _known(catalog, "sources")
    if "standards/sources" in catalog.content.unreadable:
        return
    cited = [("criteria", criterion.id, criterion.cites) for criterion in catalog.criteria.values()]
    for kind in ("missions", "units", "remedies"):
        cited += [(kind, item.id, item.cites) for item in catalog.content.lists[kind].values()]
    for kind, name, citations in cited:
        for index, citation in enumerate(citations):
            if citation.source not in known:
                message = f"cites {citation.source}, which sources.yaml lacks{suggest(citation.source, known)}"
                yield catalog.place(kind, name).fault(name, message, "cites", index, "source")
    yield from _single_names(catalog, known)


def _single_names(catalog: Catalog, known: frozenset[str]) -> Iterator[Fault]:
    lists = catalog.content.lists
    single: list[tuple[str, str, str | None, tuple[str, ...]]]
    single = [("sources", s.id, s.superseded_by, ("superseded_by",)) for s in lists["sources"].values()]
    single += [("units", u.id, u.manual and u.manual.source, ("manual", "source")) for u in lists["units"].values()]
    for kind, owner, name, keys in single:
        if name and name not in known:
            yield catalog.place(kind, owner).fault(owner, f"there is no source {name}{suggest(name, known)}", *keys)


def _known(catalog: Catalog, kind: str) -> frozenset[str]:
    return frozenset(name for found, name in catalog.content.places if found == kind)


def domains_are_whole(catalog: Catalog) -> Iterator[Fault]:
    """A standard has its questionnaire, and the other way round; the edition orders domains that exist."""
    standards, asked = catalog.content.standards, catalog.content.questionnaires
    unreadable = {file.partition("/")[2] for file in catalog.content.unreadable}
    for slug in standards.keys() - asked.keys() - unreadable:
        yield Fault(f"standards/{slug}.yaml", 1, "", f"there is no questionnaires/{slug}.yaml that asks about it")
    for slug in asked.keys() - standards.keys() - unreadable:
        yield Fault(f"questionnaires/{slug}.yaml", 1, "", f"there is no standards/{slug}.yaml that it asks for")
    edition = catalog.content.edition
    for index, slug in enumerate(edition.order if edition else ()):
        if slug not in standards and slug not in unreadable:
            message = f"`order` names {slug}, which has no standard{suggest(slug, standards)}"
            yield catalog.place("edition", "").fault("", message, "order", index)


def no_cycles(catalog: Catalog) -> Iterator[Fault]:
    """No question waits, by its `when`, for itself."""
    waits: Mapping[str, tuple[str, ...]] = {
        written.owner: tuple(facts_of(written.condition)) for written in catalog.conditions if written.keys == ("when",)
    }
    for start in waits:
        trail = _trail_back(start, waits)
        if trail:
            place = catalog.place("questions", start)
            yield place.fault(start, f"`when` goes round in a circle: {' -> '.join(trail)}", "when")


def _trail_back(start: str, waits: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The way from a question back to itself, or nothing."""
    stack = [[start]]
    seen: set[str] = set()
    while stack:
        trail = stack.pop()
        for fact in waits.get(trail[-1], ()):
            if fact == start:
                return [*trail, start]
            if fact not in seen:
                seen.add(fact)
                stack.append([*trail, fact])
    return []


RULES: tuple[Callable[[Catalog], Iterator[Fault]], ...] = (
    facts_exist,
    tests_fit,
    criteria_are_reachable,
    questions_serve,
    questions_are_at_home,
    names_exist,
    citations_exist,
    domains_are_whole,
    no_cycles,
)
