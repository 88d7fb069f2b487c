"""The types of what is known before reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

EntityKind = Literal["state", "organization", "armed_group", "population", "body"]
EntityForm = Literal[
    "name", "acronym", "adjective", "demonym", "plural", "capital", "metonym", "region"
]
Qualifier = Literal["former", "acting", "deputy", "elect", "outgoing"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that a printed form may denote, and how the form denotes it.

    Attributes:
        code: The code a record uses for the side: ISO 3166 alpha-3 for a state, its bodies and
            its regions; ``EUR``, ``UNO`` or the acronym of an international body; an armed group's
            own short name; the name itself for a population.
        name: The usual English name, unique within its kind.
        kind: What it is. ``body`` is a ministry, parliament, force or seat that belongs to a state.
        form: How the printed form denotes it.
        country: What a record's ``country`` holds, or None (populations, transnational groups).
        class_: PLOVER's class (``IGO``, ``NGO``, ``IMG`` ...), or None.
        sectors: PLOVER's sectors, the main one first.
    """

    code: str
    name: str
    kind: EntityKind
    form: EntityForm
    country: str | None = None
    class_: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory with the words that English news has for it.

    Attributes:
        code: ISO 3166 alpha-3 (``KOS`` for Kosovo).
        name: The usual English name.
        variants: Other names, acronyms, former names.
        adjectives: "French".
        nouns: One of its people: "Frenchman".
        plurals: Its people: "French", "Frenchmen".
        capital: The seat of government in English, or None.
        metonyms: Capitals and buildings that stand for the government: "Paris", "Élysée".
        regions: Constituent parts and breakaway entities that take its code.
        alpha2: ISO 3166 alpha-2, or None.
        member: True for the 193 members of the United Nations.
    """

    code: str
    name: str
    variants: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    alpha2: str | None = None
    member: bool = False


@dataclass(frozen=True, slots=True)
class Organization:
    """An international organisation or alliance.

    Attributes:
        code: ``EUR``, ``UNO`` or the usual acronym; bodies of the two share their code.
        name: The usual English name.
        variants: Other names and acronyms.
        class_: ``IGO``, ``NGO``, ``MNC`` ... as in PLOVER.
        sectors: PLOVER's sectors, where one applies.
        metonyms: Seats that stand for it.
        members: Alpha-3 codes of its member states, empty where not kept.
    """

    code: str
    name: str
    variants: tuple[str, ...] = ()
    class_: str | None = None
    sectors: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """An office as titles in English news name it.

    Attributes:
        title: The form of the table that matched, qualifiers left out: "foreign minister".
        role: The codebook's role.
        level: The codebook's level, 1 to 4.
        sector: PLOVER's sector of who holds it, or None where the title does not tell.
        qualifier: What a modifier adds: "former", "acting", ... A deputy's role is lowered as well.
        plural: True for "foreign ministers".
        elsewhere: What the title means in particular countries or bodies, by code.
    """

    title: str
    role: str
    level: int
    sector: str | None = None
    qualifier: Qualifier | None = None
    plural: bool = False
    elsewhere: Mapping[str, OfficeTitle] = field(default_factory=dict, compare=False, repr=False)

    def within(self, code: str | None) -> OfficeTitle:
        """Return what the title means in the state or body ``code``: "Secretary of State"."""
        return self.elsewhere.get(code, self) if code else self
