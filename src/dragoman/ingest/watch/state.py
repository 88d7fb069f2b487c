"""What is remembered of sources and hosts between two visits, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

from dragoman.ingest.feeds import FeedEntry
from dragoman.ingest.iso import to_iso

Health = Literal["new", "well", "in part", "failing"]


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server told of one version of a URL, to ask it next time for a newer one only."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a request that is answered only if there is a newer version."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Pending:
    """An entry of a feed whose article has not been read yet.

    ``published`` is in ISO 8601, only a date where no time is known. ``attempts`` counts the times
    that its server did not give it.
    """

    url: str
    key: str
    title: str | None = None
    published: str | None = None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of one source.

    ``name`` is the source's. ``next_visit`` is None before the first one. ``failures`` counts the
    visits that failed since the last that did not, and ``error`` says how. ``problems`` are what
    was wrong with single entries at the last visit. ``seen`` are the keys of entries that need not
    be read again, the oldest first. ``articles`` and ``dead`` count what was read and given up.
    """

    name: str
    next_visit: datetime | None = None
    last_visit: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    failures: int = 0
    error: str | None = None
    problems: tuple[str, ...] = ()
    validators: tuple[Validators, ...] = ()
    pending: tuple[Pending, ...] = ()
    seen: tuple[str, ...] = ()
    articles: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class HostState:
    """What is remembered of one host; ``origin`` is its scheme, name and port.

    ``next_request`` is the earliest moment of the next request. ``failures`` counts requests in a
    row that the host did not answer as it should. ``robots`` is its robots.txt as last read, good
    until ``robots_until``; empty where it has none.
    """

    origin: str
    next_request: datetime | None = None
    failures: int = 0
    robots: str | None = None
    robots_until: datetime | None = None


def key_of(entry: FeedEntry) -> str:
    """Return what an entry is known by: its URL, and when it was updated where that is told.

    An entry that was updated is therefore a new one.
    """
    updated = entry.updated.isoformat() if entry.updated is not None else ""
    return sha256(f"{entry.url}\n{updated}".encode()).hexdigest()[:16]


def pending_of(entry: FeedEntry) -> Pending:
    """Return an entry as it waits to be read."""
    moment = entry.published or entry.updated
    published = to_iso(moment) if moment is not None else None
    return Pending(entry.url, key_of(entry), entry.title, published)


def health(state: SourceState) -> Health:
    """Return how a source is.

    ``new``: never visited. ``well``: the last visit succeeded. ``in part``: it did, but some of its
    entries were no good. ``failing``: the last visit failed.
    """
    if state.last_visit is None:
        return "new"
    if state.failures:
        return "failing"
    return "in part" if state.problems else "well"
