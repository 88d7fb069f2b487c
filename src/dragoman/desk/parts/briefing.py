"""What a brief is asked for, as it stands in the address of the page, and the brief made so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, Self

from dragoman.crises.questions import Brief, Questions
from dragoman.crises.questions.brief.making import MOST, SECTIONS
from dragoman.desk.filters import Filters
from dragoman.desk.queries import choice, values_of
from dragoman.desk.refusals import BadQuery
from dragoman.store import View

Span = Literal["all", "visit", "day", "week", "between"]

SPANS: tuple[tuple[Span, str], ...] = (
    ("all", "All reports"),
    ("visit", "Since my last visit"),
    ("day", "The last 24 hours"),
    ("week", "The last 7 days"),
    ("between", "Between"),
)
"""The stretches of time that reports can be of, with words for each."""

SIZES = (10, MOST, 50, 100)
"""How many sentences a section may have."""

_AGO = {"day": timedelta(hours=24), "week": timedelta(days=7)}
_LEAST = timedelta(microseconds=1)
_NAMES = frozenset({"span", "reported_from", "reported_to", "section", "by_story", "most"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a brief is asked for beside the filters.

    Attributes:
        span: Of when the reports are to be.
        since: The first moment, where they are to be between two.
        until: The moment that they are to be before.
        sections: Words for the sections, in the order wanted.
        by_story: Whether to group it by stories.
        most: Sentences in one section.
    """

    span: Span = "all"
    since: datetime | None = None
    until: datetime | None = None
    sections: tuple[str, ...] = tuple(SECTIONS)
    by_story: bool = False
    most: int = MOST

    @property
    def last_day(self) -> date | None:
        """The last day that they are to be of, for the field of a form."""
        return (self.until - _LEAST).date() if self.until is not None else None

    @classmethod
    def read(cls, query: Iterable[tuple[str, str]]) -> Self:
        """Read the names and values of a query; what is no wish is left to others.

        Raises:
            BadQuery: A value is none that it can be.
        """
        given = values_of(query, _NAMES)
        last = {name: values[-1] for name, values in given.items()}
        return cls(
            span=choice("span", last.get("span", "all"), [each for each, _ in SPANS]),
            since=_moment(last.get("reported_from")),
            until=_moment(last.get("reported_to"), end=True),
            sections=_sections(given.get("section", [])),
            by_story="by_story" in given,
            most=_most(last.get("most", str(MOST))),
        )

    def pairs(self) -> list[tuple[str, str]]:
        """Return the names and values that a query of it has."""
        found: list[tuple[str, str]] = [("span", self.span)] if self.span != "all" else []
        found += [("reported_from", self.since.isoformat())] if self.since else []
        found += [("reported_to", self.until.isoformat())] if self.until else []
        if self.sections != tuple(SECTIONS):
            found += [("section", each) for each in self.sections]
        found += [("by_story", "1")] if self.by_story else []
        return found + ([("most", str(self.most))] if self.most != MOST else [])

    def but(self, **changes: Any) -> Self:
        """Return it with some things changed."""
        return replace(self, **changes)

    def earlier(self, section: str) -> Self:
        """Return it with a section one place further up."""
        order = list(self.sections)
        at = order.index(section)
        order[max(at - 1, 0) : at + 1] = reversed(order[max(at - 1, 0) : at + 1])
        return replace(self, sections=tuple(order))

    def settled(self, now: datetime, visit: datetime | None) -> Self:
        """Return it with the moments told that "the last 24 hours" or "my last visit" mean.

        Args:
            now: The moment of asking.
            visit: The end of the visit before this one, if there was one.
        """
        if self.span == "between":
            return self
        ago = _AGO.get(self.span)
        since = visit if self.span == "visit" else now - ago if ago else None
        settled: Span = "between" if since is not None else "all"
        return replace(self, span=settled, since=since, until=None)


def made(view: View, filters: Filters, wish: Wish, *, title: str = "Brief") -> Brief:
    """Return the brief that is asked for; ``wish`` is settled."""
    found = Questions(view).brief(
        filters.scope,
        since=wish.since,
        until=wish.until,
        title=title,
        by_story=wish.by_story,
        most=wish.most,
        admits=filters.admits,
    )
    return found.of_sections([SECTIONS[each] for each in wish.sections])


def asked_for(filters: Filters, wish: Wish) -> dict[str, Any]:
    """Return what is kept of what a brief was asked for."""
    return {
        "crisis": filters.crisis,
        "since": wish.since.isoformat() if wish.since else None,
        "until": wish.until.isoformat() if wish.until else None,
        "query": [list(each) for each in (*filters.pairs(), *wish.pairs())],
    }


def _sections(names: Iterable[str]) -> tuple[str, ...]:
    for each in names:
        if each not in SECTIONS:
            raise BadQuery(f"A brief has no section {each!r}.", hint=f"One of {_listed()}.")
    return tuple(dict.fromkeys(names)) or tuple(SECTIONS)


def _listed() -> str:
    return ", ".join(SECTIONS)


def _most(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= 500):
        raise BadQuery(f"most: {text!r} is no count from 1 to 500.")
    return int(text)


def _moment(text: str | None, *, end: bool = False) -> datetime | None:
    """Return a moment; a day means its beginning, or where it is the last one, its end."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
        if end and len(text) == len(date.min.isoformat()):
            found += timedelta(days=1)
    except (ValueError, OverflowError):
        message = f"{text!r} is no day."
        raise BadQuery(message, hint="Write it as 2020-01-04.") from None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
