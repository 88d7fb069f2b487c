"""A record as rows of the tables, and rows as a record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from dragoman.records import (
    FACT_KINDS,
    SCHEMA,
    Actor,
    Article,
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
    content_id,
)
from dragoman.records.convert import to_plain
from dragoman.records.spans import words
from dragoman.store.letters import latin

Row = dict[str, Any]

_LONGEST_NAME = 200
"""Signs of a name that are compared; an index has no room for endless ones."""

PARTS = ("actors", *FACT_KINDS)
"""The lists of a record."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one reading by table, each without the reading's number."""

    actors: list[Row]
    facts: Mapping[str, list[Row]]
    parties: list[Row]
    evidence: list[Row]

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield each table that has rows, by name."""
        named = {"actors": self.actors, **self.facts}
        named |= {"parties": self.parties, "evidence": self.evidence}
        yield from ((name, rows) for name, rows in named.items() if rows)


def to_json(value: object) -> str:
    """Return JSON of ASCII signs only: every database holds it as it is."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def record_digest(record: Record | Row) -> str:
    """Return the content id of a whole record; its plain form gives the same."""
    return content_id("record", record)


def text_digest(text: str) -> str:
    """Return the content id of a text."""
    return content_id("text", text)


def article_id(article: Article) -> str:
    """Return the id of an article where it stood: one text at two URLs is two articles."""
    return content_id("article", article.id, article.url)


def outlet(article: Article) -> Row | None:
    """Return the row of the outlet, known by the host of its URL or else by its name."""
    host = _host(article.url)
    name = article.publisher or host
    if name is None:
        return None
    return {"id": content_id("outlet", host or folded(name)), "name": name, "host": host}


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def told_on(article: Article) -> date | None:
    """Return the day on which an article told its facts, in its own zone."""
    moment: datetime | None = article.published_at or article.updated_at
    return moment.date() if moment else None


def folded(text: str) -> str:
    """Return a name for comparing: in plain Latin letters, without case and double blanks."""
    return " ".join(latin(text).casefold().split())


def page(article: Article) -> str:
    """Return the id of what may have several versions: a URL, or a text that stands nowhere."""
    return page_of(article.url) if article.url else content_id("page", None, article.id)


def page_of(url: str) -> str:
    """Return the id of what stands at a URL, in all its versions."""
    return content_id("page", url)


def plain_of(record: Record) -> Row:
    """Return a record as plain values, once for all that is made of them."""
    plain: Row = to_plain(record)
    return plain


def kept_data(plain: Row) -> str:
    """Return the JSON of reader and article, without the text, which is kept apart."""
    article = {name: value for name, value in plain["article"].items() if name != "text"}
    return to_json({"reader": plain["reader"], "article": article})


def record_of(data: str, text: str, parts: Mapping[str, Sequence[str]]) -> Record:
    """Build the record again from its rows.

    Args:
        data: What the reading keeps of it beside text and parts.
        text: The article's text.
        parts: The JSON of the actors and of each kind of fact, in order.

    Raises:
        RecordError: The rows contradict one another.
    """
    kept = json.loads(data)
    return Record.from_dict(
        {
            "schema": SCHEMA,
            "reader": kept["reader"],
            "article": {**kept["article"], "text": text},
            **{kind: [json.loads(each) for each in parts[kind]] for kind in PARTS},
        }
    )


def rows(record: Record, plain: Row | None = None) -> Rows:
    """Return all rows of a record's actors and facts.

    Args:
        record: The record.
        plain: The same as plain values, where they are at hand.
    """
    return _Maker(record, plain_of(record) if plain is None else plain).rows()


