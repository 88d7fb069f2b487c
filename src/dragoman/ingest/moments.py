"""When an article was published and updated: what was told, what the page states, the dateline.

Of several dates of one kind the first that can be counts. A later one that means the same minute in
a printed zone, or gives the time of a day of which the first gives none, is the fuller form of the
same date and is taken instead. Where a date was told from outside it is taken as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dragoman.errors import BadDate
from dragoman.ingest.agency_lead import Lead
from dragoman.ingest.dates import (
    Label,
    PrintedDate,
    date_only,
    day_of,
    find_dates,
    moment_of,
    nearest_year,
)
from dragoman.ingest.draft import Draft
from dragoman.ingest.outlets import Outlet
from dragoman.ingest.places import country_of
from dragoman.world.zones import DATE_ONLY

Published = date | datetime | str | None
"""A date of publication told from outside: a date, a datetime, or text such as an ISO date."""

_FIRST_YEAR = 1800
_EPOCHS = frozenset({(1, 1, 1), (1970, 1, 1)})
"""Where clocks begin: pages print these days when they know no date."""

_AHEAD = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_TOLD_HINT = "Give the date as 2020-01-04 or 2020-01-04T15:16:00+05:30."
_PAGE_HINT = "Give it once more with the day it was published (in a shell: --published)."


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells the meaning of printed dates.

    ``countries`` are those of the page's dateline, of the outlet and of the dateline in the text;
    ``zone`` is the outlet's own; ``source`` is what to call the input in an error.
    """

    countries: tuple[str | None, ...]
    zone: str | None
    source: str

    def resolve(self, printed: PrintedDate, hint: str) -> datetime | None:
        """Return the moment a date means; None where the order of its numbers cannot be told.

        Raises:
            BadDate: There is no such day, or it lies in the future or before there was news.
        """
        try:
            moment = moment_of(printed, self.countries, self.zone)
        except (ValueError, OverflowError):
            shown = f"{printed.year}-{printed.month:02}-{printed.day:02}"
            raise self.error(f"It is dated {shown}, which is no day.", hint) from None
        return self.check(moment, hint) if moment is not None else None

    def check(self, moment: datetime, hint: str) -> datetime:
        """Return a moment that news can be of.

        Raises:
            BadDate: It lies more than a day ahead, or too long ago.
        """
        if moment > datetime.now(UTC) + _AHEAD:
            raise self.error(f"It is dated {moment.date()}, which lies in the future.", hint)
        if moment.year < _FIRST_YEAR:
            raise self.error(f"It is dated {moment.date()}, which is too long ago.", hint)
        return moment

    def error(self, message: str, hint: str) -> BadDate:
        """Return an error that names the input."""
        return BadDate(message, source=self.source, hint=hint)


def find_moments(
    draft: Draft, lead: Lead | None, outlet: Outlet | None, published: Published
) -> tuple[datetime | None, datetime | None]:
    """Return when an article was published and when it was updated, each aware or None.

    Raises:
        BadDate: A date cannot be; of the page's only where none was told from outside.
    """
    clock = _clock(draft, lead, outlet)
    if published is not None:
        told = _told(published, clock)
        return told, _of_page("updated", draft.dates, clock, strict=False)
    updated = _of_page("updated", draft.dates, clock)
    return _of_page("published", draft.dates, clock) or _of_lead(lead, updated, clock), updated


def _clock(draft: Draft, lead: Lead | None, outlet: Outlet | None) -> Clock:
    countries = (
        country_of(draft.dateline),
        outlet.country if outlet is not None else None,
        country_of(lead.place) if lead is not None else None,
    )
    return Clock(countries, outlet.zone if outlet is not None else None, draft.source)


def _told(published: date | datetime | str, clock: Clock) -> datetime:
    """Return the moment that the caller gave.

    Raises:
        BadDate: What was given is no date, or it cannot be told which.
    """
    if isinstance(published, str):
        return _told_in_words(published.strip(), clock)
    if not isinstance(published, datetime):
        return clock.check(date_only(published), _TOLD_HINT)
    if published.tzinfo is not None:
        return clock.check(published, _TOLD_HINT)
    day = published.date()
    printed = PrintedDate(day.year, day.month, day.day, published.time())
    return clock.resolve(printed, _TOLD_HINT) or date_only(day)


def _told_in_words(words: str, clock: Clock) -> datetime:
    dates = find_dates(words)
    if not dates or words[dates[0].span[1] :].strip(" .)"):
        raise clock.error(f"{words!r} is no date of publication.", _TOLD_HINT)
    moment = clock.resolve(dates[0], _TOLD_HINT)
    if moment is None:
        raise clock.error(f"In {words!r} day and month cannot be told apart.", _TOLD_HINT)
    return moment


def _of_page(
    label: Label, dates: Sequence[PrintedDate], clock: Clock, *, strict: bool = True
) -> datetime | None:
    """Return the moment of the dates of one label; a date without a label is one of publication."""
    moments: list[datetime] = []
    errors: list[BadDate] = []
    for printed in dates:
        epoch = (printed.year, printed.month, printed.day) in _EPOCHS
        if epoch or (printed.label or "published") != label:
            continue
        try:
            moment = clock.resolve(printed, _PAGE_HINT)
        except BadDate as error:
            errors.append(error)
        else:
            moments += [moment] if moment is not None else []
    if errors and not moments and strict:
        raise errors[0]
    return _fullest(moments)


def _fullest(moments: Sequence[datetime]) -> datetime | None:
    """Return the first moment, or a later one that gives the same in a fuller form."""
    if not moments:
        return None
    first = moments[0]
    if first.tzinfo is DATE_ONLY:
        timed = (m for m in moments if m.tzinfo is not DATE_ONLY and m.date() == first.date())
        first = next(timed, first)
    zoned = (m for m in moments if m.utcoffset() and abs(m - first) < _MINUTE)
    return first if first.utcoffset() else next(zoned, first)


def _of_lead(lead: Lead | None, updated: datetime | None, clock: Clock) -> datetime | None:
    """Return the day of an agency's dateline; one without a year takes it from the update."""
    printed = lead.date if lead is not None else None
    if printed is not None and printed.year is None and updated is not None:
        printed = nearest_year(printed, updated.date())
    if printed is None or printed.year is None:
        return None
    try:
        day = day_of(printed, clock.countries)
    except ValueError:
        return None
    return clock.check(date_only(day), _PAGE_HINT) if day is not None else None
