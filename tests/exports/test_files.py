"""Files take their places whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.exports.files import drafts


def put(*places: Path, data: bytes = b"new") -> None:
    """Write the same into several files."""
    with drafts(places) as streams:
        for stream in streams:
            stream.write(data)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    put(tmp_path / "a" / "b" / "out.csv")
    assert (tmp_path / "a" / "b" / "out.csv").read_bytes() == b"new"


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    place = tmp_path / "out.csv"
    place.write_bytes(b"old")
    place.chmod(0o640)
    put(place)
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"new", 0o640)


def test_nothing_changes_before_the_end(tmp_path: Path) -> None:
    place = tmp_path / "out.csv"
    place.write_bytes(b"old")
    with drafts([place]) as (stream,):
        stream.write(b"new")
        stream.flush()
        assert place.read_bytes() == b"old"


def _break_off(places: list[Path]) -> None:
    with drafts(places) as streams:
        streams[0].write(b"new")
        raise RuntimeError


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    places = [tmp_path / "one.csv", tmp_path / "two.csv"]
    places[0].write_bytes(b"old")
    with pytest.raises(RuntimeError):
        _break_off(places)
    assert [path.name for path in tmp_path.iterdir()] == ["one.csv"]
    assert places[0].read_bytes() == b"old"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    put(tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_what_is_no_regular_file_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        put(pipe)
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="cannot be written: Is a directory"):
        put(tmp_path)


def test_a_file_for_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DragomanError, match=r"file.* cannot be written"):
        put(tmp_path / "file" / "out.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.needs("full-disk")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(DragomanError, match="No space left"):
        put(Path("/dev/full"))
