import hashlib
import lzma
from pathlib import Path

import pytest

from evals.errors import GoldError
from evals.files import json_lines, json_objects, read_text, sha256, shared_folder


def test_plain_and_compressed_files_read_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Łódź", encoding="utf-8")
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress("Łódź".encode()))
    assert read_text(tmp_path / "a.txt") == read_text(tmp_path / "a.txt.xz") == "Łódź"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("a.xz", b"plain", "xz form"), ("a.txt", b"\xff\xfe\xff", "not UTF-8")],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GoldError, match=message):
        read_text(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.jsonl: cannot be read"):
        list(json_lines(tmp_path / "none.jsonl"))


def test_json_lines_carry_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n\n{"a": 2}\n', encoding="utf-8")
    assert list(json_lines(path)) == [(1, {"a": 1}), (3, {"a": 2})]


def test_a_line_separator_inside_a_string_does_not_end_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": "one\u2028two"}\n', encoding="utf-8")
    assert list(json_lines(path)) == [(1, {"a": "one\u2028two"})]


@pytest.mark.parametrize("line", ["[1]", "{", "3"])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"a": 1}}\n{line}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.jsonl:2: is not"):
        list(json_lines(path))


@pytest.mark.parametrize("text", ['{\n "a": 1\n}\n', '{"a": 1}\n'])
def test_one_object_may_stand_on_many_lines(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert list(json_objects(path)) == [(1, {"a": 1})]


def test_json_objects_reads_json_lines_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}\n{"a": 2}\n', encoding="utf-8")
    assert [value for _, value in json_objects(path)] == [{"a": 1}, {"a": 2}]


def test_the_hash_is_of_the_file_as_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"gold")
    assert sha256(tmp_path / "a") == hashlib.sha256(b"gold").hexdigest()


def test_the_hash_of_a_folder_tells_of_every_file_and_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"gold")
    before = sha256(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    renamed = sha256(tmp_path)
    (tmp_path / "b").write_bytes(b"gilt")
    assert len({before, renamed, sha256(tmp_path)}) == 3


def test_the_shared_folder_is_a_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    assert shared_folder() == tmp_path
