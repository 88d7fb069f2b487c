"""The tree: relations, phrases, spans, conjuncts, sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.tree import tree_of
from tests.coding.sentences import parsed
from tests.coding.shorthand import short

SENTENCE = (
    "{nsubj The {amod old} king {nmod of Spain} {acl:relcl {nsubj ^who} abdicated=abdicate}} "
    "greeted=greet {obj ministers=minister {conj and envoys=envoy}} {obl {case because} "
    "{det the} treaty} ."
)

PLACES = st.integers(min_value=0, max_value=13)


@pytest.mark.parametrize(
    ("word", "phrase"),
    [
        ("king", "The old king of Spain"),
        ("ministers", "ministers"),
        ("treaty", "the treaty"),
        ("Spain", "Spain"),
    ],
)
def test_a_phrase_has_no_preposition_clause_or_conjunct(word: str, phrase: str) -> None:
    tree = tree_of(short(SENTENCE))
    assert tree.words_of(*tree.phrase(tree.words.index(word))) == phrase


def test_an_extent_has_clauses_and_conjuncts() -> None:
    tree = tree_of(short(SENTENCE))
    king = tree.words.index("king")
    assert tree.words_of(*tree.extent(king)) == "The old king of Spain who abdicated"


def test_conjuncts_and_their_head() -> None:
    tree = tree_of(short(SENTENCE))
    ministers, envoys = tree.words.index("ministers"), tree.words.index("envoys")
    assert tree.conjuncts(ministers) == [ministers, envoys]
    assert tree.coordination_head(envoys) == ministers


def test_case_is_the_preposition_in_lower_case() -> None:
    tree = tree_of(short(SENTENCE))
    assert tree.case(tree.words.index("treaty")) == "because"
    assert tree.case(tree.words.index("king")) == ""


def test_neighbouring_tokens_are_one_span() -> None:
    tree = tree_of(short(SENTENCE))
    assert [tree.text[a:b] for a, b in tree.spans([1, 2, 4])] == ["old king", "Spain"]


def test_sentences_are_numbered_over_paragraph_breaks() -> None:
    tree = tree_of(parsed("{nsubj He} left=leave {punct .}", "{nsubj She} sat=sit", gap="\n\n"))
    assert tree.sentences[tree.words.index("left")] == 0
    assert tree.sentences[tree.words.index("sat")] == 1
    assert tree.sentence(tree.words.index("sat"))[1] == len(tree)


def test_ancestors_end_at_the_root() -> None:
    tree = tree_of(short(SENTENCE))
    assert [tree.words[i] for i in tree.ancestors(tree.words.index("Spain"))] == ["king", "greeted"]


def test_a_doc_has_one_tree() -> None:
    doc = short(SENTENCE)
    assert tree_of(doc) is tree_of(doc)


@given(st.sets(PLACES))
def test_spans_cover_the_tokens_and_never_touch(tokens: set[int]) -> None:
    tree = tree_of(short(SENTENCE))
    spans = tree.spans(tokens)
    covered = {
        token
        for token in range(len(tree))
        for start, end in spans
        if start <= tree.starts[token] and tree.ends[token] <= end
    }
    assert covered == tokens
    assert all(one[1] < two[0] for one, two in pairwise(spans))


def test_a_token_is_not_hung_on_what_hangs_below_it() -> None:
    tree = tree_of(short(SENTENCE))
    king, ministers = tree.words.index("king"), tree.words.index("ministers")
    tree.attach(ministers, king, "conj")
    tree.attach(king, ministers, "obl")
    assert tree.heads[ministers] == king
    assert tree.relations[king] != "obl"
    assert king not in tree.children(ministers)


@given(st.lists(st.tuples(PLACES, PLACES), max_size=8))
def test_every_way_up_ends_whatever_is_hung_on_what(hung: list[tuple[int, int]]) -> None:
    tree = tree_of(short(SENTENCE))
    for token, head in hung:
        tree.attach(token, head, "conj")
    for token in range(len(tree)):
        assert tree.is_root([token, *tree.ancestors(token)][-1])
