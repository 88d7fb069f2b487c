"""Record → cards: each thing of a record with a heading, details, and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.cli.display.dates import when_text
from dragoman.cli.display.kinds import BY_NAME, Kind
from dragoman.cli.display.names import Names, actor_facts, event_tag, joined, place_text
from dragoman.records import (
    Actor,
    Attitude,
    Casualties,
    Contact,
    Event,
    Fact,
    Position,
    Record,
    Span,
    Spans,
    Statement,
    codebook,
)
from dragoman.records.parts import Role, parts

ARROW = "→"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is told of a fact.

    ``plain`` details need no label to be understood; ``refers`` is the id of a fact of the record.
    """

    label: str
    text: str
    plain: bool = False
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One actor or fact as it is shown.

    Attributes:
        kind: What it is.
        code: Its short name among those shown, such as ``C2``.
        id: Its id in the record.
        tag: What sort of its kind: a channel, an event type, a stance.
        tone: The name of the tag's style: a stance, a sign, a quadrant, or the kind.
        who: The sides, with an arrow where there is a direction.
        details: What else is told, the short things first.
        evidence: The clauses that state it; for an actor, the mentions.
        parts: The words in them that tell something, with what they tell.
        confidence: As in the record; ``None`` for an actor, which has none.
    """

    kind: Kind
    code: str
    id: str
    tag: str
    tone: str
    who: str
    details: tuple[Detail, ...]
    evidence: Spans
    parts: tuple[tuple[Span, Role], ...] = ()
    confidence: float | None = None


def cards(record: Record) -> tuple[Card, ...]:
    """Return the cards of a record: actors, contacts, events, statements, positions, attitudes.

    Actors come by rank, positions by the scale of stances, everything else by place in the text.
    """
    return tuple(_Maker(record).cards())


class _Maker:
    """Makes the cards of one record; knows which code each thing goes by."""

    def __init__(self, record: Record) -> None:
        self.names = Names(record)
        self.actors = sorted(record.actors, key=_rank)
        positions: list[Fact] = [*sorted(record.positions, key=_stance)]
        self.facts: dict[str, list[Fact]] = {
            "contact": sorted(record.contacts, key=_place),
            "event": sorted(record.events, key=_place),
            "statement": sorted(record.statements, key=_place),
            "position": positions,
            "attitude": sorted(record.attitudes, key=_place),
        }
        self.events = {event.id: event for event in record.events}
        self.codes: dict[str, str] = {}
        self._number("actor", self.actors)
        for kind, facts in self.facts.items():
            self._number(kind, facts)

    def _number(self, kind: str, things: Iterable[Actor | Fact]) -> None:
        for number, each in enumerate(things, start=1):
            self.codes[each.id] = f"{BY_NAME[kind].letter}{number}"

    def cards(self) -> Iterator[Card]:
        """Yield the card of each thing, in the order in which they are shown."""
        yield from map(self._actor, self.actors)
        for things in self.facts.values():
            yield from map(self._fact, things)

    def _actor(self, actor: Actor) -> Card:
        return Card(
            kind=BY_NAME["actor"],
            code=self.codes[actor.id],
            id=actor.id,
            tag=actor.kind.replace("_", " "),
            tone="actor",
            who=actor.name,
            details=tuple(Detail("", fact, plain=True) for fact in actor_facts(actor)),
            evidence=actor.mentions,
        )

    def _fact(self, fact: Fact) -> Card:
        kind, tag, tone, who, details = self._told(fact)
        return Card(
            kind=BY_NAME[kind],
            code=self.codes[fact.id],
            id=fact.id,
            tag=tag,
            tone=tone or kind,
            who=who,
            details=tuple(detail for detail in details if detail.text),
            evidence=fact.evidence,
            parts=tuple(parts(fact)),
            confidence=fact.confidence,
        )

    def _told(self, fact: Fact) -> tuple[str, str, str | None, str, Iterable[Detail]]:
        """Return kind, tag, tone, sides and details of a fact."""
        if isinstance(fact, Contact):
            return "contact", fact.channel, None, self._contact_sides(fact), self._contact(fact)
        if isinstance(fact, Event):
            quad = codebook().quad(fact.type)
            return "event", event_tag(fact), quad, self._event_sides(fact), self._event(fact)
        if isinstance(fact, Statement):
            return "statement", fact.kind, None, self._speakers(fact), self._statement(fact)
        if isinstance(fact, Position):
            sides = self.names.side(fact.holder)
            return "position", fact.stance, fact.stance, sides, self._position(fact)
        if isinstance(fact, Attitude):
            sides = f"{self.names.side(fact.from_)} {ARROW} {self.names.side(fact.toward)}"
            return "attitude", fact.sign, fact.sign, sides, self._attitude(fact)
        raise TypeError(f"{type(fact).__name__} is no kind of fact")

    def _contact_sides(self, contact: Contact) -> str:
        one = self.names.with_office(contact.initiator, contact.initiator_level)
        other = self.names.with_office(contact.counterpart, contact.counterpart_level)
        return f"{one} {ARROW} {other}"

    def _contact(self, contact: Contact) -> Iterator[Detail]:
        yield Detail("status", contact.status, plain=True)
        yield from _when_and_place(contact)
        if contact.initiative == "unknown":
            yield Detail("initiative", "who began is not told", plain=True)
        if contact.basis == "own words":
            yield Detail("basis", "told in own words", plain=True)
        for topic in contact.topics:
            yield Detail("topic", topic)
        for outcome in contact.outcome:
            yield Detail("outcome", outcome)

    def _event_sides(self, event: Event) -> str:
        actors, recipients = self.names.actors(event.actors), self.names.actors(event.recipients)
        if recipients:
            return f"{actors or '?'} {ARROW} {recipients}"
        return actors or self.names.trigger(event)

    def _event(self, event: Event) -> Iterator[Detail]:
        if event.modality != "asserted":
            yield Detail("modality", event.modality, plain=True)
        yield from _when_and_place(event)
        if event.casualties is not None:
            yield Detail("casualties", _casualties(event.casualties), plain=True)
        yield self._reported(event)
        yield self._reference("statement", event.statement)
        yield self._reference("contact", event.contact)

    def _reported(self, event: Event) -> Detail:
        """Return who alone says that the event took place: a statement, or an actor."""
        if event.reported_by is None:
            return Detail("reported by", "")
        if event.reported_by in self.codes and not self.codes[event.reported_by].startswith("W"):
            return self._reference("reported in", event.reported_by)
        return Detail("reported by", self.names.side(event.reported_by), refers=event.reported_by)

    def _reference(self, label: str, refers: str | None) -> Detail:
        return Detail(label, self.codes[refers] if refers else "", refers=refers)

    def _speakers(self, statement: Statement) -> str:
        speakers = self.names.actors(statement.speakers) or "unnamed"
        sides = [self.names.side(each) for each in statement.on_behalf_of]
        others = [side for side in sides if side not in map(self.names.actor, statement.speakers)]
        return f"{speakers}, for {joined(others)}" if others else speakers

    def _statement(self, statement: Statement) -> Iterator[Detail]:
        yield Detail("medium", statement.medium or "", plain=True)
        if statement.addressee is not None:
            yield Detail("to", self.names.side(statement.addressee))
        if statement.when is not None:
            yield Detail("when", when_text(statement.when), plain=True)

    def _position(self, position: Position) -> Iterator[Detail]:
        event = self.events.get(position.target)
        if event is not None:
            told = f"{self.codes[event.id]} {self.names.event(event)}"
            yield Detail("on", told, refers=event.id)
        else:
            yield Detail("on", position.target)
        yield self._basis(position.basis, position.reporter)
        yield self._reference("statement", position.statement)

    def _basis(self, basis: str, reporter: str | None) -> Detail:
        if basis == "reported" and reporter:
            return Detail("reported by", self.names.side(reporter), refers=reporter)
        return Detail("basis", basis)

    def _attitude(self, attitude: Attitude) -> Iterator[Detail]:
        yield self._basis(attitude.basis, None)


def _when_and_place(fact: Contact | Event) -> Iterator[Detail]:
    if fact.when is not None:
        yield Detail("when", when_text(fact.when), plain=True)
    if fact.place is not None:
        yield Detail("where", place_text(fact.place), plain=True)


def _casualties(casualties: Casualties) -> str:
    told = (("killed", casualties.killed), ("injured", casualties.injured))
    return ", ".join(f"{number} {fate}" for fate, number in told if number is not None)


def _rank(actor: Actor) -> tuple[int, int, int]:
    """Order actors: persons by level of office, then states, bodies, groups, the unnamed."""
    kinds = ("person", "state", "organization", "armed_group", "population", "unnamed")
    level = actor.office.level if actor.office else 9
    first = actor.mentions[0][0] if actor.mentions else 0
    return kinds.index(actor.kind), level, first


def _place(fact: Fact) -> Span:
    return fact.evidence[0]


def _stance(position: Position) -> tuple[int, Span]:
    return codebook().codes("stances").index(position.stance), position.evidence[0]
