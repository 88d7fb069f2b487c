"""Entries as sentences: plain and neutral, and never firmer than what is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from dragoman.crises.entries import Conflict, Entry, Party
from dragoman.crises.questions.brief.dates import days_text
from dragoman.crises.questions.brief.differences import matter, values
from dragoman.crises.questions.certainty import Certainty, certainty
from dragoman.crises.questions.sides import (
    Side,
    described,
    joined,
    members,
    side,
    sides,
)
from dragoman.crises.questions.standings import Acts
from dragoman.crises.questions.tables import Wording, wording
from dragoman.records import codebook

_FIRMNESS: Mapping[Certainty, str] = {
    "reported": "is reported",
    "claimed": "is claimed",
    "announced": "is reported as announced or expected",
    "proposed": "is reported as proposed",
    "possible": "is spoken of as possible",
    "cancelled": "is reported as cancelled",
    "refused": "is reported as refused",
    "denied": "is reported not to have taken place",
    "recalled": "is recalled",
    "own": "is reported",
    "unknown": "is spoken of",
}

_CHANNELS: Mapping[str | None, tuple[str, str, str]] = {
    "phone": ("A phone call", "by", "to"),
    "video": ("A video call", "by", "to"),
    "letter": ("A letter", "by", "to"),
    "message": ("A message", "by", "to"),
    "visit": ("A visit", "by", "to"),
    "meeting": ("A meeting", "of", "with"),
}
_CONTACT = ("A contact", "by", "with")

_STANCES: Mapping[str | None, str] = {
    "support": "support",
    "understanding": "show understanding for",
    "restraint": "call for restraint over",
    "concern": "voice concern about",
    "criticism": "criticise",
    "condemnation": "condemn",
}

_STANCE_NOUNS: Mapping[str | None, tuple[str, str]] = {
    "support": ("Support", "for"),
    "understanding": ("Understanding", "for"),
    "restraint": ("A call for restraint", "over"),
    "concern": ("Concern", "about"),
    "criticism": ("Criticism", "of"),
    "condemnation": ("Condemnation", "of"),
}

_QUOTED: Mapping[str | None, str] = {
    "direct": "quoted",
    "mixed": "quoted in part",
    "indirect": "paraphrased",
}

_WITH_ARTICLE = re.compile(
    r"^(United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Vatican|Holy See)\b"
    r"|\b(Union|Nations|Republic|Islands|League|Council|Organi[sz]ation|Agency|Court|Commission)\b"
)


def phrase(entry: Entry, acts: Acts) -> str:
    """Return the sentence that tells an entry."""
    return _start(_SENTENCES[entry.kind](entry, acts))


def act_phrase(target: str, acts: Acts) -> str:
    """Return an act that somebody takes a position on, as it stands within a sentence."""
    act = acts.get(target)
    if act is None:
        return f"“{' '.join(target.split())}”"
    return re.sub(r"^An? ", "the ", _noun_phrase(act))


def change_phrase(
    holder: Side, before: Iterable[str], after: Iterable[str], act: str, since: str
) -> str:
    """Return the sentence that tells a change of position."""
    told = f"{_called(holder.name)} is reported to {_stances(after)} {act}; "
    return _start(f"{told}it was reported to {_stances(before)} it {since}.")


def contradiction_phrase(
    holder: Side, reporters: Iterable[Side], stance: str, own: Iterable[str], act: str
) -> str:
    """Return the sentence that sets what others say of a holder beside its own words."""
    told = (
        f"{_called(holder.name)} is said by {_reporters(reporters)} to {_stances([stance])} {act}"
    )
    return _start(f"{told}, and is itself reported to {_stances(own)} it.")


def conflict_phrase(told: str, conflict: Conflict) -> str:
    """Return the sentence that sets what reports give differently side by side."""
    listed = "; ".join(f"{value} ({joined(outlets)})" for value, outlets in values(conflict))
    return f"Reports of {_claused(told)} differ on {matter(conflict)}: {listed}."


def subject(entry: Entry, acts: Acts) -> str:
    """Return what an entry is about, as it stands within a sentence."""
    if entry.kind in {"events", "contacts"}:
        return re.sub(r"^An? ", "the ", _noun_phrase(entry))
    if entry.kind == "positions":
        holders = joined(map(_called_side, sides(entry, "holder")))
        return f"the position of {holders} on {act_phrase(entry.act.get('target') or '', acts)}"
    return f"the words of {joined(_persons(members(entry, 'speaker', 'from'))) or 'somebody'}"


def _noun_phrase(entry: Entry) -> str:
    """Return an event or contact: "A drone attack by the United States on …, on 3 January"."""
    parts = _contact_parts(entry) if entry.kind == "contacts" else _event_parts(entry)
    when = days_text(entry.first_day, entry.last_day) if _is_dated(entry) else ""
    where = f"in {entry.place}" if entry.place else ""
    return ", ".join(part for part in (" ".join(filter(None, parts)), when, where) if part)


def _event_parts(entry: Entry) -> list[str]:
    code = entry.act.get("type")
    called = wording(code, entry.act.get("mode")) or Wording(f"An act ({code})", "by", "toward")
    actors, recipients = (joined(_persons(members(entry, part))) for part in ("actor", "recipient"))
    parts = [called.noun]
    parts += [f"{called.by} {actors}"] if actors else []
    return parts + ([f"{called.to} {recipients}"] if recipients else [])


def _contact_parts(entry: Entry) -> list[str]:
    noun, by, to = _CHANNELS.get(entry.act.get("channel"), _CONTACT)
    one, other = (joined(_persons(members(entry, each))) for each in ("initiator", "counterpart"))
    if entry.act.get("initiative") != "known":
        return [noun, f"between {one} and {other}"]
    return [noun, f"{by} {one}", f"{to} {other}"]


def _is_dated(entry: Entry) -> bool:
    return any(each.told.earliest is not None for each in entry.reports)


def _event(entry: Entry, acts: Acts) -> str:
    _ = acts
    return f"{_claused(_noun_phrase(entry))} {_FIRMNESS[certainty(entry)]}{_casualties(entry)}."


def _contact(entry: Entry, acts: Acts) -> str:
    _ = acts
    own = ", in the words of one side" if entry.act.get("basis") == "own words" else ""
    firmness = _FIRMNESS[certainty(entry)].replace("announced or expected", "planned")
    return f"{_claused(_noun_phrase(entry))} {firmness}{own}."


def _claused(told: str) -> str:
    """Close a phrase that has a comma by another one."""
    return f"{told}," if ", " in re.sub(r"\([^)]*\)", "", told) else told


def _statement(entry: Entry, acts: Acts) -> str:
    _ = acts
    speakers = list(_persons(members(entry, "speaker")))
    verb = "are" if len(speakers) > 1 else "is"
    told = f"{joined(speakers) or 'Somebody who is not named'} {verb} "
    told += _QUOTED.get(entry.act.get("kind"), "cited")
    addressee = joined(_persons(members(entry, "addressee")))
    told += f", speaking to {addressee}" if addressee else ""
    medium = entry.act.get("medium")
    return f"{told} ({' '.join(medium.split())})." if medium else f"{told}."


def _position(entry: Entry, acts: Acts) -> str:
    holders = sides(entry, "holder")
    holder = joined(map(_called_side, holders))
    act = act_phrase(entry.act.get("target") or "", acts)
    if len(holders) != 1 or holders[0].code is None:
        return _position_of_several(entry, holder, act)
    holds = f"to {_stances([entry.act.get('stance') or ''])}"
    if entry.act.get("basis") == "own":
        return f"{holder} is reported {holds} {act}."
    return f"{holder} is said by {_reporters(sides(entry, 'reporter'))} {holds} {act}."


def _position_of_several(entry: Entry, holder: str, act: str) -> str:
    """Return a position of holders that may be one or many, in words that leave it open."""
    noun, to = _STANCE_NOUNS.get(entry.act.get("stance"), ("A position", "on"))
    told = f"{noun} by {holder or 'somebody who is not named'} {to} {act}"
    if entry.act.get("basis") == "own":
        return f"{_claused(told)} is reported."
    return f"{_claused(told)} is claimed by {_reporters(sides(entry, 'reporter'))}."


def _attitude(entry: Entry, acts: Acts) -> str:
    _ = acts
    one, other = (joined(_persons(members(entry, part))) for part in ("from", "toward"))
    sign = entry.act.get("sign") or "marked"
    firmness = "is reported" if entry.act.get("basis") == "own" else "is reported by others"
    return f"A {sign} attitude of {one} toward {other} {firmness}."


_SENTENCES: Mapping[str, Callable[[Entry, Acts], str]] = {
    "events": _event,
    "contacts": _contact,
    "statements": _statement,
    "positions": _position,
    "attitudes": _attitude,
}


def _casualties(entry: Entry) -> str:
    """Return the dead and injured where reports agree on them."""
    disputed = {each.field for each in entry.conflicts}
    told = [
        f"{fate}: {number}"
        for fate in ("killed", "injured")
        if f"casualties.{fate}" not in disputed and (number := _number(entry, fate)) is not None
    ]
    return f" ({', '.join(told)})" if told else ""


def _number(entry: Entry, fate: str) -> str | None:
    casualties = (getattr(each.told.fact, "casualties", None) for each in entry.reports)
    numbers = (getattr(each, fate) for each in casualties if each is not None)
    return next((str(each) for each in numbers if each is not None), None)


def _stances(stances: Iterable[str]) -> str:
    return joined(_STANCES.get(each, "take a position on") for each in stances)


def _reporters(reporters: Iterable[Side]) -> str:
    return joined(map(_called_side, reporters)) or "others"


def _persons(parties: Iterable[Party]) -> list[str]:
    return [_person(each) for each in parties]


def _person(party: Party) -> str:
    """Return a party with state and office: "Mara Oduya (Kenya, foreign minister)"."""
    behind = side(party)
    if behind.code is None or party.name == behind.name:
        return _called(party.name)
    roles = {each.code: each.name for each in codebook().section("roles")}
    return described(party, roles.get(party.role or "", "").lower() or None)


def _called_side(behind: Side) -> str:
    return _called(behind.name)


def _called(name: str) -> str:
    """Return a name with the article that it goes by."""
    return f"the {name}" if _WITH_ARTICLE.search(name) and not name.startswith("the ") else name


def _start(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]
