"""Alerts into a file, as JSON lines, each alert once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from dragoman.errors import DeliveryError


def append(path: Path, row: dict[str, Any]) -> None:
    """Append an alert to a file, unless it is there already; the file is for its owner only.

    Args:
        path: The file.
        row: The alert; its ``id`` comes first, and tells it from others.

    Raises:
        DeliveryError: The file cannot be written.
    """
    line = json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace")
    begins = json.dumps({"id": row["id"]}).encode()[:-1]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "a+b", opener=_opener) as file:
            if _holds(file, begins):
                return
            file.seek(0, os.SEEK_END)
            broken_off = file.tell() > 0 and not _ends_line(file)
            file.write((b"\n" if broken_off else b"") + line + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise DeliveryError(f"{path} cannot be written: {error.strerror}.") from error


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _holds(file: Any, begins: bytes) -> bool:
    """Tell whether a file has a whole line that begins so."""
    file.seek(0)
    return any(each.startswith(begins) and each.endswith(b"\n") for each in file)


def _ends_line(file: Any) -> bool:
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) == b"\n")
