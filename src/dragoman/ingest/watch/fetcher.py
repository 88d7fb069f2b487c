"""Fetching as a guest should: by robots.txt, not too often, and not what is there already.

Every request goes through :func:`~dragoman.ingest.fetch.ask`, which refuses addresses that are not
allowed; a redirect is a request of its own, to a host with rules of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from dragoman.errors import FetchError, ForbiddenAddress, InputError, NotText, TooLarge, TryLater
from dragoman.ingest.fetch import PAGE_TYPES, PAGES, Answer, Fetched, Wanted, ask, endless, refusal
from dragoman.ingest.watch.clock import Clock, SystemClock
from dragoman.ingest.watch.keepers import Keeper
from dragoman.ingest.watch.robots import LARGEST, Robots, product
from dragoman.ingest.watch.state import HostState, Validators
from dragoman.settings import Settings

FEEDS = Wanted(
    "a feed",
    frozenset(
        {
            *PAGE_TYPES,
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json",
            "application/gzip",
            "application/x-gzip",
            "application/octet-stream",
            "binary/octet-stream",
        }
    ),
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,application/json;q=0.8,text/html;q=0.7,*/*;q=0.1",
    "Give the URL of a feed, a sitemap or a page.",
)
"""A feed, a sitemap or a page of links."""

_ROBOTS = Wanted("a robots.txt", None, "text/plain,*/*;q=0.1", "")
_ROBOTS_HOLD = timedelta(hours=24)
_FIRST_BACK_OFF = timedelta(seconds=30)
_LONGEST_BACK_OFF = timedelta(hours=6)
_LONGEST_RETRY_AFTER = timedelta(days=1)
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_MODIFIED = 304
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit to a URL gave: the page, or None where it has not changed since."""

    page: Fetched | None
    validators: Validators


