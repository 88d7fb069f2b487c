"""Bringing persons together and telling them apart, as judgements of kind ``actors``.

A judgement names spellings by their keys, which follow from what is printed: it holds whatever was
taken in before or after, also when everything is made anew. Taking it back restores what was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, select

from dragoman.crises.persons.lending import Journal
from dragoman.crises.persons.links import KIND, renewed
from dragoman.crises.persons.placing import Placer
from dragoman.crises.persons.spelled import Spelled, by_id, by_key, of_persons
from dragoman.crises.persons.taking import LOCK, drop, readings_of, take
from dragoman.errors import StoreError
from dragoman.store import Judgement, UnitOfWork, Written
from dragoman.store.dialects import hold
from dragoman.store.portions import portions
from dragoman.store.tables import person_mentions, readings


def merge(
    unit: UnitOfWork, person: str, others: Collection[str], *, who: str, reader: str, why: str = ""
) -> Judgement:
    """Judge that persons are one, and make them one.

    Call :func:`settle` afterwards for the readings in which somebody is somebody else now.

    Raises:
        StoreError: One of them is not there, or there is nobody to merge with.
    """
    ids = list(dict.fromkeys([person, *others]))
    if len(ids) < 2:
        raise StoreError("A merge needs two persons or more.")
    keys = [each.key for some in _known(unit.connection, ids) for each in some]
    detail = {"with": ids[1:], "sides": [keys]}
    return unit.judgements.judge(
        "merge", KIND, person, who=who, reader=reader, why=why, detail=detail
    )


def split(
    unit: UnitOfWork,
    person: str,
    spellings: Collection[int] = (),
    *,
    articles: Collection[str] = (),
    who: str,
    reader: str,
    why: str = "",
) -> Judgement:
    """Judge that some spellings of a person, or the person of some articles, are somebody else's.

    Call :func:`settle` afterwards for the readings in which somebody is somebody else now.

    Args:
        unit: What the judgement is written in.
        person: The person.
        spellings: Numbers of those spellings of hers or his that are somebody else's.
        articles: Articles in which it is somebody else, though the spelling is the same.
        who: Who judges.
        reader: The version of the reader whose work is judged.
        why: The reason.

    Raises:
        StoreError: The person is not there, or nothing of hers or his would be told apart.
    """
    (some,) = _known(unit.connection, [person])
    if articles:
        detail = _by_article(unit.connection, some, articles)
    else:
        detail = _by_spelling(some, spellings)
    return unit.judgements.judge(
        "split", KIND, person, who=who, reader=reader, why=why, detail=detail
    )


def undo(unit: UnitOfWork, digest: str, *, who: str, why: str = "") -> Judgement:
    """Take a merge or a split back.

    Call :func:`settle` afterwards for the readings in which somebody is somebody else now.

    Raises:
        StoreError: There is no such judgement on persons, or it is not in force.
    """
    if not any(each.digest == digest for each in unit.judgements.in_force() if each.kind == KIND):
        raise StoreError(f"No judgement on persons that is in force is {digest!r}.")
    return unit.judgements.undo(digest, who=who, why=why)


def settle(unit: UnitOfWork) -> frozenset[int]:
    """Let what judgements in force say of persons hold, after some were made, undone or moved here.

    Returns:
        The numbers of the readings in which somebody is somebody else now, or is known better or
        less well.
    """
    connection = unit.connection
    hold(connection, LOCK)
    touched = renewed(unit)
    retaken = _retake(unit, {link.article for link in touched if link.article})
    keys = {link.key for link in touched}
    ids = {each.person for each in by_key(connection, keys).values()}
    journal = Journal(connection)
    moved = _placed_anew(connection, ids, journal)
    return retaken | readings_of(connection, moved) | journal.borrowers()


def _known(connection: Connection, ids: Sequence[str]) -> list[list[Spelled]]:
    found = of_persons(connection, ids)
    for person in ids:
        if person not in found:
            raise StoreError(f"There is no person {person!r}.", hint="Find one: dragoman persons.")
    return [found[person] for person in ids]


def _by_spelling(some: Sequence[Spelled], numbers: Collection[int]) -> dict[str, Any]:
    away = [each for each in some if each.id in set(numbers)]
    stay = [each.key for each in some if each.id not in set(numbers)]
    if len(away) != len(set(numbers)) or not away or not stay:
        raise StoreError("A split names some of the person's spellings, and leaves others.")
    keys = [each.key for each in away]
    return {"into": keys, "sides": [stay, keys]}


def _by_article(
    connection: Connection, some: Sequence[Spelled], articles: Collection[str]
) -> dict[str, Any]:
    asked = (
        select(person_mentions.c.spelling_id)
        .join(readings, readings.c.id == person_mentions.c.reading_id)
        .where(person_mentions.c.spelling_id.in_([each.id for each in some]))
        .where(readings.c.article_id.in_(list(articles)))
    )
    there = set(connection.scalars(asked))
    away = [each.key for each in some if each.id in there]
    if not away:
        raise StoreError("The person is in none of these articles.")
    return {
        "into": list(articles),
        "sides": [[each.key for each in some], away],
        "articles": list(articles),
    }


def _retake(unit: UnitOfWork, articles: Collection[str]) -> frozenset[int]:
    """Take articles in again in which a judgement sets somebody apart, or does no more."""
    found: set[int] = set()
    for some in portions(articles):
        asked = select(readings.c.id, readings.c.article_id).where(
            readings.c.article_id.in_(some), readings.c.current
        )
        for number, article in unit.connection.execute(asked).all():
            found |= drop(unit, [number])
            written = Written(article, number, new=False, version=1)
            found |= {number} | take(unit, written, unit.view.record_of_reading(number))
    return frozenset(found)


def _placed_anew(connection: Connection, ids: Collection[str], journal: Journal) -> list[Spelled]:
    """Place all spellings of persons anew, the first one first; return those that moved."""
    old = sorted(
        (each for some in of_persons(connection, ids).values() for each in some),
        key=lambda each: each.id,
    )
    journal.note(*old)
    placer = Placer(connection, pending={each.id for each in old})
    for each in old:
        placer.place(each)
    now = {each.id: each.person for each in by_id(connection, [each.id for each in old])}
    return [each for each in old if now[each.id] != each.person]
