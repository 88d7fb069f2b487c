"""Statements across articles: do two reports tell one utterance of the same speaker and day?

A table with tabs, a pair a line: ``verdict`` (``same`` or ``other``), ``kind``, and ``left`` and
``right``: a sentence as an article prints it, with what is said in square brackets. What is
measured is what the ledger does with two such statements of one person on one day: whether one is
found by the other, and whether they agree (:mod:`dragoman.crises.entries.merging`).

- ``precision``, ``recall``: of the pairs taken for one utterance.
- ``edited_recall``: of the pairs in which one report prints the other's words, cut or changed a
  little (:data:`EDITED`); the others of ``same`` are told in other words.
- ``by_kind``: share of the pairs of a kind that were judged rightly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.crises.entries.merging.agreeing import agree, marks, peers
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Side, Telling
from dragoman.crises.entries.merging.words import content, sketch
from dragoman.store.rows import folded
from evals.pair_tables import counted, is_same, read_pairs, right_by_kind
from evals.result import Metrics, Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.model import Model

COLUMNS = ("verdict", "kind", "left", "right")
"""The columns of a table of pairs."""

EDITED = frozenset({"cut", "one word", "overlapping", "pronouns", "tense"})
"""Kinds of pairs in which one report prints the other's words, more or less."""

_SAID = re.compile(r"\[([^\[\]]+)\]")
_DAY = date(2031, 5, 1)
_SPEAKER = (Side("the speaker", "NOR", "the speaker"),)


@dataclass(frozen=True, slots=True)
class Pair:
    """What two reports print of one speaker on one day, and whether it is one utterance."""

    same: bool
    kind: str
    left: str
    right: str


Judged = tuple[Pair, bool]


def run(path: Path, model: Model) -> Outcome:
    """Compare the two statements of every pair; no language model is needed."""
    _ = model
    judged = [(pair, is_one(pair)) for pair in read(path)]
    misses = tuple(_missed(pair) for pair, told in judged if told is not pair.same)
    return Outcome(len(judged), figures(judged), misses)


def read(path: Path) -> Iterator[Pair]:
    """Return the pairs of a table, read as they are asked for.

    Raises:
        GoldError: the columns are others, or a value cannot be.
    """
    return read_pairs(path, COLUMNS, _pair)


def is_one(pair: Pair) -> bool:
    """Whether the ledger takes the two statements of a pair for one."""
    one, other = _telling(pair.left), _telling(pair.right)
    found = peers(one, rules()) & marks(other, rules())
    return bool(found) and agree(one, other, rules()) is not None


def figures(judged: Sequence[Judged]) -> Metrics:
    """Return all figures of pairs, given which were taken for one utterance."""
    whole = counted((pair.same, told) for pair, told in judged)
    edited = counted((pair.same, told) for pair, told in judged if pair.kind in EDITED)
    return {
        "precision": whole.precision,
        "recall": whole.recall,
        "edited_recall": edited.recall,
        "by_kind": right_by_kind((pair.kind, told is pair.same) for pair, told in judged),
    }


def _pair(row: Mapping[str, str]) -> Pair:
    return Pair(is_same(row), row["kind"], _said(row["left"]), _said(row["right"]))


def _said(sentence: str) -> str:
    """Return what stands in the brackets of a sentence.

    Raises:
        ValueError: nothing does.
    """
    found = _SAID.findall(sentence)
    if not found:
        raise ValueError(f"nothing is marked in {sentence!r}")
    return " ".join(found)


def _telling(said: str) -> Telling:
    words = folded(said)
    return Telling(
        kind="statements",
        codes={},
        sides={"speaker": _SPEAKER},
        first=_DAY,
        last=_DAY,
        sketch=sketch(words),
        content=content(words, rules().little),
    )


def _missed(pair: Pair) -> Miss:
    return {
        "kind": pair.kind,
        "left": pair.left,
        "right": pair.right,
        "gold": "same" if pair.same else "other",
    }
