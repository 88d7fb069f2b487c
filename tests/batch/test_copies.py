"""Copies are kept under their original, whatever comes first, and from one run to the next."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from dragoman.batch.copies import Copies, Placed
from dragoman.records import Article
from dragoman.store import Store, tables
from dragoman.store.checking import check_store
from tests.batch.articles import OTHER, PARAGRAPHS, article
from tests.batch.readers import HandReader

READER = HandReader()
ADDED = "It was his third journey to the islands within the year, and the first by sea."
EDITED = (*PARAGRAPHS[:2], ADDED, *PARAGRAPHS[2:])


def take(store: Store, read: Article) -> Placed:
    """Write an article in a unit of work of its own, and tell it from copies."""
    (reading,) = READER.readings([read])
    with store.work() as unit:
        return Copies(unit).take(unit.writer.write(reading.record), read)


def under(store: Store) -> dict[str, str | None]:
    """Return the URL that each current article lies under."""
    with store.view() as view:
        there = {each.id: each for each in view.articles()}
        return {
            each.url or "": there[each.copy_of].url if each.copy_of else None
            for each in there.values()
        }


def test_a_report_of_its_own_lies_under_none(store: Store) -> None:
    take(store, article(url="https://wire.example/1"))
    take(store, article(*OTHER, url="https://wire.example/2"))
    assert under(store) == {"https://wire.example/1": None, "https://wire.example/2": None}


@pytest.mark.parametrize("words", [PARAGRAPHS, EDITED], ids=["same text", "edited"])
def test_a_copy_lies_under_its_original(store: Store, words: tuple[str, ...]) -> None:
    first = take(store, article(url="https://wire.example/1"))
    later = article(*words, url="https://paper.example/1", published="2024-05-08T09:00:00+00:00")
    placed = take(store, later)
    assert under(store)["https://paper.example/1"] == "https://wire.example/1"
    assert (placed.origin.family, placed.origin.basis) == (first.origin.family, "copy")


def test_the_paragraphs_that_differ_are_kept(store: Store) -> None:
    take(store, article(url="https://wire.example/1"))
    later = article(*EDITED, url="https://paper.example/1", published="2024-05-08")
    placed = take(store, later)
    with store.view() as view:
        rows = view.connection.execute(
            select(tables.origins).where(tables.origins.c.differing.is_not(None))
        ).all()
    ((start, end),) = json.loads(rows[0].differing)
    assert (placed.copy_of is not None, len(rows)) == (True, 1)
    assert later.text[start:end] == ADDED


def test_an_original_that_comes_late_gathers_its_copies(store: Store) -> None:
    for number in (1, 2):
        url = f"https://paper{number}.example/1"
        take(store, article(*EDITED, url=url, published="2024-05-08"))
    placed = take(store, article(url="https://wire.example/1", published="2024-05-06"))
    assert under(store) == {
        "https://paper1.example/1": "https://wire.example/1",
        "https://paper2.example/1": "https://wire.example/1",
        "https://wire.example/1": None,
    }
    assert len(placed.moved) == 2
    with store.view() as view:
        families = set(view.connection.scalars(select(tables.origins.c.family)))
    assert families == {placed.origin.family}


def test_a_new_version_is_no_copy_of_the_one_before(store: Store) -> None:
    take(store, article())
    placed = take(store, article(*EDITED))
    assert (placed.copy_of, under(store)) == (None, {"https://wire.example/1": None})


def test_copies_go_to_the_new_version_of_their_original(store: Store) -> None:
    take(store, article())
    take(store, article(url="https://paper.example/1", published="2024-05-08"))
    take(store, article(*EDITED))
    assert under(store) == {
        "https://paper.example/1": "https://wire.example/1",
        "https://wire.example/1": None,
    }


def test_a_version_that_was_replaced_has_no_copies_any_more(store: Store) -> None:
    take(store, article())
    take(store, article(*OTHER))
    placed = take(store, article(url="https://paper.example/1"))
    assert placed.copy_of is None


def test_the_same_article_once_more_is_told_the_same(store: Store) -> None:
    take(store, article(url="https://wire.example/1"))
    copy = article(url="https://paper.example/1", published="2024-05-08")
    first = take(store, copy)
    again = take(store, copy)
    assert (again.copy_of, again.origin, again.moved) == (first.copy_of, first.origin, ())


def test_an_article_without_words_of_any_length_is_taken(store: Store) -> None:
    take(store, article("Rain."))
    assert take(store, article("Rain.", url="https://paper.example/1")).copy_of is not None


def test_the_store_holds_together(store: Store) -> None:
    for number, words in enumerate((PARAGRAPHS, EDITED, OTHER, PARAGRAPHS)):
        take(store, article(*words, url=f"https://wire.example/{number % 3}"))
    with store.view() as view:
        assert check_store(view).faults == []
