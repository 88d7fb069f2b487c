"""Of several dates of one kind the first counts, in its fullest form."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dragoman.errors import BadDate
from dragoman.ingest.dates import find_dates
from dragoman.ingest.draft import Draft
from dragoman.ingest.moments import find_moments
from dragoman.ingest.outlets import outlets


def published(*lines: str) -> str | None:
    dates = [printed for line in lines for printed in find_dates(line)]
    moment, _ = find_moments(Draft(dates=dates), None, outlets().named("NDTV"), None)
    return moment.isoformat() if moment else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2020-01-04T09:46:00Z", "Jan 04, 2020, 03:16 PM IST"], "2020-01-04T15:16:00+05:30"),
        (["2020-01-04T09:46:00Z", "Jan 04, 2020, 03:17 PM IST"], "2020-01-04T09:46:00+00:00"),
        (["2020-01-04", "Jan 04, 2020, 03:16 PM IST"], "2020-01-04T15:16:00+05:30"),
        (["2020-01-04", "Jan 05, 2020, 03:16 PM IST"], "2020-01-04T00:00:00+00:00"),
        (["2020-01-04T10:00:00+01:00", "2020-01-04T09:00:00Z"], "2020-01-04T10:00:00+01:00"),
        (["30 February 2020", "4 January 2020"], "2020-01-04T00:00:00+00:00"),
        (["1970-01-01", "4 January 2020"], "2020-01-04T00:00:00+00:00"),
        (["Updated: 5 January 2020"], None),
    ],
)
def test_the_date_of_publication(lines: list[str], expected: str | None) -> None:
    assert published(*lines) == expected


def test_dates_that_all_cannot_be_are_an_error() -> None:
    with pytest.raises(BadDate, match="2020-02-30"):
        published("30 February 2020", "31 June 2020")


def test_the_printed_zone_keeps_its_name() -> None:
    dates = find_dates("Updated: Jan 04, 2020, 03:16 PM IST")
    _, updated = find_moments(Draft(dates=list(dates)), None, outlets().named("RTE"), None)
    assert updated is not None
    assert (updated.tzname(), updated.utcoffset()) == ("IST", timedelta(hours=1))


def test_told_dates_keep_their_own_zone() -> None:
    told = datetime.fromisoformat("2020-01-04T15:16:00-03:30")
    moment, _ = find_moments(Draft(), None, None, told)
    assert moment is told
