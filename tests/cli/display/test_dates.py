"""Dates in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dragoman.cli.display.dates import moment_text, when_text
from dragoman.records import When


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        ("2020-01-03", "2020-01-03", "3 Jan 2020"),
        ("2020-01-02", "2020-01-03", "2–3 Jan 2020"),
        ("2019-12-30", "2020-01-03", "30 Dec 2019 – 3 Jan 2020"),
        ("2020-01-30", "2020-02-03", "30 Jan 2020 – 3 Feb 2020"),
        ("2020-01", "2020-01", "Jan 2020"),
        ("2020", "2020", "2020"),
        ("2019", "2020", "2019 – 2020"),
        ("2020-01-03", None, "since 3 Jan 2020"),
        (None, "2020-01", "until Jan 2020"),
        ("2020-01-03T14:05+03:00", "2020-01-03T14:05+03:00", "3 Jan 2020, 14:05 +03:00"),
    ],
)
def test_a_time_is_as_precise_as_it_is_known(
    earliest: str | None, latest: str | None, text: str
) -> None:
    assert when_text(When(earliest, latest)) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2031, 5, 2, 18, 30, tzinfo=UTC), "2 May 2031, 18:30 UTC"),
        (datetime(2031, 5, 2, tzinfo=UTC), "2 May 2031"),
        (
            datetime(2031, 5, 2, 6, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            "2 May 2031, 06:05 +05:30",
        ),
    ],
)
def test_a_moment_keeps_its_zone(moment: datetime, text: str) -> None:
    assert moment_text(moment) == text
