"""The page of an article: its words marked, its facts beside them, joined both ways."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import review
from dragoman.desk import links
from dragoman.store import Store, StoredArticle
from tests.crises.questions.telling import add, told
from tests.records import examples


def first(store: Store) -> StoredArticle:
    """Return the article that tells most: the one of the second of May."""
    with store.view() as view:
        return next(view.articles())


@pytest.fixture
def article(desk_store: Store) -> StoredArticle:
    return first(desk_store)


def test_an_article_is_shown_with_its_title_and_outlet(
    client: TestClient, article: StoredArticle
) -> None:
    page = client.get(links.article(article.id))
    assert page.status_code == 200
    assert examples.TITLE in re.sub(r"<[^>]+>", "", page.text)
    assert "Post" in page.text


def test_no_word_of_the_text_is_lost(client: TestClient, article: StoredArticle) -> None:
    page = client.get(links.article(article.id)).text
    plain = re.sub(r"<[^>]+>", "", page).replace("&#34;", '"')
    assert "phoned her Danish counterpart on Friday" in plain
    assert '"Both sides must step back," Lund said.' in plain


def test_each_piece_says_where_it_begins_in_the_text(
    client: TestClient, desk_store: Store, article: StoredArticle
) -> None:
    page = client.get(links.article(article.id)).text
    with desk_store.view() as view:
        text = view.record(article.id).article.text
    pieces = re.findall(r'<span[^>]* data-start="(\d+)"[^>]*>([^<]*)</span>', page)
    assert pieces
    for start, words in pieces:
        assert text[int(start) :].startswith(html.unescape(words))


def test_words_lead_to_their_fact_and_the_fact_to_its_words(
    client: TestClient, article: StoredArticle
) -> None:
    page = client.get(links.article(article.id)).text
    assert 'href="#C1"' in page
    assert 'id="C1"' in page
    call = examples.call().id
    assert f"{links.article(article.id, fact=call)}" in page


def test_the_words_of_the_fact_that_is_asked_for_stand_out(
    client: TestClient, article: StoredArticle
) -> None:
    page = client.get(links.article(article.id, fact=examples.call().id)).text
    assert page.count('id="words"') == 1
    marked = "".join(re.findall(r'<span class="mark[^"]* chosen[^>]*>([^<]*)</span>', page))
    assert marked == "Foreign Minister Kari Lund phoned her Danish counterpart on Friday."
    assert re.search(r'id="C1"[^>]*aria-current="true"', page)


def test_a_fact_that_is_not_told_here_is_said_to_be_missing(
    client: TestClient, article: StoredArticle
) -> None:
    assert "not told here any more" in client.get(links.article(article.id, fact="none")).text


def test_overlapping_facts_are_both_marked(client: TestClient, article: StoredArticle) -> None:
    page = client.get(links.article(article.id)).text
    assert re.search(r'class="mark[^"]*on-statements[^"]*on-positions', page) or re.search(
        r'class="mark[^"]*on-positions[^"]*on-statements', page
    )


def test_other_reports_of_a_fact_are_named(client: TestClient, article: StoredArticle) -> None:
    assert "Globe" in client.get(links.article(article.id)).text


def test_who_is_named_leads_to_the_actor(client: TestClient, article: StoredArticle) -> None:
    assert f'href="{links.actor("NOR")}"' in client.get(links.article(article.id)).text


def test_who_is_named_is_told_with_the_name_of_the_state(
    client: TestClient, article: StoredArticle
) -> None:
    text = client.get(links.article(article.id)).text
    named = text.split("Who is named")[1]
    assert re.search(r'>Kari Lund</a> <span class="quiet">[^<]*Norway</span>', named)
    assert '>Norway</a> <span class="quiet number">' in named


def test_an_article_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get(links.article("none")).status_code == 404


def test_markup_in_an_article_is_shown_as_words(own_client: TestClient, own_store: Store) -> None:
    whole = told("evil", 9)
    script = "<script>alert(1)</script>"
    text = f"{script} & more\n\n" + whole.article.text.split("\n\n", 1)[1]
    article = replace(
        whole.article,
        id="e" * 64,
        text=text,
        title=f"{script} & more",
        title_span=(0, len(script) + 7),
        publisher=script,
        paragraphs=((len(script) + 9, len(text)),),
        furniture=(),
    )
    empty = replace(whole, article=article, actors=(), events=(), contacts=(), statements=())
    add(own_store, replace(empty, positions=(), attitudes=()))
    with own_store.view() as view:
        found = next(each for each in view.articles() if each.outlet == script)
    page = own_client.get(links.article(found.id)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_fact_that_a_person_rejected_is_struck_out(
    own_client: TestClient, own_store: Store
) -> None:
    with own_store.work() as unit:
        review.judge(unit, "reject", "contacts", examples.call().id, who="jlind")
    with own_store.view() as view:
        pages = [own_client.get(links.article(each.id)).text for each in view.articles()]
    assert any(re.search(r'class="telling telling-contacts rejected', each) for each in pages)
