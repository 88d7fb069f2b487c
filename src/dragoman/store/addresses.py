"""Where a store is: a URL of SQLAlchemy, the path of a SQLite file, or the default."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import SettingError
from dragoman.settings import Settings, user_folder

FILE = "ledger.sqlite"
"""The file of the default store in the user's data folder."""

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def address(settings: Settings, given: str | None = None) -> URL:
    """Return the URL of the store.

    Args:
        settings: Their ``db`` says which, where nothing is given.
        given: A URL such as ``postgresql://user@host/name``, or the path of a SQLite file.

    Raises:
        SettingError: It is no URL of a database that the store can be in.
    """
    text = given or settings.db
    if text is None:
        return _file(user_folder(settings.data_folder) / FILE)
    return _url(text) if "://" in text else _file(Path(text).expanduser())


def shown(url: URL) -> str:
    """Return a URL for people to read: a path for SQLite, and never a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    if "password" in url.query:
        url = url.update_query_dict({"password": "***"})
    return url.render_as_string(hide_password=True).replace("+psycopg", "")


def file_of(url: URL) -> Path | None:
    """Return the file of a SQLite store; none for a store elsewhere or in memory."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name or name == ":memory:":
        return None
    return Path(name)


def _file(path: Path) -> URL:
    return URL.create("sqlite", database=str(path.absolute()))


def _url(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise _refused("What was given for the store is no URL.") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise _refused(f"The store cannot be in {url.drivername!r}.")
    return url.set(drivername=driver)


def _refused(message: str) -> SettingError:
    return SettingError(
        message,
        hint="Give the path of a file, sqlite:///path or postgresql://user:password@host/name.",
    )
