"""A reader that loads the language model when the first article is to be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from dragoman import __version__
from dragoman.records import Article, ReaderInfo
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.reader import Reader, Reading

_CARD = "model.json"


class LateReader:
    """Reads as :class:`dragoman.Reader` does; one that is never asked to read loads nothing."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def _reader(self) -> Reader:
        from dragoman.reader import Reader

        return Reader(self.settings)

    @cached_property
    def info(self) -> ReaderInfo:
        """What the records name as their reader, by the card of the model alone."""
        model = model_name(self.settings)
        return ReaderInfo(__version__, model) if model is not None else self._reader.info

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield the reading of each article."""
        return self._reader.readings(articles)


def model_name(settings: Settings) -> str | None:
    """Return the name that records give the model; ``None`` where its card does not tell."""
    folder: Traversable = resources.files("dragoman") / "language" / "model"
    try:
        card = json.loads(((settings.model or folder) / _CARD).read_text(encoding="utf-8"))
        name = f"{card['name']} {card['version']}"
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return f"{name} + {settings.pipeline}" if settings.pipeline else name
