"""One actor: a person, a state, a body or a group; what they said, whom they met, where they stand.

Of a person also: offices over time, spellings, and who may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.ledger import Ledger
from dragoman.crises.persons import Person, Persons
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.sides import members, side_of_code
from dragoman.desk import links
from dragoman.desk.api import cursors
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts import Showing, ShownEntry
from dragoman.desk.parts.codes import KINDS, Kind
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.identities import Identity, history, identity_of
from dragoman.desk.parts.partaking import Partaking
from dragoman.desk.parts.somebody import (
    HeldOffice,
    ListedPerson,
    TableTerm,
    named,
    of_government,
    offices,
    terms,
)
from dragoman.desk.refusals import NotFound
from dragoman.desk.rendering import render
from dragoman.errors import StoreError
from dragoman.store import View
from dragoman.world import world

router = APIRouter()

AT_ONCE = 30
"""Facts on one page where one kind is looked at."""

_OF_EACH = 5
_MOST_PEOPLE = 30
_MOST_ALIKE = 9

ORDER = ("statements", "contacts", "positions", "events", "attitudes")
"""The kinds of fact in the order in which they are told of an actor."""

Words = Annotated[str | None, Query(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The facts of one kind.

    Attributes:
        kind: Of fact.
        total: How many there are.
        facts: Some of them, the latest first.
        all: The address of all of them, where there are more.
    """

    kind: Kind
    total: int
    facts: tuple[ShownEntry, ...]
    all: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """What is known of a person beyond what he or she takes part in.

    Attributes:
        person: Name, country and spellings.
        government: The state or body, by name.
        offices: As articles print them, the latest first.
        terms: As the table of office-holders has them, for somebody of this name.
        like: The name by which others are looked for.
        alike: Others whom that name may mean.
        history: What people judged of who it is.
    """

    person: Person
    government: str | None
    offices: tuple[HeldOffice, ...]
    terms: tuple[TableTerm, ...]
    like: str
    alike: tuple[ListedPerson, ...]
    history: tuple[Identity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """One actor.

    Attributes:
        frame: What is looked at.
        key: The id or code that names the actor.
        name: What the actor is called.
        sort: ``person``, ``state``, ``body`` or ``group``.
        sections: Facts by kind; of one kind alone where that is asked for.
        chosen: The kind that is asked for, if one is.
        all: The address of the page with all kinds.
        first: The address of the beginning of the facts of that kind, unless this is it.
        next: The address of what follows, if anything does.
        somebody: What is known of a person.
        people: Persons of a state or body, those named most often first.
        done: What was just judged of who is who.
    """

    frame: Frame
    key: str
    name: str
    sort: str
    sections: tuple[Section, ...]
    chosen: Kind | None
    all: str
    first: str | None
    next: str | None
    somebody: Somebody | None
    people: tuple[ListedPerson, ...]
    done: Identity | None


@router.get("/actors/{key}")
def actor(
    request: Request,
    key: str,
    desk: TheDesk,
    filters: TheFilters,
    cursor: Words = None,
    like: Words = None,
    done: Words = None,
) -> HTMLResponse:
    """Show an actor; with one kind in the filters, all facts of that kind."""
    with desk.store.view() as view:
        page = _page(view, key, filters, cursor=cursor, like=like, done=done)
    return render(request, "pages/actor.html", page)


def _page(
    view: View,
    key: str,
    filters: Filters,
    *,
    cursor: str | None,
    like: str | None,
    done: str | None,
) -> ActorPage:
    person = _person(view, key)
    name, sort = (clean(person.name), "person") if person else _called(view, key)
    chosen = KINDS[filters.kinds[0]] if len(filters.kinds) == 1 else None
    sections, following = _sections(view, key, filters, cursor)
    return ActorPage(
        frame=framed(view, filters),
        key=key,
        name=name,
        sort=sort,
        sections=sections,
        chosen=chosen,
        all=links.actor(key, filters.but(kinds=())),
        first=links.actor(key, filters) if chosen and cursor else None,
        next=links.actor(key, filters, cursor=following) if following else None,
        somebody=_somebody(view, person, like) if person and not chosen else None,
        people=of_government(view, key, limit=_MOST_PEOPLE) if not chosen else (),
        done=identity_of(view, done),
    )


def _sections(
    view: View, key: str, filters: Filters, cursor: str | None
) -> tuple[tuple[Section, ...], str | None]:
    """Return the facts by kind, and the cursor of what follows where there is one kind alone."""
    taking = Partaking(view, key, filters)
    counts, alone = taking.counts(), len(filters.kinds) == 1
    before = cursors.place(cursor) if alone else None
    found, following = [], None
    for kind in (each for each in ORDER if counts.get(each)):
        some, more = taking.latest(kind, before=before, limit=AT_ONCE if alone else _OF_EACH)
        following = cursors.of_place(more) if alone else None
        every = None if alone or more is None else links.actor(key, filters.but(kinds=(kind,)))
        shown = Showing(view).entries(some, cites=1)
        found.append(Section(kind=KINDS[kind], total=counts[kind], facts=shown, all=every))
    return tuple(found), following


def _person(view: View, key: str) -> Person | None:
    try:
        return Persons(view).person(key)
    except StoreError:
        return None


def _called(view: View, key: str) -> tuple[str, str]:
    """Return the name of an actor who is no person, and what it is.

    Raises:
        NotFound: Nobody is known by this key, and nobody takes part under it.
    """
    name = side_of_code(key).name
    if name != key:
        state = world().state(key)
        return name, "state" if state is not None and state.code == key else "body"
    for printed in _printed(view, key):
        return clean(printed), "group"
    hint = "Find whom you mean by name, on the page of actors."
    raise NotFound("Nobody in the ledger is known by this name or code.", hint=hint)


def _printed(view: View, key: str) -> Iterator[str]:
    """Yield the names by which reports call an actor who has neither code nor id."""
    ledger = Ledger(view)
    for kind in ORDER:
        for entry in ledger.entries(kind, code=key, limit=1):
            yield from (each.name for each in members(entry) if key in {each.id, each.code})


def _somebody(view: View, person: Person, like: str | None) -> Somebody:
    wanted = like.strip() if like else ""
    found = named(view, wanted or person.name, limit=_MOST_ALIKE)
    return Somebody(
        person=person,
        government=side_of_code(person.country).name if person.country else None,
        offices=offices(person),
        terms=terms(person),
        like=wanted,
        alike=tuple(each for each in found if each.id != person.id),
        history=history(view, person.id),
    )
