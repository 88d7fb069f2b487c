"""Near-copies: which of two texts is another outlet's print of the other.

The gold is a folder of TOML files, one a topic, with stories and pairs: ``kind`` ``copy`` and
``edit`` are copies, ``follow-up`` and ``other`` are not. Precision and recall count the pairs that
are told to be copies; ``held_…`` those of the topics that no threshold was set on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.ingest.copies import compare, fingerprint
from evals.copy_pairs import Pair, read_pairs
from evals.pair_tables import counted
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from evals.model import Model


def run(path: Path, model: Model) -> Outcome:
    """Measure the telling of copies on a folder of pairs; the model is not asked."""
    _ = model
    judged = [(pair, is_told(pair)) for pair in read_pairs(path)]
    whole = counted((pair.is_copy, told) for pair, told in judged)
    held = counted((pair.is_copy, told) for pair, told in judged if pair.held_back)
    figures = {"precision": whole.precision, "recall": whole.recall, "f1": whole.f1}
    figures |= {"held_precision": held.precision, "held_recall": held.recall}
    misses = [_missed(pair) for pair, told in judged if told is not pair.is_copy]
    return Outcome(len(judged), figures, tuple(misses))


def is_told(pair: Pair) -> bool:
    """Whether the second text is told to be a copy of the first."""
    return compare(fingerprint(pair.other), fingerprint(pair.story)).is_copy


def _missed(pair: Pair) -> Miss:
    return {
        "topic": pair.topic,
        "number": pair.number,
        "kind": pair.kind,
        "told": "other" if pair.is_copy else "copy",
    }
