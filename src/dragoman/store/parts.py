"""What a look at the store and a unit of work both give."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from dragoman.store.audit import Audit
from dragoman.store.given import Given
from dragoman.store.jobs import Jobs
from dragoman.store.judgements import Judgements


class Parts:
    """The judgements, the jobs with what they read and brought, and the trail of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def judgements(self) -> Judgements:
        """What analysts decided."""
        return Judgements(self.connection)

    @cached_property
    def jobs(self) -> Jobs:
        """Work to be done."""
        return Jobs(self.connection)

    @cached_property
    def given(self) -> Given:
        """What people gave to be read by hand, and what jobs brought."""
        return Given(self.connection)

    @cached_property
    def audit(self) -> Audit:
        """The trail of what was done to the store."""
        return Audit(self.connection)
