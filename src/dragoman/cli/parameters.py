"""Parameters that several options share, each checked in one place."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from dragoman.cli.display.kinds import KINDS

KIND_NAMES = tuple(kind.plural for kind in KINDS)


def published_date(text: str | None) -> str | None:
    """Refuse what is no date, with or without a time."""
    if text is not None:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            message = f"{text!r} is no date. Write it as 2020-01-04 or 2020-01-04T15:16:00+05:30."
            raise typer.BadParameter(message) from None
    return text


PublishedOn = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When the articles were published; beats what they say.",
        callback=published_date,
        show_default=False,
    ),
]


def day(text: str | None) -> str | None:
    """Refuse what is no day."""
    if text is not None:
        try:
            date.fromisoformat(text)
        except ValueError:
            message = f"{text!r} is no day. Write it as 2020-01-04."
            raise typer.BadParameter(message) from None
    return text


def kind_names(values: list[str] | None) -> list[str] | None:
    """Return the kinds that are named, each once; refuse what is none, and offer near ones."""
    names = [part.strip().casefold() for value in values or () for part in value.split(",")]
    return list(dict.fromkeys(_kind_name(name) for name in names if name)) or None


def _kind_name(name: str) -> str:
    from dragoman.errors import offered

    plural = f"{name}s"
    if name in KIND_NAMES or plural in KIND_NAMES:
        return name if name in KIND_NAMES else plural
    raise typer.BadParameter(f"{name!r} is no kind of fact. {offered(name, KIND_NAMES)}")
