"""What a fact is known by, whichever reading tells it: its gist, its codes, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from dragoman.errors import RecordError
from dragoman.records import FACT_KINDS, Fact, Record
from dragoman.store import rows
from dragoman.store.search.query import folded_words

CODES: Mapping[str, tuple[str, ...]] = {
    "events": ("type", "mode", "modality"),
    "contacts": ("channel", "status"),
    "statements": ("kind",),
    "positions": ("stance", "basis"),
    "attitudes": ("sign", "basis"),
}
"""The codes by which one fact of a kind is coded otherwise than another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a judged fact is found again by.

    ``page`` is the digest of what may have several versions, a URL or a text that stands nowhere;
    ``article`` is the article's id in the store, ``text`` the digest of its text, ``gist`` the id
    of what the fact tells, ``codes`` are those of :data:`CODES`, and ``words`` is what each span
    of its evidence covers.
    """

    page: str
    article: str
    text: str
    gist: str
    codes: tuple[str | None, ...]
    words: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        named = {name: getattr(self, name) for name in _NAMES}
        return {**named, "codes": list(self.codes), "words": list(self.words)}

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Read it from what a judgement holds.

        Raises:
            RecordError: It has another form.
        """
        match data:
            case {
                "page": str(page),
                "article": str(article),
                "text": str(text),
                "gist": str(gist),
                "codes": list(codes),
                "words": list(covered),
            } if all(isinstance(each, str) for each in covered):
                return cls(
                    page=page,
                    article=article,
                    text=text,
                    gist=gist,
                    codes=tuple(codes),
                    words=tuple(covered),
                )
        raise RecordError("The judgement does not say what it is found again by.")


_NAMES = ("page", "article", "text", "gist")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A fact of a reading with what it is known by; ``number`` is its place in the record."""

    kind: str
    number: int
    fact: Fact
    gist: str
    codes: tuple[str | None, ...]
    words: tuple[str, ...]

    def anchor(self, record: Record) -> Anchor:
        """Return what a judgement on it keeps of it."""
        return Anchor(
            page=rows.page(record.article),
            article=rows.article_id(record.article),
            text=rows.text_digest(record.article.text),
            gist=self.gist,
            codes=self.codes,
            words=self.words,
        )


def seen(record: Record) -> Iterator[Seen]:
    """Yield the facts of a record with what each is known by."""
    made = rows.rows(record)
    for kind in FACT_KINDS:
        for number, fact in enumerate(getattr(record, kind)):
            yield Seen(
                kind=kind,
                number=number,
                fact=fact,
                gist=made.facts[kind][number]["gist"],
                codes=tuple(getattr(fact, name) for name in CODES[kind]),
                words=tuple(record.article.text[start:end] for start, end in fact.evidence),
            )


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how alike two evidences are: the words of both among those of either, 0 to 1."""
    left, right = set(folded_words(" ".join(one))), set(folded_words(" ".join(other)))
    either = left | right
    return len(left & right) / len(either) if either else float(one == other)
