"""Statements that are looked for: by their words, by their meaning, by who says them and how.

A desk holds no model, so that it cannot put words into a vector. What is looked for by meaning is
therefore near to statements that are there already: to a chosen one, or to those in which the words
stand. Their sentences have vectors, kept when they were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import numpy as np
from sqlalchemy import select

from dragoman.crises import Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.persons import Persons
from dragoman.crises.questions.naming import party_named
from dragoman.crises.questions.sides import members
from dragoman.desk.filters import Filters
from dragoman.desk.parts.selecting import Place, first, members_of, place_of
from dragoman.store import Hit, Told, View
from dragoman.store.places import stands_at
from dragoman.store.portions import portions
from dragoman.store.search.query import Query, folded_words
from dragoman.store.search.vectors import Floats, kept, unit
from dragoman.store.tables import entry_codes, entry_reports

Manner = Literal["any", "direct", "mixed", "indirect"]
By = Literal["words", "meaning"]

STATEMENTS = "statements"
SPEAKING = ("speaker", "on_behalf_of")
"""The parts that whoever says something takes in a statement."""

MOST_LOOKED_THROUGH = 300
"""Hits of the whole store, the best first, that are looked through for what the filters admit."""

_SEEDS = 8
"""Statements with the words that are looked for, the best first, whose meaning is taken."""

_MOST_MEDIUMS = 60
_PERSON = 64
"""Signs of the id of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What statements are looked for.

    Attributes:
        words: Words, "a phrase", one OR another, begin*, and -without.
        by: Whether these words, or what means alike.
        like: The id of the entry of a statement that others are to be like in meaning.
        speaker: Who says it: the code of a state or body, or the id of a person across articles.
        medium: Where it was said, as printed.
        manner: Word for word, in part, or paraphrased.
    """

    words: str = ""
    by: By = "words"
    like: str | None = None
    speaker: str | None = None
    medium: str | None = None
    manner: Manner = "any"

    @property
    def ranked(self) -> bool:
        """Whether the best come first; otherwise they come by their days."""
        return bool(self.words or self.like)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Statements that were found, the best first.

    Attributes:
        entries: Some of them.
        more: Whether there are more of them.
        seeds: How many statements their meaning was taken from; none where words are looked for.
        cut: Whether there may be more in the store than was looked through.
    """

    entries: tuple[Entry, ...]
    more: bool
    seeds: int
    cut: bool


def listed(
    view: View, filters: Filters, sought: Sought, *, after: Place | None, limit: int
) -> tuple[list[Entry], Place | None]:
    """Return some statements by their first day, and the place that the next come after."""
    some, more = first(_all(view, filters, sought, after, limit + 1), limit)
    return some, place_of(some[-1]) if more else None


def ranked(view: View, filters: Filters, sought: Sought, *, start: int, limit: int) -> Found:
    """Return some statements, the best first, from a place on.

    Raises:
        StoreError: The words name nothing to look for, or there is no statement to be like.
    """
    hits, seeds = _hits(view, filters, sought)
    within = members_of(view, filters)
    there = [each for each in hits if within is None or each.article in within]
    ledger = Ledger(view)
    ids = (each for each in _entry_ids(view, there) if each != sought.like)
    entries = (ledger.entry(each) for each in ids)
    kept_ones = (each for each in entries if _lies_in(each, filters, sought))
    some, more = first(islice(kept_ones, start, None), limit)
    cut = len(hits) == MOST_LOOKED_THROUGH
    return Found(entries=tuple(some), more=more, seeds=seeds, cut=cut)


def speaker_named(view: View, name: str) -> tuple[str, str]:
    """Return what the ledger knows a speaker by, and the name: of a code, an id or a name.

    Raises:
        StoreError: There is nobody of that name, or there are several.
    """
    if len(name) == _PERSON and " " not in name:
        return name, Persons(view).person(name).name
    return party_named(view, name)


def mediums(view: View) -> tuple[str, ...]:
    """Return where statements of the store were said, as printed, in order."""
    asked = (
        select(entry_codes.c.value)
        .where(entry_codes.c.field == "medium", entry_codes.c.kind == STATEMENTS)
        .distinct()
        .order_by(entry_codes.c.value)
        .limit(_MOST_MEDIUMS)
    )
    return tuple(view.connection.scalars(asked))


