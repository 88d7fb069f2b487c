"""What is known across articles: one account of the crisis from many reports."""

from dragoman.crises.entries.model import Conflict, Entry, Party, Report
from dragoman.crises.ledger import Ledger
from dragoman.crises.taking import rebuild, take

__all__ = ["Conflict", "Entry", "Ledger", "Party", "Report", "rebuild", "take"]
