"""Where articles come from, and how each source is: watched ones, and outlets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import func, select

from dragoman.crises.questions.citations import clean
from dragoman.store import View
from dragoman.store.tables import outlets, readings, watched_entries, watched_sources

Health = Literal["new", "well", "in part", "failing"]
"""``new``: never visited. ``well``: the last visit succeeded. ``in part``: it did, but some of its
entries were no good. ``failing``: the last visit failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedSource:
    """A feed, sitemap or page of links that is visited again and again.

    Attributes:
        name: As the file of sources names it.
        health: How it is.
        last_visit: When it was visited last.
        last_success: When that went well last.
        last_new: When it had something new last.
        next_visit: When it is to be visited next.
        failures: How many visits failed in a row.
        error: What went wrong at the last one.
        problems: What was wrong with single entries at the last visit.
        articles: How many articles were read.
        pending: How many are still to be read.
        dead: How many were given up.
    """

    name: str
    health: Health
    last_visit: datetime | None
    last_success: datetime | None
    last_new: datetime | None
    next_visit: datetime | None
    failures: int
    error: str | None
    problems: tuple[str, ...]
    articles: int
    pending: int
    dead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOutlet:
    """An outlet with its current articles in the store.

    Attributes:
        id: In the store.
        name: What it is called.
        host: Its host on the web.
        family: The family of outlets that it belongs to, which count as one origin.
        articles: How many.
        first_day: The day of the first one.
        last_day: The day of the last one.
    """

    id: str
    name: str
    host: str | None
    family: str | None
    articles: int
    first_day: date | None
    last_day: date | None


def watched(view: View) -> list[WatchedSource]:
    """Return the sources that are watched; those that fail come first, then by name."""
    pending = _pending(view)
    rows = view.connection.execute(select(watched_sources.c.id, watched_sources.c.data))
    found = [_source(json.loads(row.data), pending.get(row.id, 0)) for row in rows]
    return sorted(found, key=lambda each: (_RANK[each.health], each.name.casefold(), each.name))


def outlets_of(view: View) -> Iterator[ShownOutlet]:
    """Yield the outlets whose articles the store holds, by name."""
    day = readings.c.told_on
    asked = (
        select(outlets, func.count().label("articles"))
        .add_columns(func.min(day).label("first_day"), func.max(day).label("last_day"))
        .join(readings, readings.c.outlet_id == outlets.c.id)
        .where(readings.c.current)
        .group_by(*outlets.c)
        .order_by(outlets.c.name, outlets.c.id)
    )
    for row in view.connection.execute(asked):
        yield ShownOutlet(
            id=row.id,
            name=clean(row.name),
            host=row.host,
            family=row.family,
            articles=row.articles,
            first_day=row.first_day,
            last_day=row.last_day,
        )


_RANK = {"failing": 0, "in part": 1, "new": 2, "well": 3}


def _pending(view: View) -> dict[str, int]:
    asked = (
        select(watched_entries.c.source_id, func.count())
        .where(watched_entries.c.kind == "pending")
        .group_by(watched_entries.c.source_id)
    )
    return dict(view.connection.execute(asked).all())


def _source(data: dict[str, Any], pending: int) -> WatchedSource:
    return WatchedSource(
        name=clean(data["name"]),
        health=_health(data),
        last_visit=_moment(data.get("last_visit")),
        last_success=_moment(data.get("last_success")),
        last_new=_moment(data.get("last_new")),
        next_visit=_moment(data.get("next_visit")),
        failures=data.get("failures", 0),
        error=clean(data["error"]) if data.get("error") else None,
        problems=tuple(map(clean, data.get("problems", ()))),
        articles=data.get("articles", 0),
        pending=pending,
        dead=data.get("dead", 0),
    )


def _health(data: dict[str, Any]) -> Health:
    if data.get("last_visit") is None:
        return "new"
    if data.get("failures"):
        return "failing"
    return "in part" if data.get("problems") else "well"


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
