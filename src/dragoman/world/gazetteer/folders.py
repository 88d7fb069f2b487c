"""Where data that a user adds is kept."""

from __future__ import annotations

import os
from pathlib import Path

IMPORTED = "places.sqlite"


def user_folder(given: Path | None = None) -> Path:
    """Return the folder of the user's data.

    Args:
        given: What the setting ``data_folder`` says; without it, ``dragoman`` in
            ``XDG_DATA_HOME`` or in ``~/.local/share``.
    """
    if given is not None:
        return given.expanduser()
    home = os.environ.get("XDG_DATA_HOME", "")
    base = Path(home) if Path(home).is_absolute() else Path.home() / ".local" / "share"
    return base / "dragoman"


def imported_places(given: Path | None = None) -> Path:
    """Return where imported places are kept, whether there are any or not."""
    return user_folder(given) / IMPORTED
