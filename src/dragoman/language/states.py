"""Which words name a state: the second network does not see which state it is.

What was done must not hang on who did it. The words stay marked and keep their places; only their
vectors are taken away.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.world import world

Floats = NDArray[np.float32]
SHOWN = frozenset(("metonym",))


def state_words(words: Sequence[str]) -> NDArray[np.bool_]:
    """True for each word that is part of a state's name, adjective or people's name (words)."""
    found = np.zeros(len(words), dtype=np.bool_)
    for start, end, entities in world().find(words):
        if entities[0].kind == "state" and entities[0].form not in SHOWN:
            found[start:end] = True
    return found


def without_states(vectors: Floats, words: Sequence[str]) -> Floats:
    """The vectors (words, width) with those of states' names set to zero."""
    return np.where(state_words(words)[:, None], np.float32(0.0), vectors)
