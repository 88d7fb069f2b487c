"""Who told a fact: one line for each independent origin, its copies folded beneath it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.crises import Entry, Report
from dragoman.crises.questions.citations import chosen, citation
from dragoman.desk.parts.citations import beginning
from dragoman.desk.parts.days import short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBy:
    """One article that tells a fact, with those that only copy it.

    Attributes:
        outlet: Its name, or words that say it has none.
        day: On which it was published.
        title: Of the article.
        article: Its id in the store.
        fact: The id of the fact in the article's record.
        copies: Articles of the same origin, the first one first.
    """

    outlet: str
    day: date | None
    title: str | None
    article: str
    fact: str
    copies: tuple[ToldBy, ...] = ()

    @property
    def source(self) -> str:
        """Outlet and day: "Bergen Post, 3 Jan 2031"."""
        outlet = beginning(self.outlet)
        return f"{outlet}, {short_day(self.day)}" if self.day else outlet


def told_by(entry: Entry) -> tuple[ToldBy, ...]:
    """Return who told an entry first, of each independent origin, with the copies."""
    of_origin: dict[str, list[Report]] = {}
    for report in chosen(entry.reports, most=len(entry.reports)):
        of_origin.setdefault(report.origin, []).append(report)
    return tuple(
        _told(first, tuple(_told(each) for each in copies)) for first, *copies in of_origin.values()
    )


def _told(report: Report, copies: tuple[ToldBy, ...] = ()) -> ToldBy:
    found = citation(report, lambda _: "")
    return ToldBy(
        outlet=found.outlet,
        day=found.day,
        title=found.title,
        article=found.article,
        fact=report.told.fact.id,
        copies=copies,
    )
