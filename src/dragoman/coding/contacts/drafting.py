"""Drafts of contacts: what the words around one tell of it, and the words that tell it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.coding.article_day import day_of
from dragoman.coding.cast import unique
from dragoman.coding.contacts.details import channel_of, outcomes_of, topics_of
from dragoman.coding.contacts.weights import NOT_HELD, UNNAMED
from dragoman.coding.drafts import ContactDraft
from dragoman.coding.events.readings import readings_of
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import PartialDate
from dragoman.records.spans import normalise

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.contacts.sides import Sides
    from dragoman.coding.events.arguments import Side
    from dragoman.coding.events.governance import Chain
    from dragoman.coding.events.readings import Reading
    from dragoman.records import Channel, ContactStatus, Place, Span, Spans, When

LONG_AGO = timedelta(days=183)
"""A contact that was held longer ago is history, not news."""

_VAGUE = frozenset({"unnamed", "population"})


class Drafting:
    """Writes the drafts of one article's contacts.

    Args:
        doc: The parsed Doc.
        cast: Its actors.
        when_of: Gives the time of a predicate by its token.
        place_of: Gives the place of a predicate by its token.
    """

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        when_of: Callable[[int], When | None],
        place_of: Callable[[int], Place | None],
    ) -> None:
        self.tree: Tree = tree_of(doc)
        self.cast = cast
        self.readings = readings_of(self.tree)
        self.when_of = when_of
        self.place_of = place_of
        self.day = day_of(doc._.article) if doc.has_extension("article") else None

    def channel(self, reading: Reading, chain: Chain) -> Channel:
        """The channel by the words."""
        return channel_of(reading, chain, self.readings)

    def draft(
        self, reading: Reading, chain: Chain, sides: Sides, pair: tuple[int, int]
    ) -> ContactDraft | None:
        """A draft for one pair of sides, or ``None`` where its time makes it history."""
        tokens = (reading.head, *chain.words)
        when = next((each for token in tokens if (each := self.when_of(token))), None)
        if self._is_history(when):
            return None
        place = next((spot for token in tokens if (spot := self.place_of(token))), None)
        topics = topics_of(reading, chain, self.readings)
        outcomes = outcomes_of(reading, chain, self.tree)
        initiator, counterpart = pair
        return ContactDraft(
            initiator=initiator,
            counterpart=counterpart,
            trigger=reading.head,
            initiator_level=self._level(initiator),
            initiative="known" if sides.known else "unknown",
            counterpart_level=self._level(counterpart),
            when=when,
            place=place,
            topics=self._texts(topics),
            outcome=self._texts(outcomes),
            evidence=self._evidence(reading),
            field_evidence={
                "initiator": self._phrases(sides.initiator),
                "counterpart": self._phrases(sides.counterpart),
                "channel": self.tree.spans(tokens),
                "topics": normalise(topics),
                "outcome": normalise(outcomes),
                "when": when.text if when else (),
                "place": place.text if place else (),
            },
            confidence=0.0,
        )

    def confidence(self, value: float, pair: tuple[int, int], status: ContactStatus) -> float:
        """How sure a contact is: less where a side is vague, less where it was not held."""
        if any(self.cast.draft(actor).kind in _VAGUE for actor in pair):
            value *= UNNAMED
        return round(value if status == "held" else value * NOT_HELD, 3)

    def _is_history(self, when: When | None) -> bool:
        if self.day is None or when is None or when.latest is None:
            return False
        return PartialDate.parse(when.latest).latest < self.day - LONG_AGO

    def _level(self, actor: int) -> int | None:
        office = self.cast.draft(actor).office
        return office.level if office is not None else None

    def _texts(self, spans: Sequence[Span]) -> tuple[str, ...]:
        return unique(self.tree.text[start:end] for start, end in spans)

    def _evidence(self, reading: Reading) -> Spans:
        start, end = self.tree.sentence(reading.head)
        while end - 1 > start and self.tree.tags[end - 1] == "SPACE":
            end -= 1
        while start < end - 1 and self.tree.tags[start] == "SPACE":
            start += 1
        return (self.tree.span(start, end),)

    def _phrases(self, side: Side) -> Spans:
        return tuple(sorted({self.tree.span(*self.tree.phrase(head)) for head in side.heads}))


def unknown(_: int) -> None:
    """The time or place of every predicate, where nobody can tell it."""
