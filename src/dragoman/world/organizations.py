"""International organisations and their members, read from the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable

from dragoman.world.model import Entity, Organization, State
from dragoman.world.sectors import CLASSES, check_sectors
from dragoman.world.states import Form, printed
from dragoman.world.tables import Row, read_table

ORGANIZATION_COLUMNS = ("code", "name", "variants", "class", "sectors", "metonyms")
MEMBER_COLUMNS = ("code", "as_of", "members")
UNITED_NATIONS = "UNO"


def load_organizations(
    folder: Traversable, states: Mapping[str, State]
) -> tuple[Organization, ...]:
    """Read organisations and their bodies in the order of the table.

    Raises:
        DataError: A row is wrong, or a member is no known state or organisation.
    """
    rows = list(read_table(folder, "organizations.tsv", ORGANIZATION_COLUMNS))
    known = frozenset(states) | {row["code"] for row in rows}
    members = _members(folder, known)
    members[UNITED_NATIONS] = tuple(state.code for state in states.values() if state.member)
    listed: set[str] = set()
    found = []
    for row in rows:
        own = members.get(row["code"], ()) if row["code"] not in listed else ()
        listed.add(row["code"])
        found.append(_organization(row, own))
    return tuple(found)


def organization_forms(folder: Traversable) -> Iterator[Form]:
    """Yield the printed forms of organisations and their bodies."""
    for row in read_table(folder, "organizations.tsv", ORGANIZATION_COLUMNS):
        base = Entity(
            row["code"],
            printed(row["name"]),
            "organization",
            "name",
            country=row["code"] if row["class"] == "IGO" else None,
            class_=row["class"],
            sectors=row.several("sectors"),
        )
        for form in (row["name"], *row.several("variants")):
            yield form, replace(base, form="acronym" if is_acronym(printed(form)) else "name")
        for form in row.several("metonyms"):
            yield form, replace(base, form="metonym")


def is_acronym(form: str) -> bool:
    """Tell whether a form is an acronym: "NATO", "U.N.", "UN-Habitat" is not."""
    letters = [character for character in form if character.isalpha()]
    return " " not in form and len(letters) > 1 and all(letter.isupper() for letter in letters)


def _organization(row: Row, members: tuple[str, ...]) -> Organization:
    if row["class"] not in CLASSES:
        raise row.wrong(f"{row['class']} is no class of PLOVER")
    return Organization(
        code=row["code"],
        name=printed(row["name"]),
        variants=tuple(map(printed, row.several("variants"))),
        class_=row["class"],
        sectors=check_sectors(row),
        metonyms=row.several("metonyms"),
        members=members,
    )


def _members(folder: Traversable, known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    members: dict[str, tuple[str, ...]] = {}
    for row in read_table(folder, "members.tsv", MEMBER_COLUMNS):
        codes = tuple(row["members"].split())
        unknown = sorted({row["code"], *codes} - known)
        if unknown:
            raise row.wrong(f"{', '.join(unknown)} is neither a state nor an organisation")
        members[row["code"]] = codes
    return members
