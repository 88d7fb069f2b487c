"""The extent of phrases, on hand-written trees."""

import pytest

from dragoman.coding.main_act.phrases import grown, heads_of, noun_phrase
from dragoman.coding.tree import tree_of
from tests.coding.sentences import parsed


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        ("{nsubj {det the} {amod old} envoy {nmod {case of} Peru}} left", "envoy",
         "the old envoy of Peru"),
        ("{nsubj troops {nmod {case in} Mali}} left", "troops", "troops in Mali"),
        ("{nsubj sanctions {nmod {case against} Mali}} ended", "sanctions", "sanctions"),
        ("{nsubj troops {acl based {obl {case in} Gao}}} left", "troops", "troops based in Gao"),
        ("{nsubj raid {nmod {case by} rebels}} failed", "raid", "raid by rebels"),
        ("{nsubj {nummod {advmod {case at} least} forty} men} left", "men", "at least forty men"),
        ("{nsubj plan {acl {mark to} flee}} failed", "plan", "plan"),
        ("{nsubj troops {acl:relcl {nsubj who} fled}} left", "troops", "troops"),
        ("{nsubj Peru {conj {cc and} Chile}} left", "Peru", "Peru"),
        ("{nsubj party {appos {punct (} ~PSD/PROPN {punct )}}} won", "party", "party (PSD)"),
        ("{nsubj Ruiz {punct ,} {appos {det the} envoy} {punct ,}} left", "Ruiz",
         "Ruiz, the envoy"),
        ("left {obl {case with} {det the} envoy}", "envoy", "the envoy"),
    ],
)  # fmt: skip
def test_extent(sentence: str, head: str, phrase: str) -> None:
    tree = tree_of(parsed(sentence))
    assert tree.words_of(*noun_phrase(tree.words.index(head), tree)) == phrase


def test_expressions_of_time_belong_to_the_clause() -> None:
    tree = tree_of(parsed("{nsubj troops {nmod {case of} Monday}} left"))
    monday = tree.words.index("Monday")
    assert tree.words_of(*noun_phrase(0, tree, frozenset({monday}))) == "troops"


def test_a_modifier_grows_to_its_noun() -> None:
    tree = tree_of(parsed("{nsubj {nmod:poss {amod Kenyan} navy {case 's}} ships} left"))
    assert tree.words[grown(0, tree)] == "ships"


def test_a_noun_never_grows_to_a_verb() -> None:
    tree = tree_of(parsed("{compound Kenyan/PROPN} trains"))
    assert grown(0, tree) == 0


def test_the_head_of_a_span_is_the_token_governed_from_outside() -> None:
    doc = parsed("{nsubj {det the} {amod old} envoy} left")
    assert heads_of([(0, 13)], tree_of(doc)) == [2]
