"""The typed record of one article.

Frozen, slotted types with the names and shapes of the codebook's JSON contract
(``dragoman/record/1``). Character spans are ``(start, end)`` pairs, end exclusive, into
:attr:`Article.text`. Absent is ``None`` or an empty tuple, never a made-up value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Self

from dragoman.errors import RecordError, SchemaError
from dragoman.records import convert
from dragoman.records.check import check

SCHEMA = "dragoman/record/1"

Span = tuple[int, int]
Spans = tuple[Span, ...]
FieldEvidence = Mapping[str, Spans]

ActorKind = Literal["person", "state", "organization", "armed_group", "population", "unnamed"]
FurnitureKind = Literal[
    "byline", "dateline", "caption", "credit", "highlight", "related", "boilerplate"
]
OfficeBasis = Literal["print", "table"]
Modality = Literal["asserted", "negated", "future", "hypothetical", "historical"]
Channel = Literal["phone", "meeting", "visit", "video", "letter", "message", "unspecified"]
ContactStatus = Literal["held", "planned", "proposed", "cancelled", "refused"]
ContactBasis = Literal["reported", "own words"]
Initiative = Literal["known", "unknown"]
StatementKind = Literal["direct", "mixed", "indirect"]
Stance = Literal["support", "understanding", "restraint", "concern", "criticism", "condemnation"]
Basis = Literal["own", "reported"]
Sign = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page carries beside its article; never coded.

    ``span`` is set only where the words stand in ``Article.text`` (an agency's dateline at the
    head of the first paragraph).
    """

    kind: FurnitureKind
    text: str
    span: Span | None = field(default=None, metadata=convert.OMIT)


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article: ``text`` is the title, a blank line, the body."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    title_span: Span | None = None
    publisher: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str = "en"
    paragraphs: Spans = ()
    contexts: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office as of the article's date; ``of`` is the code of the state or body it belongs to."""

    title: str
    role: str
    level: int
    of: str | None
    basis: OfficeBasis


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts, with every span that refers to it."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    class_: str | None = None
    sectors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    office: Office | None = None
    other_offices: tuple[Office, ...] = ()
    mentions: Spans = ()


@dataclass(frozen=True, slots=True)
class When:
    """Earliest and latest date (ISO 8601, as precise as the text was) and the words.

    Words alone ("on Friday" in an article without a date) are kept without a date.
    """

    earliest: str | None
    latest: str | None
    text: Spans = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its country, coordinates, GeoNames id and class where they are known.

    ``class_`` is GeoNames' letter: A countries and divisions, P towns, H waters, T heights and
    islands, L regions and bases, S buildings and sites, R roads, V woods, U undersea.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    text: Spans = ()
    class_: str | None = field(default=None, metadata=convert.OMIT)


@dataclass(frozen=True, slots=True)
class Casualties:
    """Numbers as printed, or ``"some"``."""

    killed: int | Literal["some"] | None = None
    injured: int | Literal["some"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries. A fact without evidence cannot be made."""

    id: str
    evidence: Spans
    confidence: float
    field_evidence: FieldEvidence = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise RecordError("A fact needs evidence: at least one span of the text.")
        if not 0 <= self.confidence <= 1:
            raise RecordError(f"A confidence lies in [0, 1]; {self.confidence} does not.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A PLOVER event. ``actors`` and ``recipients`` are actor ids."""

    type: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: Place | None = None
    when: When | None = None
    trigger: Spans = ()
    casualties: Casualties | None = None
    modality: Modality = "asserted"
    reported_by: str | None = None
    statement: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Fact):
    """One direct communication between two sides."""

    initiator: str
    initiator_level: int | None = None
    initiative: Initiative = "unknown"
    counterpart: str
    counterpart_level: int | None = None
    channel: Channel = "unspecified"
    status: ContactStatus = "held"
    when: When | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    basis: ContactBasis = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """What somebody said, wrote, thought or intends (PolNeAR's source, cue, content)."""

    speakers: tuple[str, ...]
    on_behalf_of: tuple[str, ...] = ()
    kind: StatementKind
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    medium: str | None = None
    addressee: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Fact):
    """What a holder thinks of an act; ``target`` is an event id, or words for a policy."""

    holder: str
    target: str
    stance: Stance
    basis: Basis
    reporter: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude(Fact):
    """Directed sentiment between two actors, apart from any act."""

    from_: str
    toward: str
    sign: Sign
    basis: Basis


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which reader made the record."""

    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article yielded."""

    reader: ReaderInfo
    article: Article
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    attitudes: tuple[Attitude, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the record in the JSON form of the contract, as plain Python values."""
        return {"schema": SCHEMA, **convert.to_plain(self)}

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the record as JSON, on one line unless ``indent`` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False, indent=indent)

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Build a record from the JSON form of the contract, strictly.

        Raises:
            SchemaError: A name, shape or value is wrong; the message names its path.
            RecordError: The shapes are right, and the record contradicts itself.
        """
        record = convert.from_plain(cls, _without_schema(data))
        check(record)
        return record

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Build a record from JSON; see :meth:`from_dict`."""
        try:
            data = json.loads(text)
        except ValueError as error:
            raise SchemaError(f"$: this is not JSON: {error}.") from error
        return cls.from_dict(data)


def _without_schema(data: object) -> object:
    """Return what stands beside ``schema``, which must name this version of the contract."""
    if not isinstance(data, dict):
        return data
    if data.get("schema") != SCHEMA:
        raise SchemaError(f"$.schema: expected {SCHEMA!r}, found {data.get('schema')!r}.")
    return {name: value for name, value in data.items() if name != "schema"}
