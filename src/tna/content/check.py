"""What must hold across the files of the content. Each rule is a function that yields faults."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from tna.content import fit
from tna.content.conditions import facts_of, tests
from tna.content.fault import Fault
from tna.content.lookup import Lookup
from tna.content.models import SETUP_QUESTIONS
from tna.content.near import suggest
from tna.content.read import Content


def check(content: Content) -> list[Fault]:
    """Every fault of the content, those of reading included, in the order of the files."""
    lookup = Lookup(content)
    found = content.faults + lookup.faults + [fault for rule in RULES for fault in rule(lookup)]
    return sorted(set(found), key=lambda fault: (fault.file, fault.line, fault.item, fault.message))


def facts_exist(lookup: Lookup) -> Iterator[Fault]:
    """Every fact named exists."""
    for written in lookup.conditions:
        for fact in dict.fromkeys(facts_of(written.condition)):
            if fact not in lookup.facts and not lookup.hidden(fact):
                yield written.fault(f"names {fact}{suggest(fact, lookup.facts) or ', which no question asks'}")


def tests_fit(lookup: Lookup) -> Iterator[Fault]:
    """Every test fits the type of its fact, and names options that it has."""
    for written in lookup.conditions:
        for test in tests(written.condition):
            for message in fit.misfits(test, lookup.questions, lookup.setup):
                yield written.fault(message)


def criteria_are_reachable(lookup: Lookup) -> Iterator[Fault]:
    """Every criterion rests on a question."""
    asked = {name for kind, name in lookup.content.places if kind == "questions"} | set(lookup.questions)
    judged = [written for written in lookup.conditions if written.keys == ("met",)]
    for written in judged:
        facts = set(facts_of(written.condition))
        if facts <= lookup.facts and not facts & asked:
            yield written.fault("rests on no question, so that nobody could ever answer it")


def questions_serve(lookup: Lookup) -> Iterator[Fault]:
    """Every question serves a criterion, another question's condition, or the profile."""
    if any(file.startswith("standards/") for file in lookup.content.unreadable):
        return
    used = {fact for written in lookup.conditions for fact in facts_of(written.condition)} | lookup.content.spoilt
    for question in lookup.questions.values():
        if question.id not in used and not question.is_profile:
            place = lookup.place("questions", question.id)
            yield place.fault(question.id, "serves no criterion: name it in one, or take it out", "id")


def questions_are_at_home(lookup: Lookup) -> Iterator[Fault]:
    """A question's id begins with its domain, in the profile with `unit`."""
    for (kind, name), place in lookup.content.places.items():
        stem = place.document.file.rpartition("/")[2].removesuffix(".yaml")
        home = "unit" if stem == "profile" else stem
        if kind == "questions" and not name.startswith(home + "."):
            yield place.fault(name, f"the id must begin with {home}.", "id")


def names_exist(lookup: Lookup) -> Iterator[Fault]:
    """Every remedy, unit type, mission, threat and domain that an item names exists."""
    for kind, owner, what, keys, names, known in _named(lookup):
        for index, name in enumerate(names if known else ()):
            if name not in known:
                message = f"there is no {what} {name}{suggest(name, known)}"
                yield lookup.place(kind, owner).fault(owner, message, *keys, index)


def _named(lookup: Lookup) -> Iterator[tuple[str, str, str, tuple[str, ...], Iterable[str], Collection[str]]]:
    """The kind and id of an item; then what it names, under which keys, the names, and those that exist."""
    lists, remedies = lookup.content.lists, _known(lookup, "remedies")
    domains = [file.partition("/")[2] for file in lookup.content.unreadable] + [*lookup.content.standards]
    for c in lookup.criteria.values():
        yield "criteria", c.id, "remedy", ("remedies",), c.remedies, remedies
        yield "criteria", c.id, "unit type or group", ("applies", "units"), c.applies.units, lookup.groups
        yield "criteria", c.id, "mission", ("applies", "missions"), c.applies.missions, lists["missions"]
        yield "criteria", c.id, "threat", ("raised_by",), c.raised_by, lookup.threats
    for mission in lists["missions"].values():
        yield "missions", mission.id, "threat", ("threat_reasons",), mission.threat_reasons, mission.threats
    for unit in lists["units"].values():
        yield "units", unit.id, "domain", ("domains",), unit.domains, domains


