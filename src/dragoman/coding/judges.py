"""Who holds the view that a word tells of, where its subject does not say so by itself.

"X's reaction", "a statement from X", "those to condemn it were X and Y", "X joined Y in
condemning it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.coding.grammar import agents, is_passive, objects, subjects
from dragoman.coding.inflection import is_one_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.coding.debate import Debate, Holder

_JOINING = frozenset({"join", "follow", "echo"})
_OWNED = ("nmod:poss", "amod", "compound", "nmod")
_OF = frozenset({"", "of", "from", "by"})
_AMONG = frozenset({"those", "country", "state", "government", "capital", "nation", "first"})


class Judge(NamedTuple):
    """A phrase, by its head, and the parties it stands for."""

    head: int
    holders: tuple[Holder, ...]


def judges(debate: Debate, verb: int) -> Iterator[Judge]:
    """Who does a verb of judgement, in the passive by whom it is done."""
    tree = debate.tree
    heads = agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
    yield from judges_at(debate, verb, heads)
    governor = tree.heads[verb]
    if tree.relations[verb] == "advcl" and is_one_of(tree, governor, _JOINING):
        for head in objects(tree, governor):
            yield from _at(debate, head)


def judges_at(debate: Debate, verb: int, heads: Sequence[int]) -> Iterator[Judge]:
    """Those for whom some phrases stand, or whose words or reaction they are."""
    for head in heads:
        found = list(_at(debate, head)) or list(_behind(debate, verb, head))
        yield from found


def _at(debate: Debate, head: int) -> Iterator[Judge]:
    holders = debate.holders(head)
    if holders:
        yield Judge(head, holders)


def _behind(debate: Debate, verb: int, head: int) -> Iterator[Judge]:
    tree = debate.tree
    if debate.cast.denoted(head):
        return
    if debate.targets.is_conduct(head) or debate.targets.is_speech(head):
        yield from _owners(debate, head)
    elif is_one_of(tree, head, _AMONG) and tree.case(head) in {"among", "amongst"}:
        governor = tree.heads[head]
        for other in (governor, *subjects(tree, governor)):
            yield from _at(debate, other)
    elif tree.relations[verb] == "acl" and tree.lower[tree.subtree(verb)[0] - 1] == ",":
        yield from _beside(debate, head)


def _owners(debate: Debate, noun: int) -> Iterator[Judge]:
    """Whose words or reaction a noun names; for words also who gives them out."""
    tree = debate.tree
    for child in tree.children(noun, *_OWNED):
        if tree.relations[child] != "nmod" or tree.case(child) in _OF:
            holders = debate.holders(child) or debate.held_by(debate.cast.inside(child, child + 1))
            if holders:
                yield Judge(child, holders)
                return
    if debate.targets.is_speech(noun) and tree.relations[noun] in {"obj", "obl"}:
        yield from _beside(debate, noun)


def _beside(debate: Debate, noun: int) -> Iterator[Judge]:
    """The subject of the clause that a noun stands in."""
    tree = debate.tree
    governor = tree.heads[tree.coordination_head(noun)]
    for other in subjects(tree, governor):
        yield from _at(debate, other)
