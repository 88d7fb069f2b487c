"""State bodies, armed groups, populations and outlets, read from the tables into printed forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable

from dragoman.world.model import Entity
from dragoman.world.organizations import is_acronym
from dragoman.world.sectors import CLASSES, check_sectors
from dragoman.world.states import BODY_COLUMNS, Form, printed
from dragoman.world.tables import Row, read_table

ARMED_GROUP_COLUMNS = ("code", "name", "variants", "country", "class", "sectors")
POPULATION_COLUMNS = ("name", "names", "adjectives", "people")
OUTLET_COLUMNS = ("name", "variants", "country", "state")


def body_forms(folder: Traversable, states: Collection[str]) -> Iterator[Form]:
    """Yield the printed forms of ministries, parliaments, forces and seats of states.

    A name that ends in ", Country" is not matched by itself: only its variants are.

    Raises:
        DataError: A row is wrong.
    """
    for row in read_table(folder, "bodies.tsv", BODY_COLUMNS):
        country = _country(row, "of", states)
        if row["form"] not in {"name", "metonym"}:
            raise row.wrong("form must be name or metonym")
        name = printed(row["name"])
        base = Entity(country, name, "body", "name", country, None, check_sectors(row))
        own = () if _told_apart(name) else (row["name"],)
        if row["form"] == "metonym":
            base = replace(base, form="metonym")
        yield from _named(base, (*own, *row.several("variants")))


def armed_group_forms(folder: Traversable, states: Collection[str]) -> Iterator[Form]:
    """Yield the printed forms of armed groups.

    Raises:
        DataError: A row is wrong.
    """
    for row in read_table(folder, "armed_groups.tsv", ARMED_GROUP_COLUMNS):
        country = _country(row, "country", states) if row.optional("country") else None
        class_ = row.optional("class")
        if class_ is not None and class_ not in CLASSES:
            raise row.wrong(f"{class_} is no class of PLOVER")
        name = printed(row["name"])
        base = Entity(row["code"], name, "armed_group", "name", country, class_, check_sectors(row))
        own = () if _told_apart(name) else (row["name"],)
        yield from _named(base, (*own, *row.several("variants")))


def population_forms(folder: Traversable) -> Iterator[Form]:
    """Yield the printed forms of regional populations: "Europeans", "Gulf states".

    An adjective alone is a form where the population has a name of its own and the adjective a
    capital: "European", not "foreign", nor "western", which is mostly a direction.
    """
    heads = [row["head"] for row in read_table(folder, "population_heads.tsv", ("head",))]
    for row in read_table(folder, "populations.tsv", POPULATION_COLUMNS):
        base = Entity(row["name"], row["name"], "population", "name")
        yield from ((form, base) for form in row.several("names"))
        for adjective in row.several("adjectives"):
            if row.optional("names") and adjective[0].isupper():
                yield adjective, replace(base, form="adjective")
            yield from ((f"{adjective} {head}", base) for head in heads)
        people = replace(base, form="plural")
        yield from ((form, people) for form in row.several("people"))


def outlet_forms(folder: Traversable, states: Collection[str]) -> Iterator[Form]:
    """Yield the printed forms of news agencies, papers and broadcasters.

    Raises:
        DataError: A row is wrong.
    """
    for row in read_table(folder, "outlets.tsv", OUTLET_COLUMNS):
        country = _country(row, "country", states)
        if row.optional("state") not in {"yes", "no", None}:
            raise row.wrong("state must be yes, no or -")
        name = printed(row["name"])
        base = Entity(name, name, "organization", "name", country, None, ("JRN",))
        yield from _named(base, (row["name"], *row.several("variants")))


def other_names(folder: Traversable) -> Iterator[Form]:
    """Yield the names that hold a word of the other tables and denote no actor."""
    for row in read_table(folder, "other_names.tsv", ("phrase",)):
        yield row["phrase"], None


def _named(base: Entity, forms: Collection[str]) -> Iterator[Form]:
    for form in forms:
        acronym = base.form == "name" and is_acronym(printed(form))
        yield form, replace(base, form="acronym") if acronym else base


def _told_apart(name: str) -> bool:
    """Tell whether a name carries ", Country", which only tells it from others."""
    before, comma, after = name.rpartition(", ")
    return bool(comma) and " and " not in after and "," not in before


def _country(row: Row, column: str, states: Collection[str]) -> str:
    code = row[column]
    if code not in states:
        raise row.wrong(f"{code} is not in states.tsv")
    return code
