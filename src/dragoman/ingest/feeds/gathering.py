"""Entries as they are gathered: links made whole, texts made plain, dates read, faults told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree, html

from dragoman.ingest.clean import clean_line
from dragoman.ingest.dates import date_only, find_dates, moment_of
from dragoman.ingest.feeds.model import FeedEntry

MOST_ENTRIES = 50_000
"""Entries of one feed: what the protocol of sitemaps lets one file have."""

_MOST_PROBLEMS = 50
_LONGEST_URL = 2000
_LONGEST_TITLE = 500
_LONGEST_SUMMARY = 5000
_AHEAD = timedelta(days=1)
_FIRST_YEAR = 1800


class Gathering:
    """Takes entries one by one, and keeps the good ones and what is wrong with the others.

    Args:
        base: The URL that relative links start from.
    """

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._entries: dict[str, FeedEntry] = {}
        self._problems: list[str] = []
        self._untold = 0

    @property
    def entries(self) -> tuple[FeedEntry, ...]:
        """The good entries in the order in which they came, each URL once."""
        return tuple(self._entries.values())

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong, one line each; of very many only the first, and how many more."""
        more = (f"{self._untold} more problems.",) if self._untold else ()
        return (*self._problems, *more)

    def tell(self, problem: str) -> None:
        """Keep a problem."""
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems.append(problem)
        else:
            self._untold += 1

    def add(
        self,
        name: str,
        link: str | None,
        *,
        title: str | None = None,
        published: str | None = None,
        updated: str | None = None,
        summary: str | None = None,
    ) -> None:
        """Take an entry as printed; ``name`` is what a problem calls it.

        An entry without a link is told and left out. One with a date that cannot be is told and
        kept without the date. A URL that came already is passed over.
        """
        url = self.link(name, link)
        if url is None or url in self._entries:
            return
        if len(self._entries) >= MOST_ENTRIES:
            self.tell(f"{name}: there are more than {MOST_ENTRIES} entries.")
            return
        self._entries[url] = FeedEntry(
            url,
            plain(title, _LONGEST_TITLE),
            self.moment(name, published),
            self.moment(name, updated),
            plain(summary, _LONGEST_SUMMARY),
        )

    def link(self, name: str, link: str | None) -> str | None:
        """Return the whole URL of a link, without its fragment; None, and told, if it is none."""
        printed = (link or "").strip()
        if not printed:
            self.tell(f"{name} has no link.")
            return None
        try:
            url = urldefrag(urljoin(self._base or "", printed)).url
            parts = urlsplit(url)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:
            good = False
        if not good or len(url) > _LONGEST_URL or any(each.isspace() for each in url):
            self.tell(f"{name}: {printed[:200]!r} is no link to a page.")
            return None
        return url

    def moment(self, name: str, printed: str | None) -> datetime | None:
        """Return the moment that a printed date means; None, and told, if it cannot be."""
        words = (printed or "").strip()
        if not words:
            return None
        moment = read_moment(words)
        if moment is None:
            self.tell(f"{name}: {words[:100]!r} is no date.")
        elif moment > datetime.now(UTC) + _AHEAD:
            self.tell(f"{name}: it is dated {moment.date()}, which lies in the future.")
        elif moment.year >= _FIRST_YEAR:
            return moment
        return None


def read_moment(printed: str) -> datetime | None:
    """Return the aware moment that a date of a feed means; None where it is none.

    Dates of RFC 822 (RSS) and ISO 8601 (Atom, sitemaps) are read, and dates in words. A time
    without a zone is dropped, and the day kept.
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(printed)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment.tzinfo is None or len(printed) == len("2020-01-04"):
            return date_only(moment.date())
        return _if_it_can_be(moment)
    return _in_words(printed)


def _if_it_can_be(moment: datetime) -> datetime | None:
    """Return a moment that has a place in time in every zone, or None."""
    try:
        moment.astimezone(UTC)
    except OverflowError:
        return None
    return moment


def _in_words(printed: str) -> datetime | None:
    for date in find_dates(printed)[:1]:
        try:
            moment = moment_of(date)
        except (ValueError, OverflowError):
            return None
        return _if_it_can_be(moment) if moment is not None else None
    return None


def plain(text: str | None, longest: int) -> str | None:
    """Return text without markup, on one line and not too long; None where nothing is left."""
    if not text:
        return None
    text = text[: 20 * longest]
    if "<" in text or "&" in text:
        text = _without_markup(text)
    line = clean_line(text)
    return (line if len(line) <= longest else line[: longest - 1].rstrip() + "…") or None


def _without_markup(text: str) -> str:
    data = f"<div>{text}</div>".encode(errors="replace")
    try:
        tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return text
    etree.strip_elements(tree, "script", "style", with_tail=False)
    return " ".join(str(piece) for piece in tree.itertext())
