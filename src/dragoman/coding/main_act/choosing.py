"""Which phrases take which part in one act, given how likely each part is for each phrase.

Either some phrases are actor and recipient, or some do the same to one another. Both ways are
scored by the product of the probabilities of all phrases, and the likelier is taken. There is
one actor, with what is joined to it; there may be no recipient, or several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.main_act.model import ACTOR, BOTH, PARTS, RECIPIENT, PartsByHead, Scores

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NONE, _ACTOR, _RECIPIENT, _BOTH = range(len(PARTS))


def chosen(scores: Mapping[int, Scores], first_of: Callable[[int], int]) -> PartsByHead:
    """The likeliest parts of phrases.

    Args:
        scores: for each head of a phrase the logarithm of each part's probability.
        first_of: from a head to the first head of the coordination it stands in.
    """
    if not scores:
        return {}
    together = _reciprocal(scores)
    directed = _directed(scores, first_of)
    is_likelier = _total(scores, together) > _total(scores, directed)
    return together if together and is_likelier else directed


def _total(scores: Mapping[int, Scores], parts: PartsByHead) -> float:
    return sum(each[PARTS.index(parts.get(head, PARTS[_NONE]))] for head, each in scores.items())


def _reciprocal(scores: Mapping[int, Scores]) -> PartsByHead:
    return {head: BOTH for head, each in scores.items() if each[_BOTH] > each[_NONE]}


def _directed(scores: Mapping[int, Scores], first_of: Callable[[int], int]) -> PartsByHead:
    groups = _groups(scores, first_of)
    acting = _acting(scores, max(groups, key=lambda group: _gain(scores, group)))
    parts = dict.fromkeys(acting, ACTOR)
    for head, each in scores.items():
        if head not in parts and each[_RECIPIENT] > each[_NONE]:
            parts[head] = RECIPIENT
    return parts


def _groups(scores: Mapping[int, Scores], first_of: Callable[[int], int]) -> list[list[int]]:
    """Heads that are joined to one another, the first of each coordination first."""
    groups: dict[int, list[int]] = {}
    for head in sorted(scores):
        first = first_of(head)
        groups.setdefault(first if first in scores else head, []).append(head)
    return list(groups.values())


def _acting(scores: Mapping[int, Scores], group: Sequence[int]) -> list[int]:
    """The first of a group, and what is joined to it and likelier actor than anything else."""
    return [head for head in group if head == group[0] or _gain_of(scores[head]) > 0]


def _gain(scores: Mapping[int, Scores], group: Sequence[int]) -> float:
    return sum(_gain_of(scores[head]) for head in _acting(scores, group))


def _gain_of(scores: Scores) -> float:
    """What the whole gains where a phrase is the actor."""
    return scores[_ACTOR] - max(scores[_NONE], scores[_RECIPIENT])
