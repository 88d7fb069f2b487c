"""One fact of the ledger, with every report of it beneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.store import StoredArticle, Told

KINDS = ("events", "contacts", "statements", "positions", "attitudes")
"""The kinds of fact that are merged across articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part in a fact, known across articles.

    ``id``: the code of the state or body where one is known, else the person's id or the folded
    name. ``code``: of the state or body ("USA", "NATO"). ``person``: the id across articles where
    it is a person. ``role`` and ``level``: of the office, as of the article. ``lent`` names what
    other articles tell of the person and this one does not print: ``country``, ``office``.
    """

    id: str
    name: str
    code: str | None = None
    person: str | None = None
    role: str | None = None
    level: int | None = None
    lent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's telling of a fact, kept beneath its entry.

    ``origin``: the family or agency whose report it is. ``parties``: who takes which part, as this
    article has it.
    """

    told: Told
    article: StoredArticle
    origin: str
    outlet: str | None
    parties: Mapping[str, tuple[Party, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One detail that reports give differently: each value with its reports, never averaged.

    ``field`` names the detail: ``day``, ``initiator``, ``stance``, ``casualties.killed``.
    """

    field: str
    values: tuple[tuple[str, tuple[Report, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact of the ledger with all its reports.

    Attributes:
        id: Follows from what is told, so that a ledger made anew has the same ids.
        kind: One of :data:`KINDS`.
        parties: Who takes which part: ``actor``, ``recipient``, ``initiator``, ``counterpart``,
            ``speaker``, ``on_behalf_of``, ``addressee``, ``holder``, ``reporter``, ``from``,
            ``toward``.
        act: The codes of its kind: ``type``, ``mode``, ``modality``; ``channel``, ``status``,
            ``initiative``, ``basis``; ``kind``, ``medium``; ``stance``, ``basis``, ``target`` (the
            id of the entry of an event, or words for a policy), ``target_type``; ``sign``,
            ``basis``. Where reports differ, what most origins tell.
        first_day: The first day that it may have been on.
        last_day: The last one.
        place: Its name.
        country: Code of the country the place is in.
        story: The id of the story that most of its reports belong to.
        reports: All of them, the earliest told first.
        origins: How many independent origins report it; copies count once.
        confidence: That of the best report.
        conflicts: What reports give differently.
        verdict: ``accepted``, ``corrected``, ``added`` or ``rejected`` where a person judged it.
    """

    id: str
    kind: str
    parties: Mapping[str, tuple[Party, ...]] = field(hash=False)
    act: Mapping[str, str | None] = field(hash=False)
    first_day: date | None = None
    last_day: date | None = None
    place: str | None = None
    country: str | None = None
    story: str | None = None
    reports: tuple[Report, ...] = ()
    origins: int = 0
    confidence: float = 0.0
    conflicts: tuple[Conflict, ...] = ()
    verdict: str | None = None
