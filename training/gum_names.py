"""Names in GUM: entities whose head is a proper noun, cut down to the name itself.

GUM marks every noun phrase with its entity type (Zeldes, 2017). A name here is the part of such a
phrase that a newspaper would capitalise, without article, title and description.
"""

from __future__ import annotations

import re
from typing import Any

KINDS = {
    "person": "PERSON",
    "organization": "ORGANISATION",
    "place": "PLACE",
    "event": "EVENT",
    "time": "TIME",
}
FACILITIES = frozenset(
    "airport base station embassy bridge hospital palace prison stadium museum church mosque "
    "temple castle tower dam plant refinery port harbour harbor terminal hotel camp "
    "university school library monument cathedral abbey fort barracks headquarters".split()
)
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president king queen prince princess sir "
    "lord lady senator sen. representative rep. governor gov. general gen. colonel col. captain "
    "capt. judge justice chancellor minister secretary mayor pope saint st. father rev. reverend "
    "lieutenant lt. major maj. sergeant sgt. congressman congresswoman ambassador".split()
)
_INNER = frozenset("of the and for de la du di da von van bin al el & ' ’ 's ’s - – . /".split())
_PART = re.compile(r"\(([^()]*)\)|\(([^()]*)|([^()]*)\)")


def names(tokens: list[Any]) -> list[tuple[tuple[int, int], str]]:
    """Word spans and types of the names among a sentence's ``tokens``."""
    found = []
    for start, end, kind in _entities(tokens):
        span = _time(start, end) if kind == "time" else _name(tokens, start, end)
        if span is not None and kind in KINDS:
            found.append((span, _kind(tokens, span, kind)))
    found += [((place, place + 1), "NATIONALITY") for place in _nationalities(tokens)]
    return sorted(set(found), key=lambda item: (item[0][0] - item[0][1], item[0][0], item[1]))


def mention_heads(tokens: list[Any]) -> list[tuple[str, int]]:
    """Entity number and head word of every mention in a sentence, in order of the heads."""
    found = [
        (number, head)
        for start, end, _, number in _mentions(tokens)
        if (head := _head(tokens, start, end)) is not None
    ]
    return sorted(found, key=lambda item: item[1])


def _entities(tokens: list[Any]) -> list[tuple[int, int, str]]:
    return [(start, end, kind) for start, end, kind, _ in _mentions(tokens)]


def _mentions(tokens: list[Any]) -> list[tuple[int, int, str, str]]:
    open_: dict[str, list[tuple[int, str]]] = {}
    found = []
    for place, token in enumerate(tokens):
        entity = (token["misc"] or {}).get("Entity") or ""
        for single, opened, closed in _PART.findall(entity):
            label = single or opened
            if label:
                number, _, rest = label.partition("-")
                kind = rest.partition("-")[0]
                if single:
                    found.append((place, place + 1, kind, number))
                else:
                    open_.setdefault(number, []).append((place, kind))
            elif open_.get(closed):
                start, kind = open_[closed].pop()
                found.append((start, place + 1, kind, closed))
    return found


def _time(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if end - start <= 6 else None


def _name(tokens: list[Any], start: int, end: int) -> tuple[int, int] | None:
    head = _head(tokens, start, end)
    if head is None or tokens[head]["upos"] != "PROPN":
        return None
    left, right = head, head + 1
    while right < end and _belongs(tokens, right, end, 1):
        right += 1
    while left > start and _belongs(tokens, left - 1, start, -1):
        left -= 1
    while left < right - 1 and _droppable(tokens[left]):
        left += 1
    while right > left + 1 and tokens[right - 1]["form"].lower() in _INNER:
        right -= 1
    return left, right


def _head(tokens: list[Any], start: int, end: int) -> int | None:
    for place in range(start, end):
        if not start < tokens[place]["head"] <= end:
            return place
    return None


def _belongs(tokens: list[Any], place: int, limit: int, step: int) -> bool:
    token = tokens[place]
    if _capital(token) and token["deprel"] not in ("appos", "conj", "parataxis"):
        return True
    after = place + step
    inside = after < limit if step > 0 else after >= limit
    return token["form"].lower() in _INNER and inside and _capital(tokens[after])


def _capital(token: Any) -> bool:
    return token["form"][:1].isupper() or token["upos"] == "PROPN" or token["form"].isdigit()


def _droppable(token: Any) -> bool:
    form = token["form"].lower()
    return form in TITLES or form in _INNER or token["upos"] in ("DET", "PRON")


def _kind(tokens: list[Any], span: tuple[int, int], kind: str) -> str:
    words = {tokens[place]["form"].lower() for place in range(*span)}
    if kind == "place" and words & FACILITIES:
        return "FACILITY"
    return KINDS[kind]


def _nationalities(tokens: list[Any]) -> list[int]:
    return [
        place
        for place, token in enumerate(tokens)
        if token["upos"] == "ADJ"
        and token["form"][:1].isupper()
        and token["lemma"][:1].isupper()
        and len(token["form"]) > 3
        and token["form"][1:].islower()
    ]
