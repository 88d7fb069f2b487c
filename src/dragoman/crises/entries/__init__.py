"""One fact from many reports."""

from dragoman.crises.entries.model import KINDS, Conflict, Entry, Party, Report

__all__ = ["KINDS", "Conflict", "Entry", "Party", "Report"]
