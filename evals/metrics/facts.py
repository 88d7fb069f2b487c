"""Comparing the record of one article with its gold record, kind by kind.

A gold fact is hit when a predicted fact of its kind agrees on its key fields, one to one:

- contact: initiator and counterpart, by name where the gold has one, else by country.
- statement: speaker (by name, else by words, else by country), and at least half of the
  characters of the content.
- position: holder and stance. Attitude: from, toward and sign.
- event: type, one actor and one recipient; a side by any of its gold names or countries. An event
  that lists its sides as actors and has no recipient may have them in either order.

Fields that the gold does not give are not compared. Not counted as errors are, beyond the gold:
verbal events whose actor speaks or meets in the gold; contacts with an unnamed side; contacts that
the gold lists apart as unnamed. Actors are only looked for: what is beyond the gold is not counted.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from evals.metrics.matching import Tally, tally
from evals.metrics.names import same_description, same_person
from evals.metrics.parties import Parties
from evals.metrics.passages import passages, share_covered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dragoman.records import Actor, Attitude, Contact, Event, Position, Record, Statement
    from evals.gold_records import (
        GoldActor,
        GoldAttitude,
        GoldContact,
        GoldEvent,
        GoldPosition,
        GoldRecord,
        GoldStatement,
    )

VERBAL = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "CONSULT", "AGREE"})
KINDS = ("events", "contacts", "statements", "positions", "attitudes")
CONTENT_SHARE = 0.5


def compare_facts(gold: GoldRecord, record: Record) -> dict[str, Tally]:
    """Return a tally for each kind of fact that the gold record holds."""
    parties = Parties(record)
    comparisons: Mapping[str, Callable[[GoldRecord, Record, Parties], Tally | None]] = {
        "actors": _actors,
        "events": _events,
        "contacts": _contacts,
        "statements": _statements,
        "positions": _positions,
        "attitudes": _attitudes,
    }
    tallies = {kind: compare(gold, record, parties) for kind, compare in comparisons.items()}
    return {kind: found for kind, found in tallies.items() if found is not None}


def _actors(gold: GoldRecord, record: Record, parties: Parties) -> Tally | None:
    if gold.actors is None:
        return None
    return tally(
        gold.actors, record.actors, partial(same_actor, parties=parties), excuse=lambda _: True
    )


def same_actor(gold: GoldActor, actor: Actor, parties: Parties) -> bool:
    """Whether an actor has the gold's name and, where given, country, role and sector."""
    offices = [actor.office] if actor.office else []
    roles = {office.role for office in (*offices, *actor.other_offices)}
    return (
        parties.called(actor, gold.name)
        and gold.country in (None, actor.country)
        and (gold.role is None or gold.role in roles)
        and (gold.sector is None or gold.sector in actor.sectors)
    )


def _events(gold: GoldRecord, record: Record, parties: Parties) -> Tally | None:
    if gold.events is None:
        return None
    speaks = partial(speaks_or_meets, gold=gold, parties=parties)
    return tally(
        gold.events,
        record.events,
        partial(same_event, parties=parties),
        excuse=lambda event: event.type in VERBAL and speaks(event),
    )


def same_event(gold: GoldEvent, event: Event, parties: Parties) -> bool:
    """Whether an event has one of the gold's types, one actor and one recipient."""
    if gold.types and event.type not in gold.types:
        return False
    acting = partial(_is_side, gold.actors, gold.actor_countries, parties)
    receiving = partial(_is_side, gold.recipients, gold.recipient_countries, parties)
    return any(acting(actor) and receiving(other) for actor, other in _sides(event, parties))


def _sides(event: Event, parties: Parties) -> Iterator[tuple[Actor | None, Actor | None]]:
    """Yield the pairs of actor and recipient; ``None`` for a side that is absent."""
    actors, recipients = parties.of(event.actors), parties.of(event.recipients)
    if not event.recipients and len(actors) > 1:
        yield from ((actor, other) for actor in actors for other in actors if actor != other)
    yield from ((actor, other) for actor in actors or (None,) for other in recipients or (None,))


def _is_side(
    names: tuple[str, ...], countries: tuple[str, ...], parties: Parties, actor: Actor | None
) -> bool:
    """Whether an actor is one of the gold's side; any will do where the gold names none."""
    if not names and not countries:
        return True
    if actor is None:
        return False
    return actor.country in countries or any(parties.called(actor, name) for name in names)


def speaks_or_meets(event: Event, gold: GoldRecord, parties: Parties) -> bool:
    """Whether an actor of the event speaks, or has a contact, in the gold record.

    A state or body also speaks where one of its persons does.
    """
    names, words, countries = _voices(gold)
    countries |= {
        known.country
        for known in gold.actors or ()
        if known.country and any(same_person(known.name, name) for name in names)
    }
    return any(
        (actor.kind != "person" and actor.country in countries)
        or any(parties.called(actor, name) for name in names)
        or any(parties.described(actor, text) for text in words)
        for actor in parties.of(event.actors)
    )


