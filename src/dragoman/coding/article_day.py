"""The day and the moment an article is read as of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.world.zones import DATE_ONLY

if TYPE_CHECKING:
    from datetime import date, datetime

    from dragoman.records import Article


def day_of(article: Article | None) -> date | None:
    """The day an article was published, else updated, in the zone that was printed."""
    moment = (article.published_at or article.updated_at) if article is not None else None
    return moment.date() if moment else None


def moment_of(article: Article | None) -> datetime | None:
    """The moment an article was published, else updated; None where only the day is known."""
    moment = (article.published_at or article.updated_at) if article is not None else None
    return moment if moment is not None and moment.tzinfo is not DATE_ONLY else None
