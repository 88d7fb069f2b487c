"""A saved brief is edited; its versions are listed, compared and brought back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import update

from dragoman.crises import review
from dragoman.crises.briefs import Line, SavedBriefs
from dragoman.crises.ledger import Ledger
from dragoman.crises.stories import Crises
from dragoman.desk import links
from dragoman.desk.filters import Filters
from dragoman.store import Store
from dragoman.store.tables import saved_briefs
from tests.desk.forms import csrf_of, post


@pytest.fixture(autouse=True)
def saved(own_client: TestClient, own_store: Store) -> None:
    """Save a brief of the crisis of the examples."""
    with own_store.view() as view:
        crisis = next(iter(Crises(view).all())).id
    post(own_client, links.save_brief(Filters(crisis=crisis)), {"title": "Morning"})


def lines(store: Store) -> list[Line]:
    """Return the lines of the latest version."""
    with store.view() as view:
        briefs = SavedBriefs(view.connection)
        latest = briefs.get(1).latest
        found = briefs.lines(1, latest.lines)
        return [found[each] for each in latest.lines]


def send(client: TestClient, deed: str, **told: Any) -> Response:
    """Send a form of the brief."""
    return post(client, links.edit_brief(1, deed), told, page=links.saved_brief(1))


def shown(client: TestClient, **more: Any) -> str:
    """Return the page of the brief."""
    return str(client.get(links.saved_brief(1, **more)).text)


def test_a_sentence_is_reworded_and_says_so(own_client: TestClient, own_store: Store) -> None:
    first = lines(own_store)[0]
    assert f'name="line" value="{first.id}"' in shown(own_client, edit=first.id)
    answer = send(own_client, "reword", line=first.id, text="In <b>other</b> words.")
    now = lines(own_store)[0]
    assert answer.headers["location"] == links.saved_brief(1, line=now.id, done=2)
    text = shown(own_client, done=2)
    assert "In &lt;b&gt;other&lt;/b&gt; words." in text
    assert "Reworded by" in text
    assert "Done: a sentence reworded." in text
    send(own_client, "restore", version=1)
    assert lines(own_store)[0].text == first.text


def test_a_sentence_is_left_out_put_back_and_moved(
    own_client: TestClient, own_store: Store
) -> None:
    with own_store.view() as view:
        layout = SavedBriefs(view.connection).get(1).latest.layout
    first, second, *_ = next(each.lines for each in layout if len(each.lines) > 1)
    before = [each.id for each in lines(own_store)]
    send(own_client, "down", line=first)
    after = [each.id for each in lines(own_store)]
    assert after.index(second) == before.index(first)
    send(own_client, "up", line=first)
    assert [each.id for each in lines(own_store)] == before
    send(own_client, "leave-out", line=first)
    assert "1 sentence left out" in shown(own_client)
    send(own_client, "put-back", line=first)
    assert first in [each.id for each in lines(own_store)]


def test_a_sentence_of_ones_own_cites_by_number(own_client: TestClient, own_store: Store) -> None:
    first = lines(own_store)[0]
    told = {"line": first.id, "version": 1, "kind": "own", "text": "Oslo leads.", "rests": "[1], 2"}
    assert send(own_client, "add", **told).status_code == 303
    made = lines(own_store)[1]
    assert (made.kind, made.text) == ("own", "Oslo leads.")
    assert made.cited[0].article == first.cited[0].article
    assert "Worded by" in shown(own_client)


def test_a_sentence_of_ones_own_cites_by_address(own_client: TestClient, own_store: Store) -> None:
    with own_store.view() as view:
        entry = next(iter(Ledger(view).entries("contacts")))
    report = entry.reports[0]
    fact = links.article(report.article.id, fact=report.told.fact.id)
    for rests in (f"http://127.0.0.1{links.entry(entry.id)}", fact):
        told = {"line": 0, "version": 1, "kind": "own", "text": "They spoke.", "rests": rests}
        assert send(own_client, "add", **told).status_code == 303
        assert lines(own_store)[0].entry == entry.id


@pytest.mark.parametrize(
    "rests", ["", "9999", "nowhere", "/facts/none", "/articles/none?fact=none", "/articles/none"]
)
def test_a_sentence_that_cites_nothing_is_not_taken(
    own_client: TestClient, own_store: Store, rests: str
) -> None:
    before = lines(own_store)
    told = {"line": 0, "version": 1, "kind": "own", "text": "They say.", "rests": rests}
    answer = send(own_client, "add", **told)
    assert answer.status_code == 422
    assert "They say." in answer.text
    assert 'role="alert"' in answer.text
    assert lines(own_store) == before


def test_a_note_is_marked_as_such_everywhere(own_client: TestClient, own_store: Store) -> None:
    told = {"line": 0, "version": 1, "kind": "note", "text": "To be watched."}
    assert send(own_client, "add", **told).status_code == 303
    assert lines(own_store)[0].kind == "note"
    for text in (shown(own_client), own_client.get(links.saved_document(1, "markdown")).text):
        assert re.search(r"Note by [^,]+, on no report", text)


def test_who_comes_second_is_told_and_shown_both(own_client: TestClient, own_store: Store) -> None:
    first = lines(own_store)[0]
    send(own_client, "reword", line=first.id, text="What the first one wrote.")
    answer = send(own_client, "reword", line=first.id, text="What the second one wrote.")
    assert answer.status_code == 409
    assert "Somebody changed this sentence meanwhile" in answer.text
    assert "What the first one wrote." in answer.text
    assert "What the second one wrote." in answer.text
    form = {"csrf": csrf_of(own_client), "line": str(first.id), "text": "Once more."}
    where = links.edit_brief(1, "reword")
    by_script = own_client.post(where, data=form, headers={"HX-Request": "true"})
    assert (by_script.status_code, "Once more." in by_script.text) == (200, True)


def test_a_rejected_fact_is_told_of_at_its_sentence(
    own_client: TestClient, own_store: Store
) -> None:
    assert "rejected since" not in shown(own_client)
    with own_store.view() as view:
        told = next(iter(view.facts("contacts")))
    with own_store.work() as unit:
        review.judge(unit, "reject", "contacts", told.fact.id, who="ada")
    assert "rejected since" in shown(own_client)
    assert "rejected since" in own_client.get(links.saved_document(1, "html")).text


def test_a_corrected_fact_is_taken_over(own_client: TestClient, own_store: Store) -> None:
    with own_store.view() as view:
        told = next(iter(view.facts("contacts")))
    with own_store.work() as unit:
        review.correct(unit, "contacts", told.fact.id, ("channel", "letter"), who="ada")
    text = shown(own_client)
    told_now = "The ledger tells now: “A letter"
    assert told_now in text
    changed = re.search(r'retell" hx-post="[^"]+" aria-label="[^"]+ sentence (\d+)"', text)
    assert changed is not None
    assert send(own_client, "retell", line=changed[1]).status_code == 303
    assert shown(own_client).count(told_now) == text.count(told_now) - 1


def test_versions_are_listed_named_and_compared(own_client: TestClient, own_store: Store) -> None:
    first, second, *_ = lines(own_store)
    send(own_client, "reword", line=first.id, text="In other words.")
    send(own_client, "leave-out", line=second.id)
    send(own_client, "name", version=2, name="For the meeting")
    send(own_client, "title", title="Evening")
    assert "2: For the meeting" in shown(own_client)
    old = shown(own_client, version=1)
    assert "This is an older version." in old
    assert "Reword</a>" not in old
    text = own_client.get(links.compare_versions(1, one=1, other=4)).text
    assert {"row-gone", "row-reworded", "row-same"} <= set(re.findall(r'class="(row-\w+)"', text))
    assert own_client.get(links.compare_versions(1)).status_code == 200


def test_a_brief_is_removed_and_comes_back(own_client: TestClient) -> None:
    answer = send(own_client, "remove")
    assert answer.headers["location"] == links.briefs(removed=1)
    assert "“Morning” is removed." in own_client.get(links.briefs(removed=1)).text
    assert "This brief was removed." in shown(own_client)
    send(own_client, "keep")
    assert "Morning" in own_client.get(links.briefs()).text


@pytest.mark.parametrize("form", ["markdown", "html", "pdf"])
def test_a_version_is_taken_along(own_client: TestClient, form: str) -> None:
    for more in ({}, {"version": 1}):
        answer = own_client.get(links.saved_document(1, form, **more))
        assert answer.status_code == 200
        assert 'filename="morning.' in answer.headers["content-disposition"]


def test_what_is_not_there_is_not_found(own_client: TestClient) -> None:
    for address in (
        links.saved_brief(7),
        links.saved_brief(1, version=7),
        links.compare_versions(1, one=1, other=7),
        links.compare_versions(7),
        links.saved_document(7, "pdf"),
        links.briefs(removed=7),
    ):
        assert own_client.get(address).status_code == 404
    for deed in ("remove", "keep", "name", "leave-out"):
        told = {"line": 1, "version": 1}
        assert post(own_client, links.edit_brief(7, deed), told).status_code == 404


def test_a_brief_and_its_crisis_lead_to_each_other(
    own_client: TestClient, own_store: Store
) -> None:
    with own_store.view() as view:
        crisis = next(iter(Crises(view).all())).id
    address = links.crisis(crisis)
    assert f'href="{address}"' in shown(own_client)
    assert f'href="{links.saved_brief(1)}"' in own_client.get(address).text
    listed = own_client.get(links.briefs(crisis=crisis))
    assert f'href="{links.saved_brief(1)}"' in listed.text
    assert own_client.get(links.briefs(crisis="none")).status_code == 404


def test_a_brief_whose_crisis_is_no_more_says_so(own_client: TestClient, own_store: Store) -> None:
    with own_store.work() as unit:
        unit.connection.execute(update(saved_briefs).values(crisis_id="gone"))
    assert "a crisis that is no more. " in shown(own_client)
    assert "a crisis that is no more" in own_client.get(links.briefs()).text
