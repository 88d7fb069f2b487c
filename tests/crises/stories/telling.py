"""Articles of some subjects, made by hand: each subject has names and a direction of its own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np

from dragoman.crises.stories import Editor, Stories, take
from dragoman.records import Actor, ActorKind, Article, ReaderInfo, Record, content_id
from dragoman.store import Store, UnitOfWork, Written
from dragoman.store.search.vectors import Floats, keep, unit

SUBJECTS = {
    "strait": ("Varenia", "Norland", "Henrik Dahl", "Selm Strait"),
    "talks": ("Tamara", "Northern Front", "Paolo Ferri", "Brenn"),
    "quake": ("Tavria", "Ardan", "Red Cross", "Hest"),
}
WIDTH = 16


def article(
    subject: str, number: int, day: str | None = "2031-05-04", *, title: str | None = None
) -> Record:
    """Return the record of an article of a subject; the number tells articles of one apart."""
    moment = None
    if day is not None:
        moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    names = SUBJECTS[subject]
    text = f"{', '.join(names)} were in the news, number {number}. More is to come."
    whole = Article(
        id=content_id(text),
        text=text,
        title=title,
        url=f"https://{subject}.example/{number}",
        published_at=moment,
        paragraphs=((0, len(text)),),
    )
    kinds: tuple[ActorKind, ...] = ("state", "organization", "person", "organization")
    actors = tuple(
        Actor(content_id(name), name, kind, mentions=(place(text, name),))
        for name, kind in zip(names, kinds, strict=True)
    )
    return Record(ReaderInfo("1", "none"), whole, actors=actors)


def place(text: str, name: str) -> tuple[int, int]:
    """Return the span of the first mention of a name."""
    return text.index(name), text.index(name) + len(name)


def changed(record: Record) -> Record:
    """Return a later version of an article: a line more at its end."""
    text = f"{record.article.text} Corrected."
    return replace(record, article=replace(record.article, id=content_id(text), text=text))


def direction(subject: str, number: int) -> Floats:
    """Return vectors of two sentences near the subject's own direction."""
    rows = np.zeros((2, WIDTH), np.float32)
    rows[:, list(SUBJECTS).index(subject)] = 1
    noise = np.random.default_rng(number).normal(scale=0.05, size=rows.shape)
    return unit((rows + noise).astype(np.float32))


def tell(work: UnitOfWork, record: Record, *, vectors: bool = True) -> Written:
    """Write a record, keep its vectors, and take it into its story."""
    written = wrote(work, record, vectors=vectors)
    take(work, written, record)
    return written


def wrote(work: UnitOfWork, record: Record, *, vectors: bool = True) -> Written:
    """Write a record, and keep its vectors."""
    written = work.writer.write(record)
    if vectors:
        subject, number = (record.article.url or "").removeprefix("https://").split(".example/")
        half = len(record.article.text) // 2
        keep(
            work.connection,
            written.reading,
            direction(subject, int(number)),
            [(0, half), (half, half * 2)],
        )
    return written


def told(store: Store, records: Collection[Record], *, vectors: bool = True) -> list[str]:
    """Tell several records in one unit of work; return the ids of their articles."""
    with store.work() as work:
        return [tell(work, record, vectors=vectors).article for record in records]


def crisis_of_talks(store: Store) -> str:
    """Make a crisis of an article on talks, apart from all others; return its id."""
    (other,) = told(store, [article("talks", 1)], vectors=False)
    with store.view() as view:
        story = Stories(view).of(other)
    assert story is not None
    with store.work() as work:
        _, crisis = Editor(work, "editor").make("Talks", [story.id])
    return crisis
