"""The JSON Schema (draft 2020-12) of a record, drawn from the types and the codebook."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import datetime
from typing import Any, Literal, Union, get_args, get_origin

from dragoman.records.codebook import LEVELS, Codebook, codebook
from dragoman.records.convert import field_types, json_name, may_be_omitted, ordered_fields
from dragoman.records.model import SCHEMA, Event, Fact, Record

Schema = dict[str, Any]

_SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    datetime: {"type": "string", "format": "date-time"},
}
_SPAN_END: Schema = {"type": "integer", "minimum": 0}
_SPAN: Schema = {
    "type": "array",
    "prefixItems": [_SPAN_END, _SPAN_END],
    "items": False,
    "minItems": 2,
}
_DATE = r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?$"


def record_schema() -> Schema:
    """Return the JSON Schema of a record, as plain Python values.

    It holds all that a schema can say; :func:`dragoman.records.check` checks the rest: spans
    against the text, ids against one another, dates against the calendar.
    """
    builder = _Builder(codebook())
    root = builder.object(Record)
    root["properties"] = {"schema": {"const": SCHEMA}, **root["properties"]}
    root["required"] = ["schema", *root["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "Dragoman record",
        **root,
        "$defs": builder.definitions,
    }


class _Builder:
    """Draws one definition for each dataclass that is met."""

    def __init__(self, book: Codebook) -> None:
        self.definitions: dict[str, Schema] = {}
        self._special = _special_fields(book)
        self._modes: list[Schema] = _mode_rules(book)

    def object(self, cls: type) -> Schema:
        """Return the schema of a dataclass in full."""
        hints = field_types(cls)
        properties = {
            json_name(field): self._field(cls, json_name(field), hints[field.name])
            for field in ordered_fields(cls)
        }
        required = [json_name(each) for each in ordered_fields(cls) if not may_be_omitted(each)]
        schema: Schema = {
            "description": _first_paragraph(cls),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        return {**schema, "allOf": self._modes} if cls is Event else schema

    def _field(self, cls: type, name: str, hint: Any) -> Schema:
        special = self._special.get((cls.__name__, name))
        if special is None and issubclass(cls, Fact):
            special = self._special.get(("Fact", name))
        return special if special is not None else self._of(hint)

    def _of(self, hint: Any) -> Schema:
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal:
            return {"enum": list(args)}
        if origin in {Union, types.UnionType}:
            return {"anyOf": [self._of(each) for each in args]}
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self._of(args[1])}
        if origin is tuple:
            return self._list(args)
        if is_dataclass(hint):
            return self._reference(hint)
        return {"type": "null"} if hint is type(None) else dict(_SCALARS[hint])

    def _list(self, args: tuple[Any, ...]) -> Schema:
        if args == (int, int):
            return dict(_SPAN)
        return {"type": "array", "items": self._of(args[0])}

    def _reference(self, cls: Any) -> Schema:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            self.definitions[cls.__name__] = self.object(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}


def _first_paragraph(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split())


def _special_fields(book: Codebook) -> dict[tuple[str, str], Schema]:
    """Fields of which more is known than their type says."""
    level = {"enum": [*LEVELS, None]}
    date = {"anyOf": [{"type": "string", "pattern": _DATE}, {"type": "null"}]}
    return {
        ("Fact", "confidence"): {"type": "number", "minimum": 0, "maximum": 1},
        ("Fact", "evidence"): {"type": "array", "items": _SPAN, "minItems": 1},
        ("Article", "contexts"): _list_of(book.codes("contexts")),
        ("Actor", "class"): {"enum": [*book.codes("classes"), None]},
        ("Actor", "sectors"): _list_of(book.codes("sectors")),
        ("Office", "role"): {"enum": list(book.codes("roles"))},
        ("Office", "level"): {"enum": list(LEVELS)},
        ("Event", "type"): {"enum": list(book.codes("types"))},
        ("Contact", "initiator_level"): level,
        ("Contact", "counterpart_level"): level,
        ("When", "earliest"): date,
        ("When", "latest"): date,
    }


def _list_of(codes: tuple[str, ...]) -> Schema:
    return {"type": "array", "items": {"enum": list(codes)}}


def _mode_rules(book: Codebook) -> list[Schema]:
    """One rule a type: an event of it has one of its modes, or none."""
    return [
        {
            "if": {"properties": {"type": {"const": code}}},
            "then": {"properties": {"mode": {"enum": [*book.modes(code), None]}}},
        }
        for code in book.codes("types")
    ]