def citations_exist(lookup: Lookup) -> Iterator[Fault]:
    """Every citation names a source, wherever it stands."""
    known = _known(lookup, "sources")
    if "standards/sources" in lookup.content.unreadable:
        return
    cited = [("criteria", criterion.id, criterion.cites) for criterion in lookup.criteria.values()]
    for kind in ("missions", "units", "remedies"):
        cited += [(kind, item.id, item.cites) for item in lookup.content.lists[kind].values()]
    for kind, name, citations in cited:
        for index, citation in enumerate(citations):
            if citation.source not in known:
                message = f"cites {citation.source}, which sources.yaml lacks{suggest(citation.source, known)}"
                yield lookup.place(kind, name).fault(name, message, "cites", index, "source")
    yield from _single_names(lookup, known)


def _single_names(lookup: Lookup, known: frozenset[str]) -> Iterator[Fault]:
    lists = lookup.content.lists
    single: list[tuple[str, str, str | None, tuple[str, ...]]]
    single = [("sources", s.id, s.superseded_by, ("superseded_by",)) for s in lists["sources"].values()]
    single += [("units", u.id, u.manual and u.manual.source, ("manual", "source")) for u in lists["units"].values()]
    for kind, owner, name, keys in single:
        if name and name not in known:
            yield lookup.place(kind, owner).fault(owner, f"there is no source {name}{suggest(name, known)}", *keys)


def _known(lookup: Lookup, kind: str) -> frozenset[str]:
    return frozenset(name for found, name in lookup.content.places if found == kind)


def setup_keeps_its_types(lookup: Lookup) -> Iterator[Fault]:
    """A profile may word the questions of the set-up anew, but not ask for something else."""
    for question in SETUP_QUESTIONS:
        asked = lookup.questions[question.id]
        if asked.type != question.type:
            message = f"must be of type {question.type}: a new assessment asks it"
            yield lookup.place("questions", question.id).fault(question.id, message, "type")


def domains_are_whole(lookup: Lookup) -> Iterator[Fault]:
    """A standard has its questionnaire, and the other way round; the edition orders domains that exist."""
    standards, asked = lookup.content.standards, lookup.content.questionnaires
    unreadable = {file.partition("/")[2] for file in lookup.content.unreadable}
    for slug in standards.keys() - asked.keys() - unreadable:
        yield Fault(f"standards/{slug}.yaml", 1, "", f"there is no questionnaires/{slug}.yaml that asks about it")
    for slug in asked.keys() - standards.keys() - unreadable:
        yield Fault(f"questionnaires/{slug}.yaml", 1, "", f"there is no standards/{slug}.yaml that it asks for")
    edition = lookup.content.edition
    for index, slug in enumerate(edition.order if edition else ()):
        if slug not in standards and slug not in unreadable:
            message = f"`order` names {slug}, which has no standard{suggest(slug, standards)}"
            yield lookup.place("edition", "").fault("", message, "order", index)


def no_cycles(lookup: Lookup) -> Iterator[Fault]:
    """No question waits, by its `when`, for itself."""
    waits: Mapping[str, tuple[str, ...]] = {
        written.owner: tuple(facts_of(written.condition)) for written in lookup.conditions if written.keys == ("when",)
    }
    for start in waits:
        trail = _trail_back(start, waits)
        if trail:
            place = lookup.place("questions", start)
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


RULES: tuple[Callable[[Lookup], Iterator[Fault]], ...] = (
    facts_exist,
    tests_fit,
    criteria_are_reachable,
    questions_serve,
    questions_are_at_home,
    names_exist,
    citations_exist,
    setup_keeps_its_types,
    domains_are_whole,
    no_cycles,
)
