"""FollowTheMoney: articles, actors and facts as entities of an investigation.

Which kind of thing becomes which schema is told in the reference of exports. Only what an article
tells as having happened becomes an event or a call: the schemata have no place for "denied" or
"planned", and an entity without that word would tell something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

from followthemoney import EntityProxy, model

from dragoman.exports.text import clean, one_line, web_address
from dragoman.exports.view import CHANNELS, View, body_name, is_side
from dragoman.records import (
    Actor,
    Attitude,
    Contact,
    Event,
    Fact,
    PartialDate,
    Position,
    Record,
    Statement,
    When,
    codebook,
    content_id,
)

TOLD = ("asserted", "historical")
"""Modalities of events that become entities."""

CALLS = ("phone", "video")
"""Channels of contacts that become calls."""

PUBLIC = frozenset({"GOV", "MIL", "PRM", "LEG", "JUD", "SPY", "COP"})
"""Sectors of organisations that are public bodies."""

_SAFE_ID = re.compile(r"[0-9a-zA-Z][0-9a-zA-Z.-]{0,98}[0-9a-zA-Z]|[0-9a-zA-Z]", re.ASCII)
_LONGEST_NAME = 120

Values = str | None | Iterable[str]


class FollowTheMoney:
    """Writes entities, one a line as JSON; the same entity is written once.

    What several articles tell of one actor comes as several lines with the same id, which
    ``ftm aggregate`` joins.

    Args:
        stream: Where to; left open.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._written: set[str] = set()

    def write(self, record: Record, /) -> None:
        """Write the entities of a record."""
        for entity in entities(record):
            line = json.dumps(_plain(entity), ensure_ascii=False)
            identity = content_id(line)
            if identity not in self._written:
                self._written.add(identity)
                self._stream.write(f"{line}\n".encode())

    def close(self) -> None:
        """Write nothing: the last line is complete."""


def entities(record: Record) -> Iterator[EntityProxy]:
    """Yield the valid entities of a record: article, actors, then facts.

    Raises:
        followthemoney.exc.InvalidData: An entity is not valid; that would be a fault of ours.
    """
    for entity in _Maker(record).entities():
        entity.schema.validate(
            {"properties": {name: entity.get(name) for name in entity.properties}}
        )
        yield entity


def _plain(entity: EntityProxy) -> dict[str, object]:
    """Return an entity as JSON, in an order that is the same every time."""
    properties = {name: sorted(entity.get(name)) for name in sorted(entity.properties)}
    shown = {"id": entity.id, "caption": entity.caption, "schema": entity.schema.name}
    return {**shown, "properties": properties}


def _entity(schema: str, identity: str, **properties: Values) -> EntityProxy:
    """Make an entity; values that FollowTheMoney does not take are left out."""
    entity = model.make_entity(schema)
    entity.id = identity
    for name, values in properties.items():
        several = [values] if isinstance(values, str) or values is None else values
        entity.add(name, [clean(each) for each in several if each])
    return entity


def _id(kind: str, identity: str) -> str:
    """Return the id of an entity: kind and id, hashed where FollowTheMoney takes no such id."""
    safe = identity if _SAFE_ID.fullmatch(identity) else content_id("entity", identity)
    return f"{kind}-{safe}"


