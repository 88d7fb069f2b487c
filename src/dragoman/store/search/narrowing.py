"""Where words are looked for: on some days, in a story, in a crisis.

What is told at one time stands side by side in the index. So where few articles are looked at, only
the stretch of the index that holds their passages is gone through, not all that has a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, func, select

from dragoman.store.tables import passages, readings, stories, story_articles

FEW = 2_000
"""So many readings are few: to find the stretch takes less than it spares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is looked at.

    Attributes:
        since: Only what was told on this day or later.
        until: Only what was told on this day or earlier.
        story: Only what articles of this story tell.
        crisis: Only what articles of the stories of this crisis tell.
    """

    since: date | None = None
    until: date | None = None
    story: str | None = None
    crisis: str | None = None

    @property
    def anything(self) -> bool:
        """Whether not all is looked at."""
        return self != Narrowing()

    def of_readings(self) -> Iterator[ColumnElement[bool]]:
        """Yield what must hold of a reading."""
        if self.since is not None:
            yield readings.c.told_on >= self.since
        if self.until is not None:
            yield readings.c.told_on <= self.until
        if self.story is not None or self.crisis is not None:
            yield readings.c.article_id.in_(self._articles())

    def stretch(self, connection: Connection) -> tuple[int, int] | None:
        """Return the first and the last id of the passages that are looked at.

        ``None`` where that takes more than it spares: all, or much, is looked at.
        """
        if not self.anything:
            return None
        some = select(readings.c.id).where(*self._by_index(), *self.of_readings())
        ids = list(connection.scalars(some.limit(FEW + 1)))
        if len(ids) > FEW:
            return None
        ends = select(func.min(passages.c.id), func.max(passages.c.id))
        first, last = connection.execute(ends.where(passages.c.reading_id.in_(ids))).one()
        return first or 0, last or 0

    def _by_index(self) -> Iterator[ColumnElement[bool]]:
        """Yield what the index of days begins with; SQLite would take it for articles as well."""
        if self.story is None and self.crisis is None:
            yield readings.c.current

    def _articles(self) -> Select[tuple[str]]:
        asked = select(story_articles.c.article_id)
        if self.story is not None:
            asked = asked.where(story_articles.c.story_id == self.story)
        if self.crisis is not None:
            of_story = stories.c.id == story_articles.c.story_id
            asked = asked.join(stories, of_story).where(stories.c.crisis_id == self.crisis)
        return asked
