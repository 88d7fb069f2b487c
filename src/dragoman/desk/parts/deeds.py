"""What was just done to stories and crises, in words, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.crises.stories.verdicts import MEMBERS
from dragoman.desk.wording import counted
from dragoman.store import Judgement, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A judgement that was made a moment ago.

    Attributes:
        message: What was done.
        judgement: Its digest, if it can be taken back.
    """

    message: str
    judgement: str | None


def deed_of(view: View, digest: str | None) -> Deed | None:
    """Return what a judgement on stories or crises did; ``None`` where there is none such.

    What is shown follows from the judgement, never from the words of an address.
    """
    if digest is None:
        return None
    made = view.judgements.get(digest)
    if made is None or made.kind not in MEMBERS:
        return None
    if made.verdict == "undo":
        return Deed(message="Taken back.", judgement=made.digest)
    in_force = {each.digest for each in view.judgements.in_force(made.subject)}
    return Deed(message=_told(made), judgement=digest if digest in in_force else None)


def _told(made: Judgement) -> str:
    parts: dict[str, Callable[[], str]] = {
        "correct": lambda: f"Named “{made.detail.get('value', '')}”.",
        "merge": lambda: f"Merged with {_groups(made, len(made.detail.get('with', ())))}.",
        "split": lambda: f"Split: {_groups(made, len(made.detail.get('into', ())))} made of it.",
        "accept": lambda: f"{_members(made)} put here to stay.",
        "add": lambda: "Made.",
    }
    return parts[made.verdict]() if made.verdict in parts else "Done."


def _groups(made: Judgement, count: int) -> str:
    one, many = {"stories": ("story", "stories"), "crises": ("crisis", "crises")}[made.kind]
    return counted(count, one, many)


def _members(made: Judgement) -> str:
    members = made.detail.get(MEMBERS[made.kind], ())
    one, many = {"stories": ("article", "articles"), "crises": ("story", "stories")}[made.kind]
    return counted(len(members), one, many)
