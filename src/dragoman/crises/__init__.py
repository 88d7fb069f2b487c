"""What is known across articles: one account of the crisis from many reports."""

from dragoman.crises.entries.model import Conflict, Entry, Party, Report
from dragoman.crises.ledger import Ledger
from dragoman.crises.taking import Came, rebuild, take, take_all

__all__ = [
    "Came",
    "Conflict",
    "Entry",
    "Ledger",
    "Party",
    "Report",
    "rebuild",
    "take",
    "take_all",
]
