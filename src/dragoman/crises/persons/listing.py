"""Persons of the store: finding and listing them, with spellings, offices and mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, literal, select, tuple_

from dragoman.crises.persons.blocking import wholes_of, words_of
from dragoman.crises.persons.likeness import likeness
from dragoman.crises.persons.matching import Profile, compare
from dragoman.crises.persons.offices import SINGLE, OfficeSpell, spells
from dragoman.crises.persons.spelled import (
    Spelled,
    country_of,
    name_of,
    of_persons,
    profile_of,
)
from dragoman.crises.persons.spelling import Name, parsed
from dragoman.errors import StoreError
from dragoman.store import View
from dragoman.store.portions import portions
from dragoman.store.tables import (
    actors,
    person_mentions,
    persons,
    readings,
    spelling_blocks,
    spellings,
)

_MOST_ROWS = 2000
_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name of a person as printed, for a country or body and an office.

    ``number`` names it in a split; ``article`` is the first article that has it; ``printed`` tells
    whether articles print the office, or the table of office-holders knew it.
    """

    number: int
    name: str
    country: str | None
    role: str | None
    of: str | None
    title: str | None
    printed: bool
    first_day: date | None
    last_day: date | None
    mentions: int
    article: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person across articles. ``lone`` where only a family name is known."""

    id: str
    name: str
    country: str | None
    lone: bool
    spellings: tuple[Spelling, ...]
    offices: tuple[OfficeSpell, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The printed names, the most frequent first."""
        counts: dict[str, int] = {}
        for each in self.spellings:
            counts[each.name] = counts.get(each.name, 0) + each.mentions
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))

    @property
    def mentions(self) -> int:
        """In how many articles the person is named, counting each actor of each article."""
        return sum(each.mentions for each in self.spellings)

    @property
    def first_day(self) -> date | None:
        """The day of the first article that names the person."""
        return min((each.first_day for each in self.spellings if each.first_day), default=None)

    @property
    def last_day(self) -> date | None:
        """The day of the last article that names the person."""
        return max((each.last_day for each in self.spellings if each.last_day), default=None)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One actor of one reading who is a person."""

    reading: int
    article: str
    actor: str
    name: str
    day: date | None


class Persons:
    """The persons that a store knows, at the moment of a view."""

    def __init__(self, view: View) -> None:
        self._connection = view.connection

    def person(self, identity: str) -> Person:
        """Return a person by id.

        Raises:
            StoreError: There is no such person.
        """
        found = list(self._persons([identity]))
        if not found:
            raise StoreError(f"There is no person {identity!r}.", hint="Find one by name.")
        return found[0]

    def resolved(self, text: str) -> str:
        """Return the id of the person that its beginning names.

        Raises:
            StoreError: There is no such person, or there are several.
        """
        begins = persons.c.id.startswith(text, autoescape=True)
        found = self._connection.scalars(select(persons.c.id).where(begins).limit(2)).all()
        if len(found) != 1:
            many = "Several ids of persons begin" if found else "No id of a person begins"
            raise StoreError(f"{many} with {text!r}.", hint="Find one by name.")
        return str(found[0])

    def find(self, name: str, *, country: str | None = None, limit: int = 20) -> list[Person]:
        """Return the persons whom a name may mean, in any usual spelling, the likeliest first.

        Args:
            name: A full or a family name, with or without titles.
            country: Only persons of this state or body.
            limit: The most that are returned.
        """
        wanted = Profile.of(name, country=country)
        ids = dict.fromkeys(self._alike(parsed(name)))
        scored: list[tuple[float, int, str]] = []
        for person, some in of_persons(self._connection, list(ids)).items():
            if country is None or country in {each.country for each in some}:
                score = compare(wanted, profile_of(some)).score
                scored.append((-score, -sum(each.mentions for each in some), person))
        best = [person for _, _, person in sorted(scored)[:limit]]
        by_id = {each.id: each for each in self._persons(best)}
        return [by_id[person] for person in best]

    def all(self, *, country: str | None = None, after: str | None = None) -> Iterator[Person]:
        """Yield all persons by name, or those of one state or body.

        Args:
            country: The code of the state or body.
            after: Only those who come after the person of this id.

        Raises:
            StoreError: There is no such person to come after.
        """
        asked = select(persons.c.id).order_by(persons.c.folded, persons.c.id)
        if country is not None:
            asked = asked.where(persons.c.country == country)
        if after is not None:
            asked = asked.where(tuple_(persons.c.folded, persons.c.id) > self._place(after))
        ids = self._connection.scalars(asked).all()
        for some in portions(ids, _AT_ONCE):
            yield from self._persons(some)

    def mentions(self, identity: str) -> Iterator[PersonMention]:
        """Yield where a person is named, by day."""
        asked = (
            select(person_mentions.c.reading_id, readings.c.article_id, actors.c.id)
            .add_columns(actors.c.name, person_mentions.c.told_on)
            .select_from(spellings)
            .join(person_mentions, person_mentions.c.spelling_id == spellings.c.id)
            .join(readings, readings.c.id == person_mentions.c.reading_id)
            .join(
                actors,
                (actors.c.reading_id == person_mentions.c.reading_id)
                & (actors.c.number == person_mentions.c.number),
            )
            .where(spellings.c.person_id == identity)
        )
        in_order = (
            person_mentions.c.told_on.nulls_last(),
            person_mentions.c.reading_id,
            person_mentions.c.number,
        )
        for row in self._connection.execute(asked.order_by(*in_order)):
            yield PersonMention(*row)

    def in_office(self, of: str, role: str) -> list[OfficeSpell]:
        """Return who was printed in an office of a state or body, the first one first."""
        asked = (
            select(spellings.c.person_id)
            .where(spellings.c.office_of == of, spellings.c.role == role)
            .where(spellings.c.basis == "print")
            .distinct()
        )
        found = [
            spell
            for person in self._persons(self._connection.scalars(asked).all())
            for spell in person.offices
            if (spell.of, spell.role) == (of, role)
        ]
        return sorted(found, key=lambda spell: (spell.first_day, spell.last_day, spell.person))

    def disagreements(self) -> Iterator[OfficeSpell]:
        """Yield the spells in office that the table of office-holders contradicts."""
        asked = (
            select(spellings.c.person_id)
            .where(spellings.c.basis == "print", spellings.c.role.in_(sorted(SINGLE)))
            .distinct()
            .order_by(spellings.c.person_id)
        )
        ids = self._connection.scalars(asked).all()
        for some in portions(ids):
            for person in self._persons(some):
                yield from (spell for spell in person.offices if spell.agrees is False)

    def _place(self, identity: str) -> ColumnElement[Any]:
        folded = self._connection.scalar(select(persons.c.folded).where(persons.c.id == identity))
        if folded is None:
            raise StoreError(f"There is no person {identity!r}.", hint="Begin the list anew.")
        return tuple_(literal(folded), literal(identity))

    def _alike(self, name: Name) -> Iterator[str]:
        """Yield the persons who have a spelling that may be this name."""
        for block in (*wholes_of(name), *words_of(name)):
            asked = (
                select(spellings.c.person_id, spellings.c.name)
                .join(spelling_blocks, spelling_blocks.c.spelling_id == spellings.c.id)
                .where(spelling_blocks.c.block == block)
                .order_by(spelling_blocks.c.spelling_id)
                .limit(_MOST_ROWS)
            )
            for person, printed in self._connection.execute(asked):
                if likeness(name, parsed(printed), either_end=True) != ("other",):
                    yield person

    def _persons(self, ids: Iterable[str]) -> Iterator[Person]:
        listed = list(ids)
        by_id = of_persons(self._connection, listed)
        for person in listed:
            if person in by_id:
                yield self._person(person, by_id[person])

    def _person(self, identity: str, some: Sequence[Spelled]) -> Person:
        name = name_of(some)
        return Person(
            id=identity,
            name=name,
            country=country_of(some),
            lone=all(each.lone for each in some),
            spellings=tuple(map(_spelling, some)),
            offices=spells(self._connection, identity, name, some),
        )


def _spelling(each: Spelled) -> Spelling:
    return Spelling(
        number=each.id,
        name=each.name,
        country=each.country,
        role=each.office.role if each.office else None,
        of=each.office.of if each.office else None,
        title=each.title,
        printed=each.printed,
        first_day=each.first_day,
        last_day=each.last_day,
        mentions=each.mentions,
        article=each.article,
    )
