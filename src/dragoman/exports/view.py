"""A record with its ids looked up: names, words and days instead of ids, spans and dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.records import Actor, Event, PartialDate, Record, Spans, When, codebook
from dragoman.records.spans import words

CHANNELS = {
    "phone": "Call",
    "meeting": "Meeting",
    "visit": "Visit",
    "video": "Video call",
    "letter": "Letter",
    "message": "Message",
    "unspecified": "Contact",
}
"""What a contact over each channel is called."""


class View:
    """One record, asked by id.

    Args:
        record: A record that keeps the contract: every id that is named stands in it.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.article = record.article
        self._actors = {actor.id: actor for actor in record.actors}
        self._events = {event.id: event for event in record.events}
        self._sides = {
            actor.country: actor.name
            for actor in reversed(record.actors)
            if actor.country and is_side(actor)
        }

    def actor(self, each: str | None) -> Actor | None:
        """Return the actor of an id, or ``None`` where it is the code of a state or body."""
        return self._actors.get(each) if each else None

    def event(self, each: str) -> Event | None:
        """Return the event of an id, or ``None`` where it is something else."""
        return self._events.get(each)

    def name(self, holder: str) -> str:
        """Return the name of an actor by id, or of a state or body by code.

        A code that neither the record nor the codebook names is its own name.
        """
        actor = self._actors.get(holder)
        return actor.name if actor else self._sides.get(holder) or body_name(holder)

    def names(self, holders: Iterable[str]) -> tuple[str, ...]:
        """Return the name of each holder."""
        return tuple(self.name(each) for each in holders)

    def country(self, holder: str) -> str | None:
        """Return the code of the state or body of an actor; a code stands for itself."""
        actor = self._actors.get(holder)
        return actor.country if actor else holder

    def countries(self, holders: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of several holders, each once, without those that have none."""
        return tuple(dict.fromkeys(code for each in holders if (code := self.country(each))))

    def words(self, spans: Spans) -> str | None:
        """Return the words that spans cover, or ``None`` for no spans."""
        return words(self.article.text, spans) or None

    def target(self, target: str) -> str:
        """Return what a position is about in words: an event's type, mode and trigger."""
        event = self.event(target)
        return self.event_name(event) if event else target

    def event_name(self, event: Event) -> str:
        """Return type and mode of an event, and the words that first name it."""
        tag = f"{event.type} {event.mode}" if event.mode else event.type
        trigger = self.words(event.trigger[:1])
        return f"{tag}: {trigger}" if trigger else tag


def is_side(actor: Actor) -> bool:
    """Tell whether an actor is what its code stands for: the state, or the body of that name.

    A breakaway entity bears the code of another state, and is not that state.
    """
    if actor.country is None or "PRE" in actor.sectors:
        return False
    return actor.kind == "state" or actor.name == body_name(actor.country)


def body_name(code: str) -> str:
    """Return the name that the codebook gives an international body, or the code itself."""
    named = (entry.name for entry in codebook().find(code) if entry.section == "bodies")
    return next(named, code)


def days(when: When | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a time may mean, as far as they are known."""
    if when is None:
        return None, None
    first = PartialDate.parse(when.earliest).earliest if when.earliest else None
    last = PartialDate.parse(when.latest).latest if when.latest else None
    return first, last