def _voices(gold: GoldRecord) -> tuple[set[str], set[str], set[str]]:
    """Return names, descriptions and countries of all who speak or meet in the gold."""
    names: set[str | None] = set()
    words: set[str | None] = set()
    countries: set[str] = set()
    for statement in gold.statements or ():
        names.add(statement.speaker)
        words.add(statement.speaker_text)
        countries |= set(statement.countries)
    for contact in (*(gold.contacts or ()), *gold.contacts_unnamed):
        names |= {contact.initiator, contact.counterpart}
        words |= {contact.initiator_text, contact.counterpart_text}
        countries |= {*contact.initiator_countries, *contact.counterpart_countries}
    return set(filter(None, names)), set(filter(None, words)), countries


def _contacts(gold: GoldRecord, record: Record, parties: Parties) -> Tally | None:
    if gold.contacts is None:
        return None
    same = partial(same_contact, parties=parties)
    return tally(
        gold.contacts,
        record.contacts,
        same,
        excuse=lambda contact: (
            _is_loose(contact, parties)
            or any(same(unnamed, contact) for unnamed in gold.contacts_unnamed)
        ),
    )


def same_contact(gold: GoldContact, contact: Contact, parties: Parties) -> bool:
    """Whether a contact has the gold's initiator and counterpart."""
    return _is_party(
        gold.initiator, gold.initiator_text, gold.initiator_countries, [contact.initiator], parties
    ) and _is_party(
        gold.counterpart,
        gold.counterpart_text,
        gold.counterpart_countries,
        [contact.counterpart],
        parties,
    )


def _is_loose(contact: Contact, parties: Parties) -> bool:
    return parties.is_loose(contact.initiator) or parties.is_loose(contact.counterpart)


def _is_party(
    name: str | None,
    words: str | None,
    countries: tuple[str, ...],
    ids: Iterable[str],
    parties: Parties,
) -> bool:
    """Whether one of the actors has the name, else fits the words, else is of the country."""
    actors = parties.of(ids)
    if name is not None:
        return any(parties.called(actor, name) for actor in actors)
    if words is not None:
        return any(parties.described(actor, words) for actor in actors)
    return not countries or any(actor.country in countries for actor in actors)


def _statements(gold: GoldRecord, record: Record, parties: Parties) -> Tally | None:
    if gold.statements is None:
        return None
    same = partial(same_statement, text=record.article.text, parties=parties)
    return tally(gold.statements, record.statements, same)


def same_statement(gold: GoldStatement, statement: Statement, text: str, parties: Parties) -> bool:
    """Whether a statement has the gold's speaker and half of its content's characters."""
    return _speaks(gold, statement, text, parties) and _says(gold, statement, text)


def _speaks(gold: GoldStatement, statement: Statement, text: str, parties: Parties) -> bool:
    words = gold.speaker_text
    if gold.speaker is None and words is not None:
        source = " ".join(text[start:end] for start, end in statement.source)
        if same_description(source, words):
            return True
    if _is_party(gold.speaker, words, gold.countries, statement.speakers, parties):
        return True
    by_country = gold.speaker is None and words is None
    return by_country and bool(set(gold.countries) & set(statement.on_behalf_of))


def _says(gold: GoldStatement, statement: Statement, text: str) -> bool:
    if gold.begins is None and gold.ends is None:
        return True
    begins, ends = gold.begins or gold.ends or "", gold.ends or gold.begins or ""
    return any(
        share_covered(extent, statement.content) >= CONTENT_SHARE
        for extent in passages(text, begins, ends)
    )


def _positions(gold: GoldRecord, record: Record, parties: Parties) -> Tally | None:
    if gold.positions is None:
        return None
    return tally(gold.positions, record.positions, partial(same_position, parties=parties))


def same_position(gold: GoldPosition, position: Position, parties: Parties) -> bool:
    """Whether a position has the gold's holder and one of its stances."""
    return (not gold.stances or position.stance in gold.stances) and parties.side_is(
        position.holder, gold.holder, gold.holder_text
    )


def _attitudes(gold: GoldRecord, record: Record, parties: Parties) -> Tally | None:
    if gold.attitudes is None:
        return None
    return tally(gold.attitudes, record.attitudes, partial(same_attitude, parties=parties))


def same_attitude(gold: GoldAttitude, attitude: Attitude, parties: Parties) -> bool:
    """Whether an attitude has the gold's two sides and sign."""
    return (
        gold.sign in (None, attitude.sign)
        and parties.side_is(attitude.from_, gold.from_, gold.from_text)
        and parties.side_is(attitude.toward, gold.toward, gold.toward_text)
    )
