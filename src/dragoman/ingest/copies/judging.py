"""What an article is to those that came before it: a copy of one, or what they are copies of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.ingest.copies.compare import Likeness, compare, differing
from dragoman.ingest.copies.fingerprints import Fingerprint
from dragoman.ingest.copies.origins import Origin
from dragoman.ingest.iso import from_iso
from dragoman.records import Span
from dragoman.world.zones import DATE_ONLY


@dataclass(frozen=True, slots=True)
class Copy:
    """That an article is a copy of an earlier one.

    ``original``: the id of that one. ``differing``: spans of the paragraphs of the copy that are
    not printed alike in the original. ``missing``: spans of the paragraphs of the original that are
    not printed alike in the copy.
    """

    original: str
    likeness: Likeness
    differing: tuple[Span, ...]
    missing: tuple[Span, ...]


def place(
    told: Fingerprint, candidates: Sequence[Fingerprint]
) -> tuple[Copy | None, tuple[str, ...]]:
    """Return what an article is a copy of, and what came before but is a copy of it.

    Args:
        told: The article's.
        candidates: Those of articles that came before and may be like it, in the order in which
            they came.
    """
    later = [known for known in candidates if _is_before(told, known)]
    copied_by = tuple(known.article for known in later if compare(known, told).is_copy)
    copies = [
        (known, likeness)
        for known in candidates
        if known not in later and (likeness := compare(told, known)).is_copy
    ]
    return (_copy(told, *_first(copies)) if copies else None), copied_by


def inherited(original: Origin, own: Origin) -> Origin:
    """Return the origin of a copy: the original's, or its own credit where only it has one.

    The outlet of a copy is not its origin.
    """
    if own.basis == "credit" and original.basis != "credit":
        return own
    inputs = tuple(dict.fromkeys(original.inputs + own.inputs))
    return replace(original, basis="copy", inputs=inputs)


def _first(copies: list[tuple[Fingerprint, Likeness]]) -> tuple[Fingerprint, Likeness]:
    """Return the original among several: the one published first, or else known first."""
    first = copies[0]
    for each in copies[1:]:
        if _is_before(each[0], first[0]):
            first = each
    return first


def _copy(told: Fingerprint, original: Fingerprint, likeness: Likeness) -> Copy:
    return Copy(original.article, likeness, differing(told, original), differing(original, told))


def _is_before(one: Fingerprint, other: Fingerprint) -> bool:
    """Tell whether an article was surely published before another."""
    if one.published is None or other.published is None:
        return False
    first, second = from_iso(one.published), from_iso(other.published)
    if first.tzinfo is DATE_ONLY or second.tzinfo is DATE_ONLY:
        return first.date() < second.date()
    return first < second
