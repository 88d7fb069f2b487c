"""Record → the context of a report: the text cut at every span, and the cards."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dragoman.cli.console import printable
from dragoman.cli.display.cards import Card, cards
from dragoman.cli.display.dates import moment_text
from dragoman.cli.display.kinds import KINDS, Kind
from dragoman.cli.display.names import context_names
from dragoman.cli.page.contexts import (
    Block,
    CardContext,
    Entry,
    Piece,
    Reference,
    Report,
    Row,
    Section,
    Standing,
)
from dragoman.records import Article, Record, Span
from dragoman.records.cutting import Segment, blocks, segments
from dragoman.records.parts import Role

LAST = "actor"
"""The kind that is shown last on a page: whom a word means is told beside the word as well."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a span of the text stands for: a card, as its evidence or as words with a role."""

    key: str
    kind: str
    role: Role | None = None


_FURNITURE = _Mark("", "furniture")


def report(record: Record, name: str, number: int = 1) -> Report:
    """Return the context of one record.

    Args:
        record: The record.
        name: Where its article came from.
        number: Its place on the page; the ids of its elements begin with it.
    """
    return _Maker(record, name, f"r{number}").report()


def entry(made: Report, record: Record, href: str) -> Entry:
    """Return the row of an index for a report."""
    moment = record.article.published_at or record.article.updated_at
    return Entry(
        href=href,
        title=made.title,
        outlet=printable(record.article.publisher or ""),
        day=moment_text(moment) if moment is not None else "",
        counts=tuple(_count(each) for each in made.sections if each.kind != LAST),
    )


def _count(section: Section) -> tuple[str, int]:
    number = len(section.cards)
    return (section.kind if number == 1 else f"{section.kind}s"), number


