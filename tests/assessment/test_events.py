from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.assessment.laptops import START, Laptop, two_laptops
from tna.assessment.events import Body, Entry, Event, EventKind, body_text, digest_of, fold, history, new_event, stamp
from tna.assessment.record import Action, Answer, Cause, Scope

FULL = Answer(
    status="value",
    value=92,
    evidence="documented",
    ref="Kit sheet 14",
    evidence_date=date(2026, 11, 14),
    valid_until=date(2027, 11, 14),
    note="by the RMO",
    flag=True,
)


def event_of(entry: Entry) -> Event:
    return Laptop("one").write(entry)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("answer", FULL),
        ("answer", Answer()),
        ("answer", Answer(status="not_applicable", na_reason="no vehicles")),
        ("answer", Answer(status="value", value=["fr", "sg"])),
        ("answer", Answer(status="value", value=0.5)),
        ("action", Action(what="Buy kits", owner="J4", due=date(2027, 1, 5), accepted_by="COS")),
        ("action", Action()),
        ("cause", Cause(causes=("training", "equipment"), reason="both")),
        ("scope", Scope(depth="screen", domains=("medical",))),
    ],
)
def test_an_event_comes_back_from_json_as_it_was(kind: EventKind, body: Body) -> None:
    event = event_of(Entry(kind, "x", body))
    again = Event.model_validate_json(event.model_dump_json())
    assert again == event
    assert type(again.body) is type(body)
    assert digest_of(again) == event.digest


def test_a_body_of_another_kind_is_refused() -> None:
    with pytest.raises(ValidationError, match="an event of kind answer holds no Action"):
        event_of(Entry("answer", "medical.kits", Action(what="Buy kits")))


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValidationError, match="finite number"):
        event_of(Entry("answer", "medical.kits", Answer(status="value", value=float("nan"))))


def test_the_digest_covers_every_field() -> None:
    event = event_of(Entry("answer", "medical.kits", FULL, undo_of="f" * 32))
    changed = {
        "id": "b" * 32,
        "assessment": "b" * 12,
        "kind": "action",
        "subject": "medical.beds",
        "body": FULL.model_copy(update={"value": 93}),
        "undo_of": None,
        "author": "Maj. Roy",
        "device": "two",
        "at": event.at + timedelta(microseconds=1),
        "clock": "0" * 16 + ".0000",
        "prev": "c" * 64,
    }
    assert set(changed) == set(Event.model_fields) - {"digest"}
    for name, value in changed.items():
        assert digest_of(event.model_copy(update={name: value})) != event.digest, name


def test_the_digest_is_that_of_the_canonical_json_and_stays_so() -> None:
    """Were this text to change, every chain that was ever written would count as broken."""
    event = new_event(
        Entry("answer", "medical.kits", Answer(status="value", value=92, note="é")),
        event_id="1" * 32,
        assessment="2" * 12,
        device="3" * 32,
        author=None,
        now=START,
        last_clock="",
        prev="",
    )
    text = (
        '{"assessment":"222222222222","at":"2026-11-25T08:00:00.000000+00:00","body":{"note":"é","status":"value","value":92},'
        '"clock":"0006611536b06000.0000","device":"33333333333333333333333333333333","id":"11111111111111111111111111111111",'
        '"kind":"answer","prev":"","subject":"medical.kits"}'
    )
    assert event.digest == sha256(text.encode()).hexdigest()


def test_a_field_added_later_with_a_default_leaves_the_text_of_a_body_alone() -> None:
    assert body_text(Answer()) == "{}"
    assert body_text(Answer(status="value", value=1)) == '{"status":"value","value":1}'


def test_times_are_kept_in_utc_with_microseconds() -> None:
    east = datetime(2026, 11, 25, 10, 0, 0, 7, tzinfo=timezone(timedelta(hours=2)))
    event = event_of(Entry("answer", "medical.kits", Answer())).model_copy(update={"at": east})
    again = Event.model_validate(event.model_dump())
    assert again.at.utcoffset() == timedelta(0)
    assert stamp(again.at) == stamp(east) == "2026-11-25T08:00:00.000007+00:00"
    assert stamp(datetime(2026, 11, 25, tzinfo=UTC)) == "2026-11-25T00:00:00.000000+00:00"


def test_half_characters_are_replaced_everywhere_and_the_rest_is_kept_as_typed() -> None:
    odd = "\x00\x1b[31m=SUM(A1)\u202e"
    event = event_of(Entry("answer", "medical.\udce9", Answer(note=odd + "\ud800", ref=odd)))
    assert event.body == Answer(note=odd + "�", ref=odd)
    assert event.subject == "medical.�"
    event.model_dump_json()


def test_the_newest_answer_is_the_present_one() -> None:
    laptop = Laptop("one")
    for value in (1, 2, 3):
        laptop.answer("medical.kits", value)
    laptop.write(Entry("action", "medical.kits", Action(what="Buy")))
    record = fold(laptop.events)
    assert record.answers == {"medical.kits": Answer(status="value", value=3)}
    assert record.actions == {"medical.kits": Action(what="Buy")}
    assert record.scope is None


def test_an_answer_given_after_a_merge_is_newer_than_all_it_saw_even_with_a_slow_clock() -> None:
    fast, slow = Laptop("one", timedelta(days=300)), Laptop("two")
    fast.answer("medical.kits", 1)
    slow.take(fast.events)
    slow.answer("medical.kits", 2)
    assert fold(slow.events).answers["medical.kits"].value == 2


@given(two_laptops(), st.randoms())
def test_a_merge_is_commutative_associative_and_idempotent(laptops: tuple[Laptop, Laptop], random: Random) -> None:
    one, two = (laptop.events for laptop in laptops)
    merged = fold([*one, *two])
    assert fold([*two, *one]) == merged
    assert fold([*one, *two, *two, *one]) == merged
    assert fold([*one, *(event for event in two if event not in one)]) == merged
    shuffled = [*one, *two]
    random.shuffle(shuffled)
    assert fold(shuffled) == merged
    assert list(fold(shuffled).answers) == list(merged.answers)


@given(two_laptops())
def test_history_holds_every_answer_once_oldest_first_and_ends_with_the_present_one(
    laptops: tuple[Laptop, Laptop],
) -> None:
    events = [*laptops[0].events, *laptops[1].events]
    for question, answer in fold(events).answers.items():
        past = history(events, question)
        assert [event.order for event in past] == sorted(
            {e.order for e in events if e.kind == "answer" and e.subject == question}
        )
        assert past[-1].body == answer
