"""Dragoman reads news reports of a crisis and keeps a record tied to the words.

    >>> import dragoman
    >>> record = dragoman.read("report.html")
    >>> for statement in record.statements:
    ...     print(statement.speakers, statement.kind)

Importing this package is light: no model and no library is loaded before a name needs it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.errors import (
        BadDate,
        DataError,
        DragomanError,
        EmptyInput,
        FetchError,
        ForbiddenAddress,
        InputError,
        ModelError,
        NoBody,
        NotCoded,
        NotText,
        RecordError,
        SchemaError,
        SettingError,
        StoreError,
        StoreUnavailable,
        StoreVersion,
        TooComplex,
        TooLarge,
        WrongLanguage,
    )
    from dragoman.reader import Reader, read
    from dragoman.records import Article, Record, codebook, record_schema
    from dragoman.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BadDate",
    "DataError",
    "DragomanError",
    "EmptyInput",
    "FetchError",
    "ForbiddenAddress",
    "InputError",
    "ModelError",
    "NoBody",
    "NotCoded",
    "NotText",
    "Reader",
    "Record",
    "RecordError",
    "SchemaError",
    "SettingError",
    "Settings",
    "StoreError",
    "StoreUnavailable",
    "StoreVersion",
    "TooComplex",
    "TooLarge",
    "WrongLanguage",
    "codebook",
    "read",
    "record_schema",
]

_HOMES = {
    **dict.fromkeys(("Reader", "read"), "dragoman.reader"),
    **dict.fromkeys(("Article", "Record", "codebook", "record_schema"), "dragoman.records"),
    "Settings": "dragoman.settings",
}
"""Where each public name lives; the others are errors."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=None)
    return getattr(importlib.import_module(_HOMES.get(name, "dragoman.errors")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
