from __future__ import annotations

from hypothesis import given

from tests.assessment.laptops import Laptop, two_laptops
from tna.assessment.events import Entry, fold
from tna.assessment.record import Action, Answer, Record, Scope
from tna.assessment.undo import undo


def take_back(laptop: Laptop) -> Record:
    entry = undo(laptop.events, laptop.device)
    assert entry is not None
    laptop.write(entry)
    return fold(laptop.events)


def value(record: Record, question: str = "medical.kits") -> object:
    return record.answers[question].value


def test_undo_goes_back_step_by_step_to_the_open_question_and_stops() -> None:
    laptop = Laptop("one")
    for number in (1, 2, 3):
        laptop.answer("medical.kits", number)
    assert value(take_back(laptop)) == 2
    assert value(take_back(laptop)) == 1
    assert take_back(laptop).answers == {"medical.kits": Answer()}
    assert undo(laptop.events, "one") is None
    assert len(laptop.events) == 6, "an undo is an entry, nothing is erased"


def test_a_new_answer_after_an_undo_is_undone_to_what_the_undo_left() -> None:
    laptop = Laptop("one")
    laptop.answer("medical.kits", 1)
    laptop.answer("medical.kits", 2)
    take_back(laptop)
    laptop.answer("medical.kits", 3)
    assert value(take_back(laptop)) == 1


def test_undo_takes_the_questions_in_the_order_they_were_answered() -> None:
    laptop = Laptop("one")
    laptop.answer("medical.kits", 1)
    laptop.answer("medical.beds", 2)
    assert take_back(laptop).answers == {"medical.kits": Answer(status="value", value=1), "medical.beds": Answer()}
    assert take_back(laptop).answers["medical.kits"] == Answer()


def test_an_action_is_taken_back_to_none() -> None:
    laptop = Laptop("one")
    laptop.write(Entry("action", "MED-1", Action(what="Buy kits")))
    assert take_back(laptop).actions == {"MED-1": Action()}


def test_undo_is_of_this_device_only_and_keeps_what_another_said_since() -> None:
    mine, other = Laptop("one"), Laptop("two")
    mine.answer("medical.kits", 1)
    other.take(mine.events)
    other.answer("medical.kits", 2)
    mine.take(other.events)
    assert undo(other.events, "three") is None
    assert value(take_back(mine)) == 2


def test_undo_returns_to_what_another_device_said_before() -> None:
    mine, other = Laptop("one"), Laptop("two")
    other.answer("medical.kits", 1)
    mine.take(other.events)
    mine.answer("medical.kits", 2)
    assert value(take_back(mine)) == 1


def test_a_scope_is_taken_back_to_the_one_before_but_the_first_stays_and_ends_undo() -> None:
    laptop = Laptop("one")
    laptop.answer("unit.strength", 850)
    laptop.write(Entry("scope", "scope", Scope(depth="screen", domains=())))
    laptop.write(Entry("scope", "scope", Scope(depth="full", domains=())))
    assert take_back(laptop).scope == Scope(depth="screen", domains=())
    assert undo(laptop.events, "one") is None
    assert value(fold(laptop.events), "unit.strength") == 850


@given(two_laptops())
def test_undo_ends_and_touches_only_what_it_takes_back(laptops: tuple[Laptop, Laptop]) -> None:
    laptop = laptops[0]
    own = sum(event.device == laptop.device for event in laptop.events)
    for _ in range(own + 1):
        entry = undo(laptop.events, laptop.device)
        if entry is None:
            break
        before = fold(laptop.events)
        target = next(event for event in laptop.events if event.id == entry.undo_of)
        laptop.write(entry)
        after = fold(laptop.events)
        changed = {q for q in after.answers if after.answers[q] != before.answers.get(q)}
        assert changed <= {target.subject}
    assert undo(laptop.events, laptop.device) is None
