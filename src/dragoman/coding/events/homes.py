"""Countries of unnamed actors that the text does not print: "police in Puno".

Whoever is told of without a name or a nationality is at home where he acts or is acted on: in the
place his own phrase names, in the country of the event's place, or in that of the other side, as
long as acts of that kind are mostly done at home. So PLOVER's coders read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.world import world

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft
    from dragoman.records import Place

PlaceOf = Callable[[int], "Place | None"]

_AT_HOME = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "PROTEST", "REQUEST", "REJECT", "THREATEN", "CONCEDE"}
)  # fmt: skip
_FOREIGN_MODES = frozenset({"expel", "deport"})
_NAMELESS = frozenset({"unnamed", "population", "organization", "armed_group"})


def settle(cast: Cast, events: Sequence[EventDraft], place_of: PlaceOf | None = None) -> None:
    """Give unnamed actors of events the country they are at home in, where that can be told.

    To be called when nothing is left to be decided by the actors' countries.

    Args:
        cast: The actors; those that have a country or a name keep what they have.
        events: The events, whose places and sides tell.
        place_of: Gives the place that hangs on a token, as for the stages.
    """
    for event in events:
        for own, other in ((event.actors, event.recipients), (event.recipients, event.actors)):
            for actor in own:
                if _is_homeless(cast, actor):
                    country = next(_countries(cast, event, actor, other, place_of), None)
                    cast.draft(actor).country = country


def _is_homeless(cast: Cast, actor: int) -> bool:
    draft = cast.draft(actor)
    nameless = draft.kind in _NAMELESS and not cast.is_named(actor)
    return draft.country is None and not draft.members and (nameless or _is_common(cast, actor))


def _is_somebodys(cast: Cast, actor: int) -> bool:
    """Whether a possessive says whose people they are, be it not known who that is: "its crew"."""
    heads = (mention.root for mention in cast.mentions if mention.actor == actor)
    return any(cast.tree.children(head, "nmod:poss") for head in heads)


def _is_common(cast: Cast, actor: int) -> bool:
    """Whether somebody is only told of by common nouns, be they printed like names: "Dockers"."""
    roots = [mention.root for mention in cast.mentions if mention.actor == actor]
    return bool(roots) and all(cast.tree.tags[root] == "NOUN" for root in roots)


def _countries(
    cast: Cast, event: EventDraft, actor: int, other: Sequence[int], place_of: PlaceOf | None
) -> Iterator[str]:
    for mention in cast.mentions:
        place = place_of(mention.root) if mention.actor == actor and place_of else None
        if place is not None and _is_named(place):
            yield place.country or ""
    if event.place is not None and _is_named(event.place):
        yield event.place.country or ""
    foreign = event.mode in _FOREIGN_MODES or _is_somebodys(cast, actor)
    if event.type in _AT_HOME and not foreign:
        for each in other:
            country = cast.draft(each).country
            if country is not None and _is_state(country):
                yield country


def _is_named(place: Place) -> bool:
    """Whether a place in a known country is told by a name: not "the north"."""
    return place.country is not None and place.name[:1].isupper()


def _is_state(code: str) -> bool:
    state = world().state(code)
    return state is not None and state.code == code
