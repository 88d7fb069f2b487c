"""Tellings made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Side, Telling
from dragoman.crises.entries.merging.words import content, sketch

FREEDONIA = Side("FRD", "FRD")
NORLAND = Side("NRL", "NRL")
SYLVANIA = Side("SYL", "SYL")
VOSS = Side("FRD", "FRD", "voss")
OTT = Side("FRD", "FRD", "ott")
DAHL = Side("NRL", "NRL", "dahl")
BERG = Side("NRL", "NRL", "berg")

WORDS = "we will keep the strait open to every ship that comes in peace"


def days(of: str | None) -> dict[str, Any]:
    """Return the days of ``2031-05-01``, of two parted by a slash, or none."""
    if of is None:
        return {}
    first, _, last = of.partition("/")
    return {"first": date.fromisoformat(first), "last": date.fromisoformat(last or first)}


def act(
    by: Side | None = FREEDONIA,
    to: Side | None = NORLAND,
    *,
    on: str | None = "2031-05-01",
    at: tuple[str | None, str] = (None, ""),
    **more: Any,
) -> Telling:
    """Return a telling of an event; other names than a telling's own are codes."""
    codes = {"type": "ASSAULT", "modality": "asserted", **_codes(more)}
    sides = {"actor": (by,) if by else (), "recipient": (to,) if to else ()}
    more |= {"place": at[0], "country": at[1] or None}
    return Telling(kind="events", codes=codes, sides=sides, **_dated(on, more))


def talk(
    by: Side = DAHL, to: Side = VOSS, *, on: str | None = "2031-05-01", **more: Any
) -> Telling:
    """Return a telling of a contact."""
    codes = {"channel": "phone", "status": "held", **_codes(more)}
    sides = {"initiator": (by,), "counterpart": (to,)}
    return Telling(kind="contacts", codes=codes, sides=sides, **_dated(on, more))


def stance(of: Side = SYLVANIA, *, on: str | None = "2031-05-02", **more: Any) -> Telling:
    """Return a telling of a position on the raid."""
    codes = {"stance": "condemnation", "basis": "own", **_codes(more)}
    about = more.pop("about", act())
    return Telling(
        kind="positions", codes=codes, sides={"holder": (of,)}, about=about, **_dated(on, more)
    )


def statement(by: Side = DAHL, words: str = WORDS, on: str = "2031-05-01", **more: Any) -> Telling:
    return Telling(
        kind="statements",
        codes={"kind": "direct"},
        sides={"speaker": (by,)},
        sketch=sketch(words),
        content=content(words, rules().little),
        **days(on),
        **more,
    )


def attitude(of: Side = SYLVANIA, toward: Side = FREEDONIA, **more: Any) -> Telling:
    codes = {"sign": more.pop("sign", "negative"), "basis": more.pop("basis", "own")}
    when = days(more.pop("on", "2031-05-01"))
    sides = {"from": (of,), "toward": (toward,)}
    return Telling(kind="attitudes", codes=codes, sides=sides, **when)


_CODES = ("type", "mode", "modality", "channel", "status", "stance", "basis")


def _codes(more: dict[str, Any]) -> dict[str, Any]:
    return {name: more.pop(name) for name in _CODES if name in more}


def _dated(on: str | None, more: dict[str, Any]) -> dict[str, Any]:
    return {"own": on is not None, **days(on), **more}
