"""What is shown of facts, by pages and by the API: one place that says how each is worded.

Nothing here knows a request or a template: links are made from the ids that are given.
"""

from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.citations import ShownCitation, shown_citation, shown_citations
from dragoman.desk.parts.codes import KINDS, Code, Firmness, Kind, named, stances
from dragoman.desk.parts.days import ShownDays, short_day, short_days, shown_days
from dragoman.desk.parts.entries import Showing, ShownConflict, ShownEntry, ShownValue, shown_entry
from dragoman.desk.parts.parties import ShownPart, ShownParty, shown_party
from dragoman.desk.parts.quotations import Mark, Segment, around, paragraphs, segments
from dragoman.desk.parts.statements import Quotation, Quotations

__all__ = [
    "KINDS",
    "Code",
    "Firmness",
    "Kind",
    "Mark",
    "Quotation",
    "Quotations",
    "Segment",
    "Showing",
    "ShownArticle",
    "ShownCitation",
    "ShownConflict",
    "ShownDays",
    "ShownEntry",
    "ShownPart",
    "ShownParty",
    "ShownValue",
    "around",
    "named",
    "paragraphs",
    "segments",
    "short_day",
    "short_days",
    "shown_article",
    "shown_citation",
    "shown_citations",
    "shown_days",
    "shown_entry",
    "shown_party",
    "stances",
]
