"""Clusters in the store: found by likeness, grown, and made anew from their members."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import numpy as np
from sqlalchemy import Connection, Row, delete, insert, select, update

from dragoman.crises.stories.likeness import Measure, Profile, likeness, slowed
from dragoman.crises.stories.terms import Names, summed
from dragoman.store.rows import to_json
from dragoman.store.search.vectors import Floats, cosine, unpacked
from dragoman.store.tables import articles, clusters, story_articles, vectors

Level = Literal["stories", "crises"]
Days = tuple[date, date]

CANDIDATES = 25
"""Clusters with the nearest vectors whose names are looked at."""

LATEST = 1000
"""Clusters whose names are looked at where an article has no vector."""

MOST_NAMES = 120
"""Names kept of a cluster, the heaviest first."""

_FLOATS = np.dtype("<f4")


@dataclass(frozen=True, slots=True)
class Cluster:
    """What the program put together; the profile holds sums over the members."""

    id: str
    parent: str | None
    days: Days
    profile: Profile


def likest(
    connection: Connection, level: Level, profile: Profile, days: Days, measure: Measure
) -> str | None:
    """Return the id of the likest cluster of those that are alike enough.

    Args:
        connection: To the store.
        level: Clusters of articles (``stories``) or of those (``crises``).
        profile: What is to be joined.
        days: Its first and last day.
        measure: What is alike enough.
    """
    found = _candidates(connection, level, profile, days, measure)
    best, choice = measure.threshold, None
    for each in found:
        alike = likeness(profile, each.profile, measure)
        alike = slowed(alike, gap(days, each.days), measure)
        if alike > best or (choice is None and alike == best):
            best, choice = alike, each.id
    return choice


def gap(one: Days, other: Days) -> int:
    """Return how many days lie between two stretches of days; 0 where they meet."""
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def get(connection: Connection, identity: str) -> Cluster | None:
    """Return a cluster by its id."""
    row = connection.execute(select(clusters).where(clusters.c.id == identity)).one_or_none()
    return _cluster(row) if row is not None else None


def make(connection: Connection, level: Level, identity: str, days: Days) -> None:
    """Make an empty cluster."""
    row: dict[str, Any] = {"id": identity, "level": level, "parent": None, "vector": None}
    row |= {"first_day": days[0], "last_day": days[1], "members": 0, "terms": "{}"}
    connection.execute(insert(clusters), row)


def grow(connection: Connection, identity: str, profile: Profile, days: Days) -> None:
    """Add one or several members to a cluster; ``profile`` is the sum of theirs."""
    known = get(connection, identity)
    if known is not None:
        _write(connection, _sum(identity, [known, Cluster("", None, days, profile)]))


def remade(connection: Connection, identity: str) -> None:
    """Make the sums of a cluster of articles anew from its articles; without any it is dropped."""
    found = [Cluster("", None, days, profile) for days, profile in members(connection, identity)]
    _remake(connection, identity, found)


def remade_of_clusters(connection: Connection, identity: str) -> None:
    """Make the sums of a cluster of stories anew from its clusters."""
    asked = select(clusters).where(clusters.c.parent == identity).order_by(clusters.c.id)
    _remake(connection, identity, [_cluster(row) for row in connection.execute(asked)])


def members(connection: Connection, identity: str) -> list[tuple[Days, Profile]]:
    """Return days and profile of the articles of a cluster that are no near-copies."""
    rows = connection.execute(
        select(story_articles.c.day, story_articles.c.terms, vectors.c.article)
        .join(articles, articles.c.id == story_articles.c.article_id)
        .join(vectors, vectors.c.reading_id == story_articles.c.reading_id, isouter=True)
        .where(story_articles.c.cluster_id == identity, articles.c.copy_of.is_(None))
        .order_by(story_articles.c.reading_id)
    )
    return [
        ((row.day, row.day), Profile(of_packed(row.article), json.loads(row.terms))) for row in rows
    ]


def of_packed(data: bytes | None) -> Floats | None:
    """Return the vector of an article, if one is kept."""
    return unpacked(data, 1)[0] if data is not None else None


def _candidates(
    connection: Connection, level: Level, profile: Profile, days: Days, measure: Measure
) -> list[Cluster]:
    window = timedelta(days=measure.window)
    near = (
        select(clusters.c.id, clusters.c.vector)
        .where(clusters.c.level == level, clusters.c.members > 0)
        .where(clusters.c.last_day >= _moved(days[0], -window))
        .where(clusters.c.first_day <= _moved(days[1], window))
        .order_by(clusters.c.last_day.desc(), clusters.c.id)
    )
    chosen = _nearest(profile.vector, connection.execute(near).all())
    asked = select(clusters).where(clusters.c.id.in_(chosen)).order_by(clusters.c.id)
    return [_cluster(row) for row in connection.execute(asked)]


def _moved(day: date, by: timedelta) -> date:
    """Return a day so much earlier or later, within the calendar."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max


