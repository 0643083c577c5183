"""The condition language: what it means, and that nothing else is in it (SCORING 1)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tna.content.conditions import evaluate, facts_of
from tna.content.grammar import ConditionError, parse


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        ("yes", "yes", True),
        ("yes", "no", False),
        (3, 3, True),
        ({"at_least": 10}, 10, True),
        ({"at_least": 10}, 9.99, False),
        ({"at_most": 10}, 10, True),
        ({"at_most": 10}, 11, False),
        ({"between": [2, 4]}, 4, True),
        ({"between": [2, 4]}, 5, False),
        ({"at_least": 2, "at_most": 4}, 1, False),
        ({"one_of": ["a", "b"]}, "b", True),
        ({"one_of": ["a", "b"]}, "c", False),
        ({"includes": ["a", "b"]}, ["b", "c", "a"], True),
        ({"includes": ["a", "b"]}, ["a"], False),
        ({"includes_any": ["a", "b"]}, ["b"], True),
        ({"includes_any": ["a", "b"]}, [], False),
        ({"after": date(2027, 3, 1)}, date(2027, 3, 1), True),
        ({"after": date(2027, 3, 1)}, date(2027, 2, 28), False),
        ({"before": date(2027, 3, 1)}, date(2027, 3, 1), True),
        ({"before": date(2027, 3, 1)}, date(2027, 3, 2), False),
    ],
)
def test_a_test_says_what_it_says(condition: Any, value: Any, expected: bool) -> None:
    assert evaluate(parse({"a.b": condition}), {"a.b": value}) is expected


@pytest.mark.parametrize(("held", "expected"), [(12, False), (12.5, False), (13, True)])
def test_a_ratio_rounds_up(held: int, expected: bool) -> None:
    one_per_ten = parse({"a.medics": {"at_least": {"one_per": 10, "of": "unit.strength"}}})
    assert evaluate(one_per_ten, {"a.medics": held, "unit.strength": 121}) is expected


def test_times_is_exact_where_binary_fractions_are_not() -> None:
    share = parse({"a.b": {"at_least": {"times": 0.1, "of": "a.c"}}})
    assert evaluate(share, {"a.b": 0.3, "a.c": 3}) is True


@pytest.mark.parametrize(("day", "expected"), [(date(2027, 1, 30), True), (date(2027, 1, 29), False)])
def test_days_count_from_the_deployment(day: date, expected: bool) -> None:
    recent = parse({"a.b": {"after": "deployment", "days": -30}})
    assert evaluate(recent, {"a.b": day, "unit.deployment_date": date(2027, 3, 1)}) is expected


@pytest.mark.parametrize(
    "condition",
    [
        {"a.b": "yes"},
        {"not": {"a.b": "yes"}},
        {"a.c": {"at_least": {"one_per": 10, "of": "a.b"}}},
        {"a.c": {"at_least": 1, "at_most": {"times": 2, "of": "a.b"}}},
        {"a.d": {"after": "deployment"}},
        {"a.word": {"at_least": 1}},
        {"a.word": {"includes_any": ["word"]}},
        {"a.word": {"after": date(2027, 3, 1)}},
    ],
)
def test_an_unknown_fact_makes_it_unknown_and_not_false(condition: Any) -> None:
    assert evaluate(parse(condition), {"a.c": 5, "a.d": date(2027, 3, 1), "a.word": "word"}) is None


THREE = {"t.t": "yes", "t.f": "no"}
TRUE, FALSE, UNKNOWN = {"t.t": "yes"}, {"t.f": "yes"}, {"t.u": "yes"}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"all": [TRUE, UNKNOWN]}, None),
        ({"all": [FALSE, UNKNOWN]}, False),
        ({"all": [UNKNOWN, FALSE]}, False),
        ({"any": [UNKNOWN, TRUE]}, True),
        ({"any": {**UNKNOWN, **TRUE}}, True),
        ({"any": [UNKNOWN, FALSE]}, None),
        ({"any": [TRUE, UNKNOWN]}, True),
        ({"any": [FALSE, UNKNOWN]}, None),
        ({"any": [FALSE, FALSE]}, False),
        ({"not": UNKNOWN}, None),
        ({"not": FALSE}, True),
        ({**TRUE, **UNKNOWN}, None),
        ({**FALSE, **UNKNOWN}, False),
    ],
)
def test_logic_is_kleenes(condition: Any, expected: bool | None) -> None:
    assert evaluate(parse(condition), THREE) is expected


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ([], "is a mapping"),
        ({}, "says nothing"),
        ({"ab": "yes"}, "no fact"),
        ({"a.b": {"atleast": 3}}, "write one of: at_least"),
        ({"a.b": {"between": [1]}}, "two numbers"),
        ({"a.b": {"at_least": "many"}}, "needs a number"),
        ({"a.b": {"at_least": {"one_per": 0, "of": "a.c"}}}, "above 0"),
        ({"a.b": {"one_of": []}}, "list of words"),
        ({"a.b": {"includes": [1]}}, "does not belong"),
        ({"a.b": {"after": "tomorrow"}}, "is no day"),
        ({"a.b": {"at_least": 1, "days": 3}}, "goes with"),
        ({"a.b": {"after": "deployment", "days": 1.5}}, "whole number"),
        ({"a.b": True}, "is no test"),
        ({"any": []}, "list of conditions"),
        ({"not": "a.b"}, "is a mapping"),
    ],
)
def test_anything_else_is_refused_in_words(condition: Any, words: str) -> None:
    with pytest.raises(ConditionError, match=words):
        parse(condition)


def test_a_date_may_come_from_json() -> None:
    assert parse({"a.b": {"before": "2027-03-01"}}) == parse({"a.b": {"before": date(2027, 3, 1)}})


def test_an_error_knows_where_it_is() -> None:
    with pytest.raises(ConditionError) as error:
        parse({"any": [{"a.b": "yes"}, {"a.c": {"atleast": 1}}]})
    assert error.value.path == ("any", 1, "a.c", "atleast")


def test_every_fact_it_reads_is_named() -> None:
    condition = parse(
        {"any": [{"a.b": {"at_least": {"times": 2, "of": "a.c"}}}, {"not": {"a.d": {"before": "deployment"}}}]}
    )
    assert set(facts_of(condition)) == {"a.b", "a.c", "a.d", "unit.deployment_date"}
    assert set(facts_of(parse({"a.b": {"at_most": {"one_per": 2, "of": "a.c"}}}))) == {"a.b", "a.c"}


FACTS = ("f.a", "f.b", "f.c")
leaf = st.builds(lambda fact, least: {fact: {"at_least": least}}, st.sampled_from(FACTS), st.integers(0, 5))
conditions = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"not": part}, inner),
    ),
    max_leaves=8,
)


@given(
    conditions, st.dictionaries(st.sampled_from(FACTS), st.integers(0, 5)), st.sampled_from(FACTS), st.integers(0, 5)
)
def test_learning_a_fact_never_turns_a_settled_answer(
    raw: dict[str, Any], known: dict[str, int], fact: str, value: int
) -> None:
    condition = parse(raw)
    before = evaluate(condition, known)
    after = evaluate(condition, {fact: value, **known})
    assert before is None or after is before


@given(conditions, st.fixed_dictionaries({fact: st.integers(0, 5) for fact in FACTS}))
def test_nothing_is_unknown_when_all_is_known(raw: dict[str, Any], known: dict[str, int]) -> None:
    condition = parse(raw)
    assert evaluate(condition, known) is not None
    assert evaluate(parse({"not": raw}), known) is not evaluate(condition, known)
