"""The page of statements."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import numpy as np
import pytest
from fastapi.testclient import TestClient

from dragoman.crises.ledger import Ledger
from dragoman.desk import links
from dragoman.records import Record
from dragoman.store import Store
from dragoman.store.search import vectors
from tests.crises.questions.telling import add, told
from tests.records.examples import appeal, spans

WORDS = "Both sides must step back"


def cards(client: TestClient, query: str = "") -> list[str]:
    """Return the ids of the statements that the page shows."""
    page = client.get(f"/statements?{query}")
    assert page.status_code == 200
    return re.findall(r'<article class="saying" id="fact-(\w+)"', page.text)


def other_words() -> Record:
    """Return an article in which somebody else says something else."""
    words = spans("Norway is tired of Freedonia.")
    said = replace(appeal(), speakers=("dane",), on_behalf_of=(), content=words, evidence=words)
    return told("courier", 7, statements=(said,), positions=(), attitudes=())


def keep_vectors(store: Store) -> None:
    """Keep a vector for the sentence of each statement."""
    with store.view() as view:
        found = list(view.facts("statements"))
    with store.work() as unit:
        for number, each in enumerate(found):
            row = np.eye(8, dtype=np.float32)[[number % 8]]
            span = each.fact.evidence[0]
            vectors.keep(unit.connection, each.article.reading, row, [span])


def test_a_card_has_the_words_within_their_paragraph(client: TestClient) -> None:
    page = client.get("/statements").text
    assert re.search(rf'<mark class="content">[^<]*{WORDS}', page)
    assert "Foreign Minister Kari Lund phoned her Danish counterpart" in page


def test_a_card_leads_to_the_words_in_the_article(client: TestClient) -> None:
    assert re.search(r'href="/articles/\w+\?fact=\w+#words"', client.get("/statements").text)


def test_the_citation_is_there_to_be_copied(client: TestClient) -> None:
    page = unescape(client.get("/statements").text)
    (target,) = set(re.findall(r'data-copy="#(cite-\w+)"', page))
    copied = re.search(rf'id="{target}">([^<]+)<', page)
    assert copied is not None
    assert WORDS in copied[1]
    assert "2 May 2031" in copied[1]


@pytest.mark.parametrize(
    "query",
    [
        "q=step+back",
        "q=%22both+sides%22",
        "speaker=NOR",
        "speaker=Kari+Lund",
        "manner=direct",
        "country=NOR",
        "q=step&country=NOR&since=2031-05-01&until=2031-05-09",
        "outlet=Post",
        "kind=events",
    ],
)
def test_a_statement_is_found(client: TestClient, query: str) -> None:
    assert cards(client, query) == cards(client)


@pytest.mark.parametrize(
    "query",
    [
        "q=surrender",
        "q=step+-back",
        "speaker=DNK",
        "manner=indirect",
        "country=FRD",
        "q=step&country=FRD",
        "q=step&manner=indirect",
        "q=step&speaker=DNK",
        "q=step&medium=radio",
        "medium=radio",
        "until=2031-04-01",
        "q=step&until=2031-04-01",
        "q=step&since=2031-06-01",
        "q=step&outlet=Nobody",
        "q=step&origins=9",
        "q=step&by=meaning",
    ],
)
def test_what_is_not_asked_for_is_left_out(client: TestClient, query: str) -> None:
    assert cards(client, query) == []


@pytest.mark.parametrize(
    "query", ["speaker=Nobody+Atall", "q=%22%22", "q=-back", "q=***&by=meaning"]
)
def test_what_cannot_be_looked_for_is_told(client: TestClient, query: str) -> None:
    page = client.get(f"/statements?{query}")
    assert page.status_code == 200
    assert 'class="empty"' in page.text


@pytest.mark.parametrize("query", ["manner=loud", "by=magic", "start=-1", f"q={'x' * 400}"])
def test_what_the_form_never_sends_is_invalid(client: TestClient, query: str) -> None:
    assert client.get(f"/statements?{query}").status_code == 422


def test_a_cursor_of_elsewhere_is_refused(client: TestClient) -> None:
    assert client.get("/statements?cursor=x").status_code == 400


def test_nothing_is_like_what_is_not_there(client: TestClient) -> None:
    assert client.get("/statements?like=none").status_code == 404


def test_nothing_is_like_what_is_no_statement(client: TestClient, desk_store: Store) -> None:
    with desk_store.view() as view:
        event = next(Ledger(view).entries("events"))
    assert client.get(f"/statements?like={event.id}").status_code == 404


def test_without_statements_the_page_says_what_to_do(empty_client: TestClient) -> None:
    assert links.new_article() in empty_client.get("/statements").text


def test_the_filters_are_kept_by_the_search(client: TestClient) -> None:
    page = client.get("/statements?since=2031-05-01&country=NOR").text
    form = page[page.index('class="seek"') : page.index("</form>", page.index('class="seek"'))]
    assert 'name="since" value="2031-05-01"' in form
    assert 'name="country" value="NOR"' in form


def test_markup_in_what_is_asked_is_shown_as_text(client: TestClient) -> None:
    page = client.get("/statements", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_words_find_what_means_alike(own_client: TestClient, own_store: Store) -> None:
    keep_vectors(own_store)
    assert cards(own_client, "q=step&by=meaning") == cards(own_client)


def test_a_statement_is_not_like_itself(own_client: TestClient, own_store: Store) -> None:
    keep_vectors(own_store)
    (own,) = cards(own_client)
    assert cards(own_client, f"like={own}") == []


def test_a_later_page_goes_on_where_the_first_ends(
    own_client: TestClient, own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.desk.pages import statements

    monkeypatch.setattr(statements, "_AT_ONCE", 1)
    (one,) = cards(own_client)
    assert one
    add(own_store, other_words())
    first = own_client.get("/statements").text
    following = re.search(r'<a href="([^"]+)" rel="next"', first)
    assert following is not None
    shown = cards(own_client) + cards(own_client, unescape(following[1]).split("?")[1])
    assert len(set(shown)) == 2
