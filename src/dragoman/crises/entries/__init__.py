"""One fact from many reports."""

from dragoman.crises.entries.effective import current
from dragoman.crises.entries.folding import Reading, clear, drop, fold, reading_of, refold
from dragoman.crises.entries.judging import merge, settle, split
from dragoman.crises.entries.model import KINDS, Conflict, Entry, Party, Report

__all__ = [
    "KINDS",
    "Conflict",
    "Entry",
    "Party",
    "Reading",
    "Report",
    "clear",
    "current",
    "drop",
    "fold",
    "merge",
    "reading_of",
    "refold",
    "settle",
    "split",
]
