"""The latest of a kind of fact, where there is more of it than a page can set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, union_all

from dragoman.crises.entries.asking import Question, asked
from dragoman.desk.filters import Filters
from dragoman.store import View


@dataclass(frozen=True, slots=True)
class Latest:
    """What a page looks at.

    ``filters`` are those that were asked for, or begin later; ``total`` counts all within the
    filters' scope, and ``since`` is the day from which on they are looked at, if not all are.
    """

    filters: Filters
    total: int
    since: date | None = None


def latest(view: View, filters: Filters, kind: str, *, most: int) -> Latest:
    """Return filters that let through about so many entries of a kind at most, the latest.

    It counts rows and builds no entry.

    Args:
        view: Of the store.
        filters: What is asked for.
        kind: Of fact.
        most: How many are looked at.
    """
    within = Question(kind=kind, **filters.scope.asked())
    days = union_all(*(select(each.subquery().c.first_day) for each in asked(within))).subquery()
    total = view.connection.scalar(select(func.count()).select_from(days)) or 0
    if total <= most:
        return Latest(filters, total)
    ordered = select(days.c.first_day).order_by(days.c.first_day.desc().nulls_last())
    since = view.connection.scalar(ordered.offset(most - 1).limit(1))
    return Latest(filters.but(since=since or filters.since), total, since)