class _Maker:
    """Makes the rows of one record; knows its actors."""

    def __init__(self, record: Record, plain: Row) -> None:
        self.record = record
        self.plain = plain
        self.actors = {actor.id: actor for actor in record.actors}
        self.events = {event.id: event for event in record.events}
        self.told_on = told_on(record.article)

    def rows(self) -> Rows:
        """Return the rows of all tables."""
        kinds = {kind: list(enumerate(getattr(self.record, kind))) for kind in FACT_KINDS}
        return Rows(
            actors=[self._actor(number, actor) for number, actor in enumerate(self.record.actors)],
            facts={
                kind: [self._fact(kind, number, fact) for number, fact in facts]
                for kind, facts in kinds.items()
            },
            parties=[
                row
                for kind, facts in kinds.items()
                for number, fact in facts
                for row in self._parties(kind, number, fact)
            ],
            evidence=[
                {"kind": kind, "number": number, "start": start, "end": end}
                for kind, facts in kinds.items()
                for number, fact in facts
                for start, end in fact.evidence
            ],
        )

    def _actor(self, number: int, actor: Actor) -> Row:
        office = actor.office
        return {
            "number": number,
            "id": actor.id,
            "kind": actor.kind,
            "name": actor.name,
            "folded": folded(actor.name)[:_LONGEST_NAME],
            "country": actor.country,
            "class": actor.class_,
            "role": office.role if office else None,
            "level": office.level if office else None,
            "office_of": office.of if office else None,
            "data": to_json(self.plain["actors"][number]),
        }

    def _fact(self, kind: str, number: int, fact: Fact) -> Row:
        when: When | None = getattr(fact, "when", None)
        earliest, latest = _days(when)
        return {
            "number": number,
            "id": fact.id,
            "gist": self.gist(fact),
            "confidence": float(fact.confidence),
            "told_on": self.told_on,
            "earliest": earliest,
            "latest": latest,
            "first_day": earliest or self.told_on,
            "last_day": latest or self.told_on,
            **_COLUMNS[kind](self, fact),
            "data": to_json(self.plain[kind][number]),
        }

    def _parties(self, kind: str, number: int, fact: Fact) -> Iterator[Row]:
        for part, named in parties_of(fact):
            for place, party in enumerate(named):
                yield {
                    "kind": kind,
                    "number": number,
                    "part": part,
                    "place": place,
                    "party": party,
                    "code": self.code(party),
                }

    def code(self, party: str | None) -> str | None:
        """Return the code of the state or body of an actor, or the code that is given itself."""
        if party is None:
            return None
        actor = self.actors.get(party)
        return actor.country if actor else party

    def gist(self, fact: Fact) -> str:
        """Return the id of what a fact tells, wherever in a text it stands.

        Two versions of an article that tell the same have facts of the same gist.
        """
        sides = [
            (part, sorted(self._side(each) for each in named)) for part, named in parties_of(fact)
        ]
        return content_id(type(fact).__name__, sides, self._told(fact))

    def _side(self, party: str) -> str:
        actor = self.actors.get(party)
        return folded(actor.name) if actor else party

    def _told(self, fact: Fact) -> list[object]:
        when: When | None = getattr(fact, "when", None)
        names = ("type", "mode", "modality", "channel", "status", "stance", "sign", "basis")
        told: list[object] = [getattr(fact, name, None) for name in names]
        told += [when.earliest, when.latest] if when else []
        if isinstance(fact, Statement):
            told.append(folded(words(self.record.article.text, fact.content, between=" ")))
        if isinstance(fact, Position):
            event = self.events.get(fact.target)
            told.append(self.gist(event) if event else folded(fact.target))
        return told


def parties_of(fact: Fact) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return who takes which part in a fact: ids of actors, or codes."""
    if isinstance(fact, Event):
        return (("actor", fact.actors), ("recipient", fact.recipients))
    if isinstance(fact, Contact):
        return (("initiator", (fact.initiator,)), ("counterpart", (fact.counterpart,)))
    if isinstance(fact, Statement):
        addressee = (fact.addressee,) if fact.addressee else ()
        sides = (("speaker", fact.speakers), ("on_behalf_of", fact.on_behalf_of))
        return (*sides, ("addressee", addressee))
    if isinstance(fact, Position):
        return (("holder", (fact.holder,)), ("reporter", _some(fact.reporter)))
    if isinstance(fact, Attitude):
        return (("from", (fact.from_,)), ("toward", (fact.toward,)))
    message = f"{type(fact).__name__} is no kind of fact"
    raise TypeError(message)


def _some(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _days(when: When | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a time may mean."""
    if when is None:
        return None, None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return None, None
    return PartialDate.parse(first).earliest, PartialDate.parse(last).latest


def _place(place: Place | None) -> Row:
    return {"place": place and place.name, "country": place and place.country}


def _event(maker: _Maker, fact: Event) -> Row:
    _ = maker
    names = ("type", "mode", "modality", "reported_by", "statement", "contact")
    place = fact.place
    point = {"lat": place and place.lat, "lon": place and place.lon}
    return {**{name: getattr(fact, name) for name in names}, **_place(place), **point}


def _contact(maker: _Maker, fact: Contact) -> Row:
    names = ("initiator_level", "counterpart_level", "initiative", "channel", "status", "basis")
    return {
        "initiator": maker.code(fact.initiator),
        "counterpart": maker.code(fact.counterpart),
        **{name: getattr(fact, name) for name in names},
        **_place(fact.place),
    }


def _statement(maker: _Maker, fact: Statement) -> Row:
    _ = maker
    return {"kind": fact.kind, "medium": fact.medium}


def _position(maker: _Maker, fact: Position) -> Row:
    event = maker.events.get(fact.target)
    names = ("stance", "basis", "target", "statement")
    return {
        "holder": maker.code(fact.holder),
        "target_type": event.type if event else None,
        **{name: getattr(fact, name) for name in names},
    }


def _attitude(maker: _Maker, fact: Attitude) -> Row:
    return {
        "from": maker.code(fact.from_),
        "toward": maker.code(fact.toward),
        "sign": fact.sign,
        "basis": fact.basis,
    }


_COLUMNS: Mapping[str, Callable[[_Maker, Any], Row]] = {
    "events": _event,
    "contacts": _contact,
    "statements": _statement,
    "positions": _position,
    "attitudes": _attitude,
}
"""What each kind of fact is asked by, beside what all have."""
