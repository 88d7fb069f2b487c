"""A moment is the same after it was text, and a day stays a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.dates import date_only
from dragoman.ingest.iso import from_iso, to_iso
from dragoman.world.zones import DATE_ONLY

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])


@given(st.datetimes(timezones=ZONES))
def test_a_moment_is_kept(moment: datetime) -> None:
    assert from_iso(to_iso(moment)) == moment


@given(st.dates())
def test_a_day_is_kept_as_a_day(day: date) -> None:
    kept = from_iso(to_iso(date_only(day)))
    assert (kept.date(), kept.tzinfo is DATE_ONLY) == (day, True)


def test_what_is_no_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        from_iso("soon")
