"""Reading the tables and lists of ``data/``: TSV through ``dragoman.world.tables``, and TOML."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.world import tables


def data_folder() -> Traversable:
    """Return the folder of the data files that ship with the package."""
    return resources.files("dragoman.ingest") / "data"


def read_toml(file: str) -> dict[str, Any]:
    """Return what a TOML file of ``data/`` holds.

    Raises:
        DataError: The file is missing or is not TOML; the message names the line.
    """
    return tables.read_toml(data_folder(), file)
