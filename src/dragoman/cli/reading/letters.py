"""Dead letters: what could not be read, as JSON lines, so that nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError, InputError, WrongLanguage
from dragoman.records.convert import to_plain

FIELDS = ("input", "error", "message", "hint", "time", "article")
"""What a letter holds; ``article`` only where one was read."""


class DeadLetters:
    """The file of dead letters; made when the first letter comes, and appended to.

    Args:
        path: Where it lies; ``None`` keeps no letters.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.count = 0

    def add(self, error: InputError) -> None:
        """Keep what could not be read and why.

        Raises:
            DragomanError: The file cannot be written.
        """
        self.count += 1
        if self.path is None:
            return
        line = json.dumps(letter(error), ensure_ascii=True)
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")
        except OSError as problem:
            message = f"The dead letters cannot be written to {self.path}: {problem.strerror}."
            raise DragomanError(message, hint="Name another file with --dead-letters.") from problem


def letter(error: InputError) -> dict[str, Any]:
    """Return the letter of an error: input, error, message, hint and time; the article if any."""
    kept: dict[str, Any] = {
        "input": error.source,
        "error": type(error).__name__,
        "message": error.message,
        "hint": error.hint,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    if isinstance(error, WrongLanguage):
        kept["article"] = to_plain(error.article)
    return kept
