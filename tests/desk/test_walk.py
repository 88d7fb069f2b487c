"""Every link of every page leads somewhere, and the first page is light."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from tests.desk.walking import linked, walk

MOST_BYTES = 200_000


def test_every_link_leads_somewhere(client: TestClient) -> None:
    found = walk(client)
    assert {each: told for each, told in found.items() if told[1] not in {200, 303}} == {}


def test_every_link_of_an_empty_desk_leads_somewhere(empty_client: TestClient) -> None:
    found = walk(empty_client, most=1)
    assert {each: told for each, told in found.items() if told[1] not in {200, 303}} == {}


def sent(client: TestClient, address: str) -> int:
    """Return the bytes that a file has as it is sent."""
    with client.stream("GET", address, headers={"accept-encoding": "gzip"}) as answer:
        assert answer.status_code == 200
        return sum(map(len, answer.iter_raw()))


def test_the_first_page_is_light(client: TestClient) -> None:
    text = client.get("/").text
    files = [each for each in linked(text) if each.startswith("/static/")]
    files += re.findall(r'src="([^"]+)"', text)
    assert any(each.endswith(".woff2") for each in files)
    assert sum(sent(client, each) for each in ["/", *files]) < MOST_BYTES
