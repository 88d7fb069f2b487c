"""Errors of the database and its driver, told as errors of Dragoman."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from dragoman.errors import StoreError, StoreUnavailable

_UNAVAILABLE = {
    "disk is full": ("The disk of the store is full.", "Nothing was half written; make room."),
    "No space left": ("The disk of the store is full.", "Nothing was half written; make room."),
    "database is locked": (
        "Another program has been writing to the store for too long.",
        "Try again when it is done.",
    ),
    "deadlock detected": (
        "Another program wrote to the store in this one's way.",
        "Nothing was half written; try again.",
    ),
    "unable to open": (
        "The store cannot be opened.",
        "Does its folder exist, and may you write there?",
    ),
    "disk I/O error": ("The disk of the store fails.", None),
    "readonly database": ("The store may only be read.", "May you write to its file and folder?"),
    "does not exist": ("The database of the store does not exist.", "Make it with createdb."),
    "password authentication": ("The database refuses user or password.", None),
}
"""What the drivers say where the store cannot be used now, in our words, with what to do."""

_BROKEN = {
    "not a database": ("The file is no store of Dragoman.", None),
    "malformed": ("The file of the store is damaged.", "Restore a backup: dragoman db restore."),
}


@contextmanager
def translated() -> Iterator[None]:
    """Raise what the database raises as a :class:`~dragoman.errors.StoreError`."""
    try:
        yield
    except DBAPIError as error:
        raise _told(error) from error
    except SQLAlchemyError as error:
        raise StoreError(f"The store failed: {_first_line(error)}") from error


def _told(error: DBAPIError) -> StoreError:
    said = str(error.orig)
    for words, (message, hint) in _BROKEN.items():
        if words in said:
            return StoreError(message, hint=hint)
    for words, (message, hint) in _UNAVAILABLE.items():
        if words in said:
            return StoreUnavailable(message, hint=hint)
    if error.connection_invalidated or _is_of_the_server(error):
        return StoreUnavailable(
            f"The database of the store does not answer: {_first_line(error.orig)}",
            hint="Nothing was half written; try again when it does.",
        )
    return StoreError(f"The store failed: {_first_line(error.orig)}")


def _is_of_the_server(error: DBAPIError) -> bool:
    """Tell whether PostgreSQL cannot go on, whatever it was asked."""
    driver = type(error.orig).__module__.partition(".")[0]
    return driver == "psycopg" and isinstance(error, OperationalError)


def _first_line(error: object) -> str:
    """Return the first line of what an error says, as a sentence."""
    return str(error).strip().partition("\n")[0][:300].rstrip(".") + "."
