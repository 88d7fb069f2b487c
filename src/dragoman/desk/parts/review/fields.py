"""What a form on a fact asks: every field that the codebook names for its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "act",
    "code",
    "party",
    "parties",
    "days",
    "place",
    "losses",
    "text",
    "lines",
    "fact",
    "target",
]
"""How a field is filled in.

``act`` is the type and mode of an event in one, ``fact`` another thing of the same article, and
``target`` an event of the article or the name of a policy; the others are what they say.
"""

_PARTS: Mapping[Form, tuple[str, ...]] = {
    "days": ("earliest", "latest"),
    "place": ("name", "country"),
    "losses": ("killed", "injured"),
    "target": ("event", "words"),
}

OF_ONE_ARTICLE: frozenset[Form] = frozenset({"fact", "target"})
"""Forms that point to something of one article, which means nothing in another one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of fact.

    Attributes:
        name: As JSON has it; ``act`` stands for ``type`` and ``mode``.
        label: Words for it.
        form: How it is filled in.
        section: Of the codebook, or of the record, that it is chosen from.
        needed: Whether a fact cannot be without it.
        hint: What to know about it.
    """

    name: str
    label: str
    form: Form
    section: str = ""
    needed: bool = False
    hint: str = ""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of what is filled in: the field's own, or that of each part of it."""
        parts = _PARTS.get(self.form)
        return (self.name,) if parts is None else tuple(f"{self.name}.{part}" for part in parts)


_WHEN = Field("when", "When", "days", hint="As precisely as it is told: 2020, 2020-01, 2020-01-04.")
_WHERE = Field("place", "Where", "place")


def _code(name: str, label: str, section: str, *, needed: bool = True, hint: str = "") -> Field:
    return Field(name, label, "code", section, needed, hint)


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "events": (
        Field("act", "Type and mode", "act", "modes", needed=True),
        Field("actors", "Actors", "parties"),
        Field("recipients", "Recipients", "parties"),
        _code("modality", "Told as", "modalities"),
        _WHEN,
        _WHERE,
        Field("casualties", "Casualties", "losses", hint="A number as printed, or: some."),
        Field("reported_by", "Only claimed by", "fact", "tellers"),
        Field("statement", "Done by the words of", "fact", "statements"),
        Field("contact", "Is the contact", "fact", "contacts"),
    ),
    "contacts": (
        Field("initiator", "Initiator", "party", needed=True),
        _code("initiator_level", "Level of the initiator", "levels", needed=False),
        _code("initiative", "Who began it is", "initiatives"),
        Field("counterpart", "Counterpart", "party", needed=True),
        _code("counterpart_level", "Level of the counterpart", "levels", needed=False),
        _code("channel", "Channel", "channels"),
        _code("status", "Status", "contact_statuses"),
        _code("basis", "Told by", "contact_bases"),
        _WHEN,
        _WHERE,
        Field("topics", "Topics", "lines", hint="One on a line."),
        Field("outcome", "Outcome", "lines", hint="What was agreed or asked; one on a line."),
    ),
    "statements": (
        Field("speakers", "Speakers", "parties"),
        Field("on_behalf_of", "On behalf of", "parties"),
        _code("kind", "Direct or not", "statement_kinds"),
        Field("medium", "Medium", "text", hint="As printed: interview with …"),
        Field("addressee", "Addressee", "party"),
        _WHEN,
    ),
    "positions": (
        Field("holder", "Holder", "party", needed=True),
        _code("stance", "Stance", "stances"),
        Field("target", "About", "target", "events", needed=True),
        _code("basis", "Told in", "bases"),
        Field("reporter", "Reported by", "party", hint="Who says so, where others report it."),
        Field("statement", "Rests on the words of", "fact", "statements"),
    ),
    "attitudes": (
        Field("from", "From", "party", needed=True),
        Field("toward", "Toward", "party", needed=True),
        _code("sign", "Sign", "signs"),
        _code("basis", "Told in", "bases"),
    ),
}
"""The fields of each kind, in the order in which a form asks them."""


def field_of(kind: str, name: str) -> Field | None:
    """Return the field that a correction of a name, or of a part of it, is shown as."""
    name = name.partition(".")[0]
    shown = "act" if kind == "events" and name in {"type", "mode"} else name
    return next((each for each in FIELDS[kind] if each.name == shown), None)
