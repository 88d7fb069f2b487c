"""Which words of a Doc are toponyms."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from dragoman.coding.toponyms import printed_toponyms
from dragoman.world import world


def found(text: str, **labels: str) -> list[str]:
    """The toponyms of a text of words; ``labels`` gives the model's names, words by label."""
    words = text.split()
    doc = Doc(Vocab(), words=words)
    ents = []
    for label, name in labels.items():
        first = words.index(name.split()[0])
        ents.append(Span(doc, first, first + len(name.split()), label=label))
    doc.set_ents(ents)
    return [doc.text[start:end] for start, end in printed_toponyms(doc, world())]


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("a fire near Vestby", {"PLACE": "Vestby"}, ["Vestby"]),
        ("a fire near Vestby", {}, []),
        ("the Danish envoy", {"NATIONALITY": "Danish"}, ["Danish"]),
        ("the Lutheran bishop", {"NATIONALITY": "Lutheran"}, []),
        ("the envoy of Denmark", {}, ["Denmark"]),
        ("the Bank of Denmark", {"ORGANISATION": "Bank of Denmark"}, ["Denmark"]),
        ("a talk with Jordan Holm", {"PERSON": "Jordan Holm"}, []),
        ("in New Denmark today", {"PLACE": "New Denmark"}, ["New Denmark"]),
        ("Danes in Oslo", {"PLACE": "Oslo"}, ["Danes", "Oslo"]),
        ("", {}, []),
    ],
)
def test_toponyms_are_found(text: str, labels: dict[str, str], expected: list[str]) -> None:
    assert found(text, **labels) == expected
