"""The reports of one fact, each with its words, and what they tell differently, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.crises import Entry, Report
from dragoman.crises.entries.readouts import Difference, differences
from dragoman.crises.questions import quotes
from dragoman.crises.questions.citations import chosen, clean
from dragoman.crises.questions.sides import side_of_code
from dragoman.desk.parts.citations import ShownCitation, shown_citation
from dragoman.desk.parts.clipping import clipped
from dragoman.desk.parts.days import ShownDays, shown_days
from dragoman.desk.parts.entries import ShownEntry
from dragoman.desk.parts.quotations import Mark, Segment, around, segments
from dragoman.store import View

MOST_SHOWN = 60
"""Reports of one fact whose words are shown, the first of each origin before its copies."""


Follows = Literal["", "article", "origin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """One article's telling of a fact.

    Attributes:
        citation: Where it stands.
        paragraph: The paragraph around its words, in pieces; marked ones have a name.
        days: When it was, as this article tells it.
        follows: Whether the same ``article``, or an earlier one of the same ``origin``, is shown
            before it.
    """

    citation: ShownCitation
    paragraph: tuple[Segment, ...]
    days: ShownDays
    follows: Follows


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a detail, with the reports that tell it."""

    text: str
    told_by: tuple[ShownCitation, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A detail that reports tell differently: words for it, and its values."""

    matter: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class SidesDiffer:
    """A detail that the two sides of a contact tell differently: for each side what it tells."""

    matter: str
    told: tuple[tuple[str, str | None], ...]


class Reports:
    """What there is to show of the reports of an entry, in one look at the store."""

    def __init__(self, view: View, entry: Entry) -> None:
        self._view = view
        self._entry = entry
        self._quote = quotes(view)

    def shown(self, most: int = MOST_SHOWN) -> tuple[ShownReport, ...]:
        """Return the reports, the first of each origin before further ones of the same."""
        return tuple(self._shown(chosen(self._entry.reports, most=most)))

    def disagreements(self, shown: ShownEntry) -> tuple[Disagreement, ...]:
        """Return what they tell differently, with who tells what."""
        by_article = {each.article.id: each for each in self._entry.reports}
        return tuple(
            Disagreement(
                conflict.matter,
                tuple(
                    Value(value.text, tuple(self._cited(by_article, value.articles)))
                    for value in conflict.values
                ),
            )
            for conflict in shown.conflicts
        )

    def sides(self) -> tuple[SidesDiffer, ...]:
        """Return what the sides of a contact tell differently in their own readouts."""
        return tuple(_sides(each) for each in differences(self._entry))

    def _shown(self, reports: tuple[Report, ...]) -> Iterator[ShownReport]:
        origins, told = set[str](), set[str]()
        for each in reports:
            again = each.article.id in told
            yield ShownReport(
                citation=shown_citation(each, self._quote),
                paragraph=self._paragraph(each),
                days=shown_days(each.told.earliest, each.told.latest),
                follows="article" if again else "origin" if each.origin in origins else "",
            )
            origins.add(each.origin)
            told.add(each.article.id)

    def _paragraph(self, report: Report) -> tuple[Segment, ...]:
        article = self._view.record_of_reading(report.told.article.reading).article
        evidence = report.told.fact.evidence
        mark = Mark(evidence, report.told.kind, report.told.fact.id)
        return clipped(segments(article.text, [mark], around(article.paragraphs, evidence)))

    def _cited(
        self, known: dict[str, Report], articles: tuple[str, ...]
    ) -> Iterator[ShownCitation]:
        for article in dict.fromkeys(articles):
            yield shown_citation(known[article], self._quote)


def _sides(difference: Difference) -> SidesDiffer:
    told = tuple((side_of_code(code).name, _worded(value)) for code, value in difference.values)
    return SidesDiffer(_matter(difference.field), told)


def _matter(field: str) -> str:
    if field.startswith("level."):
        return f"the level of office of {side_of_code(field.removeprefix('level.')).name}"
    return f"the {field.replace('_', ' ')}"


def _worded(value: str | None) -> str | None:
    return None if value is None else clean(value.replace("/", " to "))
