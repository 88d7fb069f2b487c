"""How rare a name is: in how many articles of the store it stands."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, func, select, update

from dragoman.store.dialects import insert_new
from dragoman.store.portions import portions
from dragoman.store.tables import story_articles, story_terms

_SUPPOSED = 20
"""Articles that are supposed to be there from the start, so that a small store is not misled."""

_SUPPOSED_NAMED = 2
"""In how many of these each name is supposed to stand."""


def counted(connection: Connection, names: Collection[str], step: int) -> None:
    """Count names of an article in (``step`` 1) or out (-1)."""
    rows = [{"name": name, "step": step} for name in sorted(names)]
    if not rows:
        return
    fresh = [{"term": row["name"], "articles": 0} for row in rows]
    connection.execute(insert_new(connection, story_terms), fresh)
    changed = (
        update(story_terms)
        .where(story_terms.c.term == bindparam("name"))
        .values(articles=story_terms.c.articles + bindparam("step"))
    )
    connection.execute(changed, rows)


def rarity(connection: Connection, names: Iterable[str]) -> dict[str, float]:
    """Return the logarithm of how many articles there are for each one that has the name.

    Args:
        connection: To the store.
        names: Folded names.

    Returns:
        Numbers above 0 by name; the rarer the name, the higher.
    """
    total = connection.scalar(select(func.count()).select_from(story_articles)) or 0
    wanted = sorted(set(names))
    found: dict[str, int] = {}
    for some in portions(wanted):
        asked = select(story_terms).where(story_terms.c.term.in_(some))
        found.update((row.term, row.articles) for row in connection.execute(asked))
    return {name: _rarity(total, found.get(name, 0)) for name in wanted}


def _rarity(total: int, named: int) -> float:
    return math.log((_SUPPOSED + total) / (_SUPPOSED_NAMED + min(named, total)))
