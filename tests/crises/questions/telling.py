"""A crisis between Norway, Denmark and Freedonia, told article by article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dragoman.crises import take
from dragoman.records import Record, When
from dragoman.store import Store
from tests.records.examples import record


def told(outlet: str, day: int, **changes: Any) -> Record:
    """Return the example as an outlet tells it on a day of May 2031."""
    whole = record()
    article = replace(
        whole.article,
        url=f"https://{outlet}.example/{day}",
        publisher=outlet.title(),
        published_at=datetime(2031, 5, day, 18, 30, tzinfo=UTC),
    )
    return replace(whole, article=article, **changes)


def criticised(day: int, outlet: str = "post") -> Record:
    """Return the example with another stance of Norway, and neither contact nor attitude."""
    whole = record()
    (position,) = whole.positions
    harder = replace(position, stance="criticism")
    raid = replace(whole.events[0], when=When("2031-05-01", "2031-05-01"))
    return told(outlet, day, positions=(harder,), events=(raid,), contacts=(), attitudes=())


def called(day: int, outlet: str = "globe") -> Record:
    """Return the example with the call on another day, and nothing else."""
    (call,) = record().contacts
    moment = When(f"2031-05-{day:02}", f"2031-05-{day:02}")
    alone = {"positions": (), "events": (), "statements": (), "attitudes": ()}
    return told(outlet, day, contacts=(replace(call, when=moment),), **alone)


def add(store: Store, *records: Record) -> None:
    """Take articles in, each in a unit of its own; the outlet is the origin."""
    for each in records:
        with store.work() as unit:
            written = unit.writer.write(each)
            take(unit, written, each, origin=str(each.article.publisher))
