"""Spellings in the store: a printed name with the country and office it was printed for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from dragoman.crises.persons.matching import OfficeOf, Profile
from dragoman.crises.persons.spelling import parsed
from dragoman.records import Actor, content_id
from dragoman.store.portions import portions
from dragoman.store.rows import folded
from dragoman.store.tables import spellings

_LONGEST_NAME = 200
_MOST_NAMES = 12
_RARE = 0.1
"""The part of the mentions below which a country is rather a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A spelling as it is kept; ``person`` is whose it is."""

    id: int
    key: str
    person: str
    name: str
    country: str | None
    office: OfficeOf | None
    title: str | None
    printed: bool
    lone: bool
    article: str | None
    first_day: date | None
    last_day: date | None
    mentions: int


def values_of(actor: Actor, day: date | None = None, *, apart: str | None = None) -> dict[str, Any]:
    """Return the columns of the spelling that an actor of a record has.

    A bare family name, without country and office, is another spelling in another year.

    Args:
        actor: A person.
        day: The day of the article.
        apart: The judgement that sets this article's apart from others of the same wording.
    """
    office = actor.office
    name = actor.name[:_LONGEST_NAME]
    known = {
        "folded": folded(name)[:_LONGEST_NAME],
        "country": actor.country,
        "role": office.role if office else None,
        "office_of": office.of if office else None,
        "basis": office.basis if office else None,
    }
    lone = parsed(name).lone
    bare = lone and not actor.country and office is None
    key = content_id("spelling", *known.values(), *([day.year] if day and bare else []))
    return {
        "key": key_apart(key, apart) if apart else key,
        "apart": apart,
        "name": name,
        "level": office.level if office else None,
        "title": office.title if office else None,
        "lone": lone,
        **known,
    }


def key_apart(key: str, judgement: str) -> str:
    """Return the key that a spelling has in articles in which a judgement sets it apart."""
    return content_id("spelling apart", key, judgement)


def by_key(connection: Connection, keys: Collection[str]) -> dict[str, Spelled]:
    """Return the spellings of these keys that are there."""
    found = _where(connection, spellings.c.key, keys)
    return {each.key: each for each in found}


def by_id(connection: Connection, numbers: Collection[int]) -> list[Spelled]:
    """Return spellings by their numbers, in the order they were first met."""
    return list(_where(connection, spellings.c.id, numbers))


def of_persons(connection: Connection, ids: Collection[str]) -> dict[str, list[Spelled]]:
    """Return the spellings of persons, in the order they were first met."""
    found: dict[str, list[Spelled]] = {}
    for each in _where(connection, spellings.c.person_id, ids):
        found.setdefault(each.person, []).append(each)
    return found


def _where(connection: Connection, column: Any, values: Collection[Any]) -> Iterator[Spelled]:
    for some in portions(values):
        for row in connection.execute(_BY[column.name], {"some": some}):
            yield _spelled(row)


_COLUMNS = (
    *("id", "person_id", "key", "name", "country", "role", "level", "office_of"),
    *("title", "basis", "lone", "article_id", "first_day", "last_day", "mentions"),
)

_BY = {
    column.name: select(*(spellings.c[name] for name in _COLUMNS))
    .where(column.in_(bindparam("some", expanding=True)))
    .order_by(spellings.c.id)
    for column in (spellings.c.id, spellings.c.key, spellings.c.person_id)
}


def unplaced(values: Mapping[Any, Any]) -> Spelled:
    """Return a spelling that is not kept yet and of nobody, from its columns."""
    return _spelled((0, "", *(values[name] for name in _COLUMNS[2:])))


def _spelled(row: Sequence[Any]) -> Spelled:
    number, person, key, name, country, role, level, office_of, *rest = row
    title, basis, lone, article, first_day, last_day, mentions = rest
    return Spelled(
        id=number,
        key=key,
        person=person,
        name=name,
        country=country,
        office=OfficeOf(role, level, office_of) if role else None,
        title=title,
        printed=basis == "print",
        lone=lone,
        article=article,
        first_day=first_day,
        last_day=last_day,
        mentions=mentions,
    )


def profile_of(some: Iterable[Spelled]) -> Profile:
    """Describe the person that spellings are of.

    Family names alone are left out where there is a fuller name, and so are countries that hardly
    any mention has.
    """
    by_weight = sorted(some, key=lambda each: (-each.mentions, each.id))
    full = [each for each in by_weight if not each.lone]
    names = dict.fromkeys(each.name for each in full or by_weight)
    days = [day for each in by_weight for day in (each.first_day, each.last_day) if day]
    return Profile(
        names=tuple(names)[:_MOST_NAMES],
        countries=frozenset(_countries(by_weight)),
        offices=frozenset(each.office for each in by_weight if each.office),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
    )


def _countries(some: Iterable[Spelled]) -> Iterator[str]:
    counts = Counter[str]()
    for each in some:
        if each.country:
            counts[each.country] += max(each.mentions, 1)
    least = counts.total() * _RARE
    yield from (country for country, count in counts.items() if count >= least)


def name_of(some: Iterable[Spelled]) -> str:
    """Return the name under which a person is shown: of the full ones the most frequent.

    Of two that are equally frequent it is the one that was met first.
    """
    counts = Counter[tuple[bool, str]]()
    for each in some:
        counts[not each.lone, each.name] += max(each.mentions, 1)
    return max(counts, key=lambda key: (key[0], counts[key]))[1]


def country_of(some: Iterable[Spelled]) -> str | None:
    """Return the country or body that most mentions of a person have."""
    counts = Counter[str]()
    for each in some:
        if each.country:
            counts[each.country] += max(each.mentions, 1)
    return max(counts, key=lambda code: counts[code], default=None)
