"""Sessions: begun at sign-in, ended when idle, after their time, or by whoever they are of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from dragoman.desk.accounts import secrets
from dragoman.desk.accounts.users import User
from dragoman.settings import Settings
from dragoman.store.columns import now
from dragoman.store.tables import sessions

_TOLD_AT_MOST = timedelta(minutes=1)
"""How exactly it is known when a session was used last; each time would be a write a request."""

_LONGEST_BROWSER = 200


@dataclass(frozen=True, slots=True)
class Session:
    """A session; ``id`` is the digest of its secret, ``browser`` what the browser says it is."""

    id: str
    user: int
    begun_at: datetime
    seen_at: datetime
    ends_at: datetime
    browser: str


def end_all(connection: Connection, user: User, *, but: str | None = None) -> int:
    """End the sessions of a user, all or all but one; return how many there were."""
    ended = delete(sessions).where(sessions.c.user_id == user.id)
    if but is not None:
        ended = ended.where(sessions.c.id != but)
    return connection.execute(ended).rowcount


@dataclass(frozen=True, slots=True)
class Lifetime:
    """When a session ends: unused for ``idle``, or ``whole`` after it began."""

    idle: timedelta
    whole: timedelta

    @classmethod
    def of(cls, settings: Settings) -> Lifetime:
        """Return what the settings say."""
        return cls(
            idle=timedelta(minutes=settings.session_idle_minutes),
            whole=timedelta(hours=settings.session_hours),
        )


class Sessions:
    """Keeps sessions and finds them, within one transaction."""

    def __init__(self, connection: Connection, lifetime: Lifetime) -> None:
        self._connection = connection
        self._lifetime = lifetime

    def begin(self, user: User, *, browser: str, instead_of: str | None = None) -> str:
        """Begin a session and return its secret, which is kept nowhere.

        Args:
            user: Whose it is.
            browser: What the browser says it is.
            instead_of: The digest of a session that ends with this: a secret that somebody may
                have planted before sign-in lets nobody in after it.
        """
        moment = now()
        self._sweep(moment)
        if instead_of is not None:
            self.end(instead_of)
        secret = secrets.made()
        row = {"id": secrets.digest(secret), "user_id": user.id, "begun_at": moment}
        row |= {"seen_at": moment, "ends_at": moment + self._lifetime.whole}
        self._connection.execute(
            insert(sessions), {**row, "browser": " ".join(browser.split())[:_LONGEST_BROWSER]}
        )
        return secret

    def find(self, identity: str) -> Session | None:
        """Return a session by the digest of its secret, unless it has ended."""
        row = self._connection.execute(
            select(sessions).where(sessions.c.id == identity)
        ).one_or_none()
        if row is None or self._ended(row.seen_at, row.ends_at, now()):
            return None
        return Session(*row)

    def of(self, user: User) -> list[Session]:
        """Return the sessions of a user that go on, the one used last first."""
        asked = select(sessions).where(sessions.c.user_id == user.id)
        moment = now()
        return [
            Session(*row)
            for row in self._connection.execute(asked.order_by(sessions.c.seen_at.desc()))
            if not self._ended(row.seen_at, row.ends_at, moment)
        ]

    def is_due(self, session: Session) -> bool:
        """Tell whether it should be noted that a session is in use."""
        return now() - session.seen_at > _TOLD_AT_MOST

    def touch(self, session: Session) -> None:
        """Note that a session is in use."""
        seen = update(sessions).where(sessions.c.id == session.id).values(seen_at=now())
        self._connection.execute(seen)

    def end(self, identity: str, *, user: User | None = None) -> bool:
        """End a session by the digest of its secret; tell whether there was one.

        Args:
            identity: The digest.
            user: Only if it is this user's.
        """
        ended = delete(sessions).where(sessions.c.id == identity)
        if user is not None:
            ended = ended.where(sessions.c.user_id == user.id)
        return self._connection.execute(ended).rowcount > 0

    def _ended(self, seen_at: datetime, ends_at: datetime, moment: datetime) -> bool:
        return moment >= ends_at or moment - seen_at >= self._lifetime.idle

    def _sweep(self, moment: datetime) -> None:
        """Remove what has ended."""
        idle = moment - self._lifetime.idle
        ended = or_(sessions.c.ends_at <= moment, sessions.c.seen_at <= idle)
        self._connection.execute(delete(sessions).where(ended))
