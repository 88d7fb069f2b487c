"""Who told a fact, copies folded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.crises import Entry
from dragoman.crises.questions.citations import UNNAMED
from dragoman.desk.parts.folding import told_by
from tests.crises.questions import made


def copied(entry: Entry, *outlets: str) -> Entry:
    """Return an entry with copies of its first report in other outlets, the day after."""
    first = entry.reports[0]
    found = [
        replace(
            made.report(entry.kind, first.told.fact, each, date(2031, 1, 4)), origin=first.origin
        )
        for each in outlets
    ]
    return replace(entry, reports=(*entry.reports, *found))


def test_each_origin_stands_once_with_its_copies() -> None:
    entry = copied(made.event("KEN", day="2031-01-03", origins=("Wire", "Globe")), "Post")
    told = {each.outlet: [copy.source for copy in each.copies] for each in told_by(entry)}
    assert told == {"Wire": ["Post, 4 Jan 2031"], "Globe": []}


def test_each_names_the_words_of_its_article() -> None:
    entry = made.event("KEN", day="2031-01-03")
    (told,) = told_by(entry)
    assert (told.article, told.fact) == (
        entry.reports[0].article.id,
        entry.reports[0].told.fact.id,
    )
    assert told.title == "Wire of 2031-01-03"


def test_an_outlet_without_a_name_begins_a_citation_as_a_sentence_does() -> None:
    (told,) = told_by(made.event("KEN", day="2031-01-03"))
    unnamed = replace(told, outlet=UNNAMED)
    assert unnamed.source == "An outlet that is not named, 3 Jan 2031"
