"""JSON lines: fields go by many names, and a bad line spoils no other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dragoman.errors import BadDate, EmptyInput, InputError, NotText, TooLarge
from dragoman.ingest import articles
from dragoman.ingest.jsonlines import Entry, looks_like_json, read_json, read_lines, read_object
from dragoman.records import Article
from tests.records.examples import record


def test_every_known_field_is_read() -> None:
    entry = read_object(
        {
            "Headline": "Talks fail",
            "articleBody": "They failed.",
            "author": [{"name": "Jo Writer"}, "Sam Reader"],
            "source": {"id": 1, "name": "Harbour Post"},
            "link": "https://example.org/1",
            "datePublished": "2021-03-09",
            "dateModified": "2021-03-10T10:00:00Z",
            "location": "Cairo",
        },
        "x",
    )
    draft = entry.draft
    assert (draft.title, entry.text, entry.published) == (
        "Talks fail",
        "They failed.",
        "2021-03-09",
    )
    assert (draft.byline, draft.publisher) == ("Jo Writer, Sam Reader", "Harbour Post")
    assert (draft.url, draft.dateline) == ("https://example.org/1", "Cairo")
    assert [(each.label, each.day) for each in draft.dates] == [("updated", 10)]


@pytest.mark.parametrize("name", ["text", "body", "content", "maintext", "full_text"])
def test_text_goes_by_many_names(name: str) -> None:
    assert read_object({name: "They failed."}, "x").text == "They failed."


def test_empty_fields_are_passed_over() -> None:
    entry = read_object({"text": "", "body": "They failed.", "title": None, "author": []}, "x")
    assert entry.text == "They failed."
    assert (entry.draft.title, entry.draft.byline) == (None, None)


@pytest.mark.parametrize("value", [1615284000, 1615284000.0, 1615284000000])
def test_numbers_are_seconds_or_milliseconds(value: float) -> None:
    entry = read_object({"text": "x", "timestamp": value}, "x")
    assert entry.published == datetime(2021, 3, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize("value", [7, True, {"day": 9}])
def test_other_dates_are_refused(value: object) -> None:
    with pytest.raises(BadDate, match=r"line 7: .*no date"):
        read_object({"text": "x", "published": value}, "line 7")


@pytest.mark.parametrize("value", ["text", 1, None, [1]])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(NotText):
        read_object(value, "x")


def test_an_object_without_text_is_refused_with_advice() -> None:
    with pytest.raises(EmptyInput, match=r"x: .*text, body"):
        read_object({"title": "Only a title"}, "x")


def test_a_bad_line_spoils_no_other() -> None:
    lines = ['{"text": "One."}', "{broken", "", '{"title": "x"}', '{"text": "Two."}']
    found = list(read_lines(lines, "feed"))
    assert [type(each) for each in found] == [Entry, NotText, EmptyInput, Entry]
    errors = [each for each in found if isinstance(each, InputError)]
    assert [error.source for error in errors] == ["feed, line 2", "feed, line 4"]


def test_a_line_over_the_limit_is_refused() -> None:
    (found,) = read_lines([b'{"text": "One."}'], "feed", max_bytes=5)
    assert isinstance(found, TooLarge)


def test_a_deep_line_is_refused() -> None:
    (found,) = read_lines(["[" * 100_000], "feed")
    assert isinstance(found, NotText)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('{"text": "One."}', 1),
        ('{"text": "One."}\n{"text": "Two."}\n', 2),
        ('[{"text": "One."}, {"text": "Two."}]', 2),
        (json.dumps({"text": "One."}, indent=2), 1),
    ],
)
def test_json_in_any_arrangement(text: str, count: int) -> None:
    assert looks_like_json(text)
    assert len(list(read_json(text, "x"))) == count


@pytest.mark.parametrize(
    "text", ["{curly} text", "[sic] he said", "", "[1, 2]", "[]", "Plain", "[" * 9999]
)
def test_other_text_is_not_taken_for_json(text: str) -> None:
    assert not looks_like_json(text)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_record_gives_its_article_as_it_was_read(indent: int | None) -> None:
    (article,) = articles(record().to_json(indent=indent))
    assert article == record().article


def test_a_date_that_is_told_beats_that_of_a_record() -> None:
    (article,) = articles(record().to_json(), published="2025-05-04")
    assert isinstance(article, Article)
    assert article.published_at is not None
    assert article.published_at.date() == date(2025, 5, 4)
    assert replace(article, published_at=record().article.published_at) == record().article


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"schema": "dragoman/record/99"}, "expected"), ({"events": "none"}, "events")],
)
def test_what_is_nearly_a_record_is_refused(changes: dict[str, str], told: str) -> None:
    (error,) = articles(json.dumps({**record().to_dict(), **changes}))
    assert isinstance(error, InputError)
    assert told in str(error)
