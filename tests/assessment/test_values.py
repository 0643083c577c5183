"""What fits a question, and what is said when it does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tna.assessment.values import BadValue, check_value, not_applicable, parse_value
from tna.content.models import Question


def question(kind: str, **more: Any) -> Question:
    return Question.model_validate({"id": "a.b", "ask": "What?", "type": kind, **more})


OPTIONS = {"options": {"kit": "A kit", "bag": "A bag", "none": "None"}}
LEVELS = {"levels": ["a", "b", "c", "d", "e"]}


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        (question("yes_no"), "yes", "yes"),
        (question("yes_no"), " N ", "no"),
        (question("yes_partly_no"), "p", "partly"),
        (question("count"), "0", 0),
        (question("count"), "121", 121),
        (question("percent"), "92 %", 92),
        (question("percent"), "92,5", 92.5),
        (question("hours"), "1.5", 1.5),
        (question("days", min=-30), "-7", -7),
        (question("date"), "2027-03-01", "2027-03-01"),
        (question("choice", **OPTIONS), "bag", "bag"),
        (question("multi_choice", **OPTIONS), "bag, kit", ["kit", "bag"]),
        (question("multi_choice", **OPTIONS), "", []),
        (question("maturity", **LEVELS), "4", 4),
        (question("text"), " as typed ", "as typed"),
    ],
)
def test_what_fits_is_kept(asked: Question, text: str, value: object) -> None:
    assert parse_value(asked, text) == value


@pytest.mark.parametrize(
    ("asked", "text", "message"),
    [
        (question("yes_no"), "partly", "'partly' does not fit; write one of: yes, no"),
        (question("count"), "12.5", "'12.5' is not whole; write a whole number, 0 or more"),
        (question("count"), "-1", "'-1' is out of range; write a whole number, 0 or more"),
        (question("count", max=10), "11", "'11' is out of range; write a whole number from 0 to 10"),
        (question("count"), "9999999999", "'9999999999' is out of range; write a whole number, 0 or more"),
        (question("count"), "nan", "'nan' is not a number; write a whole number, 0 or more"),
        (question("count"), "1e3", "'1e3' is not a number; write a whole number, 0 or more"),
        (question("percent"), "101", "'101' is out of range; write a number from 0 to 100"),
        (question("maturity", **LEVELS), "5", "'5' is out of range; write a whole number from 0 to 4"),
        (question("date"), "1 March", "'1 March' is not a date; write it as year-month-day, such as 2027-03-01"),
        (question("date"), "2027-02-30", "'2027-02-30' is not a date; write it as year-month-day, such as 2027-03-01"),
        (question("date"), "20270301", "'20270301' is not a date; write it as year-month-day, such as 2027-03-01"),
        (question("choice", **OPTIONS), "box", "'box' is not an option; write one of: kit, bag, none"),
        (
            question("multi_choice", **OPTIONS),
            "kit,box",
            "'box' is not an option; write keys with commas between, of: kit, bag, none",
        ),
        (question("text"), "  ", "write some words"),
        (question("count"), "9" * 60, f"'{'9' * 39}…' is not a number; write a whole number, 0 or more"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_does(asked: Question, text: str, message: str) -> None:
    with pytest.raises(BadValue) as error:
        parse_value(asked, text)
    assert str(error.value) == message


@pytest.mark.parametrize("value", [True, None, {"a": 1}, 1.5])
def test_json_of_another_kind_is_refused(value: object) -> None:
    with pytest.raises(BadValue, match="whole"):
        check_value(question("count"), value)


@pytest.mark.parametrize("value", [True, None, {"a": 1}])
def test_json_of_another_kind_is_no_text_either(value: object) -> None:
    with pytest.raises(BadValue, match="some words"):
        check_value(question("text"), value)


def test_a_list_fits_only_a_multi_choice() -> None:
    assert check_value(question("multi_choice", **OPTIONS), ["none", "kit"]) == ["kit", "none"]
    with pytest.raises(BadValue, match="one of"):
        check_value(question("choice", **OPTIONS), ["kit"])


def test_not_applicable_needs_a_reason() -> None:
    assert not_applicable(question("count"), " no vehicles ").na_reason == "no vehicles"
    with pytest.raises(BadValue, match="needs a reason"):
        not_applicable(question("count"), " ")


def test_a_fact_about_the_unit_cannot_be_set_not_applicable() -> None:
    about_unit = question("count").model_copy(update={"id": "unit.strength"})
    with pytest.raises(BadValue, match="fact about the unit"):
        not_applicable(about_unit, "because")


KINDS = [
    question("yes_no"),
    question("count", min=2, max=90),
    question("percent"),
    question("date"),
    question("maturity", **LEVELS),
    question("multi_choice", **OPTIONS),
]


@given(st.sampled_from(KINDS), st.text())
def test_anything_typed_is_kept_or_refused_and_what_is_kept_fits_again(asked: Question, text: str) -> None:
    try:
        value = parse_value(asked, text)
    except BadValue:
        return
    assert check_value(asked, value) == value
