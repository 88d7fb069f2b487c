"""The trigger tables: which verbs and nouns tell of which event, and where its sides stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.coding.events.conditions import Condition, holds, parse
from dragoman.coding.events.words import channel, noun_forms, verb_forms, words
from dragoman.errors import DataError
from dragoman.records import Channel, Initiative, codebook
from dragoman.world.tables import Row, read_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.events.frames import Frame
    from dragoman.coding.tree import Tree

Effect = Literal["embed", "vow", "claim", "same", "intend", "hope", "attempt", "fail", "stop"]
"""What becomes of the act a word governs.

``embed``: it is part of this event ("agreed to withdraw"); ``vow``: as well, and this is a threat
where the act is hostile ("pledged to bomb"). ``claim``: it is an event of its own,
reported by this one's actor ("accused X of shelling Y"). The rest are no events themselves:
``same`` it happens ("began to"), ``intend`` it is planned, ``hope`` it is only thought of,
``attempt`` it was tried, ``fail`` it did not happen, ``stop`` it came to an end.
"""

Owner = Literal["actor", "recipient"]
Alone = Literal["event", "plan"]

_CHANNEL_MODES = {"phone": "phone", "visit": "visit"}
GOVERNED = "="
NO_EVENT = "."
ACT_MODE = "act"
TOOL_MODE = "tool"

_VERBS = "triggers_verbs.tsv"
_NOUNS = "triggers_nouns.tsv"
_VERB_COLUMNS = ("verb", "when", "type", "mode", "recipient", "effect")
_NOUN_COLUMNS = ("noun", "when", "type", "mode", "owner", "recipient", "alone")
_CONTACT_COLUMNS = ("word", "kind", "when", "channel", "counterpart", "initiative")
_CONTACTS = "contact_words.tsv"
_MODES = "act_modes.tsv"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a side stands: a step of the path, each from the head that the step before found.

    ``path`` holds ``obj``, ``iobj``, ``act``, ``act.subj`` or prepositions; ``judged`` says that
    the side is whoever is responsible for what is found; ``reciprocal`` that both sides act.
    """

    path: tuple[str, ...]
    judged: bool = False
    reciprocal: bool = False


USUAL_PLACES = tuple(
    Place((case,), judged=True)
    for case in ("obj", "against", "on", "with", "to", "for", "from", "of", "in")
)
"""Where the other side mostly stands, for triggers that the tables do not know."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One row: a sense of a word.

    ``owner`` and ``alone`` are set for nouns only (see the head of ``triggers_nouns.tsv``),
    ``channel`` and ``initiative`` for contacts only (see ``contact_words.tsv``).
    """

    lemma: str
    type: str
    mode: str | None
    recipients: tuple[Place, ...]
    effect: Effect | None = None
    owner: Owner | None = None
    alone: Alone | None = None
    condition: Condition = ()
    particle: str | None = None
    channel: Channel | None = None
    initiative: Initiative | None = None
    line: int = 0

    @property
    def is_contact(self) -> bool:
        """Whether the word tells of a contact of two sides."""
        return self.channel is not None

    @property
    def is_worded(self) -> bool:
        """Whether it rests on a word beside it as well: "imposed sanctions", "granted asylum"."""
        return any(
            test.words and test.key != "prt" and not part.denied
            for part in self.condition
            for test in part.tests
        )

    @property
    def is_event(self) -> bool:
        """Whether the word itself tells of an event (not of one it governs, nor of none)."""
        return self.type not in {GOVERNED, NO_EVENT}


@dataclass(frozen=True, slots=True)
class Triggers:
    """All senses by lemma, in the order of the tables, and the modes of acts."""

    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    act_modes: tuple[tuple[str, str, str | None, str], ...]
    verb_forms: dict[str, str]
    noun_forms: dict[str, str]

    def lemma(self, tree: Tree, token: int, *, noun: bool) -> str | None:
        """The lemma of the tables that a token is a form of, even where its own lemma is wrong."""
        table = self.nouns if noun else self.verbs
        forms = self.noun_forms if noun else self.verb_forms
        irregular = None if noun else words().irregular.get(tree.lower[token])
        if irregular in table:
            return irregular
        if tree.lemmas[token] in table:
            return tree.lemmas[token]
        return forms.get(tree.lower[token])

    def sense(self, frame: Frame) -> Sense | None:
        """The first sense of a trigger's lemma whose conditions hold."""
        lemma = self.lemma(frame.tree, frame.head, noun=frame.noun)
        if lemma is None:
            return None
        for sense in (self.nouns if frame.noun else self.verbs)[lemma]:
            if sense.particle is not None and sense.particle not in frame.particles:
                continue
            if holds(sense.condition, frame):
                return sense
        return None

    def settles(self, sense: Sense, *, noun: bool) -> bool:
        """Whether a sense leaves no doubt which type it tells of, if it tells of any.

        It rests on a word beside its own, or is the only one that its word has. What a contact
        comes to is told by more than its word.
        """
        if sense.is_contact:
            return False
        rows = (self.nouns if noun else self.verbs).get(sense.lemma, ())
        return sense.is_worded or (len(rows) == 1 and not sense.condition)

    def act_mode(self, type_: str, act: str, act_mode: str | None) -> str | None:
        """The mode of a demand, a refusal or a threat by the act it is about."""
        for kind, of, mode, found in self.act_modes:
            if (kind, of) == (type_, act) and mode in {None, act_mode}:
                return found
        return None


@cache
def triggers() -> Triggers:
    """The tables that ship with the package, read once.

    Raises:
        DataError: A table is wrong; the message names file and line.
    """
    return read_triggers(resources.files("dragoman.coding") / "data")


