"""Whose a spelling is: one of the persons known already, or somebody new.

What judgements say comes first. Otherwise the person is taken whose description fits best, unless
several fit a family name alone almost as well: then it stays by itself until more is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from dragoman.crises.persons.blocking import blocks_of, lone_of, wholes_of, words_of
from dragoman.crises.persons.likeness import likeness
from dragoman.crises.persons.links import NO_TIES, Ties, ties
from dragoman.crises.persons.matching import Match, Profile, compare
from dragoman.crises.persons.spelled import (
    Spelled,
    by_id,
    by_key,
    country_of,
    name_of,
    of_persons,
    profile_of,
    unplaced,
)
from dragoman.crises.persons.spelling import Name, parsed
from dragoman.crises.persons.weights import weights
from dragoman.records import content_id
from dragoman.store.dialects import insert_new
from dragoman.store.rows import folded
from dragoman.store.tables import persons, spelling_blocks, spellings

_LARGEST_BLOCK = 300
_LARGEST_LOOSE = 100
"""Spellings of a block of one word, where the name has tighter ones; most of it is other names."""

_MOST_PERSONS = 60
_RANK = 2
_IDS_AT_ONCE = 16


@dataclass(slots=True)
class Placer:
    """Places spellings, within one transaction.

    ``pending`` are spellings that are yet to be placed: they speak for nobody. ``present`` are the
    persons that another name of the same article stands for. ``judged`` tells whether there are
    judgements to look at.
    """

    connection: Connection
    pending: set[int] = field(default_factory=set)
    present: Collection[str] = ()
    judged: bool = True
    _known: dict[str, list[Spelled]] = field(default_factory=dict, init=False)

    def add(self, values: Mapping[str, Any], article: str, day: date | None) -> Spelled:
        """Keep a new spelling under the person it is of.

        Args:
            values: Its columns, from :func:`dragoman.crises.persons.spelled.values_of`.
            article: The article that has it first.
            day: The day of that article.
        """
        row = {**values, "article_id": article, "first_day": day, "last_day": day, "mentions": 0}
        new = unplaced(row)
        known = self._found(new)
        person = row["person_id"] = known or self._new(new)
        number = self.connection.execute(_KEPT, row).scalar_one()
        kept = replace(new, id=number, person=person)
        found_by = [
            {"block": block, "spelling_id": kept.id} for block in blocks_of(parsed(kept.name))
        ]
        if found_by:
            self.connection.execute(insert(spelling_blocks), found_by)
        if known is not None:
            self.tidy({known})
        return kept

    def place(self, spelled: Spelled) -> Spelled:
        """Find anew whose a pending spelling is."""
        person = self._found(spelled) or self._new(spelled)
        self.pending.discard(spelled.id)
        changed = update(spellings).where(spellings.c.id == spelled.id).values(person_id=person)
        self.connection.execute(changed)
        self.tidy({person, spelled.person})
        return replace(spelled, person=person)

    def tidy(self, ids: Collection[str]) -> None:
        """Name persons by what is known of them now; remove those of whom nothing is left."""
        for person in ids:
            self._known.pop(person, None)
        left = self.of_persons(ids)
        for person in ids:
            some = [each for each in left.get(person, ()) if each.id not in self.pending]
            if some:
                values = _about(some)
                self.connection.execute(
                    update(persons).where(persons.c.id == person).values(**values)
                )
            elif person not in left:
                self.connection.execute(delete(persons).where(persons.c.id == person))

    def of_persons(self, ids: Collection[str]) -> dict[str, list[Spelled]]:
        """Return the spellings of persons; those are kept that were asked for before."""
        missing = [each for each in ids if each not in self._known]
        found = of_persons(self.connection, missing)
        self._known |= {each: found.get(each, []) for each in missing}
        return {each: some for each in ids if (some := self._known[each])}

    def _found(self, spelled: Spelled) -> str | None:
        """Return the person that a spelling is of, as judged or by its likeness."""
        bound = ties(self.connection, spelled.key) if self.judged else NO_TIES
        judged = by_key(self.connection, bound.together)
        for key in reversed(bound.together):
            if key in judged and judged[key].id not in self.pending:
                return judged[key].person
        return self._likeliest(spelled, bound)

    def _likeliest(self, spelled: Spelled, bound: Ties) -> str | None:
        near = self._near(spelled)
        own = profile_of([spelled])
        fitting = {
            person: match
            for person, some in near.items()
            if not any(each.key in bound.apart for each in some)
            if (match := self.match(own, person, profile_of(some))).same
        }
        if not fitting:
            return None
        return _best(spelled, fitting, near)

    def match(self, own: Profile, person: str, theirs: Profile) -> Match:
        """Say how well a description fits that of a person."""
        return compare(own, theirs, together=person in self.present)

    def _near(self, spelled: Spelled) -> Mapping[str, list[Spelled]]:
        """Return the persons whose names are not another's, with their spellings."""
        ids = list(dict.fromkeys(self._alike(spelled)))[:_MOST_PERSONS]
        return {
            person: left
            for person, some in self.of_persons(ids).items()
            if (left := [each for each in some if self._counts(each.id, spelled)])
        }

    def _counts(self, number: int, spelled: Spelled) -> bool:
        return number != spelled.id and number not in self.pending

    def _alike(self, spelled: Spelled) -> Iterator[str]:
        """Yield the persons of spellings that may be of one name, the tightest blocks first.

        Where a tight block has the very name, looser ones are left alone.
        """
        name = parsed(spelled.name)
        for blocks in self._blocks(name):
            found = False
            for row in self._rows(blocks, spelled.country, loose=not name.lone):
                how = likeness(name, parsed(row.name), either_end=True)
                if how != ("other",) and self._counts(row.id, spelled):
                    found = found or how[0] == "same"
                    yield row.person_id
            if found and not name.lone:
                return

    def _blocks(self, name: Name) -> Iterator[list[str]]:
        tight = wholes_of(name)
        if tight:
            yield list(tight)
        yield from ([word] for word in words_of(name))

    def _rows(self, blocks: list[str], country: str | None, *, loose: bool) -> Sequence[Any]:
        """Return the spellings of blocks; of large ones those of the same country.

        A large block of one word is left alone where the name has tighter ones (``loose``).
        """
        if loose and len(blocks) == 1:
            found = self._in_block(blocks[0])
            return found if len(found) <= _LARGEST_LOOSE else []
        found = self.connection.execute(_IN_BLOCKS, {"blocks": blocks}).all()
        if len(found) <= _LARGEST_BLOCK:
            return found
        asked = {"blocks": blocks, "country": country}
        return self.connection.execute(_IN_BLOCKS_OF_COUNTRY, asked).all()

    def _in_block(self, block: str) -> Sequence[Any]:
        # A list is written into the statement anew each time, which takes as long as the search.
        return self.connection.execute(_IN_BLOCK, {"block": block}).all()

    def _new(self, spelled: Spelled) -> str:
        """Make a person whose id follows from the first spelling of hers or his.

        A family name alone may found one after another, as others come that bear it.
        """
        for numbers in _numbered():
            ids = [content_id("person", spelled.key, number) for number in numbers]
            spoken_for = self._spoken_for(ids, spelled)
            free = next((each for each in ids if each not in spoken_for), None)
            if free is not None:
                break
        row = {"id": free, **_about([spelled])}
        self.connection.execute(insert_new(self.connection, persons), row)
        return str(free)

    def _spoken_for(self, ids: Sequence[str], spelled: Spelled) -> set[str]:
        """Return those of some persons who have other spellings."""
        return {
            person
            for person, some in of_persons(self.connection, ids).items()
            if any(self._counts(each.id, spelled) for each in some)
        }


