"""What is known of an article while it is being read, before it is an :class:`Article`."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.ingest.dates import PrintedDate
from dragoman.records import Furniture, FurnitureKind


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
    furniture: list[Furniture] = field(default_factory=list)
    publisher: str | None = None
    hints: list[str] = field(default_factory=list)
    byline: str | None = None
    dateline: str | None = None
    dates: list[PrintedDate] = field(default_factory=list)

    def add(self, kind: FurnitureKind, text: str) -> None:
        """Keep a piece of furniture, once."""
        item = Furniture(kind, text)
        if text and item not in self.furniture:
            self.furniture.append(item)
