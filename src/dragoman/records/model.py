"""The typed record of one article.

Frozen, slotted types with the names and shapes of the codebook's JSON contract
(``dragoman/record/1``). Character spans are ``(start, end)`` pairs, end exclusive, into
:attr:`Article.text`. Absent is ``None`` or an empty tuple, never a made-up value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

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
Stance = Literal[
    "support", "understanding", "restraint", "concern", "criticism", "condemnation"
]
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
    span: Span | None = None


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
    """Earliest and latest date (ISO 8601, as precise as the text was) and the words."""

    earliest: str | None
    latest: str | None
    text: Spans = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its country, coordinates and GeoNames id where they are known."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    text: Spans = ()


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
    counterpart: str
    initiator_level: int | None = None
    initiative: Initiative = "unknown"
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
    kind: StatementKind
    on_behalf_of: tuple[str, ...] = ()
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
