"""Draft → article: the text and its spans, the publisher, and the dates with their zones."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from dragoman.errors import BadDate, NoBody, WrongLanguage
from dragoman.ingest.agency_lead import Lead, find_lead
from dragoman.ingest.clean import clean_line
from dragoman.ingest.dates import (
    Label,
    PrintedDate,
    date_only,
    day_of,
    find_dates,
    moment_of,
    nearest_year,
)
from dragoman.ingest.draft import Draft, check_length
from dragoman.ingest.languages import tell_language
from dragoman.ingest.outlets import Outlet
from dragoman.ingest.places import country_of
from dragoman.ingest.publisher import find_publisher
from dragoman.records import Article, Furniture, FurnitureKind, Span

Published = date | datetime | str | None
"""A date of publication told from outside: a date, a datetime, or text such as an ISO date."""

GAP = "\n\n"
_LEAD_LINES = 3
_FIRST_YEAR = 1800
_EPOCHS = frozenset({(1, 1, 1), (1970, 1, 1)})
_AHEAD = timedelta(days=1)
_DATE_HINT = "Give the date as 2020-01-04 or 2020-01-04T15:16:00+05:30."


@dataclass(frozen=True, slots=True)
class _Lead:
    """A lead with its place in the article's text."""

    lead: Lead
    offset: int


def assemble(draft: Draft, *, published: Published = None, check_language: bool = True) -> Article:
    """Make the article of a draft.

    Args:
        draft: What was read.
        published: The date of publication; beats what the page says.
        check_language: Whether text that is not English is refused.

    Raises:
        NoBody: There is no text beside furniture.
        TooLarge: The text is longer than any article.
        BadDate: A date cannot be, or lies more than a day ahead.
        WrongLanguage: The text is not English; the error carries the article.
    """
    title = clean_line(draft.title or "") or None
    paragraphs = [line for line in (clean_line(each) for each in draft.body) if line]
    if not paragraphs:
        message = "There is no article text in it."
        raise NoBody(message, source=draft.source, hint="Give the page of one article.")
    text = GAP.join([title, *paragraphs] if title else paragraphs)
    check_length(text, draft)
    article = Article(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        url=draft.url,
        title=title,
        title_span=(0, len(title)) if title else None,
        paragraphs=tuple(_spans(paragraphs, len(title) + len(GAP) if title else 0)),
    )
    return finish(article, draft, published=published, check_language=check_language)


def _spans(paragraphs: Sequence[str], start: int) -> list[Span]:
    spans = []
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + len(GAP)
    return spans


def finish(
    article: Article, draft: Draft, *, published: Published = None, check_language: bool = True
) -> Article:
    """Fill in what depends on the text: lead, publisher, byline, dateline, dates, language."""
    found = _find_lead(article)
    lead = found.lead if found is not None else None
    publisher, outlet = find_publisher(draft, lead.outlet if lead is not None else None)
    moments = _moments(draft, lead, outlet, published)
    furniture = [replace(item, text=clean_line(item.text)) for item in draft.furniture]
    article = replace(
        article,
        publisher=publisher,
        byline=draft.byline,
        dateline=draft.dateline or (lead.place if lead is not None else None),
        published_at=moments["published"],
        updated_at=moments["updated"],
        language=tell_language(article.text) if check_language else "en",
        furniture=(*furniture, *_lead_furniture(article, found)),
    )
    if article.language != "en":
        _refuse_language(article, draft.source)
    return article


def _refuse_language(article: Article, source: str) -> None:
    message = f"The text is not English (it looks like {article.language!r})."
    hint = "Give it in English translation."
    raise WrongLanguage(message, article=article, source=source, hint=hint)


def _find_lead(article: Article) -> _Lead | None:
    """Find the dateline or agency credit at the head of one of the first paragraphs."""
    for start, end in article.paragraphs[:_LEAD_LINES]:
        lead = find_lead(article.text[start:end])
        if lead is not None:
            return _Lead(lead, start)
    return None


