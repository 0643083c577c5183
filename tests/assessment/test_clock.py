from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tna.assessment.clock import READING, tick

NOW = datetime(2026, 11, 25, 8, 0, 0, 123456, tzinfo=UTC)

readings = st.builds("{:016x}.{:04x}".format, st.integers(0, 1 << 56), st.integers(0, 0xFFFF))


def test_the_wall_clock_leads_while_it_goes_on() -> None:
    first = tick("", NOW)
    assert first == f"{int(NOW.timestamp()) * 1_000_000 + 123456:016x}.0000"
    assert tick(first, NOW + timedelta(microseconds=1)) == f"{int(first[:16], 16) + 1:016x}.0000"


def test_a_clock_that_stands_still_or_was_set_back_still_goes_up() -> None:
    first = tick("", NOW)
    assert tick(first, NOW) == first[:-4] + "0001"
    assert tick(first, NOW - timedelta(days=400)) == first[:-4] + "0001"


def test_a_laptop_whose_clock_is_before_1970_can_write() -> None:
    assert tick("", datetime(1969, 1, 1, tzinfo=UTC)) == "0000000000000000.0000"


@given(readings, st.datetimes(timezones=st.just(UTC)))
def test_every_reading_is_later_than_the_last_and_of_the_same_shape(last: str, now: datetime) -> None:
    after = tick(last, now)
    assert after > last
    assert re.fullmatch(READING, after)
