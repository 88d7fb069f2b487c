"""Facts under construction: what the stages of :mod:`dragoman.coding` hand to one another.

A draft mirrors a type of :mod:`dragoman.records`, but speaks of actors by their index in the
cast and of other drafts by their index in that kind's list, since ids are content hashes that
only stand at the end. All spans are character spans of ``Doc.text``; tokens are token indexes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records import (
    Basis,
    Casualties,
    Channel,
    ContactBasis,
    ContactStatus,
    FieldEvidence,
    Initiative,
    Modality,
    Place,
    Sign,
    Spans,
    Stance,
    StatementKind,
    When,
)

Party = int | str
"""A side: a country or body code, or the index of an actor that stands for no such code.

An index means that actor itself (its id), whatever country it belongs to: a newspaper or a
citizen does not speak for a state.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDraft:
    """What every draft carries: the words that state it, and how sure it is."""

    evidence: Spans
    confidence: float
    field_evidence: FieldEvidence = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft(FactDraft):
    """An event; ``actors``, ``recipients`` and ``reported_by`` are cast indexes.

    ``trigger`` holds the character spans of all triggers, ``triggers`` the indexes of their
    head tokens. ``statement`` and ``contact`` are indexes into those lists of drafts.
    """

    type: str
    mode: str | None = None
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    place: Place | None = None
    when: When | None = None
    trigger: Spans = ()
    triggers: tuple[int, ...] = ()
    casualties: Casualties | None = None
    modality: Modality = "asserted"
    reported_by: int | None = None
    statement: int | None = None
    contact: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft(FactDraft):
    """A contact; ``initiator`` and ``counterpart`` are cast indexes.

    ``trigger`` is the index of the token that tells of it, where there is one.
    """

    initiator: int
    counterpart: int
    trigger: int | None = None
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
class StatementDraft(FactDraft):
    """A statement; ``speakers`` and ``addressee`` are cast indexes, ``on_behalf_of`` parties.

    ``cue_head`` is the index of the head token of the cue ("called" of "called on"), ``None``
    for a quotation without a cue. ``sources``, ``cues`` and ``contents`` are indexes of the
    tokens inside the spans of those names.
    """

    speakers: tuple[int, ...]
    kind: StatementKind
    on_behalf_of: tuple[Party, ...] = ()
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    medium: str | None = None
    addressee: int | None = None
    when: When | None = None
    cue_head: int | None = None
    sources: tuple[int, ...] = ()
    cues: tuple[int, ...] = ()
    contents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionDraft(FactDraft):
    """A position; ``target`` is an index into the events' drafts, or words for a policy.

    ``holder`` is a party, ``reporter`` a cast index, ``statement`` an index into the
    statements' drafts.
    """

    holder: Party
    target: int | str
    stance: Stance
    basis: Basis
    reporter: int | None = None
    statement: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttitudeDraft(FactDraft):
    """A directed sentiment; ``from_`` and ``toward`` are parties."""

    from_: Party
    toward: Party
    sign: Sign
    basis: Basis
