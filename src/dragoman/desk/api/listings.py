"""Lists that are made anew for each part of them: the cursor names the last item given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar

from dragoman.desk.api import cursors
from dragoman.desk.api.shapes.queries import Paged
from dragoman.desk.refusals import BadQuery


class Identified(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""


Item = TypeVar("Item")
Known = TypeVar("Known", bound=Identified)


def paged(items: Iterable[Known], asked: Paged) -> tuple[list[Known], str | None]:
    """Return the part of a list that is asked for, and the cursor of what follows.

    Raises:
        BadQuery: The cursor is none of this list, or its item is no longer there.
    """
    return paged_by(items, asked, key=lambda each: each.id)


def paged_by(
    items: Iterable[Item], asked: Paged, *, key: Callable[[Item], str]
) -> tuple[list[Item], str | None]:
    """Return the part of a list that is asked for, its items told apart by a key.

    Raises:
        BadQuery: The cursor is none of this list, or its item is no longer there.
    """
    values = cursors.read(asked.cursor, str)
    rest = iter(items) if values is None else _after(items, str(values[0]), key)
    found = list(islice(rest, asked.limit + 1))
    some = found[: asked.limit]
    return some, cursors.written(key(some[-1])) if len(found) > asked.limit else None


def _after(items: Iterable[Item], last: str, key: Callable[[Item], str]) -> Iterator[Item]:
    rest = iter(items)
    for each in rest:
        if key(each) == last:
            return rest
    message = "What the list was at is no longer there."
    raise BadQuery(message, hint="Begin the list without the cursor.")
