"""A record built fact by fact over a text, by words in place of spans."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.records import (
    Actor,
    ActorKind,
    Article,
    Attitude,
    Contact,
    Event,
    Office,
    Position,
    ReaderInfo,
    Record,
    Sign,
    Spans,
    Stance,
    Statement,
    content_id,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Draft:
    """The record of one text; the methods return the id or the fact they add."""

    text: str
    record: Record = field(init=False)

    def __post_init__(self) -> None:
        article = Article(id=content_id(self.text), text=self.text)
        self.record = Record(reader=ReaderInfo("0", "none"), article=article)

    def at(self, *words: str) -> Spans:
        return tuple((self.text.index(each), self.text.index(each) + len(each)) for each in words)

    def actor(
        self,
        name: str,
        *mentions: str,
        kind: ActorKind = "person",
        country: str | None = None,
        office: Office | None = None,
        sectors: tuple[str, ...] = (),
        members: tuple[str, ...] = (),
    ) -> str:
        actor = Actor(
            id=f"id of {name}",
            name=name,
            kind=kind,
            country=country,
            sectors=sectors,
            members=members,
            office=office,
            mentions=self.at(*mentions),
        )
        self.record = replace(self.record, actors=(*self.record.actors, actor))
        return actor.id

    def event(
        self,
        type_: str,
        actors: Sequence[str],
        recipients: Sequence[str] = (),
        trigger: str | None = None,
        evidence: dict[str, Spans] | None = None,
    ) -> Event:
        event = Event(
            id=str(len(self.record.events)),
            type=type_,
            actors=tuple(actors),
            recipients=tuple(recipients),
            trigger=self.at(trigger) if trigger else (),
            evidence=((0, len(self.text)),),
            confidence=1.0,
            field_evidence=evidence or {},
        )
        self.record = replace(self.record, events=(*self.record.events, event))
        return event

    def contact(self, initiator: str, counterpart: str) -> Contact:
        contact = Contact(
            id=str(len(self.record.contacts)),
            initiator=initiator,
            counterpart=counterpart,
            evidence=((0, 1),),
            confidence=1.0,
        )
        self.record = replace(self.record, contacts=(*self.record.contacts, contact))
        return contact

    def statement(
        self, speakers: Sequence[str], content: str, source: str | None = None
    ) -> Statement:
        statement = Statement(
            id=str(len(self.record.statements)),
            speakers=tuple(speakers),
            kind="indirect",
            source=self.at(source) if source else (),
            content=self.at(content),
            evidence=((0, 1),),
            confidence=1.0,
        )
        self.record = replace(self.record, statements=(*self.record.statements, statement))
        return statement

    def position(self, holder: str, stance: Stance) -> Position:
        position = Position(
            id=str(len(self.record.positions)),
            holder=holder,
            target="the act",
            stance=stance,
            basis="own",
            evidence=((0, 1),),
            confidence=1.0,
        )
        self.record = replace(self.record, positions=(*self.record.positions, position))
        return position

    def attitude(self, from_: str, toward: str, sign: Sign) -> Attitude:
        attitude = Attitude(
            id=str(len(self.record.attitudes)),
            from_=from_,
            toward=toward,
            sign=sign,
            basis="own",
            evidence=((0, 1),),
            confidence=1.0,
        )
        self.record = replace(self.record, attitudes=(*self.record.attitudes, attitude))
        return attitude