class PoliteFetcher:
    """Fetches URLs of many hosts, each host at its own pace.

    Args:
        settings: Limits, allowed networks, and what the fetcher calls itself.
        keeper: Remembers when each host may be asked next, and its robots.txt.
        delay: Seconds between two requests to one host, where its robots.txt does not ask for more.
        patience: Seconds that a fetch waits for its turn; if it would take longer, it raises.
        clock: Tells the time.
    """

    def __init__(
        self,
        settings: Settings,
        keeper: Keeper,
        *,
        delay: float = 2.0,
        patience: float = 30.0,
        clock: Clock | None = None,
    ) -> None:
        self._settings = settings
        self._keeper = keeper
        self._delay = delay
        self._patience = timedelta(seconds=patience)
        self._clock = clock if clock is not None else SystemClock()
        self._agent = product(settings.user_agent)

    def fetch(
        self, url: str, wanted: Wanted = PAGES, validators: Validators | None = None
    ) -> Visit:
        """Fetch a URL, and follow its redirects.

        Args:
            url: An http or https URL.
            wanted: What it is to give.
            validators: What the server told of the version that is at hand.

        Raises:
            TryLater: The host is not to be asked now; the error says from when on.
            ForbiddenAddress: The URL, or a redirect, leads to an address that is not allowed.
            FetchError: There is nothing there, or robots.txt forbids it.
            TooLarge: It is over a limit.
            NotText: It is not what is wanted.
        """
        if validators is not None:
            wanted = replace(wanted, headers={**wanted.headers, **validators.headers})
        step = url
        for _ in range(self._settings.max_redirects + 1):
            answer = self._in_turn(step, wanted, url)
            if answer.location is None:
                return _visit(answer, url, validators)
            step = answer.location
        raise endless(self._settings, url)

    def busy_until(self, url: str) -> datetime | None:
        """Return from when on the host of a URL may be asked; None where it may be now, or soon."""
        try:
            moment = self._keeper.host(_origin(url, url)).next_request
        except FetchError:
            return None
        return moment if moment is not None and moment - self._now() > self._patience else None

    def _in_turn(self, url: str, wanted: Wanted, source: str) -> Answer:
        """Ask once, when the host's turn has come and if its robots.txt allows it."""
        origin = _origin(url, source)
        host = self._with_robots(self._keeper.host(origin), source)
        robots = Robots(host.robots or "", self._agent)
        if not robots.allow(url):
            message = f"The robots.txt of {origin} does not allow it."
            raise FetchError(message, source=source, hint="Ask the site, or leave it out.")
        return self._ask(host, url, wanted, source, max(self._delay, robots.delay or 0.0))

    def _ask(self, host: HostState, url: str, wanted: Wanted, source: str, delay: float) -> Answer:
        self._wait_for(host, source)
        try:
            answer = ask(url, self._settings, wanted)
        except (ForbiddenAddress, NotText, TooLarge) as error:
            self._answered(host, delay)
            error.source = source
            raise
        except FetchError as error:
            raise self._leave_alone(host, None, error.message, source) from error
        if answer.status in _BUSY:
            told = refusal(answer, source).message
            raise self._leave_alone(host, _retry_after(answer.headers, self._now()), told, source)
        self._answered(host, delay)
        return answer

    def _wait_for(self, host: HostState, source: str) -> None:
        """Wait for a host's turn.

        Raises:
            TryLater: That would take too long.
        """
        if host.next_request is None:
            return
        wait = host.next_request - self._now()
        if wait > self._patience:
            message = f"{host.origin} is not to be asked before {_shown(host.next_request)}."
            raise TryLater(message, until=host.next_request, source=source)
        if wait > timedelta(0):
            self._clock.sleep(wait.total_seconds())

    def _now(self) -> datetime:
        return self._clock.now()

    def _answered(self, host: HostState, delay: float) -> HostState:
        """Note that a host answered, and when it may be asked again."""
        turn = self._now() + timedelta(seconds=delay)
        host = replace(host, failures=0, next_request=turn)
        self._keeper.keep(host)
        return host

    def _leave_alone(
        self, host: HostState, until: datetime | None, reason: str, source: str
    ) -> TryLater:
        """Note that a host is to be left alone, the longer the more often it failed in a row."""
        doublings = min(host.failures, 12)
        back_off = min(_FIRST_BACK_OFF * 2**doublings, _LONGEST_BACK_OFF)
        until = max(until, self._now()) if until is not None else self._now() + back_off
        self._keeper.keep(replace(host, failures=host.failures + 1, next_request=until))
        message = f"{reason} It is left alone until {_shown(until)}."
        return TryLater(message, until=until, source=source)

    def _with_robots(self, host: HostState, source: str) -> HostState:
        """Return a host with its robots.txt, fetched anew where it is too old.

        Raises:
            TryLater: The host does not answer and no earlier robots.txt is known.
        """
        fresh = host.robots_until is not None and self._now() < host.robots_until
        if fresh and host.robots is not None:
            return host
        try:
            text = self._robots_text(host, source)
        except TryLater:
            if host.robots is None:
                raise
            text = host.robots
        host = replace(
            self._keeper.host(host.origin), robots=text, robots_until=self._now() + _ROBOTS_HOLD
        )
        self._keeper.keep(host)
        return host

    def _robots_text(self, host: HostState, source: str) -> str:
        """Fetch a robots.txt; empty where the host has none, so that all is allowed."""
        step = f"{host.origin}/robots.txt"
        for _ in range(self._settings.max_redirects + 1):
            target = self._keeper.host(_origin(step, source))
            try:
                answer = self._ask(target, step, _ROBOTS, source, self._delay)
            except TryLater:
                raise
            except InputError as error:
                if isinstance(error, ForbiddenAddress):
                    raise
                return ""
            if answer.location is None:
                page = answer.page
                return page.data[:LARGEST].decode("utf-8", errors="replace") if page else ""
            step = answer.location
        return ""


def _visit(answer: Answer, url: str, validators: Validators | None) -> Visit:
    if answer.status == _NOT_MODIFIED and validators is not None:
        return Visit(None, validators)
    if answer.page is None:
        raise refusal(answer, url)
    etag, last_modified = (answer.headers.get(name) for name in ("etag", "last-modified"))
    return Visit(answer.page, Validators(url, etag, last_modified))


def _origin(url: str, source: str) -> str:
    """Return scheme, host and port of a URL, in one form.

    Raises:
        FetchError: It is no http or https URL.
    """
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        host, port = None, None
    if not host or parts.scheme.lower() not in _PORTS:
        message = f"{url!r} is no http or https URL."
        raise FetchError(message, source=source, hint="Give a URL that begins with https://.")
    scheme = parts.scheme.lower()
    name = f"[{host}]" if ":" in host else host
    return f"{scheme}://{name}" + (f":{port}" if port not in {None, _PORTS[scheme]} else "")


def _retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return from when on a host wants to be asked again, at most a day ahead; None if unsaid."""
    printed = headers.get("retry-after", "").strip()
    if printed.isdecimal():
        return now + min(timedelta(seconds=int(printed[:9])), _LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return min(aware, now + _LONGEST_RETRY_AFTER)


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
