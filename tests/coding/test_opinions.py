"""Which words the second network is asked about."""

from __future__ import annotations

from dragoman.coding.opinions import Opinions
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import short
from tests.coding.stances import with_stances

BROKEN = (
    '{ccomp " {nsubj Peru} {cop was/AUX} {advmod plainly} wrong/ADJ , "} '
    "{nsubj Lind} said=say {obl of the raid} ."
)


def test_words_that_others_break_up_are_asked_about_without_what_stands_between() -> None:
    doc = with_stances(short(BROKEN), {"wrong": {"criticism": 0.9}})
    words = tree_of(doc).words
    said = [*range(words.index("Lind")), words.index("the"), words.index("raid")]
    opinions = Opinions(doc)
    opinions.ask([said])
    assert [found.tokens for found in opinions.of(said)] == [(0, words.index("Lind"))]
