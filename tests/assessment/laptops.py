"""Laptops that write events into memory, for tests of what holds without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import strategies as st

from tna.assessment.events import Entry, Event, new_event
from tna.assessment.record import Action, Answer, Cause, Scope

START = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
ASSESSMENT = "a0" * 6

entries = st.one_of(
    st.builds(
        Entry,
        st.just("answer"),
        st.sampled_from(["medical.kits", "medical.beds", "unit.strength"]),
        st.builds(Answer, status=st.just("value"), value=st.integers(0, 9), note=st.none() | st.text(max_size=5)),
    ),
    st.builds(
        Entry, st.just("action"), st.sampled_from(["MED-1", "MED-2"]), st.builds(Action, what=st.text(max_size=5))
    ),
    st.builds(Entry, st.just("cause"), st.just("MED-1"), st.just(Cause(causes=("training",), reason="new drivers"))),
    st.builds(Entry, st.just("scope"), st.just("scope"), st.builds(Scope, depth=st.just("full"), domains=st.just(()))),
)


class Laptop:
    """Writes events in its own chain; knows what it wrote and what it was given."""

    ids: Iterator[int] = count(1)

    def __init__(self, device: str, clock_off_by: timedelta = timedelta(0)) -> None:
        self.device = device
        self.events: list[Event] = []
        self._now = START + clock_off_by

    def write(self, entry: Entry) -> Event:
        self._now += timedelta(seconds=1)
        own = [event for event in self.events if event.device == self.device]
        event = new_event(
            entry,
            event_id=f"{next(self.ids):032x}",
            assessment=ASSESSMENT,
            device=self.device,
            author="Capt. Diallo",
            now=self._now,
            last_clock=max((event.clock for event in self.events), default=""),
            prev=own[-1].digest if own else "",
        )
        self.events.append(event)
        return event

    def answer(self, question: str, value: int) -> Event:
        return self.write(Entry("answer", question, Answer(status="value", value=value)))

    def take(self, events: Iterable[Event]) -> None:
        known = {event.id for event in self.events}
        self.events += [event for event in events if event.id not in known]


@st.composite
def two_laptops(draw: st.DrawFn) -> tuple[Laptop, Laptop]:
    """Two laptops, the clock of one off by up to a day, that now and then hand each other what they have."""
    hours = draw(st.integers(-24, 24))
    both = Laptop("one"), Laptop("two", timedelta(hours=hours))
    for turn, entry in draw(st.lists(st.tuples(st.integers(0, 5), entries), max_size=12)):
        mine, other = both if turn % 2 else both[::-1]
        if turn > 3:
            mine.take(other.events)
        mine.write(entry)
    return both
