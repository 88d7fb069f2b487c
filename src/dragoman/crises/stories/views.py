"""Looking at stories and crises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from dragoman.errors import StoreError
from dragoman.store import StoredArticle, View
from dragoman.store.tables import crises, stories, story_articles

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of the same.

    ``named`` tells whether a person gave the title. ``keywords`` are the names that set the story
    apart. ``copies`` counts the near-copies among the ``articles``. Days are those of articles.
    """

    id: str
    title: str
    named: bool
    keywords: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    articles: int
    copies: int
    crisis: str | None


@dataclass(frozen=True, slots=True)
class Crisis:
    """Stories that belong together."""

    id: str
    title: str
    named: bool
    first_day: date | None
    last_day: date | None
    stories: int
    articles: int


class Stories:
    """The stories of a store, as one look at it has them."""

    def __init__(self, view: View) -> None:
        self._view = view

    def get(self, story: str) -> Story:
        """Return a story by its id.

        Raises:
            StoreError: There is no such story.
        """
        row = self._view.connection.execute(select(stories).where(stories.c.id == story))
        found = row.one_or_none()
        if found is None:
            raise StoreError(f"There is no story {story!r} in the store.")
        return _story(found)

    def of(self, article: str) -> Story | None:
        """Return the story that an article is in; ``None`` for one that is current no more."""
        asked = (
            select(stories)
            .join(story_articles, story_articles.c.story_id == stories.c.id)
            .where(story_articles.c.article_id == article)
        )
        row = self._view.connection.execute(asked).one_or_none()
        return _story(row) if row is not None else None

    def all(
        self, since: date | None = None, until: date | None = None, *, crisis: str | None = None
    ) -> Iterator[Story]:
        """Yield the stories that were told of in these days, the latest first."""
        asked = _between(select(stories), stories, since, until)
        if crisis is not None:
            asked = asked.where(stories.c.crisis_id == crisis)
        in_order = asked.order_by(stories.c.last_day.desc(), stories.c.id)
        streamed = in_order.execution_options(yield_per=_AT_ONCE)
        yield from map(_story, self._view.connection.execute(streamed))

    def articles(self, story: str) -> list[StoredArticle]:
        """Return the articles of a story by their days, near-copies among them."""
        asked = (
            select(story_articles.c.article_id)
            .where(story_articles.c.story_id == story)
            .order_by(story_articles.c.day, story_articles.c.reading_id)
        )
        return [self._view.article(each) for each in self._view.connection.scalars(asked).all()]

    def pinned(self, story: str) -> list[str]:
        """Return the ids of the articles that a person put into a story."""
        asked = select(story_articles.c.article_id).where(
            story_articles.c.story_id == story, story_articles.c.pinned
        )
        return list(self._view.connection.scalars(asked.order_by(story_articles.c.reading_id)))


class Crises:
    """The crises of a store, as one look at it has them."""

    def __init__(self, view: View) -> None:
        self._view = view

    def get(self, crisis: str) -> Crisis:
        """Return a crisis by its id.

        Raises:
            StoreError: There is no such crisis.
        """
        row = self._view.connection.execute(select(crises).where(crises.c.id == crisis))
        found = row.one_or_none()
        if found is None:
            raise StoreError(f"There is no crisis {crisis!r} in the store.")
        return _crisis(found)

    def of(self, article: str) -> Crisis | None:
        """Return the crisis that the story of an article is in."""
        story = Stories(self._view).of(article)
        return self.get(story.crisis) if story is not None and story.crisis else None

    def all(self, since: date | None = None, until: date | None = None) -> Iterator[Crisis]:
        """Yield the crises that were told of in these days, the one with most articles first."""
        asked = _between(select(crises), crises, since, until)
        in_order = asked.order_by(crises.c.articles.desc(), crises.c.id)
        yield from map(_crisis, self._view.connection.execute(in_order).all())


def _between(asked: Select[Any], table: Any, since: date | None, until: date | None) -> Select[Any]:
    if since is not None:
        asked = asked.where(table.c.last_day >= since)
    return asked if until is None else asked.where(table.c.first_day <= until)


def _story(row: Row[Any]) -> Story:
    return Story(
        id=row.id,
        title=row.title,
        named=row.named,
        keywords=tuple(json.loads(row.keywords)),
        first_day=row.first_day,
        last_day=row.last_day,
        articles=row.articles,
        copies=row.copies,
        crisis=row.crisis_id,
    )


def _crisis(row: Row[Any]) -> Crisis:
    return Crisis(
        id=row.id,
        title=row.title,
        named=row.named,
        first_day=row.first_day,
        last_day=row.last_day,
        stories=row.stories,
        articles=row.articles,
    )
