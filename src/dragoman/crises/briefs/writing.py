"""A version of a saved brief as a brief again, to be shown and written to files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select

from dragoman.crises.briefs.keeping import SavedBriefs
from dragoman.crises.briefs.model import Line, Part, SavedBrief, Source, Version
from dragoman.crises.briefs.outcomes import SAID, Outcome, Outcomes
from dragoman.crises.questions.brief import Brief, Note, Section, Sentence
from dragoman.crises.questions.brief.making import SECTIONS
from dragoman.crises.questions.certainty import CERTAINTIES, Certainty
from dragoman.crises.questions.citations import UNNAMED, Citation, clean, link
from dragoman.records.spans import words
from dragoman.store import View
from dragoman.store.tables import stories

Cite = Callable[[Source], Citation]
"""Gives a report as it is cited today."""

_OTHERS = "Other reports"


def written(view: View, saved: SavedBrief, version: Version) -> Brief:
    """Return a version as a brief, with what became of its sentences said beside them."""
    lines = SavedBriefs(view.connection).lines(saved.id, version.lines)
    outcomes = Outcomes(view, lines.values())
    became = {number: outcomes.of(line) for number, line in lines.items()}
    cite, titles = citing(view), story_titles(view, version)
    sections = tuple(
        _section(part, lines, became, cite, titles) for part in version.layout if part.lines
    )
    since, until = asked_moments(saved)
    return Brief(
        title=clean(version.title),
        since=since,
        until=until,
        sections=sections,
        articles=0,
        outlets=0,
    ).counted()


def asked_moments(saved: SavedBrief) -> tuple[datetime | None, datetime | None]:
    """Return the stretch of time that a saved brief was asked for."""
    return _moment(saved.asked.get("since")), _moment(saved.asked.get("until"))


def citing(view: View) -> Cite:
    """Return what gives reports as they are cited; a few texts are kept at hand.

    Whether reports have an origin in common may change; each article stands for itself here.
    """
    text, article = lru_cache(64)(view.text), lru_cache(512)(view.article)

    def cite(source: Source) -> Citation:
        found = article(source.article)
        return Citation(
            outlet=clean(found.outlet or UNNAMED),
            day=found.told_on,
            link=link(found.url),
            words=clean(words(text(source.article), source.evidence)),
            title=clean(found.title) if found.title else None,
            origin=source.article,
            article=source.article,
            confidence=1.0,
            fact=source.fact,
        )

    return cite


def story_titles(view: View, version: Version) -> Mapping[str, str]:
    """Return the titles that the stories of a version have today, by their ids."""
    wanted = {part.story for part in version.layout if part.story is not None}
    asked = select(stories.c.id, stories.c.title).where(stories.c.id.in_(wanted))
    return {row.id: clean(row.title) for row in view.connection.execute(asked)}


def heading(part: Part, titles: Mapping[str, str]) -> str | None:
    """Return the title of the story that a section is of; ``None`` where it is of none."""
    return None if part.story is None else titles.get(part.story, _OTHERS)


def remarks(line: Line, outcome: Outcome | None) -> tuple[str, ...]:
    """Return what is said beside a sentence: who worded it, and what became of it."""
    said = []
    if line.kind == "own":
        said.append(f"Worded by {line.who}.")
    elif line.edited:
        said.append(f"Reworded by {line.who}.")
    if outcome is not None:
        said.append(outcome.said)
    return tuple(map(clean, said))


def _section(
    part: Part,
    lines: Mapping[int, Line],
    became: Mapping[int, Outcome | None],
    cite: Cite,
    titles: Mapping[str, str],
) -> Section:
    sentences: list[Sentence] = []
    notes: list[Note] = []
    for line in (lines[number] for number in part.lines):
        if line.text is not None and line.cited:
            sentences.append(_sentence(line, line.text, became[line.id], cite))
        else:
            who = clean(line.who) if line.kind == "note" else ""
            notes.append(Note(clean(line.text or SAID["erased"]), who, len(sentences)))
    return Section(
        title=SECTIONS.get(part.section, part.section),
        sentences=tuple(sentences),
        left_out=part.more,
        group=heading(part, titles),
        notes=tuple(notes),
    )


def _sentence(line: Line, text: str, outcome: Outcome | None, cite: Cite) -> Sentence:
    return Sentence(
        text=clean(text),
        certainty=_certainty(line.certainty),
        news="more" if line.further else "new",
        citations=tuple(map(cite, line.cited)),
        reports=max(line.reports, len(line.cited)),
        entry=line.entry or "",
        remarks=remarks(line, outcome),
    )


def _certainty(code: str) -> Certainty:
    return next((each for each in CERTAINTIES if each == code), "unknown")


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
