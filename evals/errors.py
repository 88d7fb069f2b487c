"""What can go wrong in an evaluation.

::

    EvaluationError
    ├── UnknownTask      no such task
    ├── GoldError        a gold file is missing or does not have the form of its task
    └── FloorError       the floors file is wrong, or a floor would be lowered
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from pathlib import Path


class EvaluationError(DragomanError):
    """Base of the errors of this package."""


class UnknownTask(EvaluationError):
    """No such task."""


class GoldError(EvaluationError):
    """A gold file is missing or does not have the form of its task."""

    def __init__(
        self, message: str, *, path: Path, line: int | None = None, hint: str | None = None
    ) -> None:
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {message}", hint=hint)
        self.path = path
        self.line = line


class FloorError(EvaluationError):
    """The floors file is wrong, or a floor would be lowered without leave."""
