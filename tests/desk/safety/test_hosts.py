"""The desk answers to its own names alone, so that no other site can pass for it."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.safety.hosts import KnownHosts


async def nothing(*_: object) -> None:
    """Answer nothing."""


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8471", True),
        ("localhost", True),
        ("LOCALHOST:80", True),
        ("[::1]:8471", True),
        ("192.0.2.7", True),
        ("desk.example.org", True),
        ("desk.example.org:8443", True),
        ("evil.example", False),
        ("desk.example.org.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("", False),
        ("[::1", False),
        ("evil.example@127.0.0.1", True),
    ],
)
def test_names_that_are_known(host: str, *, known: bool) -> None:
    hosts = KnownHosts(nothing, url="https://desk.example.org")
    assert hosts.answers_to(host) is known


@pytest.mark.parametrize("path", ["/", "/api/v1/crises", "/static/icon.svg"])
def test_a_site_that_leads_its_name_here_gets_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "does not answer to this name" in answer.text
