"""The stage: words that tell of contacts become contacts, one for each pair of sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft, unique
from dragoman.coding.contacts.details import channel_of, outcomes_of, status_of, topics_of
from dragoman.coding.contacts.sides import ContactSides, Sides
from dragoman.coding.drafts import ContactDraft, StatementDraft
from dragoman.coding.events.arguments import Arguments, Side
from dragoman.coding.events.governance import Chain, governance_of
from dragoman.coding.events.readings import Reading, readings_of
from dragoman.coding.tree import Tree, tree_of
from dragoman.records.spans import normalise

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.records import Channel, ContactBasis, ContactStatus, Place, Span, Spans, When

WhenOf = Callable[[int], "When | None"]
PlaceOf = Callable[[int], "Place | None"]

_VERB = 0.88
_NOUN = 0.8
_UNNAMED = 0.9
_BY_SPEAKER = 0.75
_NOT_HELD = 0.9
_VAGUE = frozenset({"unnamed", "population"})
_PRESS = "JRN"
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PRM", "REB", "OPP", "PTY", "REL"})


def contacts(
    doc: Doc,
    cast: Cast,
    statements: Sequence[StatementDraft] = (),
    *,
    when_of: WhenOf | None = None,
    place_of: PlaceOf | None = None,
) -> tuple[ContactDraft, ...]:
    """All contacts of an article in order of text; several counterparts are several contacts.

    Args:
        doc: A parsed Doc.
        cast: Its actors; unnamed counterparts ("officials worldwide") are added to it.
        statements: Its statements: what a side tells of itself has the basis "own words".
        when_of: Gives the time of a predicate by its token.
        place_of: Gives the place of a predicate by its token.
    """
    stage = _Stage(doc, cast, statements, when_of, place_of)
    return tuple(joined(stage.drafts()))


class _Stage:
    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        statements: Sequence[StatementDraft],
        when_of: WhenOf | None,
        place_of: PlaceOf | None,
    ) -> None:
        self.tree: Tree = tree_of(doc)
        self.cast = cast
        self.readings = readings_of(self.tree)
        self.sides = ContactSides(self.readings, Arguments(self.readings, cast))
        self.when_of = when_of or _unknown
        self.place_of = place_of or _unknown
        self.telling: dict[int, StatementDraft] = {}
        for statement in sorted(statements, key=lambda each: -len(each.contents)):
            for token in statement.contents:
                self.telling[token] = statement

    def drafts(self) -> Iterator[ContactDraft]:
        governance = governance_of(self.readings)
        for token in governance.candidates:
            reading = self.readings.at(token)
            if reading is not None and reading.sense.is_contact and not self._is_part(reading):
                yield from self._contacts(reading, governance.chain(token))

    def _is_part(self, reading: Reading) -> bool:
        """Whether a noun is only the object of another word for the same contact."""
        verb = reading.frame.governor if reading.frame.noun else None
        over = self.readings.at(verb) if verb is not None else None
        return over is not None and over.sense.is_contact

    def _contacts(self, reading: Reading, chain: Chain) -> Iterator[ContactDraft]:
        status = status_of(reading, chain, self.tree)
        if status is None:
            return
        sides = self.sides.find(reading, chain)
        statement = self.telling.get(reading.head)
        by_speaker = self._with_speaker(sides, statement)
        for initiator, counterpart in _pairs(by_speaker):
            if self._can_be(reading, initiator, counterpart):
                told = by_speaker is not sides
                yield self._draft(
                    reading, chain, by_speaker, initiator, counterpart, status, told_by_speaker=told
                )

    def _with_speaker(self, sides: Sides, statement: StatementDraft | None) -> Sides:
        """Where one side is not told, it is the speaker who tells of "the talks with X"."""
        if statement is None or len(statement.speakers) != 1:
            return sides
        speaker = Side(statement.speakers, ())
        if sides.counterpart and not sides.initiator:
            return replace(sides, initiator=speaker, known=False)
        return sides

    def _can_be(self, reading: Reading, initiator: int, counterpart: int) -> bool:
        """Whether two actors can be the sides of a contact: public ones, and not the press."""
        if initiator == counterpart:
            return False
        drafts = (self.cast.draft(initiator), self.cast.draft(counterpart))
        if any(_PRESS in draft.sectors for draft in drafts):
            return False
        if reading.sense.channel == "visit" and drafts[1].kind == "state":
            return is_public(drafts[0])
        return all(draft.kind == "person" for draft in drafts) or any(map(is_public, drafts))

    def _draft(
        self,
        reading: Reading,
        chain: Chain,
        sides: Sides,
        initiator: int,
        counterpart: int,
        status: ContactStatus,
        *,
        told_by_speaker: bool,
    ) -> ContactDraft:
        topics = topics_of(reading, chain, self.readings)
        outcomes = outcomes_of(reading, chain, self.tree)
        channel = channel_of(reading, chain, self.readings)
        tokens = (reading.head, *chain.words)
        when = next((each for token in tokens if (each := self.when_of(token))), None)
        place = next((spot for token in tokens if (spot := self.place_of(token))), None)
        return ContactDraft(
            initiator=initiator,
            counterpart=counterpart,
            trigger=reading.head,
            initiator_level=self._level(initiator),
            initiative="known" if sides.known else "unknown",
            counterpart_level=self._level(counterpart),
            channel=channel,
            status=status,
            when=when,
            place=place,
            topics=self._texts(topics),
            outcome=self._texts(outcomes),
            basis=self._basis(reading, initiator, counterpart),
            evidence=self._evidence(reading),
            field_evidence=self._fields(tokens, sides, topics, outcomes, when, place),
            confidence=self._confidence(
                reading, (initiator, counterpart), status, told_by_speaker=told_by_speaker
            ),
        )

    def _level(self, actor: int) -> int | None:
        office = self.cast.draft(actor).office
        return office.level if office is not None else None

    def _texts(self, spans: Sequence[Span]) -> tuple[str, ...]:
        return unique(self.tree.text[start:end] for start, end in spans)

    def _basis(self, reading: Reading, initiator: int, counterpart: int) -> ContactBasis:
        statement = self.telling.get(reading.head)
        if statement is None:
            return "reported"
        speakers = {self.cast.side(actor) for actor in statement.speakers}
        sides = {self.cast.side(initiator), self.cast.side(counterpart)}
        return "own words" if speakers & sides else "reported"

    def _evidence(self, reading: Reading) -> Spans:
        start, end = self.tree.sentence(reading.head)
        while end - 1 > start and self.tree.tags[end - 1] == "SPACE":
            end -= 1
        while start < end - 1 and self.tree.tags[start] == "SPACE":
            start += 1
        return (self.tree.span(start, end),)

    def _fields(
        self,
        tokens: Sequence[int],
        sides: Sides,
        topics: Sequence[Span],
        outcomes: Sequence[Span],
        when: When | None,
        place: Place | None,
    ) -> dict[str, Spans]:
        found: dict[str, Spans] = {
            "initiator": self._phrases(sides.initiator),
            "counterpart": self._phrases(sides.counterpart),
            "channel": self.tree.spans(tokens),
            "topics": normalise(topics),
            "outcome": normalise(outcomes),
            "when": when.text if when else (),
            "place": place.text if place else (),
        }
        return {name: spans for name, spans in found.items() if spans}

    def _phrases(self, side: Side) -> Spans:
        return tuple(sorted({self.tree.span(*self.tree.phrase(head)) for head in side.heads}))

    def _confidence(
        self,
        reading: Reading,
        pair: tuple[int, int],
        status: ContactStatus,
        *,
        told_by_speaker: bool,
    ) -> float:
        value = _NOUN if reading.frame.noun else _VERB
        if any(self.cast.draft(actor).kind in _VAGUE for actor in pair):
            value *= _UNNAMED
        if told_by_speaker:
            value *= _BY_SPEAKER
        return round(value if status == "held" else value * _NOT_HELD, 3)


def is_public(draft: ActorDraft) -> bool:
    """Whether an actor holds an office, or is or serves a state, a body or a group."""
    if draft.kind in {"state", "organization", "armed_group"} or draft.office is not None:
        return True
    return not _PUBLIC.isdisjoint(draft.sectors)


def _pairs(sides: Sides) -> Iterator[tuple[int, int]]:
    yield from product(sides.initiator.actors, sides.counterpart.actors)


def joined(drafts: Iterable[ContactDraft]) -> Iterator[ContactDraft]:
    """One contact for what is told twice of the same pair without a contradiction."""
    kept: list[ContactDraft] = []
    for draft in drafts:
        for index, other in enumerate(kept):
            if _same(other, draft):
                kept[index] = _join(other, draft)
                break
        else:
            kept.append(draft)
    yield from kept


def _same(one: ContactDraft, other: ContactDraft) -> bool:
    pair = {one.initiator, one.counterpart} == {other.initiator, other.counterpart}
    channels = {one.channel, other.channel}
    agree = len(channels) == 1 or "unspecified" in channels
    times = one.when is None or other.when is None or one.when.earliest == other.when.earliest
    return pair and agree and times and one.status == other.status


def _join(one: ContactDraft, other: ContactDraft) -> ContactDraft:
    first = one if one.initiative == "known" or other.initiative == "unknown" else other
    fields = {
        name: normalise((*one.field_evidence.get(name, ()), *other.field_evidence.get(name, ())))
        for name in {*one.field_evidence, *other.field_evidence}
    }
    channel: Channel = one.channel if one.channel != "unspecified" else other.channel
    return replace(
        first,
        channel=channel,
        when=one.when or other.when,
        place=one.place or other.place,
        topics=unique((*one.topics, *other.topics)),
        outcome=unique((*one.outcome, *other.outcome)),
        evidence=normalise((*one.evidence, *other.evidence)),
        field_evidence=fields,
        confidence=max(one.confidence, other.confidence),
    )


def _unknown(_: int) -> None:
    return None
