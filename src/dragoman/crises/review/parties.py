"""Who is meant where a person names a party: an actor of the article, a code, or somebody new."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.errors import RecordError, StoreError
from dragoman.records import Actor, Record, content_id
from dragoman.records.convert import from_plain, to_plain
from dragoman.store.rows import folded
from dragoman.world import world

PARTIES: Mapping[str, tuple[str, ...]] = {
    "events": ("actors", "recipients"),
    "contacts": ("initiator", "counterpart"),
    "statements": ("speakers", "on_behalf_of", "addressee"),
    "positions": ("holder", "reporter"),
    "attitudes": ("from", "toward"),
}
"""The fields of each kind that name parties, as JSON names them."""

CODES_DO = frozenset({"on_behalf_of", "holder", "reporter", "from", "toward"})
"""The fields that may hold the code of a state or body in place of an actor's id."""


@dataclass(slots=True)
class Cast:
    """The actors of an article, and those that judgements bring in beside them."""

    actors: dict[str, Actor]
    brought: dict[str, Actor] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Cast:
        """Return the cast of a record."""
        return cls({actor.id: actor for actor in record.actors})

    def party(self, given: object, *, codes_do: bool) -> str:
        """Return the id or code of what a person named.

        Args:
            given: An actor's id or name, a state's or body's code or name, or, for somebody who
                is not in the article, ``{"name": …, "kind": …, "country": …}``.
            codes_do: Whether a code may stand for its state or body.

        Raises:
            StoreError: It is none of these.
        """
        if isinstance(given, dict):
            return self._bring(_described(given))
        name = str(given).strip()
        if name in self.actors:
            return name
        known = self._named(name)
        if known is not None:
            return known.id
        entity = state_or_body(name)
        if entity is None:
            raise self._unknown(name)
        code = str(entity.country)
        if codes_do:
            return code
        same = (each for each in self.actors.values() if _is_side(each, code))
        return next((each.id for each in same), None) or self._bring(entity)

    def carried(self, party: str, kept: Mapping[str, Actor]) -> str:
        """Return who a party of another reading is in this one.

        Args:
            party: An id or a code there.
            kept: The actors that the judgement keeps, by their ids there.
        """
        if party in self.actors or party not in kept:
            return party
        named = self._named(kept[party].name)
        return named.id if named is not None else self._bring(kept[party])

    def complete(self, record: Record) -> Record:
        """Return a record with the actors that were brought in."""
        more = tuple(self.brought.values())
        return replace(record, actors=(*record.actors, *more)) if more else record

    def kept(self, parties: Iterable[str]) -> list[dict[str, Any]]:
        """Return the actors among some parties as a judgement keeps them, without their spans."""
        known = (self.actors[each] for each in dict.fromkeys(parties) if each in self.actors)
        return [to_plain(replace(each, mentions=(), members=())) for each in known]

    def _named(self, name: str) -> Actor | None:
        wanted = folded(name)
        same = [each for each in self.actors.values() if folded(each.name) == wanted]
        return same[0] if same else None

    def _bring(self, actor: Actor) -> str:
        if actor.id not in self.actors:
            self.actors[actor.id] = self.brought[actor.id] = actor
        return actor.id

    def _unknown(self, name: str) -> StoreError:
        names = [each.name for each in self.actors.values()]
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
        told = f"Did you mean {' or '.join(map(repr, near))}? " if near else ""
        return StoreError(
            f"{name!r} is no actor of the article, and no state or body.",
            hint=f'{told}For somebody new give {{"name": …, "kind": "person", "country": …}}.',
        )


def kept_actors(data: object) -> dict[str, Actor]:
    """Read the actors that a judgement keeps, by their ids.

    Raises:
        RecordError: They have another form.
    """
    if not isinstance(data, list):
        raise RecordError("The judgement holds no list of actors.")
    found = [from_plain(Actor, each, f"$.actors[{n}]") for n, each in enumerate(data)]
    return {actor.id: replace(actor, mentions=(), members=()) for actor in found}


def _is_side(actor: Actor, code: str) -> bool:
    return actor.kind in {"state", "organization"} and actor.country == code


def state_or_body(name: str) -> Actor | None:
    """Return a state or an organisation by name or code, as an actor.

    ``None`` where there is none of that name, or several: "Korea" says too little.
    """
    state = world().state(name)
    if state is not None and world().doubt(name) is not None:
        return None
    if state is not None:
        return _actor("state", state.name, state.code)
    body = world().organization(name)
    return _actor("organization", body.name, body.code) if body is not None else None


def _actor(kind: Any, name: str, country: str | None) -> Actor:
    identity = content_id("actor", kind, name, country)
    return Actor(identity, name, kind, country)


def _described(given: Mapping[Any, Any]) -> Actor:
    """Return somebody who is described rather than named."""
    allowed = {"name", "kind", "country", "sectors", "office"}
    name = given.get("name")
    if not isinstance(name, str) or not name.strip() or given.keys() - allowed:
        raise StoreError(
            "Somebody new is described by a name.",
            hint=f"Beside it there may be {', '.join(sorted(allowed - {'name'}))}.",
        )
    kind, country = given.get("kind", "person"), given.get("country")
    blank = to_plain(_actor(kind, name.strip(), country))
    return from_plain(Actor, {**blank, **given, "name": name.strip()})
