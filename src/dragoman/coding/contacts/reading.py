"""Words that tell of contacts, in their sense, whatever event they tell of besides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.conditions import holds
from dragoman.coding.events.frames import frame_of
from dragoman.coding.events.readings import Reading
from dragoman.coding.events.triggers import NO_EVENT, Place, Sense

if TYPE_CHECKING:
    from dragoman.coding.events.readings import Readings

_OBJECT = Place(("obj",))
_APPEALING = frozenset({"on", "upon", "for"})
_VISITED = tuple(Place((case,)) for case in ("to", "in", "at", "into"))
_USUAL_PLACES = tuple(Place((case,)) for case in ("with", "obj", "to", "between", "from"))


def contact_reading(readings: Readings, token: int) -> Reading | None:
    """The reading of a word as a contact, or ``None`` where it tells of none.

    A word may be an event of another type as well ("welcomed him to the palace" is praise).
    """
    reading = readings.at(token)
    if reading is None:
        return None
    if reading.sense.is_contact:
        return None if _is_misread(reading) else reading
    sense = _contact_sense(readings, reading)
    return None if sense is None else replace(reading, sense=sense)


def _is_misread(reading: Reading) -> bool:
    """Whether what is taken for the object stands behind a preposition: "called on both to"."""
    if reading.frame.noun or reading.sense.recipients[:1] != (_OBJECT,):
        return False
    tree, heads = reading.frame.tree, reading.frame.patients
    if not _APPEALING.isdisjoint(reading.frame.particles) and reading.sense.particle is None:
        return True
    return bool(heads) and all(tree.case(head) in _APPEALING for head in heads)


def _contact_sense(readings: Readings, reading: Reading) -> Sense | None:
    frame = reading.frame
    table = readings.table.nouns if frame.noun else readings.table.verbs
    lemma = readings.table.lemma(frame.tree, frame.head, noun=frame.noun)
    for sense in table.get(lemma or "", ()):
        if not sense.is_contact and sense.type != NO_EVENT:
            continue
        if sense.particle is not None and sense.particle not in frame.particles:
            continue
        if holds(sense.condition, frame):
            return sense if sense.is_contact else None
    return None


def unlisted_reading(readings: Readings, token: int) -> Reading:
    """A reading for a word that the tables do not know as a contact: the usual places."""
    sense = Sense(
        readings.tree.lemmas[token],
        "CONSULT",
        None,
        _USUAL_PLACES,
        owner="actor",
        alone="event",
        channel="unspecified",
        initiative="unknown",
    )
    return Reading(token, frame_of(readings.tree, token), sense)


def as_visit(reading: Reading) -> Reading:
    """The reading of a word that is a visit by the network: where it led stands behind "to"."""
    return replace(reading, sense=replace(reading.sense, recipients=_VISITED, channel="visit"))
