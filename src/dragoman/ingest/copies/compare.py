"""Whether one article is a copy of another, and where they differ.

A copy shares most of its runs of words, and its opening, with the original. A follow-up shares
background paragraphs but opens with what is new; another report of the same event shares names and
quotations only. The thresholds were set on half of the pairs of ``tests/ingest/data/copies`` and
checked on the other half.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dragoman.ingest.copies.fingerprints import Fingerprint
from dragoman.records import Span

SHARED = 0.6
"""Share of the shorter article's runs that a copy shares, where one opening is shared."""

SHARED_WITH_BOTH_OPENINGS = 0.4
"""The same where each article's opening stands in the other: it may be edited more heavily."""

OPENING = 0.3
"""Share of the runs of an opening that must stand in the other article."""

MOST_OWN = 0.4
"""Share of runs of its own that a copy may have that opens with a paragraph of its own."""

FEW_RUNS = 12
"""An article with fewer runs than this is a copy only if it is printed whole in the other."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two articles are alike; all shares are in [0, 1].

    ``shared``: of the shorter one's runs, those in the other. ``own``: of the later one's runs,
    those not in the earlier. ``opening``: of the runs of the later one's opening, those in the
    earlier; ``opened``: the other way round. ``is_copy``: the judgement.
    """

    shared: float
    own: float
    opening: float
    opened: float
    is_copy: bool


def compare(later: Fingerprint, earlier: Fingerprint) -> Likeness:
    """Tell how a later article is like an earlier one, and whether it is a copy of it."""
    common = len(later.hashes & earlier.hashes)
    fewest = min(len(later.hashes), len(earlier.hashes))
    if not fewest:
        return Likeness(0.0, 1.0, 0.0, 0.0, is_copy=False)
    shared = common / fewest
    own = 1 - common / len(later.hashes)
    opening = _share(later.first_hashes, earlier.hashes)
    opened = _share(earlier.first_hashes, later.hashes)
    is_copy = shared > 0.95 if fewest < FEW_RUNS else _judge(shared, own, opening, opened)
    return Likeness(shared, own, opening, opened, is_copy=is_copy)


def _judge(shared: float, own: float, opening: float, opened: float) -> bool:
    if opening >= OPENING and opened >= OPENING:
        return shared >= SHARED_WITH_BOTH_OPENINGS
    if opening >= OPENING:
        return shared >= SHARED
    return opened >= OPENING and shared >= SHARED and own <= MOST_OWN


def _share(part: AbstractSet[int], whole: AbstractSet[int]) -> float:
    return len(part & whole) / len(part)


def differing(one: Fingerprint, other: Fingerprint) -> tuple[Span, ...]:
    """Return the spans of the paragraphs of ``one`` that are not printed alike in ``other``.

    A single word or figure that differs is enough.
    """
    pairs = zip(one.paragraphs, one.by_paragraph, strict=True)
    return tuple(paragraph.span for paragraph, hashes in pairs if not hashes <= other.hashes)
