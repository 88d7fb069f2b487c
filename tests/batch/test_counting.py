"""How many articles will come is told where that is quick."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dragoman.batch import counting
from dragoman.batch.counting import expected
from dragoman.batch.pages import PageKeeper
from dragoman.ingest.fetch import Fetched
from tests.batch.articles import OTHER, article, write_lines


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "a.jsonl", article(), article(*OTHER))


def test_lines_are_counted(lines: Path, tmp_path: Path) -> None:
    packed = tmp_path / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(lines.read_bytes() + b"\n\n"))
    assert expected([lines, packed]) == 4


def test_pages_of_an_archive_are_counted(tmp_path: Path) -> None:
    with PageKeeper(tmp_path) as keeper:
        for number in range(3):
            keeper.keep(Fetched(b"<p>x</p>", f"https://a.example/{number}", "text/html", None))
    assert expected(list(tmp_path.iterdir())) == 3


def test_the_files_of_a_folder_are_counted(lines: Path) -> None:
    (lines.parent / "map.png").touch()
    (lines.parent / "page.html").touch()
    assert expected([lines.parent]) == 3


def test_anything_else_is_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.touch()
    assert expected([page, tmp_path / "gone.html", b"A text."]) == 3


@pytest.mark.parametrize("url", ["https://a.example/feed", "http://a.example/page.html"])
def test_what_a_url_holds_cannot_be_told(url: str, lines: Path) -> None:
    assert expected([lines, url]) is None


def test_a_file_of_many_gigabytes_is_not_gone_through(
    lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "LARGEST", 10)
    assert expected([lines]) is None


def test_a_damaged_file_is_left_to_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"no gzip")
    assert expected([path]) is None


@pytest.mark.parametrize(("suffix", "count"), [(".html", 2), (".jsonl", None)])
def test_a_path_that_no_system_takes_is_left_to_the_reading(
    tmp_path: Path, suffix: str, count: int | None
) -> None:
    page = tmp_path / "page.html"
    page.touch()
    assert expected([tmp_path / f"{'a' * 300}{suffix}", page]) == count
