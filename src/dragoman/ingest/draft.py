"""What is known of an article while it is being read, before it is an :class:`Article`."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.errors import TooLarge
from dragoman.ingest.dates import PrintedDate
from dragoman.records import Furniture, FurnitureKind

LONGEST_TEXT = 1_000_000
"""Characters: some 170,000 words, more than any article has."""


@dataclass(slots=True)
class Draft:
    """The parts of a page, filled in stage by stage; what came first stays.

    ``hints`` are names that may tell the publisher, surest first. ``dates`` are as printed: their
    zones are resolved once the dateline and the outlet are known.
    """

    source: str = ""
    url: str | None = None
    title: str | None = None
    body: list[str] = field(default_factory=list)
    pieces: dict[tuple[str, str], Furniture] = field(default_factory=dict)
    publisher: str | None = None
    hints: list[str] = field(default_factory=list)
    byline: str | None = None
    dateline: str | None = None
    dates: list[PrintedDate] = field(default_factory=list)

    def add(self, kind: FurnitureKind, text: str) -> None:
        """Keep a piece of furniture, once."""
        if text:
            self.pieces.setdefault((kind, text), Furniture(kind, text))

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The pieces of furniture in the order in which they were added."""
        return tuple(self.pieces.values())


def check_length(text: str, draft: Draft) -> None:
    """Refuse a text that is longer than any article.

    Raises:
        TooLarge: It is.
    """
    if len(text) > LONGEST_TEXT:
        message = f"The text has {len(text)} characters, more than any article."
        raise TooLarge(message, source=draft.source, hint="Give one article at a time.")
