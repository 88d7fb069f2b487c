"""Who talked to whom: sides, channel, status, who began."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.contacts import contacts
from tests.coding.scenes import contact_line, scene

_CASES = Path(__file__).with_name("cases.tsv")


def _cases() -> list[tuple[str, str]]:
    lines = _CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(sentence, expected) for sentence, expected in rows]


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_contacts_of_a_sentence(sentence: str, expected: str) -> None:
    doc, cast = scene(sentence)
    wanted = [] if expected == "none" else sorted(expected.split(" | "))
    assert sorted(contact_line(cast, each) for each in contacts(doc, cast)) == wanted
