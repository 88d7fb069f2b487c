"""What is under review: an entry of the ledger with its reports, and what was judged of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select

from dragoman.crises import Entry, Ledger, review
from dragoman.crises.entries import KINDS
from dragoman.crises.questions import quotes
from dragoman.crises.review import Effective, Revised
from dragoman.desk.parts.citations import ShownCitation, shown_citation
from dragoman.desk.parts.quotations import Mark, Segment
from dragoman.desk.parts.review.quoting import around_words
from dragoman.desk.refusals import NotFound
from dragoman.errors import StoreError
from dragoman.records import Record
from dragoman.records.parts import parts
from dragoman.store import Judgement, Told, View
from dragoman.store.tables import entry_reports

MOST_SHOWN = 12
"""Reports whose words are shown; all of an entry are judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedReport:
    """One report of what is under review.

    Attributes:
        fact: The id of the fact in its article.
        citation: Where it stands.
        paragraph: The paragraph around its words in pieces; those named ``evidence`` are what it
            rests on, others what tells a part of it: ``word``, ``who``, ``whom``, ``detail``.
        confidence: From 0 to 1.
        verdict: How it was judged.
        corrected: The fields that were corrected.
    """

    fact: str
    citation: ShownCitation
    paragraph: tuple[Segment, ...]
    confidence: float
    verdict: str | None
    corrected: tuple[str, ...]


class Item:
    """An entry under review, in one look at the store."""

    def __init__(self, view: View, entry: Entry, shown: str | None = None) -> None:
        self.view = view
        self.entry = entry
        self._shown = shown

    @cached_property
    def facts(self) -> tuple[Effective, ...]:
        """The facts that it was told by, as people left them, the one that is shown first."""
        told = [each.told for each in self.entry.reports]
        own = {each.fact.id for each in told}
        found = [each for each in review.applied(self.view, told) if _key(each) in own]
        order = {each: number for number, each in enumerate(dict.fromkeys(map(_id, told)))}
        found = [each for each in found if each.told.kind == self.entry.kind]
        return tuple(sorted(found, key=lambda each: (_key(each) != self._shown, order[_key(each)])))

    @property
    def shown(self) -> Effective:
        """The fact that a form is filled in with."""
        return self.facts[0]

    @cached_property
    def revised(self) -> Revised:
        """The reading of the fact that is shown, as people left it."""
        return review.effective(self.view, self.shown.told.article.reading)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What is in force of all its facts, in the order made, each once."""
        found = {each.digest: each for fact in self.facts for each in fact.judgements}
        return tuple(sorted(found.values(), key=lambda each: (each.made_at, each.digest)))

    @property
    def knowing(self) -> tuple[str, ...]:
        """The digests of what is in force: what whoever looks at it knows."""
        return tuple(each.digest for each in self.judgements)

    @cached_property
    def every(self) -> tuple[Judgement, ...]:
        """All that was ever judged of its facts, in the order made."""
        subjects = {_key(each) for each in self.facts} | {each.subject for each in self.judgements}
        return tuple(self.view.judgements.all(subjects))

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids of all its facts, each once."""
        return tuple(dict.fromkeys(map(_key, self.facts)))

    def of(self, subject: str) -> Effective:
        """Return the fact of an id.

        Raises:
            NotFound: It is none of these.
        """
        for each in self.facts:
            if _key(each) == subject:
                return each
        raise NotFound("The fact is no report of this entry any more.", hint="Look at it again.")

    def reports(self) -> Iterator[ReviewedReport]:
        """Yield the first reports with their words."""
        quote = quotes(self.view)
        beneath = {(each.told.article.reading, _id(each.told)): each for each in self.entry.reports}
        for each in self.facts[:MOST_SHOWN]:
            report = beneath[each.told.article.reading, _key(each)]
            record = self.view.record_of_reading(each.told.article.reading)
            yield ReviewedReport(
                fact=_key(each),
                citation=shown_citation(report, quote),
                paragraph=_paragraph(record, each.told),
                confidence=each.told.fact.confidence,
                verdict=each.verdict,
                corrected=each.corrected,
            )


def item(view: View, identity: str) -> Item:
    """Return what is under review by the id of an entry, or of a fact of one.

    Raises:
        NotFound: There is no such entry or fact.
    """
    try:
        return Item(view, Ledger(view).entry(identity))
    except StoreError:
        found = _of_fact(view, identity)
    if found is None:
        raise NotFound("There is no such fact in the ledger.", hint="It may have been redone.")
    return Item(view, Ledger(view).entry(found), identity)


def entry_of(view: View, kind: str, fact: str) -> str | None:
    """Return the id of the entry that a fact is a report of; none where it counts no more."""
    try:
        told = review.fact(view, kind, fact)
    except StoreError:
        return None
    asked = select(entry_reports.c.entry_id).where(
        entry_reports.c.reading_id == told.article.reading,
        entry_reports.c.kind == kind,
        entry_reports.c.number == told.number,
    )
    return view.connection.scalar(asked)


def _of_fact(view: View, identity: str) -> str | None:
    found = (entry_of(view, kind, identity) for kind in KINDS)
    return next((each for each in found if each is not None), None)


def _key(each: Effective) -> str:
    return str(each.told.fact.id)


def _id(told: Told) -> str:
    return str(told.fact.id)


def _paragraph(record: Record, told: Told) -> tuple[Segment, ...]:
    """Return the paragraph around the words of a fact, marked by what they tell."""
    article, fact = record.article, told.fact
    marks = [Mark(fact.evidence, "evidence")]
    marks += [Mark((span,), role) for span, role in parts(fact)]
    return around_words(article, marks, fact.evidence)
