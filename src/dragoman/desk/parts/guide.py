"""The codebook as the page of help lays it out: chapters with their fields and codes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dragoman.desk.parts.codes import KINDS, Kind, anchor
from dragoman.records import codebook
from dragoman.records.codebook import Entry


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name, what it holds, and where its codes stand, if it has any."""

    name: str
    text: str
    codes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one code means.

    Attributes:
        anchor: Where on the page it stands.
        code: As the ledger holds it.
        name: In words.
        definition: The codebook's.
        example: A sentence that would be coded so, if there is one.
        quad: The quadrant of an event type.
        level: The level of an office.
        modes: The modes of an event type.
    """

    anchor: str
    code: str
    name: str
    definition: str
    example: str | None = None
    quad: str | None = None
    level: int | None = None
    modes: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Codes:
    """A section of the codebook: where it stands, its title, and its codes."""

    anchor: str
    title: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What a record holds of one thing.

    Attributes:
        anchor: Where on the page it stands.
        title: Of the chapter.
        kind: The kind of fact, where it is one.
        text: What is coded so, and what is not.
        fields: What is known of each.
        sections: The codes of its fields.
    """

    anchor: str
    title: str
    kind: Kind | None
    text: str
    fields: tuple[Field, ...]
    sections: tuple[Codes, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return the whole codebook, by what is coded."""
    told = _told()
    return tuple(_chapter(each, told["titles"]) for each in told["chapter"])


@cache
def certainties() -> Mapping[str, str]:
    """Return what it means that a fact is told so firmly, by the code of the certainty."""
    return dict(_told()["firmness"])


def _told() -> dict[str, Any]:
    source = resources.files("dragoman.desk.parts") / "data" / "guide.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _chapter(told: Mapping[str, Any], titles: Mapping[str, str]) -> Chapter:
    return Chapter(
        anchor=told["anchor"],
        title=told["title"],
        kind=KINDS.get(told.get("kind", "")),
        text=told["text"].strip(),
        fields=tuple(Field(**each) for each in told["fields"]),
        sections=tuple(Codes(each, titles[each], _meanings(each)) for each in told["sections"]),
    )


def _meanings(section: str) -> tuple[Meaning, ...]:
    return tuple(_meaning(each, tuple(_modes(each))) for each in codebook().section(section))


def _modes(entry: Entry) -> Iterator[Meaning]:
    if entry.section != "types":
        return
    for mode in codebook().section("modes"):
        if mode.type == entry.code:
            yield _meaning(mode)


def _meaning(entry: Entry, modes: tuple[Meaning, ...] = ()) -> Meaning:
    return Meaning(
        anchor=anchor(entry.section, entry.code, entry.type),
        code=entry.code,
        name=entry.name,
        definition=entry.definition,
        example=entry.example,
        quad=entry.quad,
        level=entry.level,
        modes=modes,
    )
