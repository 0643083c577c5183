"""Finds, for each question, an answer that makes its criteria met, partly met or not met."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal

from tna.assessment.record import Answer, AnswerValue, Record
from tna.assessment.situation import Situation
from tna.assessment.values import WHOLE, BadValue, as_fact, check_value
from tna.content.conditions import Check, Condition, Dated, Facts, Includes, InRange, Value, evaluate, tests
from tna.content.models import DEPLOYMENT_DATE, NUMERIC, Criterion, Question
from tna.tailoring import Checklist, Placed

Goal = Literal["met", "partly", "not_met"]
WANTED: dict[Goal, float] = {"met": 1.0, "partly": 0.5, "not_met": 0.0}

Answering = Callable[[Placed, AnswerValue | None], Answer]
"""Makes the answer to a question from the value that was found for its goal."""


def fill(
    checklist: Checklist, start: Record, goal: Callable[[Placed], Goal], answering: Answering
) -> dict[str, Answer]:
    """Answers every question that is asked, round by round, as answers bring up further questions.

    Args:
        start: what is answered already.
        goal: what a question's criteria are to become, as far as its answer can bring them there.
        answering: makes the answer; one that leaves a question open is not asked again.
    """
    answers = dict(start.answers)
    given: dict[str, Answer] = {}
    while True:
        situation = Situation(checklist, Record(answers=answers))
        waiting = [placed for placed in situation.open if placed.id not in given]
        if not waiting:
            return given
        facts: dict[str, Value] = dict(situation.facts)
        for placed in waiting:
            value = value_for(checklist, placed, goal(placed), facts)
            answer = answering(placed, value)
            given[placed.id] = answers[placed.id] = answer
            if answer.status == "value" and answer.value is not None:
                facts[placed.id] = as_fact(placed.question, answer.value)


def value_for(checklist: Checklist, placed: Placed, goal: Goal, facts: Facts) -> AnswerValue | None:
    """The candidate that brings the criteria of a question nearest to a goal; the first of equals."""
    criteria = [checklist.item[name].criterion for name in placed.criteria]
    best: tuple[float, AnswerValue] | None = None
    for candidate in candidates(placed.question, criteria, facts):
        known = {**facts, placed.id: as_fact(placed.question, candidate)}
        away = sum(abs(_standing(criterion, known) - WANTED[goal]) for criterion in criteria)
        if best is None or away < best[0]:
            best = away, candidate
    return best[1] if best else None


def candidates(question: Question, criteria: list[Criterion], facts: Facts) -> Iterator[AnswerValue]:
    """Values worth trying: the options, and what lies on and just beside each bound that a criterion names."""
    raw: list[object] = []
    checks = [check for criterion in criteria for check in _checks(criterion, question.id)]
    if question.type == "multi_choice":
        raw = [list(question.options), *([*check.keys] for check in checks if isinstance(check, Includes)), []]
        raw += [[key] for key in question.options]
    elif question.words:
        raw = list(question.words)
    elif question.type == "date":
        raw = list(_days(checks, facts))
    elif question.type in NUMERIC:
        raw = list(_numbers(question, checks, facts))
    else:
        raw = ["Recorded."]
    for value in raw:
        try:
            yield check_value(question, value)
        except BadValue:
            continue


def _checks(criterion: Criterion, fact: str) -> Iterator[Check]:
    conditions: list[Condition] = [criterion.met_when] + ([criterion.partly_when] if criterion.partly_when else [])
    for condition in conditions:
        for test in tests(condition):
            if test.fact == fact:
                yield from test.checks


def _numbers(question: Question, checks: list[Check], facts: Facts) -> Iterator[float]:
    low, high = question.limits
    step = 1 if question.type in WHOLE else 5
    for check in checks:
        for amount in (check.low, check.high) if isinstance(check, InRange) else ():
            bound = amount.resolve(facts) if amount else None
            if bound is not None:
                whole = math.ceil(bound)
                yield from (whole, whole - step, whole + step)
    yield from (low, high if high is not None else low + 10)
    if question.type == "maturity":
        yield from range(5)


def _days(checks: list[Check], facts: Facts) -> Iterator[str]:
    for check in checks:
        day = check.moment.resolve(facts) if isinstance(check, Dated) else None
        if day is not None:
            yield from ((day + timedelta(days=days)).isoformat() for days in (0, 5, -5, 60, -60))
    deployment = facts.get(DEPLOYMENT_DATE)
    if isinstance(deployment, date):
        yield from ((deployment + timedelta(days=days)).isoformat() for days in (-60, -400, 200))


def _standing(criterion: Criterion, facts: Facts) -> float:
    met = evaluate(criterion.met_when, facts)
    if met:
        return 1.0
    partly = evaluate(criterion.partly_when, facts) if criterion.partly_when else False
    if partly and met is False:
        return 0.5
    return 0.6 if met is None else 0.0  # still open: better than lost, when it is to be met