def _numbered() -> Iterator[range]:
    """Yield numbers: the first by itself, which is mostly free, and then some at a time."""
    yield range(1)
    yield from (range(first, first + _IDS_AT_ONCE) for first in count(1, _IDS_AT_ONCE))


def reconsidered(placer: Placer, spelled: Spelled) -> list[Spelled]:
    """Place family names alone anew that may be the new person's; return those that moved."""
    name = parsed(spelled.name)
    if name.lone:
        return []
    asked = {"blocks": list(lone_of(name)), "country": spelled.country}
    rows = placer.connection.execute(_IN_BLOCKS_OF_COUNTRY, asked).all()
    alike = {
        row.id
        for row in rows
        if row.person_id != spelled.person
        and likeness(name, parsed(row.name), either_end=True) != ("other",)
    }
    moved = []
    for each in _fitting(placer, spelled.person, by_id(placer.connection, alike)):
        placer.pending.add(each.id)
        if placer.place(each).person != each.person:
            moved.append(each)
    return moved


def _fitting(placer: Placer, person: str, some: Sequence[Spelled]) -> list[Spelled]:
    """Return the spellings that may be a person's: no other changes its place for that person."""
    if not some:
        return []
    theirs = profile_of(placer.of_persons([person])[person])
    return [each for each in some if placer.match(profile_of([each]), person, theirs).same]


_BLOCKED = (
    select(spellings.c.id, spellings.c.person_id, spellings.c.name)
    .join(spelling_blocks, spelling_blocks.c.spelling_id == spellings.c.id)
    .order_by(spelling_blocks.c.block, spelling_blocks.c.spelling_id)
)

_IN_BLOCK = _BLOCKED.where(spelling_blocks.c.block == bindparam("block")).limit(_LARGEST_LOOSE + 1)

_IN_BLOCKS = _BLOCKED.where(spelling_blocks.c.block.in_(bindparam("blocks", expanding=True))).limit(
    _LARGEST_BLOCK + 1
)

_IN_BLOCKS_OF_COUNTRY = _IN_BLOCKS.where(
    or_(spellings.c.country == bindparam("country"), spellings.c.country.is_(None))
)

_KEPT = insert(spellings).returning(spellings.c.id)


def _about(some: Collection[Spelled]) -> dict[str, Any]:
    name = name_of(some)
    return {
        "name": name,
        "folded": folded(name),
        "country": country_of(some),
        "lone": all(each.lone for each in some),
    }


def _best(
    spelled: Spelled, fitting: Mapping[str, Match], near: Mapping[str, list[Spelled]]
) -> str | None:
    """Return the person that fits best; of two that fit equally, the one who is nearer in time."""

    def rank(person: str) -> tuple[float, int, int, str]:
        score = fitting[person].score
        if spelled.lone and _prominent(near[person]):
            score += weights().lead
        mentions = sum(each.mentions for each in near[person])
        return score, -_days_between(spelled, near[person]), mentions, person

    ranked = sorted(fitting, key=rank, reverse=True)
    if spelled.lone and len(ranked) > 1:
        lead = rank(ranked[0])[0] - rank(ranked[1])[0]
        if lead < weights().margin:
            return None
    return ranked[0]


def _prominent(some: Iterable[Spelled]) -> bool:
    """Whether a person has an office of the upper levels, and so may be called by one name."""
    return any(each.office and (each.office.level or _RANK + 1) <= _RANK for each in some)


def _days_between(spelled: Spelled, some: Collection[Spelled]) -> int:
    known = [each for each in some if each.first_day and each.last_day]
    if spelled.first_day is None or not known:
        return 0
    day = spelled.first_day
    return min(
        max((each.first_day - day).days, (day - each.last_day).days, 0)
        for each in known
        if each.first_day and each.last_day
    )
