"""Articles around hand-written parses."""

from __future__ import annotations

import re
from datetime import datetime

from spacy.tokens import Doc

from dragoman.language.extensions import register
from dragoman.records import Article, Furniture, content_id
from tests.coding.shorthand import short

SATURDAY = "2020-01-04T15:16+05:30"

_NAME = re.compile(r"<(\+?)([^<>]+)>")


def named(sentence: str) -> str:
    """Fill in names of persons: ``<Ida Holm>`` is a phrase, ``<+Ida Holm>`` hangs on a title."""
    return _NAME.sub(_name, sentence)


def _name(match: re.Match[str]) -> str:
    words: list[str] = []
    for word in match[2].split():
        first, *rest = word.split("-")
        words.append(f"flat {first}@P")
        for part in rest:
            words.extend(("punct ~-@P", f"flat ~{part}@P"))
    if match[1]:
        return " ".join(f"{{{word}}}" for word in words)
    head = words[0].removeprefix("flat ")
    return " ".join([head, *(f"{{{word}}}" for word in words[1:])])


def with_article(
    doc: Doc, published: str | None = SATURDAY, furniture: tuple[Furniture, ...] = ()
) -> Doc:
    """Set the article of a Doc, published at an ISO date."""
    register()
    moment = datetime.fromisoformat(published) if published else None
    doc._.article = Article(
        id=content_id(doc.text),
        text=doc.text,
        published_at=moment,
        paragraphs=((0, len(doc.text)),),
        furniture=furniture,
    )
    return doc


def article(*sentences: str, published: str | None = SATURDAY, gap: str = " ") -> Doc:
    """A Doc of sentences in shorthand, with an article published at an ISO date."""
    return with_article(short(*map(named, sentences), gap=gap), published)
