"""The stage: acts become typed mentions, mentions become events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.article_day import day_of
from dragoman.coding.cast import unique
from dragoman.coding.drafts import ContactDraft, EventDraft, StatementDraft
from dragoman.coding.events.acts import Act, Finder
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.conditions import is_person
from dragoman.coding.events.contacted import contact_events
from dragoman.coding.events.counterparts import Counterparts
from dragoman.coding.events.governance import governance_of
from dragoman.coding.events.judged import addressed, fill_judged
from dragoman.coding.events.judging import judgements
from dragoman.coding.events.learned import CombinedTyper
from dragoman.coding.events.merging import Group, Mention, Merger
from dragoman.coding.events.outcomes import outcome
from dragoman.coding.events.readings import Readings, readings_of
from dragoman.coding.events.requests import obligations
from dragoman.coding.events.telling import Telling
from dragoman.coding.tree import Tree, tree_of
from dragoman.coding.vessels import is_vessel
from dragoman.records import PartialDate
from dragoman.records.spans import normalise

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.protocols import TriggerTyper
    from dragoman.records import Modality, Place, Spans, When

WhenOf = Callable[[int], "When | None"]
PlaceOf = Callable[[int], "Place | None"]

_NO_ACTOR = 0.75
_NO_RECIPIENT = 0.85
_REPORTED = 0.9
_MORE_MENTIONS = 1.05
_MOST = 0.98
_HISTORY_DAYS = 500
_PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE", "RETREAT"})
_UNREAL = frozenset({"hypothetical", "negated"})
_GOVERNED = frozenset({"obj", "xcomp"})
_OF_CONTACTS = frozenset({"CONSULT", "AGREE"})
_ANNOUNCED = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT"})


def events(
    doc: Doc,
    cast: Cast,
    statements: Sequence[StatementDraft] = (),
    contacts: Sequence[ContactDraft] = (),
    *,
    when_of: WhenOf | None = None,
    place_of: PlaceOf | None = None,
    typer: TriggerTyper | None = None,
) -> tuple[EventDraft, ...]:
    """All events of an article in order of their first mention.

    Args:
        doc: A parsed Doc; ``doc._.article`` gives the day that "historical" is told from.
        cast: Its actors; unnamed ones are added as they act.
        statements: Its statements; speech acts name them, claims are ``reported_by`` them.
        contacts: Its contacts; each held one is a CONSULT, each planned one an AGREE.
        when_of: Gives the time of a predicate by its token.
        place_of: Gives the place of a predicate by its token.
        typer: Says what a trigger is; by default tables and networks together.
    """
    finder = Finder(doc, Arguments(readings_of(tree_of(doc)), cast), typer or CombinedTyper())
    stage = _Stage(finder, statements, contacts, when_of or _unknown, place_of or _unknown)
    stage.day = day_of(doc._.article) if doc.has_extension("article") else None
    return stage.events()


class _Stage:
    def __init__(
        self,
        finder: Finder,
        statements: Sequence[StatementDraft],
        contacts: Sequence[ContactDraft],
        when_of: WhenOf,
        place_of: PlaceOf,
    ) -> None:
        self.finder = finder
        self.arguments = finder.arguments
        self.tree: Tree = finder.tree
        self.cast: Cast = finder.cast
        self.readings: Readings = finder.readings
        self.statements = statements
        self.contacts = contacts
        self.when_of = when_of
        self.place_of = place_of
        self.telling = Telling(statements, self.readings)
        self.day: date | None = None

    def events(self) -> tuple[EventDraft, ...]:
        mentions = [self._mention(act) for act in self.finder.acts()]
        kept = [mention for mention in mentions if mention is not None]
        kept.extend(obligations(self.tree, self.cast, self.statements, self.readings, kept))
        kept.extend(judgements(self.finder.doc, self.statements, self.readings, kept))
        kept.sort(key=lambda mention: mention.head)
        groups = Merger(self.tree, self.cast).merge(kept)
        fill_judged(groups, self.readings, self.cast)
        groups = [group for group in groups if self._is_worth_telling(group)]
        Counterparts(self.arguments).fill(groups)
        drafts = [self._draft(group) for group in groups]
        drafts = list(self._with_contacts(drafts))
        return tuple(sorted(drafts, key=lambda draft: draft.trigger[:1]))

    def _with_contacts(self, drafts: Sequence[EventDraft]) -> Iterator[EventDraft]:
        """Add the events that contacts are; "refused to meet" is one event with its contact."""
        governance = governance_of(self.readings)
        over: dict[int, list[int]] = {}
        for index, contact in enumerate(self.contacts):
            if contact.trigger is not None:
                above = governance.chain(contact.trigger).words
                for token in unique((*above, *self._announcing(contact.trigger))):
                    over.setdefault(token, []).append(index)
        covered: set[int] = set()
        told_of = {contact.trigger for contact in self.contacts}
        for draft in drafts:
            if not told_of.isdisjoint(draft.triggers) and self._is_contact(draft):
                continue
            told = [index for token in draft.triggers for index in over.get(token, ())]
            covered.update(told)
            yield replace(draft, contact=told[0]) if told else draft
        yield from (draft for draft in contact_events(self.tree, self.contacts, self.statements)
                    if draft.contact not in covered)  # fmt: skip

    def _announcing(self, trigger: int) -> Iterator[int]:
        """The verbs that a contact is the object of, directly or not: "offered to host talks"."""
        return self.tree.climb(trigger, _GOVERNED)

    def _is_contact(self, draft: EventDraft) -> bool:
        """Whether an event is told by words for a contact."""
        readings = [self.readings.at(token) for token in draft.triggers]
        listed = any(found is not None and found.sense.is_contact for found in readings)
        return listed or draft.type in _OF_CONTACTS

    def _mention(self, act: Act) -> Mention | None:
        around = self.telling.around(act)
        statement = self.statements[around] if around is not None else None
        found = outcome(act, statement, self.readings, self.cast)
        if found is None:
            return None
        recipients = self._without_actors(found.recipients, found.actors)
        return Mention(
            head=act.head,
            tokens=act.tokens,
            type=found.type,
            mode=found.mode,
            actors=found.actors,
            recipients=recipients or addressed(act, self.readings, self.contacts) or recipients,
            modality=found.modality,
            confidence=act.confidence * found.weight,
            noun=act.noun,
            weak=act.weak,
            judged=act.judged,
            casualties=act.casualties,
            victims=act.victims,
            statement=self._statement(act, around, found.type),
            reported_by=self._reporter(act, statement),
            when=self._when(act),
            place=self._place(act),
        )

    def _statement(self, act: Act, around: int | None, type_: str) -> int | None:
        own = self.telling.statement_of(act)
        if own is None and type_ != act.type and type_ in _ANNOUNCED:
            return around
        return own

    def _without_actors(self, recipients: Side, actors: Side) -> Side:
        """Nobody is the recipient of an act of his own, and no ship of what its state does."""
        if not recipients:
            return recipients
        states = {self.cast.draft(actor).country for actor in actors.actors} - {None}
        kept = tuple(
            each
            for each in recipients.actors
            if each not in actors.actors
            and not (is_vessel(draft := self.cast.draft(each)) and draft.country in states)
        )
        return Side(kept, recipients.heads) if kept else NOBODY

    def _reporter(self, act: Act, statement: StatementDraft | None) -> int | None:
        if act.claimed_by is not None:
            reading = self.readings.at(act.claimed_by)
            if reading is not None:
                accusers = self.arguments.actors(reading)
                return accusers.actors[0] if accusers else None
        if statement is None or not statement.speakers:
            return None
        return statement.speakers[0]

    def _when(self, act: Act) -> When | None:
        return next((found for token in _places_of(act) if (found := self.when_of(token))), None)

    def _place(self, act: Act) -> Place | None:
        return next((found for token in _places_of(act) if (found := self.place_of(token))), None)

    # Drafts -------------------------------------------------------------------------------------

    def _draft(self, group: Group) -> EventDraft:
        mentions = group.mentions
        tokens = unique(token for mention in mentions for token in mention.tokens)
        statement = next((m.statement for m in mentions if m.statement is not None), None)
        return EventDraft(
            type=group.type,
            mode=group.mode,
            actors=group.actors.actors,
            recipients=group.recipients.actors,
            place=group.place,
            when=group.when,
            trigger=self.tree.spans(tokens),
            triggers=unique(mention.head for mention in mentions),
            casualties=group.casualties,
            modality=self._modality(group),
            reported_by=self._reported_by(group),
            statement=statement,
            evidence=self._evidence(mentions),
            field_evidence=self._field_evidence(group),
            confidence=self._confidence(group),
        )

    def _is_worth_telling(self, group: Group) -> bool:
        """Whether the event has a side, an actor if it is not real, a public one if only said."""
        if not group.actors and not group.recipients:
            return group.casualties is not None and group.modality == "asserted"
        if not group.actors and group.modality in _UNREAL:
            return False
        if group.type == "CONSULT" and not group.recipients and len(group.actors.actors) < 2:
            return False
        if group.type in _PHYSICAL:
            return True
        return any(
            self._is_public(each) for each in (*group.actors.actors, *group.recipients.actors)
        )

    def _is_public(self, actor: int) -> bool:
        """Whether an actor is a state, a body, a group, or stands for one."""
        draft = self.cast.draft(actor)
        if draft.kind in {"state", "organization", "armed_group", "person"}:
            return True
        if draft.country is not None or draft.office is not None or draft.sectors:
            return True
        roots = (mention.root for mention in self.cast.mentions if mention.actor == actor)
        return not all(is_person(self.tree, root) for root in roots)

    def _reported_by(self, group: Group) -> int | None:
        """Nobody if any mention is told by the outlet itself."""
        reporters = [mention.reported_by for mention in group.mentions]
        return reporters[0] if None not in reporters else None

    def _modality(self, group: Group) -> Modality:
        if group.modality != "asserted" or self.day is None or group.when is None:
            return group.modality
        return "historical" if _long_before(group.when, self.day) else group.modality

    def _evidence(self, mentions: Iterable[Mention]) -> Spans:
        sentences = unique(self.tree.sentence(mention.head) for mention in mentions)
        return normalise(self._trimmed(*sentence) for sentence in sentences)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while end - 1 > start and self.tree.tags[end - 1] == "SPACE":
            end -= 1
        while start < end - 1 and self.tree.tags[start] == "SPACE":
            start += 1
        return self.tree.span(start, end)

    def _field_evidence(self, group: Group) -> dict[str, Spans]:
        tree = self.tree
        found: dict[str, Spans] = {
            "actors": self._phrases(group.actors),
            "recipients": self._phrases(group.recipients),
            "type": tree.spans(mention.head for mention in group.mentions),
        }
        if group.casualties is not None:
            victims = [head for mention in group.mentions for head in mention.victims]
            found["casualties"] = self._spans_of(victims)
        if group.when is not None:
            found["when"] = group.when.text
        if group.place is not None:
            found["place"] = group.place.text
        return {name: spans for name, spans in found.items() if spans}

    def _phrases(self, side: Side) -> Spans:
        return self._spans_of(side.heads)

    def _spans_of(self, heads: Iterable[int]) -> Spans:
        return tuple(sorted({self.tree.span(*self.tree.phrase(head)) for head in heads}))

    def _confidence(self, group: Group) -> float:
        value = max(mention.confidence for mention in group.mentions)
        if not group.actors:
            value *= _NO_ACTOR
        if not group.recipients and len(group.actors.actors) < 2:
            value *= _NO_RECIPIENT
        if self._reported_by(group) is not None:
            value *= _REPORTED
        if len(group.mentions) > 1:
            value *= _MORE_MENTIONS
        return round(min(value, _MOST), 3)


def _unknown(_: int) -> None:
    return None


def _places_of(act: Act) -> tuple[int, ...]:
    return unique((act.head, *act.tokens))


def _long_before(when: When, day: date) -> bool:
    """Whether the latest it may have been lies well over a year back."""
    latest = when.latest or when.earliest
    if latest is None:
        return False
    year = int(latest[:4])
    if len(latest) < len("2020-01-01"):
        return year < day.year - 1
    return (day - PartialDate.parse(latest).latest).days > _HISTORY_DAYS
