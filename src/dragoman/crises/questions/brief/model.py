"""What a brief consists of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from dragoman.crises.questions.certainty import Certainty
from dragoman.crises.questions.citations import UNNAMED, Citation
from dragoman.crises.questions.plain import plain
from dragoman.errors import RecordError

News = Literal["new", "more"]
"""Whether something is told for the first time, or was known and is told by further origins."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with what it rests on. A sentence without a citation cannot be made.

    ``reports`` is how many reports there are in all; ``entry`` is the id of the entry of the
    ledger that the sentence tells of. ``remarks`` say what became of it since it was made: that
    somebody reworded it, that a report it cites was taken back.
    """

    text: str
    certainty: Certainty
    news: News
    citations: tuple[Citation, ...]
    reports: int
    entry: str
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise RecordError("A sentence of a brief needs a citation.")


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody remarks of their own, and what rests on no report.

    ``place`` is how many sentences of its section stand before it.
    """

    text: str
    who: str
    place: int


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading; ``left_out`` counts those for which there was no room.

    ``group`` is the title of the story that they are of, where the brief is grouped by stories.
    ``notes`` stand between the sentences; only a person adds them.
    """

    title: str
    sentences: tuple[Sentence, ...]
    left_out: int = 0
    group: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def lines(self) -> Iterator[Sentence | Note]:
        """Yield sentences and notes as they stand."""
        for place in range(len(self.sentences) + 1):
            yield from (each for each in self.notes if each.place == place)
            yield from self.sentences[place : place + 1]


@dataclass(frozen=True, slots=True)
class Brief:
    """What was reported in a stretch of time; ``articles`` and ``outlets`` count what it cites."""

    title: str
    since: datetime | None
    until: datetime | None
    sections: tuple[Section, ...]
    articles: int
    outlets: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.sections

    def of_sections(self, titles: Collection[str]) -> Brief:
        """Return it with some sections only, in the order of their titles."""
        places = {title: place for place, title in enumerate(titles)}
        groups = list(dict.fromkeys(each.group for each in self.sections))
        kept = [each for each in self.sections if each.title in places]
        kept.sort(key=lambda each: (groups.index(each.group), places[each.title]))
        return replace(self, sections=tuple(kept)).counted()

    def counted(self) -> Brief:
        """Return it with the articles and the named outlets counted that it cites."""
        cited = [
            citation
            for section in self.sections
            for sentence in section.sentences
            for citation in sentence.citations
        ]
        articles = len({each.article for each in cited})
        outlets = {each.outlet for each in cited} - {UNNAMED}
        return replace(self, articles=articles, outlets=len(outlets))

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain values."""
        row: dict[str, Any] = plain(self)
        return row

    def to_markdown(self) -> str:
        """Return the brief as Markdown."""
        from dragoman.crises.questions.brief.markdown import markdown

        return markdown(self)

    def to_html(self) -> str:
        """Return the brief as one page of HTML that loads nothing."""
        from dragoman.crises.questions.brief.html import html

        return html(self)

    def to_pdf(self) -> bytes:
        """Return the brief as a PDF, with its fonts inside."""
        from dragoman.crises.questions.brief.pdf import pdf

        return pdf(self)
