"""What judgements in force say of spellings: which belong together, and which do not.

A judgement has *sides*. Spellings of one side belong together, whatever their names; those of
different sides do not. A later judgement beats an earlier one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.crises.persons.spelled import key_apart
from dragoman.store import Judgement, UnitOfWork
from dragoman.store.portions import portions
from dragoman.store.tables import person_links

KIND = "actors"
"""The kind of the judgements."""


@dataclass(frozen=True, slots=True)
class Link:
    """One spelling on one side of one judgement; ``article`` where it is so in that one alone."""

    judgement: str
    verdict: str
    key: str
    side: int
    article: str | None = None


def links_of(connection: Connection, keys: Collection[str]) -> list[Link]:
    """Return the links of spellings, by their keys, in the order of their judgements."""
    rows = [
        row
        for some in portions(keys)
        for row in connection.execute(
            select(person_links).where(person_links.c.spelling_key.in_(some))
        )
    ]
    ordered = sorted(rows, key=lambda row: row.id)
    return [
        Link(row.judgement, row.verdict, row.spelling_key, row.side, row.article_id)
        for row in ordered
    ]


def apart(links: Iterable[Link], article: str) -> Mapping[str, str]:
    """Return the keys that a judgement sets apart in an article, with the judgement."""
    return {link.key: link.judgement for link in links if link.article == article}


@dataclass(frozen=True, slots=True)
class Ties:
    """What one spelling belongs with, by the latest judgement last, and what it does not."""

    together: tuple[str, ...]
    apart: frozenset[str]


NO_TIES = Ties((), frozenset())


def are_any(connection: Connection) -> bool:
    """Whether any judgement says something of spellings."""
    return connection.scalar(select(person_links.c.id).limit(1)) is not None


def ties(connection: Connection, key: str) -> Ties:
    """Return what judgements say of one spelling and others."""
    own = {link.judgement: link.side for link in links_of(connection, [key]) if not link.article}
    together: dict[str, bool] = {}
    for some in portions(own):
        asked = select(person_links).where(
            person_links.c.judgement.in_(some), person_links.c.article_id.is_(None)
        )
        for row in connection.execute(asked.order_by(person_links.c.id)):
            if row.spelling_key != key:
                together.pop(row.spelling_key, None)
                together[row.spelling_key] = row.side == own[row.judgement]
    return Ties(
        tuple(other for other, same in together.items() if same),
        frozenset(other for other, same in together.items() if not same),
    )


def renewed(unit: UnitOfWork) -> frozenset[Link]:
    """Keep the links of the judgements that are in force now; return those that came or went."""
    wanted = list(_wanted(unit.judgements.in_force()))
    touched = frozenset(set(wanted) ^ set(_present(unit.connection)))
    if touched:
        _keep(unit.connection, wanted)
    return touched


def _wanted(judged: Iterable[Judgement]) -> Iterator[Link]:
    for each in judged:
        if each.kind == KIND and each.verdict in {"merge", "split"}:
            yield from _links(each)


def _links(judgement: Judgement) -> Iterator[Link]:
    """Yield the links of a judgement; of one that was made otherwise, none."""
    sides = _lists(judgement.detail, "sides")
    articles = _strings(judgement.detail.get("articles"))
    for number, keys in enumerate(sides):
        for key in keys:
            about = (judgement.digest, judgement.verdict)
            if number and articles:
                yield Link(*about, key_apart(key, judgement.digest), number)
                yield from (Link(*about, key, number, article) for article in articles)
            else:
                yield Link(*about, key, number)


def _lists(detail: Mapping[str, Any], name: str) -> list[list[str]]:
    value = detail.get(name)
    return [_strings(each) for each in value] if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _present(connection: Connection) -> list[Link]:
    rows = connection.execute(select(person_links).order_by(person_links.c.id))
    return [
        Link(row.judgement, row.verdict, row.spelling_key, row.side, row.article_id) for row in rows
    ]


def _keep(connection: Connection, wanted: Iterable[Link]) -> None:
    connection.execute(delete(person_links))
    rows = [
        {
            "judgement": link.judgement,
            "verdict": link.verdict,
            "spelling_key": link.key,
            "side": link.side,
            "article_id": link.article,
        }
        for link in wanted
    ]
    if rows:
        connection.execute(insert(person_links), rows)
