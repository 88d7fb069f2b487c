"""Pages are kept as they came, and are read again from the archive."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.batch import pages as module
from dragoman.batch.pages import KeptPage, PageKeeper, page_bytes, page_keeper
from dragoman.errors import DragomanError, StoreError
from dragoman.ingest import articles
from dragoman.ingest.fetch import Fetched
from dragoman.records import Article
from dragoman.settings import Settings

BODY = (
    "<html><body><h1>News</h1><p>The envoy of Norway met the fishermen in Tromsø.</p></body></html>"
)


def fetched(number: int = 1, body: str = BODY, charset: str | None = "latin-1") -> Fetched:
    data = body.encode(charset or "utf-8")
    return Fetched(data, f"https://wire.example/{number}", "text/html", charset)


def test_an_archive_is_read_like_any_other(tmp_path: Path) -> None:
    with PageKeeper(tmp_path) as keeper:
        for number in (1, 2):
            keeper.keep(fetched(number))
        keeper.flush()
    (path,) = tmp_path.iterdir()
    found = [each for each in articles(path, settings=Settings()) if isinstance(each, Article)]
    assert [each.url for each in found] == ["https://wire.example/1", "https://wire.example/2"]
    assert "Tromsø" in found[0].text


@pytest.mark.parametrize("body", [BODY, "", "\r\n\r\n", "a\r\n\r\nb\r\n\r\n"])
def test_a_page_is_found_by_its_place(tmp_path: Path, body: str) -> None:
    with PageKeeper(tmp_path) as keeper:
        keeper.keep(fetched())
        kept = keeper.keep(fetched(2, body))
    assert page_bytes(tmp_path, kept) == body.encode("latin-1")


def test_what_a_server_tells_cannot_forge_a_record(tmp_path: Path) -> None:
    page = Fetched(
        b"<p>x</p>", "https://wire.example/\r\nWARC-Type: metadata", "text/html\r\nX: y", "é"
    )
    with PageKeeper(tmp_path) as keeper:
        kept = keeper.keep(page)
    (path,) = tmp_path.iterdir()
    head = gzip.decompress(path.read_bytes()).split(b"\r\n\r\n")[0]
    assert head.count(b"WARC-Type") == 2
    assert b"\nWARC-Type: metadata" not in head
    assert page_bytes(tmp_path, kept) == b"<p>x</p>"


def test_an_archive_that_is_full_is_followed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST", 1)
    with PageKeeper(tmp_path) as keeper:
        kept = [keeper.keep(fetched(number)) for number in range(3)]
    assert len({each.file for each in kept}) == 3
    assert [page_bytes(tmp_path, each) for each in kept] == [fetched().data] * 3


def test_nothing_is_kept_without_a_folder() -> None:
    with page_keeper(Settings()) as keeper:
        assert keeper is None


def test_nothing_is_made_before_the_first_page(tmp_path: Path) -> None:
    with page_keeper(Settings(pages=tmp_path / "pages")):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with PageKeeper(tmp_path / "file") as keeper, pytest.raises(DragomanError, match="file"):
        keeper.keep(fetched())


@pytest.mark.parametrize("name", ["gone.warc.gz", "../../etc/passwd"])
def test_a_page_that_is_gone_is_told(tmp_path: Path, name: str) -> None:
    page = KeptPage(name, 0, 10, datetime.now(UTC))
    with pytest.raises(StoreError, match="cannot be read"):
        page_bytes(tmp_path, page)
