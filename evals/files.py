"""Reading gold files: plain or ``.xz``, JSON lines, JSON objects, folders."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
from pathlib import Path
from typing import TYPE_CHECKING

from evals.errors import GoldError

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parent.parent


def shared_folder() -> Path:
    """Return where shared gold lies: ``DRAGOMAN_SHARED``, or ``shared`` beside the repository."""
    return Path(os.environ.get("DRAGOMAN_SHARED") or REPOSITORY.parent / "shared")


def read_text(path: Path) -> str:
    """Return the UTF-8 text of a file, decompressed where its name ends in ``.xz``.

    Raises:
        GoldError: the file is missing, is no ``.xz`` though named so, or is not UTF-8.
    """
    try:
        content = path.read_bytes()
        return (lzma.decompress(content) if path.suffix == ".xz" else content).decode("utf-8")
    except OSError as error:
        raise GoldError(f"cannot be read: {error.strerror}", path=path) from error
    except lzma.LZMAError as error:
        raise GoldError("is not in xz form though named so", path=path) from error
    except UnicodeDecodeError as error:
        raise GoldError("is not UTF-8 text", path=path) from error


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as it lies there; of a folder, of all names and contents."""
    if path.is_dir():
        total = hashlib.sha256()
        for member in sorted(path.rglob("*")):
            if member.is_file():
                total.update(f"{member.relative_to(path).as_posix()}\0{sha256(member)}\n".encode())
        return total.hexdigest()
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise GoldError(f"cannot be read: {error.strerror}", path=path) from error


def json_lines(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield (line number, object) of a JSON lines file.

    Raises:
        GoldError: a line is not a JSON object; names the line.
    """
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            yield number, _object(line, path, number)


def json_objects(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield (line number, object) of a file that is one JSON object, or JSON lines."""
    text = read_text(path)
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        yield from json_lines(path)
        return
    if not isinstance(whole, dict):
        raise GoldError("is not a JSON object", path=path)
    yield 1, whole


def _object(line: str, path: Path, number: int) -> dict[str, object]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"is not JSON: {error.msg}", path=path, line=number) from error
    if not isinstance(value, dict):
        raise GoldError("is not a JSON object", path=path, line=number)
    return value
