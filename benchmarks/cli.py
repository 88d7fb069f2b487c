"""The command: starts the workers, counts, prints. Kept light, so that it weighs on nothing."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from benchmarks.adding import Adding
from benchmarks.answers import Answers
from benchmarks.intervals import Interval
from benchmarks.report import Measured, SpacyMeasured, Summary, machine
from benchmarks.texts import default_data, load_texts, word_count
from benchmarks.waits import Waits
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FOLDER = Path("build") / "benchmarks"
"""Where stores are kept that take long to make."""

SAMPLE = 200
"""Articles that are read before others are made from them, unless a limit is given."""

THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerError(DragomanError):
    """A worker stopped before it had measured anything."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is read: where it lies, how much of it, and how many articles and words that is."""

    data: str
    limit: int | None
    articles: int
    words: int

    def arguments(self) -> list[str]:
        """Return what workers must be told of it."""
        return ["--data", self.data, *(["--limit", str(self.limit)] if self.limit else [])]


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    options = parser().parse_args(arguments)
    try:
        summary = MEASURES[options.what](options)
    except DragomanError as error:
        Console(stderr=True).print(f"error: {error}", style="red", markup=False)
        return 1
    if options.json:
        print(json.dumps(summary.to_dict()))
        return 0
    console = Console()
    for table in summary.tables():
        console.print(table)
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    found = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    found.add_argument(
        "what",
        choices=tuple(MEASURES),
        help="read articles into records; add them to a store; ask stores of several sizes; "
        "visit desks on stores of several sizes",
    )
    found.add_argument("--threads", type=int, nargs="+", default=[1, 2], metavar="N")
    found.add_argument("--data", default=default_data(), help="JSON lines with text; or generated")
    found.add_argument("--repeat", type=int, default=3, metavar="N", help="passes over all texts")
    found.add_argument("--limit", type=int, metavar="N", help="read only the first N articles")
    found.add_argument(
        "--count", type=int, default=10_000, metavar="N", help="add N articles made from them"
    )
    found.add_argument(
        "--counts",
        type=int,
        nargs="+",
        default=[1_000, 10_000, 100_000],
        metavar="N",
        help="articles of the stores that are asked: multiples of 500",
    )
    found.add_argument("--asked", type=int, default=40, metavar="N", help="times of each question")
    found.add_argument("--users", type=int, default=50, metavar="N", help="users of a desk at once")
    found.add_argument("--turns", type=int, default=4, metavar="N", help="visits of each desk")
    found.add_argument(
        "--folder", type=Path, default=FOLDER, help="where the stores that are asked lie and stay"
    )
    found.add_argument("--json", action="store_true", help="print one JSON object")
    return found


def measure(options: argparse.Namespace) -> Summary:
    """Measure everything that was asked for, one worker at a time."""
    texts = load_texts(options.data, options.limit)
    corpus = Corpus(options.data, options.limit, len(texts), word_count(texts))
    del texts
    return Summary(
        machine=machine(),
        data=corpus.data,
        articles=corpus.articles,
        words=corpus.words,
        repeat=options.repeat,
        reader=tuple(reader(corpus, each, options.repeat) for each in options.threads),
        spacy=tuple(spacy(corpus, name, options.repeat) for name in ("", *spacy_pipelines())),
    )


def measure_adding(options: argparse.Namespace) -> Adding:
    """Measure what it costs to add articles, with the most threads that were asked for."""
    limit = options.limit or SAMPLE
    texts = load_texts(options.data, limit)
    corpus = Corpus(options.data, limit, len(texts), word_count(texts))
    told = worker("fill", max(options.threads), *corpus.arguments(), "--count", str(options.count))
    return Adding(machine(), corpus.data, corpus.words, told)


def measure_asking(options: argparse.Namespace) -> Answers:
    """Measure questions to stores of several sizes."""
    counts = [str(each) for each in sorted(options.counts)]
    folder = ["--folder", str(options.folder), "--asked", str(options.asked)]
    threads = max(options.threads)
    return Answers(machine(), worker("ask", threads, "--counts", *counts, *folder))


def measure_desks(options: argparse.Namespace) -> Waits:
    """Measure how long users wait at desks on the smallest and on the largest store."""
    counts = [str(each) for each in sorted({min(options.counts), max(options.counts)})]
    load = ["--users", str(options.users), "--turns", str(options.turns)]
    folder = ["--folder", str(options.folder)]
    told = worker("load", max(options.threads), "--counts", *counts, *load, *folder)
    return Waits(machine(), told)


def reader(corpus: Corpus, threads: int, repeat: int) -> Measured:
    """Measure the reader with so many threads."""
    starts = [start_seconds(corpus, threads) for _ in range(repeat)]
    told = worker("speed", threads, *corpus.arguments(), "--repeat", str(repeat))
    pairs = list(zip(told["full"], told["bare"], strict=True))
    return Measured(
        threads=threads,
        words=Interval.of([corpus.words / full for full, _ in pairs]),
        pieces=Interval.of([told["pieces"] / full for full, _ in pairs]),
        articles=Interval.of([corpus.articles / full for full, _ in pairs]),
        bare_pieces=Interval.of([told["pieces"] / bare for _, bare in pairs]),
        ratio=Interval.of([bare / full for full, bare in pairs]),
        peak_megabytes=told["peak_megabytes"],
        start_seconds=Interval.of(starts),
    )


def start_seconds(corpus: Corpus, threads: int) -> float:
    """Return the seconds from the start of a process to its first record."""
    begin = time.monotonic()
    told = worker("start", threads, "--data", corpus.data)
    return float(told["at"]) - begin


def spacy(corpus: Corpus, pipeline: str, repeat: int) -> SpacyMeasured:
    """Measure a spaCy pipeline on one thread; without a name, blank tokenisation."""
    named = ["--pipeline", pipeline] if pipeline else []
    told = worker("spacy", 1, *corpus.arguments(), "--repeat", str(repeat), *named)
    rates = [corpus.words / full for full in told["full"]]
    return SpacyMeasured(pipeline or "blank en (words only)", Interval.of(rates))


MEASURES: Mapping[str, Callable[[argparse.Namespace], Summary | Adding | Answers | Waits]] = {
    "read": measure,
    "add": measure_adding,
    "ask": measure_asking,
    "desk": measure_desks,
}
"""What can be measured."""


def spacy_pipelines() -> tuple[str, ...]:
    """Return the names of the installed spaCy pipelines, without loading spaCy."""
    return tuple(sorted(each.name for each in entry_points(group="spacy_models")))


def worker(kind: str, threads: int, *arguments: str) -> dict[str, Any]:
    """Run one worker in a process of its own and return the JSON object it printed.

    Raises:
        WorkerError: it stopped with an error.
    """
    command = [sys.executable, "-m", "benchmarks.worker", kind, "--threads", str(threads)]
    limited = {
        **os.environ,
        **dict.fromkeys(THREAD_VARIABLES, str(threads)),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        [*command, *arguments], env=limited, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise WorkerError(f"The worker {kind!r} stopped with exit code {done.returncode}.")
    told: dict[str, Any] = json.loads(done.stdout)
    return told
