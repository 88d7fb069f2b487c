"""Who held which office from when to when, as articles print it, beside what the table says.

A *spell* is one person in one office from the first day on which an article prints the two together
to the last. Where somebody else was printed in the same office in between, and the office is one
that has one holder at a time, there are two spells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from dragoman.crises.persons.likeness import likeness
from dragoman.crises.persons.matching import OfficeOf
from dragoman.crises.persons.spelled import Spelled
from dragoman.crises.persons.spelling import parsed
from dragoman.store.tables import person_mentions, readings, spellings
from dragoman.world import world

SINGLE = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "defence_minister"}
    | {"national_security_adviser", "military_chief", "igo_head"}
)
"""Roles of which a state or body has one holder at a time."""

_SURE = 0.5
_RIVAL_PRINTS = 2
"""Prints of somebody else that end a spell: one alone may be a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSpell:
    """One person in one office, as printed.

    ``titles`` are the words of articles for the office; ``first_article`` and ``last_article`` are
    the sources of the two days. ``table`` holds whom the table of office-holders has in the office
    on those days; ``agrees`` tells whether the person is one of them, and is ``None`` where the
    table knows nobody, or the office is one of many of its kind.
    """

    person: str
    name: str
    role: str
    level: int | None
    of: str | None
    titles: tuple[str, ...]
    first_day: date
    last_day: date
    first_article: str
    last_article: str
    prints: int
    table: tuple[str, ...] = ()
    agrees: bool | None = None


def spells(
    connection: Connection, person: str, name: str, some: Iterable[Spelled]
) -> tuple[OfficeSpell, ...]:
    """Return the offices that articles print with a person, the oldest first.

    Args:
        connection: To the store.
        person: The person's id.
        name: The name to show.
        some: All spellings of the person.
    """
    listed = list(some)
    names = tuple(dict.fromkeys(each.name for each in listed))
    made = [
        _checked(_spell(connection, person, name, office, days, printed), names)
        for office, printed in _offices(listed).items()
        for days in _runs(connection, person, office, printed)
    ]
    return tuple(sorted(made, key=lambda spell: (spell.first_day, spell.last_day, spell.role)))


def _offices(some: Iterable[Spelled]) -> Mapping[OfficeOf, list[Spelled]]:
    """Group printed spellings by office; one of nobody named is the only one of its role."""
    found: dict[tuple[str, str | None], list[Spelled]] = {}
    for each in some:
        if each.printed and each.office and each.first_day:
            found.setdefault((each.office.role, each.office.of), []).append(each)
    for role in [role for role, of in found if of is None]:
        of_others = [key for key in found if key[0] == role and key[1] is not None]
        if len(of_others) == 1:
            found[of_others[0]] += found.pop((role, None))
    return {
        OfficeOf(role, _level(printed), of): sorted(printed, key=lambda each: each.id)
        for (role, of), printed in found.items()
    }


def _level(printed: Iterable[Spelled]) -> int | None:
    levels = [each.office.level for each in printed if each.office and each.office.level]
    return min(levels, default=None)


Run = tuple[date, date]


def _runs(
    connection: Connection, person: str, office: OfficeOf, printed: Collection[Spelled]
) -> list[Run]:
    """Return the first and the last day of each time in an office."""
    first = min(each.first_day for each in printed if each.first_day)
    last = max(each.last_day for each in printed if each.last_day)
    between = _rivals(connection, person, office, first, last)
    if not between:
        return [(first, last)]
    return _cut(_days(connection, printed), between)


def _rivals(
    connection: Connection, person: str, office: OfficeOf, first: date, last: date
) -> list[Run]:
    """Return when others were printed in an office that has one holder, within some days."""
    if office.role not in SINGLE or office.of is None:
        return []
    asked = (
        select(func.min(spellings.c.first_day), func.max(spellings.c.last_day))
        .where(spellings.c.office_of == office.of, spellings.c.role == office.role)
        .where(spellings.c.basis == "print", spellings.c.person_id != person)
        .where(spellings.c.first_day > first, spellings.c.last_day < last)
        .group_by(spellings.c.person_id)
        .having(func.sum(spellings.c.mentions) >= _RIVAL_PRINTS)
    )
    return [(begin, end) for begin, end in connection.execute(asked)]


def _days(connection: Connection, printed: Collection[Spelled]) -> list[date]:
    mine = person_mentions.c.spelling_id.in_([each.id for each in printed])
    asked = select(person_mentions.c.told_on).where(mine, person_mentions.c.told_on.is_not(None))
    found = connection.scalars(asked.distinct().order_by(person_mentions.c.told_on))
    return [day for day in found if day is not None]


def _cut(days: list[date], rivals: Collection[Run]) -> list[Run]:
    """Cut days into runs where somebody else stands between one day and the next."""
    runs = [(days[0], days[0])]
    for before, day in pairwise(days):
        if any(before < begin and end < day for begin, end in rivals):
            runs.append((day, day))
        else:
            runs[-1] = (runs[-1][0], day)
    return runs


def _spell(
    connection: Connection,
    person: str,
    name: str,
    office: OfficeOf,
    days: Run,
    printed: Collection[Spelled],
) -> OfficeSpell:
    first, last = days
    mine = and_(
        person_mentions.c.spelling_id.in_([each.id for each in printed]),
        person_mentions.c.told_on.between(first, last),
    )
    asked = select(readings.c.article_id).join(
        person_mentions, person_mentions.c.reading_id == readings.c.id
    )
    return OfficeSpell(
        person=person,
        name=name,
        role=office.role,
        level=office.level,
        of=office.of,
        titles=tuple(dict.fromkeys(each.title for each in printed if each.title)),
        first_day=first,
        last_day=last,
        first_article=_only(connection, asked.where(mine, _on(first))),
        last_article=_only(connection, asked.where(mine, _on(last))),
        prints=connection.scalar(select(func.count()).where(mine)) or 0,
    )


def _on(day: date) -> Any:
    return person_mentions.c.told_on == day


def _only(connection: Connection, asked: Select[str]) -> str:
    return connection.execute(asked.order_by(readings.c.id).limit(1)).scalar_one()


def _checked(spell: OfficeSpell, names: Collection[str]) -> OfficeSpell:
    """Put whom the table has in an office beside whom articles have."""
    if spell.of is None or spell.role not in SINGLE:
        return spell
    known = [
        tuple(_table(spell.of, spell.role, day))
        for day in dict.fromkeys((spell.first_day, spell.last_day))
    ]
    agreed = [_is_among(names, forms) for forms in known if forms]
    table = dict.fromkeys(person for forms in known for person, _ in forms)
    return replace(spell, table=tuple(table), agrees=all(agreed) if agreed else None)


def _table(of: str, role: str, day: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield who held an office on a day by the table, with all forms of the name."""
    for holder in world().holders_of(of, role, day):
        if holder.confidence >= _SURE:
            yield holder.person, (holder.person, *holder.aliases)


def _is_among(names: Collection[str], table: Iterable[tuple[str, tuple[str, ...]]]) -> bool:
    return any(
        likeness(parsed(name), parsed(form), either_end=True) != ("other",)
        for _, forms in table
        for form in forms
        for name in names
    )
