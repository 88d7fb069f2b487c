"""Whether two tellings are of one fact, and by what such tellings are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import blake2b
from itertools import product

from dragoman.crises.entries.merging.acts import events
from dragoman.crises.entries.merging.comparing import DAY, days_between
from dragoman.crises.entries.merging.rules import Rules, rules
from dragoman.crises.entries.merging.talks import contacts
from dragoman.crises.entries.merging.telling import Side, Telling
from dragoman.crises.entries.merging.words import attitudes, positions, statements

_AGREE: Mapping[str, Callable[[Telling, Telling, Rules], float | None]] = {
    "events": events,
    "contacts": contacts,
    "statements": statements,
    "positions": positions,
    "attitudes": attitudes,
}

_AHEAD = {"future", "planned", "proposed"}
_SHORT = 12
"""Up to so many runs of words a statement is short."""

_SAMPLED = {True: 2, False: 4}
"""One run of words in so many of a short statement, or of a long one, is an index entry; and always
the first one."""


def agree(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Return how much speaks for two tellings being of one fact; ``None`` where they are not."""
    if one.kind != other.kind or one.apart != other.apart:
        return None
    return _AGREE[one.kind](one, other, rules)


def window(telling: Telling, rules: Rules) -> tuple[date, date] | None:
    """Return the days on which what is told without a day may have been, ``None`` if unknown."""
    if telling.first is None or telling.last is None:
        return None
    first, last = telling.first, telling.last
    if not telling.own:
        ahead = not _AHEAD.isdisjoint({telling.codes.get("modality"), telling.codes.get("status")})
        first -= timedelta(rules.days["back"]) * (not ahead)
        last += timedelta(rules.days["ahead"]) * ahead
    return (first, last) if (last - first).days < rules.days["widest"] else None


def marks(telling: Telling, rules: Rules) -> set[str]:
    """Return what a telling is found by: by its peers and, if it has a day, by the others."""
    if telling.firm:
        return _marks("day", telling, _days(telling))
    found = _marks("span", telling, [_span(telling)])
    return found | _marks("seen", telling, _seen(telling, rules))


def peers(telling: Telling) -> set[str]:
    """Return the marks of the tellings that it is compared with as an equal."""
    if telling.firm:
        return _marks("day", telling, _near(telling))
    return _marks("span", telling, [_span(telling)])


def leads(telling: Telling, rules: Rules) -> set[str]:
    """Return the marks of the tellings with a day that one without may go to."""
    return _marks("day", telling, _seen(telling, rules))


def followers(telling: Telling) -> set[str]:
    """Return the marks of the tellings without a day that may go to one with a day."""
    return _marks("seen", telling, _days(telling))


def _marks(form: str, telling: Telling, days: Iterable[str]) -> set[str]:
    start = f"{form} {telling.kind} {telling.apart or ''} "
    return {_digest(start + anchor) for anchor in _anchors(telling, days)}


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _days(telling: Telling) -> list[str]:
    return [str(telling.first)]


def _near(telling: Telling) -> list[str]:
    """Return the days on which a telling with a day looks for others."""
    if telling.first is None or telling.kind not in {"events", "contacts"}:
        return _days(telling)
    return [str(telling.first + DAY * offset) for offset in (-1, 0, 1)]


def _span(telling: Telling) -> str:
    return f"{telling.first}/{telling.last}"


def _seen(telling: Telling, rules: Rules) -> list[str]:
    found = window(telling, rules)
    return [] if found is None else [str(each) for each in days_between(*found)]


def _anchors(telling: Telling, days: Iterable[str]) -> Iterator[str]:
    """Yield who and what a telling is found by, for each of some days."""
    if telling.kind == "statements":
        yield from _spoken(telling)
        return
    for (what, who), day in product(_found_by(telling), days):
        yield f"{what} {who} {day}"


def _found_by(telling: Telling) -> list[tuple[str, str]]:
    codes = telling.codes
    if telling.kind == "events":
        together = codes.get("type") in rules().together
        found = [
            (f"{codes.get('type')} {'side' if together else part}", side.anchor)
            for part in ("actor", "recipient")
            for side in telling.part(part)
        ]
        return found or [(str(codes.get("type")), telling.place or "")]
    if telling.kind == "contacts":
        ends = (telling.part("initiator"), telling.part("counterpart"))
        return [("", "|".join(sorted((a.anchor, b.anchor)))) for a, b in product(*ends)]
    if telling.kind == "positions":
        return [("", side.anchor) for side in telling.part("holder")]
    return [
        (str(codes.get("sign")), f"{a.anchor}|{b.anchor}")
        for a, b in product(telling.part("from"), telling.part("toward"))
    ]


def _spoken(telling: Telling) -> Iterator[str]:
    """Yield speakers with some of the runs of words: the same ones wherever a run stands."""
    one_in = _SAMPLED[len(telling.sketch) <= _SHORT]
    runs = telling.sketch[:1] + tuple(each for each in telling.sketch if each % one_in == 0)
    for side, run in product(telling.part("speaker") or (Side(""),), runs):
        yield f"{side.anchor} {run}"
