"""The day an article is read as of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dragoman.records import Article


def day_of(article: Article | None) -> date | None:
    """The day an article was published, else updated, in the zone that was printed."""
    moment = (article.published_at or article.updated_at) if article is not None else None
    return moment.date() if moment else None