def _all(
    view: View, filters: Filters, sought: Sought, after: Place | None, size: int
) -> Iterator[Entry]:
    """Yield statements by their first day, asking the ledger for no more than a page at a time."""
    ledger, asked = Ledger(view), filters.scope.asked()
    asked["code"] = sought.speaker or asked["code"]
    asked |= {"medium": sought.medium} if sought.medium else {}
    parts = SPEAKING if asked["code"] else ()
    while True:
        some = list(ledger.entries(STATEMENTS, **asked, parts=parts, after=after, limit=size))
        yield from (each for each in some if _admitted(each, filters, sought))
        if len(some) < size:
            return
        after = place_of(some[-1])


def _hits(view: View, filters: Filters, sought: Sought) -> tuple[list[Hit], int]:
    """Return hits, the best first, and how many statements their meaning was taken from."""
    code = filters.scope.code
    if sought.like is None and sought.by == "words":
        found = view.search(
            sought.words,
            kinds=[STATEMENTS],
            code=code,
            limit=MOST_LOOKED_THROUGH,
            story=filters.story,
            crisis=filters.crisis,
        )
        return found, 0
    seeds = _like(view, sought.like) if sought.like is not None else _with_words(view, sought.words)
    meaning = _meaning(view, seeds)
    if meaning is None:
        return [], 0
    found = view.similar(meaning, kinds=[STATEMENTS], code=code, limit=MOST_LOOKED_THROUGH)
    return found, len(seeds)


def _like(view: View, identity: str) -> list[Told]:
    entry = Ledger(view).entry(identity)
    return [each.told for each in entry.reports[:_SEEDS]] if entry.kind == STATEMENTS else []


def _with_words(view: View, question: str) -> list[Told]:
    """Return the statements that words stand in; some of the words where none has all."""
    Query.parse(question)
    for each in (question, " OR ".join(folded_words(question))):
        hits = view.search(each, kinds=[STATEMENTS], limit=_SEEDS)
        if hits:
            return list(view.told(STATEMENTS, [(hit.reading, hit.number) for hit in hits]))
    return []


def _meaning(view: View, seeds: Iterable[Told]) -> Floats | None:
    """Return the mean of the vectors of the sentences that statements stand in, if any are kept."""
    rows = [row for each in seeds for row in _vectors(view, each)]
    same = [row for row in rows if row.shape == rows[0].shape]
    if not same:
        return None
    mean = np.stack(same).mean(axis=0, keepdims=True)
    return unit(mean)[0] if mean.any() else None


def _vectors(view: View, told: Told) -> list[Floats]:
    own = kept(view.connection, told.article.reading)
    spans = told.fact.content or told.fact.evidence
    if own is None:
        return []
    pairs = zip(own.spans, own.sentences, strict=True)
    return [row for (start, end), row in pairs if any(a < end and start < b for a, b in spans)]


def _entry_ids(view: View, hits: Sequence[Hit]) -> list[str]:
    """Return the ids of the entries that hits belong to, in their order, each once."""
    known: dict[tuple[int, int], str] = {}
    table = entry_reports.c
    for some in portions([(each.reading, each.number) for each in hits]):
        of_hits = stands_at(entry_reports, some)
        asked = select(table.reading_id, table.number, table.entry_id)
        rows: Any = view.connection.execute(asked.where(table.kind == STATEMENTS, of_hits))
        known |= {(row.reading_id, row.number): row.entry_id for row in rows}
    found = (known.get((each.reading, each.number)) for each in hits)
    return list(dict.fromkeys(each for each in found if each is not None))


def _lies_in(entry: Entry, filters: Filters, sought: Sought) -> bool:
    """Tell whether a statement that was found is one that is asked for, as the ledger would."""
    speakers = {key for each in members(entry, *SPEAKING) for key in (each.code, each.person)}
    return (
        _admitted(entry, filters, sought)
        and (sought.speaker is None or sought.speaker in speakers)
        and sought.medium in {None, entry.act.get("medium")}
        and _is_within(entry, filters)
        and entry.confidence >= filters.confidence
        and entry.origins >= filters.origins
        and entry.verdict != "rejected"
    )


def _is_within(entry: Entry, filters: Filters) -> bool:
    """Tell whether a statement may have been on the days that are looked at."""
    since, until = filters.since, filters.until
    return (since is None or (entry.last_day is not None and entry.last_day >= since)) and (
        until is None or (entry.first_day is not None and entry.first_day <= until)
    )


def _admitted(entry: Entry, filters: Filters, sought: Sought) -> bool:
    """Tell whether a statement is let through; a country of the filters is one that says it."""
    countries = filters.countries
    speaks = not countries or any(each.code in countries for each in members(entry, *SPEAKING))
    said_so = sought.manner in {"any", entry.act.get("kind")}
    return speaks and said_so and filters.but(kinds=()).admits(entry)
