"""Erasing articles, sources and what is too old, from everything that the store knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import select

from dragoman.crises.review.following import take_out
from dragoman.errors import StoreError
from dragoman.store import StoredArticle, UnitOfWork, View
from dragoman.store.erasing import Doomed, Eraser, doomed, note_erasure
from dragoman.store.kept import KeptAt, kept_at
from dragoman.store.rows import folded
from dragoman.store.tables import FACTS, articles, origins, outlets, readings

Scope = Literal["article", "source", "person", "age"]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased, or would be: articles in all their versions, and rows by table.

    ``copies`` are near-copies of them that stay, and ``kept`` the pages that are still to be
    blanked in their archives, see :func:`dragoman.store.kept.blank`. ``names`` are the names that a
    person was known by, and ``changed`` the articles from which they were taken.
    """

    scope: Scope
    articles: tuple[StoredArticle, ...]
    counts: Mapping[str, int]
    copies: tuple[StoredArticle, ...] = ()
    kept: tuple[KeptAt, ...] = ()
    names: tuple[str, ...] = ()
    changed: tuple[StoredArticle, ...] = field(default=())

    @property
    def facts(self) -> int:
        """How many facts went, those of older readings among them."""
        return sum(self.counts.get(kind, 0) for kind in FACTS)

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "scope": self.scope,
            "articles": [_plain(each) for each in self.articles],
            "changed": [_plain(each) for each in self.changed],
            "copies": [_plain(each) for each in self.copies],
            "names": list(self.names),
            "pages": len(self.kept),
            "rows": dict(self.counts),
        }


def _plain(article: StoredArticle) -> dict[str, Any]:
    return {"id": article.id, "title": article.title, "url": article.url, "outlet": article.outlet}


def of_source(view: View, named: str) -> list[str]:
    """Return the ids of the articles of a source: an outlet's name or host, or a family's name.

    Raises:
        StoreError: There is no such source.
    """
    wanted = folded(named)
    ids = [
        row.id
        for row in view.connection.execute(select(outlets))
        if wanted in {folded(row.name), folded(row.host or "")}
    ]
    of_outlet = select(readings.c.article_id).where(readings.c.outlet_id.in_(ids))
    of_family = select(origins.c.article_id).where(origins.c.family.in_({named, wanted}))
    found = {*view.connection.scalars(of_outlet), *view.connection.scalars(of_family)}
    if not found:
        raise StoreError(f"The store holds nothing of a source {named!r}.")
    return sorted(found)


def of_age(view: View, days: int, *, now: datetime | None = None) -> list[str]:
    """Return the ids of the articles that are older than so many days, in all their versions.

    The day of publication counts, or else the day on which the article was added; of the versions
    at one URL the youngest.
    """
    limit = (now or datetime.now(UTC)) - timedelta(days=days)
    asked = (
        select(articles.c.id, articles.c.page, readings.c.published_at, articles.c.added_at)
        .join(readings, readings.c.article_id == articles.c.id)
        .order_by(articles.c.id)
    )
    newest: dict[str, datetime] = {}
    ids: dict[str, str] = {}
    for identity, page, published, added in view.connection.execute(asked):
        ids[identity] = page
        moment = published or added
        newest[page] = max(moment, newest.get(page, moment))
    return [identity for identity, page in ids.items() if newest[page] < limit]


def forget(
    unit: UnitOfWork, scope: Scope, named: Collection[str], *, who: str, lasting: bool = True
) -> Forgotten:
    """Erase articles, in all their versions, with everything of them.

    Kept pages are blanked by the caller, see :func:`~dragoman.crises.review.retention.finish`, and
    the database's files wiped by :meth:`~dragoman.store.Store.wipe`.

    Args:
        unit: The unit of work; where it is rolled back, nothing was erased.
        scope: For what they are erased; it stands in the trail.
        named: Their ids in the store.
        who: Who erases them.
        lasting: Whether a watcher is to leave them alone from now on.

    Raises:
        StoreError: The store refuses.
    """
    what = doomed(unit.connection, named)
    told = _articles(unit.view, what.articles)
    copies = _articles(unit.view, what.copies)
    kept = kept_at(unit.connection, what.articles)
    counts = erase(unit, what)
    note_erasure(unit.connection, scope, counts, what.pages if lasting else (), who=who)
    detail = {"articles": len(what.articles), "rows": dict(counts)}
    unit.audit.note("forget", scope, detail, who=who)
    return Forgotten(scope, told, counts, copies, tuple(kept))


def erase(unit: UnitOfWork, what: Doomed) -> Mapping[str, int]:
    """Take articles out of all that is known across articles, and erase them."""
    take_out(unit, what)
    return Eraser(unit.connection, unit.view.record_of_reading).erase(what)


def _articles(view: View, ids: Iterable[str]) -> tuple[StoredArticle, ...]:
    return tuple(view.article(each) for each in ids)
