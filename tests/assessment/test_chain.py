from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.laptops import Laptop, two_laptops
from tna.assessment.chain import broken
from tna.assessment.events import Event, digest_of
from tna.assessment.record import Answer


@pytest.fixture
def chain() -> list[Event]:
    laptop = Laptop("laptop-one")
    for number in range(4):
        laptop.answer(f"medical.q{number}", number)
    return laptop.events


def named(event: Event) -> str:
    second = int(event.subject[-1]) + 1
    return f"answer to {event.subject} of 2026-11-25 08:00:0{second} UTC (event {event.id[:8]}, device laptop-o)"


def change(event: Event, **fields: object) -> Event:
    return event.model_copy(update=fields)


def sealed(event: Event) -> Event:
    """With a digest that fits again, as a careful forger would."""
    return change(event, digest=digest_of(event))


@given(two_laptops(), st.randoms())
def test_whole_chains_are_whole_in_any_order_and_with_copies(laptops: tuple[Laptop, Laptop], random: Random) -> None:
    events = [event for laptop in laptops for event in laptop.events]
    random.shuffle(events)
    assert broken(events) == []


def test_an_altered_event_is_named(chain: list[Event]) -> None:
    chain[1] = change(chain[1], body=Answer(status="value", value=99))
    assert broken(chain) == [f"The {named(chain[1])} was altered after it was written."]


def test_an_altered_event_with_a_new_digest_shows_in_the_one_after_it(chain: list[Event]) -> None:
    chain[1] = sealed(change(chain[1], body=Answer(status="value", value=99)))
    assert broken(chain) == [f"The entry before the {named(chain[2])} is missing or was replaced."]


def test_a_missing_event_shows_in_the_one_after_it(chain: list[Event]) -> None:
    del chain[0]
    assert broken(chain) == [f"The entry before the {named(chain[0])} is missing or was replaced."]


@pytest.mark.parametrize("as_early_as", [0, 2])
def test_an_event_that_is_not_later_than_the_one_before_is_out_of_order(chain: list[Event], as_early_as: int) -> None:
    late = sealed(change(chain[3], clock=chain[as_early_as].clock))
    assert broken([*chain[:3], late]) == [
        f"The {named(late)} is out of order: it is not later than the entry it follows."
    ]


def test_two_events_after_the_same_one_are_a_fork(chain: list[Event]) -> None:
    second = sealed(change(chain[3], id="f" * 32, prev=chain[2].prev))
    assert broken([*chain, second]) == [
        f"The {named(second)} and the {named(chain[2])} follow the same entry: the chain forks."
    ]


def test_two_firsts_are_a_fork(chain: list[Event]) -> None:
    second = sealed(change(chain[3], id="f" * 32, prev=""))
    assert len(broken([*chain, second])) == 1


def test_swapped_bodies_are_two_altered_events(chain: list[Event]) -> None:
    chain[1], chain[2] = change(chain[1], body=chain[2].body), change(chain[2], body=chain[1].body)
    assert broken(chain) == [f"The {named(event)} was altered after it was written." for event in chain[1:3]]


def test_a_whole_copy_does_not_hide_an_altered_one(chain: list[Event]) -> None:
    altered = change(chain[1], body=Answer(status="value", value=99))
    for events in ([*chain, altered], [altered, *chain]):
        assert broken(events) == [f"The {named(altered)} was altered after it was written."]


def test_a_cut_off_end_shows_only_where_the_head_is_known(chain: list[Event]) -> None:
    heads = {"laptop-one": chain[-1].digest}
    assert broken(chain, heads) == []
    assert broken(chain[:-1]) == []
    assert broken(chain[:-1], heads) == ["The last entry of device laptop-o is missing: it was taken out."]
    assert broken([], heads) == ["The last entry of device laptop-o is missing: it was taken out."]


def test_hostile_names_stay_in_their_line(chain: list[Event]) -> None:
    chain[1] = change(chain[1], subject="medical.q1\n\x1b[2J")
    [sentence] = broken(chain)
    assert sentence.isprintable()
