"""Briefs as they are shown: sentences with numbered citations, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dragoman.crises.briefs import Line, Part, SavedBrief, SavedBriefs, Version
from dragoman.crises.briefs.model import Change
from dragoman.crises.briefs.outcomes import Outcome, Outcomes
from dragoman.crises.briefs.writing import asked_moments, citing, heading, remarks, story_titles
from dragoman.crises.questions import Brief, Citation
from dragoman.crises.questions.brief import Note, Section, Sentence
from dragoman.crises.questions.brief import lines as said
from dragoman.crises.questions.brief.making import SECTIONS
from dragoman.crises.questions.citations import clean
from dragoman.crises.stories import Crises
from dragoman.store import View

CHANGES: Mapping[Change, str] = {
    "made": "saved",
    "reworded": "a sentence reworded",
    "retold": "a sentence put anew by the ledger",
    "left out": "a sentence left out",
    "put back": "a sentence put back",
    "moved": "a sentence moved",
    "added": "a sentence added",
    "titled": "another title",
    "restored": "an older version brought back",
}
"""What was done, in words."""

_NO_CRISIS = "a crisis that is no more"


@dataclass(frozen=True, slots=True)
class ShownSource:
    """One report under the number that it has in the brief."""

    number: int
    citation: Citation

    @property
    def source(self) -> str:
        """Outlet and day, as every form of a brief has them."""
        return said.cited_as(self.citation)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """One sentence or note.

    Attributes:
        id: The number of the line; absent while the brief is not saved.
        text: The words; absent where they were erased.
        quoted: What a statement says, as the report that is cited first has it; empty for all else.
        kind: Whose it is: ``ledger``, ``own`` or ``note``.
        entry: The id of the entry that it tells of, if it tells of one.
        certainty: How firmly it is told.
        remarks: What is said beside it.
        note: What stands before the words of a note; empty for a sentence.
        more: How many reports are not cited, in words.
        sources: The reports that it cites.
        outcome: What became of it since it was saved, if anything.
    """

    id: int | None
    text: str | None
    quoted: str
    kind: str
    entry: str | None
    certainty: str
    remarks: str
    note: str
    more: str
    sources: tuple[ShownSource, ...]
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSection:
    """One section.

    Attributes:
        title: The heading.
        group: The title of the story that it is of, if it is of one.
        begins: Whether it is the first of its story.
        lines: Its sentences and notes.
        left_out: What somebody left out.
        more: How many sentences there was no room for, in words.
    """

    title: str
    group: str | None
    begins: bool
    lines: tuple[ShownLine, ...]
    left_out: tuple[ShownLine, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBrief:
    """A brief.

    Attributes:
        title: Of it.
        span: The stretch of time that it covers, and how much it cites, in words.
        sections: Those that say something.
        sources: All reports that it cites, by their numbers.
    """

    title: str
    span: str
    sections: tuple[ShownSection, ...]
    sources: tuple[ShownSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBrief:
    """A saved brief in a list.

    Attributes:
        id: Its number.
        title: Of its latest version.
        crisis: The title of the crisis that it is of, if it is of one.
        crisis_id: The id of that crisis; absent where it is no more.
        number: How many versions it has.
        who: Who changed it last.
        saved_at: When that was.
    """

    id: int
    title: str
    crisis: str | None
    crisis_id: str | None
    number: int
    who: str
    saved_at: datetime


@dataclass
class Numbers:
    """Numbers reports in the order in which they are cited first."""

    found: dict[tuple[str, str], ShownSource] = field(default_factory=dict)

    def of(self, citations: Iterable[Citation]) -> tuple[ShownSource, ...]:
        """Return reports with their numbers."""
        return tuple(self._one(each) for each in citations)

    def _one(self, citation: Citation) -> ShownSource:
        new = ShownSource(len(self.found) + 1, citation)
        return self.found.setdefault((citation.article, citation.fact), new)

    @property
    def all(self) -> tuple[ShownSource, ...]:
        """All reports, by their numbers."""
        return tuple(self.found.values())


def shown_draft(brief: Brief) -> ShownBrief:
    """Return a brief that is not saved, as it is shown."""
    numbers = Numbers()
    groups = [each.group for each in brief.sections]
    sections = tuple(
        ShownSection(
            title=each.title,
            group=each.group,
            begins=at == 0 or groups[at - 1] != each.group,
            lines=tuple(_drafted(sentence, each.title, numbers) for sentence in each.sentences),
            left_out=(),
            more=said.left_out(each),
        )
        for at, each in enumerate(brief.sections)
    )
    return ShownBrief(
        title=brief.title, span=said.span_line(brief), sections=sections, sources=numbers.all
    )


def shown_version(view: View, saved: SavedBrief, version: Version) -> ShownBrief:
    """Return a version of a saved brief as it is shown, with what was left out of it."""
    showing = _Showing(view, saved, version)
    groups = [each.story for each in version.layout]
    sections = tuple(
        showing.section(part, begins=at == 0 or groups[at - 1] != part.story)
        for at, part in enumerate(version.layout)
    )
    return ShownBrief(
        title=clean(version.title),
        span=_span(saved, showing.numbers),
        sections=tuple(each for each in sections if each.lines or each.left_out),
        sources=showing.numbers.all,
    )


def listed(view: View, briefs: Iterable[SavedBrief]) -> tuple[ListedBrief, ...]:
    """Return saved briefs as they are listed."""
    titles = {each.id: each.title for each in Crises(view).all()}
    return tuple(
        ListedBrief(
            id=each.id,
            title=clean(each.latest.title),
            crisis=crisis_of(each, titles),
            crisis_id=each.crisis if each.crisis in titles else None,
            number=each.latest.number,
            who=clean(each.latest.who),
            saved_at=each.latest.saved_at,
        )
        for each in briefs
    )


def crisis_of(saved: SavedBrief, titles: Mapping[str, str]) -> str | None:
    """Return the title of the crisis that a brief is of; ``None`` where it is of none."""
    return clean(titles.get(saved.crisis, _NO_CRISIS)) if saved.crisis else None


class _Showing:
    """Shows the lines of one version."""

    def __init__(self, view: View, saved: SavedBrief, version: Version) -> None:
        wanted = [*version.lines, *(each for part in version.layout for each in part.left_out)]
        self._lines = SavedBriefs(view.connection).lines(saved.id, wanted)
        self._outcomes = Outcomes(view, self._lines.values())
        self._cite = citing(view)
        self._titles = story_titles(view, version)
        self.numbers = Numbers()

    def section(self, part: Part, *, begins: bool) -> ShownSection:
        """Return a section as it is shown."""
        return ShownSection(
            title=SECTIONS.get(part.section, part.section),
            group=heading(part, self._titles),
            begins=begins,
            lines=tuple(self._line(self._lines[each]) for each in part.lines),
            left_out=tuple(self._left_out(self._lines[each]) for each in part.left_out),
            more=said.left_out(Section("", (), part.more)),
        )

    def _line(self, line: Line) -> ShownLine:
        outcome = self._outcomes.of(line)
        cited = () if line.erased else tuple(map(self._cite, line.cited))
        further = (said.FURTHER,) if line.further else ()
        return ShownLine(
            id=line.id,
            text=None if line.text is None else clean(line.text),
            quoted=cited[0].words if cited and _quotes(line) else "",
            kind=line.kind,
            entry=line.entry,
            certainty=line.certainty,
            remarks=" ".join((*further, *remarks(line, None))),
            note=_note(line),
            more=said.further(line.reports - len(cited)) if cited else "",
            sources=self.numbers.of(cited),
            outcome=outcome,
        )

    def _left_out(self, line: Line) -> ShownLine:
        return ShownLine(
            id=line.id,
            text=None if line.text is None else clean(line.text),
            quoted="",
            kind=line.kind,
            entry=line.entry,
            certainty=line.certainty,
            remarks="",
            note=_note(line),
            more="",
            sources=(),
        )


def _note(line: Line) -> str:
    return said.noted_by(Note("", clean(line.who), 0)) if line.kind == "note" else ""


def _span(saved: SavedBrief, numbers: Numbers) -> str:
    cited = [each.citation for each in numbers.all]
    articles, outlets = ({each.article for each in cited}, {each.outlet for each in cited})
    since, until = asked_moments(saved)
    return said.span_line(Brief("", since, until, (), len(articles), len(outlets)))


def _quotes(line: Line) -> bool:
    """Tell whether a line only says that somebody is quoted, so that it needs the words."""
    return line.section == "statements" and not line.edited


def _drafted(sentence: Sentence, title: str, numbers: Numbers) -> ShownLine:
    return ShownLine(
        id=None,
        text=sentence.text,
        quoted=sentence.citations[0].words if title == SECTIONS["statements"] else "",
        kind="ledger",
        entry=sentence.entry,
        certainty=sentence.certainty,
        remarks=said.remarks(sentence),
        note="",
        more=said.more(sentence),
        sources=numbers.of(sentence.citations),
    )
