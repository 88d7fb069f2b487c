"""Statements as quotation cards: who said it, the words, and the paragraph around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.crises import Entry, Report
from dragoman.crises.questions import quotes
from dragoman.crises.questions.citations import chosen, clean
from dragoman.crises.questions.sides import joined
from dragoman.desk.parts.citations import ShownCitation, shown_citation
from dragoman.desk.parts.codes import Code, named
from dragoman.desk.parts.parties import ShownParty, shown_party
from dragoman.desk.parts.quotations import Mark, Segment, around, segments
from dragoman.records import Record, Statement
from dragoman.records.spans import words
from dragoman.store import View

_RECORDS = 64
_HOW = {"mixed": ", quoted in part", "indirect": ", paraphrased"}
_MARKED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One report of a statement.

    Attributes:
        entry: The id of the statement's entry in the ledger.
        speakers: Who says it.
        addressees: To whom.
        kind: Direct, mixed or indirect, with its name.
        medium: Where it was said, as printed.
        words: What is said, on one line.
        paragraph: The paragraph around it in pieces; those marked ``content``, ``cue`` and
            ``source`` are what is said, the word that says so, and who says it.
        citation: The report.
    """

    entry: str
    speakers: tuple[ShownParty, ...]
    addressees: tuple[ShownParty, ...]
    kind: Code
    medium: str | None
    words: str
    paragraph: tuple[Segment, ...]
    citation: ShownCitation

    @property
    def text(self) -> str:
        """Who said it, the words in one pair of marks, and their citation: to be copied."""
        who = joined(each.text for each in self.speakers) or "Somebody who is not named"
        how = _HOW.get(self.kind.code, "")
        return f"{who}{how}: “{unmarked(self.words)}” — {self.citation.text}"


class Quotations:
    """Makes quotations out of one look at the store; a few records are kept at hand."""

    def __init__(self, view: View) -> None:
        self._quote = quotes(view)
        self._record = lru_cache(_RECORDS)(view.record)

    def of(self, entry: Entry, *, most: int = 1) -> tuple[Quotation, ...]:
        """Return reports of a statement, the first of each origin first; none for other kinds."""
        if entry.kind != "statements":
            return ()
        return tuple(self._quotation(entry, each) for each in chosen(entry.reports, most=most))

    def _quotation(self, entry: Entry, report: Report) -> Quotation:
        fact: Statement = report.told.fact
        record = self._record(report.article.id)
        said = words(record.article.text, fact.content or fact.evidence)
        return Quotation(
            entry=entry.id,
            speakers=tuple(map(shown_party, report.parties.get("speaker", ()))),
            addressees=tuple(map(shown_party, report.parties.get("addressee", ()))),
            kind=named("statements", "kind", fact.kind),
            medium=clean(fact.medium) if fact.medium else None,
            words=clean(said),
            paragraph=_paragraph(record, fact),
            citation=shown_citation(report, self._quote),
        )


def unmarked(text: str) -> str:
    """Return words without the marks around all of them, and the comma that they end in."""
    whole = _MARKED.fullmatch(text)
    return (whole[1] if whole else text).removesuffix(",")


def _paragraph(record: Record, fact: Statement) -> tuple[Segment, ...]:
    article = record.article
    span = around(article.paragraphs, (*fact.evidence, *fact.content))
    marks = [
        Mark(fact.content, "content", fact.id),
        Mark(fact.cue, "cue", fact.id),
        Mark(fact.source, "source", fact.id),
    ]
    return segments(article.text, marks, span)
