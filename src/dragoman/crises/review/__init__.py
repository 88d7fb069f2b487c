"""What people decide about what was read, and what the ledger tells after that."""

from dragoman.crises.review.applying import Effective, Revised, applied, effective
from dragoman.crises.review.judging import add, correct, fact, judge, mark, undo

__all__ = [
    "Effective",
    "Revised",
    "add",
    "applied",
    "correct",
    "effective",
    "fact",
    "judge",
    "mark",
    "undo",
]
