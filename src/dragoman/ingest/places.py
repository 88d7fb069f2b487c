"""Places as datelines print them ("New Delhi, India", "LVIV, Ukraine", "Reno, Nev.") → country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dragoman.ingest.tables import data_folder
from dragoman.world import world
from dragoman.world.tables import read_table

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINING = frozenset("of the and de al el la du es am near aboard".split())
_LONGEST = 70
_SHORTEST_NAME = 4


def _key(name: str) -> str:
    return name.casefold().replace(".", "").replace("’", "'").strip()


@cache
def _table(file: str, column: str) -> Mapping[str, str]:
    rows = read_table(data_folder(), file, (column, "country"))
    return {_key(row[column]): row["country"] for row in rows}


def country_of(place: str | None) -> str | None:
    """Return the ISO alpha-3 code of the country a printed place lies in, if that can be told.

    The parts between commas are tried from the last, the widest, to the first.
    """
    parts = [part.strip() for part in (place or "").split(",")]
    codes = (_country_of_part(part) for part in reversed(parts) if part)
    return next((code for code in codes if code), None)


def _country_of_part(part: str) -> str | None:
    regions, cities = _table("regions.tsv", "region"), _table("cities.tsv", "city")
    key = _key(part)
    return regions.get(key) or cities.get(key) or _country_by_world(part)


def _country_by_world(part: str) -> str | None:
    """Look a name up among states and capitals, in capitals as datelines print it too."""
    if len(part) < _SHORTEST_NAME:
        return None
    forms = dict.fromkeys((part, part.title()))
    codes = (_state_code(form) or _capital_code(form) for form in forms)
    return next((code for code in codes if code), None)


def _state_code(name: str) -> str | None:
    state = world().state(name)
    return state.code if state is not None else None


def _capital_code(name: str) -> str | None:
    found = (entity.code for entity in world().lookup(name) if entity.form == "capital")
    return next(found, None)


def is_state(place: str) -> bool:
    """Tell whether a place is the name of a state."""
    return any(_state_code(form) for form in (place, place.title()))


def is_known_place(text: str) -> bool:
    """Tell whether every part of a printed place but at most one is a known place."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    known = sum(1 for part in parts if _country_of_part(part))
    return known > 0 and known >= len(parts) - 1


def looks_like_place(text: str) -> bool:
    """Tell whether words have the form of a place: short, and all but small words capitalised."""
    words = _WORD.findall(text)
    if not words or len(text) > _LONGEST or len(words) > 8 or any(c.isdigit() for c in text):
        return False
    return all(word[0].isupper() or word.lower() in _JOINING for word in words)
