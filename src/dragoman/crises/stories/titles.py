"""Titles that stories and crises get by themselves, until somebody names them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, bindparam, func, select

from dragoman.crises.stories import clusters
from dragoman.crises.stories.clusters import of_packed
from dragoman.crises.stories.terms import summed
from dragoman.records import codebook
from dragoman.store.packing import unpacked
from dragoman.store.rows import folded
from dragoman.store.search.vectors import cosine
from dragoman.store.tables import (
    actors,
    articles,
    events,
    readings,
    stories,
    story_articles,
    texts,
    vectors,
)

UNTITLED = "Untitled"

_MOST_ARTICLES = 100
_MOST_STORIES = 200
_KEYWORDS = 6
_OF_CRISIS = 3
_SIDES = 2
_KINDS_OF_SIDES = frozenset({"state", "armed_group", "organization"})
_MATERIAL_CONFLICT = "material conflict"
_LOOKED_AT = 12
_LARGEST_STORIES = 5
_LONGEST = 110
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s")


def named_story(connection: Connection, story: str) -> tuple[str, list[str]]:
    """Return a title and keywords for a story.

    The title is the headline of the article that is likest to all the others, or else its first
    sentence. Keywords are the names that the story has and the rest of the store has not.
    """
    rows = connection.execute(_ARTICLES.where(story_articles.c.story_id == story)).all()
    central = _central(rows)
    title = central.title or _opening(connection, central.text_id) if central else None
    return title or UNTITLED, _keywords(connection, rows)


def named_crisis(connection: Connection, crisis: str) -> str:
    """Return a title for a crisis: the two sides its articles name most, and where force was used.

    With fewer sides it is the names of any kind that they name most. The program's own crises keep
    the sum of their names; one that a person made has the keywords of its stories.
    """
    own = clusters.get(connection, crisis)
    names = own.profile.names if own is not None else {}
    names = names or _of_stories(connection, crisis)
    ranked = sorted(names, key=lambda name: (-names[name], name))[:_LOOKED_AT]
    asked = _Asked(connection)
    sides = list(islice(filter(asked.is_side, ranked), _SIDES))
    best = sides if len(sides) == _SIDES else ranked[:_OF_CRISIS]
    title = ", ".join(map(asked.as_printed, best)) or UNTITLED
    scene = _scene(connection, crisis)
    return title if scene is None or folded(scene) in best else f"{title}: {scene}"


class _Asked:
    """What the store knows of names, each looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, Any] = {}

    def is_side(self, name: str) -> bool:
        """Tell whether a name is that of a state or a body."""
        row = self._row(name)
        return row is not None and row.kind in _KINDS_OF_SIDES

    def as_printed(self, name: str) -> str:
        """Return a name as an article prints it."""
        row = self._row(name)
        return name.title() if row is None else row.name

    def _row(self, name: str) -> Any:
        if name not in self._known:
            found = self._connection.execute(_NAMED, {"name": name})
            self._known[name] = found.one_or_none()
        return self._known[name]


_NAMED = select(actors.c.kind, actors.c.name).where(actors.c.folded == bindparam("name")).limit(1)


def _scene(connection: Connection, crisis: str) -> str | None:
    """Return the place that most acts of force are told of, in the largest stories.

    The acts are sifted here: a database that is asked for their types as well looks through all of
    a type in the store.
    """
    largest = connection.scalars(_LARGEST.where(stories.c.crisis_id == crisis)).all()
    read = connection.scalars(_READ.where(story_articles.c.story_id.in_(largest))).all()
    force = _force()
    told = connection.execute(_PLACED.where(events.c.reading_id.in_(read)))
    counts = Counter(row.place for row in told if row.type in force)
    return min(counts, key=lambda place: (-counts[place], place), default=None)


_LARGEST = (
    select(stories.c.id).order_by(stories.c.articles.desc(), stories.c.id).limit(_LARGEST_STORIES)
)

_READ = (
    select(story_articles.c.reading_id).order_by(story_articles.c.reading_id).limit(_MOST_ARTICLES)
)

_PLACED = select(events.c.place, events.c.type).where(
    events.c.place.is_not(None), events.c.modality == "asserted"
)


@cache
def _force() -> frozenset[str]:
    known = codebook()
    codes = known.codes("types")
    return frozenset(code for code in codes if known.quad(code) == _MATERIAL_CONFLICT)


def _of_stories(connection: Connection, crisis: str) -> dict[str, float]:
    asked = (
        select(stories.c.keywords, stories.c.articles)
        .where(stories.c.crisis_id == crisis)
        .order_by(stories.c.articles.desc(), stories.c.id)
        .limit(_MOST_STORIES)
    )
    counts: dict[str, float] = {}
    for keywords, number in connection.execute(asked):
        for place, name in enumerate(json.loads(keywords)):
            counts[folded(name)] = counts.get(folded(name), 0) + number * (_KEYWORDS - place)
    return counts


_ARTICLES = (
    select(story_articles.c.reading_id, story_articles.c.terms, articles.c.copy_of)
    .add_columns(readings.c.title, readings.c.text_id, vectors.c.article)
    .join(articles, articles.c.id == story_articles.c.article_id)
    .join(readings, readings.c.id == story_articles.c.reading_id)
    .join(vectors, vectors.c.reading_id == story_articles.c.reading_id, isouter=True)
    .order_by(articles.c.copy_of.is_not(None), story_articles.c.reading_id)
    .limit(_MOST_ARTICLES)
)
"""The first articles of a story, near-copies last."""


def _central(rows: Sequence[Row[Any]]) -> Row[Any] | None:
    """Return the article that is likest to all; the first one where there are no vectors."""
    if not rows:
        return None
    titled = [row for row in rows if row.title] or list(rows)
    found = [(row, of_packed(row.article)) for row in titled]
    known = [(row, vector) for row, vector in found if vector is not None]
    if not known:
        return titled[0]
    shape = known[0][1].shape
    middle = np.sum([vector for _, vector in known if vector.shape == shape], axis=0)
    likeness = [cosine(vector, middle) for _, vector in known]
    return known[int(np.argmax(likeness))][0]


def _opening(connection: Connection, text: str) -> str:
    """Return the first sentence of a text, cut at a word where it is long."""
    packed = connection.execute(select(texts.c.packed).where(texts.c.id == text)).scalar_one()
    head = " ".join(_SENTENCE_END.split(unpacked(packed).strip()[: _LONGEST * 5], maxsplit=1)[:1])
    line = " ".join(head.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _keywords(connection: Connection, rows: Sequence[Row[Any]]) -> list[str]:
    total: dict[str, float] = {}
    first: dict[str, int] = {}
    for row in rows:
        terms = json.loads(row.terms)
        total = summed(total, terms)
        first = dict.fromkeys(terms, row.reading_id) | first
    ordered = sorted(total, key=lambda name: (-total[name], name))[:_KEYWORDS]
    printed = _printed(connection, {first[name] for name in ordered}, ordered)
    return [printed.get(name, name.title()) for name in ordered]


def _printed(
    connection: Connection, numbers: Collection[int], names: Sequence[str]
) -> dict[str, str]:
    """Return names as some articles print them, by their folded form.

    The names are asked for in a form that no index has: some stand in every other article.
    """
    asked = select(actors.c.folded, actors.c.name).where(
        func.coalesce(actors.c.folded, "").in_(names), actors.c.reading_id.in_(numbers)
    )
    in_order = connection.execute(asked.order_by(actors.c.reading_id.desc()))
    return {row.folded: row.name for row in in_order}
