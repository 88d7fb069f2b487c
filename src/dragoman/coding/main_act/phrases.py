"""Whole noun phrases, from the determiner to the last modifier.

Appositions, participles, brackets and phrases with "of", "in", "from", "at" and "by" belong to the
phrase; clauses that a pronoun begins, infinitives, conjuncts, expressions of time and other
prepositional phrases do not. That is how the sides of an act are drawn in the training sentences
of the set with CAMEO's spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.grammar import is_infinitive
from dragoman.coding.tree import NOUN_TAGS, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.records import Span

Phrase = tuple[int, int]
"""Token indexes, end exclusive."""

MODIFIERS = frozenset({
    "amod", "compound", "det", "flat", "nmod:desc", "nmod:poss", "nummod", "appos", "nmod:unmarked",
})  # fmt: skip
"""Relations of a modifier that is no phrase of its own: it grows to the noun it modifies."""

INNER = (MODIFIERS - {"nmod:unmarked"}) | {"list", "nmod", "acl", "det:predet"}
"""Relations of what belongs to a noun phrase."""

INNER_CASES = frozenset({"", "of", "in", "from", "at", "by", "'s", "’s", "’", "'"})
BOUNDS = frozenset({"least", "most"})
LOOSE_ENDS = frozenset({"PUNCT", "ADP", "CCONJ"})


def heads_of(spans: Iterable[Span], tree: Tree) -> list[int]:
    """Return for each character span the token in it whose head stands outside of it."""
    found: list[int] = []
    for start, end in spans:
        inside = [i for i in range(len(tree)) if start < tree.ends[i] and tree.starts[i] < end]
        tops = [i for i in inside if tree.heads[i] not in inside or tree.is_root(i)]
        found.extend(tops[:1])
    return found


def grown(head: int, tree: Tree) -> int:
    """Return the noun that a modifier belongs to; a noun that modifies nothing is its own."""
    noun, seen = head, {head}
    while tree.relations[head] in MODIFIERS and tree.heads[head] not in seen:
        head = tree.heads[head]
        seen.add(head)
        noun = head if tree.tags[head] in NOUN_TAGS else noun
    return noun


def noun_phrase(head: int, tree: Tree, times: frozenset[int] = frozenset()) -> Phrase:
    """Return the noun phrase of a head.

    Args:
        head: the token at its head.
        tree: the tree of the sentence.
        times: tokens of expressions of time, which belong to the clause ("troops on Monday").
    """
    kept = {head}
    for child in tree.children(head):
        if child not in times and _belongs(child, tree):
            kept.update(set(tree.subtree(child, without=frozenset({"acl:relcl"}))) - times)
    start = end = head
    while start - 1 in kept or _is_inner(start - 1, kept, tree):
        start -= 1
    while end + 1 in kept or _is_inner(end + 1, kept, tree):
        end += 1
    return _trimmed(start, end, head, tree)


def _belongs(child: int, tree: Tree) -> bool:
    relation = tree.relations[child]
    if relation == "nmod":
        return tree.case(child) in INNER_CASES
    if relation == "acl":
        return not is_infinitive(tree, child) and tree.child(child, "mark") is None
    return relation in INNER


def _is_inner(index: int, kept: set[int], tree: Tree) -> bool:
    """Whether a mark stands between two tokens of the phrase ("cease-fire")."""
    return (
        0 < index < len(tree) - 1
        and tree.tags[index] == "PUNCT"
        and index - 1 in kept
        and index + 1 in kept
    )


def _trimmed(start: int, end: int, head: int, tree: Tree) -> Phrase:
    """Return the phrase without marks and prepositions at its ends, brackets closed."""
    while start < head and tree.tags[start] in LOOSE_ENDS and not _is_bound(start, tree):
        start += 1
    while end > head and tree.tags[end] in LOOSE_ENDS and tree.words[end] != ")":
        end -= 1
    words = tree.words[start : end + 1]
    if words.count("(") > words.count(")") and tree.words[end + 1 : end + 2] == [")"]:
        end += 1
    return start, end + 1


def _is_bound(index: int, tree: Tree) -> bool:
    """Whether a preposition belongs to a number ("at least 40")."""
    return tree.lower[index] == "at" and tree.lower[index + 1] in BOUNDS
