"""Who stands behind a party: a government or body where it is known, else the party itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from dragoman.crises.entries import Entry, Party
from dragoman.errors import StoreError
from dragoman.records import codebook
from dragoman.world import Entity, Organization, State, world

ELSEWHERE = "by other reports: "
"""Stands before what the article does not print, and other articles tell of a person."""


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A government or body by its code, or somebody who stands for none.

    ``key`` tells sides apart: the code, or the id of the party.
    """

    key: str
    name: str
    code: str | None = None


@cache
def side_of_code(code: str) -> Side:
    """Return the side of a code, with the name that state or body goes by."""
    state = world().state(code)
    if state is not None and state.code == code:
        return Side(code, state.name, code)
    bodies = (each for each in codebook().find(code) if each.section == "bodies")
    body = next(bodies, None)
    return Side(code, body.name if body is not None else code, code)


def code_of(name: str) -> str | None:
    """Return the code of a state, body or armed group by its name or code, else None.

    A code comes before an abbreviation: AU is the African Union, not Australia.

    Raises:
        StoreError: The name may be of several states: "Korea".
    """
    known = world()
    doubt = None if _of_code(name) else known.doubt(name)
    if doubt is not None:
        raise StoreError(doubt, hint="Give the full name or the code of one.")
    capitals = name.upper()
    found: State | Organization | Entity | None
    found = _of_code(name) or known.state(name) or _of_code(capitals) or known.state(capitals)
    found = found or known.organization(name) or next(iter(known.lookup(name)), None)
    return found.code if found is not None else None


def state_like(name: str) -> str | None:
    """Return the name of the state that is spelled most like a name, if any is."""
    names = {each.name.casefold(): each.name for each in world().states.values()}
    near = get_close_matches(name.casefold(), names, n=1)
    return names[near[0]] if near else None


def _of_code(code: str) -> State | Organization | None:
    body = world().organization(code)
    if body is not None and body.code == code:
        return body
    return world().states.get(code)


def side(party: Party) -> Side:
    """Return the side that a party belongs to."""
    return side_of_code(party.code) if party.code else Side(party.id, party.name)


def sides(entry: Entry, *parts: str) -> tuple[Side, ...]:
    """Return the sides that take one of these parts in an entry, each once."""
    return tuple(dict.fromkeys(side(each) for each in members(entry, *parts)))


def members(entry: Entry, *parts: str) -> tuple[Party, ...]:
    """Return the parties that take one of these parts in an entry; without parts, all."""
    wanted = parts or tuple(entry.parties)
    return tuple(each for part in wanted for each in entry.parties.get(part, ()))


def governments(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the codes of all states and bodies that take part in any of the entries, in order."""
    found = {each.code for entry in entries for each in members(entry) if each.code}
    return tuple(sorted(found))


def named(party: Party) -> str:
    """Return a party with its state or body: "Kari Lund (Norway)", or "Norway"."""
    return described(party)


def described(party: Party, role: str | None = None) -> str:
    """Return a party with state or body and office: "Mara Oduya (Kenya, foreign minister)".

    What the name says itself is not said twice: "UN Secretary-General".
    """
    behind = side(party)
    if behind.code is None or party.name == behind.name:
        return party.name
    office = None if role is None or role.casefold() in party.name.casefold() else role
    body = None if says(party.name, behind.code) else behind.name
    told = ", ".join(sourced(party, body, office, mark=ELSEWHERE))
    return f"{party.name} ({told})" if told else party.name


@cache
def says(name: str, code: str) -> bool:
    """Tell whether a name says of which state or body it is: "British ambassador"."""
    found = (each for _, _, entities in world().find(name.split()) for each in entities)
    return any(code in {each.code, each.country} for each in found)


def sourced(party: Party, country: str | None, office: str | None, *, mark: str) -> tuple[str, ...]:
    """Return what is known of a party: first as printed, then, after a mark, what is lent.

    Args:
        party: The party.
        country: Its state or body in words; ``None`` where it is not to be told.
        office: Its office in words.
        mark: Stands before the first of what is lent.
    """
    told = {"country": country, "office": office}
    printed = [text for name, text in told.items() if text and name not in party.lent]
    lent = [text for name, text in told.items() if text and name in party.lent]
    return (*printed, *(f"{mark}{text}" for text in lent[:1]), *lent[1:])


def joined(names: Iterable[str]) -> str:
    """Join names as in a sentence, each once."""
    each = list(dict.fromkeys(names))
    return " and ".join(each) if len(each) < 3 else f"{', '.join(each[:-1])} and {each[-1]}"


def each_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in order, each once."""
    return tuple({each.id: each for each in entries}.values())
