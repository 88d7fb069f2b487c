"""Judgements told by a noun.

"Voiced concern over the raid", "drew condemnation from X", "recalled its ambassador in protest",
"watched with alarm".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.coding.grammar import is_passive, objects, subjects
from dragoman.coding.inflection import forms, is_one_of
from dragoman.coding.judgements import Judgement, felt_about, judgements_on
from dragoman.coding.judges import Judge, judges_at
from dragoman.coding.polarity import effect_words
from dragoman.coding.stance import stance_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.coding.debate import Debate
    from dragoman.coding.protocols import StanceTyper
    from dragoman.coding.stance import StanceWords

_SOURCES = frozenset({"from", "by", "among", "in"})
_MANNER = frozenset({"with", "in"})
_CORE = frozenset({"obj", "nsubj", "nsubj:pass", "obl"})


class Voiced(NamedTuple):
    """Who has a view that a noun names.

    ``predicate`` is the verb it is voiced with, or the noun; ``acts`` the heads of what it is
    about as far as the verb tells; ``supposed`` whether it may be about the main act; ``named``
    whether it is told where the view comes from, where a state's name need not stand for it.
    """

    heads: tuple[int, ...]
    predicate: int
    acts: tuple[int, ...]
    supposed: bool
    named: bool = False


def judged_by_noun(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X voiced concern over the raid"; "X's condemnation of it"; "support from X for it"."""
    tree = debate.tree
    for noun, tag in enumerate(tree.tags):
        if tag != "NOUN":
            continue
        for row in stance_table().at("noun", *forms(tree, noun)):
            voiced = _voiced(debate, noun)
            if voiced is None:
                continue
            for judge in _judges(debate, voiced):
                yield from _judged(debate, row, noun, voiced, judge)


def _judges(debate: Debate, voiced: Voiced) -> Iterator[Judge]:
    if not voiced.named:
        yield from judges_at(debate, voiced.predicate, voiced.heads)
        return
    for head in voiced.heads:
        holders = debate.holders_named(head)
        if holders:
            yield Judge(head, holders)


def _judged(
    debate: Debate, row: StanceWords, noun: int, voiced: Voiced, judge: Judge
) -> Iterator[Judgement]:
    acts = [*_acts(debate, noun, voiced)] or list(voiced.acts)
    found = list(judgements_on(debate, row, noun, judge, acts, supposed=voiced.supposed))
    if not found and voiced.supposed and (voiced.named or voiced.acts):
        main = debate.targets.main(judge.holders[0].party, noun)
        found = list(judgements_on(debate, row, noun, judge, (), chosen=main))
    yield from found


def _voiced(debate: Debate, noun: int) -> Voiced | None:
    tree = debate.tree
    first = tree.coordination_head(noun)
    governor, relation = tree.heads[first], tree.relations[first]
    if relation == "obj" and is_one_of(tree, governor, effect_words("voicing")):
        return Voiced(tuple(subjects(tree, governor)[:1]), governor, (), supposed=True)
    for child in tree.children(noun, "nmod:poss", "nmod"):
        if tree.relations[child] == "nmod:poss" or tree.case(child) in {"by", "from"}:
            told = tuple(subjects(tree, governor)) if relation == "obj" else ()
            from_ = tree.relations[child] == "nmod"
            supposed = from_ and relation in {"obj", "nsubj"}
            return Voiced((child,), noun, told, supposed, named=from_)
    if relation == "obl" and tree.case(first) in _MANNER and not is_passive(tree, governor):
        judged = objects(tree, governor)
        return Voiced(tuple(subjects(tree, governor)[:1]), governor, judged, supposed=True)
    return _met_with(debate, noun, first, governor)


def _met_with(debate: Debate, noun: int, first: int, governor: int) -> Voiced | None:
    """As in "the raid drew anger from X", "anger came from X", "was met with anger in X"."""
    tree = debate.tree
    if tree.relations[first] not in _CORE or tree.tags[governor] not in {"VERB", "AUX", "NOUN"}:
        return None
    for child in tree.children(governor, "obl", "nmod"):
        if child > noun and tree.case(child) in _SOURCES and debate.holders_named(child):
            told = () if tree.relations[first].startswith("nsubj") else subjects(tree, governor)
            return Voiced((child,), noun, tuple(told), supposed=True, named=True)
    return None


def _acts(debate: Debate, noun: int, voiced: Voiced) -> list[int]:
    tree = debate.tree
    near = [*tree.children(noun, "nmod", "acl", "ccomp", "advcl")]
    if voiced.predicate != noun:
        near += tree.children(voiced.predicate, "obl")
    first = tree.coordination_head(noun)
    return felt_about(
        debate, noun, [item for item in near if item not in voiced.heads and item != first]
    )