def _nearest(vector: Floats | None, rows: Sequence[Any]) -> list[str]:
    """Return the clusters with the nearest vectors; the latest where there is none to compare."""
    if vector is None:
        return [row.id for row in rows[:LATEST]]
    alike = [(-1.0 if row.vector is None else cosine(vector, _floats(row.vector))) for row in rows]
    order = sorted(range(len(rows)), key=lambda number: -alike[number])
    return [rows[number].id for number in order[:CANDIDATES]]


def _remake(connection: Connection, identity: str, found: Sequence[Cluster]) -> None:
    if found:
        _write(connection, _sum(identity, found))
        return
    empty = update(clusters).where(clusters.c.id == identity)
    connection.execute(empty.values(members=0, vector=None, terms="{}"))


def drop_empty(connection: Connection, identity: str) -> None:
    """Drop a cluster of articles that nothing is in, and its parent where that is empty then."""
    parent = connection.scalar(select(clusters.c.parent).where(clusters.c.id == identity))
    used = select(story_articles.c.cluster_id).where(story_articles.c.cluster_id == identity)
    connection.execute(
        delete(clusters).where(clusters.c.id == identity, clusters.c.id.not_in(used))
    )
    if parent is not None:
        drop_childless(connection, parent)


def drop_childless(connection: Connection, identity: str) -> None:
    """Drop a cluster of stories that no cluster is in."""
    children = select(clusters.c.parent).where(clusters.c.parent == identity)
    own = delete(clusters).where(clusters.c.id == identity, clusters.c.id.not_in(children))
    connection.execute(own)


def _sum(identity: str, found: Sequence[Cluster]) -> Cluster:
    """Return the sum of clusters; empty ones say nothing."""
    vector: Floats | None = None
    names: Names = {}
    found = [each for each in found if each.profile.members] or found
    for each in found:
        names = summed(names, each.profile.names, MOST_NAMES)
        vector = _both(vector, each.profile.vector)
    first, last = min(each.days[0] for each in found), max(each.days[1] for each in found)
    count = sum(each.profile.members for each in found)
    return Cluster(identity, None, (first, last), Profile(vector, names, count))


def _both(one: Floats | None, other: Floats | None) -> Floats | None:
    """Return the sum of two vectors; one of another width than the first says nothing."""
    if one is None or other is None:
        return other if one is None else one
    return one + other if one.shape == other.shape else one


def _write(connection: Connection, cluster: Cluster) -> None:
    vector = cluster.profile.vector
    values = {
        "first_day": cluster.days[0],
        "last_day": cluster.days[1],
        "members": cluster.profile.members,
        "vector": None if vector is None else vector.astype(_FLOATS).tobytes(),
        "terms": to_json(dict(cluster.profile.names)),
    }
    connection.execute(update(clusters).where(clusters.c.id == cluster.id).values(**values))


def _cluster(row: Row[Any]) -> Cluster:
    vector = None if row.vector is None else _floats(row.vector)
    days = (row.first_day, row.last_day)
    profile = Profile(vector, json.loads(row.terms), row.members)
    return Cluster(row.id, row.parent, days, profile)


def _floats(data: bytes) -> Floats:
    return np.frombuffer(data, dtype=_FLOATS)
