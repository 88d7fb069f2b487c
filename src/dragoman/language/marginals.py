"""How likely spans are under a chain, over all tag sequences instead of the best one alone.

The forward-backward algorithm (Rabiner, 1989) in logarithms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.language.chains import Chain, Floats, TaggedSpan

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marginals:
    """Log sums over the tag sequences of one stretch of words.

    ``before`` (words, tags) is over all ways to come to a word with a tag, ``after`` over all
    ways to go on from it, ``total`` over all sequences.
    """

    chain: Chain
    emissions: Doubles
    before: Doubles
    after: Doubles
    total: float

    @classmethod
    def of(cls, chain: Chain, emissions: Floats) -> Marginals:
        """Sum over the sequences for ``emissions`` (words, tags), at least one word."""
        rows = emissions.astype(np.float64)
        before, after = rows.copy(), np.zeros_like(rows)
        before[0] += chain.start
        for place in range(1, len(rows)):
            before[place] += _log_sum(before[place - 1][:, None] + chain.transitions, 0)
        for place in range(len(rows) - 2, -1, -1):
            after[place] = _log_sum(chain.transitions + rows[place + 1] + after[place + 1], 1)
        return cls(chain, rows, before, after, float(_log_sum(before[-1], 0)))

    def spans(self, kind: str, least: float) -> Iterator[TaggedSpan]:
        """Spans of ``kind`` that are likelier than ``least``, each as sure as it is likely."""
        begin = self.chain.tags.index(f"B-{kind}")
        starts = self.before[:, begin] + self.after[:, begin] - self.total
        for start in np.flatnonzero(starts > np.log(least)):
            yield from self._from(int(start), kind, least)

    def _from(self, start: int, kind: str, least: float) -> Iterator[TaggedSpan]:
        """The spans that begin at one word, shortest first."""
        tag, inside = (self.chain.tags.index(f"{part}-{kind}") for part in "BI")
        score = self.before[start, tag] - self.total
        for last in range(start, len(self.emissions)):
            likely = float(np.exp(score + self._leaving(last, tag, inside)))
            if likely > least:
                yield TaggedSpan(start, last + 1, kind, likely)
            if last + 1 == len(self.emissions):
                return
            score += self.chain.transitions[tag, inside] + self.emissions[last + 1, inside]
            tag = inside
            if score + self.after[last + 1, inside] < np.log(least):
                return

    def _leaving(self, last: int, tag: int, inside: int) -> float:
        """Log sum over all ways to go on from a word's ``tag`` but with the tag ``inside``."""
        if last + 1 == len(self.emissions):
            return 0.0
        onward = self.chain.transitions[tag] + self.emissions[last + 1] + self.after[last + 1]
        return float(_log_sum(np.delete(onward, inside), 0))


def _log_sum(values: Doubles, axis: int) -> Doubles:
    return np.asarray(np.logaddexp.reduce(values, axis=axis), dtype=np.float64)
