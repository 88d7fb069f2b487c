"""The store that a command looks at or writes to, and articles in it by id or URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dragoman.errors import StoreError

if TYPE_CHECKING:
    from dragoman.store import Store, StoredArticle, UnitOfWork, View

_LEAST = 6
"""Signs of an id that may stand for the whole of it."""


@contextmanager
def unopened(where: str | None) -> Iterator[Store]:
    """Give a store, whether there is one already or not."""
    from dragoman.settings import Settings
    from dragoman.store import Store
    from dragoman.store.addresses import address

    with Store(address(Settings.load(), where)) as store:
        yield store


@contextmanager
def existing(where: str | None) -> Iterator[Store]:
    """Give a store that is there and of this version."""
    with unopened(where) as store:
        store.require()
        yield store


@contextmanager
def viewed(where: str | None) -> Iterator[View]:
    """Give a look at a store."""
    with existing(where) as store, store.view() as view:
        yield view


@contextmanager
def written(where: str | None) -> Iterator[UnitOfWork]:
    """Give a unit of work on a store."""
    with existing(where) as store, store.work() as unit:
        yield unit


def article_named(view: View, named: str) -> StoredArticle:
    """Return an article by its URL, its id or the beginning of that.

    Raises:
        StoreError: There is none, or several begin so.
    """
    versions = view.versions(named)
    if versions:
        return versions[-1]
    from sqlalchemy import select

    from dragoman.store.tables import articles

    asked = select(articles.c.id).where(articles.c.id.startswith(named, autoescape=True)).limit(2)
    found = view.connection.scalars(asked).all() if len(named) >= _LEAST else []
    if len(found) > 1:
        raise StoreError(f"Several articles begin with {named!r}.", hint="Write more of the id.")
    return view.article(found[0] if found else named)
