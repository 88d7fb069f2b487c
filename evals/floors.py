"""The floors: below which figure no task may fall, and on which gold.

``floors.json`` is a list of entries: ``task``; ``data``, a path; ``root``, the folder it is
relative to (``shared`` or ``repository``); ``sha256`` of the gold as it was measured; ``floors``
by figure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from evals.errors import FloorError
from evals.files import REPOSITORY, shared_folder

if TYPE_CHECKING:
    from evals.result import Result

FILE = Path(__file__).with_name("floors.json")
ROOTS = ("shared", "repository")
MARGIN = 0.005
"""How far below the present figure a floor is set: half a point, so that a change of a library's
rounding does not break the gate. Larger, and a real loss could pass."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One gold file with the floors of one task."""

    task: str
    data: str
    root: str
    sha256: str
    floors: Mapping[str, float] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where the gold lies."""
        return (shared_folder() if self.root == "shared" else REPOSITORY) / self.data

    @property
    def name(self) -> str:
        """The task with its data, for messages."""
        return f"{self.task} ({self.data})"

    def broken(self, result: Result) -> list[str]:
        """Return a line for each figure that lies below its floor or is absent."""
        figures = result.figures()
        lines: list[str] = []
        for name, floor in self.floors.items():
            figure = figures.get(name)
            if figure is None:
                lines.append(f"{self.name}: {name} was not measured")
            elif figure < floor:
                lines.append(f"{self.name}: {name} is {figure:.4f}, below its floor {floor:.4f}")
        return lines


def read_floors(path: Path = FILE) -> tuple[Entry, ...]:
    """Read the floors.

    Raises:
        FloorError: the file is missing, is no JSON, or an entry does not have the form.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise FloorError(f"{path} cannot be read: {error}") from error
    if not isinstance(entries, list) or not entries:
        raise FloorError(f"{path} must hold a list of entries.")
    return tuple(_entry(number, entry, path) for number, entry in enumerate(entries, 1))


def write_floors(entries: tuple[Entry, ...], path: Path = FILE) -> None:
    """Write the floors, one figure a line, so that a change reads well in a diff."""
    rows = [
        {
            "task": entry.task,
            "data": entry.data,
            "root": entry.root,
            "sha256": entry.sha256,
            "floors": dict(entry.floors),
        }
        for entry in entries
    ]
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def raised(
    entry: Entry, result: Result, *, allow_regression: bool = False, accept_gold: bool = False
) -> Entry:
    """Return an entry with its floors at the figures of a result less the margin.

    A floor that is higher already stays, as long as the figure reaches it.

    Args:
        entry: the present entry.
        result: what was measured on its gold.
        allow_regression: let a floor be lowered to a figure that lies below it.
        accept_gold: take over the hash of gold that has changed.

    Raises:
        FloorError: the gold has changed, or a floor would have to be lowered, without leave.
    """
    if result.sha256 != entry.sha256 and not accept_gold:
        raise FloorError(
            f"{entry.name}: the gold is not the one its floors were set on.",
            hint="Look at the change, then pin with --accept-gold.",
        )
    broken = entry.broken(result)
    if broken and not allow_regression:
        raise FloorError(
            f"A floor would be lowered: {'; '.join(broken)}.",
            hint="If that is meant, pin with --allow-regression.",
        )
    floors = {
        name: _floor(entry.floors.get(name), value) for name, value in result.figures().items()
    }
    return replace(entry, sha256=result.sha256, floors=floors)


def _floor(present: float | None, figure: float) -> float:
    wanted = max(0.0, round(figure - MARGIN, 4))
    return wanted if present is None or figure < present else max(present, wanted)


def _entry(number: int, entry: object, path: Path) -> Entry:
    match entry:
        case {
            "task": str(task),
            "data": str(data),
            "root": str(root),
            "sha256": str(sha256),
            "floors": dict(floors),
        } if root in ROOTS and all(isinstance(value, int | float) for value in floors.values()):
            return Entry(task, data, root, sha256, floors)
    raise FloorError(
        f"{path}: entry {number} must have task, data, root ({' or '.join(ROOTS)}), sha256, floors."
    )
