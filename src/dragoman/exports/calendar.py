"""iCalendar (RFC 5545): contacts whose day is known, as entries of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import BinaryIO

from icalendar import Event as Entry

from dragoman.exports.columns import in_utc
from dragoman.exports.text import one_line, web_address
from dragoman.exports.view import CHANNELS, View, days
from dragoman.records import Contact, Record, When

LONGEST = timedelta(days=31)
"""Contacts of which no narrower range of days is known are left out."""

STATUSES = {
    "held": "CONFIRMED",
    "planned": "TENTATIVE",
    "proposed": "TENTATIVE",
    "cancelled": "CANCELLED",
    "refused": "CANCELLED",
}
"""What each status of a contact is in iCalendar."""

_BEGIN = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dragoman//Contacts//EN\r\n"
_END = "END:VCALENDAR\r\n"


class ICalendar:
    """Writes a calendar with an entry for each contact whose day is known.

    A calendar has each id once: of several contacts with one id the first is written.

    Args:
        stream: Where to; left open.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._written: set[str] = set()
        stream.write(_BEGIN.encode())

    def write(self, record: Record, /) -> None:
        """Write the contacts of a record whose day is known."""
        for entry in entries(record):
            identity = str(entry["uid"])
            if identity not in self._written:
                self._written.add(identity)
                self._stream.write(entry.to_ical())

    def close(self) -> None:
        """End the calendar."""
        self._stream.write(_END.encode())


def entries(record: Record) -> Iterator[Entry]:
    """Yield an entry for each contact whose day is known, to a month at least."""
    view = View(record)
    for contact in record.contacts:
        times = _times(contact.when)
        if times is not None:
            yield _entry(view, contact, times)


Times = tuple[date, date | None]
"""Beginning and end, as iCalendar has them: two days, the end exclusive, or two moments."""


def _times(when: When | None) -> Times | None:
    """Return when an entry begins and ends, or ``None`` where its days are not known."""
    first, last = days(when)
    first, last = first or last, last or first
    if when is None or first is None or last is None or last - first > LONGEST:
        return None
    return _moments(when) or (first, _day_after(last))


def _moments(when: When) -> Times | None:
    """Return the moments that a time tells, where it tells them; without a zone as printed."""
    start, end = _moment(when.earliest), _moment(when.latest)
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None):
        return None
    return start, end if end > start else None


def _moment(text: str | None) -> datetime | None:
    if text is None or "T" not in text:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is None else in_utc(moment)


def _day_after(day: date) -> date | None:
    """Return the next day; without one, iCalendar takes an entry for one day long."""
    return day + timedelta(days=1) if day < date.max else None


def _entry(view: View, contact: Contact, times: Times) -> Entry:
    start, end = times
    entry = Entry()
    entry.add("uid", f"{one_line(contact.id)}@dragoman")
    entry.add("dtstamp", _stamp(view, start))
    entry.add("dtstart", start)
    if end is not None:
        entry.add("dtend", end)
    entry.add("summary", _summary(view, contact))
    entry.add("description", "\n".join(_description(view, contact)))
    entry.add("status", STATUSES[contact.status])
    entry.add("categories", [contact.channel, contact.status])
    entry.add("transp", "TRANSPARENT")
    _add_place(entry, contact)
    if url := web_address(view.article.url):
        entry.add("url", url)
    return entry


def _add_place(entry: Entry, contact: Contact) -> None:
    place = contact.place
    if place is None:
        return
    entry.add("location", one_line(place.name))
    is_point = place.class_ != "A"  # the middle of a country is no place to meet
    if is_point and place.lat is not None and place.lon is not None:
        entry.add("geo", (place.lat, place.lon))


def _stamp(view: View, start: date) -> datetime:
    """Return when the entry came to be: with its article; the clock would change every export."""
    article = view.article
    day = datetime(start.year, start.month, start.day, tzinfo=UTC)
    return in_utc(article.updated_at or article.published_at) or day


def _summary(view: View, contact: Contact) -> str:
    channel = CHANNELS[contact.channel]
    status = "" if contact.status == "held" else f" ({contact.status})"
    sides = (_side(view, each) for each in (contact.initiator, contact.counterpart))
    return f"{channel}{status}: {' and '.join(sides)}"


def _side(view: View, actor: str) -> str:
    name, country = one_line(view.name(actor)), view.country(actor)
    return f"{name} ({country})" if country and country != name else name


def _description(view: View, contact: Contact) -> Iterator[str]:
    """Yield lines: what the article says, when it may have been, and which article it is."""
    yield one_line(view.words(contact.evidence) or "")
    first, last = days(contact.when)
    if first != last:
        yield f"Some time from {first or 'an unknown day'} to {last or 'an unknown day'}."
    for label, items in (("About", contact.topics), ("Outcome", contact.outcome)):
        if items:
            yield f"{label}: {one_line('; '.join(items))}"
    printed = [part for part in (view.article.publisher, view.article.title) if part]
    if printed:
        yield f"Source: {one_line(', '.join(printed))}"
    yield f"Confidence: {contact.confidence:.2f}"
