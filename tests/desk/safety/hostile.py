"""Articles whose every word is meant to become a script in whatever shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dragoman.records import Record, content_id
from tests.records.examples import TITLE, record

SCRIPT = "<script>alert(7)</script>"
IMAGE = "\"'><img src=x onerror=alert(7)>"
OUTLET = f"Post {SCRIPT}"


def in_place(text: str, old: str, new: str) -> str:
    """Put words in the place of others, and keep all that follows where it is."""
    assert text.count(old) >= 1
    assert len(new) <= len(old)
    return text.replace(old, new.ljust(len(old), "."), 1)


def hostile(day: int, url: str) -> Record:
    """Return the example with scripts for title, outlet, names, offices, quotation and text."""
    whole = record()
    title = IMAGE.ljust(len(TITLE), ".")[: len(TITLE)]
    text = in_place(whole.article.text, TITLE, title)
    text = in_place(text, "Both sides must step back,", SCRIPT)
    text = in_place(text, "Norway is tired of Freedonia.", "<b onclick=alert(7)>b</b>")
    text = in_place(text, "OSLO (Wire) -", "</p><svg/a=b>")
    article = replace(
        whole.article,
        id=content_id(text),
        text=text,
        title=title,
        dateline="</p><svg/a=b>",
        url=url,
        publisher=OUTLET,
        published_at=datetime(2031, 5, day, 18, 30, tzinfo=UTC),
        furniture=(),
    )
    actors = tuple(
        replace(
            each,
            name=f"{each.name} {SCRIPT}",
            office=None if each.office is None else replace(each.office, title=IMAGE),
        )
        for each in whole.actors
    )
    (raid,) = whole.events
    assert raid.place is not None
    event = replace(raid, place=replace(raid.place, name=SCRIPT))
    return replace(whole, article=article, actors=actors, events=(event,))
