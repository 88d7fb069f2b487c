"""Backups are whole and consistent, and give the same store back, in either database."""

from __future__ import annotations

import gzip
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.backup import back_up, restore
from dragoman.store.checking import check_store
from dragoman.store.schema import head
from tests.store.changes import at, changed, many
from tests.store.conftest import BOTH, place
from tests.store.test_writer import rows


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        copy = unit.writer.write(at("https://b.example/1")).article
        first = unit.writer.write(at())
        unit.writer.write(changed(at()))
        unit.writer.fold(copy, first.article)
        judged = unit.judgements.judge("reject", "events", "e", who="ada", reader="1")
        unit.judgements.undo(judged.digest, who="bob")
        unit.jobs.put("read", {"url": "a"})
    return store


@pytest.fixture(params=BOTH)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Another store than the one that was backed up."""
    return Store.open(place(request, tmp_path, 1))


def form(store: Store, folder: Path) -> Path:
    """Return where the usual backup of a store goes."""
    suffix = ".sqlite" if store.url.get_backend_name() == "sqlite" else ".jsonl.gz"
    return folder / f"backup{suffix}"


def content(store: Store) -> list[object]:
    with store.view() as view:
        records = [record for _, record in view.records(current=False)]
        versions = [
            (each.id, each.version, each.copy_of) for each in view.versions(at().article.url or "")
        ]
        copies = [(each.id, each.copy_of) for each in view.articles()]
        hits = [(hit.kind, hit.article) for hit in view.search("sailors")]
        jobs = view.jobs.counts()
        return [records, versions, copies, list(view.judgements.all()), sorted(hits), jobs]


@pytest.mark.parametrize("as_dump", [False, True])
def test_a_backup_gives_the_same_store(
    filled: Store, empty: Store, tmp_path: Path, *, as_dump: bool
) -> None:
    path = tmp_path / "backup.jsonl.gz" if as_dump else form(filled, tmp_path)
    made = back_up(filled, path)
    with empty:
        done = restore(empty, path)
        assert done.rows == made.rows
        assert content(empty) == content(filled)
        with empty.view() as view:
            assert check_store(view).faults == []
        with empty.work() as unit:
            assert unit.writer.write(at("https://new.example/")).new


def test_a_backup_is_for_its_owner_only(filled: Store, tmp_path: Path) -> None:
    path = form(filled, tmp_path)
    back_up(filled, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.glob(".*unfinished*")] == []


def test_a_backup_holds_what_was_there_when_it_began(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "backup.jsonl.gz"
    with filled.work() as unit:
        unit.writer.write_all(many(20))
    before = rows(filled)["articles"]

    def write_meanwhile(*_: int) -> None:
        with filled.work() as unit:
            unit.writer.write(at("https://meanwhile.example/"))

    made = back_up(filled, path, progress=write_meanwhile)
    assert made.rows["articles"] == before


def test_backup_and_restore_stand_in_the_trail(filled: Store, tmp_path: Path) -> None:
    path = form(filled, tmp_path)
    back_up(filled, path)
    restore(filled, path, replace=True)
    with filled.view() as view:
        assert [entry.action for entry in view.audit.entries()] == ["restore", "upgrade"]


def test_a_file_that_is_there_is_left_alone(filled: Store, tmp_path: Path) -> None:
    path = form(filled, tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="already"):
        back_up(filled, path)
    assert path.read_text(encoding="utf-8") == "mine"
    back_up(filled, path, replace=True)
    assert path.stat().st_size > 100


def test_a_store_that_holds_something_is_not_overwritten(filled: Store, tmp_path: Path) -> None:
    path = form(filled, tmp_path)
    back_up(filled, path)
    before = content(filled)
    with pytest.raises(StoreError, match="articles: 3"):
        restore(filled, path)
    assert content(filled) == before


def cut(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data)[:-90])


def cut_packed(data: bytes) -> bytes:
    return data[: len(data) // 2]


def altered(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).replace(b"Norway", b"Sweden"))


def of_another_version(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).replace(f'"{head()}"'.encode(), b'"9999"', 1))


def something_else(_: bytes) -> bytes:
    return b"These are notes."


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (cut, "damaged"),
        (cut_packed, "damaged"),
        (altered, "hash"),
        (of_another_version, "another version"),
        (something_else, "no backup"),
        (lambda _: gzip.compress(b"{}\n"), "no dump"),
        (lambda _: gzip.compress(b"\xff\n"), "not JSON"),
    ],
)
def test_a_backup_that_is_damaged_changes_nothing(
    filled: Store, tmp_path: Path, harm: Callable[[bytes], bytes], message: str
) -> None:
    path = tmp_path / "backup.jsonl.gz"
    back_up(filled, path)
    path.write_bytes(harm(path.read_bytes()))
    before = content(filled)
    with pytest.raises(StoreError, match=message):
        restore(filled, path, replace=True)
    assert content(filled) == before


def test_a_backup_that_cannot_be_written_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(filled, tmp_path / "none" / "backup.jsonl.gz")


def test_a_backup_of_postgresql_has_the_name_of_a_dump(tmp_path: Path) -> None:
    from sqlalchemy import make_url

    store = Store(make_url("postgresql+psycopg://ada@host/ledger"))
    with pytest.raises(StoreError, match="is a dump"):
        back_up(store, tmp_path / "backup.sqlite")
