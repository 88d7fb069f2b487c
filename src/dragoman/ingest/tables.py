"""Reading the tables and lists of ``data/``: TSV through ``dragoman.world.tables``, and TOML."""

from __future__ import annotations

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.errors import DataError


def data_folder() -> Traversable:
    """Return the folder of the data files that ship with the package."""
    return resources.files("dragoman.ingest") / "data"


def read_toml(file: str) -> dict[str, Any]:
    """Return what a TOML file of ``data/`` holds.

    Raises:
        DataError: The file is missing or is not TOML; the message names the line.
    """
    try:
        return tomllib.loads((data_folder() / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"{file} is missing.", hint="Reinstall the package.") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: {error}.") from error
