"""Adding articles to a store: what it costs beside reading them, and how the store grows.

Some articles are read; many are made from them (:mod:`benchmarks.varied`) and written as ``dragoman
add`` writes them, with a reader that hands out what was made, so that the store fills quickly.
While it is empty, half full and full, others are added for good: read and written, in turns with
the bare reader on the same articles (:mod:`benchmarks.beside`).
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.beside import TURNS, Beside, Fresh, Turns, add_beside
from benchmarks.varied import DAYS, Variations
from dragoman.batch.intake import Intake
from dragoman.batch.model import Found, Reading, Reads
from dragoman.reader import Reader
from dragoman.reader import Reading as ReadArticle
from dragoman.records import Article, ReaderInfo
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.statistics import statistics

AT_ONCE = 8
STEPS = 10
"""Into how many stretches the articles are parted, so that it shows whether the cost grows."""

BESIDE = (0, STEPS // 2, STEPS)
"""After how many stretches articles are added for good, beside the bare reader."""

NOISE = 0.05
"""How far a vector of 384 numbers is moved, each way: two of one origin have a cosine of 0.5."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some articles written one after the other.

    ``articles``: how many the store held afterwards. ``writing``: seconds that one cost, without
    reading. ``size``: bytes that one took.
    """

    articles: int
    writing: float
    size: float


@dataclass(frozen=True, slots=True)
class Filled:
    """The whole of it; ``sample`` articles were read."""

    sample: int
    stretches: tuple[Stretch, ...]
    beside: tuple[Beside, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "sample": self.sample,
            "stretches": [asdict(each) for each in self.stretches],
            "beside": [each.to_dict() for each in self.beside],
        }


class Replay:
    """A reader that hands out readings made before."""

    def __init__(self, info: ReaderInfo) -> None:
        self._info = info
        self._made: dict[str, Reading] = {}

    @property
    def info(self) -> ReaderInfo:
        """What the records name as their reader."""
        return self._info

    def put(self, reading: Reading) -> Article:
        """Take a reading, and return the article that it is handed out for."""
        article = reading.record.article
        self._made[article.id] = reading
        return article

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield the reading of each article, and forget it."""
        for article in articles:
            yield self._made.pop(article.id)


def fill(
    store: Store,
    articles: Sequence[Article],
    count: int,
    reader: Reads,
    folder: Path,
    turns: Turns = TURNS,
) -> Filled:
    """Read some articles, and put many that are made from them into an empty store.

    Args:
        store: An empty one.
        articles: The sample.
        count: How many are made of it.
        reader: Reads the sample, and what is added for good.
        folder: Has room for a file of articles.
        turns: How much is added for good each time.
    """
    filling = _filling(store, articles, reader, DAYS)
    variations = filling.variations
    bounds = [round(count * step / STEPS) for step in range(STEPS + 1)]
    stretches: list[Stretch] = []
    beside: list[Beside] = []
    for step, last in enumerate(bounds):
        if step:
            stretches.append(_stretch(store, filling, bounds[step - 1], last))
        if step in BESIDE:
            some = Fresh(variations, count + len(beside) * turns.articles * turns.turns)
            beside.append(add_beside(store, reader, some, folder, turns))
    return Filled(len(filling.read), tuple(stretches), tuple(beside))


def fill_quickly(
    store: Store, articles: Sequence[Article], count: int, reader: Reads, *, days: int = DAYS
) -> None:
    """Read some articles, and write many that are made from them into a store.

    Args:
        store: Where to.
        articles: The sample.
        count: How many are made of it.
        reader: Reads the sample.
        days: Over how many days what is made of each of them is spread.
    """
    _filling(store, articles, reader, days).add(range(count))


def _filling(store: Store, articles: Sequence[Article], reader: Reads, days: int) -> _Filling:
    read = list(reader.readings(articles))
    replay = Replay(reader.info)
    variations = Variations([each.record for each in read], days)
    return _Filling(Intake(store, replay), replay, variations, read)


def _stretch(store: Store, filling: _Filling, first: int, last: int) -> Stretch:
    before = _size(store)
    seconds = filling.add(range(first, last))
    count = last - first
    return Stretch(last, seconds / count, (_size(store) - before) / count)


@dataclass(frozen=True, slots=True)
class _Filling:
    """Makes articles and adds them."""

    intake: Intake
    replay: Replay
    variations: Variations
    read: Sequence[Reading]

    def add(self, numbers: range) -> float:
        """Add the articles of some numbers; return how long that took, without making them."""
        return sum(
            self._some(numbers[start : start + AT_ONCE])
            for start in range(0, len(numbers), AT_ONCE)
        )

    def _some(self, numbers: Iterable[int]) -> float:
        found = []
        for number in numbers:
            like = self.read[number % len(self.read)]
            vectors = _moved(like.vectors, number)
            made = ReadArticle(self.variations.of(number), like.sentences, vectors)
            article = self.replay.put(made)
            found.append(Found(article.url or "", article))
        begin = time.perf_counter()
        self.intake.take(found)
        return time.perf_counter() - begin


def _moved(vectors: NDArray[np.float32], number: int) -> NDArray[np.float32]:
    """Return vectors of sentences that tell of something like it, but not the same."""
    noise = np.random.default_rng(number).normal(0, NOISE, vectors.shape)
    moved = vectors + noise
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def _size(store: Store) -> int:
    with store.view() as view:
        return statistics(view.connection).size


def fill_file(folder: Path, articles: Sequence[Article], count: int, settings: Settings) -> Filled:
    """Fill a store in a new file of a folder; see :func:`fill`."""
    with Store.open(str(folder / "ledger.sqlite")) as store:
        return fill(store, articles, count, Reader(settings), folder)
