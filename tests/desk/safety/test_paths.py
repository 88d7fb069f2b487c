"""No address leads to a file that is not the desk's, and none to another site."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from tests.desk.forms import csrf_of, post
from tests.desk.pages.test_crises import crisis_link

UPWARDS = [
    "../app.py",
    "..%2fapp.py",
    "%2e%2e/app.py",
    "%2e%2e%2fapp.py",
    "assets/..%2f..%2fapp.py",
    "..%5capp.py",
    "%2fetc%2fpasswd",
    "..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "app.py%00.css",
]
FILES = ("import ", "root:")

ELSEWHERE = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    " //evil.example",
    "http:evil.example",
]


@pytest.mark.parametrize("path", UPWARDS)
@pytest.mark.parametrize("folder", ["/static/", "/api/v1/exports/", "/articles/", "/crises/"])
def test_no_address_leads_to_another_file(client: TestClient, folder: str, path: str) -> None:
    answer = client.get(f"{folder}{path}")
    assert answer.status_code in {400, 404}
    assert not any(each in answer.text for each in FILES)


@pytest.mark.parametrize("table", ["../events", "/etc/passwd", "events/../../x", "events\0"])
def test_no_table_of_an_export_is_a_path(client: TestClient, table: str) -> None:
    answer = client.get("/api/v1/exports/csv", params={"table": table})
    assert answer.status_code == 400


@pytest.mark.parametrize("crisis", ["", "../../x", "a\r\nSet-Cookie: b=c", 'x"; filename="y'])
def test_a_file_is_called_by_what_it_is(client: TestClient, crisis: str) -> None:
    asked = {"crisis": crisis, "table": "events"} if crisis else {"table": "events"}
    told = client.get("/api/v1/exports/csv", params=asked).headers
    name = r'attachment; filename="[a-z0-9-]+\.[a-z.]+"'
    assert re.fullmatch(name, told["content-disposition"])
    assert "set-cookie" not in told


@pytest.mark.parametrize("then", ELSEWHERE)
def test_a_theme_is_chosen_on_this_desk(client: TestClient, then: str) -> None:
    answer = post(client, links.theme(), {"theme": "dark", "then": then})
    assert answer.headers["location"] == links.crises()


@pytest.mark.parametrize("then", ELSEWHERE[:3])
def test_taking_back_leads_to_this_desk(own_client: TestClient, then: str) -> None:
    crisis = crisis_link(own_client)
    named = post(own_client, f"{crisis}/name", {"title": "Another name"}, page=crisis)
    judgement = named.headers["location"].partition("done=")[2]
    given = {"judgement": judgement, "then": then, "csrf": csrf_of(own_client)}
    answer = own_client.post(links.undo(), data=given)
    assert answer.headers["location"].startswith(f"{links.crises()}?done=")
