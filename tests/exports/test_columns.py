"""What a column gives fits into every format."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dragoman.exports.columns import Column, Value, in_utc, zone
from dragoman.exports.view import View
from tests.records.examples import record

INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\x00\ud83d", "a\ufffd\ufffd"),
        (("a\r\n", "b"), ("a\n", "b")),
        (2**63 - 1, 2**63 - 1),
        (2**63, None),
        (float("nan"), None),
        (float("inf"), None),
        (0.5, 0.5),
        (True, True),
        (None, None),
    ],
)
def test_a_value_is_made_to_fit(value: Value, expected: Value) -> None:
    column: Column[None] = Column("any", "text", "Any.", lambda _view, _: value)
    assert column.of(View(record()), None) == expected


def test_a_moment_goes_to_utc_and_keeps_its_zone_apart() -> None:
    moment = datetime(2020, 1, 4, 15, 16, tzinfo=INDIA)
    assert in_utc(moment) == datetime(2020, 1, 4, 9, 46, tzinfo=UTC)
    assert zone(moment) == "UTC+05:30"


@pytest.mark.parametrize("moment", [None, datetime(1, 1, 1, tzinfo=INDIA)])
def test_a_moment_that_utc_does_not_have_is_left_out(moment: datetime | None) -> None:
    assert in_utc(moment) is None
