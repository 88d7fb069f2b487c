"""Entries of the ledger made by hand, as short as a test can read them.

A party is written ``"GBR"`` for a government, ``"Mara Oduya/KEN/foreign_minister"`` for a person of
one, and ``"fishermen"`` (in lower case) for somebody who stands for none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from dragoman.crises import Entry, Party, Report
from dragoman.crises.questions.sides import side_of_code
from dragoman.records import Attitude, Contact, Event, Position, Statement, codebook, content_id
from dragoman.records.model import Fact
from dragoman.store import StoredArticle, Told

Origins = Sequence[str]

_EVIDENCE = ((0, 5),)


def party(text: str) -> Party:
    """Return a party from its short form."""
    if text.isupper():
        return Party(id=text, name=side_of_code(text).name, code=text)
    name, code, role = [*text.split("/"), "", ""][:3]
    person = f"person-{name.casefold()}" if code else None
    identity = code or name.casefold()
    level = codebook().level(role) if role else None
    return Party(
        id=identity, name=name, code=code or None, person=person, role=role or None, level=level
    )


def parties(**parts: str | Sequence[str]) -> dict[str, tuple[Party, ...]]:
    """Return who takes which part; ``from_`` stands for ``from``."""
    lists = {part: [one] if isinstance(one, str) else one for part, one in parts.items()}
    return {part.rstrip("_"): tuple(map(party, some)) for part, some in lists.items()}


def article(name: str, day: date | None, *, added: datetime | None = None) -> StoredArticle:
    """Return an article of an outlet, published at noon of a day."""
    published = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if day else None
    return StoredArticle(
        id=f"article-{name}-{day}",
        reading=1,
        current=True,
        version=1,
        previous=None,
        copy_of=None,
        url=f"https://{name.casefold().replace(' ', '-')}.example/{day}",
        title=f"{name} of {day}",
        outlet=name,
        published_at=published,
        told_on=day,
        added_at=added or datetime(2031, 6, 1, tzinfo=UTC),
    )


def report(
    kind: str, fact: Fact, origin: str, day: date | None, told: date | None = None
) -> Report:
    """Return an article's telling of a fact; origin and outlet have one name."""
    at = article(origin, told or day)
    each = Told(kind, fact, 0, content_id(origin, fact.id), day, day, at)
    return Report(told=each, article=at, origin=origin, outlet=origin)


def entry(
    kind: str,
    fact: Fact,
    who: dict[str, tuple[Party, ...]],
    act: dict[str, str | None],
    *,
    day: str | None = None,
    origins: Origins = ("Wire",),
    told: str | None = None,
    **more: Any,
) -> Entry:
    """Return an entry with one report for each origin."""
    on = date.fromisoformat(day) if day else None
    later = date.fromisoformat(told) if told else None
    return Entry(
        id=content_id(kind, sorted(act.items(), key=str), repr(who), day, more.get("id")),
        kind=kind,
        parties=who,
        act=act,
        first_day=on,
        last_day=more.pop("last_day", on),
        reports=tuple(report(kind, fact, each, on, later) for each in origins),
        origins=len(set(origins)),
        confidence=0.9,
        **more,
    )


def event(
    actor: str | Sequence[str],
    recipient: str | Sequence[str] = (),
    *,
    type_: str = "ASSAULT",
    mode: str | None = None,
    modality: str = "asserted",
    reported_by: str | None = None,
    contact: str | None = None,
    **more: Any,
) -> Entry:
    """Return an event."""
    fact = Event(
        id=content_id("event", repr((actor, recipient, type_, more))),
        type=type_,
        mode=mode,
        reported_by=reported_by,
        contact=contact,
        evidence=_EVIDENCE,
        confidence=0.9,
    )
    act = {"type": type_, "mode": mode, "modality": modality}
    return entry("events", fact, parties(actor=actor, recipient=recipient), act, **more)


def contact(
    initiator: str,
    counterpart: str,
    *,
    channel: str = "phone",
    status: str = "held",
    initiative: str = "known",
    **more: Any,
) -> Entry:
    """Return a contact."""
    fact = Contact(
        id=content_id("contact", initiator, counterpart, repr(more)),
        initiator=initiator,
        counterpart=counterpart,
        evidence=_EVIDENCE,
        confidence=0.9,
    )
    act: dict[str, str | None] = {
        "channel": channel,
        "status": status,
        "initiative": initiative,
        "basis": "reported",
    }
    return entry(
        "contacts", fact, parties(initiator=initiator, counterpart=counterpart), act, **more
    )


def statement(speaker: str, *, side: str | None = None, kind: str = "direct", **more: Any) -> Entry:
    """Return a statement."""
    fact = Statement(
        id=content_id("statement", speaker, repr(more)),
        speakers=(speaker,),
        kind="direct",
        evidence=_EVIDENCE,
        confidence=0.9,
    )
    who = parties(speaker=speaker, on_behalf_of=side or ())
    return entry("statements", fact, who, {"kind": kind, "medium": None}, **more)


def position(
    holder: str,
    stance: str,
    *,
    target: str = "the raid",
    reporter: str | None = None,
    **more: Any,
) -> Entry:
    """Return a position; one with a reporter is of the basis ``reported``."""
    fact = Position(
        id=content_id("position", holder, stance, repr(more)),
        holder=holder,
        target=target,
        stance="support",
        basis="own",
        evidence=_EVIDENCE,
        confidence=0.9,
    )
    basis = "reported" if reporter else "own"
    act = {"stance": stance, "basis": basis, "target": target, "target_type": None}
    who = parties(holder=holder, reporter=reporter or ())
    return entry("positions", fact, who, act, **more)


def attitude(one: str, toward: str, sign: str, *, basis: str = "own", **more: Any) -> Entry:
    """Return an attitude."""
    fact = Attitude(
        id=content_id("attitude", one, toward, sign, repr(more)),
        from_=one,
        toward=toward,
        sign="positive",
        basis="own",
        evidence=_EVIDENCE,
        confidence=0.9,
    )
    who = parties(from_=one, toward=toward)
    return entry("attitudes", fact, who, {"sign": sign, "basis": basis}, **more)
