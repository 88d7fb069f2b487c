"""Reports as they are cited on pages and by the API."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.crises import Report
from dragoman.crises.questions.brief.dates import day_text
from dragoman.crises.questions.citations import MOST, UNNAMED, Quote, chosen, citation


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCitation:
    """One report as it is cited.

    Attributes:
        outlet: Its name, or words that say it has none.
        day: On which it was published.
        words: Those that the fact rests on.
        title: Of the article.
        link: The article's address on the web, only if it may be made a link.
        article: Its id in the store.
        kind: Of the fact.
        fact: The id of the fact in the article's record, for a link to the very words.
        origin: The family or agency whose report it is.
        confidence: Of the fact.
    """

    outlet: str
    day: date | None
    words: str
    title: str | None
    link: str | None
    article: str
    kind: str
    fact: str
    origin: str
    confidence: float

    @property
    def source(self) -> str:
        """Outlet and day: "Bergen Post, 3 January 2031"."""
        outlet = beginning(self.outlet)
        return f"{outlet}, {day_text(self.day)}" if self.day else outlet

    @property
    def text(self) -> str:
        """The citation to be copied: outlet, day, title and address."""
        title = f"“{self.title}”" if self.title else ""
        return ". ".join(filter(None, (self.source, title, self.link))) + ("" if self.link else ".")


def beginning(outlet: str) -> str:
    """Return an outlet, or the words for one without a name, as a citation begins with it."""
    return UNNAMED.capitalize() if outlet == UNNAMED else outlet


def shown_citation(report: Report, quote: Quote) -> ShownCitation:
    """Return a report as it is cited."""
    found = citation(report, quote)
    return ShownCitation(
        outlet=found.outlet,
        day=found.day,
        words=found.words,
        title=found.title,
        link=found.link,
        article=found.article,
        kind=report.told.kind,
        fact=report.told.fact.id,
        origin=found.origin,
        confidence=found.confidence,
    )


def shown_citations(
    reports: Iterable[Report], quote: Quote, *, most: int = MOST
) -> tuple[ShownCitation, ...]:
    """Cite reports, the first of each independent origin before further ones of the same."""
    return tuple(shown_citation(each, quote) for each in chosen(reports, most=most))
