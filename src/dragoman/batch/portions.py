"""The articles of a file that holds many, some at a time.

Each portion is a job of its own, so that little is lost where work breaks off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.batch.keeper import StoreKeeper
from dragoman.batch.model import Found
from dragoman.batch.sources import Sources
from dragoman.settings import Settings
from dragoman.store import Store

PORTION = 64
"""Articles of one job."""

FROM = "from"
"""What names in a job's payload how many articles of the file come before those of the job."""


def start_of(payload: Mapping[str, Any]) -> int:
    """Return how many articles of the file come before those of a job."""
    start = payload.get(FROM)
    return start if isinstance(start, int) else 0


def next_portion(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the payload of the job for what comes after a whole portion."""
    return {**payload, FROM: start_of(payload) + PORTION}


@dataclass(frozen=True, slots=True)
class Portion:
    """Some articles of a file; ``more`` tells whether others come after them."""

    found: list[Found]
    more: bool


@dataclass(slots=True)
class _Opened:
    """A file that is being gone through: how far, and what was looked at ahead."""

    named: tuple[Path, str | None]
    found: Iterator[Found]
    at: int = 0
    ahead: Found | None = None


class Portions:
    """Hands out portions of files. The file of the last portion stays open for the next one.

    Args:
        store: Its pace of fetching is kept, as with all that is added.
        settings: Limits.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._opened: _Opened | None = None

    def portion(
        self, path: Path, published: str | None, start: int, *, passing: Callable[[], None]
    ) -> Portion:
        """Return the portion that begins after so many articles.

        Args:
            path: The file.
            published: When its articles were published; beats what they say.
            start: How many articles come before it.
            passing: Is called for each article that is passed over, which may take long.
        """
        opened = self._at(path, published, start)
        for _ in _next(opened, start - opened.at):
            passing()
        found = list(_next(opened, PORTION))
        opened.ahead = next(opened.found, None)
        return Portion(found, opened.ahead is not None)

    def _at(self, path: Path, published: str | None, start: int) -> _Opened:
        opened = self._opened
        if opened is None or opened.named != (path, published) or opened.at > start:
            sources = Sources(self._settings, StoreKeeper(self._store), published=published)
            opened = self._opened = _Opened((path, published), sources.found([path]))
        return opened


def _next(opened: _Opened, count: int) -> Iterator[Found]:
    if count > 0 and opened.ahead is not None:
        first, opened.ahead = opened.ahead, None
        opened.at += 1
        count -= 1
        yield first
    for each in islice(opened.found, max(count, 0)):
        opened.at += 1
        yield each
