"""Mending the tree where names and titles tell more than the parser saw.

"killed Iranian commander X and Iraqi militia leader Y": parsers lose the coordination of long
titled names and hang the second below the first as something else. Names and titles show where
each phrase begins and ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.coding.attachment import Attachment, phrase_start
from dragoman.coding.stretches import head_of

if TYPE_CHECKING:
    from dragoman.coding.names import Name
    from dragoman.coding.scene import Scene

_JOINTS = frozenset({"and", "or", "&", ","})
_CONJUNCTIONS = frozenset({"and", "or", "&"})


def mend_lists(scene: Scene, names: Sequence[Name], attachment: Attachment) -> None:
    """Join names that stand in a list where the tree hangs a later one inside an earlier one."""
    for one, two in pairwise(names):
        start = phrase_start(attachment, two)
        if _is_list(scene, one.end, start):
            _join(scene, (phrase_start(attachment, one), one.end), (start, two.end))


def _is_list(scene: Scene, start: int, end: int) -> bool:
    words = scene.tree.lower[start:end]
    return bool(words) and set(words) <= _JOINTS and words[-1] in _CONJUNCTIONS


def _join(scene: Scene, one: tuple[int, int], two: tuple[int, int]) -> None:
    tree = scene.tree
    first, second = head_of(tree, *one), head_of(tree, *two)
    head = tree.heads[second]
    if not one[0] <= head < one[1] or tree.relations[second] == "conj":
        return
    tree.attach(second, first, "conj")
    for token in range(one[1], two[0]):
        if tree.heads[token] != second:
            tree.attach(token, second, "cc" if tree.lower[token] in _CONJUNCTIONS else "punct")
