"""Doc → Record: the stages of coding in their order.

1. cast: who is in the article, with every mention
2. times and places: what may say when and where
3. statements: who said what; binds "I" and "we" to speakers
4. contacts: who talked to whom
5. events: what happened; each contact and each act of speech that has a type is one as well
6. positions and attitudes: what holders think of events and of one another
7. the record: facts stated twice become one, indexes become ids, actors nobody needs are left out
8. calibration: what each stage was sure of becomes how often such facts are right
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from dragoman import __version__
from dragoman.coding.actors import build_cast
from dragoman.coding.attitudes import attitudes
from dragoman.coding.calibration import Calibration, calibration
from dragoman.coding.contacts import contacts
from dragoman.coding.contexts import likely_contexts
from dragoman.coding.conversion import Conversion
from dragoman.coding.dates import times_of
from dragoman.coding.drafts import (
    AttitudeDraft,
    ContactDraft,
    EventDraft,
    PositionDraft,
    StatementDraft,
)
from dragoman.coding.events import CombinedTyper, events
from dragoman.coding.events.homes import settle
from dragoman.coding.events.learned import opinions_of
from dragoman.coding.merging import Merged, in_stretch, merge
from dragoman.coding.places import Places
from dragoman.coding.positions import positions
from dragoman.coding.stance import LexiconStanceTyper
from dragoman.coding.statements import statements
from dragoman.records import Actor, Article, Event, Fact, ReaderInfo, Record, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.protocols import StanceTyper, TriggerTyper
    from dragoman.coding.toponyms import Gazetteer
    from dragoman.world import World

Found = TypeVar("Found", bound=Fact)

_UNNAMED_MODEL = "unnamed"


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that the stages found, by kind."""

    statements: tuple[StatementDraft, ...]
    contacts: tuple[ContactDraft, ...]
    events: tuple[EventDraft, ...]
    positions: tuple[PositionDraft, ...]
    attitudes: tuple[AttitudeDraft, ...]


class Coder:
    """Codes Docs into records.

    Args:
        world: What is known before reading.
        triggers: Says which event a word tells of; by default tables and
            networks together.
        stances: Says which stance words take; by default the table of words.
        gazetteer: Knows where places lie; without one, places have names and countries only.
        curves: Turn the numbers of the stages into confidences; by default those as shipped.
    """

    def __init__(
        self,
        world: World,
        *,
        triggers: TriggerTyper | None = None,
        stances: StanceTyper | None = None,
        gazetteer: Gazetteer | None = None,
        curves: Calibration | None = None,
    ) -> None:
        self._world = world
        self._curves = calibration() if curves is None else curves
        self._triggers = triggers or CombinedTyper()
        self._stances = stances or LexiconStanceTyper()
        self._gazetteer = gazetteer

    def record(self, doc: Doc) -> Record:
        """The record of one article.

        Args:
            doc: What :class:`dragoman.language.Language` made of it, with ``doc._.article``.
        """
        article: Article = replace(doc._.article, contexts=likely_contexts(doc._.contexts))
        cast = build_cast(doc, self._world)
        opinions_of(doc)  # asked early, the network answers while the first stages go on
        places = Places(doc, self._world, self._gazetteer)
        drafts = merged(self._drafts(doc, cast, places), article)
        settle(cast, drafts.events, places.place_of)
        model = doc.user_data.get("model") or _UNNAMED_MODEL
        record = _record(ReaderInfo(__version__, str(model)), article, cast, drafts)
        return self._curves.applied(record)

    def _drafts(self, doc: Doc, cast: Cast, places: Places) -> Drafts:
        when_of = times_of(doc).when_of
        place_of = places.place_of
        said = statements(doc, cast, when_of=when_of)
        met = contacts(doc, cast, said, when_of=when_of, place_of=place_of)
        done = events(
            doc,
            cast,
            said,
            met,
            when_of=when_of,
            place_of=place_of,
            typer=self._triggers,
        )
        held = positions(doc, cast, said, done, self._stances)
        return Drafts(said, met, done, held, attitudes(doc, cast, said, done))


# Merging -------------------------------------------------------------------------------------


def merged(drafts: Drafts, article: Article) -> Drafts:
    """Facts stated twice made one, furniture left out, and all references put right."""
    title = article.title_span
    hidden = [item.span for item in article.furniture if item.span is not None]
    said = merge(drafts.statements, title, hidden)
    met = merge(drafts.contacts, title, hidden)
    done = merge([_referred(each, said, met) for each in drafts.events], title, hidden)
    held = [_aimed(each, said, done) for each in drafts.positions]
    return Drafts(
        said.drafts,
        met.drafts,
        done.drafts,
        merge([each for each in held if each is not None], title, hidden).drafts,
        merge(drafts.attitudes, title, hidden).drafts,
    )


