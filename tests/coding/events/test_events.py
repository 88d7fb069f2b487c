"""What sentences tell of events: type, mode, sides, modality."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.contacts import contacts
from dragoman.coding.events import events
from tests.coding.scenes import event_line, scene

_CASES = Path(__file__).with_name("cases.tsv")


def _cases() -> list[tuple[str, str]]:
    lines = _CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(sentence, expected) for sentence, expected in rows]


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_events_of_a_sentence(sentence: str, expected: str) -> None:
    doc, cast = scene(sentence)
    found = events(doc, cast, (), contacts(doc, cast))
    wanted = [] if expected == "none" else sorted(expected.split(" | "))
    assert sorted(event_line(cast, event) for event in found) == wanted
