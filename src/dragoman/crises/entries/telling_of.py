"""What is compared of a fact of a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from dragoman.crises.entries.casting import Cast
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Telling
from dragoman.crises.entries.merging.words import content, sketch
from dragoman.records import (
    Attitude,
    Contact,
    Event,
    Fact,
    PartialDate,
    Place,
    Position,
    Record,
    Statement,
    When,
)
from dragoman.records.spans import words
from dragoman.store.rows import folded, told_on
from dragoman.world import world

_LONGEST_PLACE = 100
_AREA = "A"


class Teller:
    """Makes the tellings of one record's facts."""

    def __init__(self, record: Record, cast: Cast, article: str) -> None:
        """Take a record.

        Args:
            record: As it stands after judgements.
            cast: Of its reading.
            article: The article's id in the store.
        """
        self.record = record
        self.cast = cast
        self.article = article
        self.told_on = told_on(record.article)
        self._events = {event.id: event for event in record.events}
        self._statements = {statement.id: statement for statement in record.statements}

    def telling(self, kind: str, fact: Fact) -> Telling:
        """Return how this record tells a fact."""
        plain = Telling(kind=kind, codes=codes_of(fact), sides=self.cast.sides(fact))
        return self._dated(_MORE[kind](self, plain, fact), self._when(fact))

    def text(self, statement: Statement) -> str:
        """Return the folded words of a statement."""
        return folded(words(self.record.article.text, statement.content, between=" "))

    def act(self, position: Position) -> Telling | None:
        """Return the act that a position is on; ``None`` where it is no event of the record."""
        event = self._events.get(position.target)
        if event is None:
            return None
        told = self.telling("events", event)
        return told if told.own else replace(told, first=None, last=None, apart=None)

    def _when(self, fact: Fact) -> When | None:
        if isinstance(fact, Position):
            statement = self._statements.get(fact.statement or "")
            return statement.when if statement else None
        return getattr(fact, "when", None)

    def _dated(self, telling: Telling, when: When | None) -> Telling:
        """Add the days: its own, or else the article's, or else none; then it stays by itself."""
        first, last = days_of(when)
        if first is not None:
            fresh = first == last == self.told_on
            return replace(telling, first=first, last=last, own=True, fresh=fresh)
        if self.told_on is not None:
            return replace(telling, first=self.told_on, last=self.told_on)
        return replace(telling, apart=self.article)


def codes_of(fact: Fact) -> dict[str, str | None]:
    """Return the codes of a fact that are compared and asked for."""
    return {name: getattr(fact, name) for name in _CODES[type(fact)]}


_CODES: Mapping[type[Fact], tuple[str, ...]] = {
    Event: ("type", "mode", "modality"),
    Contact: ("channel", "status", "initiative", "basis"),
    Statement: ("kind", "medium"),
    Position: ("stance", "basis"),
    Attitude: ("sign", "basis"),
}


def days_of(when: When | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a time may mean."""
    first = when and (when.earliest or when.latest)
    last = when and (when.latest or when.earliest)
    if not first or not last:
        return None, None
    return PartialDate.parse(first).earliest, PartialDate.parse(last).latest


@lru_cache(maxsize=10_000)
def _state(name: str) -> str | None:
    known = world().state(name)
    return known.code if known else None


def placed(telling: Telling, place: Place | None) -> Telling:
    """Add a place: its name, but of a whole country or province its country alone."""
    if place is None:
        return telling
    state = _state(place.name)
    name = None if place.class_ == _AREA or state else folded(place.name)[:_LONGEST_PLACE]
    return replace(telling, place=name, country=place.country or state)


def _event(teller: Teller, telling: Telling, fact: Event) -> Telling:
    _ = teller
    return placed(telling, fact.place)


def _contact(teller: Teller, telling: Telling, fact: Contact) -> Telling:
    _ = teller
    return placed(telling, fact.place)


def _statement(teller: Teller, telling: Telling, fact: Statement) -> Telling:
    text = teller.text(fact)
    return replace(telling, sketch=sketch(text), content=content(text, rules().little))


def _position(teller: Teller, telling: Telling, fact: Position) -> Telling:
    about = teller.act(fact)
    if about is None:
        return replace(telling, words=folded(fact.target))
    codes = {**telling.codes, "target_type": about.codes["type"]}
    return replace(telling, about=about, codes=codes)


def _attitude(teller: Teller, telling: Telling, fact: Attitude) -> Telling:
    _ = teller, fact
    return telling


_MORE: Mapping[str, Callable[[Teller, Telling, Any], Telling]] = {
    "events": _event,
    "contacts": _contact,
    "statements": _statement,
    "positions": _position,
    "attitudes": _attitude,
}
