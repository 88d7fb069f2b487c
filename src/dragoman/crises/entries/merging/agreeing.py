"""Whether two tellings are of one fact, and by what such tellings are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import product

from dragoman.crises.entries.merging.acts import events
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
_DAYS_A_STRETCH = 4
_STRETCH = {"statements": 16}
"""Tellings are found by stretches of so many days: one by one, days would be many marks a telling.
Statements are told for longer, and are found by their words."""

_A_YEAR = 366

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


def window(telling: Telling, rules: Rules) -> range | None:
    """Return the days, as ordinals, that one is of that a telling without a day may go to.

    ``None`` where its time is not known, or says too little.
    """
    if telling.first is None or telling.last is None:
        return None
    first, last = telling.first.toordinal(), telling.last.toordinal()
    before, after, widest = _margins(telling, rules)
    found = range(first - before, last + after + 1)
    return found if len(found) <= widest else None


def _margins(telling: Telling, rules: Rules) -> tuple[int, int, int]:
    """Return by how many days one may come before or after, and how many it may be in all."""
    days = rules.days
    if telling.kind == "statements":
        return days["statements"], days["statements"], _A_YEAR
    if telling.own:
        return 0, 0, days["widest"]
    ahead = not _AHEAD.isdisjoint({telling.codes.get("modality"), telling.codes.get("status")})
    return (0, days["ahead"], days["widest"]) if ahead else (days["back"], 0, days["widest"])


def marks(telling: Telling, rules: Rules) -> set[int]:
    """Return what a telling is found by: by its peers, and by those that it may go or lead to."""
    if telling.firm:
        return _marks("day", telling, _about(telling, 0))
    found = _marks("span", telling, [_span(telling)])
    return found | _marks("seen", telling, _window(telling, rules))


def peers(telling: Telling, rules: Rules) -> set[int]:
    """Return the marks of the tellings that it is compared with as an equal, and of some others."""
    if telling.firm:
        return _marks("day", telling, _about(telling, _near(telling, rules)))
    return _marks("span", telling, [_span(telling)])


def leads(telling: Telling, rules: Rules) -> set[int]:
    """Return the marks of the tellings with a day that one without may go to, and of some others.

    Which they are tells :func:`window`.
    """
    return _marks("day", telling, _window(telling, rules))


def followers(telling: Telling) -> set[int]:
    """Return the marks of the tellings without a day that may go to one with a day, and more."""
    return _marks("seen", telling, _about(telling, 0))


def _marks(form: str, telling: Telling, times: Sequence[str]) -> set[int]:
    start = f"{form} {telling.kind} {telling.apart or ''} "
    return {
        _number(f"{start}{anchor} {time}") for anchor, time in product(_anchors(telling), times)
    }


def _number(text: str) -> int:
    found = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(found.digest(), "big", signed=True)


def _about(telling: Telling, days: int) -> list[str]:
    """Return the stretches of days around the day of a telling."""
    if telling.first is None:
        return []
    day = telling.first.toordinal()
    return _stretches(telling, range(day - days, day + days + 1))


def _window(telling: Telling, rules: Rules) -> list[str]:
    found = window(telling, rules)
    return _stretches(telling, found) if found else []


def _stretches(telling: Telling, days: range) -> list[str]:
    length = _STRETCH.get(telling.kind, _DAYS_A_STRETCH)
    return [str(number) for number in range(days[0] // length, days[-1] // length + 1)]


def _near(telling: Telling, rules: Rules) -> int:
    """Return how many days apart a telling with a day looks for others."""
    if telling.kind == "statements":
        return rules.days["statements"]
    return int(telling.kind in {"events", "contacts"})


def _span(telling: Telling) -> str:
    """Return the time of a telling without a day; of statements the words tell enough."""
    return "" if telling.kind == "statements" else f"{telling.first}/{telling.last}"


def _anchors(telling: Telling) -> Iterator[str]:
    """Yield who and what a telling is found by."""
    if telling.kind == "statements":
        return _spoken(telling)
    return (f"{what} {who}" for what, who in _found_by(telling))


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
