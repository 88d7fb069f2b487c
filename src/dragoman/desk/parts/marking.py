"""The text of an article cut at every boundary of the words that its facts rest on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.crises.questions.citations import harmless
from dragoman.desk.parts.codes import Kind
from dragoman.desk.parts.tellings import Telling
from dragoman.records import Article, Span
from dragoman.records.cutting import Segment, blocks, segments
from dragoman.records.parts import Role, parts

Chosen = Literal["", "evidence", "part"]
"""Whether a piece is among the words of the fact that was asked for, or tells part of it."""


@dataclass(frozen=True, slots=True)
class _Label:
    """What a span stands for: the evidence of a fact, or words in it with a role."""

    ref: str
    kind: str
    role: Role | None = None


_FURNITURE = _Label("", "furniture")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPiece:
    """A run of text under the same marks; the template escapes it.

    Attributes:
        text: The words.
        start: Where they begin in the article's text, counted in code points.
        kinds: Kinds of fact that rest on it, by their codes.
        acts: Kinds of fact whose act it names.
        refs: Facts that rest on it, the innermost first.
        parts: Those of them to which it tells something in particular.
        chosen: Whether it is among the words of the fact that was asked for.
        first: Whether those words begin here.
        furniture: Whether it is no part of what is coded, such as an agency's dateline.
    """

    text: str
    start: int
    kinds: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    chosen: Chosen = ""
    first: bool = False
    furniture: bool = False

    @property
    def plain(self) -> bool:
        """Whether it has no mark at all."""
        return not self.refs and not self.furniture


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The title or a paragraph.

    Attributes:
        title: Whether it is the title.
        start: Where it begins in the article's text, counted in code points.
        pieces: Its words.
        refs: The facts that rest on it, each with its kind, in order.
    """

    title: bool
    start: int
    pieces: tuple[MarkedPiece, ...]
    refs: tuple[tuple[str, Kind], ...]


def marked(
    article: Article, tellings: Sequence[Telling], chosen: str | None = None
) -> tuple[Block, ...]:
    """Return the text of an article in blocks.

    Args:
        article: As it was cleaned.
        tellings: Its facts.
        chosen: The ref of the fact that was asked for.
    """
    spans = list(blocks(article))
    cuts = [place for span in spans for place in span]
    cut = segments(0, len(article.text), _labels(article, tellings), cuts)
    starts = [each.start for each in cut]
    begins = next((each.fact.evidence[0][0] for each in tellings if each.ref == chosen), -1)
    found = []
    for first, last in spans:
        inside = cut[bisect_left(starts, first) : bisect_left(starts, last)]
        found.append(
            Block(
                title=(first, last) == article.title_span,
                start=first,
                pieces=tuple(_piece(article.text, each, chosen, begins) for each in inside),
                refs=tuple(_refs((first, last), tellings)),
            )
        )
    return tuple(found)


def _labels(article: Article, tellings: Iterable[Telling]) -> Iterator[tuple[Span, _Label]]:
    for each in tellings:
        kind = each.shown.kind.code
        for span, role in parts(each.fact):
            yield span, _Label(each.ref, kind, role)
        for span in each.fact.evidence:
            yield span, _Label(each.ref, kind)
    for item in article.furniture:
        if item.span is not None:
            yield item.span, _FURNITURE


def _piece(text: str, cut: Segment[_Label], chosen: str | None, begins: int) -> MarkedPiece:
    told = [each for each in cut.labels if each.ref]
    telling = [each.ref for each in told if each.role not in {None, "content"}]
    refs = tuple(dict.fromkeys(each.ref for each in told))
    is_chosen = chosen is not None and chosen in refs
    return MarkedPiece(
        text=harmless(text[cut.start : cut.end]),
        start=cut.start,
        kinds=tuple(dict.fromkeys(each.kind for each in told)),
        acts=tuple(dict.fromkeys(each.kind for each in told if each.role == "word")),
        refs=refs,
        parts=tuple(dict.fromkeys(telling)),
        chosen="" if not is_chosen else "part" if chosen in telling else "evidence",
        first=is_chosen and cut.start == begins,
        furniture=_FURNITURE in cut.labels,
    )


def _refs(block: Span, tellings: Iterable[Telling]) -> Iterator[tuple[str, Kind]]:
    for each in tellings:
        if any(start < block[1] and block[0] < end for start, end in each.fact.evidence):
            yield each.ref, each.shown.kind
