"""Dumps on disk: plain and zipped, within limits."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dragoman.errors import InputError, NotText, TooLarge
from dragoman.world.gazetteer.dump import LONGEST_LINE
from dragoman.world.gazetteer.source_files import lines_of
from tests.world.gazetteer.dumps import dump


@pytest.mark.parametrize("name", ["NO.txt", "NO.zip"])
def test_lines_are_numbered_as_they_stand(tmp_path: Path, name: str) -> None:
    path = dump(tmp_path / name, ["one", "", "# note", "two\r"])
    assert list(lines_of(path)) == [(1, b"one"), (4, b"two")]


def test_a_long_line_is_cut_and_the_next_is_whole(tmp_path: Path) -> None:
    path = dump(tmp_path / "x.txt", ["a" * (3 * LONGEST_LINE), "two"])
    (_, first), (number, second) = lines_of(path)
    assert len(first) > LONGEST_LINE
    assert (number, second) == (2, b"two")


def test_too_many_bytes_are_refused(tmp_path: Path) -> None:
    path = dump(tmp_path / "bomb.zip", ["0" * 1000] * 1000)
    assert path.stat().st_size < 10_000
    with pytest.raises(TooLarge, match="more than 100,000 bytes"):
        list(lines_of(path, most_bytes=100_000))


def test_one_endless_line_is_refused(tmp_path: Path) -> None:
    path = dump(tmp_path / "x.txt", ["0" * 1_000_000])
    with pytest.raises(TooLarge):
        list(lines_of(path, most_bytes=200_000))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: Cannot be read: No such file"):
        list(lines_of(tmp_path / "none.txt"))


def test_a_folder_is_no_dump(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Cannot be read"):
        list(lines_of(tmp_path))


@pytest.mark.parametrize("names", [[], ["a.txt", "b.txt"], ["readme.txt"], ["a.csv"]])
def test_an_archive_must_hold_one_text(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.md", "no rows")
        for name in names:
            archive.writestr(name, "row\n")
    with pytest.raises(InputError, match="text files, where there should be one"):
        list(lines_of(path))


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = dump(tmp_path / "x.zip", ["row"] * 100)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(NotText, match="damaged"):
        list(lines_of(path))


def test_a_locked_archive_is_named(tmp_path: Path) -> None:
    path = dump(tmp_path / "x.zip", ["row"] * 100)
    content = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(mark, place + 4)
    path.write_bytes(bytes(content))
    with pytest.raises(NotText, match="cannot be unpacked"):
        list(lines_of(path))
