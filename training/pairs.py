"""Sentences with marked mentions → documents with questions.

``plover_relations`` (Hu et al., 2024), ``cameo_class`` and ``cameo_ner`` (ConfliBERT's),
``directed_sentiment`` (Park et al., 2021) and ``newsmtsc`` (Hamborg and Donnay, 2021).
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.documents import Document, Question
from training.labels import PENTA, SENTIMENT
from training.texts import Text

_MARK = re.compile(r"</?([st])>")
_NAMED = {"S": "actor", "T": "recipient", "R": "both"}
_SIDES = {"s": "first", "t": "second"}
_POLARITIES = {2.0: "negative", 4.0: "neutral", 6.0: "positive"}
_TURNED = {
    "none": "none",
    "first positive": "second positive",
    "second positive": "first positive",
    "first negative": "second negative",
    "second negative": "first negative",
}
Extent = tuple[int, int]
Marked = tuple[str, Extent]
Asked = tuple[tuple[Marked, ...], dict[str, str]]


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, packed with xz."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def relations(file: Path) -> Iterator[Document]:
    """A sentence with marked actor and recipient: root code and penta code."""
    for row in rows(file):
        text, marks = unmarked(row["marked"])
        answers = {"relation": row["event"], "penta": PENTA[row["penta"]]}
        whole = {"quadrant": PENTA[row["penta"]]}
        yield from asked("plover_relations", text, [(marks, answers), ((), whole)])


def classes(file: Path) -> Iterator[Document]:
    """A sentence without marks: penta code."""
    for row in rows(file):
        yield from asked("cameo_class", row["text"], [((), {"quadrant": PENTA[row["penta"]]})])


def participants(file: Path) -> Iterator[Document]:
    """A sentence with tagged actor and recipient; its words stand apart by single spaces."""
    for row in rows(file):
        tags = [tag if tag == "O" else f"{tag[:2]}{_NAMED[tag[2:]]}" for tag in row["tags"]]
        spacings = [3] + [1] * (len(tags) - 1)
        yield Document("cameo_ner", row["tokens"], spacings, tags={"participants": tags})


def sentiments(file: Path) -> Iterator[Document]:
    """A sentence with two names in brackets; rows of one sentence are put together.

    Each pair is asked about from either side: what the first thinks of the second is what the
    second thinks of the first once the marks are turned round.
    """
    together: dict[str, list[Asked]] = {}
    for row in rows(file):
        text, marks = unbracketed(row["text"], row["p"], row["q"])
        answer = SENTIMENT[row["label"]]
        together.setdefault(text, []).extend(
            [(marks, {"sentiment": answer}), (turned(marks), {"sentiment": _TURNED[answer]})]
        )
    for text, questions in together.items():
        yield from asked("directed_sentiment", text, questions)


def polarities(file: Path) -> Iterator[Document]:
    """A sentence with targets and the polarity towards each."""
    for row in rows(file):
        questions: list[Asked] = [
            (
                (("first", (target["from"], target["to"])),),
                {"polarity": _POLARITIES[target["polarity"]]},
            )
            for target in row["targets"]
        ]
        yield from asked("newsmtsc", row["text"], questions)


def unmarked(text: str) -> tuple[str, tuple[Marked, ...]]:
    """A text without its ``<s>`` and ``<t>`` marks, and what they held."""
    plain, opened, found, place = "", dict[str, int](), list[Marked](), 0
    for match in _MARK.finditer(text):
        plain += text[place : match.start()]
        place = match.end()
        if match[0].startswith("</"):
            found.append((_SIDES[match[1]], (opened.pop(match[1]), len(plain))))
        else:
            opened[match[1]] = len(plain)
    return plain + text[place:], tuple(sorted(found))


def turned(marks: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """The marks with first and second exchanged."""
    other = {"first": "second", "second": "first"}
    return tuple(sorted((other[name], extent) for name, extent in marks))


def unbracketed(text: str, first: str, second: str) -> tuple[str, tuple[Marked, ...]]:
    """A text without the brackets about two names, and where the names stand."""
    plain, found = text, list[Marked]()
    for name, held in sorted(
        (("first", first), ("second", second)), key=lambda pair: text.find(f"[{pair[1]}]")
    ):
        start = plain.find(f"[{held}]")
        if start >= 0:
            plain = plain[:start] + held + plain[start + len(held) + 2 :]
            found.append((name, (start, start + len(held))))
    return plain, tuple(sorted(found))


def asked(name: str, text: str, questions: list[Asked]) -> Iterator[Document]:
    """One document with its questions; marks as characters are turned into words."""
    cut = Text.cut(text)
    made = []
    for marks, answers in questions:
        spans = [(mark, cut.span(*extent)) for mark, extent in marks]
        made.append(Question(tuple((m, s) for m, s in spans if s is not None), answers))
    if cut.words:
        yield Document(name, cut.words, cut.spacings, questions=made)
