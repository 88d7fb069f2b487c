"""Reading a run of inputs: in order, in batches, each failure told and kept, the rest goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.cli.reading.letters import DeadLetters
from dragoman.cli.reading.notices import Notices
from dragoman.cli.reading.sinks import Sink
from dragoman.cli.reading.sources import Inputs
from dragoman.errors import InputError
from dragoman.ingest import Published, articles
from dragoman.records import FACT_KINDS, Article, Record
from dragoman.settings import Settings

Code = Callable[[Sequence[Article]], Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Item:
    """One article or one failure, with the number and the name of the input that it came from."""

    number: int
    name: str
    found: Article | InputError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item."""

    item: Item
    result: Record | InputError


def items(inputs: Inputs, settings: Settings, published: Published) -> Iterator[Item]:
    """Yield the articles and failures of each input in turn."""
    for number, (source, name) in enumerate(zip(inputs.sources, inputs.names, strict=True)):
        for found in articles(source, published=published, settings=settings):
            yield Item(number, name, found)


def outcomes(found: Iterable[Item], code: Code, *, size: int) -> Iterator[Outcome]:
    """Yield the record or the failure of each item, in order; ``size`` articles are coded at once.

    Args:
        found: What :func:`items` gave.
        code: Articles to records, in order; may raise :class:`InputError` for one of them.
        size: How many articles are coded together.
    """
    batch: list[Item] = []
    for item in found:
        batch.append(item)
        if len(batch) >= size:
            yield from _coded(batch, code)
            batch = []
    yield from _coded(batch, code)


def _coded(batch: Sequence[Item], code: Code) -> Iterator[Outcome]:
    """Yield the outcomes of a batch; where an article of it fails, each is coded by itself."""
    readable = [item.found for item in batch if isinstance(item.found, Article)]
    results: Iterator[Record | InputError]
    try:
        results = iter(code(readable) if readable else ())
    except InputError:
        results = iter([_alone(article, code) for article in readable])
    for item in batch:
        found = item.found
        result = found if isinstance(found, InputError) else next(results)
        if isinstance(result, InputError):
            result.source = result.source or item.name
        yield Outcome(item, result)


def _alone(article: Article, code: Code) -> Record | InputError:
    try:
        return code([article])[0]
    except InputError as error:
        return error


class _Coding:
    """Articles to records; the language model is loaded when the first article comes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._code: Code | None = None

    def __call__(self, found: Sequence[Article]) -> Sequence[Record]:
        if self._code is None:
            from dragoman.reader import Reader

            reader = Reader(self._settings)
            self._code = lambda each: list(reader.pipe(each))
        return self._code(found)


class Run:
    """One run of ``dragoman read``."""

    def __init__(
        self,
        inputs: Inputs,
        settings: Settings,
        sinks: Sequence[Sink],
        letters: DeadLetters,
        *,
        verbose: bool | None = None,
        published: Published = None,
    ) -> None:
        self._inputs = inputs
        self._settings = settings
        self._sinks = sinks
        self._letters = letters
        self._published = published
        self._notices = Notices(len(inputs.sources), verbose=verbose)
        self._read = 0

    def all_read(self) -> bool:
        """Read everything, and tell whether nothing failed."""
        started = time.perf_counter()
        size = min(sink.batch_size for sink in self._sinks)
        found = items(self._inputs, self._settings, self._published)
        with self._notices.progress(wanted=not any(sink.shows for sink in self._sinks)):
            for outcome in outcomes(found, _Coding(self._settings), size=size):
                self._take(outcome)
        for sink in self._sinks:
            for note in sink.close():
                self._notices.note(note)
        self._sum_up(time.perf_counter() - started)
        return self._letters.count == 0

    def _take(self, outcome: Outcome) -> None:
        result = outcome.result
        self._notices.at(outcome.item.number)
        if isinstance(result, InputError):
            self._letters.add(result)
            self._notices.error(str(result))
            return
        self._read += 1
        self._notices.detail(f"{outcome.item.name}: {_counts(result)}")
        for sink in self._sinks:
            sink.write(outcome.item.name, result)

    def _sum_up(self, seconds: float) -> None:
        failed = self._letters.count
        total = self._read + failed
        self._notices.detail(f"{total} articles in {seconds:.1f} s, the loading of models included")
        if not self._inputs.several or not failed:
            return
        kept = f"; see {self._letters.path}" if self._letters.path else ""
        self._notices.error(f"{failed} of {total} articles could not be read{kept}")


def _counts(record: Record) -> str:
    """Say how much a record holds."""
    parts = [f"{len(record.actors)} actors"]
    parts += [f"{len(getattr(record, kind))} {kind}" for kind in FACT_KINDS]
    return ", ".join(parts)
