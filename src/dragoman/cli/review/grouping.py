"""Stories, crises, entries and their members by id or its beginning; merging and splitting them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, select

from dragoman import __version__
from dragoman.errors import StoreError

if TYPE_CHECKING:
    from dragoman.store import Judgement, UnitOfWork, View

_LEAST = 6
"""Signs of an id that may stand for the whole of it."""


def crisis_named(view: View, named: str) -> str:
    """Return the id of a crisis.

    Raises:
        StoreError: There is none, or several begin so.
    """
    return group_named(view, "crises", named)


def group_named(view: View, kind: str, named: str) -> str:
    """Return the id of a story, a crisis or an entry.

    Raises:
        StoreError: There is none, or several begin so.
    """
    from dragoman.store.tables import crises, entries, stories

    tables = {"stories": stories, "crises": crises, "entries": entries}
    return _whole(view, tables[kind].c.id, named, kind)


def member_named(view: View, kind: str, named: str) -> str:
    """Return the id of an article, a story or a fact that is a member of a group of a kind.

    Raises:
        StoreError: There is none, or several begin so.
    """
    if kind == "stories":
        from dragoman.cli.stores import article_named

        return article_named(view, named).id
    if kind == "crises":
        return group_named(view, "stories", named)
    return _fact(view, named)


def merged(unit: UnitOfWork, kind: Any, named: Sequence[str], who: str, why: str) -> Judgement:
    """Make several stories, crises or entries one, and return the judgement."""
    from dragoman.crises import entries
    from dragoman.crises.stories import Editor

    first, *others = [group_named(unit.view, kind, each) for each in named]
    if kind == "entries":
        return entries.merge(unit, first, others, who=who, reader=__version__, why=why)
    return Editor(unit, who).merge(kind, first, others, why=why)


def parted(unit: UnitOfWork, kind: Any, named: Sequence[str], who: str, why: str) -> Judgement:
    """Make one of some members of a story, a crisis or an entry, and return the judgement."""
    from dragoman.crises import entries
    from dragoman.crises.stories import Editor

    group = group_named(unit.view, kind, named[0])
    members = [member_named(unit.view, kind, each) for each in named[1:]]
    if kind == "entries":
        return entries.split(unit, group, [members], who=who, reader=__version__, why=why)
    made, _ = Editor(unit, who).split(kind, group, [members], why=why)
    return made


def _fact(view: View, named: str) -> str:
    from dragoman.crises.review import fact
    from dragoman.store.tables import FACTS

    for kind in FACTS:
        try:
            found: str = fact(view, kind, named).fact.id
        except StoreError:
            continue
        return found
    raise StoreError(f"There is no fact {named!r}.")


def _whole(view: View, column: Column[Any], named: str, kind: str) -> str:
    asked = select(column).where(column.startswith(named, autoescape=True)).limit(2)
    found = view.connection.scalars(asked).all() if len(named) >= _LEAST else []
    if len(found) > 1:
        raise StoreError(f"Several {kind} begin with {named!r}.", hint="Write more of the id.")
    if not found:
        raise StoreError(f"There is nothing of the id {named!r} among the {kind}.")
    return str(found[0])
