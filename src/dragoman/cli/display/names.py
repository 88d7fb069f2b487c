"""What to call the actors, sides and events of a record when they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dragoman.records import Actor, Article, Event, Office, Place, Record, codebook
from dragoman.records.spans import words
from dragoman.world import world

_LONGEST_LABEL = 60


@cache
def code_name(code: str) -> str:
    """Return the name of a state or body, or the code itself where it has none."""
    state = world().state(code)
    if state is not None and state.code == code:
        return state.name
    bodies = (entry for entry in codebook().find(code) if entry.section == "bodies")
    body = next(bodies, None)
    return body.name if body is not None else code


def context_names(article: Article) -> tuple[str, ...]:
    """Return the names that the codebook gives the contexts of an article."""
    known = {entry.code: entry.name for entry in codebook().section("contexts")}
    return tuple(known.get(each, each) for each in article.contexts)


def office_text(office: Office) -> str:
    """Return an office as printed, with its state where the words do not tell it."""
    return f"{office.title}, {code_name(office.of)}" if office.of else office.title


def place_text(place: Place) -> str:
    """Return a place, with its country where it is not the country itself."""
    country = code_name(place.country) if place.country else None
    return place.name if country in {None, place.name} else f"{place.name}, {country}"


def shortened(text: str, most: int = _LONGEST_LABEL) -> str:
    """Return text on one line, cut at a blank where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most - 1].rsplit(' ', 1)[0]}…"


class Names:
    """The names that one record gives its actors and sides."""

    def __init__(self, record: Record) -> None:
        self._text = record.article.text
        self._actors = {actor.id: actor for actor in record.actors}

    def actor(self, each: str) -> str:
        """Return the name of an actor by its id."""
        return self._actors[each].name

    def actors(self, ids: Iterable[str]) -> str:
        """Return the names of several actors, joined as in a sentence."""
        return joined([self.actor(each) for each in ids])

    def side(self, holder: str) -> str:
        """Return the name of an actor by its id, or of a state or body by its code."""
        return self.actor(holder) if holder in self._actors else code_name(holder)

    def with_office(self, each: str, level: int | None) -> str:
        """Return an actor with state and level of office: "Kari Lund (NOR, level 2)"."""
        actor = self._actors[each]
        told = [actor.country if actor.kind in {"person", "unnamed"} else None]
        told.append(f"level {level}" if level is not None else None)
        known = ", ".join(part for part in told if part)
        return f"{actor.name} ({known})" if known else actor.name

    def event(self, event: Event) -> str:
        """Return what an event is called: its type and mode, and the words that name it."""
        kind = event_tag(event)
        return f"{kind} “{self.trigger(event)}”" if event.trigger else kind

    def trigger(self, event: Event) -> str:
        """Return the words by which the text first names an event."""
        return shortened(words(self._text, event.trigger[:1]))


def event_tag(event: Event) -> str:
    """Return the type and mode of an event."""
    return f"{event.type} {event.mode}" if event.mode else event.type


def actor_facts(actor: Actor) -> tuple[str, ...]:
    """Return what is known of an actor beside the name, one thing each."""
    office = actor.office
    facts = [office_text(office) if office else code_name(actor.country) if actor.country else None]
    if facts == [actor.name]:
        facts = []
    facts.append(f"level {office.level}" if office else None)
    facts.append(None if actor.kind == "person" else actor.kind.replace("_", " "))
    facts.append(actor.country)
    facts.append(" ".join(actor.sectors) or None)
    facts.append("from the table of office-holders" if office and office.basis == "table" else None)
    facts += [f"also {office_text(each)}" for each in actor.other_offices]
    return tuple(fact for fact in facts if fact)


def joined(names: list[str]) -> str:
    """Join names as in a sentence."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
