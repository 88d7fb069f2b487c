"""The queue, one fact under review, and what is decided about it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import Entry, Ledger
from dragoman.crises.review import Queue
from dragoman.desk.parts.review.items import entry_of
from dragoman.store import Store
from tests.desk.forms import csrf_of

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def entry(store: Store, kind: str) -> Entry:
    """Return an entry of a kind: of articles that tell a fact of one id, that of the last one."""
    with store.view() as view:
        some = Ledger(view).entries(kind, rejected=True)
        found = entry_of(view, kind, next(some).reports[0].told.fact.id)
        assert found is not None
        return Ledger(view).entry(found)


def known(text: str) -> dict[str, Any]:
    """Return what the form of a page knows."""
    form = text[text.index('id="decide"') : text.index("</form>", text.index('id="decide"'))]
    found: dict[str, Any] = {"knowing": []}
    for name, value in _HIDDEN.findall(form):
        if name == "knowing":
            found["knowing"].append(value)
        elif name in {"shown", "seen", "csrf"}:
            found[name] = value
    return found


def decide(client: TestClient, identity: str, verdict: str, **more: Any) -> Any:
    """Decide on a fact as a browser does that has just loaded its page."""
    told = known(client.get(f"/review/{identity}").text)
    return client.post(f"/review/{identity}", data={**told, "verdict": verdict, **more})


def left(client: TestClient) -> int:
    """Return how many facts are left."""
    found = re.search(r">([\d,]+) left<", client.get("/review").text)
    assert found is not None
    return int(found[1])


def undo(client: TestClient, text: str) -> Any:
    """Press the way back of the notice on a page."""
    notice = text[text.index("data-notice") :]
    digests = re.findall(r'name="judgement" value="(\w+)"', notice[: notice.index("</form>")])
    return client.post("/review/undo", data={"csrf": csrf_of(client), "judgement": digests})


def test_the_queue_tells_its_order_and_what_is_left(client: TestClient, desk_store: Store) -> None:
    with desk_store.view() as view:
        first = Queue(view).some(limit=1)[0]
    text = client.get("/review").text
    assert text.index(f"/review/{first.id}") == min(
        each.start() for each in re.finditer(r"/review/[0-9a-f]{64}", text)
    )
    assert "chance that it is wrong" in text
    assert re.search(r"0 of \d+ reviewed", text)


def test_the_queue_keeps_to_a_kind(client: TestClient) -> None:
    text = client.get("/review?kind=contacts").text
    listed = text[text.index('class="queue"') :]
    assert "kind-contacts" in listed
    assert "kind-events" not in listed[: listed.index("</ol>")]


def test_an_empty_queue_says_what_to_do(empty_client: TestClient) -> None:
    assert "Nothing to review" in empty_client.get("/review").text


def test_a_fact_shows_its_words_and_all_its_fields(client: TestClient, desk_store: Store) -> None:
    text = client.get(f"/review/{entry(desk_store, 'events').id}").text
    assert re.search(r'<mark class="rests[^"]*rests-word[^"]*">killed</mark>', text)
    for name in ("act", "actors", "recipients", "modality", "when.earliest", "place.country"):
        assert f'name="set.{name}"' in text
    assert re.search(r'<option value="ASSAULT/" selected>ASSAULT – ', text)
    assert "Nobody has judged it yet" in text


@pytest.mark.parametrize("kind", ["contacts", "statements", "positions", "attitudes"])
def test_every_kind_has_its_form(client: TestClient, desk_store: Store, kind: str) -> None:
    answer = client.get(f"/review/{entry(desk_store, kind).id}")
    assert answer.status_code == 200
    assert answer.text.count('name="set.') > 3


def test_a_fact_is_found_by_the_id_that_it_has_in_its_article(
    client: TestClient, desk_store: Store
) -> None:
    found = entry(desk_store, "attitudes")
    addresses = (f"/review/{found.reports[0].told.fact.id}", f"/review/{found.id}")
    one, other = (client.get(each).text.partition('id="reviewing"')[2] for each in addresses)
    assert one == other


def test_the_list_of_keys_tells_those_of_the_page(client: TestClient, desk_store: Store) -> None:
    text = client.get(f"/review/{entry(desk_store, 'contacts').id}").text
    keys = text[text.index("<dialog data-keys") :]
    assert "<kbd>a</kbd></td><td>Accept</td>" in keys
    assert "<kbd>a</kbd></td><td>Articles</td>" not in keys


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get(f"/review/{'0' * 64}").status_code == 404


@pytest.mark.parametrize(("verdict", "told"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_goes_on_to_the_next_and_can_be_undone(
    own_client: TestClient, own_store: Store, verdict: str, told: str
) -> None:
    before, fact = left(own_client), entry(own_store, "contacts")
    answer = decide(own_client, fact.id, verdict, why="as the ministry says")
    assert answer.status_code == 303
    assert fact.id not in answer.headers["Location"].partition("?")[0]
    assert entry(own_store, "contacts").verdict == told
    text = own_client.get(answer.headers["Location"]).text
    assert f"{told.capitalize()}: " in text
    assert left(own_client) < before
    back = undo(own_client, text)
    assert back.status_code == 303
    assert "Taken back: " in own_client.get(back.headers["Location"]).text
    assert entry(own_store, "contacts").verdict is None
    assert left(own_client) == before


def test_the_history_tells_who_when_what_and_why(own_client: TestClient, own_store: Store) -> None:
    fact = entry(own_store, "positions")
    decide(own_client, fact.id, "reject", why="A <b>drill</b>.")
    text = own_client.get(f"/review/{fact.id}").text
    history = text[text.index('id="history"') :]
    assert "rejected" in history
    assert "A &lt;b&gt;drill&lt;/b&gt;." in history
    assert "read by version" in history


def test_a_field_is_corrected(own_client: TestClient, own_store: Store) -> None:
    fact = entry(own_store, "contacts")
    answer = decide(
        own_client,
        fact.id,
        "correct",
        **{"set.channel": "video", "set.counterpart": "Ole Holm (Sweden)"},
    )
    assert answer.status_code == 303
    text = own_client.get(f"/review/{fact.reports[0].told.fact.id}").text
    assert re.search(r'<option value="video" selected>', text)
    assert 'value="Ole Holm"' in text
    assert "channel set to Video" in text
    assert "counterpart set to Ole Holm" in text


def test_type_and_mode_are_set_together(own_client: TestClient, own_store: Store) -> None:
    fact = entry(own_store, "events")
    for act in ("COERCE/seize", "ASSAULT/drone"):
        subject = fact.reports[0].told.fact.id
        assert decide(own_client, subject, "correct", **{"set.act": act}).status_code == 303
    text = own_client.get(f"/review/{subject}").text
    assert re.search(r'<option value="ASSAULT/drone" selected>', text)


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("initiator", "Nemo", "nobody whom the article names"),
        ("initiator", "", "cannot be empty"),
        ("when.earliest", "May", "when"),
        ("place.country", "Nowhere", "is no state"),
    ],
)
def test_what_cannot_be_taken_is_said_and_kept(
    own_client: TestClient, own_store: Store, field: str, value: str, fault: str
) -> None:
    fact = entry(own_store, "contacts")
    answer = decide(own_client, fact.id, "correct", why="because", **{f"set.{field}": value})
    assert answer.status_code == 422
    assert fault in answer.text
    assert 'class="fault"' in answer.text
    assert f'value="{value}"' in answer.text
    assert 'value="because"' in answer.text
    assert entry(own_store, "contacts").verdict is None


def test_nothing_changed_is_no_correction(own_client: TestClient, own_store: Store) -> None:
    answer = decide(own_client, entry(own_store, "contacts").id, "correct")
    assert answer.status_code == 422
    assert "Nothing is changed." in answer.text


def test_a_decision_without_a_verdict_is_refused(own_client: TestClient, own_store: Store) -> None:
    assert decide(own_client, entry(own_store, "contacts").id, "maybe").status_code == 400


def test_only_judgements_on_facts_are_undone_here(own_client: TestClient, own_store: Store) -> None:
    with own_store.view() as view:
        other = next(each for each in view.judgements.all() if each.kind == "crises")
    csrf = csrf_of(own_client)
    for digests in ([other.digest], []):
        answer = own_client.post("/review/undo", data={"csrf": csrf, "judgement": digests})
        assert answer.status_code == 400


def test_what_was_judged_is_listed_where_it_is_asked_for(
    own_client: TestClient, own_store: Store
) -> None:
    assert "Nothing is reviewed yet" in own_client.get("/review?reviewed=yes").text
    fact = entry(own_store, "contacts")
    decide(own_client, fact.id, "reject")
    text = own_client.get("/review?reviewed=yes").text
    assert f"/review/{fact.id}" in text
    assert "verdict-rejected" in text
