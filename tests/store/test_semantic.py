"""What is near a question in meaning is found, whatever its words."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.search import semantic
from dragoman.store.search.vectors import Floats, keep
from tests.records.examples import TEXT
from tests.store.changes import URL, at, changed, published

WIDTH = 8


def axis(number: int) -> Floats:
    """Return a vector along one axis."""
    found: Floats = np.eye(WIDTH, dtype=np.float32)[number]
    return found


SENTENCES = [
    ("Norway calls for calm", 1),
    ("OSLO (Wire) - Foreign Minister Kari Lund phoned her Danish counterpart on Friday.", 2),
    ("Three sailors were killed", 3),
    ("Norway is tired", 4),
]
"""Words of the example's sentences, each along an axis of its own."""


@pytest.fixture
def filled(store: Store) -> Store:
    """Two articles with the same sentences, and one of June whose vectors are of others."""
    spans = [(TEXT.index(each), TEXT.index(each) + len(each)) for each, _ in SENTENCES]
    own = np.stack([axis(number) for _, number in SENTENCES])
    with store.work() as unit:
        for record in (at(f"{URL}/0"), at()):
            keep(unit.connection, unit.writer.write(record).reading, own, spans)
        later = unit.writer.write(published(at("https://b.example/1"), 2031, 6, 1))
        keep(unit.connection, later.reading, np.roll(own, 1, axis=1), spans)
    return store


def test_the_fact_that_rests_on_the_nearest_sentence_comes_first(filled: Store) -> None:
    with filled.view() as view:
        hits = view.similar(axis(3), kinds=["events", "contacts"], until=date(2031, 5, 9))
    assert hits[0].kind == "events"
    assert hits[0].score == pytest.approx(1.0, abs=0.01)
    assert "Three sailors were killed" in hits[0].words.text


def test_an_article_is_shown_by_its_nearest_sentence(filled: Store) -> None:
    with filled.view() as view:
        hit = view.similar(axis(4), kinds=["articles"], until=date(2031, 5, 9))[0]
    assert hit.words.text == "Norway is tired"
    assert hit.outlet == "The Wire"


def test_days_narrow_the_search(filled: Store) -> None:
    with filled.view() as view:
        found = view.similar(axis(2), kinds=["articles"], since=date(2031, 5, 20))
        before = view.similar(axis(2), kinds=["articles"], until=date(2031, 5, 20))
    assert [hit.told_on for hit in found] == [date(2031, 6, 1)]
    assert date(2031, 6, 1) not in {hit.told_on for hit in before}


def test_a_code_narrows_the_search(filled: Store) -> None:
    with filled.view() as view:
        kinds = {hit.kind for hit in view.similar(axis(3), code="FRD", limit=50)}
        none = view.similar(axis(3), code="XXX")
    assert "events" in kinds
    assert "contacts" not in kinds
    assert none == []


def test_what_is_current_no_more_is_not_found(store: Store) -> None:
    with store.work() as unit:
        old, new = unit.writer.write(at()), unit.writer.write(changed(at()))
        keep(unit.connection, old.reading, axis(1)[None], [(0, 10)])
        keep(unit.connection, new.reading, axis(2)[None], [(0, 10)])
    with store.view() as view:
        assert [hit.reading for hit in view.similar(axis(1), kinds=["articles"])] == [new.reading]


def test_no_more_than_asked_for_comes_back(filled: Store) -> None:
    with filled.view() as view:
        assert len(view.similar(axis(1), limit=3)) == 3


def test_vectors_of_another_width_are_passed_over(filled: Store) -> None:
    with filled.view() as view:
        assert view.similar(np.ones(WIDTH + 1, np.float32)) == []


@pytest.mark.parametrize(
    "question",
    [np.zeros(WIDTH), np.full(WIDTH, np.nan), np.ones((2, WIDTH)), np.array(1.0)],
)
def test_what_is_no_question_is_refused(store: Store, question: Floats) -> None:
    with store.view() as view, pytest.raises(StoreError, match="vector"):
        view.similar(question)


def test_the_likest_articles_are_found(filled: Store) -> None:
    with filled.view() as view:
        own = view.versions(URL)[0].id
        hits = view.like(own)
        assert own not in {hit.article for hit in hits}
        assert hits[0].score > hits[-1].score


def test_an_article_without_vectors_is_like_nothing(store: Store) -> None:
    with store.work() as unit:
        article = unit.writer.write(at()).article
    with store.view() as view, pytest.raises(StoreError, match="no vectors"):
        view.like(article)


def test_sentences_beyond_the_nearest_articles_are_left_alone(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(semantic, "MOST_ARTICLES", 1)
    with filled.view() as view:
        assert len({hit.reading for hit in view.similar(axis(3), limit=50)}) == 1