def read_triggers(folder: Traversable) -> Triggers:
    """Read and check the tables in a folder.

    Raises:
        DataError: A type, mode, condition, place or effect is not known.
    """
    verbs: dict[str, list[Sense]] = {}
    for row in read_table(folder, _VERBS, _VERB_COLUMNS):
        sense = _verb(row)
        verbs.setdefault(sense.lemma, []).append(sense)
    nouns: dict[str, list[Sense]] = {}
    for row in read_table(folder, _NOUNS, _NOUN_COLUMNS):
        sense = _noun(row)
        nouns.setdefault(sense.lemma, []).append(sense)
    for row in read_table(folder, _CONTACTS, _CONTACT_COLUMNS):
        sense = _contact(row)
        (nouns if row["kind"] == "noun" else verbs).setdefault(sense.lemma, []).append(sense)
    return Triggers(
        _frozen(verbs),
        _frozen(nouns),
        tuple(_act_modes(folder)),
        {form: lemma for lemma in verbs for form in verb_forms(lemma)},
        {form: lemma for lemma in nouns for form in noun_forms(lemma)},
    )


def _frozen(table: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {lemma: tuple(senses) for lemma, senses in table.items()}


def _act_modes(folder: Traversable) -> list[tuple[str, str, str | None, str]]:
    found = []
    for row in read_table(folder, _MODES, ("type", "act", "act_mode", "mode")):
        if row["mode"] not in codebook().modes(row["type"]):
            raise row.wrong(f"unknown mode {row['mode']!r} of {row['type']}")
        found.append((row["type"], row["act"], row.optional("act_mode"), row["mode"]))
    return found


def _verb(row: Row) -> Sense:
    lemma, _, particle = row["verb"].partition("_")
    return Sense(
        lemma=lemma,
        type=_type(row),
        mode=_mode(row),
        recipients=_places(row),
        effect=_effect(row),
        condition=_condition(row),
        particle=particle or None,
        line=row.line,
    )


def _noun(row: Row) -> Sense:
    return Sense(
        lemma=row["noun"],
        type=_type(row),
        mode=_mode(row),
        recipients=_places(row),
        effect="embed" if _mode(row) == ACT_MODE else None,
        owner=_owner(row),
        alone=_alone(row),
        condition=_condition(row),
        line=row.line,
    )


def _contact(row: Row) -> Sense:
    lemma, _, particle = row["word"].partition("_")
    kept = row["channel"] != NO_EVENT
    found = _channel(row) if kept else None
    return Sense(
        lemma=lemma,
        type="CONSULT" if kept else NO_EVENT,
        mode=_CHANNEL_MODES.get(row["channel"]),
        recipients=_places(row, "counterpart"),
        owner="actor" if kept and row["kind"] == "noun" else None,
        alone="event" if kept and row["kind"] == "noun" else None,
        condition=_condition(row),
        particle=particle or None,
        channel=found,
        initiative=_initiative(row) if kept else None,
        line=row.line,
    )


def _channel(row: Row) -> Channel:
    try:
        return channel(row["channel"])
    except DataError as error:
        raise row.wrong(error.message) from error


def _initiative(row: Row) -> Initiative:
    for known in get_args(Initiative):
        if row["initiative"] == known:
            found: Initiative = known
            return found
    raise row.wrong(f"initiative must be known or unknown, not {row['initiative']!r}")


def _type(row: Row) -> str:
    type_ = row["type"]
    if type_ not in {GOVERNED, NO_EVENT} and type_ not in codebook().codes("types"):
        raise row.wrong(f"unknown type {type_!r}")
    return type_


def _mode(row: Row) -> str | None:
    mode, type_ = row.optional("mode"), row["type"]
    known = (*codebook().modes(type_), ACT_MODE)
    if type_ == "ASSAULT":
        known = (*known, TOOL_MODE)
    if mode is not None and mode not in known:
        raise row.wrong(f"unknown mode {mode!r} of {type_}")
    return mode


def _effect(row: Row) -> Effect | None:
    if row.optional("effect") is None:
        return None
    found: Effect = row.one_of("effect", get_args(Effect))
    return found


def _owner(row: Row) -> Owner | None:
    owner = row.optional("owner")
    for known in get_args(Owner):
        if owner == known:
            found: Owner = known
            return found
    if owner is None and row["type"] == NO_EVENT:
        return None
    raise row.wrong(f"unknown owner {owner!r}")


def _alone(row: Row) -> Alone | None:
    alone = row.optional("alone")
    for known in get_args(Alone):
        if alone == known:
            found: Alone = known
            return found
    if alone is None and row["type"] == NO_EVENT:
        return None
    raise row.wrong(f"alone must be event or plan, not {alone!r}")


def _condition(row: Row) -> Condition:
    text = row.optional("when")
    if text is None:
        return ()
    try:
        return parse(text)
    except ValueError as error:
        raise row.wrong(str(error)) from error


def _places(row: Row, column: str = "recipient") -> tuple[Place, ...]:
    text = row.optional(column)
    return tuple(place(item) for item in text.split(",")) if text else ()


def place(text: str) -> Place:
    """Read one place: ``obj``, ``with*``, ``of.judged``, ``obj.against``, ``act.subj``."""
    reciprocal = text.endswith("*")
    steps = text.removesuffix("*").split(".")
    judged = steps[-1] == "judged"
    path = tuple(steps[:-1]) if judged else tuple(steps)
    return Place(path or ("obj",), judged, reciprocal)
