"""Pages that are kept as they are while nothing they are made of has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock

from cachetools import LRUCache

MOST_KEPT = 64 * 2**20
"""Characters of pages that are kept; those that were not asked for longest go first."""

_LOCKS = 64


class KeptPages:
    """Pages by what they are made of.

    Who asks for a page that another request is making waits for that one, so that many who ask at
    once cost as much as one.

    Args:
        most: How many characters are kept at most.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._pages: LRUCache[Hashable, str] = LRUCache(most, getsizeof=len)
        self._lock = Lock()
        self._making = tuple(Lock() for _ in range(_LOCKS))

    def __len__(self) -> int:
        """Return how many pages are kept."""
        return len(self._pages)

    def clear(self) -> None:
        """Forget all pages."""
        with self._lock:
            self._pages.clear()

    def get(self, key: Hashable, make: Callable[[], str]) -> str:
        """Return the page of a key, made where it is not kept.

        What making it raises is raised, and nothing is kept.
        """
        with self._making[hash(key) % _LOCKS]:
            with self._lock:
                page = self._pages.get(key)
            if page is None:
                page = make()
                self._keep(key, page)
        return page

    def _keep(self, key: Hashable, page: str) -> None:
        if len(page) <= self._most:
            with self._lock:
                self._pages[key] = page
