"""What runs in a process of its own, so that start-up and memory are those of one reader.

``python -m benchmarks.worker start|speed|spacy|fill|ask|load`` prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from benchmarks.memory import peak_megabytes
from benchmarks.texts import load_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType

    from benchmarks.stores import Stores

Value = TypeVar("Value")
WARM_UP = 8
"""Articles read before the clock starts: memory pools and caches fill within the first few."""


class Passes(Protocol):
    """One pass over all texts each: the full record, and the bare encoder."""

    def warm_up(self, count: int) -> None:
        """Read the first articles into records."""

    def full(self) -> None:
        """Read every article into a record."""

    def warm_up_bare(self, count: int) -> None:
        """Run the encoder alone over the first articles."""

    def bare(self) -> int:
        """Run the encoder alone over the same word pieces; return how many there were."""


def main(arguments: Sequence[str]) -> int:
    """Run one worker and print what it measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worker")
    parser.add_argument("kind", choices=tuple(KINDS))
    parser.add_argument("--data", default="")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--pipeline", default="")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--counts", type=int, nargs="+", default=[])
    parser.add_argument("--asked", type=int, default=1)
    parser.add_argument("--users", type=int, default=1)
    parser.add_argument("--turns", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path())
    options = parser.parse_args(arguments)
    print(json.dumps(KINDS[options.kind](options)))
    return 0


def leave_out_torch() -> None:
    """Let this process run as installed: without PyTorch, which only training needs.

    spaCy's libraries load it where they find it, which costs a second and much memory.
    """
    sys.modules.update(cast("dict[str, ModuleType]", {"torch": None}))


def start(options: argparse.Namespace) -> dict[str, object]:
    """Load the reader, read one article, and tell when that was done.

    ``at`` is the machine's monotonic clock, which the starting process shares.
    """
    first = load_texts(options.data, 1)[0]
    from benchmarks.reading import ReaderPasses

    ReaderPasses([first], options.threads).full()
    return {"at": time.monotonic(), "peak_megabytes": peak_megabytes()}


def speed(options: argparse.Namespace) -> dict[str, object]:
    """Measure full record and bare encoder."""
    texts = load_texts(options.data, options.limit)
    from benchmarks.reading import ReaderPasses

    return timed(ReaderPasses(texts, options.threads), options.repeat)


def fill(options: argparse.Namespace) -> dict[str, object]:
    """Measure adding articles to a store in a folder that is gone afterwards."""
    texts = load_texts(options.data, options.limit)
    from benchmarks.filling import fill_file
    from benchmarks.reading import articles_of
    from dragoman.settings import Settings

    settings = Settings.load(threads=options.threads)
    with TemporaryDirectory() as folder:
        filled = fill_file(Path(folder), tuple(articles_of(texts)), options.count, settings)
    return {**filled.to_dict(), "peak_megabytes": peak_megabytes()}


def ask(options: argparse.Namespace) -> dict[str, object]:
    """Measure questions to stores of several sizes, which stay in their folder."""
    from benchmarks.asking import ask_stores

    found = ask_stores(_stores(options), options.asked)
    return {**found.to_dict(), "peak_megabytes": peak_megabytes()}


def load(options: argparse.Namespace) -> dict[str, object]:
    """Measure how long many users wait for pages of desks on stores of several sizes."""
    from benchmarks.loading import Load, load_desks

    return load_desks(_stores(options), Load(options.users, options.turns)).to_dict()


def _stores(options: argparse.Namespace) -> Stores:
    from benchmarks.stores import make_stores
    from dragoman.reader import Reader
    from dragoman.settings import Settings

    settings = Settings.load(threads=options.threads)
    return make_stores(options.folder, options.counts, lambda: Reader(settings))


def timed(passes: Passes, repeat: int) -> dict[str, object]:
    """Return the seconds of passes in turns, full and bare, after a warm-up of each.

    The peak of memory is taken before the bare encoder is loaded.
    """
    passes.warm_up(WARM_UP)
    full = [seconds(passes.full)[0]]
    peak = peak_megabytes()
    passes.warm_up_bare(WARM_UP)
    took, pieces = seconds(passes.bare)
    bare = [took]
    for _ in range(repeat - 1):
        full.append(seconds(passes.full)[0])
        bare.append(seconds(passes.bare)[0])
    return {"full": full, "bare": bare, "pieces": pieces, "peak_megabytes": peak}


def spacy_speed(options: argparse.Namespace) -> dict[str, object]:
    """Measure a spaCy pipeline over the same texts; without a name, blank tokenisation."""
    texts = [each.text for each in load_texts(options.data, options.limit)]
    import spacy

    nlp = spacy.load(options.pipeline) if options.pipeline else spacy.blank("en")

    def run() -> int:
        return sum(len(doc) for doc in nlp.pipe(texts))

    for _ in nlp.pipe(texts[:WARM_UP]):
        pass
    return {"full": [seconds(run)[0] for _ in range(options.repeat)]}


def seconds(run: Callable[[], Value]) -> tuple[float, Value]:
    """Return how long a call took and what it gave."""
    begin = time.perf_counter()
    value = run()
    return time.perf_counter() - begin, value


KINDS: Mapping[str, Callable[[argparse.Namespace], dict[str, object]]] = {
    "start": start,
    "speed": speed,
    "spacy": spacy_speed,
    "fill": fill,
    "ask": ask,
    "load": load,
}
"""What a worker measures, by the name that it is told."""


if __name__ == "__main__":
    leave_out_torch()
    sys.exit(main(sys.argv[1:]))
