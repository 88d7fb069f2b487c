"""Codes as a person reads them: kinds of fact, stances, and every code of the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.crises.entries import Entry
from dragoman.crises.questions import Certainty, certainty
from dragoman.records import codebook


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact, with the one letter that marks it everywhere.

    ``code`` is that of the ledger (``events``); ``one`` and ``many`` are words for it.
    """

    code: str
    letter: str
    one: str
    many: str


KINDS: Mapping[str, Kind] = {
    each.code: each
    for each in (
        Kind("events", "E", "event", "events"),
        Kind("contacts", "C", "contact", "contacts"),
        Kind("statements", "S", "statement", "statements"),
        Kind("positions", "P", "position", "positions"),
        Kind("attitudes", "A", "attitude", "attitudes"),
    )
}
"""The kinds of fact by their codes, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of an entry.

    ``field`` is the entry's name for it (``channel``) and ``label`` that in words; ``code`` is what
    the ledger holds and ``name`` what the codebook calls it. ``definition`` is the codebook's, and
    ``anchor`` where it stands on the page of help; both are absent where the codebook has none.
    """

    field: str
    label: str
    code: str
    name: str
    definition: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firmly a fact is told: the code of the certainty, and words for it."""

    code: Certainty
    name: str


_SECTIONS: Mapping[tuple[str, str], str] = {
    ("events", "type"): "types",
    ("events", "mode"): "modes",
    ("events", "modality"): "modalities",
    ("contacts", "channel"): "channels",
    ("contacts", "status"): "contact_statuses",
    ("contacts", "initiative"): "initiatives",
    ("contacts", "basis"): "contact_bases",
    ("statements", "kind"): "statement_kinds",
    ("positions", "stance"): "stances",
    ("positions", "basis"): "bases",
    ("positions", "target_type"): "types",
    ("attitudes", "sign"): "signs",
    ("attitudes", "basis"): "bases",
}
"""The section of the codebook that each code of an entry is from."""

_LABELS: Mapping[str, str] = {"target": "about", "target_type": "about an act of the type"}

_CERTAINTIES: Mapping[Certainty, str] = {
    "reported": "reported",
    "claimed": "claimed by somebody cited",
    "announced": "announced, not yet so",
    "proposed": "proposed",
    "possible": "spoken of as possible",
    "cancelled": "cancelled",
    "refused": "refused",
    "denied": "said not to have happened",
    "recalled": "recalled from the past",
    "own": "in its own words",
    "unknown": "not known how firmly",
}


def kind(code: str) -> Kind:
    """Return a kind of fact.

    Raises:
        KeyError: There is no such kind.
    """
    return KINDS[code]


@cache
def stances() -> tuple[Code, ...]:
    """Return the stances in the order of their scale, from support to condemnation."""
    return tuple(named("positions", "stance", each) for each in codebook().codes("stances"))


@cache
def named(kind: str, field: str, code: str, of: str | None = None) -> Code:
    """Return a code of a kind's field with its name; one the codebook lacks is its own name.

    Args:
        kind: Of the fact.
        field: The entry's name for it.
        code: As the ledger holds it.
        of: The type of event that a mode is of; the same mode means another thing of another.
    """
    label = _LABELS.get(field, field.replace("_", " "))
    section = _SECTIONS.get((kind, field))
    found = [each for each in codebook().find(code) if each.section == section]
    entry = next((each for each in found if each.type == of), next(iter(found), None))
    if entry is None:
        return Code(field, label, code, code)
    there = anchor(entry.section, entry.code, entry.type)
    return Code(field, label, code, entry.name, entry.definition, there)


def anchor(section: str, code: str, of: str | None = None) -> str:
    """Return where a code of the codebook stands on the page of help: ``modes-ASSAULT-drone``."""
    return "-".join(each.replace(" ", "-") for each in (section, of, code) if each)


def codes(entry: Entry) -> tuple[Code, ...]:
    """Return the codes of an entry that are known; what a position is about is told apart."""
    return tuple(
        named(entry.kind, field, code, entry.act.get("type") if field == "mode" else None)
        for field, code in entry.act.items()
        if code is not None and field != "target"
    )


def firmness(entry: Entry) -> Firmness:
    """Return how firmly an entry is told."""
    code = certainty(entry)
    return Firmness(code, _CERTAINTIES[code])


@cache
def role(code: str) -> str:
    """Return what an office is called; one the codebook lacks is its own name."""
    names = {each.code: each.name for each in codebook().section("roles")}
    return names.get(code, code)
