"""How often the desk may be asked by one of its users, or by an address that is nobody's."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.desk.accounts.callers import caller_of
from dragoman.desk.accounts.refusals import Wait
from dragoman.desk.errors import answer, fault_of

_MOST_KNOWN = 10_000


class Rates:
    """A bucket for each key, which fills steadily and from which every request takes one.

    Whoever rested may ask a quarter of a minute's requests at once.
    """

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = monotonic) -> None:
        self._per_second = per_minute / 60
        self._most = max(1.0, per_minute / 4)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> int:
        """Take one; return 0, or after how many seconds there will be one."""
        moment = self._clock()
        left, since = self._buckets.pop(key, (self._most, moment))
        left = min(self._most, left + (moment - since) * self._per_second)
        enough = left >= 1
        self._buckets[key] = (left - 1 if enough else left, moment)
        while len(self._buckets) > _MOST_KNOWN:
            self._buckets.popitem(last=False)
        return 0 if enough else math.ceil((1 - left) / self._per_second)


class LimitedRates:
    """Lets nobody ask too often; who is alone at their own desk may."""

    def __init__(self, app: ASGIApp, *, per_minute: int) -> None:
        self._app = app
        self._rates = Rates(per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on unless its sender asks too often."""
        key = _key(Request(scope)) if scope["type"] == "http" else None
        seconds = self._rates.take(key) if key is not None else 0
        if seconds:
            error = Wait("You ask too often.", seconds)
            response = await run_in_threadpool(
                answer, Request(scope), fault_of(error), error.headers
            )
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _key(request: Request) -> str | None:
    caller = caller_of(request)
    if caller.way == "alone":
        return None
    if caller.user is not None:
        return f"{caller.way} {caller.user.id}"
    return request.client.host if request.client is not None else ""
