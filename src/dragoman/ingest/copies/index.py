"""Articles as they come: which are copies of earlier ones, found by MinHash (datasketch)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.ingest.copies.banding import BANDS, ROWS, signature
from dragoman.ingest.copies.credits import Credit, find_credits
from dragoman.ingest.copies.fingerprints import Fingerprint, fingerprint
from dragoman.ingest.copies.judging import Copy, inherited, place
from dragoman.ingest.copies.origins import Origin, find_origin
from dragoman.ingest.iso import from_iso
from dragoman.records import Article


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

        self._lsh: Any = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
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
            origin = inherited(self._origins[copy.original], origin)
        self.restore(told, origin)
        return Finding(told, credited, origin, copy, copied_by)

    def restore(self, told: Fingerprint, origin: Origin) -> None:
        """Take what is known already of an article, such as from a store."""
        if told.article in self._known or not told.paragraphs:
            return
        self._lsh.insert(told.article, signature(told.hashes), check_duplication=False)
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
        return place(told, self._before(told))

    def _before(self, told: Fingerprint) -> list[Fingerprint]:
        """Return the candidates that came before an article, in the order in which they came."""
        found = self._lsh.query(signature(told.hashes))
        came = self._arrivals.get(told.article, self._came)
        earlier = [each for each in found if self._arrivals[each] < came]
        return [self._known[each] for each in sorted(earlier, key=self._arrivals.__getitem__)]
