"""The parts that phrases take in an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dragoman.records import Span

NONE, ACTOR, RECIPIENT, BOTH = "none", "actor", "recipient", "both"

PARTS = (NONE, ACTOR, RECIPIENT, BOTH)
"""What a noun phrase is to an act; ``both`` where two do the same to one another."""

Scores = tuple[float, float, float, float]
"""A logarithm of a probability for each of :data:`PARTS`."""

PartsByHead = dict[int, str]
"""Heads of phrases with their part; who takes no part is left out."""


class Side(NamedTuple):
    """A phrase that takes part in an act: ``actor``, ``recipient`` or ``both``, and where."""

    part: str
    span: Span
