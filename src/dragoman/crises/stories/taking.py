"""Articles into stories, within the unit of work that writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from dragoman.crises.stories import clusters
from dragoman.crises.stories.clusters import Cluster, Days
from dragoman.crises.stories.frequencies import counted, rarity
from dragoman.crises.stories.likeness import CRISES, STORIES, Profile, weighted
from dragoman.crises.stories.settling import settle
from dragoman.crises.stories.terms import names_of
from dragoman.records import Record, content_id
from dragoman.store import UnitOfWork, Written
from dragoman.store.dialects import hold
from dragoman.store.rows import to_json, told_on
from dragoman.store.search.vectors import Floats, kept, unit
from dragoman.store.tables import articles, crises, readings, stories, story_articles, story_terms
from dragoman.store.tables import clusters as cluster_table

_LOCK = "dragoman stories"

_AGAIN = 3
"""Articles at which a cluster looks for its crisis again: the first one may not be typical."""


def take(
    work: UnitOfWork, written: Written, record: Record, vector: Floats | None = None
) -> str | None:
    """Take an article into the story that it tells, or into a new one.

    A near-copy goes where its original is; a new version, or the reading of a newer reader, stays
    where the article was. What is in already stays as it is.

    Args:
        work: The unit of work that wrote the article, its vectors, and whose copy it is.
        written: What became of the record.
        record: What was read of the article.
        vector: Of the article; by default what :func:`dragoman.store.search.vectors.keep` kept.
            Without any the article goes by names and days.

    Returns:
        The id of the story; ``None`` where the article has a later version or reading by now.
    """
    hold(work.connection, _LOCK)
    taking = _Taking(work.connection)
    current = taking.take(written, record, vector)
    taking.settle()
    return story_of(work.connection, written.article) if current else None


def take_all(work: UnitOfWork, came: Iterable[tuple[Written, Record]]) -> None:
    """Take in articles as :func:`take` does; stories and crises are dated and named at the end."""
    hold(work.connection, _LOCK)
    taking = _Taking(work.connection)
    for written, record in came:
        taking.take(written, record)
    taking.settle()


@dataclass(slots=True)
class _Taking:
    """Articles that are put among the others, and the stories that they were in."""

    connection: Connection
    articles: set[str] = field(default_factory=set)
    left: set[str | None] = field(default_factory=set)

    def take(self, written: Written, record: Record, vector: Floats | None = None) -> bool:
        """Put an article in, unless it is in as it was read; return whether it is current."""
        connection = self.connection
        asked = select(readings.c.current).where(readings.c.id == written.reading)
        if not connection.scalar(asked):
            return False
        before = _row(connection, written.article) or _row(connection, written.replaces)
        if before is None or before.reading_id != written.reading:
            _renew(connection, written, _entrant(connection, written, record, vector), before)
            self.articles.add(written.article)
            self.left |= {before.story_id} if before is not None else set()
        return True

    def settle(self) -> None:
        """Bring up to date all stories that changed, and their crises."""
        if self.articles:
            settle(self.connection, articles_touched=self.articles, stories_touched=self.left)


def leave(work: UnitOfWork, article: str) -> None:
    """Take an article out of its story; a story or a crisis that nothing is left of is dropped."""
    connection = work.connection
    hold(connection, _LOCK)
    row = _row(connection, article)
    if row is not None:
        _remove(connection, row)
        settle(connection, stories_touched={row.story_id})
        clusters.drop_empty(connection, row.cluster_id)


def story_of(connection: Connection, article: str) -> str | None:
    """Return the id of the story that an article is in, if it is in any."""
    row = _row(connection, article)
    return row.story_id if row is not None else None


def rebuild(work: UnitOfWork) -> int:
    """Make all stories and crises anew from what was read and judged; return how many articles.

    Articles come in the order in which they were written, so that the same ones give the same
    stories.
    """
    hold(work.connection, _LOCK)
    for table in (story_articles, story_terms, stories, crises, cluster_table):
        work.connection.execute(delete(table))
    count = 0
    for reading, record in work.view.records():
        asked = select(readings.c.article_id).where(readings.c.id == reading)
        article = str(work.connection.execute(asked).scalar_one())
        take(work, Written(article, reading, new=False, version=1), record)
        count += 1
    return count


def _entrant(
    connection: Connection, written: Written, record: Record, vector: Floats | None
) -> tuple[Profile, Days]:
    """Return what an article is compared by; the day it was added stands in for a missing one."""
    if vector is None:
        found = kept(connection, written.reading)
        own = found.article if found is not None else None
    else:
        own = unit(vector.reshape(1, -1))[0]
    day = told_on(record.article)
    if day is None:
        asked = select(articles.c.added_at).where(articles.c.id == written.article)
        day = connection.execute(asked).scalar_one().date()
    names = names_of(record)
    return Profile(own, weighted(names, rarity(connection, names))), (day, day)


def _renew(
    connection: Connection,
    written: Written,
    entrant: tuple[Profile, Days],
    before: Row[Any] | None,
) -> None:
    """Put an article in, in the place of what was there of it before."""
    profile, days = entrant
    if before is not None:
        _remove(connection, before)
    home = before.cluster_id if before is not None else _of_original(connection, written.article)
    home = home or clusters.likest(connection, "stories", profile, days, STORIES)
    home = home or _new(connection, content_id("story", written.article), days)
    _insert(connection, written, home, entrant)


def _new(connection: Connection, identity: str, days: Days) -> str:
    """Make a cluster, or take the one that the article once founded."""
    if clusters.get(connection, identity) is None:
        clusters.make(connection, "stories", identity, days)
    return identity


def _of_original(connection: Connection, article: str) -> str | None:
    """Return the cluster of the article that this one is a near-copy of."""
    asked = select(articles.c.copy_of).where(articles.c.id == article)
    original = connection.scalar(asked)
    row = _row(connection, original)
    return row.cluster_id if row is not None else None


def _insert(
    connection: Connection, written: Written, home: str, entrant: tuple[Profile, Days]
) -> None:
    profile, days = entrant
    row = {"article_id": written.article, "reading_id": written.reading, "cluster_id": home}
    row |= {"story_id": None, "pinned": False, "day": days[0], "terms": to_json(profile.names)}
    connection.execute(insert(story_articles), row)
    counted(connection, profile.names, 1)
    asked = select(articles.c.copy_of).where(articles.c.id == written.article)
    if connection.scalar(asked) is None:
        clusters.grow(connection, home, profile, days)
        _place(connection, home, entrant)


def _place(connection: Connection, identity: str, entrant: tuple[Profile, Days]) -> None:
    """Let a cluster that an article came into be in the crisis that it is likest to."""
    cluster = clusters.get(connection, identity)
    if cluster is None:
        return
    parent = cluster.parent
    if parent is None or cluster.profile.members == _AGAIN:
        found = clusters.likest(connection, "crises", cluster.profile, cluster.days, CRISES)
        parent = found or parent or content_id("crisis", identity)
    if parent == cluster.parent:
        clusters.grow(connection, parent, *entrant)
    else:
        _adopt(connection, cluster, parent)


def _adopt(connection: Connection, cluster: Cluster, parent: str) -> None:
    """Give a cluster another parent."""
    if clusters.get(connection, parent) is None:
        clusters.make(connection, "crises", parent, cluster.days)
    changed = update(cluster_table).where(cluster_table.c.id == cluster.id)
    connection.execute(changed.values(parent=parent))
    clusters.grow(connection, parent, cluster.profile, cluster.days)
    if cluster.parent is not None:
        clusters.remade_of_clusters(connection, cluster.parent)
        clusters.drop_childless(connection, cluster.parent)


def _remove(connection: Connection, row: Row[Any]) -> None:
    """Take an article out of its cluster; what became of the story is for who calls to settle."""
    gone = delete(story_articles).where(story_articles.c.article_id == row.article_id)
    connection.execute(gone)
    counted(connection, json.loads(row.terms), -1)
    clusters.remade(connection, row.cluster_id)
    cluster = clusters.get(connection, row.cluster_id)
    if cluster is not None and cluster.parent is not None:
        clusters.remade_of_clusters(connection, cluster.parent)


def _row(connection: Connection, article: str | None) -> Row[Any] | None:
    asked = select(story_articles).where(story_articles.c.article_id == article)
    return connection.execute(asked).one_or_none() if article is not None else None
