"""A whole record of our own, small enough to read, with every kind of fact in it."""

from __future__ import annotations

from datetime import UTC, datetime

from dragoman.records import (
    Actor,
    Article,
    Attitude,
    Casualties,
    Contact,
    Event,
    Furniture,
    Office,
    Place,
    Position,
    ReaderInfo,
    Record,
    Spans,
    Statement,
    When,
    content_id,
)

TITLE = "Norway calls for calm after raid"
BODY = (
    "OSLO (Wire) - Foreign Minister Kari Lund phoned her Danish counterpart on Friday. "
    '"Both sides must step back," Lund said. '
    "Three sailors were killed in the raid by Freedonia on Thursday. "
    "Norway is tired of Freedonia."
)
TEXT = f"{TITLE}\n\n{BODY}"


def spans(*phrases: str) -> Spans:
    """Return the span of each phrase at its first place in the text."""
    return tuple(sorted((TEXT.index(each), TEXT.index(each) + len(each)) for each in phrases))


def article() -> Article:
    """Return the article that the record is of."""
    head = "OSLO (Wire) -"
    return Article(
        id=content_id(TEXT),
        text=TEXT,
        title=TITLE,
        title_span=(0, len(TITLE)),
        dateline="OSLO",
        published_at=datetime(2031, 5, 2, 18, 30, tzinfo=UTC),
        paragraphs=((0, len(TITLE)), (len(TITLE) + 2, len(TEXT))),
        contexts=("diplomatic", "military"),
        furniture=(
            Furniture("dateline", head, spans(head)[0]),
            Furniture("caption", "The port in winter."),
        ),
    )


def actors() -> tuple[Actor, ...]:
    """Return a minister, an unnamed one, and two states."""
    office = Office("Foreign Minister", "foreign_minister", 2, "NOR", "print")
    return (
        Actor(
            *("lund", "Kari Lund", "person", "NOR"),
            sectors=("GOV",),
            office=office,
            mentions=spans("Kari Lund"),
        ),
        Actor("dane", "Danish counterpart", "unnamed", "DNK", mentions=spans("Danish counterpart")),
        Actor("norway", "Norway", "state", "NOR", mentions=spans("Norway")),
        Actor("freedonia", "Freedonia", "state", "FRD", mentions=spans("Freedonia")),
        Actor("sailors", "Three sailors", "unnamed", mentions=spans("Three sailors")),
    )


def raid() -> Event:
    """Return the raid, with a place, a date and casualties."""
    evidence = spans("Three sailors were killed in the raid by Freedonia on Thursday.")
    day = When("2031-05-01", "2031-05-01", spans("on Thursday"))
    return Event(
        id=content_id("event", "raid"),
        type="ASSAULT",
        actors=("freedonia",),
        recipients=("sailors",),
        place=Place("Oslo", "NOR", 59.91, 10.75, 3143244, spans("OSLO")),
        when=day,
        trigger=spans("killed"),
        casualties=Casualties(killed=3, injured="some"),
        evidence=evidence,
        field_evidence={"when": day.text},
        confidence=0.9,
    )


def call() -> Contact:
    """Return the phone call between the two ministers."""
    return Contact(
        id=content_id("contact", "call"),
        initiator="lund",
        initiator_level=2,
        initiative="known",
        counterpart="dane",
        counterpart_level=2,
        channel="phone",
        when=When("2031-05-02", "2031-05-02", spans("on Friday")),
        evidence=spans("Foreign Minister Kari Lund phoned her Danish counterpart on Friday."),
        confidence=0.95,
    )


def appeal() -> Statement:
    """Return the minister's words."""
    quotation = '"Both sides must step back,"'
    return Statement(
        id=content_id("statement", "appeal"),
        speakers=("lund",),
        on_behalf_of=("NOR",),
        kind="direct",
        source=spans("Lund said")[:1],
        cue=spans("said"),
        content=spans(quotation),
        evidence=spans(f"{quotation} Lund said."),
        confidence=1.0,
    )


def record() -> Record:
    """Return the whole record."""
    return Record(
        reader=ReaderInfo("0.1.0", "none"),
        article=article(),
        actors=actors(),
        events=(raid(),),
        contacts=(call(),),
        statements=(appeal(),),
        positions=(
            Position(
                id=content_id("position"),
                holder="NOR",
                target=raid().id,
                stance="restraint",
                basis="own",
                statement=appeal().id,
                evidence=appeal().evidence,
                confidence=0.8,
            ),
        ),
        attitudes=(
            Attitude(
                id=content_id("attitude"),
                from_="NOR",
                toward="freedonia",
                sign="negative",
                basis="own",
                evidence=spans("Norway is tired of Freedonia."),
                confidence=0.7,
            ),
        ),
    )
