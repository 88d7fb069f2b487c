"""States, territories and regions: the tables read into :class:`State` and into printed forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources.abc import Traversable

import pycountry

from dragoman.world.model import Entity, EntityForm, State
from dragoman.world.phrases import EXACT
from dragoman.world.tables import Row, read_table

Form = tuple[str, Entity | None]
"""A printed form and what it denotes; None for a name that denotes no actor."""

STATE_COLUMNS = (
    "code", "name", "member", "variants", "adjectives", "nouns", "plurals", "capital", "seats"
)  # fmt: skip
REGION_COLUMNS = (
    "of", "name", "kind", "variants", "adjectives", "nouns", "plurals", "capital"
)  # fmt: skip
BODY_COLUMNS = ("of", "name", "form", "variants", "sectors")
USER_ASSIGNED = {"KOS": "XK"}
"""Codes that records use and ISO 3166 does not list, with the alpha-2 code in use for them."""
BREAKAWAY = ("PRE",)


def load_states(folder: Traversable) -> dict[str, State]:
    """Read the states and territories, by alpha-3 code, with names of their regions.

    Codes are checked against ISO 3166, whose alpha-2 codes and official names are taken over.

    Raises:
        DataError: A row is wrong.
    """
    regions, buildings = _region_names(folder), _buildings(folder)
    states: dict[str, State] = {}
    for row in read_table(folder, "states.tsv", STATE_COLUMNS):
        code = row["code"]
        state = _state(row, regions.get(code, ()), buildings.get(code, ()))
        if state.code in states:
            raise row.wrong(f"lists {state.code} again")
        states[state.code] = state
    return states | _iso_only(states)


def state_forms(folder: Traversable, states: Mapping[str, State]) -> Iterator[Form]:
    """Yield the printed forms of states, then those of regions.

    Raises:
        DataError: A region is of no state that is listed.
    """
    listed = set()
    for row in read_table(folder, "states.tsv", STATE_COLUMNS):
        listed.add(row["code"])
        yield from _forms_of_state(row)
    for code in sorted(states.keys() - listed):
        yield states[code].name, Entity(code, states[code].name, "state", "name", code)
    for row in read_table(folder, "regions.tsv", REGION_COLUMNS):
        if row["of"] not in states:
            raise row.wrong(f"is of {row['of']}, which states.tsv does not list")
        yield from _forms_of_region(row)


def printed(name: str) -> str:
    """Return a form of a table without the mark that it fits exactly."""
    return name.removeprefix(EXACT)


def _state(row: Row, regions: Sequence[str], buildings: Sequence[str]) -> State:
    capital = row.optional("capital")
    name = printed(row["name"])
    if row["member"] not in {"yes", "no", "observer"}:
        raise row.wrong("member must be yes, no or observer")
    alpha2, official = _iso(row)
    return State(
        code=row["code"],
        name=name,
        variants=_clean((*row.several("variants"), *official), name),
        adjectives=row.several("adjectives"),
        nouns=row.several("nouns"),
        plurals=row.several("plurals"),
        capital=printed(capital) if capital else None,
        metonyms=_clean((*row.several("capital"), *row.several("seats"), *buildings), name),
        regions=tuple(regions),
        alpha2=alpha2,
        member=row["member"] == "yes",
    )


def _iso(row: Row) -> tuple[str, tuple[str, ...]]:
    code = row["code"]
    if code in USER_ASSIGNED:
        return USER_ASSIGNED[code], ()
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        raise row.wrong(f"{code} is no alpha-3 code of ISO 3166")
    names = (getattr(country, kind, None) for kind in ("official_name", "common_name"))
    return country.alpha_2, tuple(name for name in names if name)


def _iso_only(states: Mapping[str, State]) -> dict[str, State]:
    """Return the territories that ISO 3166 lists and the table does not, by name alone."""
    return {
        country.alpha_3: State(country.alpha_3, country.name, alpha2=country.alpha_2)
        for country in pycountry.countries
        if country.alpha_3 not in states
    }


def _clean(forms: Sequence[str], name: str) -> tuple[str, ...]:
    clean = (printed(form) for form in forms)
    return tuple(dict.fromkeys(form for form in clean if form != name))


def _region_names(folder: Traversable) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in read_table(folder, "regions.tsv", REGION_COLUMNS):
        names[row["of"]].append(printed(row["name"]))
    return names


def _buildings(folder: Traversable) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in read_table(folder, "bodies.tsv", BODY_COLUMNS):
        if row["form"] == "metonym":
            names[row["of"]].append(row["name"])
    return names


def _forms_of_state(row: Row) -> Iterator[Form]:
    names = (row["name"], *row.several("variants"), *_iso(row)[1])
    kinds: tuple[tuple[EntityForm, tuple[str, ...]], ...] = (
        ("name", names),
        ("adjective", row.several("adjectives")),
        ("demonym", row.several("nouns")),
        ("plural", row.several("plurals")),
        ("capital", (*row.several("capital"), *row.several("seats"))),
    )
    base = Entity(row["code"], printed(row["name"]), "state", "name", country=row["code"])
    for kind, forms in kinds:
        entity = replace(base, form=kind)
        yield from ((form, entity) for form in forms if kind != "capital" or form not in names)


def _forms_of_region(row: Row) -> Iterator[Form]:
    kind = row["kind"]
    if kind not in {"region", "breakaway"}:
        raise row.wrong("kind must be region or breakaway")
    sectors = BREAKAWAY if kind == "breakaway" else ()
    name, code = printed(row["name"]), row["of"]
    base = Entity(code, name, "state", "region", country=code, sectors=sectors)
    own = () if ", " in name else (row["name"],)
    yield from ((form, base) for form in (*own, *row.several("variants")))
    kinds: tuple[tuple[EntityForm, str], ...] = (
        ("adjective", "adjectives"),
        ("demonym", "nouns"),
        ("plural", "plurals"),
        ("capital", "capital"),
    )
    for form_kind, column in kinds:
        entity = replace(base, form=form_kind)
        yield from ((form, entity) for form in row.several(column))
