"""Section 5 of SCORING: grades, ageing, shares."""

from __future__ import annotations

from datetime import date

import pytest

from tests.scoring.build import AS_OF, Spec, answer, checklist, record
from tna.assessment.record import GRADES, Answer, Grade
from tna.content.models import Question
from tna.scoring import score
from tna.scoring.evidence import RANK, older_than, rank
from tna.scoring.result import Evidence


def shown(grade: Grade, day: date | None, until: date | None = None, as_of: date = AS_OF) -> Grade:
    aged = rank(Answer(status="value", value="yes", evidence=grade, evidence_date=day, valid_until=until), as_of)
    return GRADES[aged - 1]


@pytest.mark.parametrize(
    ("day", "grade"),
    [
        (None, "verified"),
        (date(2027, 1, 1), "verified"),
        (date(2025, 11, 25), "verified"),
        (date(2025, 11, 24), "demonstrated"),
        (date(2024, 11, 25), "demonstrated"),
        (date(2024, 11, 24), "documented"),
        (date(2001, 1, 1), "documented"),
    ],
)
def test_evidence_ages_by_a_grade_after_twelve_months_and_by_two_after_twenty_four(
    day: date | None, grade: Grade
) -> None:
    assert shown("verified", day) == grade


def test_no_evidence_falls_below_declared() -> None:
    assert shown("documented", date(2020, 1, 1)) == "declared"
    assert shown("declared", date(2020, 1, 1)) == "declared"


def test_a_validity_that_is_not_past_stops_the_ageing() -> None:
    old = date(2020, 1, 1)
    assert shown("verified", old, until=AS_OF) == "verified"
    assert shown("verified", old, until=date(2026, 11, 24)) == "documented"


def test_an_answer_without_a_grade_is_declared() -> None:
    assert rank(Answer(status="value", value="yes"), AS_OF) == RANK["declared"]


@pytest.mark.parametrize(
    ("day", "as_of", "more"),
    [
        (date(2027, 2, 28), date(2028, 2, 28), False),
        (date(2027, 2, 28), date(2028, 2, 29), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
        (date(2025, 12, 31), date(2027, 1, 1), True),
        (date(1, 1, 1), date(1, 12, 31), False),
    ],
)
def test_months_are_those_of_the_calendar(day: date, as_of: date, more: bool) -> None:
    assert older_than(day, 12, as_of) is more


EITHER = {"any": [{"alpha.one": "yes"}, {"alpha.two": "yes"}]}
ONE, TWO = (Question(id=f"alpha.{name}", ask=f"Is it {name}?", type="yes_no") for name in ("one", "two"))


def test_a_criterion_has_the_lowest_grade_among_its_answers() -> None:
    made = checklist(Spec("A-1", met=EITHER, partly=EITHER), questions=(ONE, TWO))
    both = {"alpha.one": answer("yes", "verified"), "alpha.two": answer("no", "documented")}
    assert score(made, record(both), AS_OF).criteria[0].evidence == "documented"
    one = {"alpha.one": answer("yes", "verified"), "alpha.two": answer("?", evidence_date=date(2000, 1, 1))}
    assert score(made, record(one), AS_OF).criteria[0].evidence == "verified"


def test_an_answer_that_is_no_longer_asked_lends_no_grade() -> None:
    hidden = Question(id="alpha.two", ask="Is it two?", type="yes_no", when={"alpha.one": "no"})
    made = checklist(Spec("A-1", met=EITHER, partly=EITHER), questions=(ONE, hidden))
    given = {"alpha.one": answer("yes", "verified"), "alpha.two": answer("no", "declared")}
    assert score(made, record(given), AS_OF).criteria[0].evidence == "verified"


def test_facts_of_the_profile_are_declared_and_lower_nothing() -> None:
    enough = {"unit.strength": {"at_least": 100}}
    (found,) = score(
        checklist(Spec("A-1", met=enough, partly=enough)),
        record({"unit.strength": answer(500, "verified")}),
        AS_OF,
    ).criteria
    assert (found.state, found.evidence, found.questions) == ("met", "declared", ())
    kits = Question(id="alpha.one", ask="How many?", type="count")
    met = {"alpha.one": {"at_least": {"times": 1, "of": "unit.strength"}}}
    (found,) = score(
        checklist(Spec("A-1", met=met, partly=met), questions=(kits,)),
        record({"unit.strength": answer(500, "declared"), "alpha.one": answer(500, "verified")}),
        AS_OF,
    ).criteria
    assert found.evidence == "verified"


def test_shares_are_of_the_applicable_weight_and_never_touch_the_score() -> None:
    specs = tuple(Spec(f"A-{n}", force="good_practice") for n in range(1, 6))
    words = ["declared", "documented", "demonstrated", "verified"]
    given = {spec.question: answer("no", word) for spec, word in zip(specs, words, strict=False)}  # type: ignore[arg-type]
    made = checklist(*specs, Spec("A-9"))
    found = score(made, record({**given, "alpha.a_9": "na"}), AS_OF)
    assert found.evidence == Evidence(80.0, 60.0, 40.0, 20.0)
    assert found.index is not None
    assert found.index.low == 0.0
