"""Every link of every page leads somewhere, and the first page is light."""

from __future__ import annotations

import re
from typing import TypeGuard

from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute

from dragoman.desk import links
from dragoman.desk.accounts.doorkeeper import OPEN
from dragoman.desk.app import PAGES, SELF
from tests.desk.walking import linked, one_of_each, walk

MOST_BYTES = 200_000


def test_every_link_leads_somewhere(client: TestClient) -> None:
    found = walk(client)
    assert {each: told for each, told in found.items() if told[1] not in {200, 303}} == {}


def test_every_link_of_an_empty_desk_leads_somewhere(empty_client: TestClient) -> None:
    found = walk(empty_client, most=1)
    assert {each: told for each, told in found.items() if told[1] not in {200, 303}} == {}


ALONE = {
    "/articles/new/{number}",
    "/articles/{one}/compare/{other}",
    "/briefs",
    "/briefs/{brief}",
    "/briefs/{brief}/compare",
    "/briefs/{brief}/document/{form}",
    "/brief/document/{form}",
    links.days(),
    *OPEN,
}
"""What no link of the tests' store leads to: of what somebody has made, or no page."""


def test_every_page_is_linked_to(client: TestClient) -> None:
    walked = [each.partition("?")[0] for each in one_of_each(client)]
    pages = {each.path for router in (*PAGES, *SELF) for each in router.routes if is_page(each)}
    forms = {each: re.compile(re.sub(r"{\w+}", "[^/]+", each)) for each in pages - ALONE}
    assert {each for each, form in forms.items() if not any(map(form.fullmatch, walked))} == set()


def is_page(route: BaseRoute) -> TypeGuard[APIRoute]:
    return isinstance(route, APIRoute) and "GET" in (route.methods or ())


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
