"""The stage: words that tell of contacts become contacts, one for each pair of sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.contacts.doubts import doubts
from dragoman.coding.contacts.drafting import Drafting, unknown
from dragoman.coding.contacts.joining import joined
from dragoman.coding.contacts.reading import as_visit, contact_reading, unlisted_reading
from dragoman.coding.contacts.roles import with_roles
from dragoman.coding.contacts.series import Series
from dragoman.coding.contacts.sides import ContactSides, Sides
from dragoman.coding.contacts.statuses import Standing, standing_of
from dragoman.coding.contacts.verdicts import CONTACT_TYPES, Verdict, Verdicts
from dragoman.coding.contacts.weights import (
    DOUBTFUL,
    HELD_NOUN,
    HELD_VERB,
    LEAST,
    NOT_A_CONTACT,
    UNLISTED,
    likeliest_channel,
    likeliest_status,
    pooled,
)
from dragoman.coding.events.arguments import Arguments, Side
from dragoman.coding.events.governance import Chain, governance_of
from dragoman.coding.events.readings import Reading, readings_of
from dragoman.coding.events.words import words
from dragoman.coding.lexicon import singular
from dragoman.coding.stretches import head_of
from dragoman.coding.tree import Tree, tree_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import ActorDraft, Cast
    from dragoman.coding.drafts import ContactDraft, StatementDraft
    from dragoman.records import ContactBasis, FieldEvidence, Place, Spans, When

WhenOf = Callable[[int], "When | None"]
PlaceOf = Callable[[int], "Place | None"]

_PRESS = "JRN"
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PRM", "REB", "OPP", "PTY", "REL"})
_BY_SPEAKER = 0.75
_WORDS = frozenset({"VERB", "NOUN", "ADJ"})


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
        doc: A parsed Doc; what the network says of its words counts where it has one.
        cast: Its actors; unnamed counterparts ("officials worldwide") are added to it.
        statements: Its statements: what a side tells of itself has the basis "own words".
        when_of: Gives the time of a predicate by its token.
        place_of: Gives the place of a predicate by its token.
    """
    stage = _Stage(
        doc, cast, statements, Drafting(doc, cast, when_of or unknown, place_of or unknown)
    )
    return joined(stage.drafts(), cast)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A word that may tell of a contact; ``prior`` is how sure the tables are of it."""

    reading: Reading
    chain: Chain
    standing: Standing
    prior: float

    @property
    def words(self) -> tuple[int, ...]:
        """The words that tell of it and of what became of it."""
        over = (self.standing.word, self.standing.asker)
        return (self.reading.head, *(word for word in over if word is not None))


class _Stage:
    def __init__(
        self, doc: Doc, cast: Cast, statements: Sequence[StatementDraft], drafting: Drafting
    ) -> None:
        self.tree: Tree = tree_of(doc)
        self.cast = cast
        self.readings = readings_of(self.tree)
        self.governance = governance_of(self.readings)
        self.sides = ContactSides(
            self.readings, Arguments(self.readings, cast), Series(self.tree, cast)
        )
        self.verdicts = Verdicts(doc, self.tree)
        self.drafting = drafting
        self.telling: dict[int, StatementDraft] = {}
        for statement in sorted(statements, key=lambda each: -len(each.contents)):
            for token in statement.contents:
                self.telling[token] = statement

    def drafts(self) -> Iterator[ContactDraft]:
        """One draft for each pair of sides of each word, in order of text."""
        listed = list(self._listed())
        found = sorted(
            [*listed, *self._unlisted(listed)], key=lambda candidate: candidate.reading.head
        )
        self.verdicts.ask(word for candidate in found for word in candidate.words)
        for candidate in found:
            yield from self._contacts(candidate)

    # Candidates -------------------------------------------------------------------------------

    def _listed(self) -> Iterator[_Candidate]:
        """Words of the tables."""
        for token in self.governance.candidates:
            reading = contact_reading(self.readings, token)
            if reading is not None and reading.sense.is_contact and not self._is_part(reading):
                standing = standing_of(reading, self.readings)
                prior = _prior(reading, standing)
                yield _Candidate(reading, self.governance.chain(token), standing, prior)

    def _is_part(self, reading: Reading) -> bool:
        """Whether a noun is only the object of another word for the same contact."""
        verb = reading.frame.governor if reading.frame.noun else None
        over = contact_reading(self.readings, verb) if verb is not None else None
        return over is not None and over.sense.is_contact

    def _unlisted(self, listed: Iterable[_Candidate]) -> Iterator[_Candidate]:
        """Words that the network takes for such acts and the tables do not know as contacts."""
        taken = {
            word for candidate in listed for word in (*candidate.words, *candidate.chain.words)
        }
        for span in self.verdicts.triggers:
            tokens = range(span.start, span.end)
            head = head_of(self.tree, span.start, span.end)
            if span.kind not in CONTACT_TYPES or not taken.isdisjoint(tokens):
                continue
            if self.tree.tags[head] in _WORDS and not self._is_settled(head):
                reading = unlisted_reading(self.readings, head)
                standing = standing_of(reading, self.readings)
                yield _Candidate(reading, self.governance.chain(head), standing, UNLISTED)

    def _is_settled(self, token: int) -> bool:
        """Whether the tables leave no doubt that a word tells of an event that is no contact."""
        sense = self.readings.settled(token)
        return sense is not None and sense.is_event

    # Decisions --------------------------------------------------------------------------------

    def _contacts(self, candidate: _Candidate) -> Iterator[ContactDraft]:
        verdict = self.verdicts.of(candidate.words)
        value = candidate.prior if verdict is None else pooled(candidate.prior, verdict.stands)
        if value < LEAST:
            return
        reading, standing = candidate.reading, candidate.standing
        told = None if candidate.prior == UNLISTED and standing.word is None else standing.status
        status = likeliest_status(told, verdict)
        listed = candidate.prior != UNLISTED
        channel = likeliest_channel(
            self.drafting.channel(reading, candidate.chain), verdict, listed=listed
        )
        if not listed and channel == "visit":
            candidate = replace(candidate, reading=as_visit(reading))
        sides, share = self._sides(candidate, verdict)
        for pair in sides.pairs():
            if not self._can_be(reading, *pair) or not self._is_meant(standing, pair):
                continue
            draft = self.drafting.draft(reading, candidate.chain, sides, pair)
            if draft is not None:
                yield replace(
                    draft,
                    status=status,
                    channel=channel,
                    basis=self._basis(reading, pair),
                    confidence=self.drafting.confidence(value * share, pair, status),
                    field_evidence=_told(draft.field_evidence),
                )

    def _sides(self, candidate: _Candidate, verdict: Verdict | None) -> tuple[Sides, float]:
        """The sides by the tree, else by the network, else with the speaker who tells of it."""
        reading = candidate.reading
        sides = self.sides.find(reading, candidate.standing.asker)
        if verdict is not None:
            sides = with_roles(
                sides, verdict, self.sides.arguments, trusted=candidate.prior == UNLISTED
            )
        by_speaker = self._with_speaker(sides, self.telling.get(reading.head))
        return by_speaker, 1.0 if by_speaker is sides else _BY_SPEAKER

    def _with_speaker(self, sides: Sides, statement: StatementDraft | None) -> Sides:
        """Where one side is not told, it is the speaker who tells of "the talks with X"."""
        if statement is None or len(statement.speakers) != 1:
            return sides
        if sides.counterpart and not sides.initiator:
            return replace(sides, initiator=Side(statement.speakers, ()), known=False)
        return sides

    def _can_be(self, reading: Reading, initiator: int, counterpart: int) -> bool:
        """Whether two actors can be the sides of a contact: public ones, and not the press."""
        if initiator == counterpart:
            return False
        drafts = (self.cast.draft(initiator), self.cast.draft(counterpart))
        if any(_PRESS in draft.sectors or _is_audience(draft) for draft in drafts):
            return False
        if any(_is_home(one, other) for one, other in (drafts, drafts[::-1])):
            return False
        if reading.sense.channel == "visit" and drafts[1].kind == "state":
            return is_public(drafts[0])
        return all(draft.kind == "person" for draft in drafts) or any(map(is_public, drafts))

    def _is_meant(self, standing: Standing, pair: tuple[int, int]) -> bool:
        """Whether who appeals in public for a contact is a side of it; else it is none."""
        if not standing.public or standing.asker is None:
            return True
        asking = {self.cast.side(actor) for actor in self.sides.asker(standing.asker).actors}
        return not asking.isdisjoint({self.cast.side(actor) for actor in pair})

    def _basis(self, reading: Reading, pair: tuple[int, int]) -> ContactBasis:
        statement = self.telling.get(reading.head)
        if statement is None:
            return "reported"
        speakers = {self.cast.side(actor) for actor in statement.speakers}
        return "own words" if speakers & {self.cast.side(actor) for actor in pair} else "reported"


def _prior(reading: Reading, standing: Standing) -> float:
    """How sure the tables are of a word."""
    if standing.status is None:
        return NOT_A_CONTACT
    if doubts().covers(reading):
        return DOUBTFUL
    return HELD_NOUN if reading.frame.noun else HELD_VERB


def _is_audience(draft: ActorDraft) -> bool:
    """Whether an unnamed side is the press or another audience: "told reporters in a call"."""
    nouns = draft.name.lower().split()
    return draft.kind == "unnamed" and singular(nouns[-1]) in words().classes["press"]


def _is_home(state: ActorDraft, other: ActorDraft) -> bool:
    """Whether one is the state of the other: nobody has a contact with his own state."""
    return state.kind == "state" and state.country == other.country


def _told(fields: FieldEvidence) -> dict[str, Spans]:
    return {name: spans for name, spans in fields.items() if spans}


def is_public(draft: ActorDraft) -> bool:
    """Whether an actor holds an office, or is or serves a state, a body or a group."""
    if draft.kind in {"state", "organization", "armed_group"} or draft.office is not None:
        return True
    return not _PUBLIC.isdisjoint(draft.sectors)
