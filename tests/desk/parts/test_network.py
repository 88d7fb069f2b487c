"""Contacts as a network."""

from __future__ import annotations

from typing import Any

from dragoman.crises import Entry
from dragoman.desk.parts.contacting import between
from dragoman.desk.parts.network import network
from tests.crises.questions.made import contact


def drawn(*entries: Entry, reasons: dict[str, str] | None = None, most: int = 9) -> dict[str, Any]:
    """Return the network of some contacts."""
    found = between(entries)
    return network(found, reasons or {}, lambda **asked: repr(sorted(asked.items())), most=most)


def test_a_line_leads_from_the_initiator_to_the_counterpart() -> None:
    found = drawn(contact("Kari Lund/NOR/foreign_minister", "SWE"))
    (line,) = found["lines"]
    assert [found["nodes"][line[end]]["name"] for end in ("from", "to")] == ["Norway", "Sweden"]
    assert (line["channel"], line["outcome"], line["number"], line["begun"]) == (
        *("phone", "held"),
        *(1, 1),
    )


def test_nodes_have_the_level_of_the_most_senior() -> None:
    found = drawn(contact("Kari Lund/NOR/foreign_minister", "SWE"))
    assert {each["name"]: each["level"] for each in found["nodes"]} == {"Norway": 2, "Sweden": None}


def test_lines_and_nodes_have_the_address_of_their_contacts() -> None:
    found = drawn(contact("NOR", "SWE"))
    assert found["nodes"][0]["link"] == "[('party', 'NOR')]"
    assert found["lines"][0]["link"] == (
        "[('channel', 'phone'), ('counterpart', 'SWE'), ('initiator', 'NOR'), ('outcome', 'held')]"
    )


def test_a_line_says_why_it_is_pointed_out() -> None:
    one, other = contact("NOR", "SWE"), contact("NOR", "DNK")
    found = drawn(one, other, reasons={one.id: "another level"})
    assert {each["differs"] for each in found["lines"]} == {None, "another level"}


def test_of_many_nodes_the_busiest_are_drawn_with_the_lines_between_them() -> None:
    found = drawn(contact("NOR", "SWE"), contact("NOR", "DNK"), most=2)
    assert ([each["key"] for each in found["nodes"]], len(found["lines"]), found["further"]) == (
        ["NOR", "DNK"],
        1,
        1,
    )
