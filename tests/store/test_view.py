"""Questions to the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.records import Record
from dragoman.store import Store
from tests.store.changes import at, published


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(published(at("https://b.example/1"), 2031, 6, 1))
        unit.writer.write(at())
    return store


@pytest.mark.parametrize(
    ("kind", "asked", "found"),
    [
        ("events", {}, 2),
        ("events", {"type": "ASSAULT"}, 2),
        ("events", {"type": ("CONSULT", "AID")}, 0),
        ("events", {"code": "FRD", "parts": ["actor"]}, 2),
        ("events", {"code": "FRD", "parts": ["recipient"]}, 0),
        ("events", {"country": "NOR"}, 2),
        ("events", {"confidence": 0.91}, 0),
        ("events", {"since": date(2031, 5, 1), "until": date(2031, 5, 1)}, 2),
        ("events", {"since": date(2031, 5, 2)}, 0),
        ("contacts", {"initiator": "NOR", "counterpart": "DNK", "channel": "phone"}, 2),
        ("statements", {"code": "NOR"}, 2),
        ("positions", {"holder": "NOR", "stance": "restraint", "target_type": "ASSAULT"}, 2),
        ("positions", {"since": date(2031, 5, 20)}, 1),
        ("attitudes", {"toward": "FRD", "sign": "negative"}, 2),
    ],
)
def test_facts_are_found(filled: Store, kind: str, asked: dict[str, Any], found: int) -> None:
    with filled.view() as view:
        assert len(list(view.facts(kind, **asked))) == found


def test_facts_come_by_their_day(filled: Store) -> None:
    with filled.view() as view:
        days = [told.article.told_on for told in view.facts("positions")]
    assert days == [date(2031, 5, 2), date(2031, 6, 1)]


def test_what_has_no_day_comes_last(filled: Store) -> None:
    undated = at("https://c.example/1")
    undated = replace(undated, article=replace(undated.article, published_at=None))
    with filled.work() as unit:
        unit.writer.write(undated)
    with filled.view() as view:
        told = [each.article.told_on for each in view.facts("positions")]
        assert told == [date(2031, 5, 2), date(2031, 6, 1), None]
        assert [each.told_on for each in view.articles()] == told
        hits = view.search("tired", kinds=["attitudes"])
    assert [hit.told_on for hit in hits] == [date(2031, 6, 1), date(2031, 5, 2), None]


def test_a_fact_comes_with_its_article_and_its_words(filled: Store) -> None:
    with filled.view() as view:
        told = next(view.facts("attitudes"))
        assert view.words(told) == "Norway is tired of Freedonia."
        assert told.fact == at().attitudes[0]
        assert told.article.outlet == "The Wire"


def test_actors_of_a_reading_are_found_by_their_ids(filled: Store) -> None:
    with filled.view() as view:
        reading = next(view.articles()).reading
        assert view.actors(reading)["lund"] == at().actors[0]


def test_articles_come_by_their_day(filled: Store) -> None:
    with filled.view() as view:
        days = [each.told_on for each in view.articles()]
        assert days == [date(2031, 5, 2), date(2031, 6, 1)]
        assert [each.told_on for each in view.articles(until=date(2031, 5, 9))] == days[:1]


@pytest.mark.parametrize("latest", [False, True])
def test_articles_go_on_after_one_of_them(filled: Store, *, latest: bool) -> None:
    with filled.work() as unit:
        for number, undated in enumerate([False, True, True]):
            url = f"https://c.example/{number}"
            unit.writer.write(published(at(url), 2031, 6, 1) if not undated else _undated(at(url)))
    with filled.view() as view:
        whole = [each.id for each in view.articles(latest=latest)]
        found = [next(view.articles(latest=latest))]
        while rest := next(view.articles(latest=latest, after=found[-1]), None):
            found.append(rest)
    assert [each.id for each in found] == whole
    assert [each.told_on for each in found[-2:]] == [None, None]


def _undated(record: Record) -> Record:
    return replace(record, article=replace(record.article, published_at=None))


def test_all_records_come_back(filled: Store) -> None:
    with filled.view() as view:
        assert [record.article.url for _, record in view.records()] == [
            "https://b.example/1",
            at().article.url,
        ]


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        (lambda view: list(view.facts("rumours")), "no kind"),
        (lambda view: list(view.facts("events", colour="red")), "no column"),
        (lambda view: view.record("0" * 64), "no article"),
        (lambda view: view.record_of_reading(99), "no reading"),
        (lambda view: view.changes(next(view.articles()).id), "first version"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(filled: Store, ask: Any, fault: str) -> None:
    with filled.view() as view, pytest.raises(StoreError, match=fault):
        ask(view)
