"""Options that the commands share which people's work goes through."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer

Who = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Who does it.  [default: the system's user]",
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option(metavar="WORDS", help="For what reason.", show_default=False)]


def name_of(who: str | None) -> str:
    """Return who does it: the one who is named, or the system's user."""
    from dragoman.store.audit import user

    return who or user()


def pairs(values: Sequence[str] | None, option: str) -> dict[str, str]:
    """Return what stands before and after the first ``=`` of each value.

    Raises:
        typer.BadParameter: There is none in one of them.
    """
    found = {}
    for each in values or ():
        name, sign, value = each.partition("=")
        if not sign or not name.strip():
            message = f"{each!r} is no pair. Write it as FIELD=VALUE."
            raise typer.BadParameter(message, param_hint=option)
        found[name.strip()] = value.strip()
    return found


def value_of(text: str) -> Any:
    """Return the value of a field as it was typed: nothing, JSON in brackets, or the words."""
    if not text:
        return None
    if text[0] in "{[":
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            message = f"{text!r} is no JSON."
            raise typer.BadParameter(message, param_hint="--set") from None
    return text
