"""How firmly a fact may be told: never more firmly than its reports tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from dragoman.crises.entries import Entry

Certainty = Literal[
    "reported",
    "claimed",
    "announced",
    "proposed",
    "possible",
    "cancelled",
    "refused",
    "denied",
    "recalled",
    "own",
    "unknown",
]
"""How a fact is told.

``reported``: an outlet tells it in its own voice. ``claimed``: somebody whom the outlet cites says
so. ``announced``: it is to come. ``proposed``, ``cancelled``, ``refused``: a contact that did not
take place. ``possible``: spoken of as a possibility. ``denied``: said not to have happened.
``recalled``: of the past. ``own``: somebody speaks for themselves. ``unknown``: the code is none
that is known.
"""

CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)

_MODALITIES: Mapping[str | None, Certainty] = {
    "asserted": "reported",
    "negated": "denied",
    "future": "announced",
    "hypothetical": "possible",
    "historical": "recalled",
}
_STATUSES: Mapping[str | None, Certainty] = {
    "held": "reported",
    "planned": "announced",
    "proposed": "proposed",
    "cancelled": "cancelled",
    "refused": "refused",
}
_BASES: Mapping[str | None, Certainty] = {"own": "own", "reported": "claimed"}


def certainty(entry: Entry) -> Certainty:
    """Return how firmly an entry may be told."""
    if entry.kind == "events":
        told = _MODALITIES.get(entry.act.get("modality"), "unknown")
        return "claimed" if told == "reported" and _is_claim(entry) else told
    if entry.kind == "contacts":
        return _STATUSES.get(entry.act.get("status"), "unknown")
    if entry.kind == "statements":
        return "reported"
    return _BASES.get(entry.act.get("basis"), "unknown")


def took_place(entry: Entry) -> bool:
    """Tell whether an event or contact is told as something that was, by an outlet or others."""
    return certainty(entry) in {"reported", "claimed"}


def _is_claim(entry: Entry) -> bool:
    """Tell whether every report of an event only cites somebody who says that it took place."""
    cited = [getattr(each.told.fact, "reported_by", None) for each in entry.reports]
    return bool(cited) and all(cited)
