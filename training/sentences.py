"""The project's own labelled sentences: marks in text, read, checked and counted.

The form is described in ``training/data/README.md``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from dragoman.errors import DataError
from dragoman.records import Channel, ContactStatus, Modality, Stance, codebook

Extent = tuple[int, int]
FOLDER = Path(__file__).parent / "data"
PARTS = ("train", "dev")
MODALITIES = get_args(Modality)
CHANNELS = get_args(Channel)
STATUSES = get_args(ContactStatus)
STANCES = get_args(Stance)
NO_STANCE = "none"
_TOKEN = re.compile(r"\[([^\]\[|]+)\||\]|[^\[\]]+")
_TAG = re.compile(r"(\d*)([atrpwhc])(?:\s+(.*))?")
_HEAD = ("episode", "family", "contexts")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor's or recipient's noun phrase, its code and sectors."""

    span: Extent
    code: str | None
    sectors: tuple[str, ...]


@dataclass(slots=True)
class Act:
    """One event of an item; spans are characters of its text."""

    type: str = ""
    mode: str | None = None
    modality: str = "asserted"
    channel: str | None = None
    status: str | None = None
    triggers: list[Extent] = field(default_factory=list)
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    places: list[Extent] = field(default_factory=list)
    times: list[Extent] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """One item: its text, acts by number, judged contents and the holders of stances."""

    text: str
    where: str
    episode: str
    family: str
    contexts: tuple[str, ...]
    acts: dict[int, Act]
    contents: list[tuple[Extent, str]]
    holders: list[tuple[Extent, str | None]]


def read(file: Path) -> Iterator[Sentence]:
    """Yield the items of a file.

    Raises:
        DataError: a mark or a code is wrong; the message names file and line.
    """
    head: dict[str, str] | None = None
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    for number, line in enumerate(lines, start=1):
        where = f"{file.name}, line {number}"
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            head = _header(line, where)
        elif head is None:
            raise DataError(f"{where}: no line with @ stands before it.")
        else:
            yield _sentence(line, head, where)


def read_part(part: str, folder: Path = FOLDER) -> list[Sentence]:
    """All items of ``part`` (train or dev), in the order of the files' names."""
    return [item for file in sorted((folder / part).glob("*.txt")) for item in read(file)]


def _header(line: str, where: str) -> dict[str, str]:
    pairs = [part.partition(":") for part in line[1:].split("|")]
    head = {name.strip(): value.strip() for name, _, value in pairs}
    if tuple(head) != _HEAD or not all(head.values()):
        raise DataError(f"{where}: the line must be '@ episode: … | family: … | contexts: …'.")
    known = codebook().codes("contexts")
    for context in _contexts(head):
        if context not in known:
            raise DataError(f"{where}: unknown context {context!r}.")
    return head


def _contexts(head: dict[str, str]) -> tuple[str, ...]:
    if head["contexts"] == "-":
        return ()
    return tuple(part.strip() for part in head["contexts"].split(","))


def _sentence(line: str, head: dict[str, str], where: str) -> Sentence:
    text, marks = unmark(line, where)
    result = Sentence(text, where, head["episode"], head["family"], _contexts(head), {}, [], [])
    for tag, span in marks:
        _apply(result, tag, span)
    for number, act in result.acts.items():
        if not act.triggers:
            raise DataError(f"{where}: event {number} has no trigger.")
    return result


def unmark(line: str, where: str) -> tuple[str, list[tuple[str, Extent]]]:
    """Text without marks, and each tag with the span of its words.

    Raises:
        DataError: a bracket is not closed, or a mark holds no words.
    """
    parts: list[str] = []
    opened: list[tuple[str, int]] = []
    marks: list[tuple[str, Extent]] = []
    length = place = 0
    while place < len(line):
        match = _TOKEN.match(line, place)
        if match is None:
            raise DataError(f"{where}: '[' without tags at {line[place : place + 20]!r}.")
        place = match.end()
        if match[1] is not None:
            opened.append((match[1], length))
        elif match[0] == "]":
            if not opened:
                raise DataError(f"{where}: ']' that closes nothing.")
            tags, start = opened.pop()
            if start == length:
                raise DataError(f"{where}: the mark {tags!r} holds no words.")
            marks += [(tag.strip(), (start, length)) for tag in tags.split(";")]
        else:
            parts.append(match[0])
            length += len(match[0])
    if opened:
        raise DataError(f"{where}: the mark {opened[-1][0]!r} is not closed.")
    return "".join(parts), sorted(marks, key=lambda mark: mark[1])


