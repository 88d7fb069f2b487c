"""What people decide about what was read, and what the ledger tells after that."""

from dragoman.crises.review.applying import Effective, Revised, applied, effective
from dragoman.crises.review.differences import Differences, differences, last_differences
from dragoman.crises.review.judging import (
    add,
    correct,
    fact,
    judge,
    judgement_named,
    mark,
    subjects,
    undo,
)
from dragoman.crises.review.listing import Listed, listed
from dragoman.crises.review.moving import Imported, export_lines, import_lines
from dragoman.crises.review.queue import Queue, Queued, Tally

__all__ = [
    "Differences",
    "Effective",
    "Imported",
    "Listed",
    "Queue",
    "Queued",
    "Revised",
    "Tally",
    "add",
    "applied",
    "correct",
    "differences",
    "effective",
    "export_lines",
    "fact",
    "import_lines",
    "judge",
    "judgement_named",
    "last_differences",
    "listed",
    "mark",
    "subjects",
    "undo",
]
