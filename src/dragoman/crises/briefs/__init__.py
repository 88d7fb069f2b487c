"""Briefs that are saved, edited and kept in versions; every sentence goes on to cite."""

from dragoman.crises.briefs.keeping import SavedBriefs
from dragoman.crises.briefs.model import Draft, Layout, Line, Part, SavedBrief, Source, Version

__all__ = [
    "Draft",
    "Layout",
    "Line",
    "Part",
    "SavedBrief",
    "SavedBriefs",
    "Source",
    "Version",
]
