"""Columns that the tables of facts share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.exports.columns import Column, in_utc
from dragoman.exports.text import web_address
from dragoman.exports.view import View, days
from dragoman.records import Contact, Event, Fact, Place, Statement, When

Timed = Event | Contact | Statement
Placed = Event | Contact


def keys(kind: str) -> tuple[Column[Fact], ...]:
    """Return the columns that every table of facts begins with."""
    return (
        Column("article_id", "text", "Id of the article.", lambda view, _: view.article.id),
        Column(f"{kind}_id", "text", f"Id of the {kind}.", lambda _, each: each.id),
    )


EVIDENCE: tuple[Column[Fact], ...] = (
    Column(
        *("evidence", "text", "The words of the article that state it, ` … ` between parts."),
        lambda view, each: view.words(each.evidence),
    ),
    Column(
        *("start", "integer", "Where the evidence begins: characters of the text before it."),
        lambda _, each: each.evidence[0][0],
    ),
    Column(
        *("end", "integer", "Where the evidence ends, exclusive."),
        lambda _, each: each.evidence[-1][1],
    ),
    Column(
        *("confidence", "number", "How sure the reader is, 0 to 1."),
        lambda _, each: each.confidence,
    ),
    Column("publisher", "text", "Outlet.", lambda view, _: view.article.publisher),
    Column(
        *("published_at", "moment", "When the article was published, in UTC."),
        lambda view, _: in_utc(view.article.published_at),
    ),
    Column(
        *("url", "text", "Where the article was published, if that is an address of the web."),
        lambda view, _: web_address(view.article.url),
    ),
)
"""The columns that every table of facts ends with."""


def _when(part: Callable[[When], Any]) -> Callable[[View, Timed], Any]:
    return lambda _, each: part(each.when) if each.when else None


WHEN: tuple[Column[Timed], ...] = (
    Column(
        "first_day", "day", "First day that it may have been.", lambda _, each: days(each.when)[0]
    ),
    Column(
        "last_day", "day", "Last day that it may have been.", lambda _, each: days(each.when)[1]
    ),
    Column(
        *("earliest", "text", "Earliest date, ISO 8601, as precise as the text was."),
        _when(lambda when: when.earliest),
    ),
    Column("latest", "text", "Latest date, in the same way.", _when(lambda when: when.latest)),
    Column(
        *("when_words", "text", "The words that tell the time."),
        lambda view, each: view.words(each.when.text) if each.when else None,
    ),
)
"""When something was."""


def _place(part: Callable[[Place], Any]) -> Callable[[View, Placed], Any]:
    return lambda _, each: part(each.place) if each.place else None


PLACE: tuple[Column[Placed], ...] = (
    Column("place", "text", "Name of the place.", _place(lambda place: place.name)),
    Column("place_country", "text", "Code of its state.", _place(lambda place: place.country)),
    Column("latitude", "number", "Degrees north (WGS 84).", _place(lambda place: place.lat)),
    Column("longitude", "number", "Degrees east (WGS 84).", _place(lambda place: place.lon)),
    Column("geonames", "integer", "GeoNames id.", _place(lambda place: place.geonames)),
    Column(
        *("place_class", "text", "GeoNames' class: A division, P town, H water, and so on."),
        _place(lambda place: place.class_),
    ),
)
"""Where something was."""
