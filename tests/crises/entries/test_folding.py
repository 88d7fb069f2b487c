"""Facts of readings into entries: what comes, what goes, and that the order does not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from dragoman.crises import Came, entries, rebuild, take_all
from dragoman.crises.entries.effective import current
from dragoman.store import Store
from dragoman.store.tables import METADATA
from tests.crises.entries.telling import (
    Said,
    article,
    attitude,
    contact,
    event,
    ledger,
    outlets,
    position,
    shape,
    statement,
    told,
)

DAY = "2031-05-01"
RAID = {"on": DAY, "at": "Port Hest, NRL", "mode": "drone"}
KINDS = ("events", "contacts", "statements", "positions", "attitudes")


def everything() -> list[Said]:
    raid = event("Freedonia", "Norland", killed=3, **RAID)
    return [
        raid,
        contact("Henrik Dahl", "Mara Voss", on=DAY, channel="phone"),
        statement("Henrik Dahl", "we will keep the strait open to every ship"),
        position("SYL", raid, "condemnation"),
        attitude("SYL", "Freedonia", "negative"),
    ]


def rows(store: Store, *names: str) -> dict[str, int]:
    with store.view() as view:
        return {
            name: view.connection.scalar(select(func.count()).select_from(METADATA.tables[name]))
            or 0
            for name in names
        }


TABLES = ("entries", "entry_reports", "entry_parties", "entry_codes", "tellings", "telling_marks")


@pytest.mark.parametrize("kind", KINDS)
def test_what_two_outlets_report_is_one_entry(store: Store, kind: str) -> None:
    told(store, article("Wire", DAY, *everything()), article("Herald", DAY, *everything()))
    (entry,) = ledger(store, kind)
    assert sorted(map(str, outlets(entry))) == ["Herald", "Wire"]
    assert (entry.kind, entry.origins, entry.confidence) == (kind, 2, 0.8)
    assert (entry.first_day, entry.last_day) == (date(2031, 5, 1), date(2031, 5, 1))


def test_copies_and_outlets_of_one_family_count_once(store: Store) -> None:
    some = [article(outlet, DAY, event(**RAID)) for outlet in ("Wire", "Herald", "Post")]
    told(store, *some, origins=["wire", "wire", "post"])
    (entry,) = ledger(store, "events")
    assert (len(entry.reports), entry.origins) == (3, 2)


def test_a_new_version_takes_the_place_of_the_old_one(store: Store) -> None:
    told(store, article("Wire", DAY, *everything()))
    told(store, article("Wire", DAY, event("Freedonia", "Sylvania", **RAID), extra=" Corrected."))
    (entry,) = ledger(store, "events")
    assert [party.id for party in entry.parties["recipient"]] == ["SYL"]
    assert [ledger(store, kind) for kind in KINDS[1:]] == [[], [], [], []]
    assert rows(store, "entries", "entry_reports", "tellings") == dict.fromkeys(
        ("entries", "entry_reports", "tellings"), 1
    )


def test_what_is_taken_in_twice_changes_nothing(store: Store) -> None:
    some = [article("Wire", DAY, *everything()), article("Herald", DAY, *everything())]
    told(store, *some)
    before = shape(store), rows(store, *TABLES)
    told(store, *reversed(some))
    assert (shape(store), rows(store, *TABLES)) == before


def test_what_is_taken_in_at_once_is_as_one_by_one(store: Store, tmp_path: Path) -> None:
    later = article("Wire", DAY, event("Freedonia", "Sylvania", **RAID), extra=" Corrected.")
    herald = article("Herald", DAY, *everything())
    some = [article("Wire", DAY, *everything()), herald, later]
    with store.work() as unit:
        written = unit.writer.write_all(some)
        came = zip(written, some, strict=True)
        take_all(unit, [Came(each, record, str(record.article.publisher)) for each, record in came])
    with Store.open(str(tmp_path / "one-by-one.sqlite")) as other:
        told(other, *some)
        assert shape(store) == shape(other)
        assert rows(store, *TABLES) == rows(other, *TABLES)


def test_what_is_dropped_leaves_nothing(store: Store) -> None:
    told(store, article("Wire", DAY, *everything()), article("Herald", DAY, *everything()))
    with store.work() as unit:
        entries.drop(unit, current(unit.view))
    assert set(rows(store, *TABLES).values()) == {0}


def test_a_ledger_made_anew_is_the_same(store: Store) -> None:
    told(store, article("Wire", DAY, *everything()), article("Herald", DAY, *everything()))
    before = shape(store), rows(store, *TABLES)
    ticks: list[tuple[int, int]] = []
    assert rebuild(store, lambda done, total: ticks.append((done, total))) == 2
    assert (shape(store), rows(store, *TABLES)) == before
    assert ticks == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_what_is_told_without_a_day_goes_to_the_act_before_it(store: Store) -> None:
    told(store, article("Wire", "2031-05-03", event("Freedonia", "Norland")))
    (alone,) = ledger(store, "events")
    assert alone.first_day == date(2031, 5, 3)
    told(store, article("Herald", DAY, event("Freedonia", "Norland", on=DAY)))
    (entry,) = ledger(store, "events")
    assert (entry.first_day, entry.origins) == (date(2031, 5, 1), 2)


def test_it_goes_back_when_that_act_is_taken_back(store: Store) -> None:
    told(store, article("Wire", "2031-05-03", event("Freedonia", "Norland")))
    told(store, article("Herald", DAY, event("Freedonia", "Norland", on=DAY)))
    told(store, article("Herald", DAY, event("Sylvania", "Norland", on=DAY), extra=" Corrected."))
    first, second = ledger(store, "events")
    assert (outlets(first), outlets(second)) == (["Herald"], ["Wire"])


def test_what_is_to_come_goes_to_the_contact_after_it(store: Store) -> None:
    planned = contact("Henrik Dahl", "Mara Voss", status="planned", channel="phone")
    held = contact("Henrik Dahl", "Mara Voss", on="2031-05-03", channel="phone")
    told(store, article("Wire", DAY, planned), article("Herald", "2031-05-03", held))
    (entry,) = ledger(store, "contacts")
    assert (entry.act["status"], entry.first_day) == ("held", date(2031, 5, 3))


def test_an_article_without_a_day_stays_by_itself(store: Store) -> None:
    some = [article(outlet, None, event("Freedonia", "Norland")) for outlet in ("Wire", "Herald")]
    told(store, *some)
    found = ledger(store, "events")
    assert [(entry.first_day, entry.origins) for entry in found] == [(None, 1), (None, 1)]


def test_what_is_to_come_is_another_entry_than_what_was_done(store: Store) -> None:
    done = event("Freedonia", "Norland", **RAID)
    ahead = event("Freedonia", "Norland", modality="future", **RAID)
    told(store, article("Wire", DAY, done), article("Herald", DAY, ahead))
    found = {entry.act["modality"] for entry in ledger(store, "events")}
    assert found == {"asserted", "future"}


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("drawn") / "ledger.sqlite"
    with Store.open(str(path)) as opened:
        yield opened


DAYS = st.sampled_from([DAY, "2031-05-02", "2031-05-03", f"{DAY}/2031-05-04", None])
EVENTS = st.builds(
    event,
    st.sampled_from(["Freedonia", "Mara Voss", "", "Freedonia, Sylvania"]),
    st.sampled_from(["Norland", "Henrik Dahl", "Henrik Dahl, Tove Berg", ""]),
    on=DAYS,
    at=st.sampled_from([None, "Port Hest, NRL", "Bren, NRL"]),
)
CONTACTS = st.builds(
    contact,
    st.sampled_from(["Norland", "Henrik Dahl", "Tove Berg"]),
    st.sampled_from(["Freedonia", "Mara Voss"]),
    on=DAYS,
    channel=st.sampled_from(["phone", "unspecified"]),
    status=st.sampled_from(["planned", "held"]),
)
FACTS = st.lists(
    st.one_of(EVENTS, CONTACTS), min_size=1, max_size=3, unique_by=lambda s: s.sentence
)
ARTICLES = st.lists(
    st.tuples(st.sampled_from([DAY, "2031-05-02", "2031-05-04"]), FACTS), min_size=2, max_size=5
)


NUMBERS = count(1)


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_arrival_does_not_count(
    lasting: Store, drawn: list[tuple[str, list[Said]]], random: Random
) -> None:
    number = next(NUMBERS)
    some = [
        article(f"Outlet{place}", day, *said, number=number)
        for place, (day, said) in enumerate(drawn)
    ]
    written = told(lasting, *some)
    first = shape(lasting)
    readings = [each.reading for each in written]
    with lasting.work() as unit:
        entries.drop(unit, readings)
    random.shuffle(some)
    told(lasting, *some)
    second = shape(lasting)
    with lasting.work() as unit:
        entries.drop(unit, readings)
    with lasting.work() as unit:
        entries.refold(unit, readings)
    assert first == second == shape(lasting)
    with lasting.work() as unit:
        entries.drop(unit, readings)
