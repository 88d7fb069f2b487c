"""Sign-ins that failed: after too many, nobody gets in by that name or from there for a while.

A failure is written down before the password is looked at and taken out again if it was right, so
that many attempts at once do not slip through together. It is the same whether there is such an
account or not.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.desk.accounts import secrets
from dragoman.desk.accounts.users import folded
from dragoman.store.columns import now
from dragoman.store.tables import failed_sign_ins as failed

SPAN = timedelta(minutes=15)
"""How long a failure counts."""

BY_NAME_AND_ADDRESS = 5
"""Failures by one name from one address after which it is locked out."""

BY_ADDRESS = 30
"""Failures from one address, by whatever names: more than a shared address of an office has."""

BY_NAME = 60
"""Failures by one name from anywhere: high, so that a stranger cannot easily lock people out."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that was written down; ``last`` tells whether the next one is locked out."""

    id: int
    last: bool


class Attempts:
    """Counts failures, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def wait(self, name: str, address: str) -> int:
        """Return the seconds for which nobody gets in by a name from an address."""
        by_name, by_address = self._counted(name, address)
        waits = [_wait(times, most) for times, most in (by_address, *by_name)]
        return max(waits)

    def begin(self, name: str, address: str) -> Attempt:
        """Write an attempt down as failed."""
        self._sweep()
        row = {"name": _digest(name), "address": address, "at": now()}
        made = insert(failed).values(**row).returning(failed.c.id)
        number = self._connection.execute(made).scalar_one()
        return Attempt(number, last=self.wait(name, address) > 0)

    def succeed(self, name: str, address: str) -> None:
        """Take out the failures by a name from an address: it got in."""
        gone = failed.c.name == _digest(name), failed.c.address == address
        self._connection.execute(delete(failed).where(*gone))

    def forgive(self, name: str) -> None:
        """Take out all failures by a name."""
        self._connection.execute(delete(failed).where(failed.c.name == _digest(name)))

    def _counted(self, name: str, address: str) -> tuple[list[Any], Any]:
        digest = _digest(name)
        since = failed.c.at > now() - SPAN
        asked = select(failed.c.name, failed.c.address, failed.c.at).where(
            since, (failed.c.name == digest) | (failed.c.address == address)
        )
        rows = self._connection.execute(asked.order_by(failed.c.at)).all()
        both = [row.at for row in rows if row.name == digest and row.address == address]
        named = [row.at for row in rows if row.name == digest]
        there = [row.at for row in rows if row.address == address]
        return [(both, BY_NAME_AND_ADDRESS), (named, BY_NAME)], (there, BY_ADDRESS)

    def _sweep(self) -> None:
        self._connection.execute(delete(failed).where(failed.c.at <= now() - SPAN))


def _wait(times: Collection[datetime], most: int) -> int:
    """Return the seconds until fewer than ``most`` of some failures count."""
    if len(times) < most:
        return 0
    first = sorted(times)[-most]
    return max(1, round((first + SPAN - now()).total_seconds()))


def _digest(name: str) -> str:
    return secrets.digest(folded(name))
