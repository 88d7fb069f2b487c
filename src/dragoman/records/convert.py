"""Typed dataclasses to plain JSON values and back, by their annotations alone.

A field's JSON name is its name without a trailing underscore (``class_`` is ``class``). Every
field is written, and asked for when reading, save those whose metadata say ``omit``: they are
left out while they are ``None``.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dragoman.errors import RecordError, SchemaError

OMIT = {"omit": True}
"""Metadata of a field that is left out of the JSON while it is ``None``."""

_TRAILING = (
    *("text", "span", "paragraphs", "contexts", "furniture"),
    *("evidence", "field_evidence", "confidence"),
)
"""Long fields, and those common to all facts, stand last so that JSON reads well."""

_KIND_NAMES = {
    str: "a string",
    int: "a whole number",
    float: "a number",
    type(None): "null",
    datetime: "a date and time with its zone (ISO 8601)",
}

_LEAVES = frozenset({str, int, float, bool, type(None)})
"""Most values of a record are of just these types, which are quickly told."""

T = TypeVar("T")
Decoder = Callable[[Any, str], Any]


def json_name(field: Field[Any]) -> str:
    """Return the JSON name of a dataclass field."""
    return field.name.rstrip("_")


def may_be_omitted(field: Field[Any]) -> bool:
    """Tell whether a field is left out of the JSON while it is ``None``."""
    return bool(field.metadata.get("omit"))


def ordered_fields(cls: Any) -> tuple[Field[Any], ...]:
    """Return the fields of a dataclass in the order in which JSON shows them."""
    return _ordered_fields(cls)


@cache
def _ordered_fields(cls: type) -> tuple[Field[Any], ...]:

    def place(field: Field[Any]) -> int:
        return _TRAILING.index(field.name) + 1 if field.name in _TRAILING else 0

    return tuple(sorted(fields(cls), key=place))


def field_types(cls: Any) -> Mapping[str, Any]:
    """Return the resolved annotation of each field of a dataclass."""
    return get_type_hints(cls)


def to_plain(value: object) -> Any:
    """Turn a value into what the ``json`` module can write.

    Raises:
        TypeError: The value has no JSON form.
    """
    if type(value) in _LEAVES or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _plain_object(value)
    message = f"{type(value).__name__} has no JSON form"
    raise TypeError(message)


def _plain_object(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    return {
        name: to_plain(item)
        for attribute, name, omitted in _names(kind)
        if (item := getattr(value, attribute)) is not None or not omitted
    }


@cache
def _names(cls: type) -> tuple[tuple[str, str, bool], ...]:
    """Return of each field its name, its name in JSON, and whether it is left out if absent."""
    return tuple(
        (field.name, json_name(field), may_be_omitted(field)) for field in ordered_fields(cls)
    )


def from_plain(cls: type[T], data: object, path: str = "$") -> T:
    """Build a ``cls`` from plain JSON values, strictly.

    Args:
        cls: A dataclass whose annotations say what is allowed.
        data: What ``json.loads`` gave.
        path: Where ``data`` stands, for messages; ``$`` is the whole.

    Raises:
        SchemaError: A value is missing, unknown or of the wrong shape; the message names its path.
    """
    kind: Any = cls
    built: T = _decoder(kind)(data, path)
    return built


@cache
def _decoder(annotation: Any) -> Decoder:
    """Return the function that reads values of ``annotation``."""
    origin = get_origin(annotation)
    if is_dataclass(annotation):
        return _object_decoder(annotation)
    if origin is Literal:
        return _literal_decoder(get_args(annotation))
    if origin in {Union, types.UnionType}:
        return _union_decoder(get_args(annotation))
    if origin is tuple:
        return _tuple_decoder(get_args(annotation))
    if origin is Mapping:
        return _mapping_decoder(get_args(annotation)[1])
    return _scalar_decoder(annotation)


def _wrong(path: str, expected: str, value: object) -> SchemaError:
    shown = repr(value)
    shown = shown if len(shown) <= 60 else shown[:57] + "..."
    return SchemaError(f"{path}: expected {expected}, found {shown}.")


def _scalar_decoder(kind: Any) -> Decoder:
    if kind is datetime:
        return _datetime
    accepted: tuple[Any, ...] = (int, float) if kind is float else (kind,)

    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, accepted) or isinstance(value, bool):
            raise _wrong(path, _KIND_NAMES[kind], value)
        return float(value) if kind is float else value

    return decode


def _datetime(value: Any, path: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(path, _KIND_NAMES[datetime], value) from None
    if moment.tzinfo is None:
        raise _wrong(path, _KIND_NAMES[datetime], value)
    return moment


def _literal_decoder(allowed: tuple[Any, ...]) -> Decoder:
    expected = "one of " + ", ".join(str(value) for value in allowed)

    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise _wrong(path, expected, value)
        return value

    return decode


def _union_decoder(choices: tuple[Any, ...]) -> Decoder:
    """Read a union: ``null`` where it is allowed, else the first choice that fits."""
    optional = type(None) in choices
    decoders = [_decoder(choice) for choice in choices if choice is not type(None)]

    def decode(value: Any, path: str) -> Any:
        if value is None and optional:
            return None
        faults = []
        for decoder in decoders:
            try:
                return decoder(value, path)
            except SchemaError as error:
                faults.append(error.message)
        raise SchemaError(" Or: ".join(faults))

    return decode


def _tuple_decoder(items: tuple[Any, ...]) -> Decoder:
    if len(items) == 2 and items[1] is Ellipsis:
        return _list_decoder(_decoder(items[0]))
    decoders = [_decoder(item) for item in items]

    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, list) or len(value) != len(decoders):
            raise _wrong(path, f"a list of {len(decoders)}", value)
        pairs = zip(decoders, value, strict=True)
        return tuple(decoder(item, f"{path}[{i}]") for i, (decoder, item) in enumerate(pairs))

    return decode


def _list_decoder(item_decoder: Decoder) -> Decoder:
    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise _wrong(path, "a list", value)
        return tuple(item_decoder(item, f"{path}[{i}]") for i, item in enumerate(value))

    return decode


def _mapping_decoder(item: Any) -> Decoder:
    item_decoder = _decoder(item)

    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(path, "an object", value)
        return {key: item_decoder(each, f"{path}.{key}") for key, each in value.items()}

    return decode


def _object_decoder(cls: Any) -> Decoder:
    hints = field_types(cls)
    known = {json_name(field): field for field in ordered_fields(cls)}
    required = {name for name, field in known.items() if not may_be_omitted(field)}

    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(path, "an object", value)
        _refuse_keys(path, "is missing", required - value.keys())
        _refuse_keys(path, "is not known", value.keys() - known.keys())
        values = {
            known[name].name: _decoder(hints[known[name].name])(item, f"{path}.{name}")
            for name, item in value.items()
        }
        return _construct(cls, values, path)

    return decode


def _refuse_keys(path: str, fault: str, keys: set[str]) -> None:
    if keys:
        raise SchemaError(f"{path}.{min(keys)}: this key {fault}.")


def _construct(cls: Any, values: dict[str, Any], path: str) -> Any:
    try:
        return cls(**values)
    except RecordError as error:
        raise SchemaError(f"{path}: {error}") from error
