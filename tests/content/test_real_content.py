"""The content that ships: sound, answerable, worded for its readers, and of a size that people can walk."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tna.assessment.record import Answer, AnswerValue, Record
from tna.assessment.situation import Situation
from tna.content import conditions
from tna.content.load import check_content
from tna.content.models import NO_MISSION, Catalogue, Criterion, Question
from tna.demo.fill import Goal, fill
from tna.scoring import live
from tna.tailoring import Checklist, Placed, tailor

STRENGTH = 850
SECONDS_A_QUESTION = 20
INDIVIDUAL = "individual"
CENTRE = "centre"
BANNED = re.compile(
    r"\b(not|never|without|no longer|adequate|sufficient|appropriate|regularly|properly|suitable|and/or)\b", re.I
)
ABBREVIATION = re.compile(r"\b[A-Z][A-Z&/]{1,}s?\b")


def start() -> Record:
    return Record(
        answers={
            "unit.strength": Answer(status="value", value=STRENGTH),
            "unit.women": Answer(status="value", value=STRENGTH // 2),
            "unit.services_of_others": Answer(status="value", value=[]),
            "unit.deployment_date": Answer(status="value", value="2027-03-03"),
        }
    )


def filled(checklist: Checklist, goal: Goal | random.Random) -> Record:
    """The record after every question that is asked has been answered with a value."""

    def aim(_: Placed) -> Goal:
        return goal if isinstance(goal, str) else goal.choice(["met", "partly", "not_met"])

    def answering(placed: Placed, value: AnswerValue | None) -> Answer:
        assert value is not None, f"{placed.id} has no value that fits"
        return Answer(status="value", value=value, evidence="verified")

    return Record(answers={**start().answers, **fill(checklist, start(), aim, answering)})


def questions(catalogue: Catalogue) -> Iterator[Question]:
    yield from catalogue.questions.values()


def test_it_has_no_fault() -> None:
    assert [str(fault) for fault in check_content(ROOT)] == []


def test_what_is_only_inferred_is_never_mandatory(real_catalogue: Catalogue) -> None:
    wrong = [c.id for c in real_catalogue.criteria.values() if c.grounds == "inferred" and c.force == "mandatory"]
    assert wrong == []


def test_a_figure_of_our_own_says_so(real_catalogue: Catalogue) -> None:
    """Every number in a condition has a threshold that says whether the source states it."""
    unmarked = [c.id for c in real_catalogue.criteria.values() if c.threshold is None and has_figure(c)]
    assert unmarked == []


def has_figure(criterion: Criterion) -> bool:
    """Whether a number stands in it that somebody chose; none at all is no figure."""
    parts = [criterion.met_when] + ([criterion.partly_when] if criterion.partly_when else [])
    checks = [check for part in parts for test in conditions.tests(part) for check in test.checks]
    amounts = [
        amount for check in checks if isinstance(check, conditions.InRange) for amount in (check.low, check.high)
    ]
    return any(amount is not None and amount.number != 0 for amount in amounts)


def test_questions_are_short_plain_and_ask(real_catalogue: Catalogue) -> None:
    wrong = [
        f"{question.id}: {question.ask}"
        for question in questions(real_catalogue)
        if len(question.ask.split()) > 30 or not question.ask.endswith("?") or BANNED.search(question.ask)
    ]
    assert wrong == []


def test_every_abbreviation_is_in_the_glossary(real_catalogue: Catalogue) -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    known = set(ABBREVIATION.findall(glossary)) | set(real_catalogue.missions)
    wrong = {
        f"{question.id}: {word}"
        for question in questions(real_catalogue)
        for word in ABBREVIATION.findall(f"{question.ask} {question.hint or ''}")
        if word.removesuffix("s") not in known and word not in known
    }
    assert wrong == set()


def test_every_question_names_the_evidence_an_assessor_would_show(real_catalogue: Catalogue) -> None:
    assert [question.id for question in questions(real_catalogue) if not question.evidence] == []


def test_a_count_may_be_none(real_catalogue: Catalogue) -> None:
    wrong = [q.id for q in questions(real_catalogue) if q.type in ("count", "hours", "days") and (q.min or 0) > 1]
    assert wrong == []


def test_a_remedy_can_close_the_kind_of_gap_it_is_named_for(real_catalogue: Catalogue) -> None:
    wrong = [
        c.id
        for c in real_catalogue.criteria.values()
        if not any(c.kind in real_catalogue.remedies[name].closes for name in c.remedies)
    ]
    assert wrong == []


def pairs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every unit type with every mission that units go to; what is assessed by itself, without one."""
    for unit in catalogue.units.values():
        if unit.domains:
            yield unit.id, NO_MISSION
            continue
        for mission in catalogue.missions.values():
            if mission.status in ("active", "closing"):
                yield unit.id, mission.id


