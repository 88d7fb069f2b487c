"""One language of questions, answered alike by both databases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.search import Query, Term
from dragoman.store.search.snippets import snippet
from tests.store.changes import at, changed, published


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(at())
        unit.writer.write(published(at("https://b.example/1"), 2031, 6, 1))
    return store


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("sailor", {"events", "articles"}),
        ("sailors killed", {"events", "articles"}),
        ('"step back"', {"statements", "positions", "articles"}),
        ('"back step"', set()),
        ("raid -calm", {"events"}),
        ("counterp*", {"contacts", "articles"}),
        ("tired OR phoned", {"attitudes", "contacts", "articles"}),
        ("LÚND phoned", {"contacts", "articles"}),
        ("zebra", set()),
    ],
)
def test_questions_find(filled: Store, question: str, kinds: set[str]) -> None:
    with filled.view() as view:
        assert {hit.kind for hit in view.search(question, limit=50)} == kinds


def test_kinds_and_days_narrow_the_search(filled: Store) -> None:
    with filled.view() as view:
        found = view.search("sailors", kinds=["events"], since=date(2031, 5, 20))
    assert [(hit.kind, hit.told_on) for hit in found] == [("events", date(2031, 6, 1))]


def test_a_code_narrows_the_search(filled: Store) -> None:
    with filled.view() as view:
        assert view.search("sailors", kinds=["events"], code="NOR") == []
        assert view.search("sailors", kinds=["events"], code="FRD")


def test_what_is_current_no_more_is_not_found(store: Store) -> None:
    with store.work() as unit:
        unit.writer.write_all([at(), changed(at())])
    with store.view() as view:
        assert [hit.kind for hit in view.search("tired")] == ["articles"]


def test_a_hit_shows_the_words(filled: Store) -> None:
    with filled.view() as view:
        hit = view.search("sailors", kinds=["events"])[0]
    assert [hit.words.text[start:end] for start, end in hit.words.found] == ["sailors"]
    assert (hit.title, hit.outlet) == ("Norway calls for calm after raid", "The Wire")


@pytest.mark.parametrize("question", ["", "  ", "-raid", '""', "* - !", "OR"])
def test_a_question_for_nothing_is_refused(question: str) -> None:
    with pytest.raises(StoreError, match="nothing to look for"):
        Query.parse(question)


def test_a_word_with_signs_is_a_phrase() -> None:
    assert Query.parse("U.S.-led").wanted == ((Term(("u", "s", "led")),),)


@given(question=st.text(max_size=60))
def test_no_question_breaks_the_parser(question: str) -> None:
    try:
        asked = Query.parse(question)
    except StoreError:
        return
    assert all(word.isalnum() for term in asked.terms() for word in term.words)


@pytest.mark.parametrize(
    "question", ['" OR "', "NEAR(a b)", "a:b", "'; DROP TABLE x; --", "a & !b"]
)
def test_signs_that_mean_something_to_a_database_are_harmless(filled: Store, question: str) -> None:
    with filled.view() as view:
        assert view.search(f"zebra {question}") == []


@given(text=st.text(max_size=600), question=st.text("abcdef ", min_size=1, max_size=20))
def test_marks_lie_within_the_snippet(text: str, question: str) -> None:
    try:
        made = snippet(text, Query.parse(question))
    except StoreError:
        return
    assert all(0 <= start < end <= len(made.text) for start, end in made.found)
    assert len(made.text) < 400 or " " not in text
