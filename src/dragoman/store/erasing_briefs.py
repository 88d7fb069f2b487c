"""Taking out of saved briefs what rests on erased articles: the words go from all versions."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import Connection, select, update

from dragoman.store.portions import portions
from dragoman.store.tables import brief_lines, brief_sources, brief_versions

UNTITLED = "Brief"
"""What a brief is called whose title was erased."""


def lines_on(connection: Connection, articles: Collection[str]) -> set[int]:
    """Return the numbers of the lines that rest on any of some articles."""
    found: set[int] = set()
    for some in portions(articles):
        asked = select(brief_sources.c.line_id).where(brief_sources.c.article_id.in_(some))
        found.update(connection.scalars(asked))
    return found


def lines_with(
    connection: Connection, holds: Callable[[str], bool], *, among: Collection[int] | None = None
) -> set[int]:
    """Return the numbers of the lines whose words, now or as the ledger told them, hold something.

    Args:
        connection: Of the unit of work.
        holds: Says it of a text.
        among: Only of these lines; by default of all.
    """
    rows = connection.execute(select(brief_lines.c.id, brief_lines.c.text, brief_lines.c.told))
    return {
        row.id
        for row in rows
        if (among is None or row.id in among) and holds(f"{row.text or ''}\n{row.told or ''}")
    }


def untitle(connection: Connection, holds: Callable[[str], bool]) -> None:
    """Erase titles of briefs and names of versions that hold something."""
    table = brief_versions
    for row in connection.execute(select(table.c.id, table.c.title, table.c.name)).all():
        if holds(f"{row.title}\n{row.name or ''}"):
            changed = update(table).where(table.c.id == row.id)
            connection.execute(changed.values(title=UNTITLED, name=None))


def blank(connection: Connection, lines: Collection[int]) -> int:
    """Erase the words of lines; return how many lines that were.

    The lines themselves stay, so that every version still says that something stood there, and so
    does what they rest on in other articles, so that the sentence can be made anew.
    """
    for some in portions(sorted(lines)):
        emptied = update(brief_lines).where(brief_lines.c.id.in_(some))
        connection.execute(emptied.values(text=None, told=None))
    return len(lines)
