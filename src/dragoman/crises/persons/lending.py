"""What other articles tell of a person whom an article prints without country or without office.

It is *lent*: shown as known from elsewhere, never as printed. A country is lent where all articles
that print one for the person print the same; an office, where all that print one within a quarter
of a year of the article print the same. What is lent follows from the person's spellings alone,
whatever the order in which they came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import Connection, or_, select

from dragoman.crises.persons.matching import OfficeOf
from dragoman.crises.persons.spelled import Spelled, by_id, of_persons
from dragoman.store.portions import portions
from dragoman.store.tables import person_mentions, spellings

WITHIN = timedelta(days=92)
"""How far from the day of an article an office must be printed to be lent to it."""

Days = tuple[date, date]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lent:
    """What other articles tell of a person; absent where this one does, or where they differ."""

    country: str | None = None
    office: OfficeOf | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Who an actor is across articles, and what other articles tell of the person."""

    person: str
    lent: Lent


NOTHING = Lent()


def known(connection: Connection, readings: Iterable[int]) -> dict[int, dict[int, Known]]:
    """Return for each reading which person each of its actors is, by the actor's number."""
    table = person_mentions
    columns = (table.c.reading_id, table.c.number, table.c.told_on)
    asked = (
        select(*columns, spellings.c.id, spellings.c.person_id)
        .add_columns(spellings.c.country, spellings.c.role)
        .join(spellings, spellings.c.id == table.c.spelling_id)
        .where(table.c.reading_id.in_(list(readings)))
    )
    rows = connection.execute(asked).all()
    borrowing = {row.person_id for row in rows if row.country is None or row.role is None}
    told = of_persons(connection, borrowing)
    found: dict[int, dict[int, Known]] = {}
    for row in rows:
        lending = lent(told.get(row.person_id, ()), row.id, row.told_on)
        found.setdefault(row.reading_id, {})[row.number] = Known(row.person_id, lending)
    return found


def lent(some: Sequence[Spelled], number: int, day: date | None) -> Lent:
    """Return what the spellings of a person lend to a mention by one of them.

    Args:
        some: All spellings of the person.
        number: Of the spelling of the mention.
        day: Of the article.
    """
    own = next((each for each in some if each.id == number), None)
    if own is None:
        return NOTHING
    country = _only(each.country for each in some if each.country)
    office = None
    if own.office is None and day is not None:
        office = _office([each for each in some if _near(each, day)], own.country or country)
    return Lent(country if own.country is None else None, office)


def _office(some: Iterable[Spelled], country: str | None) -> OfficeOf | None:
    """Return the only office that is printed; one of nobody named is that of the country."""
    offices = [each.office for each in some if each.office]
    of = _only((each.role, each.of or country) for each in offices)
    if of is None or (country is not None and of[1] != country):
        return None
    return OfficeOf(of[0], min((each.level for each in offices if each.level), default=None), of[1])


def _only(values: Iterable[T]) -> T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _near(spelled: Spelled, day: date) -> bool:
    days = _window(spelled)
    return days is not None and days[0] <= day <= days[1]


def _window(spelled: Spelled) -> Days | None:
    """Return the days of the articles to which a spelling can lend its office."""
    if spelled.office is None or spelled.first_day is None or spelled.last_day is None:
        return None
    return _moved(spelled.first_day, -WITHIN), _moved(spelled.last_day, WITHIN)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max


@dataclass(slots=True)
class Journal:
    """The spellings that a transaction changes, as they were before.

    From it follows to which articles something else is lent now.
    """

    connection: Connection
    before: dict[int, Spelled | None] = field(default_factory=dict)

    def note(self, *some: Spelled) -> None:
        """Note spellings that are about to change."""
        for each in some:
            self.before.setdefault(each.id, each)

    def made(self, spelled: Spelled) -> None:
        """Note a spelling that was not there."""
        self.before.setdefault(spelled.id, None)

    def borrowers(self) -> frozenset[int]:
        """Return the readings to which something else is lent now."""
        was = [each for each in self.before.values() if each is not None]
        now = {each.id: each for each in by_id(self.connection, self.before)}
        changed = [
            each
            for number, before in self.before.items()
            if _evidence(before) != _evidence(now.get(number))
            for each in (before, now.get(number))
        ]
        persons = {each.person for each in changed if each is not None}
        found: set[int] = set()
        for person, after in of_persons(self.connection, persons).items():
            kept = [each for each in after if each.id not in self.before]
            earlier = [*kept, *(each for each in was if each.person == person)]
            found.update(self._borrowers(earlier, after))
        return frozenset(found)

    def _borrowers(self, was: Sequence[Spelled], now: Sequence[Spelled]) -> Iterator[int]:
        everywhere = _countries(was) != _countries(now)
        ranges = list(_changed(was, now))
        borrowing = [each.id for each in now if each.country is None or each.office is None]
        if not borrowing or not (everywhere or ranges):
            return
        for spelling, reading, day in self._mentions(borrowing, None if everywhere else ranges):
            if lent(was, spelling, day) != lent(now, spelling, day):
                yield reading

    def _mentions(
        self, some: Collection[int], ranges: Iterable[Days] | None
    ) -> Iterator[tuple[int, int, date | None]]:
        table = person_mentions
        asked = select(table.c.spelling_id, table.c.reading_id, table.c.told_on)
        if ranges is not None:
            asked = asked.where(or_(*(table.c.told_on.between(*each) for each in ranges)))
        for numbers in portions(some):
            for row in self.connection.execute(asked.where(table.c.spelling_id.in_(numbers))):
                yield row.spelling_id, row.reading_id, row.told_on


def _evidence(spelled: Spelled | None) -> tuple[object, ...] | None:
    """Return what counts of a spelling for what is lent."""
    if spelled is None:
        return None
    return spelled.person, spelled.country, spelled.office, _window(spelled)


def _countries(some: Iterable[Spelled]) -> set[str]:
    return {each.country for each in some if each.country}


def _changed(was: Iterable[Spelled], now: Iterable[Spelled]) -> Iterator[Days]:
    """Yield the days at which other spellings lend their offices than before."""
    before, after = _windows(was), _windows(now)
    yield from (days for number, days in before.items() if number not in after)
    for number, days in after.items():
        if number not in before:
            yield days
            continue
        for old, new in zip(before[number], days, strict=True):
            if old != new:
                yield min(old, new), max(old, new)


def _windows(some: Iterable[Spelled]) -> Mapping[int, Days]:
    return {each.id: days for each in some if (days := _window(each)) is not None}
