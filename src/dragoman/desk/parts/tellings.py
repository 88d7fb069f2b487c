"""What one article tells: its facts as it alone has them, and who else reports each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.crises import Entry, Ledger, Report
from dragoman.crises.entries.assembling import Act, Outline, assembled
from dragoman.crises.entries.casting import cast
from dragoman.crises.questions import quotes
from dragoman.crises.review import Effective, Revised, effective
from dragoman.desk.parts.citations import ShownCitation, shown_citations
from dragoman.desk.parts.codes import KINDS
from dragoman.desk.parts.entries import ShownEntry, shown_entry
from dragoman.records import Fact, Record
from dragoman.store import StoredArticle, View

Place = tuple[str, int]
"""The kind of a fact and its number in the record's list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One fact of one article.

    Attributes:
        ref: What it is called on the article's page: the letter of its kind and a number, "E3".
        fact: As it stands after what people decided.
        shown: It as an entry that rests on this article alone.
        entry: The id of the entry of the ledger that it is a report of; none where a newer
            version of the article replaced it.
        reports: How many articles report that entry.
        origins: How many independent origins do.
        others: Some of the other reports.
        corrected: The fields that a person corrected.
    """

    ref: str
    fact: Fact
    shown: ShownEntry
    entry: str | None
    reports: int
    origins: int
    others: tuple[ShownCitation, ...]
    corrected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells: its record as people left it, and its facts by kind and place."""

    record: Record
    tellings: tuple[Telling, ...]


def told(view: View, article: StoredArticle) -> Told:
    """Return what an article tells."""
    revised = effective(view, article.reading)
    return Told(revised.record, tuple(_Teller(view, article, revised).tellings()))


class _Teller:
    """Makes the tellings of one reading."""

    def __init__(self, view: View, article: StoredArticle, revised: Revised) -> None:
        self._article = article
        self._revised = revised
        self._quote = quotes(view)
        self._found = dict(_reported(Ledger(view).told_in(article.reading), article.reading))
        self._cast = cast(revised.record.actors, {})
        self._acts: dict[str, Entry] = {}

    def tellings(self) -> Iterator[Telling]:
        """Yield the facts by kind, and within a kind by their place in the text."""
        alone = {_place(each): self._alone(each, self._target(each)) for each in self._facts()}
        self._acts |= {
            each.told.fact.id: alone[_place(each)]
            for each in self._facts()
            if each.told.kind == "events"
        }
        for kind in KINDS.values():
            own = [each for each in self._facts() if each.told.kind == kind.code]
            for number, each in enumerate(sorted(own, key=_where), start=1):
                yield self._telling(f"{kind.letter}{number}", each, alone[_place(each)])

    def _facts(self) -> Iterable[Effective]:
        return self._revised.facts

    def _telling(self, ref: str, each: Effective, alone: Entry) -> Telling:
        entry = self._found.get(_place(each), (None, None))[0]
        beside = entry.reports if entry is not None else ()
        others = [one for one in beside if one.article.id != self._article.id]
        return Telling(
            ref=ref,
            fact=each.told.fact,
            shown=shown_entry(alone, self._acts, self._quote, cites=1),
            entry=entry.id if entry is not None else None,
            reports=len({one.article.id for one in beside}) or 1,
            origins=entry.origins if entry is not None else 1,
            others=shown_citations(others, self._quote),
            corrected=each.corrected,
        )

    def _alone(self, each: Effective, acts: Mapping[str, Act]) -> Entry:
        """Return the entry that a fact would be if no other article reported it."""
        told = each.told
        first = told.earliest or self._article.told_on
        outline = Outline(
            id=told.fact.id,
            kind=told.kind,
            first_day=first,
            last_day=told.latest or first,
            origins=1,
            confidence=told.fact.confidence,
            verdict=each.verdict,
        )
        return assembled(outline, [(self._report(each), each.verdict)], acts)

    def _report(self, each: Effective) -> Report:
        """Return the report as the ledger has it, with who is who across articles."""
        found = self._found.get(_place(each), (None, None))[1]
        return found or Report(
            told=each.told,
            article=self._article,
            origin="",
            outlet=self._article.outlet,
            parties=self._cast.parties(each.told.fact),
        )

    def _target(self, each: Effective) -> dict[str, Act]:
        """Return the event of the same article that a position is on, if it is on one."""
        target = getattr(each.told.fact, "target", None)
        found = [event for event in self._revised.record.events if event.id == target]
        return {each.told.fact.id: (found[0].id, found[0].type)} if found else {}


def _reported(
    entries: Iterable[Entry], reading: int
) -> Iterator[tuple[Place, tuple[Entry, Report]]]:
    for entry in entries:
        for report in entry.reports:
            if report.told.article.reading == reading:
                yield (entry.kind, report.told.number), (entry, report)


def _place(each: Effective) -> Place:
    return each.told.kind, each.told.number


def _where(each: Effective) -> tuple[int, int]:
    start, end = each.told.fact.evidence[0]
    return start, end
