"""Questions to the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dragoman.crises import Ledger
from dragoman.errors import StoreError
from dragoman.store import Store
from tests.crises.entries.telling import article, contact, event, position, statement, told
from tests.store.conftest import BOTH, place

RAID = event("Freedonia", "Norland", on="2031-05-01", at="Port Hest, NRL", mode="drone")
SAID = [
    ("Wire", "2031-05-01", [RAID, position("SYL", RAID, "condemnation")]),
    ("Herald", "2031-05-01", [RAID, event("Freedonia", "Sylvania", on="2031-01-01/2031-12-31")]),
    ("Post", "2031-05-04", [event("Norland", "Freedonia", on="2031-05-03", confidence=0.4)]),
    ("Times", "2031-06-02", [event("Sylvania", "Norland", type="AID", on="2031-06-02")]),
    ("Globe", None, [event("Mara Voss", "Norland", type="REQUEST")]),
    (
        "Mail",
        "2031-05-05",
        [
            contact("Henrik Dahl", "Mara Voss", on="2031-05-04", channel="phone"),
            contact("Henrik Dahl", "Mara Voss", on="2031-05-08", status="planned"),
            statement("Henrik Dahl", "the line is open"),
        ],
    ),
]


@pytest.fixture(scope="module", params=BOTH)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A store with a few articles; what is asked changes nothing."""
    db = place(request, tmp_path_factory.mktemp("filled"), 1)
    with Store.open(db) as opened:
        told(opened, *(article(outlet, day, *said) for outlet, day, said in SAID))
        yield opened


def asked(store: Store, kind: str, **question: Any) -> list[str]:
    """Return for each entry the outlet of its reports whose name is last."""
    with store.view() as view:
        found = list(Ledger(view).entries(kind, **question))
        assert Ledger(view).count(kind, **question) == len(found)
    return [max(str(report.outlet) for report in entry.reports) for entry in found]


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ({}, ["Herald", "Wire", "Post", "Times", "Globe"]),
        ({"type": "AID"}, ["Times"]),
        ({"type": ("AID", "REQUEST")}, ["Times", "Globe"]),
        ({"type": "ASSAULT", "mode": "drone"}, ["Wire"]),
        ({"code": "SYL"}, ["Herald", "Times"]),
        ({"code": "SYL", "parts": ["actor"]}, ["Times"]),
        ({"code": "FRD", "parts": ["actor"], "type": "REQUEST"}, ["Globe"]),
        ({"origins": 2}, ["Wire"]),
        ({"confidence": 0.5, "since": date(2031, 5, 2)}, ["Herald", "Times"]),
        ({"since": date(2031, 5, 2)}, ["Herald", "Post", "Times"]),
        ({"until": date(2031, 5, 2)}, ["Herald", "Wire"]),
        ({"since": date(2031, 5, 3), "until": date(2031, 5, 3)}, ["Herald", "Post"]),
        ({"since": date(2031, 8, 1), "code": "SYL"}, ["Herald"]),
        ({"until": date(2030, 1, 1)}, []),
        ({"since": date.min, "until": date.max}, ["Herald", "Wire", "Post", "Times"]),
        ({"story": "nowhere"}, []),
        ({"crisis": "nowhere", "code": "SYL", "type": "AID"}, []),
        ({"code": "' OR 1=1 --"}, []),
    ],
)
def test_events_are_found(filled: Store, question: dict[str, Any], outlets: list[str]) -> None:
    assert sorted(asked(filled, "events", **question)) == sorted(outlets)


def test_entries_come_by_their_day_and_those_without_one_last(filled: Store) -> None:
    with filled.view() as view:
        days = [entry.first_day for entry in Ledger(view).entries("events")]
    assert days == [date(2031, 1, 1), date(2031, 5, 1), date(2031, 5, 3), date(2031, 6, 2), None]


@pytest.mark.parametrize(
    ("kind", "question", "count"),
    [
        ("contacts", {"channel": "phone"}, 1),
        ("contacts", {"status": "planned", "since": date(2031, 5, 8)}, 1),
        ("statements", {"code": "NRL", "parts": ["speaker"]}, 1),
        ("positions", {"stance": "condemnation", "target_type": "ASSAULT"}, 1),
        ("attitudes", {}, 0),
    ],
)
def test_other_kinds_are_found(
    filled: Store, kind: str, question: dict[str, Any], count: int
) -> None:
    with filled.view() as view:
        found = list(Ledger(view).entries(kind, **question))
    assert len(found) == count


def test_the_articles_of_a_story_are_asked_by_it(filled: Store) -> None:
    with filled.view() as view:
        (aid,) = Ledger(view).entries("events", type="AID")
        assert aid.story is not None
        assert "Times" in asked(filled, "events", story=aid.story)
        found = list(Ledger(view).entries("events", story=aid.story, since=date(2031, 7, 1)))
        assert all(entry.last_day and entry.last_day >= date(2031, 7, 1) for entry in found)


def test_a_position_is_on_the_entry_of_its_act(filled: Store) -> None:
    with filled.view() as view:
        (position_,) = Ledger(view).entries("positions")
        target = position_.act["target"]
        assert target is not None
        raid = Ledger(view).entry(target)
    assert (raid.kind, raid.act["mode"], position_.act["target_type"]) == (
        "events",
        "drone",
        "ASSAULT",
    )


def test_persons_are_parties_by_their_ids(filled: Store) -> None:
    with filled.view() as view:
        (call,) = Ledger(view).entries("contacts", channel="phone")
        (dahl,) = call.parties["initiator"]
        assert (dahl.id, dahl.name, dahl.code, dahl.role, dahl.level) == (
            "NRL",
            "Henrik Dahl",
            "NRL",
            "foreign_minister",
            2,
        )
        assert dahl.person is not None
        assert Ledger(view).count("contacts", code=dahl.person) == 2


@pytest.mark.parametrize(
    ("kind", "question", "message"),
    [
        ("actors", {}, "no kind of entry"),
        ("events", {"stance": "support"}, "no 'stance' to ask by"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    filled: Store, kind: str, question: dict[str, Any], message: str
) -> None:
    with filled.view() as view, pytest.raises(StoreError, match=message):
        list(Ledger(view).entries(kind, **question))


def test_an_entry_that_is_not_there_is_refused(filled: Store) -> None:
    with filled.view() as view, pytest.raises(StoreError, match="no entry 'x'"):
        Ledger(view).entry("x")


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("question", [{}, {"code": "NRL"}, {"since": date(2031, 5, 1)}])
def test_an_answer_can_be_asked_for_part_by_part(
    filled: Store, question: dict[str, Any], size: int
) -> None:
    with filled.view() as view:
        ledger = Ledger(view)
        whole = [each.id for each in ledger.entries("events", **question)]
        found: list[str] = []
        after = None
        while some := list(ledger.entries("events", **question, after=after, limit=size)):
            assert len(some) <= size
            found += [each.id for each in some]
            after = (some[-1].first_day, some[-1].id)
    assert found == whole
