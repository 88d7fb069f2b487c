"""Entries of the ledger as they are shown: one place that says how each is worded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.crises import Entry
from dragoman.crises.entries import Conflict
from dragoman.crises.questions import Questions, quotes
from dragoman.crises.questions.brief.differences import matter, values
from dragoman.crises.questions.brief.phrases import act_phrase, phrase
from dragoman.crises.questions.citations import MOST, Quote, clean, outlets
from dragoman.crises.questions.standings import Acts
from dragoman.crises.questions.timeline import entry_intensity
from dragoman.desk.parts.citations import ShownCitation, shown_citations
from dragoman.desk.parts.codes import Code, Firmness, Kind, codes, firmness, kind, named
from dragoman.desk.parts.days import ShownDays, days_of
from dragoman.desk.parts.parties import ShownPart, ShownParty, shown_parts
from dragoman.store import View


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One value of a detail that reports give differently, with the outlets that give it."""

    text: str
    outlets: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """A detail that reports give differently: its name, and words for it ("the day")."""

    field: str
    matter: str
    values: tuple[ShownValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEntry:
    """One entry of the ledger.

    Attributes:
        id: In the ledger.
        kind: Events, contacts, statements, positions or attitudes, with its letter.
        sentence: The whole of it in one plain sentence, never firmer than its reports.
        firmness: How firmly it is told.
        parts: Who takes which part.
        codes: Its codes with their names.
        about: What a position is about, in words; absent for other kinds.
        target: The id of the entry of the act that a position is on, where there is one.
        stance: The stance of a position or the sign of an attitude.
        own: Whether a position or attitude is told in the holder's own words; absent for others.
        days: When it was.
        place: The name of the place.
        country: The code of the country that it is in.
        intensity: From -10 (hostile) to 10 (friendly), for events and contacts of a known type.
        story: The id of the story that most of its reports belong to.
        confidence: That of the best report, from 0 to 1.
        origins: How many independent origins report it.
        reports: How many articles report it.
        outlets: Their names, each once.
        verdict: ``accepted``, ``corrected``, ``added`` or ``rejected`` where a person judged it.
        conflicts: What its reports give differently.
        citations: Some of its reports, the first of each origin first.
    """

    id: str
    kind: Kind
    sentence: str
    firmness: Firmness
    parts: tuple[ShownPart, ...]
    codes: tuple[Code, ...]
    about: str | None
    target: str | None
    stance: Code | None
    own: bool | None
    days: ShownDays
    place: str | None
    country: str | None
    intensity: float | None
    story: str | None
    confidence: float
    origins: int
    reports: int
    outlets: tuple[str, ...]
    verdict: str | None
    conflicts: tuple[ShownConflict, ...]
    citations: tuple[ShownCitation, ...]

    @property
    def further(self) -> int:
        """How many reports are not cited."""
        return self.reports - len(self.citations)

    def taking(self, part: str) -> tuple[ShownParty, ...]:
        """Return who takes a part, such as ``speaker``."""
        return next((each.parties for each in self.parts if each.part == part), ())


@dataclass
class Showing:
    """Makes entries of one look at the store ready to be shown.

    with store.view() as view:
        shown = Showing(view).entries(Ledger(view).entries("contacts"))

    Args:
        view: Of the store.
        acts: Entries of acts that positions are about, as far as they are known already.
    """

    view: View
    acts: dict[str, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.quote: Quote = quotes(self.view)

    def entries(self, entries: Iterable[Entry], *, cites: int = MOST) -> tuple[ShownEntry, ...]:
        """Return entries as shown, each with so many citations at most."""
        listed = list(entries)
        unknown = [each for each in listed if each.act.get("target") not in self.acts]
        self.acts |= Questions(self.view).acts(unknown)
        return tuple(shown_entry(each, self.acts, self.quote, cites=cites) for each in listed)

    def entry(self, entry: Entry, *, cites: int = MOST) -> ShownEntry:
        """Return one entry as shown."""
        return self.entries([entry], cites=cites)[0]


def shown_entry(entry: Entry, acts: Acts, quote: Quote, *, cites: int = MOST) -> ShownEntry:
    """Return an entry as shown.

    Args:
        entry: Of the ledger.
        acts: The entries of the acts that positions are about, by their ids.
        quote: Gives the words that a report rests on.
        cites: Citations at most.
    """
    target = entry.act.get("target")
    basis = entry.act.get("basis") if entry.kind in {"positions", "attitudes"} else None
    return ShownEntry(
        id=entry.id,
        kind=kind(entry.kind),
        sentence=clean(phrase(entry, acts)),
        firmness=firmness(entry),
        parts=shown_parts(entry),
        codes=codes(entry),
        about=clean(act_phrase(target, acts)) if target else None,
        target=target if target in acts else None,
        stance=_stance(entry),
        own=None if basis is None else basis == "own",
        days=days_of(entry),
        place=clean(entry.place) if entry.place else None,
        country=entry.country,
        intensity=entry_intensity(entry),
        story=entry.story,
        confidence=entry.confidence,
        origins=entry.origins,
        reports=len(entry.reports),
        outlets=tuple(map(clean, outlets(entry))),
        verdict=entry.verdict,
        conflicts=tuple(map(shown_conflict, entry.conflicts)),
        citations=shown_citations(entry.reports, quote, most=cites),
    )


def shown_conflict(conflict: Conflict) -> ShownConflict:
    """Return what reports give differently, in words."""
    worded = values(conflict)
    articles = [tuple(each.article.id for each in some) for _, some in conflict.values]
    return ShownConflict(
        field=conflict.field,
        matter=clean(matter(conflict)),
        values=tuple(
            ShownValue(clean(text), tuple(map(clean, some)), ids)
            for (text, some), ids in zip(worded, articles, strict=True)
        ),
    )


def _stance(entry: Entry) -> Code | None:
    field_of = {"positions": "stance", "attitudes": "sign"}.get(entry.kind)
    code = entry.act.get(field_of) if field_of else None
    return named(entry.kind, field_of, code) if field_of and code else None
