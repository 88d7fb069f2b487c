"""What was kept is there again, whole."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.ingest.watch import FileKeeper, HostState, MemoryKeeper, SourceState

MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.builds(SourceState, next_visit=MOMENTS, last_visit=MOMENTS, last_success=MOMENTS))
def test_any_state_of_a_source_is_kept(tmp_path: Path, state: SourceState) -> None:
    FileKeeper(tmp_path).keep(state)
    assert FileKeeper(tmp_path).source(state.name) == state


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_the_last_state_counts(tmp_path: Path, kind: str) -> None:
    keeper = MemoryKeeper() if kind == "memory" else FileKeeper(tmp_path)
    host = HostState("https://a.example", datetime(2026, 5, 4, tzinfo=UTC), 3, "User-agent: *")
    assert keeper.host(host.origin) == HostState(host.origin)
    keeper.keep(HostState(host.origin))
    keeper.keep(host)
    assert keeper.host(host.origin) == host
    assert keeper.source("A") == SourceState("A")


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    keeper = FileKeeper(tmp_path)
    for failures in range(3):
        keeper.keep(SourceState("A", failures=failures))
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    FileKeeper(tmp_path)
    old, new = (tmp_path / "sources" / name for name in (".a.part", ".b.part"))
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    FileKeeper(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("content", [b"", b"{", b'{"name": 3}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    keeper = FileKeeper(tmp_path)
    keeper.keep(SourceState("A"))
    (path,) = (tmp_path / "sources").iterdir()
    path.write_bytes(content)
    with pytest.raises(DataError, match=path.name):
        keeper.source("A")


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="file"):
        FileKeeper(tmp_path / "file")
