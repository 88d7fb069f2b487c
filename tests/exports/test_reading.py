"""Records read back out of JSON, and what becomes of lines that hold none."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError, TooComplex, TooLarge
from dragoman.exports import each_once, export_to, records_in
from dragoman.records import Record
from tests.exports.hostile import hostile
from tests.records.examples import record
from tests.records.strategies import records

LIMIT = 1_000_000


def written(each: Iterable[Record]) -> bytes:
    """Return records as JSON lines."""
    stream = io.BytesIO()
    export_to(each, "jsonl", stream)
    return stream.getvalue()


def found(data: bytes, *, max_bytes: int = LIMIT) -> list[Record | InputError]:
    """Return what is found in the lines of data."""
    return list(records_in(io.BytesIO(data), "some.jsonl", max_bytes=max_bytes))


def the_error(data: bytes, *, max_bytes: int = LIMIT) -> InputError:
    """Return the one error in data that holds nothing else."""
    (error,) = found(data, max_bytes=max_bytes)
    assert isinstance(error, InputError)
    return error


@given(st.lists(records(), max_size=3))
def test_records_come_back(each: list[Record]) -> None:
    assert found(written(each)) == each


def test_hostile_records_come_back() -> None:
    assert found(written([hostile()])) == [hostile()]


def test_a_record_is_on_one_line_of_utf_8() -> None:
    data = written([record(), hostile()])
    assert data.count(b"\n") == 2
    assert "علي" in data.decode()


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n"])
def test_an_indented_record_is_found(before: str) -> None:
    assert found(f"{before}{record().to_json(indent=2)}\n".encode()) == [record()]


def test_indented_records_and_lines_may_follow_one_another() -> None:
    text = f"{record().to_json(indent=2)}\n{record().to_json()}\r\n{record().to_json(indent=2)}"
    assert found(text.encode()) == [record()] * 3


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"no JSON", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "expected an object"),
        (b"null", "expected an object"),
        (b"{}", "$.schema"),
        (b'{"schema": "dragoman/record/2"}', "$.schema"),
        (b'{\n  "schema": 1\n}', "$.schema"),
        (b'{\n  "cut": ', "not JSON"),
    ],
)
def test_what_is_no_record_is_told(line: bytes, reason: str) -> None:
    error = the_error(line)
    assert reason in error.message
    assert error.source == "some.jsonl, line 1"


def test_a_record_that_contradicts_itself_is_told() -> None:
    data = record().to_dict()
    data["events"][0]["actors"] = ["nobody"]
    assert "'nobody'" in the_error(json.dumps(data).encode()).message


def test_the_rest_goes_on_after_a_bad_line() -> None:
    lines = [record().to_json(), "bad", "", "{", "  bad", "}", record().to_json()]
    first, second, third, last = found("\n".join(lines).encode())
    assert (first, last) == (record(), record())
    assert [str(each).partition(":")[0] for each in (second, third)] == [
        "some.jsonl, line 2",
        "some.jsonl, line 4",
    ]


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a":' * 200_000])
def test_json_that_is_nested_too_deep_is_told(data: bytes) -> None:
    assert isinstance(the_error(data), TooComplex)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_record_over_the_limit_is_told(indent: int | None) -> None:
    error = the_error(record().to_json(indent=indent).encode(), max_bytes=200)
    assert isinstance(error, TooLarge)


def test_equal_records_are_left_out() -> None:
    error = InputError("wrong")
    given_items: list[Record | InputError] = [record(), hostile(), error, record(), error]
    assert list(each_once(given_items)) == [record(), hostile(), error, error]


@given(st.lists(st.binary(max_size=30), max_size=6))
def test_no_bytes_stop_the_reading(lines: list[bytes]) -> None:
    assert all(isinstance(each, InputError) for each in found(b"\n".join(lines)))