def in_turn(catalogue: Catalogue, missions: list[str], mission: str) -> Iterator[tuple[str, str]]:
    """The unit types whose turn it is in this of some missions, or by themselves: over all of them, each has one turn."""
    for unit in list(catalogue.units.values())[missions.index(mission) :: len(missions)]:
        yield unit.id, NO_MISSION if unit.domains else mission


def test_a_screen_takes_under_an_hour_and_has_a_few_show_stoppers(real_catalogue: Catalogue) -> None:
    """8 to 15 for a unit; officers who go alone have fewer duties that the sources make binding: from 6; a centre is no unit.

    A screen keeps every critical criterion, and its walk is at most all of its questions: no answer is needed for either.
    """
    wrong = {}
    for unit, mission in pairs(real_catalogue):
        screen = tailor(real_catalogue, unit, mission, depth="screen")
        critical = [item.id for item in screen.items if item.criterion.critical]
        groups = real_catalogue.units[unit].groups
        least = 1 if CENTRE in groups else 6 if INDIVIDUAL in groups else 8
        if not least <= len(critical) <= 15 or len(screen.questions) * SECONDS_A_QUESTION >= 3600:
            wrong[unit, mission] = len(screen.questions), critical
    assert wrong == {}


@pytest.mark.parametrize("mission", MET := ["MINUSCA", "UNFICYP", "UNTSO"])
def test_every_criterion_can_be_met(real_catalogue: Catalogue, mission: str) -> None:
    short = {}
    for unit, where in in_turn(real_catalogue, MET, mission):
        checklist = tailor(real_catalogue, unit, where)
        states = live(Situation(checklist, filled(checklist, "met"))).states
        unmet = [name for name, state in states.items() if state not in ("met", "not_applicable")]
        if unmet:
            short[unit] = unmet
    assert short == {}


@pytest.mark.parametrize("mission", ANSWERED := ["MINUSCA", "UNIFIL", "UNMIK", "UNMOGIP"])
def test_no_criterion_is_left_open_when_every_question_has_an_answer(real_catalogue: Catalogue, mission: str) -> None:
    draw = random.Random(mission)
    stuck = {}
    for unit, where in in_turn(real_catalogue, ANSWERED, mission):
        checklist = tailor(real_catalogue, unit, where)
        situation = Situation(checklist, filled(checklist, draw))
        assert situation.open == ()
        unanswered = [name for name, state in live(situation).states.items() if state == "unanswered"]
        if unanswered:
            stuck[unit] = unanswered
    assert stuck == {}


def test_missions_name_their_threats_and_why(real_catalogue: Catalogue) -> None:
    wrong = [
        f"{mission.id} {threat}"
        for mission in real_catalogue.missions.values()
        for threat, level in mission.threats.items()
        if level and not mission.threat_reasons.get(threat)
    ]
    assert wrong == []


def test_every_active_mission_says_when_its_mandate_ends_or_why_it_does_not(real_catalogue: Catalogue) -> None:
    wrong = [
        mission.id
        for mission in real_catalogue.missions.values()
        if mission.status == "active" and not mission.mandate.ends and not mission.mandate.note
    ]
    assert wrong == []
