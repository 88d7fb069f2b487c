"""Where the states of sources and hosts are kept: in a folder of JSON files, or in memory."""

from __future__ import annotations

import json
import os
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar

from dragoman.errors import DataError, SchemaError
from dragoman.ingest.watch.state import HostState, SourceState
from dragoman.records.convert import from_plain, to_plain

_PART = ".part"
_STALE = 3600

State = TypeVar("State", SourceState, HostState)


class Keeper(Protocol):
    """Remembers states. What was kept must be there after a crash, whole or as it was before."""

    def source(self, name: str) -> SourceState:
        """Return the state of a source; a new one where none was kept."""

    def host(self, origin: str) -> HostState:
        """Return the state of a host; a new one where none was kept."""

    def keep(self, state: SourceState | HostState) -> None:
        """Keep a state in place of the earlier one."""


class MemoryKeeper:
    """Remembers for as long as the program runs."""

    def __init__(self) -> None:
        self._sources: dict[str, SourceState] = {}
        self._hosts: dict[str, HostState] = {}

    def source(self, name: str) -> SourceState:
        """Return the state of a source; a new one where none was kept."""
        return self._sources.get(name, SourceState(name))

    def host(self, origin: str) -> HostState:
        """Return the state of a host; a new one where none was kept."""
        return self._hosts.get(origin, HostState(origin))

    def keep(self, state: SourceState | HostState) -> None:
        """Keep a state in place of the earlier one."""
        if isinstance(state, SourceState):
            self._sources[state.name] = state
        else:
            self._hosts[state.origin] = state


class FileKeeper:
    """Remembers in a folder: one JSON file a source, one a host, each replaced as a whole.

    Args:
        folder: Where the files are; it is made where it is missing.

    Raises:
        DataError: The folder cannot be made, or a file in it cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for part in ("sources", "hosts"):
            try:
                (folder / part).mkdir(parents=True, exist_ok=True)
                _sweep(folder / part)
            except OSError as error:
                raise _unusable(folder / part, error) from error

    def source(self, name: str) -> SourceState:
        """Return the state of a source; a new one where none was kept."""
        return self._read(self._path("sources", name), SourceState(name))

    def host(self, origin: str) -> HostState:
        """Return the state of a host; a new one where none was kept."""
        return self._read(self._path("hosts", origin), HostState(origin))

    def keep(self, state: SourceState | HostState) -> None:
        """Keep a state in place of the earlier one."""
        if isinstance(state, SourceState):
            path = self._path("sources", state.name)
        else:
            path = self._path("hosts", state.origin)
        try:
            _replace(path, json.dumps(to_plain(state), ensure_ascii=False))
        except OSError as error:
            raise _unusable(path, error) from error

    def _path(self, part: str, name: str) -> Path:
        return self._folder / part / f"{sha256(name.encode()).hexdigest()[:24]}.json"

    def _read(self, path: Path, new: State) -> State:
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return new
        except (OSError, UnicodeDecodeError) as error:
            raise _unusable(path, error) from error
        try:
            return from_plain(type(new), json.loads(text))
        except (ValueError, RecursionError, SchemaError) as error:
            raise _unusable(path, error) from error


def _sweep(folder: Path) -> None:
    """Remove what writers left behind that were killed while they wrote."""
    for path in folder.glob(f".*{_PART}"):
        if time.time() - path.stat().st_mtime > _STALE:
            path.unlink(missing_ok=True)


def _replace(path: Path, text: str) -> None:
    """Write a file beside the old one and put it in its place: a crash leaves one of the two."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=_PART)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _unusable(path: Path, error: Exception) -> DataError:
    reason = getattr(error, "strerror", None) or str(error)
    hint = "Mend it, or remove it: then what was seen before is read once more."
    return DataError(f"{path}: the state cannot be kept there: {reason}.", hint=hint)
