"""What every form of a brief says alike."""

from __future__ import annotations

from itertools import groupby

from dragoman.crises.questions.brief.dates import day_text, moment_text
from dragoman.crises.questions.brief.model import Brief, Note, Section, Sentence
from dragoman.crises.questions.citations import UNNAMED, Citation

NOTHING = "Nothing new was reported."
FURTHER = "Known before; further origins report it."


def span_line(brief: Brief) -> str:
    """Return the stretch of time that a brief covers, and how much it cites."""
    since = f"Reports since {moment_text(brief.since)}" if brief.since else "All reports"
    until = f" until {moment_text(brief.until)}" if brief.until else ""
    articles = "1 article" if brief.articles == 1 else f"{brief.articles} articles"
    outlets = " of 1 outlet" if brief.outlets == 1 else f" of {brief.outlets} outlets"
    return f"{since}{until}; {articles}{outlets if brief.outlets else ''} cited."


def groups(brief: Brief) -> list[tuple[str | None, list[Section]]]:
    """Return the sections by the stories that they are of."""
    found = groupby(brief.sections, key=lambda each: each.group)
    return [(group, list(sections)) for group, sections in found]


def remarks(sentence: Sentence) -> str:
    """Return what is to be said beside a sentence; empty where nothing is."""
    further = (FURTHER,) if sentence.news == "more" else ()
    return " ".join((*further, *sentence.remarks))


def noted_by(note: Note) -> str:
    """Return what stands before the words of a note, so that nobody takes them for reported."""
    return f"Note by {note.who}, on no report" if note.who else "Note"


def cited_as(citation: Citation) -> str:
    """Return outlet and date."""
    outlet = UNNAMED.capitalize() if citation.outlet == UNNAMED else citation.outlet
    return f"{outlet}, {day_text(citation.day)}" if citation.day else outlet


def more(sentence: Sentence) -> str:
    """Return how many reports are not cited; empty where there is none."""
    return further(sentence.reports - len(sentence.citations))


def further(count: int) -> str:
    """Return that there are so many reports more; empty where there is none."""
    if count <= 0:
        return ""
    return "and 1 further report" if count == 1 else f"and {count} further reports"


def left_out(section: Section) -> str:
    """Return how much of a section had no room; empty where everything had."""
    count = section.left_out
    return f"{count} more in the ledger." if count else ""
