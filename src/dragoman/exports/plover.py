"""The event table of PLOVER's users: the columns that POLECAT publishes, in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from dragoman.exports.columns import Column, Table, Value
from dragoman.exports.view import View, days
from dragoman.records import Actor, Event, Place, Record, codebook

NONE = "None"
"""What stands for a missing part of an actor, so that lists of several actors keep in step."""

BETWEEN, WITHIN = "; ", "|"
"""What stands between actors, and between the parts of one actor."""

Of = Callable[[Actor], str | None]


def _sides(view: View, ids: Iterable[str], of: Of) -> str:
    """Return something of each actor; ``None`` as a word where it is missing."""
    actors = [actor for each in ids if (actor := view.actor(each))]
    return BETWEEN.join((of(actor) or NONE).replace(";", ",") for actor in actors) or NONE


def _country(actor: Actor) -> str | None:
    """Return the code of the state, or PLOVER's class where it is none, such as IGO."""
    return actor.class_ or actor.country


def _title(actor: Actor) -> str | None:
    return actor.office.title if actor.office else None


def _side_columns(side: str, ids: Callable[[Event], tuple[str, ...]]) -> tuple[Column[Event], ...]:
    """Return the eight columns of the actors, or of the recipients."""

    def column(name: str, text: str, of: Of) -> Column[Event]:
        return Column(name, "text", text, lambda view, event: _sides(view, ids(event), of))

    return (
        column(f"{side} Name", "Names.", lambda actor: actor.name),
        column(f"{side} Country", "ISO 3166 alpha-3, or PLOVER's class for bodies.", _country),
        _empty(f"{side} COW"),
        column(
            *(f"Primary {side} Sector", "First sector."),
            lambda actor: next(iter(actor.sectors), None),
        ),
        column(
            *(f"{side} Sectors", "Sectors, those of one actor parted by an upright bar."),
            lambda actor: WITHIN.join(actor.sectors),
        ),
        column(f"{side} Title", "Office as of the article's date.", _title),
        Column(
            f"{side} Name Raw",
            "text",
            "The printed words.",
            lambda view, event: view.words(event.field_evidence.get(f"{side.lower()}s", ())),
        ),
        _empty(f"Wikipedia {side} ID"),
    )


def _empty(name: str) -> Column[object]:
    return Column(name, "text", "Always empty: Dragoman does not know it.", lambda _view, _: None)


def _place(of: Callable[[Place], Value]) -> Callable[[View, Event], Value]:
    return lambda _, event: of(event.place) if event.place else None


def _day(_: View, event: Event) -> date | None:
    """Return the day of an event where only one is possible."""
    first, last = days(event.when)
    return first if first == last else None


def _published(view: View, _: object) -> date | None:
    moment = view.article.published_at
    return moment.date() if moment else None


def _named(*kinds: str) -> Callable[[View, object], str]:
    def names(view: View, _: object) -> str:
        actors = (actor.name for actor in view.record.actors if actor.kind in kinds)
        return BETWEEN.join(dict.fromkeys(actors))

    return names


def _places(view: View, _: object) -> str:
    places = [event.place for event in view.record.events]
    places += [contact.place for contact in view.record.contacts]
    return BETWEEN.join(dict.fromkeys(place.name for place in places if place))


def _asserted(record: Record) -> tuple[Event, ...]:
    return tuple(event for event in record.events if event.modality == "asserted")


PLOVER: Table[Event] = Table(
    "plover",
    "One row an event that an article asserts.",
    (
        Column("Event ID", "text", "Id of the event.", lambda _, event: event.id),
        Column("Event Date", "day", "The day, where only one is possible; never a guess.", _day),
        Column("Event Type", "text", "PLOVER type.", lambda _, event: event.type),
        Column("Event Mode", "text", "PLOVER mode.", lambda _, event: event.mode),
        _empty("Intensity"),
        Column(
            *("Quad Code", "text", "Quadrant, in capitals."),
            lambda _, event: (codebook().quad(event.type) or "").upper(),
        ),
        Column(
            *("Contexts", "text", "Contexts of the article."),
            lambda view, _: BETWEEN.join(view.article.contexts),
        ),
        *_side_columns("Actor", lambda event: event.actors),
        *_side_columns("Recipient", lambda event: event.recipients),
        Column("Placename", "text", "Name of the place.", _place(lambda place: place.name)),
        Column(
            *("City", "text", "The same where the place is a town."),
            _place(lambda place: place.name if place.class_ == "P" else None),
        ),
        _empty("District"),
        _empty("Province"),
        Column("Country", "text", "Code of its state.", _place(lambda place: place.country)),
        Column("Latitude", "number", "Degrees north.", _place(lambda place: place.lat)),
        Column("Longitude", "number", "Degrees east.", _place(lambda place: place.lon)),
        Column("GeoNames ID", "integer", "GeoNames id.", _place(lambda place: place.geonames)),
        Column(
            *("Raw Placename", "text", "The printed words."),
            lambda view, event: view.words(event.place.text) if event.place else None,
        ),
        Column(
            *("Feature Type", "text", "GeoNames' class, a letter."),
            _place(lambda place: place.class_),
        ),
        Column("Source", "text", "Outlet.", lambda view, _: view.article.publisher),
        Column("Publication Date", "day", "Day of publication, where it was.", _published),
        Column("Story People", "text", "Persons of the article.", _named("person")),
        Column(
            *("Story Organizations", "text", "Organisations and armed groups of the article."),
            _named("organization", "armed_group"),
        ),
        Column("Story Locations", "text", "Places of its events and contacts.", _places),
        Column(
            "Language", "text", "Language of the article.", lambda view, _: view.article.language
        ),
        Column(
            *("Version", "text", "Version of Dragoman that read it."),
            lambda view, _: f"dragoman {view.record.reader.version}",
        ),
    ),
    _asserted,
)
