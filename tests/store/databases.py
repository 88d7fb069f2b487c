"""Databases for tests: with nothing in them, or with the tables made and nothing in those.

To make the tables takes longer than most tests, so that they are made once, and brought back to
what they were for each test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, delete, exists, make_url, select, table, text

from dragoman.store import Store

_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = :schema ORDER BY tablename")
_SEQUENCES = text("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'")
_FORM = text(
    "SELECT md5(string_agg(name, ' ' ORDER BY name)) FROM ("
    "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace UNION ALL "
    "SELECT conname::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
    ") AS named (name)"
)
"""What the tables, indexes, sequences and constraints of a database are called, as one hash."""

_made: dict[str, tuple[str, str]] = {}
"""By the URLs of databases: the hash of their form, and what brings them back to it."""


def emptied(server: str, number: int = 0) -> str:
    """Empty one of a few databases, which is made if it is not there, and return its URL.

    A database for each test would be hundreds of files each time.
    """
    return _emptied(server, f"ledger{number}")


def prepared(server: str, number: int = 0) -> str:
    """Return the URL of one of a few databases that hold a store with nothing in it."""
    name = f"prepared{number}"
    url = _url(server, name)
    if not _brought_back(url):
        _emptied(server, name)
        Store.open(url).close()
        with _administrator(url) as connection:
            _made[url] = (_form(connection), _way_back(connection))
    return url


def _emptied(server: str, name: str) -> str:
    with _administrator(server) as connection:
        there = text("SELECT count(*) FROM pg_database WHERE datname = :name")
        if not connection.scalar(there, {"name": name}):
            connection.execute(text(f"CREATE DATABASE {name}"))
    url = _url(server, name)
    with _administrator(url) as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS made CASCADE"))
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return url


def _brought_back(url: str) -> bool:
    """Bring a database back to what it was; tell whether it could be."""
    if url not in _made:
        return False
    form, way_back = _made[url]
    with _administrator(url) as connection:
        if _form(connection) != form:
            return False
        connection.exec_driver_sql(way_back)
    return True


def _form(connection: Connection) -> str:
    return str(connection.scalar(_FORM))


def _way_back(connection: Connection) -> str:
    """Copy what the tables hold now, and return the statements that bring it back.

    To truncate the tables would take ten times as long as to delete the few rows of a test.
    """
    connection.execute(text("CREATE SCHEMA made"))
    statements = ["SET session_replication_role = replica"]
    for name in connection.scalars(_TABLES, {"schema": "public"}).all():
        statements.append(str(delete(table(name, schema="public"))))
        if connection.scalar(select(exists().select_from(table(name, schema="public")))):
            connection.execute(text(f"CREATE TABLE made.{name} AS TABLE public.{name}"))
            copied = f"INSERT INTO public.{name} OVERRIDING SYSTEM VALUE TABLE made.{name}"
            statements.append(copied)
    for name, last in connection.execute(_SEQUENCES).all():
        began = "false" if last is None else "true"
        statements.append(f"SELECT setval('public.{name}', {last or 1}, {began})")
    return ";\n".join(statements)


def _url(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _administrator(url: str) -> Iterator[Connection]:
    """Connect without transactions."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
    engine.dispose()
