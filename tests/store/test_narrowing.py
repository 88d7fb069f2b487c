"""Words are looked for on some days, in a story, in a crisis; on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, select

from dragoman.store import Store, View
from dragoman.store.search import narrowing
from dragoman.store.tables import stories
from tests.crises.questions.telling import add, told

WORD = "sailors"


@pytest.fixture
def filled(store: Store) -> Store:
    add(store, told("globe", 2), told("post", 3), told("star", 20))
    return store


def outlets(view: View, **within: Any) -> list[str]:
    """Return the outlets of the articles that are found."""
    return sorted(each.outlet or "" for each in view.search(WORD, kinds=["articles"], **within))


def test_days_narrow_the_search(filled: Store) -> None:
    with filled.view() as view:
        assert outlets(view) == ["Globe", "Post", "Star"]
        assert outlets(view, since=date(2031, 5, 3)) == ["Post", "Star"]
        assert outlets(view, until=date(2031, 5, 3)) == ["Globe", "Post"]
        assert outlets(view, since=date(2031, 5, 4), until=date(2031, 5, 9)) == []


def test_a_story_and_a_crisis_narrow_the_search(filled: Store) -> None:
    with filled.view() as view:
        chosen = view.connection.execute(select(stories.c.id, stories.c.crisis_id)).first()
        assert chosen is not None
        assert "Globe" in outlets(view, crisis=chosen.crisis_id)
        assert set(outlets(view, story=chosen.id)) <= set(outlets(view))
        assert outlets(view, story="no story") == outlets(view, crisis="no crisis") == []


def test_where_much_is_looked_at_the_whole_index_is_gone_through(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "FEW", 1)
    with filled.view() as view:
        assert outlets(view, since=date(2031, 5, 1)) == ["Globe", "Post", "Star"]
        assert outlets(view, since=date(2031, 5, 20)) == ["Star"]


def test_where_little_is_looked_at_a_stretch_of_the_index_is(filled: Store) -> None:
    with filled.view() as view:
        said: list[str] = []
        event.listen(view.connection, "before_cursor_execute", lambda *given: said.append(given[2]))
        outlets(view, since=date(2031, 5, 20))
    assert any("BETWEEN" in each for each in said)


def test_of_few_articles_facts_come_first_and_of_either_the_newest(filled: Store) -> None:
    with filled.view() as view:
        hits = view.search(WORD, kinds=["articles", "events"], since=date(2031, 5, 1))
    found = [(hit.kind == "articles", -(hit.told_on or date.min).toordinal()) for hit in hits]
    assert found == sorted(found)
    assert {of_article for of_article, _ in found} == {True, False}


def test_of_few_articles_no_word_is_weighed_in_the_whole_store(filled: Store) -> None:
    with filled.view() as view:
        said: list[str] = []
        event.listen(view.connection, "before_cursor_execute", lambda *given: said.append(given[2]))
        outlets(view, since=date(2031, 5, 20))
    assert not any("bm25" in each or "ts_rank" in each for each in said)
