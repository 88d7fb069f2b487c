"""Adding articles to a store: what it costs beside reading them, and how the store grows.

Some articles are read; many are made from them (:mod:`benchmarks.varied`) and added as ``dragoman
add`` adds them, with a reader that hands out what was made. Reading and adding take turns, so the
rate of both together follows from what each costs; the reader is timed in between, so that both are
measured while the machine is the same.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.varied import Variations
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


NOISE = 0.05
"""How far a vector of 384 numbers is moved, each way: two of one origin have a cosine of 0.5."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some articles added one after the other.

    ``articles``: how many the store held afterwards. ``reading``: seconds that the bare reader took
    for one, before and after. ``adding``: seconds that one cost to add, without reading. ``size``:
    bytes that one took.
    """

    articles: int
    reading: float
    adding: float
    size: float

    @property
    def ratio(self) -> float:
        """The rate of reading and adding by that of reading alone."""
        return self.reading / (self.reading + self.adding)


@dataclass(frozen=True, slots=True)
class Filled:
    """The whole of it; ``sample`` articles were read."""

    sample: int
    stretches: tuple[Stretch, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as plain values."""
        rows = [{**asdict(each), "ratio": each.ratio} for each in self.stretches]
        return {"sample": self.sample, "stretches": rows}


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


def fill(store: Store, articles: Sequence[Article], count: int, reader: Reads) -> Filled:
    """Read some articles, and add many that are made from them to an empty store."""
    read = list(reader.readings(articles))
    replay = Replay(reader.info)
    filling = _Filling(
        Intake(store, replay), replay, Variations([each.record for each in read]), read
    )
    bounds = [round(count * step / STEPS) for step in range(STEPS + 1)]
    stretches = []
    size = _size(store)
    for step, (first, last) in enumerate(pairwise(bounds)):
        some = [articles[(step * AT_ONCE + each) % len(articles)] for each in range(AT_ONCE)]
        reading = _reading(reader, some)
        seconds = filling.add(range(first, last))
        reading = (reading + _reading(reader, some)) / 2
        before, size = size, _size(store)
        stretches.append(
            Stretch(
                articles=last,
                reading=reading,
                adding=seconds / (last - first),
                size=(size - before) / (last - first),
            )
        )
    return Filled(len(read), tuple(stretches))


def _reading(reader: Reads, articles: Sequence[Article]) -> float:
    """Return the seconds that the bare reader takes for an article."""
    begin = time.perf_counter()
    for _ in reader.readings(articles):
        pass
    return (time.perf_counter() - begin) / len(articles)


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
        return fill(store, articles, count, Reader(settings))
