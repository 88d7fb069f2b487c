"""The dateline or agency credit at the head of a first paragraph: "DUBAI, June 5 (Reuters) -"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.ingest.dates import PrintedDate, find_dates, forms_of
from dragoman.ingest.outlets import Outlet, outlets
from dragoman.ingest.patterns import match_line
from dragoman.ingest.places import country_of, is_known_place, is_state, looks_like_place
from dragoman.records import Span

_LOOK = 160
_DASH = r"(?:\s*(?:[-–—]{1,3}|:)\s*)"
_PLACE = r"(?P<place>[^\W\d_][^()\[\]:;!?/“”\"–—]{1,60}?)"
_AGENCY = r"(?P<agency>[A-Z][\w .&/'’-]{0,40}?)"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    month, weekday = forms_of("months"), forms_of("weekdays")
    day = rf"(?:(?:{month})\b\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{month})\b\.?)"
    date = rf"(?:[,.]?\s+(?P<date>(?i:(?:(?:{weekday})\.?,?\s)?{day}(?:,?\s\d{{4}})?)))"
    return tuple(
        re.compile(form)
        for form in (
            rf"{_PLACE}{date}?[,.]?\s*\({_AGENCY}\){_DASH}?",
            rf"{_PLACE}{date}[.,]?\s*/{_AGENCY}/\.?{_DASH}?",
            rf"{_PLACE}{date},\s*{_AGENCY}{_DASH}",
            rf"{_PLACE}{date}{_DASH}",
            rf"\({_AGENCY}\)\s*(?:[-–—]{{1,3}}\s*)?",
            rf"{_PLACE}\s*[–—]{{1,2}}\s*",
            rf"{_PLACE}\s+-{{1,2}}\s+",
            rf"{_PLACE}:\s+",
        )
    )


_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before the first sentence. Spans are offsets into the paragraph."""

    span: Span
    place: str | None
    date: PrintedDate | None
    agency: str | None
    agency_span: Span | None
    outlet: Outlet | None


def find_lead(paragraph: str) -> Lead | None:
    """Return the dateline or agency credit a paragraph begins with; None where it has none."""
    return next(_leads(paragraph), None)


def _leads(paragraph: str) -> Iterator[Lead]:
    for form in _forms():
        match = form.match(paragraph[:_LOOK])
        if match is None or match.end() >= len(paragraph.rstrip()):
            continue
        lead = _lead(match)
        if lead is not None and _is_sure(lead, match, paragraph[match.end() :]):
            yield lead


def _lead(match: re.Match[str]) -> Lead | None:
    groups = match.groupdict()
    place = _without_stop((groups.get("place") or "").strip(" ,")) or None
    dates = find_dates(groups["date"], yearless=True) if groups.get("date") else ()
    if groups.get("date") and not dates:
        return None
    agency = groups.get("agency")
    return Lead(
        (0, len(match[0].rstrip())),
        place,
        dates[0] if dates else None,
        agency,
        match.span("agency") if agency else None,
        outlets().named(agency),
    )


def _without_stop(place: str) -> str:
    """Cut the full stop after a place, but not that of an abbreviated region ("Reno, Nev.")."""
    return place if "," in place else place.rstrip(".")


def _is_sure(lead: Lead, match: re.Match[str], rest: str) -> bool:
    """Tell a dateline from words that merely have its form."""
    if lead.place is None:
        return lead.outlet is not None
    if not _is_place(lead.place) or match_line(lead.place, "head") is not None:
        return False
    if lead.outlet is not None:
        return True
    if lead.agency is not None or lead.date is not None:
        return _in_capitals(lead.place) or is_known_place(lead.place)
    return _is_bare_dateline(lead.place, match[0], rest)


def _is_bare_dateline(place: str, printed: str, rest: str) -> bool:
    """Tell whether a place and a dash or colon, with no date or agency, are a dateline."""
    if not rest[:1].isupper() and rest[:1] not in "\"“‘'":
        return False
    if ":" in printed or " - " in printed:
        return is_known_place(place) and (_in_capitals(place) or _is_city(place))
    return _in_capitals(place) or (is_known_place(place) and _is_city(place))


def _is_city(place: str) -> bool:
    """Tell whether a place is more than the bare name of a country."""
    return "," in place or (country_of(place) is not None and not is_state(place))


def _is_place(place: str) -> bool:
    return looks_like_place(place) and not _SMALL_WORD.search(place.replace(" near ", " "))


def _in_capitals(place: str) -> bool:
    """Tell whether the first part of a place is in capitals, as wire datelines print it."""
    first = place.partition(",")[0]
    letters = [character for character in first if character.isalpha()]
    return len(letters) > 2 and first.upper() == first
