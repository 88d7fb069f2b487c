"""Puts all that keeps the desk safe before an application, in the order in which it must stand."""

from __future__ import annotations

from fastapi import FastAPI

from dragoman.desk.accounts import opening
from dragoman.desk.safety.bodies import LimitedBodies
from dragoman.desk.safety.headers import SafeHeaders
from dragoman.desk.safety.hosts import KnownHosts
from dragoman.desk.safety.rates import LimitedRates
from dragoman.settings import Settings
from dragoman.store import Store


def install(app: FastAPI, store: Store, settings: Settings) -> None:
    """Put headers, host names, limits of size, accounts and limits of rate before an application.

    The last one added is the first that a request comes to.
    """
    app.add_middleware(LimitedRates, per_minute=settings.requests_per_minute)
    opening.install(app, store, settings)
    app.add_middleware(LimitedBodies, upload=settings.max_bytes)
    app.add_middleware(KnownHosts, url=settings.desk_url)
    app.add_middleware(SafeHeaders)
