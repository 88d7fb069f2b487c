"""Near-copies in the store: each is kept under its original, with where the two differ.

The fingerprints are rows, so that nothing has to be remembered from one run to the next, and
several writers know the same articles. A copy always lies under an article that is none.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from dragoman.ingest.copies import (
    Copy,
    Fingerprint,
    Origin,
    bands,
    differing,
    find_credits,
    find_origin,
    fingerprint,
    inherited,
    place,
)
from dragoman.records import Article, Span
from dragoman.records.convert import from_plain, to_plain
from dragoman.store import UnitOfWork, Written
from dragoman.store import tables as t
from dragoman.store.packing import packed, unpacked
from dragoman.store.rows import to_json

MOST_CANDIDATES = 30
"""Articles that one is compared with: those that share most bands with it."""


_ORIGIN = (t.origins.c.family, t.origins.c.basis, t.origins.c.inputs)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article stands among copies.

    ``copy_of`` is the id in the store of its original, if it is a copy. ``moved`` are articles that
    have another origin from now on: copies of this one that came before it.
    """

    origin: Origin
    copy_of: str | None
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the store has of an article: row, origin, fingerprint, and what it is a copy of."""

    number: int
    origin: Origin
    told: Fingerprint
    copy_of: str | None


class Copies:
    """Finds and folds near-copies, within one unit of work."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit
        self._connection = unit.connection

    def take(self, written: Written, article: Article) -> Placed:
        """Take an article that was written; once more, it is told the same.

        Articles are told apart by their ids in the store: one text at two addresses is two
        articles, and the second one is a copy of the first.
        """
        known = self._known(written.article)
        if known is not None:
            return known
        if written.replaces is not None:
            self._retire(written.replaces, written.article)
        article = replace(article, id=written.article)
        credited = find_credits(article)
        told = fingerprint(article, credited)
        shares = bands(told)
        copy, copied_by = place(told, [each.told for each in self._candidates(shares)])
        origin = find_origin(article, credited)
        self._insert(told, shares, origin)
        if copy is None and not copied_by and written.replaces is None:
            return Placed(origin, None)
        return self._moved(written.article, copy, copied_by)

    def _known(self, article: str) -> Placed | None:
        asked = (
            select(*_ORIGIN, t.articles.c.copy_of)
            .join(t.articles, t.articles.c.id == t.origins.c.article_id)
            .where(t.origins.c.article_id == article)
        )
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else Placed(_origin(row), row.copy_of)

    def _moved(self, article: str, copy: Copy | None, copied_by: Sequence[str]) -> Placed:
        """Put an article under its original, and its copies under it or that one."""
        original = self._root(copy.original if copy is not None else article)
        later = [each for each in copied_by if each != original.told.article]
        moved = [moved for each in (article, *later) for moved in self._gather(each, original)]
        (kept,) = self._kept([article])
        others = (each for each in moved if each != article)
        return Placed(kept.origin, kept.copy_of, tuple(others))

    def _candidates(self, shares: Sequence[int]) -> list[_Kept]:
        """Return the articles that share bands, in the order in which they came."""
        if not shares:
            return []
        number = t.bands.c.origin_id
        asked = (
            select(t.origins.c.article_id)
            .join(t.bands, number == t.origins.c.id)
            .where(t.bands.c.band.in_(shares))
            .group_by(number, t.origins.c.article_id)
            .order_by(func.count().desc(), number)
            .limit(MOST_CANDIDATES)
        )
        return self._kept(self._connection.scalars(asked).all())

    def _kept(self, articles: Sequence[str]) -> list[_Kept]:
        if not articles:
            return []
        asked = (
            select(t.origins, t.articles.c.copy_of)
            .join(t.articles, t.articles.c.id == t.origins.c.article_id)
            .where(t.origins.c.article_id.in_(articles))
            .order_by(t.origins.c.id)
        )
        return [_kept(row) for row in self._connection.execute(asked)]

    def _root(self, article: str) -> _Kept:
        """Return the article that another one lies under, or itself."""
        (kept,) = self._kept([article])
        return kept if kept.copy_of is None else self._kept([kept.copy_of])[0]

    def _insert(self, told: Fingerprint, shares: Sequence[int], origin: Origin) -> None:
        row = {
            "article_id": told.article,
            **_columns(origin),
            "fingerprint": packed(to_json(to_plain(told))),
        }
        made = insert(t.origins).returning(t.origins.c.id)
        number = self._connection.execute(made, row).scalar_one()
        rows = [{"band": band, "origin_id": number} for band in set(shares)]
        if rows:
            self._connection.execute(insert(t.bands), rows)

    def _retire(self, article: str, by: str) -> None:
        """Let a version that was replaced be found no more; its copies go to the one after it."""
        of_it = select(t.origins.c.id).where(t.origins.c.article_id == article)
        self._connection.execute(delete(t.bands).where(t.bands.c.origin_id.in_(of_it)))
        below = update(t.articles).where(t.articles.c.copy_of == article)
        self._connection.execute(below.values(copy_of=by))

    def _put_under(self, told: Fingerprint, original: Fingerprint) -> None:
        """Keep a copy under its original, with the paragraphs that differ."""
        self._unit.writer.fold(told.article, original.article)
        self._change(
            told.article,
            differing=_spans(differing(told, original)),
            missing=_spans(differing(original, told)),
        )

    def _gather(self, article: str, original: _Kept) -> list[str]:
        """Keep an article, and what lies under it, under an original; return those that moved.

        One that lies under another article stays there.
        """
        (kept,) = self._kept([article])
        if kept.copy_of is not None:
            return []
        return [*self._bring(kept, original), *self._bring_copies_of(kept, original)]

    def _bring_copies_of(self, before: _Kept, original: _Kept) -> list[str]:
        below = select(t.articles.c.id).where(t.articles.c.copy_of == before.told.article)
        copies = self._kept(self._connection.scalars(below).all())
        return [each for copy in copies for each in self._bring(copy, original)]

    def _bring(self, copy: _Kept, original: _Kept) -> list[str]:
        """Put one article under another, and give it that one's origin; return it if it moved."""
        if copy.told.article == original.told.article:
            return []
        self._put_under(copy.told, original.told)
        self._change(copy.told.article, **_columns(inherited(original.origin, copy.origin)))
        return [copy.told.article]

    def _change(self, article: str, **values: str | None) -> None:
        changed = update(t.origins).where(t.origins.c.article_id == article)
        self._connection.execute(changed.values(**values))


def _kept(row: Row[Any]) -> _Kept:
    told = from_plain(Fingerprint, json.loads(unpacked(row.fingerprint)))
    return _Kept(row.id, _origin(row), told, row.copy_of)


def _origin(row: Any) -> Origin:
    return Origin(row.family, row.basis, tuple(json.loads(row.inputs)))


def _columns(origin: Origin) -> dict[str, str]:
    return {
        "family": origin.family,
        "basis": origin.basis,
        "inputs": to_json(list(origin.inputs)),
    }


def _spans(spans: tuple[Span, ...]) -> str:
    return to_json([list(span) for span in spans])