def _lead_furniture(article: Article, found: _Lead | None) -> list[Furniture]:
    """Return the dateline in the text, and the agency named in it, with their spans."""
    if found is None:
        return []
    spans: list[tuple[FurnitureKind, Span | None]] = [
        ("dateline", found.lead.span),
        ("credit", found.lead.agency_span),
    ]
    furniture = []
    for kind, span in spans:
        if span is None:
            continue
        start, end = span[0] + found.offset, span[1] + found.offset
        text = article.text[start:end]
        furniture.append(Furniture(kind, text, (start, end)))
    return furniture


def _moments(
    draft: Draft, lead: Lead | None, outlet: Outlet | None, published: Published
) -> dict[Label, datetime | None]:
    """Resolve the dates: what was told from outside, what the page prints, and the dateline's."""
    places = (draft.dateline, lead.place if lead is not None else None)
    countries = (
        country_of(places[0]),
        outlet.country if outlet is not None else None,
        country_of(places[1]),
    )
    clock_zone = outlet.zone if outlet is not None else None
    told = _told(published, countries, clock_zone, draft.source)
    moments: dict[Label, datetime | None] = {"published": told, "updated": None}
    for printed in draft.dates:
        label = printed.label or "published"
        if moments[label] is None:
            moments[label] = _of_page(printed, countries, clock_zone, draft.source, told=told)
    if moments["published"] is None and lead is not None and lead.date is not None:
        moments["published"] = _of_lead(lead.date, moments["updated"], countries)
    _refuse_future(moments["published"], draft.source)
    return moments


def _of_page(
    printed: PrintedDate,
    countries: Sequence[str | None],
    clock_zone: str | None,
    source: str,
    *,
    told: datetime | None,
) -> datetime | None:
    """Resolve a date of the page; one that cannot be is passed over where the caller told one."""
    try:
        moment = _resolved(printed, countries, clock_zone, source)
        _refuse_future(moment, source)
    except BadDate:
        if told is None:
            raise
        return None
    return moment


def _resolved(
    printed: PrintedDate, countries: Sequence[str | None], clock_zone: str | None, source: str
) -> datetime | None:
    if (printed.year, printed.month, printed.day) in _EPOCHS:
        return None
    try:
        moment = moment_of(printed, countries, clock_zone)
    except (ValueError, OverflowError):
        shown = f"{printed.year}-{printed.month:02}-{printed.day:02}"
        message = f"It is dated {shown}, which is no day."
        raise BadDate(message, source=source, hint="Give its date with --published.") from None
    if moment is not None and moment.year < _FIRST_YEAR:
        message = f"It is dated {moment.date()}, which is too long ago."
        raise BadDate(message, source=source, hint="Give its date with --published.")
    return moment


def _told(
    published: Published, countries: Sequence[str | None], clock_zone: str | None, source: str
) -> datetime | None:
    """Return the moment that the caller gave; it may be a date, a datetime or text."""
    if published is None:
        return None
    if isinstance(published, str):
        dates = find_dates(published.strip())
        whole = dates and not published.strip()[dates[0].span[1] :].strip(" .)")
        if not whole:
            message = f"{published!r} is no date of publication."
            raise BadDate(message, source=source, hint=_DATE_HINT)
        return _resolved(dates[0], countries, clock_zone, source)
    if not isinstance(published, datetime):
        return date_only(published)
    if published.tzinfo is not None:
        return published
    clock = PrintedDate(published.year, published.month, published.day, published.time())
    return _resolved(clock, countries, clock_zone, source)


def _of_lead(
    printed: PrintedDate, updated: datetime | None, countries: Sequence[str | None]
) -> datetime | None:
    """Return the day of an agency's dateline; one without a year takes it from the update."""
    if printed.year is None:
        if updated is None:
            return None
        printed = nearest_year(printed, updated.date())
    try:
        day = day_of(printed, countries)
    except ValueError:
        return None
    return date_only(day) if day is not None else None


def _refuse_future(moment: datetime | None, source: str) -> None:
    if moment is not None and moment > datetime.now(UTC) + _AHEAD:
        message = f"It is dated {moment.date()}, which lies in the future."
        raise BadDate(message, source=source, hint="Correct the date, or give it with --published.")
