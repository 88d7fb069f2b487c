"""Erasing a person: from names, mentions and facts, wherever the store has them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, select

from dragoman.crises.review.following import follow, take_out
from dragoman.crises.review.forgetting import Forgotten, erase
from dragoman.crises.review.forgetting_jobs import erase_from_jobs, jobs_naming
from dragoman.crises.review.redacting import Names, redacted
from dragoman.errors import StoreError
from dragoman.records import Record
from dragoman.settings import Settings
from dragoman.store import UnitOfWork, Written
from dragoman.store import erasing_briefs as briefs
from dragoman.store.erasing import Doomed, Eraser, doomed, note_erasure
from dragoman.store.erasing_jobs import strings
from dragoman.store.kept import kept_at
from dragoman.store.rows import PARTS, folded
from dragoman.store.tables import (
    actors,
    articles,
    judged,
    judgements,
    origins,
    pages,
    person_mentions,
    readings,
    spellings,
)


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """The names that a person has, and which actors of which readings are the person."""

    names: frozenset[str]
    readings: Mapping[int, frozenset[str]]


def forget_person(
    unit: UnitOfWork, name: str, *, who: str, settings: Settings | None = None
) -> Forgotten:
    """Erase a person under all names that are known of the person.

    In each article that names the person, every letter of the names is blanked, and the facts in
    which the person takes part go; what else the article tells stays. An article whose URL has the
    name goes as a whole. Judgements that hold the name go as well, and so do jobs that are to read
    something of that name, with what was given to be read and names the person, as long as it
    waits: ``counts`` tells how many ``deposits`` those are. Where another job only told of
    something of that name, the name is blanked and the job goes on.

    Args:
        unit: The unit of work; where it is rolled back, nothing was erased.
        name: Any of the person's names.
        who: Who erases.
        settings: Limits of what is looked into of that which waits to be read; by default as
            loaded, and best those of the workers.

    Raises:
        StoreError: The store does not know the person.
    """
    found = _mentioned(unit, name)
    names = Names.of(found.names, name)
    jobs = jobs_naming(unit.connection, names, settings or Settings.load())
    if not (found.readings or jobs):
        raise StoreError(f"The store knows nobody of the name {name!r}.")
    in_url = _with_name_in_url(unit, found, names)
    whole = doomed(unit.connection, in_url)
    told = tuple(unit.view.article(each) for each in whole.articles)
    kept = kept_at(unit.connection, whole.articles)
    counts = Counter(erase(unit, whole))
    left = {number: ids for number, ids in found.readings.items() if number not in whole.readings}
    what = doomed(unit.connection, _articles_of(unit, left))
    changed = tuple(unit.view.article(each) for each in what.articles)
    kept += kept_at(unit.connection, what.articles)
    counts += Counter(_redact(unit, what, left, names))
    counts += Counter(_quoting(unit, what, names))
    counts += erase_from_jobs(unit.connection, jobs)
    note_erasure(unit.connection, "person", counts, {*whole.pages, *what.pages}, who=who)
    detail = {"articles": len(whole.articles), "changed": len(changed), "rows": dict(counts)}
    unit.audit.note("forget", "person", detail, who=who)
    changed = tuple(unit.view.article(each.id) for each in changed)
    return Forgotten("person", told, counts, (), tuple(kept), tuple(sorted(found.names)), changed)


def _mentioned(unit: UnitOfWork, name: str) -> _Mentioned:
    """Return the actors who are the person: of that name, or of a person who has it."""
    connection = unit.connection
    wanted = folded(name)
    of_name = select(spellings.c.person_id, spellings.c.name)
    persons = {row.person_id for row in connection.execute(of_name) if folded(row.name) == wanted}
    together = and_(
        actors.c.reading_id == person_mentions.c.reading_id,
        actors.c.number == person_mentions.c.number,
    )
    by_person = (
        select(actors.c.reading_id, actors.c.id, actors.c.name)
        .join(person_mentions, together)
        .join(spellings, spellings.c.id == person_mentions.c.spelling_id)
        .where(spellings.c.person_id.in_(persons))
    )
    rows = [*connection.execute(by_person)]
    names = {name, *(row.name for row in rows)}
    by_name = select(actors.c.reading_id, actors.c.id, actors.c.name)
    rows += connection.execute(by_name.where(actors.c.folded.in_({folded(each) for each in names})))
    ids: dict[int, set[str]] = {}
    for row in rows:
        ids.setdefault(row.reading_id, set()).add(row.id)
    return _Mentioned(frozenset(names), {number: frozenset(some) for number, some in ids.items()})


def _articles_of(unit: UnitOfWork, numbers: Iterable[int]) -> list[str]:
    asked = select(readings.c.article_id).where(readings.c.id.in_(list(numbers)))
    return sorted(set(unit.connection.scalars(asked)))


def _with_name_in_url(unit: UnitOfWork, found: _Mentioned, names: Names) -> list[str]:
    asked = (
        select(articles.c.id, articles.c.url)
        .join(readings, readings.c.article_id == articles.c.id)
        .where(readings.c.id.in_(list(found.readings)), articles.c.url.is_not(None))
    )
    return [row.id for row in unit.connection.execute(asked) if names.full.search(row.url)]


def _redact(
    unit: UnitOfWork, what: Doomed, persons: Mapping[int, frozenset[str]], names: Names
) -> Mapping[str, int]:
    """Take the person out of articles, in all their versions; count what is there no more."""
    take_out(unit, what)
    eraser = Eraser(unit.connection, unit.view.record_of_reading)
    gone: Counter[str] = Counter()
    for number in what.readings:
        record = unit.view.record_of_reading(number)
        clean = redacted(record, persons.get(number, frozenset()), names)
        text = unit.connection.scalar(select(readings.c.text_id).where(readings.c.id == number))
        eraser.of_reading(number)
        unit.writer.rewrite(number, clean)
        eraser.orphaned(str(text))
        _take(unit, number, clean)
        for kind in PARTS:
            gone[kind] += len(getattr(record, kind)) - len(getattr(clean, kind))
    unit.connection.execute(pages.delete().where(pages.c.article_id.in_(what.articles)))
    return gone


def _take(unit: UnitOfWork, number: int, record: Record) -> None:
    """Take a reading in anew, if it is the one that counts."""
    from dragoman.crises.taking import take

    row = unit.connection.execute(
        select(readings.c.article_id, readings.c.current, origins.c.family)
        .join(origins, origins.c.article_id == readings.c.article_id, isouter=True)
        .where(readings.c.id == number)
    ).one()
    if row.current:
        written = Written(row.article_id, number, new=False, version=1)
        take(unit, written, record, origin=row.family or row.article_id)


def _quoting(unit: UnitOfWork, what: Doomed, names: Names) -> Mapping[str, int]:
    """Erase what people wrote that holds the name.

    What is of these articles goes also where it has only the last word of the name.
    """
    of_page = select(judged.c.judgement_id).where(judged.c.page.in_(what.pages))
    near = set(unit.connection.scalars(of_page))
    numbers = [
        row.id
        for row in unit.connection.execute(select(judgements))
        if _holds(f"{row.why}\n{row.subject}", row.detail, names, family=row.id in near)
    ]
    eraser = Eraser(unit.connection, unit.view.record_of_reading)
    digests = set(
        unit.connection.scalars(select(judgements.c.digest).where(judgements.c.id.in_(numbers)))
    )
    gone = [each for each in unit.judgements.all() if each.digest in digests]
    eraser.erase_judgements(numbers)
    follow(unit, gone)
    eraser.counts["brief_lines"] += _in_briefs(unit, what, names)
    return eraser.counts


def _in_briefs(unit: UnitOfWork, what: Doomed, names: Names) -> int:
    """Erase lines of saved briefs that hold the name, and titles; return how many lines."""
    near = briefs.lines_on(unit.connection, what.articles)
    lines = briefs.lines_with(unit.connection, lambda text: bool(names.full.search(text)))
    lines |= briefs.lines_with(
        unit.connection, lambda text: bool(names.family.search(text)), among=near
    )
    briefs.untitle(unit.connection, lambda text: bool(names.full.search(text)))
    return briefs.blank(unit.connection, lines)


def _holds(words: str, data: str, names: Names, *, family: bool) -> bool:
    every = "\n".join([words, *strings(json.loads(data))])
    return bool(names.full.search(every) or (family and names.family.search(every)))
