"""Articles as they come: which are copies of earlier ones, found by MinHash (datasketch)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dragoman.ingest.copies.compare import Likeness, compare, differing
from dragoman.ingest.copies.credits import Credit, find_credits
from dragoman.ingest.copies.fingerprints import Fingerprint, fingerprint
from dragoman.ingest.copies.origins import Origin, find_origin
from dragoman.ingest.iso import from_iso
from dragoman.records import Article, Span
from dragoman.world.zones import DATE_ONLY

_BANDS = 40
_ROWS = 2
"""Of two texts that share 0.3 of their runs 98 % become candidates; of those with 0.1 a third."""


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


@dataclass(frozen=True, slots=True)
class Finding:
    """What the index tells of an article.

    ``copy``: of which earlier article it is a copy, if of any. ``copied_by``: ids of articles that
    came before but were published after it, and are copies of it. ``origin``: whose report it is;
    a copy has the origin of its original.
    """

    fingerprint: Fingerprint
    credits: tuple[Credit, ...]
    origin: Origin
    copy: Copy | None
    copied_by: tuple[str, ...]


class CopyIndex:
    """Knows articles by their fingerprints, and finds the copies among them."""

    def __init__(self) -> None:
        from datasketch import MinHashLSH

        self._lsh: Any = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
        self._known: dict[str, Fingerprint] = {}
        self._origins: dict[str, Origin] = {}
        self._arrivals: dict[str, int] = {}
        self._came = 0

    def __len__(self) -> int:
        return len(self._known)

    def add(self, article: Article) -> Finding:
        """Take an article, and tell whether it is a copy.

        The same article once more is told the same, and changes nothing.
        """
        credited = find_credits(article)
        told = fingerprint(article, credited)
        copy, copied_by = self._look_up(told)
        origin = find_origin(article, credited)
        if copy is not None:
            origin = self._inherited(copy.original, origin)
        self.restore(told, origin)
        return Finding(told, credited, origin, copy, copied_by)

    def restore(self, told: Fingerprint, origin: Origin) -> None:
        """Take what is known already of an article, such as from a store."""
        if told.article in self._known or not told.paragraphs:
            return
        self._lsh.insert(told.article, _signature(told.hashes), check_duplication=False)
        self._known[told.article] = told
        self._origins[told.article] = origin
        self._arrivals[told.article] = self._came
        self._came += 1

    def forget(self, articles: Iterable[str]) -> None:
        """Drop articles by their ids; unknown ones are passed over."""
        for article in articles:
            if self._known.pop(article, None) is not None:
                self._lsh.remove(article)
                del self._origins[article], self._arrivals[article]

    def older_than(self, moment: datetime) -> tuple[str, ...]:
        """Return the ids of the articles published before a moment, to forget them."""
        dated = ((told.published, told.article) for told in self._known.values())
        return tuple(article for told, article in dated if told and from_iso(told) < moment)

    def _look_up(self, told: Fingerprint) -> tuple[Copy | None, tuple[str, ...]]:
        if not told.paragraphs:
            return None, ()
        candidates = self._before(told)
        later = [known for known in candidates if _is_before(told, known)]
        copied_by = tuple(known.article for known in later if compare(known, told).is_copy)
        copies = [
            (known, likeness)
            for known in candidates
            if known not in later and (likeness := compare(told, known)).is_copy
        ]
        return (_copy(told, *_first(copies)) if copies else None), copied_by

    def _before(self, told: Fingerprint) -> list[Fingerprint]:
        """Return the candidates that came before an article, in the order in which they came."""
        found = self._lsh.query(_signature(told.hashes))
        came = self._arrivals.get(told.article, self._came)
        earlier = [each for each in found if self._arrivals[each] < came]
        return [self._known[each] for each in sorted(earlier, key=self._arrivals.__getitem__)]

    def _inherited(self, original: str, own: Origin) -> Origin:
        """Return the origin of a copy: the original's, or its own credit where only it has one.

        The outlet of a copy is not its origin.
        """
        origin = self._origins[original]
        if own.basis == "credit" and origin.basis != "credit":
            return own
        return replace(
            origin, basis="copy", inputs=tuple(dict.fromkeys(origin.inputs + own.inputs))
        )


def _signature(hashes: frozenset[int]) -> Any:
    from datasketch import MinHash

    signature = MinHash(num_perm=_BANDS * _ROWS, hashfunc=int)
    signature.update_batch(sorted(hashes))
    return signature


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
