"""What was measured, as JSON and as tables."""

from __future__ import annotations

import os
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version

from rich.table import Table

from benchmarks.intervals import Interval


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured."""

    system: str
    processor: str
    cores: int
    python: str
    onnxruntime: str
    spacy: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The reader with one number of threads; rates are a second."""

    threads: int
    words: Interval
    pieces: Interval
    articles: Interval
    bare_pieces: Interval
    ratio: Interval
    peak_megabytes: float
    start_seconds: Interval


@dataclass(frozen=True, slots=True)
class SpacyMeasured:
    """A spaCy pipeline on one thread; words a second."""

    pipeline: str
    words: Interval


@dataclass(frozen=True, slots=True)
class Summary:
    """All of one run."""

    machine: Machine
    data: str
    articles: int
    words: int
    repeat: int
    reader: tuple[Measured, ...]
    spacy: tuple[SpacyMeasured, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of ``--json``; rates are a second, ``ratio`` full over bare."""
        return {
            "machine": asdict(self.machine),
            "data": self.data,
            "articles": self.articles,
            "words": self.words,
            "repeat": self.repeat,
            "reader": [
                {
                    "threads": each.threads,
                    "words_per_second": each.words.to_dict(),
                    "pieces_per_second": each.pieces.to_dict(),
                    "articles_per_second": each.articles.to_dict(),
                    "bare_encoder_pieces_per_second": each.bare_pieces.to_dict(),
                    "ratio": each.ratio.to_dict(),
                    "peak_megabytes": each.peak_megabytes,
                    "start_seconds": each.start_seconds.to_dict(),
                }
                for each in self.reader
            ],
            "spacy": [
                {"pipeline": each.pipeline, "words_per_second": each.words.to_dict()}
                for each in self.spacy
            ],
        }

    def tables(self) -> tuple[Table, ...]:
        """Return the tables of the run."""
        return tables(self)


def machine() -> Machine:
    """Return what this machine is."""
    return Machine(
        system=platform.platform(),
        processor=platform.processor() or platform.machine(),
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        onnxruntime=version("onnxruntime"),
        spacy=version("spacy"),
    )


def tables(summary: Summary) -> tuple[Table, ...]:
    """Return the tables of one run: the reader by threads, then spaCy."""
    reader = Table(
        title=f"{summary.articles} articles, {summary.words:,} words, mean of {summary.repeat}",
        caption=f"{summary.machine.processor}, {summary.machine.cores} cores; 95 % intervals. "
        "Ratios hold anywhere, the rest is of this machine on this day.",
        title_justify="left",
    )
    reader.add_column("full record")
    for each in summary.reader:
        reader.add_column(
            f"{each.threads} thread{'s' if each.threads > 1 else ''}", justify="right"
        )
    for label, cells in _rows(summary.reader):
        reader.add_row(label, *cells)
    beside = Table(title="beside it, 1 thread", title_justify="left")
    beside.add_column("spaCy")
    beside.add_column("words a second", justify="right")
    for pipeline in summary.spacy:
        beside.add_row(pipeline.pipeline, pipeline.words.shown())
    return reader, beside


def _rows(measured: tuple[Measured, ...]) -> tuple[tuple[str, list[str]], ...]:
    return (
        ("words a second", [each.words.shown() for each in measured]),
        ("word pieces a second", [each.pieces.shown() for each in measured]),
        ("articles a second", [each.articles.shown(2) for each in measured]),
        ("bare encoder, word pieces a second", [each.bare_pieces.shown() for each in measured]),
        ("full record / bare encoder", [each.ratio.shown(2) for each in measured]),
        ("peak memory, MB", [f"{each.peak_megabytes:,.0f}" for each in measured]),
        ("start to first record, s", [each.start_seconds.shown(2) for each in measured]),
    )
