"""What an article is about."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dragoman.coding.coder import Coder
from dragoman.coding.contexts import CONTEXT_FROM, MOST, likely_contexts
from dragoman.world import world
from tests.coding.articles import article


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, ()),
        ({}, ()),
        ({"military": 0.9}, ("military",)),
        ({"military": 0.4}, ()),
        ({"military": CONTEXT_FROM}, ("military",)),
        ({"health": 0.6, "military": 0.9}, ("military", "health")),
        ({"health": 0.6, "economic": 0.6}, ("economic", "health")),
    ],
)
def test_likely_contexts_come_first_the_likeliest(
    found: Mapping[str, float] | None, expected: tuple[str, ...]
) -> None:
    assert likely_contexts(found) == expected


def test_an_article_has_no_more_contexts_than_the_most() -> None:
    found = {f"context {number}": 0.9 for number in range(MOST + 3)}
    assert len(likely_contexts(found)) == MOST


def test_a_record_tells_the_contexts_of_its_article() -> None:
    doc = article("{nsubj Chad@L} voted=vote .")
    doc._.contexts = {"election": 0.8, "military": 0.1}
    assert Coder(world()).record(doc).article.contexts == ("election",)


def test_a_record_without_a_network_tells_no_contexts() -> None:
    assert Coder(world()).record(article("{nsubj Chad@L} voted=vote .")).article.contexts == ()
