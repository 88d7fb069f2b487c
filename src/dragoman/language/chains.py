"""Best tag sequences of the tagging heads, and the spans they stand for.

Viterbi decoding of a linear chain (Forney, 1973) over sequences of unequal length at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
IMPOSSIBLE = np.float32(-1e4)


class TaggedSpan(NamedTuple):
    """Words ``start`` to ``end`` (exclusive) of one ``kind``; mean probability of its tags."""

    start: int
    end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Tags with their transition scores; an inside tag follows only its own kind."""

    tags: tuple[str, ...]
    transitions: Floats
    start: Floats

    @classmethod
    def make(cls, tags: Sequence[str], transitions: Floats, start: Floats) -> Chain:
        """A chain in which impossible moves are ruled out."""
        moves, first = transitions.astype(np.float32).copy(), start.astype(np.float32).copy()
        for place, tag in enumerate(tags):
            if not tag.startswith("I-"):
                continue
            first[place] = IMPOSSIBLE
            for before, other in enumerate(tags):
                if other[2:] != tag[2:]:
                    moves[before, place] = IMPOSSIBLE
        return cls(tuple(tags), moves, first)

    def decode(self, emissions: Sequence[Floats]) -> list[Integers]:
        """Best tag numbers for each sequence (words, tags)."""
        if not emissions:
            return []
        lengths = np.array([len(rows) for rows in emissions])
        padded, order = _stack(emissions, lengths)
        best, back = self._forward(padded, lengths[order])
        paths = _trace(best, back, lengths[order])
        result: list[Integers] = [paths[0]] * len(emissions)
        for place, path in zip(order, paths, strict=True):
            result[int(place)] = path
        return result

    def _forward(self, padded: Floats, lengths: Integers) -> tuple[Floats, Integers]:
        """Scores of the last tag of each sequence, and back pointers (words, sequences, tags)."""
        score = self.start + padded[0]
        back = np.zeros(padded.shape, dtype=np.int64)
        final = score.copy()
        alive = np.searchsorted(-lengths, -np.arange(len(padded)), side="left")
        for place in range(1, len(padded)):
            count = int(alive[place])
            paths = score[:count, :, None] + self.transitions
            best = paths.argmax(1)
            score = paths.max(1) + padded[place, :count]
            back[place, :count] = best
            final[:count] = score
        return final, back

    def spans(self, path: Integers, emissions: Floats) -> list[TaggedSpan]:
        """Tag numbers of one sequence → its spans, in order."""
        result: list[TaggedSpan] = []
        inside = np.flatnonzero(path)
        if not len(inside):
            return result
        sure = _probability(emissions[inside], path[inside])
        begun: list[int] = []
        for place, number in enumerate(inside):
            if place and (self.tags[path[number]][0] == "I" and inside[place - 1] == number - 1):
                continue
            begun.append(place)
        for first, after in zip(begun, [*begun[1:], len(inside)], strict=True):
            start, end = int(inside[first]), int(inside[after - 1]) + 1
            kind = self.tags[path[start]][2:]
            result.append(TaggedSpan(start, end, kind, float(sure[first:after].mean())))
        return result


def _stack(emissions: Sequence[Floats], lengths: Integers) -> tuple[Floats, Integers]:
    """(words, sequences, tags) with the longest sequence first, and that order."""
    order = np.argsort(-lengths, kind="stable")
    tags = emissions[0].shape[1]
    padded = np.zeros((int(lengths.max()), len(emissions), tags), dtype=np.float32)
    for column, place in enumerate(order):
        rows = emissions[int(place)]
        padded[: len(rows), column] = rows
    return padded, order


def _trace(final: Floats, back: Integers, lengths: Integers) -> list[Integers]:
    count = len(lengths)
    state = final.argmax(1)
    paths = np.zeros((len(back), count), dtype=np.int64)
    columns = np.arange(count)
    for place in range(len(back) - 1, -1, -1):
        active = lengths > place
        paths[place, active] = state[active]
        state = np.where(active, back[place, columns, state], state)
    return [paths[:length, column] for column, length in enumerate(lengths)]


def _probability(emissions: Floats, chosen: Integers) -> Floats:
    shifted = np.exp(emissions - emissions.max(1, keepdims=True))
    picked = np.take_along_axis(shifted, chosen[:, None], 1)[:, 0]
    return np.asarray(picked / shifted.sum(1), dtype=np.float32)
