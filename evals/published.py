"""Published figures to stand beside our own, from ``published.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DataError

FILE = Path(__file__).with_name("published.toml")


@dataclass(frozen=True, slots=True)
class Published:
    """What a system reached on a task, as printed by its source."""

    task: str
    system: str
    source: str
    split: str
    metrics: Mapping[str, float]


def published(task: str, path: Path = FILE) -> tuple[Published, ...]:
    """Return the published figures of a task, in the order of the file.

    Raises:
        DataError: the file is no TOML or an entry lacks a field; names the entry.
    """
    return tuple(each for each in read_published(path) if each.task == task)


def read_published(path: Path = FILE) -> tuple[Published, ...]:
    """Read all published figures."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("figure", [])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error
    return tuple(_entry(number, entry, path) for number, entry in enumerate(entries, 1))


def _entry(number: int, entry: Mapping[str, object], path: Path) -> Published:
    match entry:
        case {
            "task": str(task),
            "system": str(system),
            "source": str(source),
            "split": str(split),
            "metrics": dict(metrics),
        } if metrics and all(
            isinstance(value, float) and 0 <= value <= 1 for value in metrics.values()
        ):
            return Published(task, system, source, split, metrics)
    raise DataError(
        f"{path}: figure {number} must have task, system, source, split and metrics as fractions."
    )
