"""The fields of a form as they are shown, each with what may be chosen and what is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.crises.questions.citations import clean
from dragoman.desk.parts.review.fields import FIELDS, Field
from dragoman.desk.parts.review.texts import PREFIX, Names, Texts
from dragoman.records import Fact, Record, codebook
from dragoman.records.spans import words
from dragoman.world import world

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be chosen: ``value`` is what is sent, ``text`` is read."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Options that belong together; those without a label stand by themselves."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """Something to be filled in: the name that is sent, words for it, what is filled in now."""

    name: str
    label: str
    values: tuple[str, ...]

    @property
    def value(self) -> str:
        """The first value; empty without one."""
        return self.values[0] if self.values else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One field of a form.

    Attributes:
        field: Which.
        inputs: What is filled in.
        groups: What may be chosen, where it is chosen.
        fault: What is wrong with what was sent, if anything is.
        theirs: What somebody else has made of it meanwhile, where that is another thing.
    """

    field: Field
    inputs: tuple[Input, ...]
    groups: tuple[Group, ...] = ()
    fault: str | None = None
    theirs: str | None = None


def controls(
    kind: str,
    told: Texts,
    record: Record,
    *,
    faults: Mapping[str, str] | None = None,
    theirs: Mapping[str, str] | None = None,
) -> tuple[Control, ...]:
    """Return the fields of a form on a fact.

    Args:
        kind: Of the fact.
        told: What is filled in.
        record: Of the article, whose other facts may be pointed to.
        faults: What is wrong, by the names of fields.
        theirs: What somebody else made of fields, by their names.
    """
    return tuple(
        Control(
            field=field,
            inputs=tuple(_input(field, name, told) for name in field.inputs),
            groups=_groups(field, record),
            fault=(faults or {}).get(field.name),
            theirs=(theirs or {}).get(field.name),
        )
        for field in FIELDS[kind]
    )


def suggestions(record: Record) -> tuple[str, ...]:
    """Return names that a party may be given by: of the article first, then states and bodies."""
    return tuple(dict.fromkeys((*map(clean, Names(record).all()), *_sides())))


def said(field: Field, told: Texts, record: Record) -> str:
    """Return what is filled in for a field in words; empty where nothing is."""
    chosen = {each.value: each.text for group in _groups(field, record) for each in group.options}
    values = [value for name in field.inputs for value in told.get(name, ())]
    shown = [chosen.get(each, each).partition(" – ")[0].replace("\n", "; ") for each in values]
    if field.form == "days" and len(shown) > 1 and shown[0] == shown[1]:
        shown.pop()
    return {"days": " to ", "losses": " killed, "}.get(field.form, ", ").join(shown)


@cache
def _sides() -> tuple[str, ...]:
    bodies = (each.name for each in codebook().section("bodies"))
    return (*sorted(each.name for each in world().states.values()), *bodies)


_PART_LABELS = {
    "earliest": "earliest",
    "latest": "latest",
    "name": "place",
    "country": "country",
    "killed": "killed",
    "injured": "injured",
    "event": "an act of this article",
    "words": "or another act or policy, in words",
}


def _input(field: Field, name: str, told: Texts) -> Input:
    part = name.partition(".")[2]
    label = _PART_LABELS[part] if part else field.label
    return Input(name=f"{PREFIX}{name}", label=label, values=told.get(name, ()))


def _groups(field: Field, record: Record) -> tuple[Group, ...]:
    if field.form == "act":
        return _acts()
    if field.form == "code":
        return (Group("", _codes(field.section)),)
    if field.form in {"fact", "target"}:
        return tuple(_pointed(field.section, record))
    return ()


@cache
def _codes(section: str) -> tuple[Option, ...]:
    entries = codebook().section(section)
    return tuple(Option(each.code, _worded(each.name, each.definition)) for each in entries)


@cache
def _acts() -> tuple[Group, ...]:
    """Return every type of event with its modes."""
    book = codebook()
    modes = {(each.type, each.code): each for each in book.section("modes")}
    return tuple(
        Group(
            kind.code,
            (
                Option(f"{kind.code}/", _worded(kind.code, kind.definition)),
                *(
                    Option(f"{kind.code}/{mode}", _act(kind.code, modes[kind.code, mode]))
                    for mode in book.modes(kind.code)
                ),
            ),
        )
        for kind in book.section("types")
    )


def _act(kind: str, mode: Any) -> str:
    return _worded(f"{kind} {mode.code}", mode.definition)


def _worded(name: str, meaning: str) -> str:
    """Return a code with the first sentence of its meaning."""
    first = meaning.split(". ", maxsplit=1)[0].rstrip(".")
    return f"{name} – {_clipped(first)}"


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _pointed(section: str, record: Record) -> Iterator[Group]:
    """Yield the things of an article that a field may point to."""
    if section == "tellers":
        yield Group("actors", tuple(Option(each.id, clean(each.name)) for each in record.actors))
        section = "statements"
    some: Iterable[Fact] = getattr(record, section)
    yield Group(section, tuple(Option(each.id, _words(each, record)) for each in some))


def _words(fact: Fact, record: Record) -> str:
    told = clean(words(record.article.text, fact.evidence))
    kind = getattr(fact, "type", None)
    return _clipped(f"{kind}: {told}" if kind else told)
