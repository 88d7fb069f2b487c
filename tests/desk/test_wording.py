"""What templates word by filters."""

from __future__ import annotations

import pytest

from dragoman.desk.wording import browser, country

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (
            f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} Chrome/140.0.0.0 Safari/537.36",
            "Chrome on Linux",
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0",
            "Firefox on macOS",
        ),
        ("python-httpx/0.28", "python-httpx"),
        ("", ""),
    ],
)
def test_a_browser_is_told_in_short(agent: str, told: str) -> None:
    assert browser(agent) == told


def test_a_code_is_told_by_name() -> None:
    assert (country("NOR"), country("QQX")) == ("Norway", "QQX")
