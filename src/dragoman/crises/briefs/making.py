"""Lines of a brief that is to be kept, out of the brief as the ledger makes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from dragoman.crises.briefs.model import Draft, Part, Source
from dragoman.crises.entries import Entry, Report
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.brief import Brief, Section, Sentence
from dragoman.crises.questions.brief.making import SECTIONS
from dragoman.crises.questions.certainty import certainty
from dragoman.crises.questions.citations import MOST, chosen
from dragoman.store import View

Drafted = tuple[tuple[Part, tuple[Draft, ...]], ...]
"""The sections of a brief, each with its lines."""


def drafted(view: View, brief: Brief) -> Drafted:
    """Return the sections and lines of a brief, with all that each line rests on."""
    told = [sentence for section in brief.sections for sentence in section.sentences]
    ids = list(dict.fromkeys(each.entry for each in told))
    entries = {each.id: each for each in Ledger(view).some(ids)}
    known = _reports(view, told, entries)
    return tuple(_part(section, entries, known) for section in brief.sections)


@dataclass(frozen=True, slots=True)
class Rest:
    """What an analyst's sentence rests on: an entry, and which of its reports are cited."""

    entry: Entry
    cited: tuple[Report, ...]

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Return an entry with the first report of each origin cited."""
        return cls(entry, chosen(entry.reports, most=MOST))


def own_draft(text: str, rests: Sequence[Rest]) -> Draft:
    """Return an analyst's sentence; without anything that it rests on it is a note."""
    if not rests:
        return Draft(kind="note", text=text)
    cited = [source(each, cited=True) for rest in rests for each in rest.cited]
    known = {(each.article, each.fact) for each in cited}
    others = [source(each, cited=False) for rest in rests for each in rest.entry.reports]
    return Draft(
        kind="own",
        text=text,
        entry=rests[0].entry.id,
        certainty=certainty(rests[0].entry),
        reports=len(cited),
        sources=(*cited, *(each for each in others if (each.article, each.fact) not in known)),
    )


def source(report: Report, *, cited: bool) -> Source:
    """Return a report as what a line rests on."""
    fact = report.told.fact
    return Source(report.article.id, fact.id, fact.evidence, cited)


def sources(entry: Entry, *, most: int = MOST) -> tuple[Source, ...]:
    """Return the reports of an entry, those that a sentence cites first."""
    first = chosen(entry.reports, most=most)
    others = [each for each in entry.reports if each not in first]
    cited = [source(each, cited=True) for each in first]
    return (*cited, *(source(each, cited=False) for each in others))


def _part(
    section: Section, entries: Mapping[str, Entry], known: Mapping[tuple[str, str], Report]
) -> tuple[Part, tuple[Draft, ...]]:
    names = {title: name for name, title in SECTIONS.items()}
    name = names[section.title]
    first = next((entries.get(each.entry) for each in section.sentences), None)
    story = first.story if section.group is not None and first is not None else None
    part = Part(section=name, story=story, more=section.left_out)
    drafts = (_draft(each, name, entries.get(each.entry), known) for each in section.sentences)
    return part, tuple(drafts)


def _draft(
    sentence: Sentence,
    section: str,
    entry: Entry | None,
    known: Mapping[tuple[str, str], Report],
) -> Draft:
    cited = [known[each.article, each.fact] for each in sentence.citations]
    others = [each for each in entry.reports if each not in cited] if entry is not None else []
    return Draft(
        kind="ledger",
        text=sentence.text,
        told=sentence.text,
        section=section,
        entry=sentence.entry,
        certainty=sentence.certainty,
        further=sentence.news == "more",
        reports=sentence.reports,
        sources=(
            *(source(each, cited=True) for each in cited),
            *(source(each, cited=False) for each in others),
        ),
    )


def _reports(
    view: View, told: Sequence[Sentence], entries: Mapping[str, Entry]
) -> dict[tuple[str, str], Report]:
    """Return the reports that sentences cite, by article and fact."""
    known = dict(_by_fact(entries.values()))
    missing = {
        citation.article
        for sentence in told
        for citation in sentence.citations
        if (citation.article, citation.fact) not in known
    }
    for article in missing:
        known |= dict(_by_fact(Ledger(view).told_in(view.article(article).reading)))
    return known


def _by_fact(
    entries: Iterable[Entry],
) -> Iterator[tuple[tuple[str, str], Report]]:
    for entry in entries:
        for report in entry.reports:
            yield (report.article.id, report.told.fact.id), report
