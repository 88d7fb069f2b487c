"""The page of one crisis: figures, what is new, and where they lead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.pages import crisis
from dragoman.store import Store
from tests.crises.questions.telling import add, told
from tests.desk.examples import CRISIS
from tests.desk.looking import desk_behind
from tests.desk.pages.test_crises import crisis_link
from tests.records.examples import record

YEAR = timedelta(days=365)


def seen(client: TestClient, last: datetime, before: datetime | None = None) -> None:
    """Let the browser have been at the crisis, and at another time before."""
    identity = crisis_link(client).rpartition("/")[2]
    told = "" if before is None else int(before.timestamp())
    client.cookies.set(f"seen-{identity[:16]}", f"{told}.{int(last.timestamp())}")


def figures(text: str) -> dict[str, str]:
    """Return where each headline figure leads."""
    found = re.findall(r"<dt>(.*?)</dt><dd><a href=\"([^\"]+)\">", text, re.DOTALL)
    return {re.sub(r"<[^>]+>|\s\w?\s", "", name).strip()[-9:]: unescape(to) for name, to in found}


def test_every_figure_leads_to_what_it_counts(client: TestClient) -> None:
    led = figures(client.get(f"{crisis_link(client)}?since=2031-05-02").text)
    assert len(led) == 6
    assert all("since=2031-05-02" in where and "crisis=" in where for where in led.values())
    assert {client.get(where).status_code for where in led.values()} == {200}


def test_on_a_first_visit_nothing_is_called_new(client: TestClient) -> None:
    text = client.get(crisis_link(client)).text
    assert "Reported last" in text
    assert "since your last visit" not in text


def test_what_was_added_since_the_last_visit_is_new(client: TestClient) -> None:
    seen(client, datetime.now(UTC) - YEAR)
    text = client.get(crisis_link(client)).text
    assert "New since your last visit" in text
    assert re.search(r"<small>\d+ new</small>", text)


def test_where_nothing_is_new_it_says_so(client: TestClient) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=1)
    seen(client, soon, before=soon)
    assert "Nothing new since your last visit" in client.get(crisis_link(client)).text


def test_the_title_stands_once(client: TestClient) -> None:
    text = client.get(crisis_link(client)).text
    main = text[text.index("<body") :]
    assert main.count(f">{CRISIS}<") == 1


def test_the_other_side_of_a_contact_is_not_told_twice(
    own_store: Store, own_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    (call,) = record().contacts
    (raid,) = record().events
    side = replace(raid, type="CONSULT", contact=call.id)
    add(own_store, told("courier", 9, events=(side,), statements=(), positions=(), attitudes=()))
    address = f"{crisis_link(own_client)}?kind=events"
    assert "A round of talks" not in own_client.get(address).text
    monkeypatch.setattr(crisis, "is_side_of_contact", lambda _: False)
    desk_behind(own_client).kept.clear()
    assert "A round of talks" in own_client.get(address).text
