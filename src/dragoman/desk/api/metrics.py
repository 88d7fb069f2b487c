"""What the desk counts: requests by route and how long they took, jobs, and what is stored."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from sqlalchemy import func, select
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.store import View
from dragoman.store.tables import articles, entries

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10)
_ELSEWHERE = "(none)"
_STATES = ("waiting", "running", "done", "dead")


class Metrics:
    """The figures of one desk."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        named = ["method", "route"]
        self._requests = Counter(
            "dragoman_requests",
            "Requests by route and status.",
            [*named, "status"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "dragoman_request_seconds",
            "How long requests took.",
            named,
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._jobs = Gauge("dragoman_jobs", "Jobs by state.", ["state"], registry=self.registry)
        self._articles = Gauge("dragoman_articles", "Articles held.", registry=self.registry)
        self._entries = Gauge(
            "dragoman_entries", "Entries of the ledger by kind.", ["kind"], registry=self.registry
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def look(self, view: View) -> None:
        """Take what the store holds."""
        counts = view.jobs.counts()
        for state in _STATES:
            self._jobs.labels(state).set(counts.get(state, 0))
        connection = view.connection
        self._articles.set(connection.scalar(select(func.count()).select_from(articles)) or 0)
        by_kind = select(entries.c.kind, func.count()).group_by(entries.c.kind)
        for kind, count in connection.execute(by_kind):
            self._entries.labels(kind).set(count)


class Measured:
    """Middleware that counts and times every request.

    Routes are named by their pattern, never by what was asked for, so that there are few of them.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        begun = time.perf_counter()
        try:
            await self._app(scope, receive, noting)
        finally:
            took = time.perf_counter() - begun
            self._metrics.answered(_method(scope), _route(scope), status, took)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return method if method in _METHODS else "other"


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", _ELSEWHERE))
