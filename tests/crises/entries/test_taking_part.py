"""Who takes part in an entry is what some report tells, never a union that none tells."""

from __future__ import annotations

from itertools import permutations

import pytest

from dragoman.crises import Entry
from dragoman.store import Store
from tests.crises.entries.telling import Said, article, contact, event, ledger, told

DAY = "2031-05-01"
RAID = {"on": DAY, "at": "Port Hest, NRL", "mode": "drone"}
OUTLETS = ("Wire", "Herald", "Post", "Times")


def one(store: Store, kind: str, *said: Said) -> Entry:
    """Return the only entry that reports of as many outlets make."""
    told(store, *(article(outlet, DAY, each) for outlet, each in zip(OUTLETS, said, strict=False)))
    (entry,) = ledger(store, kind)
    return entry


def named(entry: Entry) -> dict[str, list[str]]:
    return {part: [each.name for each in some] for part, some in entry.parties.items()}


def disputed(entry: Entry) -> dict[str, list[str]]:
    return {each.field: [value for value, _ in each.values] for each in entry.conflicts}


def test_two_pairs_of_actors_make_no_three(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia, Sylvania", "Norland", confidence=0.9, **RAID),
        event("Freedonia, Northern Front", "Norland", **RAID),
    )
    assert named(entry) == {"actor": ["Freedonia", "Sylvania"], "recipient": ["Norland"]}
    assert disputed(entry) == {"actor": ["FRD, SYL", "FRD, northern front"]}


def test_one_actor_more_is_a_difference(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia", "Norland", **RAID),
        event("Freedonia, Sylvania", "Norland", **RAID),
        event("Freedonia", "Norland", killed=2, **RAID),
    )
    assert named(entry)["actor"] == ["Freedonia"]
    assert disputed(entry) == {"actor": ["FRD", "FRD, SYL"]}


def test_one_recipient_more_is_none(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia", "Norland, Sylvania", confidence=0.9, **RAID),
        event("Freedonia", "Norland", **RAID),
    )
    assert named(entry)["recipient"] == ["Norland", "Sylvania"]
    assert entry.conflicts == ()


def test_a_recipient_is_not_taken_from_a_report_with_another_actor(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia, Sylvania", on=DAY),
        event("Freedonia, Sylvania", on=DAY, killed=2),
        event("Freedonia", "Norland", on=DAY),
    )
    assert named(entry) == {"actor": ["Freedonia", "Sylvania"]}


def test_a_recipient_is_taken_from_reports_that_tell_no_other_actor(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia", **RAID),
        event("Freedonia", killed=2, **RAID),
        event("Freedonia", "Norland", **RAID),
        event("", "Norland", **RAID),
    )
    assert named(entry) == {"actor": ["Freedonia"], "recipient": ["Norland"]}


def test_two_officials_of_one_government_do_not_act_together(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Mara Voss", "Norland", confidence=0.9, **RAID),
        event("Anton Ott", "Norland", **RAID),
    )
    assert named(entry)["actor"] == ["Mara Voss"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_articles_does_not_count(store: Store, order: tuple[int, ...]) -> None:
    some = [
        article("Wire", DAY, event("Freedonia", "Norland", confidence=0.9, **RAID)),
        article("Herald", DAY, event("Freedonia, Sylvania", "Norland", **RAID)),
        article("Post", DAY, event("Sylvania", "Norland, Sylvania", **RAID)),
    ]
    told(store, *(some[number] for number in order))
    (entry,) = ledger(store, "events")
    assert named(entry) == {"actor": ["Freedonia"], "recipient": ["Norland"]}


def test_a_contact_has_two_sides_whoever_is_named(store: Store) -> None:
    call = {"on": DAY, "channel": "phone"}
    entry = one(
        store,
        "contacts",
        contact("Henrik Dahl", "Freedonia", **call),
        contact("Norland", "Mara Voss", **call),
    )
    assert named(entry) == {"initiator": ["Henrik Dahl"], "counterpart": ["Mara Voss"]}
