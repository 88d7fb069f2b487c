"""A brief as Markdown. What articles say cannot become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from dragoman.crises.questions.brief.lines import (
    NOTHING,
    cited_as,
    groups,
    left_out,
    more,
    noted_by,
    remarks,
    span_line,
)
from dragoman.crises.questions.brief.model import Brief, Note, Section, Sentence
from dragoman.crises.questions.citations import Citation

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&!])")
_OPENING = re.compile(r"^(\d*)([.)+=-])(?=\s|$)")
_KEPT_IN_URLS = ":/?#@!$&'*+,;=%~-._"


def markdown(brief: Brief) -> str:
    """Return a brief as CommonMark."""
    return "\n".join(_lines(brief)) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, also at the beginning of a line."""
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield ""
    yield f"*{span_line(brief)}*"
    if brief.empty:
        yield from ("", NOTHING)
    for group, sections in groups(brief):
        if group is not None:
            yield from ("", f"## {escaped(group)}")
        for section in sections:
            yield from _section(section, "##" if group is None else "###")


def _section(section: Section, level: str) -> Iterator[str]:
    yield from ("", f"{level} {section.title}", "")
    for line in section.lines:
        yield from [_note(line)] if isinstance(line, Note) else _sentence(line)
    if section.left_out:
        yield from ("", f"*{left_out(section)}*")


def _sentence(sentence: Sentence) -> Iterator[str]:
    beside = f" *{escaped(remarks(sentence))}*" if remarks(sentence) else ""
    yield f"- {escaped(sentence.text)}{beside}"
    for citation in sentence.citations:
        yield f"    - {_source(citation)}: “{escaped(citation.words)}”"
    if more(sentence):
        yield f"    - *{more(sentence)}*"


def _note(note: Note) -> str:
    return f"- *{escaped(noted_by(note))}:* {escaped(note.text)}"


def _source(citation: Citation) -> str:
    name = escaped(cited_as(citation))
    if citation.link is None:
        return name
    return f"[{name}](<{quote(citation.link, safe=_KEPT_IN_URLS)}>)"
