"""Contacts by who had them with whom."""

from __future__ import annotations

import pytest

from dragoman.crises import Entry
from dragoman.desk.filters import Filters
from dragoman.desk.parts import contacting
from dragoman.desk.parts.contacting import (
    Contacts,
    Line,
    Member,
    between,
    chosen,
    gathered,
    lines,
)
from dragoman.store import Store
from tests.crises.questions.made import contact

LUND = "Kari Lund/NOR/foreign_minister"
ODUYA = "Mara Oduya/SWE/head_of_state"


def member(found: Contacts, name: str) -> Member:
    """Return who takes part under a name."""
    (one,) = [each for each in found.members if each.side.name == name]
    return one


def of_two(*entries: Entry) -> tuple[Line, ...]:
    """Return the lines of the one exchange of some contacts."""
    (exchange,) = between(entries).exchanges
    return lines(exchange)


def test_a_government_has_the_level_of_the_most_senior() -> None:
    found = between(
        [contact(LUND, "SWE"), contact("Ola Vik/NOR/ambassador", "SWE", day="2031-05-02")]
    )
    norway = member(found, "Norway")
    assert (norway.level, [each.name for each in norway.people]) == (2, ["Kari Lund", "Ola Vik"])
    assert member(found, "Sweden").level is None


def test_who_took_part_is_told_with_the_office() -> None:
    found = between([contact(LUND, ODUYA)])
    assert member(found, "Norway").text == "Norway: Kari Lund (Foreign minister)"


def test_by_person_each_stands_for_themselves_with_the_government_named() -> None:
    found = between([contact(LUND, ODUYA)], "person")
    ((one, other),) = [(each.initiator.name, each.counterpart.name) for each in found.exchanges]
    assert (one, other) == ("Kari Lund", "Mara Oduya")
    assert member(found, "Kari Lund").text == "Kari Lund (Norway)"


def test_by_person_a_government_that_nobody_is_named_of_stays_one() -> None:
    found = between([contact(LUND, "SWE")], "person")
    assert member(found, "Sweden").side.code == "SWE"


def test_held_contacts_are_counted_apart_from_those_that_were_not() -> None:
    found = between([contact("NOR", "SWE"), contact("SWE", "NOR", status="planned")])
    assert [(each.held, each.others) for each in found.members] == [(1, 1), (1, 1)]


def test_the_busiest_come_first_and_groups_of_no_government_last() -> None:
    found = between(
        [
            contact("NOR", "fishermen", day="2031-05-01"),
            contact("NOR", "fishermen", day="2031-05-02"),
            contact("NOR", "SWE", day="2031-05-03"),
        ]
    )
    assert [each.side.name for each in found.members] == ["Norway", "Sweden", "fishermen"]


def test_an_exchange_has_a_line_for_each_channel_and_outcome_what_was_held_first() -> None:
    found = of_two(
        contact("NOR", "SWE", status="refused", day="2031-05-01"),
        contact("NOR", "SWE", status="proposed", day="2031-05-02"),
        contact("NOR", "SWE", status="planned", day="2031-05-03"),
        contact("NOR", "SWE", channel="visit", day="2031-05-04"),
        contact("NOR", "SWE", day="2031-05-05"),
    )
    assert [(each.outcome, each.channel.code, len(each.entries)) for each in found] == [
        ("held", "phone", 1),
        ("held", "visit", 1),
        ("open", "phone", 2),
        ("off", "phone", 1),
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Norway to Sweden: 1 held by phone"),
        ({"channel": "unspecified"}, "Norway to Sweden: 1 held"),
        ({"status": "planned"}, "Norway to Sweden: 1 planned by phone"),
    ],
)
def test_a_line_is_told_in_words(more: dict[str, str], words: str) -> None:
    (line,) = of_two(contact("NOR", "SWE", **more))
    assert line.text == words


def test_a_line_knows_how_many_the_texts_say_who_began() -> None:
    found = of_two(
        contact("NOR", "SWE", initiative="unknown", day="2031-05-01"),
        contact("NOR", "SWE", day="2031-05-02"),
    )
    assert [each.begun for each in found] == [1]


def test_exchanges_are_chosen_by_who_began_with_whom_or_by_who_took_part() -> None:
    found = between([contact("NOR", "SWE"), contact("DNK", "NOR")]).exchanges
    assert [each.counterpart.key for each in chosen(found, initiator="NOR")] == ["SWE"]
    assert [each.initiator.key for each in chosen(found, counterpart="NOR")] == ["DNK"]
    assert len(chosen(found, party="NOR")) == 2
    assert len(chosen(found, party="SWE")) == 1


def test_of_too_many_contacts_the_latest_are_gathered(
    desk_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contacting, "MOST_CONTACTS", 1)
    with desk_store.view() as view:
        some, found = gathered(view, Filters(kinds=("events",)))
    assert (some.since is not None, {each.kind for each in found}) == (True, {"contacts"})
    assert len(found) < some.total
