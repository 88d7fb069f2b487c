"""Reports as citations: outlet, date, link, and the words that tell the fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from dragoman.crises.entries import Entry, Report
from dragoman.records.spans import words
from dragoman.store import View

Quote = Callable[[Report], str]
"""Gives the words that a report's fact rests on."""

MOST = 3
"""How many citations stand behind one sentence at most."""

UNNAMED = "an outlet that is not named"
"""What stands for the name of an outlet where there is none."""

_TEXTS = 64
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Citation:
    """One report as it is cited.

    ``link`` is a web address, or nothing; ``fact`` is the id of the fact in the article's record.
    """

    outlet: str
    day: date | None
    link: str | None
    words: str
    title: str | None
    origin: str
    article: str
    confidence: float
    fact: str


def quotes(view: View) -> Quote:
    """Return what gives the words of reports out of a store; a few texts are kept at hand."""
    text = lru_cache(_TEXTS)(view.text)
    return lambda report: words(text(report.article.id), report.told.fact.evidence)


def cited(reports: Iterable[Report], quote: Quote, *, most: int = MOST) -> tuple[Citation, ...]:
    """Cite reports, the first of each independent origin before further ones of the same."""
    return tuple(citation(each, quote) for each in chosen(reports, most=most))


def chosen(reports: Iterable[Report], *, most: int = MOST) -> tuple[Report, ...]:
    """Return some reports, the first of each independent origin before further ones of the same."""
    ordered = sorted(reports, key=lambda each: (moment(each), each.article.id))
    first = {each.origin: each for each in reversed(ordered)}
    firsts = [each for each in ordered if first[each.origin] is each]
    others = [each for each in ordered if first[each.origin] is not each]
    return (*firsts, *others)[:most]


def citation(report: Report, quote: Quote) -> Citation:
    """Cite one report."""
    article = report.article
    return Citation(
        outlet=clean(report.outlet or article.outlet or UNNAMED),
        day=told_on(report),
        link=link(article.url),
        words=clean(quote(report)),
        title=clean(article.title) if article.title else None,
        origin=report.origin,
        article=article.id,
        confidence=report.told.fact.confidence,
        fact=report.told.fact.id,
    )


def clean(text: str) -> str:
    """Return text on one line, without what could steer a terminal or turn its direction."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """Return text as long as it was, without what could steer a terminal or turn its direction."""
    return _UNSAFE.sub("\ufffd", text)


def link(url: str | None) -> str | None:
    """Return a URL if it may be made a link of: http or https, and without a password."""
    if url is None or any(each.isspace() or ord(each) < 32 for each in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    plain = parts.username is None and parts.password is None
    return url if parts.scheme in {"http", "https"} and host and plain else None


def told_on(report: Report) -> date | None:
    """Return the day on which a report was published, in its own zone."""
    return report.article.told_on


def moment(report: Report) -> datetime:
    """Return when a report was published; where that is not told, when it was added."""
    return report.article.published_at or report.article.added_at


def outlets(entry: Entry) -> tuple[str, ...]:
    """Return the names of the outlets that report an entry, each once."""
    names = (each.outlet or each.article.outlet for each in entry.reports)
    return tuple(dict.fromkeys(each for each in names if each))
