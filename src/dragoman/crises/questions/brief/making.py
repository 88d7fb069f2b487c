"""What is new since a moment, put into sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dragoman.crises.entries import Conflict, Entry, Report
from dragoman.crises.questions.brief.dates import days_text
from dragoman.crises.questions.brief.model import Brief, News, Section, Sentence
from dragoman.crises.questions.brief.phrases import (
    act_phrase,
    change_phrase,
    conflict_phrase,
    contradiction_phrase,
    phrase,
    subject,
)
from dragoman.crises.questions.certainty import Certainty, certainty
from dragoman.crises.questions.citations import MOST as MOST_CITED
from dragoman.crises.questions.citations import Quote, cited, clean, moment
from dragoman.crises.questions.standings import Acts, ActStandings, Standing, standings
from dragoman.crises.questions.timeline import is_side_of_contact
from dragoman.crises.questions.turns import Change

MOST = 25
"""Sentences in one section."""

CHANGES = "Changes of position"
CONTRADICTED = "Claims that own words contradict"
DIFFERENT = "Where reports differ"
TITLES: Mapping[str, str] = {
    "positions": "Positions",
    "contacts": "Contacts",
    "events": "Events",
    "statements": "Statements",
    "attitudes": "Attitudes",
}
"""The heading of each kind of fact, in the order of a brief."""

SECTIONS: Mapping[str, str] = {
    "changes": CHANGES,
    **TITLES,
    "contradicted": CONTRADICTED,
    "different": DIFFERENT,
}
"""The headings of all sections, in the order of a brief, by a word for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a brief is asked for.

    Attributes:
        since: Only what was reported at this moment or later.
        until: Only what was reported before this moment.
        acts: The acts that positions are about, by the ids of their entries.
        positions: Older positions, which tell what is a change.
        stories: Titles of stories by their ids; with them, the brief is grouped by stories.
        most: Sentences in one section.
    """

    since: datetime | None = None
    until: datetime | None = None
    acts: Acts = field(default_factory=dict)
    positions: tuple[Entry, ...] = ()
    stories: Mapping[str, str] = field(default_factory=dict)
    most: int = MOST


def brief(
    entries: Iterable[Entry], quote: Quote, asked: Asked | None = None, *, title: str = "Brief"
) -> Brief:
    """Tell what is new among entries of the ledger.

    An entry that was known before is told again only where further independent origins report it.
    Events that are but the other side of a contact or a statement are left out.

    Args:
        entries: Of all kinds.
        quote: Gives the words that a report rests on.
        asked: What is asked for; by default everything.
        title: The brief's.
    """
    maker = _Maker(quote, asked or Asked())
    return Brief(
        title=clean(title),
        since=maker.asked.since,
        until=maker.asked.until,
        sections=tuple(maker.sections(list(entries))),
        articles=0,
        outlets=0,
    ).counted()


class _Maker:
    """Makes the sections of one brief."""

    def __init__(self, quote: Quote, asked: Asked) -> None:
        self.quote = quote
        self.asked = asked

    def sections(self, entries: list[Entry]) -> Iterator[Section]:
        """Yield the sections that have something to tell."""
        fresh = [(each, news) for each in entries if (news := self.news(each)) is not None]
        for group, of_group in self._groups(fresh):
            for title, sentences in self._told(of_group):
                found = list(sentences)
                if found:
                    shown = tuple(found[: self.asked.most])
                    yield Section(title, shown, len(found) - len(shown), group)

    def news(self, entry: Entry) -> News | None:
        """Tell whether an entry is new, is told by further origins, or is nothing new."""
        until, since = self.asked.until, self.asked.since
        told = [each for each in entry.reports if until is None or moment(each) < until]
        fresh = [each for each in told if since is None or moment(each) >= since]
        if not fresh or is_side_of_contact(entry) or _is_speech(entry):
            return None
        before = {each.origin for each in told if each not in fresh}
        if not before:
            return "new"
        return "more" if {each.origin for each in fresh} - before else None

    def _groups(
        self, fresh: list[tuple[Entry, News]]
    ) -> list[tuple[str | None, list[tuple[Entry, News]]]]:
        """Return what is to be told by story, the largest first; in one group without stories."""
        if not self.asked.stories:
            return [(None, fresh)]
        groups: dict[str, list[tuple[Entry, News]]] = {}
        for entry, news in fresh:
            title = clean(self.asked.stories.get(entry.story or "", "Other reports"))
            groups.setdefault(title, []).append((entry, news))
        return sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))

    def _told(self, fresh: list[tuple[Entry, News]]) -> Iterator[tuple[str, Iterator[Sentence]]]:
        positions = [each for each, _ in fresh if each.kind == "positions"]
        taken = standings([*self.asked.positions, *positions], self.asked.acts)
        new = {each.id for each in positions}
        changes = list(self._changes(taken, new))
        told = {each.entry for each in changes}
        yield CHANGES, iter(changes)
        for kind, title in TITLES.items():
            yield title, self._facts(kind, [each for each in fresh if each[0].id not in told])
        yield CONTRADICTED, self._contradictions(taken, new)
        yield DIFFERENT, self._conflicts(fresh)

    def _facts(self, kind: str, fresh: list[tuple[Entry, News]]) -> Iterator[Sentence]:
        of_kind = [each for each in fresh if each[0].kind == kind]
        for entry, news in sorted(of_kind, key=lambda each: _rank(each[0])):
            text = phrase(entry, self.asked.acts)
            yield self._sentence(text, entry, news, entry.reports, certainty(entry))

    def _changes(self, taken: Iterable[ActStandings], new: set[str]) -> Iterator[Sentence]:
        for on_act in taken:
            for standing in on_act.standings:
                for change in standing.changes:
                    if any(each.id in new for each in change.after.entries):
                        yield self._change(on_act, standing, change)

    def _change(self, on_act: ActStandings, standing: Standing, change: Change) -> Sentence:
        act = act_phrase(on_act.target, self.asked.acts)
        since = days_text(change.before.first_day, change.before.last_day)
        text = change_phrase(standing.holder, change.before.views, change.after.views, act, since)
        after, before = change.after.entries[0], change.before.entries[-1]
        return self._sentence(text, after, "new", (after.reports[0], before.reports[0]), "own")

    def _contradictions(self, taken: Iterable[ActStandings], new: set[str]) -> Iterator[Sentence]:
        for on_act in taken:
            for standing in on_act.standings:
                for claim in standing.contradicted:
                    if new & {claim.entry.id, *(each.id for each in claim.own)}:
                        act = act_phrase(on_act.target, self.asked.acts)
                        own = dict.fromkeys(each.act.get("stance") or "" for each in claim.own)
                        text = contradiction_phrase(
                            standing.holder, claim.reporters, claim.stance, own, act
                        )
                        reports = (claim.entry.reports[0], claim.own[0].reports[0])
                        yield self._sentence(text, claim.entry, "new", reports, "claimed")

    def _conflicts(self, fresh: list[tuple[Entry, News]]) -> Iterator[Sentence]:
        for entry, news in fresh:
            for conflict in entry.conflicts:
                yield self._conflict(entry, news, conflict)

    def _conflict(self, entry: Entry, news: News, conflict: Conflict) -> Sentence:
        text = conflict_phrase(subject(entry, self.asked.acts), conflict)
        first = tuple(some[0] for _, some in conflict.values if some)
        return self._sentence(text, entry, news, first, certainty(entry))

    def _sentence(
        self,
        text: str,
        entry: Entry,
        news: News,
        reports: tuple[Report, ...],
        firmness: Certainty,
    ) -> Sentence:
        until = self.asked.until
        told = [each for each in reports if until is None or moment(each) < until]
        most = MOST_CITED if len(reports) == len(entry.reports) else len(reports)
        citations = cited(told or reports, self.quote, most=most)
        return Sentence(clean(text), firmness, news, citations, len(entry.reports), entry.id)


def _is_speech(entry: Entry) -> bool:
    """Tell whether an event is but what a statement does; the statement is told in its words."""
    return entry.kind == "events" and any(
        getattr(each.told.fact, "statement", None) for each in entry.reports
    )


def _rank(entry: Entry) -> tuple[int, str, str]:
    return -entry.origins, str(entry.first_day or ""), entry.id
