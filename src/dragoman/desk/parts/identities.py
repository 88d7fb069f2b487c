"""What people judged of who is who, in words, so that it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dragoman.crises.persons.links import KIND, links_of
from dragoman.crises.persons.spelled import by_key, of_persons
from dragoman.desk.wording import counted
from dragoman.store import Judgement, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A judgement on who is who.

    Attributes:
        message: What it says.
        who: Who made it.
        why: The reason, if one was given.
        made_at: When.
        judgement: Its digest, if it can be taken back.
    """

    message: str
    who: str
    why: str
    made_at: datetime
    judgement: str | None


def identity_of(view: View, digest: str | None) -> Identity | None:
    """Return a judgement on who is who; ``None`` where there is none such.

    What is shown follows from the judgement, never from the words of an address.
    """
    made = view.judgements.get(digest) if digest is not None else None
    if made is None or made.kind != KIND:
        return None
    in_force = {each.digest for each in view.judgements.in_force(made.subject)}
    return _shown(made, undoable=made.verdict != "undo" and made.digest in in_force)


def history(view: View, person: str) -> tuple[Identity, ...]:
    """Return the judgements in force that a person's spellings are part of, the latest first."""
    keys = [each.key for each in of_persons(view.connection, [person]).get(person, ())]
    digests = dict.fromkeys(each.judgement for each in links_of(view.connection, keys))
    made = [each for each in map(view.judgements.get, digests) if each is not None]
    return tuple(_shown(each, undoable=True) for each in reversed(made))


def person_of(view: View, made: Judgement) -> str:
    """Return the person whom a judgement is on, as persons are now.

    A person who was brought together with another one, or told apart, may have another id since.
    """
    while made.undoes is not None and (taken := view.judgements.get(made.undoes)) is not None:
        made = taken
    keys = [key for side in made.detail.get("sides", ()) for key in side]
    now = by_key(view.connection, keys)
    return next((now[key].person for key in keys if key in now), made.subject)


def _shown(made: Judgement, *, undoable: bool) -> Identity:
    return Identity(
        message=_told(made),
        who=made.who,
        why=made.why,
        made_at=made.made_at,
        judgement=made.digest if undoable else None,
    )


def _told(made: Judgement) -> str:
    if made.verdict == "merge":
        others = counted(len(made.detail.get("with", ())), "other person", "other persons")
        return f"Made one with {others}."
    if made.verdict == "split":
        apart = len(made.detail.get("into", ()))
        told = counted(apart, "article" if made.detail.get("articles") else "spelling")
        return f"{told} told apart as somebody else's."
    return "Taken back."
