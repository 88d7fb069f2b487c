"""Adding articles for good, in turns with the bare reader on the same ones.

The machine is the same for both as far as it can be: they take turns every half minute, and each
begins as often as the other.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.intervals import Interval
from benchmarks.varied import Variations
from dragoman.batch import add
from dragoman.batch.adding import AT_ONCE
from dragoman.batch.model import Reads
from dragoman.errors import DragomanError, NotCoded
from dragoman.ingest import articles
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.statistics import statistics


@dataclass(frozen=True, slots=True)
class Turns:
    """How often both are timed, and with how many articles each time.

    While some articles are written the next ones are read, save at the end of a turn: it is as long
    as that the end weighs little, as it does where thousands are added.
    """

    turns: int = 4
    articles: int = 12 * AT_ONCE


TURNS = Turns()


@dataclass(frozen=True, slots=True)
class Beside:
    """Adding beside bare reading.

    ``articles``: how many the store held before. ``reading`` and ``adding``: seconds of the bare
    reader and of adding for an article, one value a turn. ``ratio``: the rate of adding by that of
    reading.
    """

    articles: int
    reading: Interval
    adding: Interval
    ratio: Interval

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "articles": self.articles,
            "reading": self.reading.to_dict(),
            "adding": self.adding.to_dict(),
            "ratio": self.ratio.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Fresh:
    """Articles that no store holds yet: those made from a sample, from a number on."""

    variations: Variations
    first: int

    def write(self, path: Path, turn: int, count: int) -> None:
        """Write the articles of a turn as JSON lines."""
        start = self.first + turn * count
        made = (self.variations.of(number).article for number in range(start, start + count))
        path.write_text("".join(f"{line}\n" for line in map(_line, made)), encoding="utf-8")


def add_beside(
    store: Store,
    reader: Reads,
    fresh: Fresh,
    folder: Path,
    turns: Turns = TURNS,
) -> Beside:
    """Add articles to a store, in turns with the bare reader on the same ones.

    Args:
        store: Where to.
        reader: Reads them, both times.
        fresh: Makes them.
        folder: Has room for a file of them.
        turns: How much of it.
    """
    with store.view() as view:
        held = statistics(view.connection).articles
    settings, count = Settings(), turns.articles
    path = folder / "articles.jsonl"
    reading: list[float] = []
    adding: list[float] = []
    for turn in range(turns.turns):
        fresh.write(path, turn, count)
        ways = (
            (reading, partial(_read, path, reader, settings)),
            (adding, partial(_added, store, path, reader, settings)),
        )
        for seconds, way in ways if turn % 2 else reversed(ways):
            seconds.append(_seconds(way))
    ratios = [read / both for read, both in zip(reading, adding, strict=True)]
    return Beside(held, Interval.of(reading), Interval.of(adding), Interval.of(ratios))


def _read(path: Path, reader: Reads, settings: Settings) -> int:
    """Read a file's articles into records; return how many."""
    found = articles(path, settings=settings)
    return sum(1 for _ in reader.readings(each for each in found if isinstance(each, Article)))


def _added(store: Store, path: Path, reader: Reads, settings: Settings) -> int:
    """Add a file's articles; return how many were new.

    Raises:
        NotCoded: The reader itself failed on one, which is not to be measured but mended.
    """
    new = 0
    for each in add(store, path, reader, settings=settings):
        if isinstance(each.error, NotCoded):
            raise each.error
        new += each.outcome == "new"
    return new


def _seconds(run: Callable[[], int]) -> float:
    """Return how long it took to read or to add an article.

    Not each that was made need be an article: other words may make of it another language.

    Raises:
        DragomanError: There was none.
    """
    begin = time.perf_counter()
    done = run()
    took = time.perf_counter() - begin
    if not done:
        raise DragomanError("No article was taken.")
    return took / done


def _line(article: Article) -> str:
    told = {"text": article.text, "url": article.url, "published": str(article.published_at)}
    return json.dumps({name: value for name, value in told.items() if value != "None"})
