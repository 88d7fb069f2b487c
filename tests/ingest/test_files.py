"""Files within limits, compressed or not."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import InputError, NotText, TooLarge
from dragoman.ingest.files import holds_archive, holds_lines, read_bytes, read_file_lines

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".bz2": bz2.compress,
}


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"text")
    assert read_bytes(path, max_bytes=4, max_decompressed=4) == b"text"


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_files_are_unpacked(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(PACKERS[suffix](b"text"))
    assert read_bytes(path, max_bytes=4, max_decompressed=4) == b"text"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(TooLarge, match=r"a\.txt: .*more than 10 bytes"):
        read_bytes(path, max_bytes=10, max_decompressed=10)


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_compressed_bomb_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(PACKERS[suffix](bytes(1_000_000)))
    with pytest.raises(TooLarge):
        read_bytes(path, max_bytes=10**6, max_decompressed=1000)


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_file_that_is_not_packed_as_named_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(b"plain text, not packed")
    with pytest.raises(InputError, match="cannot be read"):
        read_bytes(path, max_bytes=100, max_decompressed=100)


def test_a_packed_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"text" * 100)[:-10])
    with pytest.raises(NotText, match="cannot be read"):
        read_bytes(path, max_bytes=100, max_decompressed=1000)


def test_a_directory_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="directory"):
        read_bytes(tmp_path, max_bytes=1, max_decompressed=1)
    with pytest.raises(InputError, match=r"none\.txt: There is no such file"):
        read_bytes(tmp_path / "none.txt", max_bytes=1, max_decompressed=1)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("a.jsonl", True),
        ("a.jsonl.xz", True),
        ("A.NDJSON.GZ", True),
        ("a.json", False),
        ("a.xz", False),
    ],
)
def test_json_lines_are_told_by_name(name: str, lines: bool) -> None:
    assert holds_lines(Path(name)) is lines


@pytest.mark.parametrize(
    ("name", "archive"),
    [
        ("a.warc", True),
        ("A.WARC.GZ", True),
        ("a.warc.wet.gz", True),
        ("warc", False),
        ("a.gz", False),
    ],
)
def test_web_archives_are_told_by_name(name: str, archive: bool) -> None:
    assert holds_archive(Path(name)) is archive


def test_lines_are_read_one_by_one_and_long_ones_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n" + b"x" * 35 + b"\nthree\n" + b"y" * 12)
    lines = list(read_file_lines(path, max_bytes=10))
    assert lines == [b"one\n", b"x" * 11, b"three\n", b"y" * 11]
