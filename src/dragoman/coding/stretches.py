"""Stretches of tokens: their head, the tokens of a character span, words on one line."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.tree import Tree
    from dragoman.records import Span

_FUNCTION_RELATIONS = frozenset({"case", "det", "cc", "mark", "advmod", "punct"})


def head_of(tree: Tree, start: int, end: int) -> int:
    """The head of a stretch of tokens: the one that depends on a word outside of it.

    Where the tree breaks the stretch into parts, the first part that is not a function word.
    """
    for index in range(start, end):
        head = tree.heads[index]
        outside = head == index or not start <= head < end
        if outside and tree.relations[index] not in _FUNCTION_RELATIONS:
            return index
    return end - 1


def tokens_in(tree: Tree, span: Span) -> range:
    """The indexes of the tokens that begin inside a stretch of characters."""
    return range(bisect_left(tree.starts, span[0]), bisect_left(tree.starts, span[1]))


def printed(tree: Tree, start: int, end: int) -> str:
    """The words from token ``start`` to token ``end`` (exclusive), on one line."""
    return " ".join(tree.words_of(start, end).split())


def is_plural(tree: Tree, token: int) -> bool:
    """Whether a noun is in the plural."""
    return "Number=Plur" in tree.features[token]
