"""``add``: from sources into the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from dragoman.batch.intake import Intake
from dragoman.batch.keeper import StoreKeeper
from dragoman.batch.model import Added, Found, Reads
from dragoman.batch.pages import page_keeper
from dragoman.batch.sources import Sources
from dragoman.ingest import Published, Source
from dragoman.settings import Settings
from dragoman.store import Store

AT_ONCE = 8
"""Articles that are read and written together: few enough that little is lost if it breaks off."""


def add(
    store: Store,
    sources: Source | Iterable[Source],
    reader: Reads,
    *,
    settings: Settings | None = None,
    published: Published = None,
    at_once: int = AT_ONCE,
) -> Iterator[Added]:
    """Add articles to a store, and yield what became of each once it is written.

    What the store holds already is not read again, so that the same call goes on where an earlier
    one broke off. What was erased is left out, unless it is a page that is named itself.

    Args:
        store: Where to.
        sources: Paths of pages, texts, JSON lines, web archives or feeds; URLs of pages or feeds;
            texts or the bytes of pages.
        reader: Reads the articles, such as :class:`dragoman.Reader`.
        settings: Limits, and how the network may be used; by default as loaded.
        published: When the articles were published; beats what they say.
        at_once: How many articles are read and written together.

    Raises:
        StoreError: The store refuses; what was yielded before is kept.
    """
    limits = settings if settings is not None else Settings.load()
    named = [sources] if isinstance(sources, str | bytes | Path) else sources
    found = Sources(limits, StoreKeeper(store), published=published).found(named)
    with page_keeper(limits) as pages:
        yield from _taken(Intake(store, reader, pages), found, at_once)


def _taken(intake: Intake, found: Iterator[Found], at_once: int) -> Iterator[Added]:
    """Take articles in, some at a time: while some are written, the next ones are read.

    The reader's encoder needs no Python, so that both go on even where Python itself has one core.
    """
    writing: Future[list[Added]] | None = None
    with ThreadPoolExecutor(1, "dragoman writes") as writer:
        while batch := list(islice(found, at_once)):
            items = intake.read(batch)
            if writing is not None:
                yield from writing.result()
            writing = writer.submit(intake.write, items)
        if writing is not None:
            yield from writing.result()
