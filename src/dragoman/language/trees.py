"""The best dependency tree of a sentence from scores of every word under every head.

Greedy choice first; where that is no tree, the maximum spanning arborescence by the algorithm of
Chu and Liu (1965) and Edmonds (1967), as McDonald et al. (2005) brought it to parsing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
NEVER = -1e9


def best_tree(scores: Floats) -> Integers:
    """Heads of the ``n`` words of a sentence.

    ``scores`` (n, 1 + n): word under the root (column 0) or under word ``column - 1``. Returns
    (n,) word numbers, -1 for the root. Exactly one word is the root's.
    """
    words = len(scores)
    if words == 1:
        return np.array([-1])
    inner = scores[:, 1:].astype(np.float64)
    np.fill_diagonal(inner, NEVER)
    root = int(np.argmax(scores[:, 0] - inner.max(1)))
    heads = inner.argmax(1)
    heads[root] = -1
    if _is_tree(heads, root):
        return np.asarray(heads, dtype=np.int64)
    inner[root] = NEVER
    return np.asarray(_arborescence(inner, root), dtype=np.int64)


def _is_tree(heads: Integers, root: int) -> bool:
    """Whether every word leads up to ``root``: pointers doubled until they all have arrived."""
    above = heads.copy()
    above[root] = root
    steps = 1
    while steps < len(heads):
        above = above[above]
        steps *= 2
    return bool(np.all(above == root))


def _arborescence(scores: NDArray[np.float64], root: int) -> Integers:
    """Best tree with a given root; ``scores[word, head]``."""
    heads = scores.argmax(1)
    heads[root] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return np.asarray(heads, dtype=np.int64)
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    shrunk, entry, leave = _contract(scores, heads, cycle, outside)
    small_root = int(np.flatnonzero(outside == root)[0])
    small = _arborescence(shrunk, small_root)
    return _expand(heads, small, outside, entry, leave)


def _cycle(heads: Integers) -> Integers | None:
    state = np.zeros(len(heads), dtype=np.int8)
    for start in range(len(heads)):
        trail = []
        word = start
        while word >= 0 and state[word] == 0:
            state[word] = 1
            trail.append(word)
            word = int(heads[word])
        if word >= 0 and state[word] == 1:
            return np.array(trail[trail.index(word) :])
        state[trail] = 2
    return None


def _contract(
    scores: NDArray[np.float64], heads: Integers, cycle: Integers, outside: Integers
) -> tuple[NDArray[np.float64], Integers, Integers]:
    """The graph with the cycle as one node (the last), and which words stand for its edges."""
    size = len(outside) + 1
    shrunk = np.full((size, size), NEVER)
    shrunk[:-1, :-1] = scores[np.ix_(outside, outside)]
    out_of = scores[np.ix_(outside, cycle)]
    leave = cycle[out_of.argmax(1)]
    shrunk[:-1, -1] = out_of.max(1)
    held = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, outside)] - held[:, None]
    entry = cycle[into.argmax(0)]
    shrunk[-1, :-1] = into.max(0)
    np.fill_diagonal(shrunk, NEVER)
    return shrunk, entry, leave


def _expand(
    heads: Integers,
    small: Integers,
    outside: Integers,
    entry: Integers,
    leave: Integers,
) -> Integers:
    result = heads.copy()
    merged = len(outside)
    for place, word in enumerate(outside):
        head = small[place]
        result[word] = -1 if head < 0 else (leave[place] if head == merged else outside[head])
    broken = entry[small[merged]]
    result[broken] = outside[small[merged]]
    return result