def _apply(item: Sentence, tag: str, span: Extent) -> None:
    match = _TAG.fullmatch(tag)
    if match is None:
        raise DataError(f"{item.where}: unknown tag {tag!r}.")
    number, kind, words = match[1], match[2], (match[3] or "").split()
    if (kind in "hc") == bool(number):
        raise DataError(f"{item.where}: {tag!r} must {'not ' if number else ''}have a number.")
    if item.text[span[0] : span[1]].strip() != item.text[span[0] : span[1]]:
        raise DataError(f"{item.where}: the words of {tag!r} begin or end with a space.")
    if kind == "h":
        item.holders.append((span, _code(words, item.where)))
    elif kind == "c":
        item.contents.append((span, _stance(words, item.where)))
    else:
        _fill(item.acts.setdefault(int(number), Act()), kind, words, span, item.where)


def _fill(act: Act, kind: str, words: list[str], span: Extent, where: str) -> None:
    if kind == "t":
        act.triggers.append(span)
        if words:
            _trigger(act, words, where)
    elif kind in "ar":
        party = Party(span, _code(words, where), _sectors(words[1:], where))
        (act.actors if kind == "a" else act.recipients).append(party)
    elif kind == "p":
        act.places.append(span)
    else:
        act.times.append(span)


def _trigger(act: Act, words: list[str], where: str) -> None:
    type_, _, mode = words[0].partition("/")
    book = codebook()
    if type_ not in book.codes("types"):
        raise DataError(f"{where}: unknown type {type_!r}.")
    if mode and mode not in book.modes(type_):
        raise DataError(f"{where}: {type_} has no mode {mode!r}.")
    if act.type and act.type != type_:
        raise DataError(f"{where}: one event is both {act.type} and {type_}.")
    act.type, act.mode = type_, mode or act.mode
    for word in words[1:]:
        if word in MODALITIES:
            act.modality = word
        elif word in CHANNELS:
            act.channel = word
        elif word in STATUSES:
            act.status = word
        else:
            raise DataError(f"{where}: unknown word {word!r} in a trigger's mark.")


def _code(words: Sequence[str], where: str) -> str | None:
    if not words or not re.fullmatch(r"-|[A-Z][A-Z0-9]{1,7}", words[0]):
        raise DataError(f"{where}: a party must have a code, or '-'.")
    return None if words[0] == "-" else words[0]


def _sectors(words: Sequence[str], where: str) -> tuple[str, ...]:
    for word in words:
        if word not in codebook().codes("sectors"):
            raise DataError(f"{where}: unknown sector {word!r}.")
    return tuple(words)


def _stance(words: Sequence[str], where: str) -> str:
    if len(words) != 1 or words[0] not in (*STANCES, NO_STANCE):
        raise DataError(f"{where}: a content needs one stance, or 'none'.")
    return words[0]


def counts(items: Sequence[Sentence]) -> dict[str, Counter[str]]:
    """How many of each label ``items`` hold, by kind."""
    acts = [act for item in items for act in item.acts.values()]
    parties = [party for act in acts for party in (*act.actors, *act.recipients)]
    return {
        "types": Counter(act.type for act in acts),
        "modes": Counter(f"{act.type}/{act.mode}" for act in acts if act.mode),
        "modalities": Counter(act.modality for act in acts),
        "channels": Counter(act.channel for act in acts if act.channel),
        "statuses": Counter(act.status for act in acts if act.status),
        "stances": Counter(stance for item in items for _, stance in item.contents),
        "sectors": Counter(sector for party in parties for sector in party.sectors),
        "countries": Counter(party.code for party in parties if party.code),
        "contexts": Counter(context for item in items for context in item.contexts),
        "episodes": Counter(item.episode for item in items),
        "families": Counter(item.family for item in items),
    }


def main() -> None:
    """Check the files or folders named on the command line, or both parts; print what they hold."""
    given = [Path(argument) for argument in sys.argv[1:]] or [FOLDER / part for part in PARTS]
    files = [file for path in given for file in (path.rglob("*.txt") if path.is_dir() else [path])]
    items: list[Sentence] = []
    faults = 0
    for file in sorted(files):
        for line in _checked(file, items):
            faults += 1
            print(line, file=sys.stderr)
    print(f"{len(items)} items, {sum(not item.acts for item in items)} of them without an event")
    for name, counter in counts(items).items():
        held = ", ".join(f"{key} {count}" for key, count in counter.most_common())
        print(f"{name} ({len(counter)}): {held}")
    raise SystemExit(1 if faults else 0)


def _checked(file: Path, items: list[Sentence]) -> Iterator[str]:
    try:
        items += read(file)
    except DataError as error:
        yield str(error)


if __name__ == "__main__":
    main()
