"""Visits sources when they are due, and gives the articles that are new in them.

What is new is kept as pending together with the validators of the visit that told of it, in one
step; an article leaves the pending only after it was handed over and the next one is asked for. A
watcher that is killed at any moment therefore loses nothing; at most it gives one article twice,
which has the same id both times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dragoman.errors import InputError, NotText, TryLater
from dragoman.ingest.assemble import assemble
from dragoman.ingest.draft import Draft
from dragoman.ingest.encoding import decode
from dragoman.ingest.feeds import Feed, FeedEntry, SitemapLink, read_feed
from dragoman.ingest.fetch import Fetched
from dragoman.ingest.iso import from_iso
from dragoman.ingest.moments import Published
from dragoman.ingest.plain import read_plain
from dragoman.ingest.watch.clock import Clock, SystemClock
from dragoman.ingest.watch.fetcher import FEEDS, PoliteFetcher
from dragoman.ingest.watch.keepers import Keeper
from dragoman.ingest.watch.sources_file import WatchedSource
from dragoman.ingest.watch.state import Pending, SourceState, Validators, key_of, pending_of
from dragoman.records import Article
from dragoman.settings import Settings

MOST_SITEMAPS = 5
"""Sitemaps of one index that one visit reads: those that changed last."""

MOST_ATTEMPTS = 5
"""Times that an article is asked for while its server does not give it."""

MOST_SEEN = 60_000
"""Entries of one source that are remembered beside those that are listed now."""

MOST_PENDING = 5_000
"""Entries of one source that wait to be read; where there are more, they are taken in later."""

_LONGEST_BACK_OFF = timedelta(hours=12)
_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


class Watcher:
    """Watches sources.

    Args:
        sources: What is watched.
        keeper: Remembers what was seen.
        settings: Limits, and how the network may be used; by default as loaded.
        fetcher: Fetches; by default a polite one with the same keeper.
        clock: Tells the time.
    """

    def __init__(
        self,
        sources: Sequence[WatchedSource],
        keeper: Keeper,
        *,
        settings: Settings | None = None,
        fetcher: PoliteFetcher | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.sources = tuple(sources)
        self._keeper = keeper
        self._settings = settings if settings is not None else Settings.load()
        self._clock = clock if clock is not None else SystemClock()
        self._fetcher = fetcher or PoliteFetcher(self._settings, keeper, clock=self._clock)

    def states(self) -> tuple[tuple[WatchedSource, SourceState], ...]:
        """Return each source with what is remembered of it."""
        return tuple((source, self._keeper.source(source.name)) for source in self.sources)

    def due(self) -> tuple[WatchedSource, ...]:
        """Return the sources that are to be visited now, the one that waits longest first."""
        now = self._clock.now()
        moments = [(state.next_visit or _LONG_AGO, source) for source, state in self.states()]
        waiting = [(moment, source) for moment, source in moments if moment <= now]
        return tuple(source for _, source in sorted(waiting, key=lambda pair: pair[0]))

    def next_visit(self) -> datetime | None:
        """Return when the next source is due; None where there are none or one is due already."""
        moments = [state.next_visit for _, state in self.states()]
        known = [moment for moment in moments if moment is not None]
        return min(known) if known and len(known) == len(moments) else None

    def visit(self, source: WatchedSource) -> SourceState:
        """Visit a source: take in what is new, and note when to come again.

        A visit that fails is no error: the state that is returned tells it in ``error``.
        """
        state = self._keeper.source(source.name)
        visit = _SourceVisit(source, state, self._fetcher, self._settings)
        now = self._clock.now()
        try:
            visit.run()
        except InputError as error:
            state = _failed(state, source, error, now)
        else:
            state = _succeeded(state, source, visit, now)
        self._keeper.keep(state)
        return state

    def articles(self, source: WatchedSource) -> Iterator[Article | InputError]:
        """Yield pending articles of a source, and an error for each that cannot be read.

        They are as many as the source allows at one go; the others wait. An article counts as
        handed over once the next one is asked for. One whose server does not give it now stays
        pending, and is given up after some attempts.
        """
        given = 0
        for entry in sorted(self._keeper.source(source.name).pending, key=lambda e: e.attempts):
            if given == source.most:
                return
            if self._fetcher.busy_until(entry.url) is not None:
                continue
            try:
                article: Article | InputError = self._read(entry)
            except TryLater as error:
                if entry.attempts + 1 < MOST_ATTEMPTS:
                    self._postpone(source.name, entry)
                    continue
                article = error
            except InputError as error:
                article = error
            given += 1
            yield article
            self._done(source.name, entry, dead=isinstance(article, InputError))

    def _read(self, entry: Pending) -> Article:
        page = self._fetcher.fetch(entry.url).page
        if page is None:
            raise NotText("The server gave no page.", source=entry.url)
        article = article_of(page, self._settings)
        if article.published_at is None and entry.published:
            article = replace(article, published_at=from_iso(entry.published))
        return article

    def _postpone(self, name: str, entry: Pending) -> None:
        state = self._keeper.source(name)
        later = replace(entry, attempts=entry.attempts + 1)
        pending = tuple(later if each.key == entry.key else each for each in state.pending)
        self._keeper.keep(replace(state, pending=pending))

    def _done(self, name: str, entry: Pending, *, dead: bool) -> None:
        state = self._keeper.source(name)
        self._keeper.keep(
            replace(
                state,
                pending=tuple(each for each in state.pending if each.key != entry.key),
                seen=(*state.seen, entry.key),
                articles=state.articles + (not dead),
                dead=state.dead + dead,
            )
        )


class _SourceVisit:
    """One visit to one source: what it found, as it is found."""

    def __init__(
        self,
        source: WatchedSource,
        state: SourceState,
        fetcher: PoliteFetcher,
        settings: Settings,
    ) -> None:
        self.source = source
        self.entries: list[FeedEntry] = []
        self.problems: list[str] = []
        self.validators: list[Validators] = []
        self._known = {each.url: each for each in state.validators}
        self._fetcher = fetcher
        self._settings = settings

    def run(self) -> None:
        """Read the source, and of an index of sitemaps those that changed last."""
        feed = self._feed(self.source.url)
        for link in _latest(feed.sitemaps if feed is not None else ()):
            try:
                self._feed(link.url)
            except InputError as error:
                self.problems.append(str(error))

    def _feed(self, url: str) -> Feed | None:
        """Read what lists entries; None where it has not changed."""
        visit = self._fetcher.fetch(url, FEEDS, self._known.get(url))
        if visit.page is None:
            self.validators.append(visit.validators)
            return None
        feed = read_feed(
            visit.page.data,
            url=visit.page.url,
            charset=visit.page.charset,
            links=self.source.links,
            source=url,
            settings=self._settings,
        )
        if not feed.sitemaps:
            self.validators.append(visit.validators)
        self.entries += [entry for entry in feed.entries if self._matches(entry)]
        self.problems += feed.problems
        return feed

    def _matches(self, entry: FeedEntry) -> bool:
        return self.source.match is None or self.source.match.search(entry.url) is not None


def _latest(links: Sequence[SitemapLink]) -> list[SitemapLink]:
    """Return the sitemaps that changed last; where none tells, those named first."""
    return sorted(links, key=lambda link: _age(link.updated), reverse=True)[:MOST_SITEMAPS]


def _age(moment: datetime | None) -> datetime:
    return moment.astimezone(UTC) if moment is not None else _LONG_AGO


def _succeeded(
    state: SourceState, source: WatchedSource, visit: _SourceVisit, now: datetime
) -> SourceState:
    """Return the state of a source after a visit that succeeded."""
    known = {*state.seen, *(each.key for each in state.pending)}
    new = [entry for entry in visit.entries if key_of(entry) not in known]
    room = max(0, MOST_PENDING - len(state.pending))
    chosen, passed = _chosen(new, source, room, first=state.last_success is None)
    listed = {key_of(entry) for entry in visit.entries}
    seen = (*state.seen, *map(key_of, passed))
    kept = [key for key in seen if key not in listed][-MOST_SEEN:]
    complete = len(chosen) + len(passed) == len(new)
    return replace(
        state,
        next_visit=now + source.every,
        last_visit=now,
        last_success=now,
        last_new=now if chosen else state.last_new,
        failures=0,
        error=None,
        problems=tuple(visit.problems),
        validators=_validators(visit, complete=complete),
        pending=(*state.pending, *map(pending_of, chosen)),
        seen=(*kept, *(key for key in seen if key in listed)),
    )


def _chosen(
    new: list[FeedEntry], source: WatchedSource, room: int, *, first: bool
) -> tuple[list[FeedEntry], list[FeedEntry]]:
    """Return the entries that are taken in now, and those that are passed over for good.

    At the first visit the older ones are passed over, unless the backlog is wanted too.
    """
    newest = sorted(new, key=lambda each: _age(each.published or each.updated), reverse=True)
    if first and not source.backlog:
        return newest[: source.most], newest[source.most :]
    return newest[:room], []


def _validators(visit: _SourceVisit, *, complete: bool) -> tuple[Validators, ...]:
    """Return what to ask for changes by; nothing while entries wait for the next visit."""
    if not complete:
        return ()
    return tuple(each for each in visit.validators if each.headers)


def _failed(
    state: SourceState, source: WatchedSource, error: InputError, now: datetime
) -> SourceState:
    """Return the state of a source after a visit that failed: it is visited again, but later."""
    wait = min(source.every * 2 ** min(state.failures, 10), max(_LONGEST_BACK_OFF, source.every))
    next_visit = now + wait
    if isinstance(error, TryLater):
        next_visit = max(error.until, now + source.every)
    return replace(
        state,
        next_visit=next_visit,
        last_visit=now,
        failures=state.failures + 1,
        error=str(error),
    )


def article_of(page: Fetched, settings: Settings, *, published: Published = None) -> Article:
    """Return the article of a page that was fetched.

    Args:
        page: The page.
        settings: Limits.
        published: When it was published; beats what the page says.

    Raises:
        InputError: It cannot be read as an article.
    """
    from dragoman.ingest.page import looks_like_markup, read_page

    text = decode(page.data, declared=page.charset, source=page.url)
    draft = Draft(source=page.url, url=page.url)
    if page.content_type != "text/plain" and looks_like_markup(text):
        read_page(text, draft, settings)
    else:
        read_plain(text, draft)
    return assemble(draft, published=published)
