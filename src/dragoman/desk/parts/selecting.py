"""What is looked at: the entries and articles that the filters of a page let through."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TypeVar

from sqlalchemy import select

from dragoman.crises.entries import KINDS, Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.sides import members
from dragoman.desk.filters import Filters
from dragoman.store import StoredArticle, View
from dragoman.store.tables import stories, story_articles

Place = tuple[date | None, str]
"""Where an entry stands in a list: its first day, if it has one, and its id."""

Item = TypeVar("Item")


def selected(
    view: View, filters: Filters, kinds: Collection[str] = KINDS, *, parts: Collection[str] = ()
) -> Iterator[Entry]:
    """Yield the entries that are looked at, by kind and then by their first day.

    Args:
        view: Of the store.
        filters: What is looked at.
        kinds: Only these kinds, of those that the filters let through.
        parts: Only where one of the filters' countries takes one of these parts.
    """
    for kind in kinds:
        if not filters.kinds or kind in filters.kinds:
            yield from _of_kind(view, filters, kind, parts)


def page_of(
    view: View, filters: Filters, *, after: Place | None = None, limit: int = 50
) -> tuple[list[Entry], Place | None]:
    """Return some entries of all kinds by their first day, and the place that the next come after.

    Args:
        view: Of the store.
        filters: What is looked at.
        after: Only what comes after this place.
        limit: How many at most.
    """
    kinds = filters.kinds or KINDS
    size = max(limit // len(kinds), 1) + 1  # a kind that has more of them is asked again
    streams = [_in_parts(view, filters, kind, after, size) for kind in kinds]
    found = list(islice(heapq.merge(*streams, key=_order), limit + 1))
    some = found[:limit]
    return some, place_of(some[-1]) if len(found) > limit else None


def place_of(entry: Entry) -> Place:
    """Return where an entry stands in a list."""
    return entry.first_day, entry.id


def articles_of(
    view: View,
    filters: Filters,
    *,
    after: StoredArticle | None = None,
    latest: bool = True,
) -> Iterator[StoredArticle]:
    """Yield the current articles of the crisis, story, days and outlets that are looked at."""
    within = members_of(view, filters)
    found = view.articles(since=filters.since, until=filters.until, after=after, latest=latest)
    for each in found:
        of_outlet = not filters.outlets or each.outlet in filters.outlets
        if of_outlet and (within is None or each.id in within):
            yield each


def members_of(view: View, filters: Filters) -> frozenset[str] | None:
    """Return the ids of the articles of the filters' story or crisis; ``None`` without either."""
    if filters.story is None and filters.crisis is None:
        return None
    asked = select(story_articles.c.article_id)
    if filters.story is not None:
        asked = asked.where(story_articles.c.story_id == filters.story)
    if filters.crisis is not None:
        joined = asked.join(stories, stories.c.id == story_articles.c.story_id)
        asked = joined.where(stories.c.crisis_id == filters.crisis)
    return frozenset(view.connection.scalars(asked))


def first(items: Iterable[Item], limit: int) -> tuple[list[Item], bool]:
    """Return the first items, and whether there are more."""
    found = list(islice(items, limit + 1))
    return found[:limit], len(found) > limit


def _of_kind(view: View, filters: Filters, kind: str, parts: Collection[str]) -> Iterator[Entry]:
    asked = filters.scope.asked()
    wanted = parts if filters.countries else ()
    own = wanted if asked["code"] is not None else ()
    for entry in Ledger(view).entries(kind, **asked, parts=own):
        if filters.admits(entry) and _takes(entry, filters, wanted):
            yield entry


def _takes(entry: Entry, filters: Filters, parts: Collection[str]) -> bool:
    """Tell whether one of the countries takes one of the parts, where any are asked for."""
    if not parts:
        return True
    return any(each.code in filters.countries for each in members(entry, *parts))


def _in_parts(
    view: View, filters: Filters, kind: str, after: Place | None, size: int
) -> Iterator[Entry]:
    """Yield the entries of a kind, asking the ledger for no more than a part of them at a time."""
    ledger, asked = Ledger(view), filters.scope.asked()
    while True:
        some = list(ledger.entries(kind, **asked, after=after, limit=size))
        yield from filter(filters.admits, some)
        if len(some) < size:
            return
        after = place_of(some[-1])


def _order(entry: Entry) -> tuple[bool, date, str]:
    return entry.first_day is None, entry.first_day or date.min, entry.id