def _referred(
    event: EventDraft, said: Merged[StatementDraft], met: Merged[ContactDraft]
) -> EventDraft:
    return replace(
        event,
        statement=None if event.statement is None else said.index[event.statement],
        contact=None if event.contact is None else met.index[event.contact],
    )


def _aimed(
    position: PositionDraft, said: Merged[StatementDraft], done: Merged[EventDraft]
) -> PositionDraft | None:
    """The position with its references put right; None where its act was left out."""
    target = position.target if isinstance(position.target, str) else done.index[position.target]
    if target is None:
        return None
    statement = None if position.statement is None else said.index[position.statement]
    return replace(position, target=target, statement=statement)


# The record ----------------------------------------------------------------------------------


def _record(reader: ReaderInfo, article: Article, cast: Cast, drafts: Drafts) -> Record:
    make = Conversion(article.id, cast)
    said = [make.statement(each) for each in drafts.statements]
    met = [make.contact(each) for each in drafts.contacts]
    done = [make.event(each, said, met) for each in drafts.events]
    record = Record(
        reader=reader,
        article=article,
        events=_in_order(done),
        contacts=_in_order(each for each in met if each.initiator != each.counterpart),
        statements=_in_order(said),
        positions=_in_order(make.position(each, done, said) for each in drafts.positions),
        attitudes=_in_order(make.attitude(each) for each in drafts.attitudes),
    )
    record = _without_loose_ends(record)
    passing = {cast.id(actor) for actor in range(len(cast.drafts)) if _is_passing(cast, actor)}
    found = cast.finish()
    passing.update(actor.id for actor in found if _is_in_furniture(actor, article))
    return replace(record, actors=_needed(found, record, passing))


def _is_passing(cast: Cast, actor: int) -> bool:
    """Whether the article speaks of nobody in particular: "a teacher", "Bulgarian yoghurt"."""
    draft = cast.draft(actor)
    if not cast.is_noted(actor):
        return True
    return not cast.is_named(actor) and draft.country is None and draft.office is None


def _is_in_furniture(actor: Actor, article: Article) -> bool:
    """Whether all words for an actor stand in furniture, which is never coded."""
    return bool(actor.mentions) and all(
        any(in_stretch((mention,), item.span) for item in article.furniture)
        for mention in actor.mentions
    )


def _in_order(facts: Iterable[Found]) -> tuple[Found, ...]:
    """Facts in order of text, each id once, the surest first."""
    best: dict[str, Found] = {}
    for fact in facts:
        known = best.get(fact.id)
        if known is None or known.confidence < fact.confidence:
            best[fact.id] = fact
    return tuple(sorted(best.values(), key=lambda fact: (fact.evidence, fact.id)))


def _without_loose_ends(record: Record) -> Record:
    """Events without a reference to a contact that was left out."""
    kept = {contact.id for contact in record.contacts}
    return replace(
        record,
        events=tuple(
            event if event.contact in kept else replace(event, contact=None)
            for event in record.events
        ),
    )


def _needed(actors: Sequence[Actor], record: Record, passing: Collection[str]) -> tuple[Actor, ...]:
    """Actors without those mentioned in passing that no fact speaks of."""
    spoken = set(_spoken_of(record))
    needed = {actor.id for actor in actors if actor.id in spoken or actor.id not in passing}
    needed.update(*(actor.members for actor in actors if actor.id in needed))
    return tuple(actor for actor in actors if actor.id in needed)


def _spoken_of(record: Record) -> Iterable[str]:
    for event in record.events:
        yield from _event_actors(event)
    for contact in record.contacts:
        yield contact.initiator
        yield contact.counterpart
    for statement in record.statements:
        yield from _statement_actors(statement)
    for position in record.positions:
        yield from (position.holder, position.reporter or "")
    for attitude in record.attitudes:
        yield from (attitude.from_, attitude.toward)


def _event_actors(event: Event) -> Iterable[str]:
    yield from (*event.actors, *event.recipients, event.reported_by or "")


def _statement_actors(statement: Statement) -> Iterable[str]:
    yield from (*statement.speakers, *statement.on_behalf_of, statement.addressee or "")
