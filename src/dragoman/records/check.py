"""Whether a record keeps the contract: what its shapes alone cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dragoman.errors import RecordError
from dragoman.records.codebook import Codebook, codebook
from dragoman.records.convert import json_name, ordered_fields
from dragoman.records.dates import PartialDate
from dragoman.records.spans import Spans, fault

if TYPE_CHECKING:
    from dragoman.records.model import (
        Actor,
        Article,
        Attitude,
        Contact,
        Event,
        Fact,
        Office,
        Place,
        Position,
        Record,
        Statement,
        When,
    )

Fault = tuple[str, str]
"""The path of a value and what is wrong with it."""

FACT_KINDS = ("events", "contacts", "statements", "positions", "attitudes")
"""The lists of a record that hold facts."""

_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,11}")
_CONTENT_ID = re.compile(r"[0-9a-f]{64}")


def check(record: Record) -> None:
    """Check a record against the contract.

    Every span lies in the text, every list of spans is in order without overlap, every id that
    is named exists, dates are ISO 8601 and in order, and codes are those of the codebook.

    Raises:
        RecordError: The first fault found, with its path.
    """
    for path, message in faults(record):
        raise RecordError(f"{path}: {message}.")


def faults(record: Record) -> Iterator[Fault]:
    """Yield everything that breaks the contract, as pairs of a path and what is wrong there."""
    return _Checker(record).faults()


class _Checker:
    """One pass over one record; knows its ids and the length of its text."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.size = len(record.article.text)
        self.book: Codebook = codebook()
        self.actors = {actor.id for actor in record.actors}
        self.events = {event.id for event in record.events}
        self.contacts = {contact.id for contact in record.contacts}
        self.statements = {statement.id for statement in record.statements}

    def faults(self) -> Iterator[Fault]:
        """Yield the faults of the article, then of the actors, then of each list of facts."""
        yield from self._article(self.record.article)
        for number, actor in enumerate(self.record.actors):
            yield from self._actor(f"$.actors[{number}]", actor)
        for kind in ("actors", *FACT_KINDS):
            yield from _repeated(f"$.{kind}", [item.id for item in getattr(self.record, kind)])
        for kind in FACT_KINDS:
            yield from self._facts(kind)

    def _facts(self, kind: str) -> Iterator[Fault]:
        of_kind = getattr(self, f"_{kind.removesuffix('s')}")
        for number, fact in enumerate(getattr(self.record, kind)):
            path = f"$.{kind}[{number}]"
            yield from self._fact(path, fact)
            yield from of_kind(path, fact)

    def _article(self, article: Article) -> Iterator[Fault]:
        if article.title_span is not None:
            yield from self._spans("$.article.title_span", (article.title_span,))
            if article.text[slice(*article.title_span)] != article.title:
                yield "$.article.title_span", "the words there are not the title"
        yield from self._spans("$.article.paragraphs", article.paragraphs)
        yield from self._known("$.article.contexts", article.contexts, "contexts")
        for name in ("published_at", "updated_at"):
            moment = getattr(article, name)
            if moment is not None and moment.tzinfo is None:
                yield f"$.article.{name}", "the time has no zone"
        for number, item in enumerate(article.furniture):
            if item.span is not None:
                yield from self._spans(f"$.article.furniture[{number}].span", (item.span,))

    def _actor(self, path: str, actor: Actor) -> Iterator[Fault]:
        yield from self._spans(f"{path}.mentions", actor.mentions)
        yield from self._known(f"{path}.sectors", actor.sectors, "sectors")
        if actor.class_ is not None:
            yield from self._known(f"{path}.class", (actor.class_,), "classes")
        yield from self._ids(f"{path}.members", actor.members, self.actors)
        if actor.country is not None and not _CODE.fullmatch(actor.country):
            yield f"{path}.country", f"{actor.country!r} is no code of a state or body"
        if actor.office is not None:
            yield from self._office(f"{path}.office", actor.office)
        for number, office in enumerate(actor.other_offices):
            yield from self._office(f"{path}.other_offices[{number}]", office)

    def _office(self, path: str, office: Office) -> Iterator[Fault]:
        yield from self._known(f"{path}.role", (office.role,), "roles")
        level = self.book.level(office.role)
        if level is not None and office.level != level:
            yield f"{path}.level", f"a {office.role} has level {level}, not {office.level}"

    def _fact(self, path: str, fact: Fact) -> Iterator[Fault]:
        yield from self._spans(f"{path}.evidence", fact.evidence)
        names = {json_name(field) for field in ordered_fields(type(fact))}
        for name, spans in fact.field_evidence.items():
            if name not in names:
                yield f"{path}.field_evidence.{name}", "the fact has no such field"
            yield from self._spans(f"{path}.field_evidence.{name}", spans)

    def _event(self, path: str, event: Event) -> Iterator[Fault]:
        yield from self._known(f"{path}.type", (event.type,), "types")
        if event.mode is not None and event.mode not in self.book.modes(event.type):
            yield f"{path}.mode", f"{event.type} has no mode {event.mode!r}"
        yield from self._spans(f"{path}.trigger", event.trigger)
        yield from self._ids(f"{path}.actors", event.actors, self.actors)
        yield from self._ids(f"{path}.recipients", event.recipients, self.actors)
        either = self.actors | self.statements
        yield from self._ids(f"{path}.reported_by", _some(event.reported_by), either)
        yield from self._ids(f"{path}.statement", _some(event.statement), self.statements)
        yield from self._ids(f"{path}.contact", _some(event.contact), self.contacts)
        yield from self._when_and_place(path, event.when, event.place)

    def _contact(self, path: str, contact: Contact) -> Iterator[Fault]:
        yield from self._ids(f"{path}.initiator", (contact.initiator,), self.actors)
        yield from self._ids(f"{path}.counterpart", (contact.counterpart,), self.actors)
        for name in ("initiator_level", "counterpart_level"):
            level = getattr(contact, name)
            if level is not None and not 1 <= level <= 4:
                yield f"{path}.{name}", f"{level} is no level of office"
        yield from self._when_and_place(path, contact.when, contact.place)

    def _statement(self, path: str, statement: Statement) -> Iterator[Fault]:
        yield from self._ids(f"{path}.speakers", statement.speakers, self.actors)
        yield from self._holders(f"{path}.on_behalf_of", statement.on_behalf_of)
        for name in ("source", "cue", "content"):
            yield from self._spans(f"{path}.{name}", getattr(statement, name))
        yield from self._when_and_place(path, statement.when, None)

    def _position(self, path: str, position: Position) -> Iterator[Fault]:
        yield from self._holders(f"{path}.holder", (position.holder,))
        yield from self._holders(f"{path}.reporter", _some(position.reporter))
        yield from self._ids(f"{path}.statement", _some(position.statement), self.statements)
        if _CONTENT_ID.fullmatch(position.target):
            yield from self._ids(f"{path}.target", (position.target,), self.events)

    def _attitude(self, path: str, attitude: Attitude) -> Iterator[Fault]:
        yield from self._holders(f"{path}.from", (attitude.from_,))
        yield from self._holders(f"{path}.toward", (attitude.toward,))

    def _when_and_place(self, path: str, when: When | None, place: Place | None) -> Iterator[Fault]:
        if when is not None:
            yield from self._spans(f"{path}.when.text", when.text)
            yield from _when(f"{path}.when", when)
        if place is not None:
            yield from self._spans(f"{path}.place.text", place.text)
            yield from _coordinates(f"{path}.place", place)

    def _spans(self, path: str, spans: Spans) -> Iterator[Fault]:
        message = fault(spans, self.size)
        if message is not None:
            yield path, message

    def _known(self, path: str, codes: tuple[str, ...], section: str) -> Iterator[Fault]:
        for code in codes:
            if code not in self.book.codes(section):
                yield path, f"{code!r} does not stand in the codebook's {section}"

    def _ids(self, path: str, ids: tuple[str, ...], known: set[str]) -> Iterator[Fault]:
        for each in ids:
            if each not in known:
                yield path, f"the id {each!r} does not stand in the record"

    def _holders(self, path: str, holders: tuple[str, ...]) -> Iterator[Fault]:
        for holder in holders:
            if holder not in self.actors and not _CODE.fullmatch(holder):
                yield path, f"{holder!r} is neither an actor's id nor the code of a state or body"


def _some(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _repeated(path: str, ids: list[str]) -> Iterator[Fault]:
    for each in dict.fromkeys(each for each in ids if ids.count(each) > 1):
        yield path, f"the id {each!r} stands there twice"


def _when(path: str, when: When) -> Iterator[Fault]:
    try:
        dates = [PartialDate.parse(text) for text in (when.earliest, when.latest) if text]
    except ValueError as error:
        yield path, str(error)
        return
    if not dates and not when.text:
        yield path, "neither a date nor words for one are given"
    elif dates and dates[-1].before(dates[0]):
        yield path, f"the latest date, {when.latest}, is before the earliest, {when.earliest}"


def _coordinates(path: str, place: Place) -> Iterator[Fault]:
    bounds: Mapping[str, float] = {"lat": 90.0, "lon": 180.0}
    for name, bound in bounds.items():
        value = getattr(place, name)
        if value is not None and not -bound <= value <= bound:
            yield f"{path}.{name}", f"{value} is not between -{bound:g} and {bound:g}"
