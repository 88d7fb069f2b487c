"""What is known across articles: one account of the crisis from many reports."""

from dragoman.crises.entries import Conflict, Entry, Party, Report

__all__ = ["Conflict", "Entry", "Party", "Report"]
