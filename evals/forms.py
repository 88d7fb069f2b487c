"""Typed access to the fields of a JSON object of a gold file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.errors import GoldError


@dataclass(frozen=True, slots=True)
class Form:
    """A JSON object with the place where it stands, for errors that name it."""

    values: Mapping[str, object]
    path: Path
    line: int

    def error(self, message: str) -> GoldError:
        """Return an error that names the file and line of this object."""
        return GoldError(message, path=self.path, line=self.line)

    def string(self, name: str) -> str:
        """Return a string that must be there.

        Raises:
            GoldError: it is absent or no string.
        """
        value = self.optional(name)
        if value is None:
            raise self.error(f"{name!r} is absent")
        return value

    def optional(self, name: str) -> str | None:
        """Return a string, or ``None`` where it is absent or null."""
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self.error(f"{name!r} must be a string")

    def strings(self, name: str) -> tuple[str, ...]:
        """Return a list of strings; a lone string is a list of one, absent an empty one."""
        value = self.values.get(name)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.error(f"{name!r} must be a list of strings")
        return tuple(value)

    def flag(self, name: str) -> bool:
        """Return a truth value, false where it is absent."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise self.error(f"{name!r} must be true or false")
        return value

    def form(self, name: str) -> Form:
        """Return an object that must be there."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            raise self.error(f"{name!r} must be an object")
        return Form(value, self.path, self.line)

    def forms(self, name: str) -> tuple[Form, ...]:
        """Return a list of objects, empty where it is absent or null."""
        value = self.values.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.error(f"{name!r} must be a list of objects")
        return tuple(Form(each, self.path, self.line) for each in value)

    def spans(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return a list of ``[start, end)`` pairs, empty where it is absent."""
        value = self.values.get(name) or []
        if not isinstance(value, list):
            raise self.error(f"{name!r} must be a list of spans")
        return tuple(self._span(each, name) for each in value)

    def _span(self, value: object, name: str) -> tuple[int, int]:
        match value:
            case [int(start), int(end)] if 0 <= start < end:
                return start, end
        raise self.error(f"{name!r} holds {value!r}, which is no span")