class _Maker:
    """Builds the context of one record."""

    def __init__(self, record: Record, name: str, key: str) -> None:
        self._record = record
        self._article = replace(record.article, text=printable(record.article.text))
        self._name = name
        self._key = key
        self._cards = cards(record)
        self._keys = {card.id: f"{key}-{card.code}" for card in self._cards}
        self._tips = {self._keys[card.id]: _tip(card) for card in self._cards}

    def report(self) -> Report:
        """Return the whole context."""
        article = self._article
        return Report(
            key=self._key,
            title=printable(article.title or self._name),
            name=printable(self._name),
            told=tuple(printable(each) for each in _told(article)),
            url=printable(article.url or ""),
            contexts=context_names(article),
            blocks=tuple(self._blocks()),
            sections=tuple(self._sections()),
            standings=tuple(self._standings()),
            furniture=tuple(
                (item.kind, printable(item.text)) for item in article.furniture if item.text
            ),
        )

    def _blocks(self) -> Iterator[Block]:
        """Yield title and paragraphs; the whole text is cut once, at every span and block."""
        spans = list(blocks(self._article))
        cuts = [place for span in spans for place in span]
        cut = segments(0, len(self._article.text), self._marks(), cuts)
        starts = [each.start for each in cut]
        anchors = self._anchors()
        for span in spans:
            inside = cut[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
            yield Block(
                pieces=tuple(self._piece(each, anchors.get(each.start, ())) for each in inside),
                references=tuple(self._references(span)),
                is_title=span == self._article.title_span,
            )

    def _marks(self) -> Iterator[tuple[Span, _Mark]]:
        for card in self._cards:
            key, kind = self._keys[card.id], card.kind.name
            for span, role in card.parts:
                yield span, _Mark(key, kind, role)
            for span in card.evidence:
                yield span, _Mark(key, kind)
        for item in self._article.furniture:
            if item.span is not None:
                yield item.span, _FURNITURE

    def _anchors(self) -> dict[int, tuple[str, ...]]:
        """Return at which places the words of cards begin, with the ids to put there."""
        found: dict[int, tuple[str, ...]] = {}
        for card in self._cards:
            if card.evidence:
                start = card.evidence[0][0]
                found[start] = (*found.get(start, ()), f"{self._keys[card.id]}-words")
        return found

    def _piece(self, segment: Segment[_Mark], anchors: tuple[str, ...]) -> Piece:
        marks = segment.labels
        facts = dict.fromkeys(mark.key for mark in marks if mark.key)
        parts = dict.fromkeys(mark.key for mark in marks if mark.role not in {None, "content"})
        mentioned = (self._tips[mark.key] for mark in marks if mark.kind == "actor")
        return Piece(
            text=self._article.text[segment.start : segment.end],
            classes=" ".join(_classes(marks)),
            facts=" ".join(facts),
            parts=" ".join(parts),
            anchors=anchors,
            tip=next(mentioned, ""),
        )

    def _references(self, block: Span) -> Iterator[Reference]:
        for card in self._cards:
            touches = any(start < block[1] and block[0] < end for start, end in card.evidence)
            if touches and card.kind.name != LAST:
                yield self._reference(card)

    def _reference(self, card: Card) -> Reference:
        return Reference(self._keys[card.id], card.code, card.kind.name, printable(card.who))

    def _sections(self) -> Iterator[Section]:
        by_kind = {
            kind: [self._card(card) for card in found]
            for kind, found in groupby(self._cards, key=lambda card: card.kind)
        }
        ordered: Sequence[Kind] = sorted(KINDS, key=lambda kind: kind.name == LAST)
        for kind in ordered:
            if kind in by_kind:
                yield Section(kind.name, kind.title, kind.tells, tuple(by_kind[kind]))

    def _card(self, card: Card) -> CardContext:
        sure = card.confidence
        return CardContext(
            key=self._keys[card.id],
            code=card.code,
            kind=card.kind.name,
            tag=card.tag,
            tone=card.tone.replace(" ", "-"),
            who=printable(card.who),
            rows=tuple(
                Row(
                    "" if each.plain else each.label,
                    printable(each.text),
                    self._keys.get(each.refers or ""),
                )
                for each in card.details
            ),
            clauses=() if card.kind.name == LAST else tuple(self._clauses(card)),
            places=len(card.evidence),
            dots="" if sure is None else dots(sure),
            sure="" if sure is None else f"{sure:.2f}",
        )

    def _clauses(self, card: Card) -> Iterator[tuple[Piece, ...]]:
        text = self._article.text
        for span in card.evidence:
            yield tuple(
                Piece(text[each.start : each.end], _role_class(each.labels))
                for each in segments(*span, card.parts)
            )

    def _standings(self) -> Iterator[Standing]:
        positions = [card for card in self._cards if card.kind.name == "position"]
        for stance, found in groupby(positions, key=lambda card: card.tag):
            holders: dict[str, Card] = {}
            for card in found:
                holders.setdefault(card.who, card)
            yield Standing(stance, tuple(self._reference(card) for card in holders.values()))


def dots(confidence: float) -> str:
    """Return a confidence as three dots, filled or not."""
    filled = 3 if confidence >= 0.8 else 2 if confidence >= 0.5 else 1
    return "●" * filled + "○" * (3 - filled)


def _classes(marks: Iterable[_Mark]) -> Iterator[str]:
    """Yield the classes of a run of text, each once."""
    found = list(marks)
    yield from dict.fromkeys(
        f"e-{mark.kind}" for mark in found if mark.kind not in {"actor", "furniture"}
    )
    word = next((mark for mark in found if mark.role == "word"), None)
    if word is not None:
        yield f"w-{word.kind}"
    if any(mark.kind == "actor" for mark in found):
        yield "m"
    if _FURNITURE in found:
        yield "furniture"


def _role_class(roles: Sequence[Role]) -> str:
    """Return the class of words in a card's evidence; the act itself is the strongest."""
    ranked: tuple[Role, ...] = ("word", "who", "whom", "detail", "content")
    role = next((each for each in ranked if each in roles), None)
    return f"p-{role}" if role else ""


def _tip(card: Card) -> str:
    """Return who an actor is, in a line."""
    facts = [each.text for each in card.details]
    return printable(" · ".join([card.who, *facts]))


def _told(article: Article) -> Iterator[str]:
    yield from (each for each in (article.publisher, article.byline, article.dateline) if each)
    if article.published_at is not None:
        yield moment_text(article.published_at)
    if article.updated_at is not None:
        yield f"updated {moment_text(article.updated_at)}"
