"""Facts in a few words, as they stand on a bar or in a column, where the whole sentence is near."""

from __future__ import annotations

import re

from dragoman.crises import Entry
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.sides import members
from dragoman.crises.questions.tables import wording
from dragoman.desk.parts.codes import named
from dragoman.desk.parts.entries import ShownEntry

_CALLED = {"phone": "Phone call", "video": "Video call", "unspecified": "Contact"}
_ARTICLE = re.compile(r"^An? ")


def label(entry: Entry, shown: ShownEntry) -> str:
    """Return a fact in a few words: "Seizure → Norway"; what was said, where it is a statement.

    Args:
        entry: Of the ledger.
        shown: The same as it is shown.
    """
    if entry.kind == "statements":
        return shown.citations[0].words if shown.citations else shown.sentence
    if entry.kind == "contacts":
        return _contact(entry)
    if entry.kind == "positions":
        stance = shown.stance.name if shown.stance else "Position"
        return f"{stance}: {shown.about}" if shown.about else stance
    if entry.kind == "attitudes":
        sign = shown.stance.name if shown.stance else "Marked"
        return _toward(f"{sign} attitude", _names(entry, "toward"))
    return _toward(_act(entry), _names(entry, "recipient"))


def _act(entry: Entry) -> str:
    found = wording(entry.act.get("type"), entry.act.get("mode"))
    return _capital(_ARTICLE.sub("", found.noun)) if found else "Act"


def _contact(entry: Entry) -> str:
    channel = entry.act.get("channel") or "unspecified"
    called = _CALLED.get(channel) or named("contacts", "channel", channel).name
    one, other = _names(entry, "initiator"), _names(entry, "counterpart")
    if entry.act.get("initiative") == "known":
        return _toward(f"{called}: {one}", other)
    return f"{called}: {' – '.join(filter(None, (one, other)))}"


def _toward(told: str, names: str) -> str:
    return f"{told} → {names}" if names else told


def _names(entry: Entry, part: str) -> str:
    return ", ".join(dict.fromkeys(clean(each.name) for each in members(entry, part)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
