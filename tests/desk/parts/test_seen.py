"""Until when a browser has seen a crisis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fastapi import Request
from starlette.responses import Response

from dragoman.desk.parts.seen import Seen

NOW = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
CRISIS = "abcdef0123456789abcdef"


def asked(cookie: str | None) -> Request:
    """Return a request with the cookie of the crisis."""
    told = f"seen-{CRISIS[:16]}={cookie}".encode()
    headers = [] if cookie is None else [(b"cookie", told)]
    return Request({"type": "http", "headers": headers})


def at(moment: datetime) -> int:
    return int(moment.timestamp())


def test_on_the_first_visit_nothing_was_seen() -> None:
    assert Seen.of(asked(None), CRISIS, NOW).before is None


def test_a_page_loaded_again_shows_the_same_as_new() -> None:
    before, last = NOW - timedelta(days=1), NOW - timedelta(minutes=5)
    assert Seen.of(asked(f"{at(before)}.{at(last)}"), CRISIS, NOW).before == before


def test_after_a_pause_what_was_seen_ends_with_the_visit_before() -> None:
    before, last = NOW - timedelta(days=3), NOW - timedelta(days=1)
    assert Seen.of(asked(f"{at(before)}.{at(last)}"), CRISIS, NOW).before == last


@pytest.mark.parametrize("cookie", ["x", ".", "1.2.3", "-1.5", "99999999999999999999.1", "²."])
def test_a_cookie_that_is_none_counts_as_no_visit(cookie: str) -> None:
    assert Seen.of(asked(cookie), CRISIS, NOW).before is None


def test_the_cookie_is_kept_from_scripts() -> None:
    response = Response()
    Seen.of(asked(None), CRISIS, NOW).keep(response, CRISIS)
    assert "HttpOnly" in response.headers["set-cookie"]


def test_what_is_kept_is_read_again() -> None:
    response = Response()
    Seen.of(asked(None), CRISIS, NOW).keep(response, CRISIS)
    cookie = response.headers["set-cookie"].split(";")[0].split("=", 1)[1]
    later = NOW + timedelta(days=2)
    assert Seen.of(asked(cookie), CRISIS, later).before == NOW
