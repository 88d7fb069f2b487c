"""Whether a predicate is meant as it stands."""

from __future__ import annotations

import pytest

from dragoman.coding.polarity import is_denied, standing
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import short

CASES = [
    ("{nsubj Norway} praised=praise {obj it} .", "praised", 1.0),
    ("{nsubj Norway} {aux did} {advmod not/PART} praise {obj it} .", "praise", 0.0),
    ("{nsubj Norway} {advmod never} praised=praise {obj it} .", "praised", 0.0),
    ("{nsubj Norway} refused=refuse {xcomp to praise/VERB {obj it}} .", "praise", 0.0),
    ("{nsubj Norway} failed=fail {xcomp to praise/VERB {obj it}} .", "praise", 0.0),
    ("{nsubj Lind} denied=deny {ccomp that {nsubj she} praised=praise {obj it}} .",
     "praised", 0.0),
    ("{nsubj Lind} urged=urge {obj Norway} {xcomp to praise/VERB {obj it}} .", "praise", 0.0),
    ("{nsubj Norway} left=leave {advcl {mark without} praising=praise {obj it}} .",
     "praising", 0.0),
    ("{nsubj Norway} praised=praise {obj it} ?", "praised", 0.0),
    ("{nsubj Norway} {aux would} praise {obj it} .", "praise", 0.3),
    ("{nsubj Norway} {aux will} praise {obj it} .", "praise", 0.5),
    ("{nsubj Lind} left=leave {advcl {mark if} {nsubj Norway} praised=praise {obj it}} .",
     "praised", 0.3),
    ("{nsubj Lind} said=say {ccomp that {nsubj Norway} praised=praise {obj it}} .",
     "praised", 1.0),
    (("{nsubj Lind} {aux did} {advmod not/PART} say {ccomp that {nsubj Norway} praised=praise "
     "{obj it}} ."), "praised", 0.0),
    ("{nsubj Lind} left=leave {conj and {nsubj Norway} praised=praise/VERB {obj it}} .",
     "praised", 1.0),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "word", "factor"), CASES)
def test_standing(sentence: str, word: str, factor: float) -> None:
    tree = tree_of(short(sentence))
    assert standing(tree, tree.words.index(word)) == factor


def test_denied() -> None:
    tree = tree_of(short("{nsubj Norway} {aux did} {advmod not/PART} praise {obj it} ."))
    assert is_denied(tree, tree.words.index("praise"))
