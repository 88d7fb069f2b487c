"""Stores of several sizes with the same articles, over and over, on days of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filling import fill_quickly
from benchmarks.multiplying import multiply
from dragoman.batch.model import Reads
from dragoman.ingest import articles
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.addresses import address

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
"""Reports of one crisis by several outlets, which the articles of the stores are made from."""

BASE = 500
"""Articles of the store that the others are copies of."""

SPREAD = 20
"""Days over which they are spread."""

APART = 40
"""Days between two copies; some articles tell of what was long before."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Where they lie.

    Attributes:
        small: The store that the others are copies of.
        base: How many articles it holds.
        large: The others, by how many articles they hold.
    """

    small: Path
    base: int
    large: Mapping[int, Path]

    def copies(self, count: int) -> int:
        """Return how many copies the store of so many articles holds."""
        return count // self.base


def make_stores(
    folder: Path, counts: Iterable[int], reader: Callable[[], Reads], *, base: int = BASE
) -> Stores:
    """Make stores of several sizes in a folder, apart from those that it holds already.

    Those of an older version are upgraded.

    Args:
        folder: Has room for them.
        counts: How many articles each holds: multiples of ``base``.
        reader: Gives what the examples are read with, where they must be.
        base: How many articles are written; the others are copies of these.
    """
    folder.mkdir(parents=True, exist_ok=True)
    small = folder / f"base-{base}.sqlite"
    if not small.exists():
        with _whole(small) as path:
            _fill(path, reader(), base)
    large = {count: folder / f"{count}.sqlite" for count in counts}
    for count, whole in large.items():
        if not whole.exists():
            with _whole(whole) as path:
                multiply(small, path, count // base, APART)
    for path in (small, *large.values()):
        Store(address(Settings(), str(path))).upgrade()
    return Stores(small, base, large)


def example_articles() -> tuple[Article, ...]:
    """Return the articles of the examples that come with the code."""
    found = articles(sorted(EXAMPLES.iterdir()), settings=Settings())
    return tuple(each for each in found if isinstance(each, Article))


def _fill(path: Path, reader: Reads, count: int) -> None:
    with Store.open(str(path)) as store:
        fill_quickly(store, example_articles(), count, reader, days=SPREAD)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Make a file under another name first: what was cut off is not taken for a whole one."""
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    yield partial
    partial.rename(path)
