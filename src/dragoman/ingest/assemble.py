"""Draft → article: the text and its spans, the publisher, and the dates with their zones."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.errors import NoBody, WrongLanguage
from dragoman.ingest.agency_lead import Lead, find_lead
from dragoman.ingest.clean import clean_line
from dragoman.ingest.draft import Draft, check_length
from dragoman.ingest.languages import tell_language
from dragoman.ingest.moments import Published, find_moments
from dragoman.ingest.publisher import find_publisher
from dragoman.records import Article, Furniture, FurnitureKind, Span

GAP = "\n\n"
_LEAD_LINES = 3


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
    published_at, updated_at = find_moments(draft, lead, outlet, published)
    furniture = [replace(item, text=clean_line(item.text)) for item in draft.furniture]
    article = replace(
        article,
        publisher=publisher,
        byline=draft.byline,
        dateline=draft.dateline or (lead.place if lead is not None else None),
        published_at=published_at,
        updated_at=updated_at,
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
