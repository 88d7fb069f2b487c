"""Stories and crises as they stand: what the program found, and what analysts made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, func, or_, select, update

from dragoman.crises.stories.titles import named_crisis, named_story
from dragoman.crises.stories.verdicts import Verdicts, in_force
from dragoman.store.dialects import insert_new
from dragoman.store.portions import portions
from dragoman.store.rows import to_json
from dragoman.store.tables import articles, clusters, crises, stories, story_articles


def settle(
    connection: Connection,
    *,
    articles_touched: Collection[str] = (),
    stories_touched: Collection[str | None] = (),
) -> None:
    """Bring up to date in which stories some articles are, those stories, and their crises."""
    settler = _Settler(connection)
    changed = {each for each in stories_touched if each is not None}
    changed |= settler.assign(articles_touched)
    settler.refresh(changed)


def settle_named(connection: Connection, named: Collection[str]) -> None:
    """Bring up to date what judgements on these articles, stories and crises bear upon."""
    settler = _Settler(connection)
    ids = sorted(named)
    of_articles = [story_articles.c.article_id]
    of_articles += [story_articles.c.cluster_id, story_articles.c.story_id]
    found = _chosen(connection, story_articles.c.article_id, of_articles, ids)
    changed = settler.assign(found)
    changed |= set(_chosen(connection, stories.c.id, [stories.c.id, stories.c.crisis_id], ids))
    children = _chosen(connection, clusters.c.id, [clusters.c.parent], ids)
    in_them = [story_articles.c.cluster_id]
    changed |= set(_chosen(connection, story_articles.c.story_id, in_them, children))
    settler.refresh(changed)


def settle_all(connection: Connection) -> None:
    """Bring every story and every crisis up to date."""
    settler = _Settler(connection)
    every = connection.scalars(select(story_articles.c.article_id)).all()
    changed = set(connection.scalars(select(stories.c.id))) | settler.assign(every)
    settler.refresh(changed)


class _Settler:
    """Settles within one transaction, by the judgements that are in force."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def of_stories(self) -> Verdicts:
        return in_force(self.connection, "stories")

    @cached_property
    def of_crises(self) -> Verdicts:
        return in_force(self.connection, "crises")

    def assign(self, touched: Collection[str]) -> set[str]:
        """Put articles into their stories; return the stories that changed by it."""
        changed = set[str]()
        for row in _rows(self.connection, sorted(touched)):
            home = self.of_stories.home(row.article_id, row.cluster_id)
            pinned = row.article_id in self.of_stories.pinned
            if home != row.story_id or pinned != row.pinned:
                self._move(row.article_id, home, pinned=pinned)
            changed |= {home, row.story_id or home}
        return changed

    def refresh(self, changed: Collection[str]) -> None:
        """Bring rows of stories up to date, and those of the crises that they are or were in."""
        before = _chosen(self.connection, stories.c.crisis_id, [stories.c.id], sorted(changed))
        for story in sorted(changed):
            self._story(story)
        after = {self._enter_crisis(story) for story in sorted(changed)}
        for crisis in sorted({each for each in (*before, *after) if each is not None}):
            self._crisis(crisis)

    def _move(self, article: str, home: str, *, pinned: bool) -> None:
        fresh = {"id": home, "title": "", "named": False, "keywords": "[]"}
        fresh |= {"articles": 0, "copies": 0}
        self.connection.execute(insert_new(self.connection, stories), fresh)
        moved = update(story_articles).where(story_articles.c.article_id == article)
        self.connection.execute(moved.values(story_id=home, pinned=pinned))

    def _story(self, story: str) -> None:
        """Count, date and name a story; one that nothing is in is dropped."""
        row = self._counted(_STORY.where(story_articles.c.story_id == story))
        if not row["articles"]:
            self.connection.execute(delete(stories).where(stories.c.id == story))
            return
        title, keywords = named_story(self.connection, story)
        given = self.of_stories.titles.get(story)
        values = {**row, "title": given or title, "named": given is not None}
        values["keywords"] = to_json(keywords)
        self.connection.execute(update(stories).where(stories.c.id == story).values(**values))

    def _enter_crisis(self, story: str) -> str | None:
        """Put a story into its crisis; return which."""
        found = self.connection.scalar(_PARENT.where(story_articles.c.story_id == story))
        if found is None:
            return None
        home = self.of_crises.home(story, found)
        fresh = {"id": home, "title": "", "named": False, "stories": 0, "articles": 0}
        self.connection.execute(insert_new(self.connection, crises), fresh)
        moved = update(stories).where(stories.c.id == story).values(crisis_id=home)
        self.connection.execute(moved)
        return home

    def _counted(self, asked: Any) -> Mapping[str, Any]:
        return dict(self.connection.execute(asked).mappings().one())

    def _crisis(self, crisis: str) -> None:
        """Count, date and name a crisis; one that no story is in is dropped."""
        row = self._counted(_CRISIS.where(stories.c.crisis_id == crisis))
        if not row["stories"]:
            self.connection.execute(delete(crises).where(crises.c.id == crisis))
            return
        given = self.of_crises.titles.get(crisis)
        title = given or named_crisis(self.connection, crisis)
        values = {**row, "title": title, "named": given is not None}
        self.connection.execute(update(crises).where(crises.c.id == crisis).values(**values))


_STORY = (
    select(
        func.count().label("articles"),
        func.count(articles.c.copy_of).label("copies"),
        func.min(story_articles.c.day).label("first_day"),
        func.max(story_articles.c.day).label("last_day"),
    )
    .select_from(story_articles)
    .join(articles, articles.c.id == story_articles.c.article_id)
)

_CRISIS = select(
    func.count().label("stories"),
    func.coalesce(func.sum(stories.c.articles), 0).label("articles"),
    func.min(stories.c.first_day).label("first_day"),
    func.max(stories.c.last_day).label("last_day"),
).select_from(stories)

_PARENT = (
    select(clusters.c.parent)
    .select_from(story_articles)
    .join(clusters, clusters.c.id == story_articles.c.cluster_id)
    .where(clusters.c.parent.is_not(None))
    .group_by(clusters.c.parent)
    .order_by(func.count().desc(), clusters.c.parent)
    .limit(1)
)
"""The cluster of stories that most articles of a story are in."""


def _rows(connection: Connection, ids: list[str]) -> Iterable[Row[Any]]:
    for part in portions(ids):
        asked = select(story_articles).where(story_articles.c.article_id.in_(part))
        yield from connection.execute(asked).all()


def _chosen(
    connection: Connection, column: Column[Any], keys: list[Column[Any]], ids: Collection[str]
) -> list[str]:
    """Return the values of a column where one of some keys is one of these ids."""
    found: list[str] = []
    for part in portions(sorted(ids)):
        where = or_(*(key.in_(part) for key in keys))
        found += [each for each in connection.scalars(select(column).where(where)) if each]
    return found
