"""Corrections of the words that a fact rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.crises import review
from dragoman.crises.review.pointing import are_spans, relocated
from dragoman.errors import DragomanError, RecordError
from dragoman.records import Record, content_id
from dragoman.store import Store
from tests.records.examples import TEXT, appeal, call, spans
from tests.store.changes import at

RANG = "Kari Lund phoned her Danish counterpart"


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(at())
    return store


def correct(store: Store, kind: str, subject: str, field: str, value: Any) -> None:
    with store.work() as unit:
        review.correct(unit, kind, subject, (field, value), who="ada")


def fact(store: Store, kind: str) -> Any:
    with store.view() as view:
        (found,) = review.applied(view, view.facts(kind))
        return found


def rewritten(before: str, **changes: Any) -> Record:
    """Return the example with words before its body, and nothing in it but what is given."""
    text = before + TEXT
    whole = at()
    article = replace(whole.article, id=content_id(text), text=text, title_span=None)
    article = replace(article, paragraphs=(), furniture=())
    nothing = dict.fromkeys(("actors", "events", "statements", "positions", "attitudes"), ())
    return replace(whole, article=article, **{**nothing, **changes})


def test_a_fact_rests_on_other_words(filled: Store) -> None:
    correct(filled, "contacts", call().id, "evidence", [list(each) for each in spans(RANG)])
    found = fact(filled, "contacts")
    assert (found.told.fact.evidence, found.verdict) == (spans(RANG), "corrected")
    assert found.judgements[-1].detail["words"] == [RANG]
    assert found.read == call()


def test_what_is_said_is_marked_anew(filled: Store) -> None:
    wanted = spans("Both sides must step back")
    correct(filled, "statements", appeal().id, "content", [list(each) for each in wanted])
    assert fact(filled, "statements").told.fact.content == wanted


@pytest.mark.parametrize("value", [[[0, 100_000]], [[9, 3]], []])
def test_words_that_are_not_there_are_refused(filled: Store, value: Any) -> None:
    with pytest.raises(DragomanError):
        correct(filled, "contacts", call().id, "evidence", value)


def test_the_words_are_found_in_a_later_version(filled: Store) -> None:
    correct(filled, "contacts", call().id, "evidence", [list(each) for each in spans(RANG)])
    start, end = spans(RANG)[0]
    by = len("UPDATE. ")
    whole = at()
    moved = replace(
        call(),
        evidence=tuple((one + by, other + by) for one, other in call().evidence),
        when=None,
    )
    actors = tuple(replace(each, mentions=()) for each in whole.actors)
    with filled.work() as unit:
        unit.writer.write(rewritten("UPDATE. ", actors=actors, contacts=(moved,)))
    assert fact(filled, "contacts").told.fact.evidence == ((start + by, end + by),)


def test_what_points_to_words_that_are_gone_does_not_hold() -> None:
    detail = {"field": "evidence", "value": [[0, 3]], "words": ["one"]}
    assert relocated(detail, "one two") == detail
    assert relocated(detail, "two one")["value"] == [[4, 7]]
    for wrong in ({"words": ["two", "one"]}, {"value": "x"}, {"words": [6]}, {"words": ["six"]}):
        with pytest.raises(RecordError):
            relocated({**detail, **wrong}, "two one")
    assert relocated({"field": "mode", "value": "x"}, "") == {"field": "mode", "value": "x"}


@pytest.mark.parametrize("value", ["x", [[0]], [["a", 1]], [(0, 1)]])
def test_what_is_no_list_of_spans(value: Any) -> None:
    assert not are_spans(value)
