"""What reports give differently stands side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from dragoman.crises import Entry
from dragoman.crises.entries import clear, course, differences, readouts
from dragoman.store import Store
from tests.crises.entries.telling import (
    Said,
    article,
    contact,
    event,
    ledger,
    position,
    told,
)

DAY = "2031-05-01"
NEXT = "2031-05-02"


NUMBERS = count(1)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("one") / "ledger.sqlite"
    with Store.open(str(path)) as opened:
        yield opened


@pytest.fixture
def store(lasting: Store) -> Store:
    """A store whose entries are gone: what is tested here asks it for nothing special."""
    with lasting.work() as unit:
        clear(unit)
    return lasting


def side_by_side(entry: Entry) -> dict[str, dict[str, list[str]]]:
    """Return for each conflict the outlets that tell each value."""
    return {
        each.field: {
            value: sorted(str(report.outlet) for report in some) for value, some in each.values
        }
        for each in entry.conflicts
    }


def one(store: Store, kind: str, *said: Said, days: tuple[str, ...] = ()) -> Entry:
    """Return the only entry that reports of as many outlets make."""
    outlets = ["Wire", "Herald", "Post", "Times"]
    dated = days or (DAY,) * len(said)
    number = next(NUMBERS)
    some = [
        article(outlet, day, each, number=number)
        for outlet, day, each in zip(outlets, dated, said, strict=False)
    ]
    told(store, *some)
    (entry,) = ledger(store, kind)
    return entry


def test_tolls_differ_and_some_is_no_number(store: Store) -> None:
    raid = {"on": DAY, "at": "Port Hest, NRL"}
    entry = one(
        store,
        "events",
        *(event("Freedonia", "Norland", killed=each, **raid) for each in (3, 5, "some", 5)),
    )
    assert side_by_side(entry) == {"casualties.killed": {"5": ["Herald", "Times"], "3": ["Wire"]}}


def test_dates_differ(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia", "Henrik Dahl", on=DAY),
        event("Freedonia", "Henrik Dahl", on=NEXT),
        days=(DAY, NEXT),
    )
    assert side_by_side(entry) == {"day": {DAY: ["Wire"], NEXT: ["Herald"]}}
    assert (str(entry.first_day), str(entry.last_day)) == (DAY, NEXT)


def test_several_days_that_hold_the_day_do_not_contradict_it(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Freedonia", "Norland", on=DAY),
        event("Freedonia", "Norland", on=f"{DAY}/2031-05-03"),
    )
    assert entry.conflicts == ()
    assert str(entry.last_day) == DAY


def test_who_did_it_differs(store: Store) -> None:
    raid = {"on": DAY, "at": "Port Hest, NRL", "mode": "drone"}
    entry = one(
        store,
        "events",
        event("Freedonia", "Norland", **raid),
        event("Northern Front", "Norland", **raid),
        event("Mara Voss", "Norland", **raid),
    )
    assert side_by_side(entry) == {"actor": {"FRD": ["Post", "Wire"], "northern front": ["Herald"]}}
    assert {party.id for party in entry.parties["actor"]} == {"FRD"}


def test_who_talks_with_whom_is_no_dispute_of_actors(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Henrik Dahl", "Mara Voss", type="CONSULT", on=DAY),
        event("Mara Voss", "Norland", type="CONSULT", on=DAY),
    )
    assert entry.conflicts == ()


def test_a_state_is_not_named_beside_who_acts_for_it(store: Store) -> None:
    entry = one(
        store,
        "events",
        event("Mara Voss", "Norland", on=DAY),
        event("Freedonia", "Norland", on=DAY),
    )
    assert [party.name for party in entry.parties["actor"]] == ["Mara Voss"]


def test_who_called_whom_differs_only_where_it_is_told(store: Store) -> None:
    call = {"on": DAY, "channel": "phone"}
    entry = one(
        store,
        "contacts",
        contact("Henrik Dahl", "Mara Voss", initiative="known", **call),
        contact("Mara Voss", "Henrik Dahl", initiative="known", **call),
        contact("Mara Voss", "Henrik Dahl", **call),
    )
    assert side_by_side(entry) == {"initiator": {"FRD": ["Herald"], "NRL": ["Wire"]}}


def test_levels_are_compared_by_side_whoever_began(store: Store) -> None:
    entry = one(
        store,
        "contacts",
        contact("Norland", "Mara Voss", on=DAY, initiator_level=2, counterpart_level=1),
        contact("Mara Voss", "Norland", on=DAY, initiator_level=1, counterpart_level=3),
    )
    assert side_by_side(entry) == {"level.NRL": {"2": ["Wire"], "3": ["Herald"]}}


def test_channels_of_one_group_differ(store: Store) -> None:
    entry = one(
        store,
        "contacts",
        contact("Henrik Dahl", "Mara Voss", on=DAY, channel="phone"),
        contact("Henrik Dahl", "Mara Voss", on=DAY, channel="video"),
        contact("Henrik Dahl", "Mara Voss", on=DAY, channel="unspecified"),
    )
    assert side_by_side(entry) == {"channel": {"phone": ["Wire"], "video": ["Herald"]}}


def test_stances_that_contradict_are_one_position(store: Store) -> None:
    entry = one(
        store,
        "positions",
        *(position("SYL", "the blockade", each) for each in ("support", "condemnation", "support")),
    )
    assert side_by_side(entry) == {
        "stance": {"support": ["Post", "Wire"], "condemnation": ["Herald"]}
    }
    assert entry.act == {
        "stance": "support",
        "basis": "own",
        "target": "the blockade",
        "target_type": None,
    }


def test_what_was_planned_does_not_contradict_what_was_held(store: Store) -> None:
    entry = one(
        store,
        "contacts",
        contact("Henrik Dahl", "Mara Voss", on=NEXT, status="planned"),
        contact("Henrik Dahl", "Mara Voss", on=NEXT),
        contact("Henrik Dahl", "Mara Voss", on=NEXT),
        days=(DAY, NEXT, NEXT),
    )
    assert entry.conflicts == ()
    assert [(step.status, str(step.told_on), len(step.reports)) for step in course(entry)] == [
        ("planned", DAY, 1),
        ("held", NEXT, 2),
    ]


def test_who_says_it_was_held_and_who_that_it_was_refused(store: Store) -> None:
    entry = one(
        store,
        "contacts",
        contact("Henrik Dahl", "Mara Voss", on=DAY),
        contact("Henrik Dahl", "Mara Voss", on=DAY, status="refused"),
    )
    assert side_by_side(entry) == {"status": {"held": ["Wire"], "refused": ["Herald"]}}


VOICES = {"Wire": "NRL", "Herald": "FRD"}


def call(by: str, to: str, **more: Any) -> Said:
    """Return a call of the day."""
    return contact(by, to, on=DAY, channel="phone", initiative="known", **more)


def test_both_sides_tell_a_contact(store: Store) -> None:
    entry = one(
        store,
        "contacts",
        call("Henrik Dahl", "Mara Voss", topics=("the strait",), outcome=("to talk again",)),
        call("Mara Voss", "Henrik Dahl", topics=("the strait",)),
        call("Mara Voss", "Henrik Dahl", topics=("prices",)),
    )
    found = readouts(entry, VOICES)
    assert [(each.side, len(each.reports)) for each in found] == [("FRD", 1), ("NRL", 1)]
    assert {each.field: dict(each.values) for each in differences(entry, VOICES)} == {
        "initiator": {"FRD": "FRD", "NRL": "NRL"},
        "outcome": {"FRD": None, "NRL": "to talk again"},
    }


def test_one_readout_differs_from_none(store: Store) -> None:
    entry = one(store, "contacts", call("Henrik Dahl", "Mara Voss", outcome=("to talk again",)))
    assert len(readouts(entry, VOICES)) == 1
    assert differences(entry, VOICES) == ()
