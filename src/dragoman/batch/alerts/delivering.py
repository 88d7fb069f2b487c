"""Delivering alerts, job by job.

An alert is handed over before its job is marked as done. Where the program is stopped between the
two, it is handed over again: a file takes it once all the same, and e-mail and web server can tell
by its identity that they have it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.batch.alerts.destinations import Destination, destination
from dragoman.batch.alerts.file import append
from dragoman.batch.alerts.mail import send
from dragoman.batch.alerts.web import post
from dragoman.crises.questions.saved import AlertText, alert_of, tell
from dragoman.crises.questions.saved.finding import JOB
from dragoman.errors import DeliveryError, SettingError
from dragoman.settings import Settings
from dragoman.store import Job, Store
from dragoman.store.jobs import State

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of an alert at one destination.

    ``state`` is ``done``, ``waiting`` where it will be tried again, or ``dead`` where it will not.
    ``told`` is absent where the ledger no longer holds what the alert tells of, or its question
    was removed; there is nothing to deliver then.
    """

    to: str
    state: State
    told: AlertText | None
    error: str | None = None


def deliver(
    store: Store,
    *,
    settings: Settings | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Delivered]:
    """Deliver all alerts that are due, and yield what became of each.

    Args:
        store: Holds the jobs, and the ledger that alerts tell of.
        settings: How e-mail is sent and the network may be used; by default as loaded.
        environment: Variables, for the password; by default those of the process.

    Raises:
        StoreError: The store refuses.
    """
    known = settings if settings is not None else Settings.load()
    worker = f"{socket.gethostname()} {os.getpid()}"
    while True:
        with store.work() as unit:
            job = unit.jobs.lease(worker, kinds=[JOB])
        if job is None:
            return
        yield _deliver(store, job, known, environment)


def revive(store: Store) -> int:
    """Let alerts that were given up be tried again from the start; return how many.

    Raises:
        StoreError: The store refuses.
    """
    with store.work() as unit:
        given_up = [job for job in unit.jobs.dead(_MOST) if job.kind == JOB]
        for job in given_up:
            unit.jobs.revive(job.id)
    return len(given_up)


def _deliver(
    store: Store, job: Job, settings: Settings, environment: Mapping[str, str] | None
) -> Delivered:
    told: AlertText | None = None
    to = str(job.payload.get("to", ""))
    try:
        told = _told(store, job)
        if told is not None:
            hand_over(told, destination(to), settings, environment)
    except (DeliveryError, SettingError) as error:
        again = error.again if isinstance(error, DeliveryError) else True
        with store.work() as unit:
            state = unit.jobs.fail(job, str(error), again=again)
        return Delivered(to, state, told, str(error))
    with store.work() as unit:
        unit.jobs.finish(job)
    return Delivered(to, "done", told)


def _told(store: Store, job: Job) -> AlertText | None:
    with store.view() as view:
        alert = alert_of(view.connection, str(job.payload.get("alert", "")))
        return tell(view, alert) if alert is not None else None


def hand_over(
    told: AlertText,
    to: Destination,
    settings: Settings,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Hand an alert over.

    Raises:
        DeliveryError: It could not be delivered.
        SettingError: What that way needs is not set.
    """
    if to.way == "file":
        append(Path(to.target), told.to_dict())
    elif to.way == "mail":
        send(told, to.target, settings, environment)
    else:
        post(to.target, told.to_dict(), settings)
