"""What a brief consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from dragoman.crises.questions.certainty import Certainty
from dragoman.crises.questions.citations import Citation
from dragoman.crises.questions.plain import plain
from dragoman.errors import RecordError

News = Literal["new", "more"]
"""Whether something is told for the first time, or was known and is told by further origins."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with what it rests on. A sentence without a citation cannot be made.

    ``reports`` is how many reports there are in all; ``entry`` is the id of the entry of the
    ledger that the sentence tells of.
    """

    text: str
    certainty: Certainty
    news: News
    citations: tuple[Citation, ...]
    reports: int
    entry: str

    def __post_init__(self) -> None:
        if not self.citations:
            raise RecordError("A sentence of a brief needs a citation.")


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading; ``left_out`` counts those for which there was no room.

    ``group`` is the title of the story that they are of, where the brief is grouped by stories.
    """

    title: str
    sentences: tuple[Sentence, ...]
    left_out: int = 0
    group: str | None = None


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
