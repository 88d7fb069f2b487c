"""Whom pronouns, titles, short names and groups go back to, in small texts read by the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.cast import Cast
from dragoman.coding.statements import statements
from dragoman.language import Language
from dragoman.records import Article, Span, content_id
from dragoman.settings import Settings
from dragoman.world import world

TEXTS = Path(__file__).with_name("coreference.txt")
MARK = re.compile(r"\[([^\]=]+)=([^\]]*)\]")
LEAST_TEXTS = 60
LEAST_RIGHT = 0.85
"""The share of the marks that must be right; a new model may err elsewhere than the last one."""


@dataclass(frozen=True)
class Marked:
    """A text, and the words in it that go back to actors, by their names."""

    text: str
    marks: tuple[tuple[Span, frozenset[str]], ...]

    @classmethod
    def parse(cls, line: str) -> Marked:
        """Read a line of the file."""
        text, marks, last = "", [], 0
        for match in MARK.finditer(line):
            text += line[last : match.start()]
            names = frozenset(name.strip() for name in match[2].split(";") if name.strip())
            marks.append(((len(text), len(text) + len(match[1])), names))
            text += match[1]
            last = match.end()
        return cls(text + line[last:], tuple(marks))


def marked_texts() -> list[Marked]:
    """All texts of the file."""
    lines = TEXTS.read_text(encoding="utf-8").splitlines()
    return [Marked.parse(line) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def casts() -> list[tuple[Marked, Cast]]:
    """The texts with their casts, first persons bound to their speakers."""
    texts = marked_texts()
    language = Language.load(Settings.load())
    found = []
    articles = [
        Article(id=content_id(each.text), text=each.text, paragraphs=((0, len(each.text)),))
        for each in texts
    ]
    for each, doc in zip(texts, language.pipe(articles), strict=True):
        cast = build_cast(doc, world())
        statements(doc, cast)
        found.append((each, cast))
    return found


def linked(cast: Cast, span: Span) -> frozenset[str]:
    """The names of the actors that the words of a span are a mention of; groups are opened."""
    actors = [mention.actor for mention in cast.mentions if mention.span == span]
    opened = [each for actor in actors for each in (cast.draft(actor).members or (actor,))]
    return frozenset(cast.draft(actor).name for actor in opened)


def wrong(casts: list[tuple[Marked, Cast]]) -> Iterator[str]:
    """What went wrong, in words."""
    for each, cast in casts:
        for span, names in each.marks:
            found = linked(cast, span)
            if found != names:
                words = each.text[slice(*span)]
                yield f"{words!r} is {sorted(found)}, not {sorted(names)}: {each.text}"


def test_there_are_enough_texts() -> None:
    assert len(marked_texts()) >= LEAST_TEXTS


def test_words_go_back_to_whom_they_stand_for(casts: list[tuple[Marked, Cast]]) -> None:
    total = sum(len(each.marks) for each, _ in casts)
    faults = list(wrong(casts))
    assert len(faults) <= (1 - LEAST_RIGHT) * total, "\n".join(faults)
