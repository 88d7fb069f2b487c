"""Persons as they are shown: who they are, which offices they held, and by whom it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from dragoman.crises.persons import OfficeSpell, Person, Persons
from dragoman.crises.persons.spelled import Spelled, country_of, name_of, of_persons
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.sides import side_of_code
from dragoman.desk.filters import Filters
from dragoman.desk.parts.codes import role
from dragoman.desk.parts.overview import ids_of
from dragoman.store import View
from dragoman.store.tables import entry_parties, persons
from dragoman.world import world


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A person in a list.

    Attributes:
        id: Across articles.
        name: The fullest and most frequent one.
        office: The last one that articles print, in words.
        government: The state or body, by name.
        mentions: In how many articles the person is named.
        facts: In how many facts of what is looked at the person takes part; absent where that was
            not asked.
    """

    id: str
    name: str
    office: str | None
    government: str | None
    mentions: int
    facts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """One time in one office, as articles print it.

    Attributes:
        office: What the codebook calls it.
        printed: The words of articles for it.
        of: The state or body, by name.
        first_day: The first day on which an article prints person and office together.
        last_day: The last such day.
        first_article: The id of the article of the first day.
        last_article: The id of the article of the last day.
        prints: How often they are printed together.
        table: Whom the table of office-holders has in the office then.
        agrees: Whether the person is one of those; ``None`` where the table tells of nobody.
    """

    office: str
    printed: tuple[str, ...]
    of: str | None
    first_day: date
    last_day: date
    first_article: str
    last_article: str
    prints: int
    table: tuple[str, ...]
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class TableTerm:
    """A term of somebody of the same name, in the table of office-holders.

    ``start`` and ``end`` are ISO dates, as precise as the table has them; ``source`` is its own.
    """

    office: str
    of: str
    start: str | None
    end: str | None
    source: str


def offices(person: Person) -> tuple[HeldOffice, ...]:
    """Return the offices that articles print with a person, the latest first."""
    return tuple(_office(each) for each in reversed(person.offices))


def terms(person: Person) -> tuple[TableTerm, ...]:
    """Return what the table of office-holders has of a name and, if known, its state or body."""
    if person.lone:
        return ()
    return tuple(
        TableTerm(each.office, side_of_code(each.country).name, each.start, each.end, each.source)
        for each in world().known(person.name)
        if person.country in {None, each.country}
    )


def taking_part(
    view: View, filters: Filters, *, start: int = 0, limit: int
) -> tuple[tuple[ListedPerson, ...], bool]:
    """Return the persons who take part in most of what is looked at, and whether there are more.

    Args:
        view: Of the store.
        filters: What is looked at.
        start: How many come before.
        limit: How many at most.
    """
    ids = ids_of(filters)
    count = func.count(entry_parties.c.entry_id.distinct())
    asked = (
        select(persons.c.id, count.label("facts"))
        .join(entry_parties, entry_parties.c.party == persons.c.id)
        .join(ids, ids.c.id == entry_parties.c.entry_id)
        .group_by(persons.c.id, persons.c.folded)
        .order_by(count.desc(), persons.c.folded, persons.c.id)
    )
    rows = view.connection.execute(asked.offset(start).limit(limit + 1)).all()
    facts = {row.id: row.facts for row in rows[:limit]}
    return tuple(_listed(view, list(facts), facts)), len(rows) > limit


def named(view: View, name: str, *, limit: int) -> tuple[ListedPerson, ...]:
    """Return the persons whom a name may mean, in any usual spelling, the likeliest first."""
    found = [each.id for each in Persons(view).find(name, limit=limit)]
    return tuple(_listed(view, found, {}))


def of_government(view: View, code: str, *, limit: int) -> tuple[ListedPerson, ...]:
    """Return the persons of a state or body, those named most often first."""
    found = list(view.connection.scalars(select(persons.c.id).where(persons.c.country == code)))
    listed = sorted(_listed(view, found, {}), key=lambda each: (-each.mentions, each.name))
    return tuple(listed[:limit])


def _listed(view: View, ids: Sequence[str], facts: dict[str, int]) -> Iterator[ListedPerson]:
    known = of_persons(view.connection, ids)
    for each in ids:
        if some := known.get(each):
            yield _one(each, some, facts.get(each))


def _one(identity: str, some: Sequence[Spelled], facts: int | None) -> ListedPerson:
    code = country_of(some)
    return ListedPerson(
        id=identity,
        name=clean(name_of(some)),
        office=_last_office(some),
        government=side_of_code(code).name if code else None,
        mentions=sum(each.mentions for each in some),
        facts=facts,
    )


def _last_office(some: Iterable[Spelled]) -> str | None:
    held = [each for each in some if each.office is not None and each.office.role]
    last = max(held, key=lambda each: (each.last_day or date.min, each.mentions), default=None)
    return role(last.office.role) if last is not None and last.office is not None else None


def _office(each: OfficeSpell) -> HeldOffice:
    return HeldOffice(
        office=role(each.role),
        printed=tuple(map(clean, each.titles)),
        of=side_of_code(each.of).name if each.of else None,
        first_day=each.first_day,
        last_day=each.last_day,
        first_article=each.first_article,
        last_article=each.last_article,
        prints=each.prints,
        table=each.table,
        agrees=each.agrees,
    )
