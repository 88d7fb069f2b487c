"""The articles' files of a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.ingest import articles
from dragoman.ingest.folders import contents, expanded, is_folder, may_be_article
from dragoman.records import Article

TEXT = "OSLO, May 2 - Norway condemned the raid on Friday and called for calm on both sides.\n"


def _made(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    "name",
    ["a.html", "A.HTM", "a.txt", "a.md", "a.json", "feed.xml", "a.html.gz", "a.jsonl", "a.warc.gz"],
)
def test_files_of_articles_are_known_by_their_names(name: str) -> None:
    assert may_be_article(Path(name))


@pytest.mark.parametrize("name", ["a.jpg", "a.css", "a.pdf", "a.tar.gz", "README", "a.db", ".gz"])
def test_other_files_are_too(name: str) -> None:
    assert not may_be_article(Path(name))


def test_folders_in_a_folder_are_gone_through(tmp_path: Path) -> None:
    expected = _made(tmp_path, "a.html", "may/b.txt", "may/friday/c.jsonl")
    (other,) = _made(tmp_path, "may/map.png")
    found = contents(tmp_path)
    assert found.files == tuple(expected)
    assert found.others == (other,)


def test_what_is_hidden_is_left_out(tmp_path: Path) -> None:
    _made(tmp_path, ".draft.txt", ".git/a.txt")
    assert contents(tmp_path).files == contents(tmp_path).others == ()


def test_the_parts_of_a_saved_page_are_left_out(tmp_path: Path) -> None:
    page, other = _made(tmp_path, "raid.html", "case_files/a.html")
    _made(tmp_path, "raid_files/frame.html")
    assert set(contents(tmp_path).files) == {page, other}


def test_a_folder_that_cannot_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (page, *_) = _made(tmp_path, "a.html", "closed/b.html")
    closed = tmp_path / "closed"
    scan: Callable[..., Iterator[os.DirEntry[str]]] = os.scandir

    def refusing(path: str | Path) -> Iterator[os.DirEntry[str]]:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert contents(tmp_path).files == (page, closed)


def test_only_folders_are_replaced_by_their_files(tmp_path: Path) -> None:
    one, two = _made(tmp_path, "a.txt", "b.txt")
    url = "https://wire.example/1"
    assert [*expanded([url, tmp_path, b"text", one])] == [url, one, two, b"text", one]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    _made(tmp_path, "a.txt", "b.txt")
    (tmp_path / "c.txt").touch()
    first, second, third = articles(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, InputError)
    assert third.source == str(tmp_path / "c.txt")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (error,) = articles(tmp_path)
    assert isinstance(error, InputError)
    assert str(tmp_path) in str(error)


def test_a_path_that_no_system_takes_is_an_error_in_its_place(tmp_path: Path) -> None:
    (page,) = _made(tmp_path, "a.txt")
    error, read = articles([Path("a" * 300), page])
    assert isinstance(error, InputError)
    assert (error.source, "cannot be read" in error.message) == ("a" * 300, True)
    assert isinstance(read, Article)


def test_a_path_in_a_forbidden_folder_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(path: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refusing)
    assert not is_folder(Path("closed/a"))
