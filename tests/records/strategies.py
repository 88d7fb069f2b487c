"""Hypothesis strategies for spans, dates and whole records that keep the contract."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from dragoman.records import (
    Actor,
    Article,
    Attitude,
    Contact,
    Event,
    Place,
    Position,
    ReaderInfo,
    Record,
    Spans,
    Statement,
    When,
    codebook,
    content_id,
)
from dragoman.records.spans import normalise

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=200)
DAYS = st.dates().map(lambda day: day.isoformat())
PARTIAL_DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    min_value=datetime.fromisoformat("1900-01-01"),
    timezones=st.one_of(st.just(UTC), ZONES),
)
CONFIDENCES = st.floats(0, 1)
LEVELS = st.one_of(st.none(), st.integers(1, 4))


def ranges(size: int) -> st.SearchStrategy[tuple[int, int]]:
    """Return spans within a text of ``size`` characters, none empty."""
    ends = st.tuples(st.integers(0, size - 1), st.integers(1, size))
    return ends.map(lambda pair: (min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1])))


def span_lists(size: int, *, at_least: int = 0) -> st.SearchStrategy[Spans]:
    """Return normal lists of spans within a text of ``size`` characters."""
    return st.lists(ranges(size), min_size=at_least, max_size=4).map(normalise)


def whens(size: int) -> st.SearchStrategy[When]:
    """Return times with one date, of any precision."""
    return st.builds(lambda day, text: When(day, day, text), PARTIAL_DATES, span_lists(size))


def places(size: int) -> st.SearchStrategy[Place]:
    """Return places, with or without coordinates."""
    return st.builds(
        Place,
        name=WORDS,
        country=st.one_of(st.none(), st.just("NOR")),
        lat=st.one_of(st.none(), st.floats(-90, 90)),
        lon=st.one_of(st.none(), st.floats(-180, 180)),
        geonames=st.one_of(st.none(), st.integers(1)),
        text=span_lists(size),
    )


@st.composite
def events(draw: st.DrawFn, size: int, actors: tuple[str, ...]) -> Event:
    """Draw an event whose type and mode belong together."""
    type_ = draw(st.sampled_from(codebook().codes("types")))
    mode = draw(st.sampled_from((None, *codebook().modes(type_))))
    return Event(
        id=content_id("event", draw(st.integers())),
        type=type_,
        mode=mode,
        actors=draw(st.lists(st.sampled_from(actors), unique=True).map(tuple)),
        when=draw(st.one_of(st.none(), whens(size))),
        place=draw(st.one_of(st.none(), places(size))),
        trigger=draw(span_lists(size)),
        evidence=draw(span_lists(size, at_least=1)),
        field_evidence={"actors": draw(span_lists(size))},
        confidence=draw(CONFIDENCES),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record that keeps the contract."""
    text = draw(TEXTS)
    size = len(text)
    ids = ("one", "two")
    evidence, confidence = span_lists(size, at_least=1), CONFIDENCES
    common = {"evidence": evidence, "confidence": confidence}
    holder = st.sampled_from((*ids, "NOR", "NATO", "G7"))
    contact = st.builds(
        Contact,
        id=st.just("contact"),
        initiator=st.sampled_from(ids),
        counterpart=st.sampled_from(ids),
        initiator_level=LEVELS,
        counterpart_level=LEVELS,
        when=st.none() | whens(size),
        place=st.none() | places(size),
        field_evidence=st.just({}),
        **common,
    )
    statement = st.builds(
        Statement,
        id=st.just("statement"),
        speakers=st.just(ids),
        on_behalf_of=st.lists(holder, max_size=2).map(tuple),
        source=span_lists(size),
        cue=span_lists(size),
        content=span_lists(size),
        when=st.none(),
        field_evidence=st.just({}),
        **common,
    )
    position = st.builds(
        Position,
        id=st.just("position"),
        holder=holder,
        target=WORDS,
        reporter=st.none() | holder,
        statement=st.just("statement"),
        field_evidence=st.just({}),
        **common,
    )
    attitude = st.builds(
        Attitude,
        id=st.just("attitude"),
        from_=holder,
        toward=holder,
        field_evidence=st.just({}),
        **common,
    )
    event = draw(events(size, ids))
    return Record(
        reader=ReaderInfo(draw(WORDS), draw(WORDS)),
        article=Article(
            id=content_id(text),
            text=text,
            published_at=draw(st.none() | MOMENTS),
            paragraphs=draw(span_lists(size)),
        ),
        actors=tuple(
            Actor(each, draw(WORDS), "person", mentions=draw(span_lists(size))) for each in ids
        ),
        events=(event,),
        contacts=(draw(contact),),
        statements=(draw(statement),),
        positions=(draw(position),),
        attitudes=(draw(attitude),),
    )
