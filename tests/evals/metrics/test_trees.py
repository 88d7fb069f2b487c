"""Hand-worked alignments. Words are written form/start-end/tag/head/relation, ``*`` marks a
word of a multi-word token; positions count characters other than white space."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.counts import Counts
from evals.metrics.trees import ROOT, Trees, TreeWord, add_counts, align, tree_counts

WORD = re.compile(r"(?P<form>.+?)/(\d+)-(\d+)/(\w+)/(-?\d+)/([\w:]+)(\*?)$")


def words(*written: str) -> tuple[TreeWord, ...]:
    found = []
    for each in written:
        match = WORD.match(each)
        assert match, each
        form, start, end, tag, head, relation, star = match.groups()
        found.append(TreeWord(form, int(start), int(end), tag, int(head), relation, bool(star)))
    return tuple(found)


GOLD = words(
    "They/0-4/PRON/3/nsubj",
    "did/4-10/AUX/3/aux*",
    "n't/4-10/PART/3/advmod*",
    "sign/10-14/VERB/-1/root",
    "his/14-17/PRON/5/nmod:poss",
    "text/17-21/NOUN/3/obj",
)
WITHOUT_TOKENS = words(
    "They/0-4/PRON/3/nsubj",
    "did/4-7/AUX/3/aux",
    "n't/7-10/PART/3/advmod",
    "sign/10-14/VERB/-1/root",
    "his/14-17/PRON/5/nmod",
    "text/17-21/NOUN/3/obj",
)


def test_words_of_a_multiword_token_are_aligned_by_form() -> None:
    assert align(GOLD, WITHOUT_TOKENS) == {index: index for index in range(6)}


def test_what_stands_after_the_colon_is_left_aside() -> None:
    counts = tree_counts(Trees(GOLD, ((0, 21),)), Trees(WITHOUT_TOKENS, ((0, 21),)))
    assert counts["las"] == Counts(6, 6, 6)


def test_a_token_left_whole_loses_both_words() -> None:
    whole = words("They/0-4/PRON/2/nsubj", "didn't/4-10/AUX/2/aux", "sign/10-14/VERB/-1/root")
    assert align(GOLD, whole) == {0: 0, 2: 3}


def test_words_cut_elsewhere_are_not_aligned() -> None:
    cut = words("The/0-3/PRON/1/det", "ydid/3-7/NOUN/-1/root", "n't/7-10/PART/1/advmod")
    assert align(GOLD, cut) == {2: 2}


def test_the_longest_common_sequence_skips_what_is_between() -> None:
    gold = words("a/0-9/X/-1/root*", "b/0-9/X/0/dep*", "c/0-9/X/0/dep*")
    system = words("a/0-9/X/-1/root*", "x/0-9/X/0/dep*", "C/0-9/X/0/dep*")
    assert align(gold, system) == {0: 0, 2: 2}


def test_overlapping_tokens_of_both_sides_are_joined() -> None:
    gold = words("in/0-5/ADP/1/case*", "the/0-5/DET/-1/root*", "sea/5-8/NOUN/1/dep")
    system = words("in/0-2/ADP/1/case", "the/2-8/DET/-1/root*", "sea/2-8/NOUN/1/dep*")
    assert align(gold, system) == {0: 0, 1: 1, 2: 2}


def test_a_head_counts_when_it_is_aligned_with_the_gold_head() -> None:
    gold = words("Talks/0-5/NOUN/1/nsubj", "failed/5-11/VERB/-1/root", "again/11-16/ADV/1/advmod")
    system = words(
        "Talks/0-5/NOUN/2/nsubj",
        "fail/5-9/VERB/-1/root",
        "ed/9-11/X/1/dep",
        "again/11-16/NOUN/0/obj",
    )
    counts = tree_counts(Trees(gold, ((0, 16),)), Trees(system, ((0, 11), (11, 16))))
    assert counts["words"] == Counts(2, 3, 4)
    assert counts["upos"] == Counts(1, 3, 4)
    assert counts["uas"] == Counts(0, 3, 4)
    assert counts["sentences"] == Counts(0, 1, 2)


def test_two_roots_agree() -> None:
    gold = words("Stop/0-4/VERB/-1/root", "now/4-7/ADV/0/advmod")
    system = words("Stop/0-4/VERB/-1/root", "now/4-7/ADV/-1/root")
    counts = tree_counts(Trees(gold, ()), Trees(system, ()))
    assert counts["uas"] == counts["las"] == Counts(1, 2, 2)


def test_a_right_head_with_another_relation_counts_for_uas_only() -> None:
    gold = words("Stop/0-4/VERB/-1/root", "now/4-7/ADV/0/advmod")
    system = words("Stop/0-4/VERB/-1/root", "now/4-7/ADV/0/obj")
    counts = tree_counts(Trees(gold, ()), Trees(system, ()))
    assert (counts["uas"].hits, counts["las"].hits) == (2, 1)


def test_documents_add_up() -> None:
    whole = Trees(GOLD, ((0, 21),))
    sums = add_counts([tree_counts(whole, whole), tree_counts(whole, Trees((), ()))])
    assert sums["las"] == Counts(6, 12, 6)
    assert sums["sentences"] == Counts(1, 2, 1)


@st.composite
def cuts(draw: st.DrawFn, length: int = 12) -> tuple[TreeWord, ...]:
    """A text of twelve characters cut at will, with some multi-word tokens."""
    places = sorted({0, length, *draw(st.sets(st.integers(1, length - 1)))})
    found: list[TreeWord] = []
    for start, end in pairwise(places):
        parts = draw(st.integers(1, 3))
        forms = draw(st.lists(st.sampled_from("abc"), min_size=parts, max_size=parts))
        found.extend(TreeWord(form, start, end, "X", ROOT, "root", parts > 1) for form in forms)
    return tuple(found)


@given(cuts(), cuts())
def test_an_alignment_is_one_to_one_and_in_order(
    gold: tuple[TreeWord, ...], system: tuple[TreeWord, ...]
) -> None:
    pairs = list(align(gold, system).items())
    assert all(s < t and g < h for (s, g), (t, h) in pairwise(pairs))


@given(cuts())
def test_an_analysis_agrees_with_itself(gold: tuple[TreeWord, ...]) -> None:
    counts = tree_counts(Trees(gold, ((0, 12),)), Trees(gold, ((0, 12),)))
    assert all(each.f1 == pytest.approx(1.0) for each in counts.values())
