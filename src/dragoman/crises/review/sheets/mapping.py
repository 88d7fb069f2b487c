"""Which column of a sheet is which field of which kind of fact."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from dragoman.errors import DataError

SHARED = ("day", "link", "words", "note")
"""Fields that a row of any kind may have.

``day`` is the day of the fact, ``link`` the URL of the article it is from, ``words`` the words of
the article that it rests on; ``note`` is kept with the row and means nothing.
"""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "events": (
        *("type", "mode", "actor", "recipient", "place", "country"),
        *("killed", "injured", "modality"),
    ),
    "contacts": (
        *("initiator", "initiator_level", "counterpart", "counterpart_level", "initiative"),
        *("channel", "status", "place", "country", "topics", "outcome"),
    ),
    "statements": ("speaker", "on_behalf_of", "content", "kind", "medium"),
    "positions": ("holder", "stance", "target", "basis", "reporter"),
}
"""The fields of each kind of row."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "events": ("type",),
    "contacts": ("initiator", "counterpart"),
    "statements": ("speaker", "content"),
    "positions": ("holder", "stance", "target"),
}
"""The fields that a sheet of a kind must have."""

ORDERS = ("day first", "month first")
"""How days such as 4/5/2020 are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMap:
    """The map of a sheet.

    ``columns`` gives the field of each column, ``values`` what is written in cells for a code, by
    field: ``{"stance": {"welcomed": "support"}}``; ``constants`` are fields that all rows share.
    ``dates`` says how days such as 4/5/2020 are meant; without it they are refused.
    """

    kind: str
    columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    dates: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in FIELDS:
            raise DataError(
                f"{self.kind!r} is no kind of row.", hint=f"One of {', '.join(FIELDS)}."
            )
        if self.dates not in {None, *ORDERS}:
            raise DataError(f"dates is {self.dates!r}.", hint=f"One of {', '.join(ORDERS)}.")
        known = (*FIELDS[self.kind], *SHARED)
        for each in (*self.columns.values(), *self.constants, *self.values):
            _require_field(self.kind, each, known)
        given = {*self.columns.values(), *self.constants}
        for each in REQUIRED[self.kind]:
            if each not in given:
                raise DataError(f"No column of the sheet is the {each} of the {self.kind}.")
        if len(set(self.columns.values())) < len(self.columns):
            raise DataError("Two columns of the sheet are the same field.")

    @classmethod
    def from_toml(cls, text: str, name: str) -> Self:
        """Read the map from TOML; see the documentation for its form.

        Raises:
            DataError: It has another form.
        """
        try:
            data = tomllib.loads(text)
        except ValueError as error:
            raise DataError(f"{name} cannot be read: {error}.") from error
        allowed = {"kind", "columns", "values", "constants", "dates"}
        if unknown := data.keys() - allowed:
            raise DataError(f"{name}: {min(unknown)!r} is not known.")
        values = {
            each: _texts(inner, f"{name}: values.{each}")
            for each, inner in _table(data.get("values", {}), f"{name}: values").items()
        }
        dates = data.get("dates")
        return cls(
            kind=str(data.get("kind", "")),
            columns=_texts(data.get("columns", {}), f"{name}: columns"),
            values=values,
            constants=_texts(data.get("constants", {}), f"{name}: constants"),
            dates=None if dates is None else str(dates),
        )

    def require_columns(self, header: Sequence[str]) -> None:
        """Refuse a sheet that lacks a column of the map.

        Raises:
            DataError: It does.
        """
        for each in self.columns:
            if each not in header:
                near = difflib.get_close_matches(each, header, n=1) or header[:10]
                raise DataError(
                    f"The sheet has no column {each!r}.", hint=f"There is {', '.join(near)}."
                )

    def to_json(self) -> str:
        """Return the map as JSON, to be kept."""
        plain: dict[str, Any] = {"kind": self.kind, "columns": dict(self.columns)}
        plain |= {"values": {name: dict(each) for name, each in self.values.items()}}
        return json.dumps({**plain, "constants": dict(self.constants), "dates": self.dates})


def _require_field(kind: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1) or known
        raise DataError(f"{kind} have no field {name!r}.", hint=f"There is {', '.join(near)}.")


def _table(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise DataError(f"{where} is no table.")
    return value


def _texts(value: object, where: str) -> Mapping[str, str]:
    """Return a table of texts; its keys are compared without case later on."""
    table = _table(value, where)
    for name, each in table.items():
        if not isinstance(each, str):
            raise DataError(f"{where}.{name} is no text.")
    return table
