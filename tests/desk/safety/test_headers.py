"""Whatever the desk answers carries the headers, and no page has a script or a style in it."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.safety.headers import ALWAYS, POLICY
from tests.desk.pages.test_crises import crisis_link
from tests.desk.safety.crawling import inline

PAGES = ["/", links.settings(), links.accounts(), links.trail(), "/no-such-page"]


@pytest.mark.parametrize(
    ("path", "host"),
    [
        *((path, "127.0.0.1") for path in PAGES),
        ("/static/icon.svg", "127.0.0.1"),
        ("/static/no-such-file", "127.0.0.1"),
        ("/api/v1/no-such-thing", "127.0.0.1"),
        ("/", "evil.example"),
    ],
)
def test_every_answer_carries_the_headers(client: TestClient, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert {name: answer.headers.get(name) for name in ALWAYS} == dict(ALWAYS)
    assert answer.headers["cache-control"]


@pytest.mark.parametrize("source", ["script-src", "style-src", "default-src", "connect-src"])
def test_the_policy_lets_nothing_in_that_stands_in_a_page(source: str) -> None:
    told = next(each for each in POLICY.split("; ") if each.startswith(f"{source} "))
    assert told.removeprefix(f"{source} ") in {"'self'", "'none'"}


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_script_or_a_style_in_it(client: TestClient, path: str) -> None:
    assert inline(client.get(path).text) == []


def test_the_page_of_a_crisis_has_none_either(client: TestClient) -> None:
    assert inline(client.get(crisis_link(client)).text) == []


def test_over_tls_browsers_are_told_to_stay_there(client: TestClient) -> None:
    plain, safe = (
        client.get(f"{scheme}://127.0.0.1/").headers.get("strict-transport-security")
        for scheme in ("http", "https")
    )
    assert plain is None
    assert re.fullmatch(r"max-age=\d{8,}", safe or "")
