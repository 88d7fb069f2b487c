"""One fact from many reports."""

from dragoman.crises.entries.course import Step, course
from dragoman.crises.entries.effective import current
from dragoman.crises.entries.folding import Reading, clear, drop, fold, reading_of, refold
from dragoman.crises.entries.judging import merge, settle, split
from dragoman.crises.entries.model import KINDS, Conflict, Entry, Party, Report
from dragoman.crises.entries.readouts import Difference, Readout, differences, readouts

__all__ = [
    "KINDS",
    "Conflict",
    "Difference",
    "Entry",
    "Party",
    "Reading",
    "Readout",
    "Report",
    "Step",
    "clear",
    "course",
    "current",
    "differences",
    "drop",
    "fold",
    "merge",
    "reading_of",
    "readouts",
    "refold",
    "settle",
    "split",
]
