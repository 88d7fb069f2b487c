"""A polite fetcher that hands out the pages it fetched, beside the articles read from them."""

from __future__ import annotations

from dragoman.ingest.fetch import PAGE_TYPES, PAGES, Fetched, Wanted
from dragoman.ingest.watch import FEEDS, PoliteFetcher, Validators, Visit

ANYTHING = Wanted(
    "a page or a feed",
    FEEDS.types,
    "text/html,application/xhtml+xml;q=0.9,application/rss+xml;q=0.9,application/atom+xml;q=0.9,"
    "application/feed+json;q=0.9,text/xml;q=0.8,text/plain;q=0.8,*/*;q=0.1",
    "Give the URL of an article's page, or of a feed.",
)
"""What a URL may lead to that is to be added."""


class Fetcher(PoliteFetcher):
    """Fetches as a guest should; ``page`` is what it fetched last."""

    page: Fetched | None = None
    _ahead: tuple[str, Visit] | None = None

    def fetch(
        self, url: str, wanted: Wanted = PAGES, validators: Validators | None = None
    ) -> Visit:
        """Fetch a URL; see :meth:`dragoman.ingest.watch.PoliteFetcher.fetch`."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] == url:
            visit = ahead[1]
        else:
            self.page = None
            visit = super().fetch(url, wanted, validators)
        self.page = visit.page
        return visit

    def hand_out(self, url: str, visit: Visit) -> None:
        """Give a visit that was made already to the next one who asks for its URL."""
        self._ahead = (url, visit)


def is_page(page: Fetched) -> bool:
    """Tell by its media type whether what was fetched can be a page."""
    return page.content_type in PAGE_TYPES
