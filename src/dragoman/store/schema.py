"""The revision of a store's tables, and the way to this version's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from dragoman.errors import StoreError, StoreVersion

MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(None))


def head() -> str:
    """Return the revision that this version of Dragoman works with."""
    revision = _script().get_current_head()
    if revision is None:
        raise StoreError(f"There are no migrations in {MIGRATIONS}.")
    return revision


def revision(connection: Connection) -> str | None:
    """Return the revision of the store; ``None`` where there is none yet.

    Raises:
        StoreError: The database holds tables of something else.
    """
    found = MigrationContext.configure(connection).get_current_revision()
    others = set() if found else set(inspect(connection).get_table_names()) - {"alembic_version"}
    if others:
        raise StoreError(
            f"The database holds something else already: the table {min(others)!r}.",
            hint="Give the store a database of its own.",
        )
    return found


def upgrade(connection: Connection, target: str = "head") -> None:
    """Bring the tables to a later revision, in the transaction of the connection."""
    command.upgrade(_config(connection), target)


def downgrade(connection: Connection, target: str) -> None:
    """Take the tables back to an earlier revision; ``base`` removes them."""
    command.downgrade(_config(connection), target)


def require_head(connection: Connection) -> None:
    """Refuse a store whose tables are older or newer than this version's.

    Raises:
        StoreVersion: They are; the message says what to do.
    """
    found = revision(connection)
    if found == head():
        return
    if found is None:
        raise StoreVersion("There is no store yet.", hint="Make it: dragoman db upgrade.")
    refuse_newer(found)
    raise StoreVersion(
        f"The store is of an older version (revision {found}, not {head()}).",
        hint="Back it up and run dragoman db upgrade.",
    )


def refuse_newer(found: str) -> None:
    """Refuse a revision that this version of Dragoman does not know.

    Raises:
        StoreVersion: It is none of ours.
    """
    if found not in {each.revision for each in _script().walk_revisions()}:
        raise StoreVersion(
            f"The store is of a newer version (revision {found}).", hint="Update Dragoman."
        )


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
