"""One state's words in a text exchanged for another's: name, adjective, people and capital.

"A Malian envoy left Bamako" → "An Iranian envoy left Tehran". Only what :mod:`dragoman.world`
finds as a form of that very state is exchanged, so that "Niger" stays in "Nigeria", and buildings
and bodies ("the Kremlin") stay as they are. A word that the world does not know is exchanged
wherever it stands as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dragoman.language.tokens import tokenizer
from dragoman.world import world
from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.world import Entity, State

FILE = Path(__file__).with_name("exchanged_states.tsv")
Kind = Literal["name", "adjective", "people", "capital"]
_KINDS: dict[str, Kind] = {
    "adjective": "adjective",
    "demonym": "adjective",
    "name": "name",
    "acronym": "name",
    "plural": "people",
    "capital": "capital",
}
"""What each of the world's forms is exchanged for; the first that a word may be counts."""

_WITH_ARTICLE = re.compile(r"[A-Z.]{2,}|Gambia|Congo|.*s|.*(?:Republic|Kingdom|Federation|Union).*")
"""Names before which "the" belongs to the name and goes with it."""

_ARTICLE = re.compile(r"\b([Aa])n? $")
_THE = re.compile(r"\b[Tt]he $")
_POSSESSIVE = re.compile(r"['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that news has for a state."""

    code: str
    name: str
    adjective: str
    people: str
    capital: str

    def of(self, kind: Kind) -> str:
        """Return the word of a kind."""
        words = {"adjective": self.adjective, "people": self.people, "capital": self.capital}
        return words.get(kind, self.name)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word for a state stands in a text, and of what kind it is."""

    start: int
    end: int
    kind: Kind


@cache
def exchanged_states(file: Path = FILE) -> tuple[Words, ...]:
    """Return the states whose names are put in, in the order of the table.

    Raises:
        DataError: the table is wrong, or names a state that the world does not know.
    """
    found = []
    for row in read_table(file.parent, file.name, ("name", "adjective", "people", "capital")):
        state = world().state(row["name"])
        if state is None:
            raise row.wrong(f"{row['name']!r} is no known state")
        words = (row["name"], row["adjective"], row["people"], row["capital"])
        found.append(Words(state.code, *words))
    return tuple(found)


def state_of(name: str) -> State | None:
    """Return the state that a name, an adjective or another form denotes, if any."""
    plain = re.sub(r"^[Tt]he ", "", name)
    codes = [entity.code for entity in world().lookup(plain) if entity.kind == "state"]
    return world().state(plain) or (world().state(codes[0]) if codes else None)


def variants(text: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (name put in, text) for each named state and each of the twenty, one at a time.

    A state that is named itself already takes nobody's place: neither its own nor that of
    another, who would then act upon itself.

    Raises:
        ValueError: no word for one of the states stands in the text.
    """
    names = tuple(names)
    present = {state.code for state in map(state_of, names) if state}
    for name in names:
        places = tuple(places_of(text, name))
        if not places:
            raise ValueError(f"no word for {name!r} stands in the text")
        for words in exchanged_states():
            if words.code not in present:
                yield words.name, exchanged(text, places, words)


def places_of(text: str, name: str) -> Iterator[Place]:
    """Yield where words for a state stand."""
    state = state_of(name)
    if state is None:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Place(*match.span(), "name")
        return
    doc = tokenizer()(text)
    for start, end, entities in world().find([token.text for token in doc]):
        kind = _kind(entities, state.code)
        if kind is not None:
            yield Place(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), kind)


def exchanged(text: str, places: Iterable[Place], words: Words) -> str:
    """Return the text with other words in these places, the articles before them made to fit."""
    for place in sorted(places, key=lambda one: one.start, reverse=True):
        old, new = text[place.start : place.end], words.of(place.kind)
        before, after = _fitting(text[: place.start], new), text[place.end :]
        if place.kind == "name" and _WITH_ARTICLE.fullmatch(old):
            before = _THE.sub("", before)
        if old.endswith("s") and not new.endswith("s") and _POSSESSIVE.match(after):
            after = f"{after[0]}s{after[1:]}"
        text = f"{before}{new}{after}"
    return text


def _fitting(before: str, word: str) -> str:
    return _ARTICLE.sub(r"\1n " if word[0] in "AEIO" else r"\1 ", before)


def _kind(entities: Iterable[Entity], code: str) -> Kind | None:
    forms = {entity.form for entity in entities if entity.code == code and entity.kind == "state"}
    return next((kind for form, kind in _KINDS.items() if form in forms), None)
