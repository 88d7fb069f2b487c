"""Alerts after jobs: what is new is looked for and delivered as the work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dragoman.batch.alerts.delivering import Delivered, deliver
from dragoman.crises.questions.saved import look
from dragoman.settings import Settings
from dragoman.store import Store


class Following:
    """Looks for what is new after jobs, at most once in so many seconds.

    Args:
        store: Holds the saved questions, and the ledger that they are asked of.
        settings: ``alert_seconds`` says how often; with 0 nothing is looked for.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._every = timedelta(seconds=settings.alert_seconds)
        self._next = datetime.now(UTC) + self._every
        self._behind = True

    def worked(self) -> None:
        """Note that a job was done, so that there may be something new."""
        self._behind = True

    def due(self, *, idle: bool) -> Iterator[Delivered]:
        """Look and deliver where it is time to, and yield what became of each alert.

        Args:
            idle: Whether there is nothing else to do; then what was done last is looked at now.
        """
        now = datetime.now(UTC)
        if not self._every or not (now >= self._next or (idle and self._behind)):
            return
        self._next, self._behind = now + self._every, False
        with self._store.work() as unit:
            look(unit)
        yield from deliver(self._store, settings=self._settings)
