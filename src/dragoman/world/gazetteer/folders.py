"""Where data that a user adds is kept."""

from __future__ import annotations

from pathlib import Path

from dragoman.settings import user_folder

IMPORTED = "places.sqlite"


def imported_places(given: Path | None = None) -> Path:
    """Return where imported places are kept, whether there are any or not."""
    return user_folder(given) / IMPORTED
