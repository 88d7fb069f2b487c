"""Stories, crises and parties by what a person calls them: an id, a title, a name."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from sqlalchemy import Table, func, or_, select

from dragoman.crises.persons import Persons
from dragoman.crises.questions.sides import code_of, side_of_code, state_like
from dragoman.errors import StoreError
from dragoman.store import View
from dragoman.store.tables import crises, stories

_SHORTEST = 6
"""Signs of an id that stand for it."""

_MOST_TITLES = 2000
_NEAR = 3


def party_named(view: View, name: str) -> tuple[str, str]:
    """Return what the ledger knows a state, body or person by, and its name.

    Raises:
        StoreError: There is nobody of that name, or there are several.
    """
    code = code_of(name)
    if code is not None:
        return code, side_of_code(code).name
    persons = Persons(view).find(name, limit=_NEAR)
    if len(persons) == 1:
        return persons[0].id, persons[0].name
    if not persons:
        near = state_like(name)
        hint = "Give a code such as FRA, or the name of a person whom articles name."
        hint = f"Did you mean {near}?" if near else hint
        raise StoreError(f"There is no state, body or person {name!r}.", hint=hint)
    many = " or ".join(f"{each.name!r}" for each in persons)
    raise StoreError(f"{name!r} may be several persons.", hint=f"Give more of the name: {many}?")


def story_named(view: View, name: str) -> str:
    """Return the id of a story.

    Raises:
        StoreError: There is no such story, or there are several.
    """
    return _named(view, stories, "story", name)


def crisis_named(view: View, name: str) -> str:
    """Return the id of a crisis.

    Raises:
        StoreError: There is no such crisis, or there are several.
    """
    return _named(view, crises, "crisis", name)


def _named(view: View, table: Table, kind: str, name: str) -> str:
    wanted: list[Any] = [table.c.id == name, func.lower(table.c.title) == name.casefold()]
    if len(name) >= _SHORTEST:
        wanted.append(table.c.id.startswith(name, autoescape=True))
    found = view.connection.scalars(select(table.c.id).where(or_(*wanted)).limit(2)).all()
    if len(found) == 1:
        return str(found[0])
    if found:
        raise StoreError(
            f"There are several: {name!r} names no single {kind}.", hint="Give its id."
        )
    raise StoreError(f"There is no {kind} {name!r}.", hint=_near(view, table, name))


def _near(view: View, table: Table, name: str) -> str | None:
    titles = view.connection.scalars(select(table.c.title).limit(_MOST_TITLES)).all()
    near = get_close_matches(name, titles, n=_NEAR, cutoff=0.4)
    return f"Did you mean {' or '.join(map(repr, near))}?" if near else None