def _named(text: str) -> str:
    """Return text as a name: on one line, not too long, not empty."""
    line = one_line(text)
    return (line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…") or "?"


def _country(code: str | None) -> str | None:
    """Return the code of a state, and nothing for a body, whose code may be another's state."""
    if code is None or body_name(code) != code or len(code) != 3:
        return None
    return "xk" if code == "KOS" else code


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _date(text: str | None) -> str | None:
    """Return a date as precise as it is, without a time."""
    if text is None:
        return None
    date = PartialDate.parse(text)
    return date.earliest.isoformat() if date.precision == "time" else text


class _Maker:
    """Makes the entities of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._view = View(record)
        self._article = _id("article", record.article.id)
        self._sides: dict[str, EntityProxy] = {}

    def entities(self) -> Iterator[EntityProxy]:
        """Yield the article and actors, then the facts, then sides that only facts name."""
        record = self._record
        yield self._article_entity()
        yield from map(self._actor, record.actors)
        yield from map(self._mention, record.actors)
        yield from map(self._event, filter(_is_told, record.events))
        yield from (self._contact(each) for each in record.contacts if each.status == "held")
        yield from map(self._statement, record.statements)
        yield from map(self._position, record.positions)
        yield from map(self._attitude, record.attitudes)
        yield from self._sides.values()

    def _article_entity(self) -> EntityProxy:
        article = self._record.article
        return _entity(
            "Article",
            self._article,
            name=_named(article.title or article.text),
            title=article.title,
            author=article.byline,
            publisher=article.publisher,
            publishedAt=_moment(article.published_at),
            modifiedAt=_moment(article.updated_at),
            language=article.language,
            sourceUrl=web_address(article.url),
            keywords=article.contexts,
        )

    def _actor(self, actor: Actor) -> EntityProxy:
        entity = _entity(
            _schema(actor),
            self._actor_id(actor),
            name=_named(actor.name),
            country=_country(actor.country),
            keywords=(*actor.sectors, *([actor.class_] if actor.class_ else [])),
            proof=self._article,
        )
        if actor.kind == "person" and actor.office:
            offices = (actor.office, *actor.other_offices)
            entity.add("position", [one_line(each.title) for each in offices])
        elif actor.kind != "person":
            entity.add("classification", actor.kind.replace("_", " "))
        return entity

    def _actor_id(self, actor: Actor) -> str:
        """Return an actor's id, in all articles the same; unnamed ones are of their article.

        A state has one id under all of its names, that of its code.
        """
        if actor.country and is_side(actor):
            return _id("side", actor.country)
        if actor.kind in {"unnamed", "population"}:
            return _id("actor", content_id(self._record.article.id, actor.id))
        return _id("actor", actor.id)

    def _mention(self, actor: Actor) -> EntityProxy:
        entity = self._actor_id(actor)
        identity = _id("mention", content_id(self._article, entity))
        return _entity("Documentation", identity, document=self._article, entity=entity)

    def _side(self, holder: str) -> str:
        """Return the entity id of an actor, or of the state or body that a code names."""
        actor = self._view.actor(holder)
        if actor is not None:
            return self._actor_id(actor)
        identity = _id("side", holder)
        name, country = _named(self._view.name(holder)), _country(holder)
        schema = "PublicBody" if country else "Organization"
        self._sides[identity] = _entity(schema, identity, name=name, country=country)
        return identity

    def _told(self, schema: str, kind: str, fact: Fact, **properties: Values) -> EntityProxy:
        """Make the entity of a fact, with its words and its article."""
        told = {"description": self._view.words(fact.evidence), "proof": self._article}
        return _entity(schema, _id(kind, fact.id), **{**told, **properties})

    def _event(self, event: Event) -> EntityProxy:
        place = event.place
        return self._told(
            "Event",
            "event",
            event,
            name=_named(self._view.event_name(event)),
            keywords=tuple(filter(None, (event.type, event.mode, codebook().quad(event.type)))),
            organizer=map(self._side, event.actors),
            involved=map(self._side, event.recipients),
            location=place.name if place else None,
            country=_country(place.country) if place else None,
            **_dates(event.when),
        )

    def _contact(self, contact: Contact) -> EntityProxy:
        first, second = self._side(contact.initiator), self._side(contact.counterpart)
        dates = _dates(contact.when)
        if contact.channel in CALLS:
            return self._told("Call", "contact", contact, caller=first, receiver=second, **dates)
        names = " and ".join(self._view.names((contact.initiator, contact.counterpart)))
        place = contact.place
        return self._told(
            "Event",
            "contact",
            contact,
            name=_named(f"{CHANNELS[contact.channel]}: {names}"),
            keywords=("contact", contact.channel),
            organizer=first,
            involved=second,
            location=place.name if place else None,
            country=_country(place.country) if place else None,
            **dates,
        )

    def _statement(self, statement: Statement) -> EntityProxy:
        view = self._view
        words = view.words(statement.content) or view.words(statement.evidence) or ""
        holders = dict.fromkeys((*statement.speakers, *statement.on_behalf_of))
        return self._told(
            "Note",
            "statement",
            statement,
            name=_named(words),
            description=words,
            summary=view.words(statement.evidence),
            keywords=("statement", statement.kind, *filter(None, [statement.medium])),
            entity=map(self._side, holders),
        )

    def _position(self, position: Position) -> EntityProxy:
        view = self._view
        event = view.event(position.target)
        holder, target = view.name(position.holder), view.target(position.target)
        words = f"{holder}: {position.stance}: {target}"
        about = [self._side(position.holder)]
        about += [_id("event", event.id)] if event and _is_told(event) else []
        return self._told(
            "Note",
            "position",
            position,
            name=_named(words),
            description=words,
            summary=view.words(position.evidence),
            keywords=("position", position.stance, position.basis),
            entity=about,
        )

    def _attitude(self, attitude: Attitude) -> EntityProxy:
        return self._told(
            "UnknownLink",
            "attitude",
            attitude,
            subject=self._side(attitude.from_),
            object=self._side(attitude.toward),
            role=f"{attitude.sign} attitude",
        )


def _is_told(event: Event) -> bool:
    return event.modality in TOLD


def _schema(actor: Actor) -> str:
    """Return the schema of an actor."""
    if actor.kind == "person":
        return "Person"
    if actor.kind in {"unnamed", "population"}:
        return "LegalEntity"
    public = actor.kind == "state" or (actor.kind == "organization" and PUBLIC & {*actor.sectors})
    return "PublicBody" if public else "Organization"


def _dates(when: When | None) -> dict[str, str | None]:
    """Return the first and last date of a time, as FollowTheMoney names them."""
    if when is None:
        return {}
    return {"startDate": _date(when.earliest), "endDate": _date(when.latest)}
