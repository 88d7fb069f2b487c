"""Labels are what the training documents show."""

from __future__ import annotations

import pytest

from dragoman.errors import ModelError
from training.documents import Document, Grammar

pytestmark = pytest.mark.needs("conllu")


def document(*, tags: dict[str, list[str]] | None = None, tree: bool = True) -> Document:
    words = ["Mali", "agreed", "."] * 3
    grammar = Grammar(
        ["PROPN", "VERB", "PUNCT"] * 3,
        ["_"] * 9,
        ["Mali", "agree", "."] * 3,
        [1, -1, 1, 4, -1, 4, 7, -1, 7],
        ["nsubj", "root", "punct"] * 3,
        [0, 3, 6],
    )
    return Document("x", words, [3] + [1] * 8, grammar if tree else None, tags or {})


def test_relations_in_the_order_of_their_number() -> None:
    from training.sets import labels

    assert labels([document()]).relations == ("nsubj", "punct", "root")


def test_a_script_seen_often_is_kept() -> None:
    from training.sets import labels

    assert "l1|" in labels([document()]).lemma


def test_a_head_without_data_is_left_out() -> None:
    from training.sets import labels

    found = labels([document(tags={"names": ["B-PLACE", "O", "O"] * 3})])
    assert list(found.tags) == ["names"]


def test_no_tree_no_model() -> None:
    from training.sets import labels

    with pytest.raises(ModelError, match="No treebank"):
        labels([document(tree=False)])
