"""The text of an article, cut at every mark."""

from __future__ import annotations

import pytest

from dragoman.desk.parts.marking import Block, MarkedPiece, marked
from dragoman.desk.parts.tellings import told
from dragoman.records import Article
from dragoman.store import Store
from tests.records import examples


@pytest.fixture(scope="module")
def article(desk_store: Store) -> Article:
    """The article of the examples."""
    with desk_store.view() as view:
        return view.record(next(view.articles()).id).article


@pytest.fixture(scope="module")
def blocks(desk_store: Store) -> tuple[Block, ...]:
    """It, cut, with its phone call asked for."""
    with desk_store.view() as view:
        found = told(view, next(view.articles()))
        return marked(found.record.article, found.tellings, "C1")


def pieces(blocks: tuple[Block, ...]) -> list[MarkedPiece]:
    return [piece for block in blocks for piece in block.pieces]


def words(some: list[MarkedPiece]) -> str:
    return "".join(each.text for each in some)


def test_the_title_comes_first(blocks: tuple[Block, ...]) -> None:
    assert [each.title for each in blocks] == [True, False]


def test_no_word_is_lost(blocks: tuple[Block, ...]) -> None:
    assert "\n\n".join(words([*each.pieces]) for each in blocks) == examples.TEXT


def test_a_piece_says_where_it_begins(blocks: tuple[Block, ...], article: Article) -> None:
    assert [each.start for each in blocks] == [each.pieces[0].start for each in blocks]
    for piece in pieces(blocks):
        assert article.text[piece.start : piece.start + len(piece.text)] == piece.text


def test_the_words_of_the_fact_that_is_asked_for_are_chosen(blocks: tuple[Block, ...]) -> None:
    chosen = [each for each in pieces(blocks) if each.chosen]
    assert words(chosen).startswith("Foreign Minister Kari Lund phoned")
    assert [each.first for each in chosen] == [True, *[False] * (len(chosen) - 1)]
    assert words([each for each in chosen if each.chosen == "part"]) == "on Friday"


def test_the_word_that_names_an_act_is_told_apart(blocks: tuple[Block, ...]) -> None:
    assert [each.text for each in pieces(blocks) if "events" in each.acts] == ["killed"]


def test_what_is_not_coded_is_furniture(blocks: tuple[Block, ...]) -> None:
    assert words([each for each in pieces(blocks) if each.furniture]) == "OSLO (Wire) -"


def test_a_paragraph_names_the_facts_that_rest_on_it(blocks: tuple[Block, ...]) -> None:
    assert [ref for ref, _ in blocks[1].refs] == ["E1", "C1", "S1", "P1", "A1"]
