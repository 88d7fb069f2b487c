"""Docs of words without a tree, and the expressions of time found in them."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.coding.dates import times
from dragoman.language.tokens import blank
from tests.coding.articles import SATURDAY, with_article


def flat(text: str, published: str | None = SATURDAY) -> Doc:
    """A Doc of words without a tree."""
    words = blank()(text)
    doc = Doc(
        words.vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
        heads=[0] * len(words),
        deps=["root"] + ["dep"] * (len(words) - 1),
    )
    return with_article(doc, published)


def dates(doc: Doc) -> list[tuple[str, str | None, str | None]]:
    """Words, earliest and latest of all expressions."""
    return [(doc.text[slice(*each.span)], each.earliest, each.latest) for each in times(doc)]
