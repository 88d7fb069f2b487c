"""Adding a fact by its words, and marking the words of a fact anew."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import review
from dragoman.store import Store
from tests.desk.forms import csrf_of
from tests.desk.pages.test_review import entry, undo
from tests.records.examples import TEXT, spans

SAID = "Norway is tired of Freedonia."
RANG = "Kari Lund phoned her Danish counterpart"


@pytest.fixture
def article(own_store: Store) -> str:
    """The id of an article of the example."""
    return entry(own_store, "contacts").reports[0].article.id


def mark(words: str) -> str:
    ((start, end),) = spans(words)
    return f"{start}-{end}"


def send(client: TestClient, path: str, **data: Any) -> Any:
    return client.post(path, data={"csrf": csrf_of(client), **data})


POSITION = {
    "kind": "positions",
    "set.holder": "Norway",
    "set.stance": "criticism",
    "set.target.words": "the policy of Freedonia",
    "set.basis": "own",
}


def test_kind_and_words_are_asked_first(client: TestClient, article: str) -> None:
    text = client.get(f"/articles/{article}/add").text
    assert 'name="kind"' in text
    assert 'name="words"' in text
    assert "set." not in text


def test_pasted_words_are_found_in_the_text(client: TestClient, article: str) -> None:
    pasted = SAID.replace("tired of", "tired\t of")
    text = client.get(
        f"/articles/{article}/add", params={"kind": "positions", "words": pasted}
    ).text
    assert f'name="mark" value="{mark(SAID)}"' in text
    assert f">{SAID}</mark>" in text
    assert 'name="set.stance"' in text


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"words": "Nobody said this."}, "does not stand in the article"),
        ({"words": "Norway"}, "more than once"),
        ({"mark": "5-3"}, "outside of the article"),
        ({"mark": "0-99999"}, "outside of the article"),
        ({"mark": "x"}, "outside of the article"),
    ],
)
def test_words_that_are_not_there_are_told(
    client: TestClient, article: str, asked: dict[str, str], fault: str
) -> None:
    answer = client.get(f"/articles/{article}/add", params={"kind": "events", **asked})
    assert answer.status_code == 422
    assert fault in answer.text
    assert asked.get("words", "") in answer.text


def test_a_fact_is_added_and_undone(own_client: TestClient, article: str) -> None:
    told = {**POSITION, "mark": mark(SAID), "why": "overlooked"}
    answer = send(own_client, f"/articles/{article}/add", **told)
    assert answer.status_code == 303
    text = own_client.get(answer.headers["Location"]).text
    assert "Added: Norway" in text
    assert "overlooked" in text
    assert f">{SAID}</mark>" in text
    assert undo(own_client, text).status_code in {303, 404}


def test_a_statement_says_what_is_marked(own_client: TestClient, article: str) -> None:
    told = {"kind": "statements", "set.speakers": "Norway", "set.kind": "indirect"}
    answer = send(own_client, f"/articles/{article}/add", mark=mark(SAID), **told)
    assert answer.status_code == 303
    assert 'class="rests rests-content"' in own_client.get(answer.headers["Location"]).text


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"set.holder": ""}, "Holder cannot be empty."),
        ({"set.holder": "Nemo"}, "nobody whom the article names"),
        ({"set.stance": "fury"}, "stance"),
        ({"mark": ""}, "No words are marked."),
    ],
)
def test_what_cannot_be_added_is_said_and_kept(
    own_client: TestClient, article: str, changes: dict[str, str], fault: str
) -> None:
    told = {**POSITION, "mark": mark(SAID), **changes}
    answer = send(own_client, f"/articles/{article}/add", **told)
    assert answer.status_code == 422
    assert fault in answer.text
    if "mark" not in changes:
        assert "the policy of Freedonia" in answer.text


def test_no_kind_no_article(own_client: TestClient, article: str) -> None:
    assert send(own_client, f"/articles/{article}/add", kind="x").status_code == 400
    assert own_client.get(f"/articles/{'0' * 64}/add").status_code == 404
    gone = send(own_client, f"/articles/{'0' * 64}/add", **POSITION, mark="0-3")
    assert gone.status_code == 404


@pytest.fixture
def contact(own_store: Store) -> str:
    return str(entry(own_store, "contacts").reports[0].told.fact.id)


def known(client: TestClient, path: str) -> dict[str, Any]:
    """Return what the form of a page sends of what it knows."""
    text = client.get(path).text
    pairs = re.findall(
        r'<input type="hidden" name="(shown|seen|knowing|mark)" value="(\S*)">', text
    )
    found: dict[str, Any] = {"knowing": []}
    for name, value in pairs:
        found[name] = [*found["knowing"], value] if name == "knowing" else value
    return found


def test_a_fact_rests_on_other_words(
    own_client: TestClient, own_store: Store, article: str, contact: str
) -> None:
    path = f"/articles/{article}/point"
    asked = f"{path}?fact={contact}&mark={mark(RANG)}"
    text = own_client.get(asked).text
    assert "As it is" in text
    assert f">{RANG}</mark>" in text
    answer = send(own_client, path, field="evidence", **known(own_client, asked))
    assert answer.status_code == 303
    with own_store.view() as view:
        told = review.fact(view, "contacts", contact)
    assert [TEXT[start:end] for start, end in told.fact.evidence] == [RANG]
    assert f"“{RANG}”" in own_client.get(f"/review/{contact}").text


def test_words_are_pasted_for_a_part(own_client: TestClient, article: str, contact: str) -> None:
    path = f"/articles/{article}/point"
    told = known(own_client, f"{path}?fact={contact}&field=when.text")
    answer = send(own_client, path, field="when.text", words="on Friday", **told)
    assert answer.status_code == 303


def test_pointing_is_told_of_others(
    own_client: TestClient, own_store: Store, article: str, contact: str
) -> None:
    path = f"/articles/{article}/point"
    told = known(own_client, f"{path}?fact={contact}&mark={mark(RANG)}")
    with own_store.work() as unit:
        review.judge(unit, "reject", "contacts", contact, who="ada")
    answer = send(own_client, path, field="evidence", **told)
    assert answer.status_code == 409
    assert '<b>ada</b> <span class="what">rejected</span>' in answer.text


@pytest.mark.parametrize(
    ("told", "status"),
    [({"words": "nowhere to be found"}, 422), ({}, 422), ({"field": "stance"}, 400)],
)
def test_pointing_nowhere_is_refused(
    own_client: TestClient, article: str, contact: str, told: dict[str, str], status: int
) -> None:
    path = f"/articles/{article}/point"
    whole = {**known(own_client, f"{path}?fact={contact}"), "field": "evidence", **told}
    assert send(own_client, path, **whole).status_code == status


def test_the_article_leads_to_both(client: TestClient, article: str, contact: str) -> None:
    text = client.get(f"/articles/{article}?fact={contact}").text
    assert f'href="/articles/{article}/add"' in text
    assert f'href="/articles/{article}/point?fact={contact}"' in text
    assert f'href="/review/{contact}"' in text
    assert 'data-island="marking"' in text
