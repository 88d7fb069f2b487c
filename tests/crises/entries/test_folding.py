"""One fact from many reports."""

from __future__ import annotations

from dragoman.store import Store
from tests.crises.entries.telling import article, contact, event, ledger, outlets, told

RAID = {"on": "2031-05-01", "at": "Port Hest, NRL", "mode": "drone"}


def test_what_two_outlets_report_is_one_entry(store: Store) -> None:
    told(
        store,
        article("Wire", "2031-05-01", event("Freedonia", "Norland", killed=3, **RAID)),
        article("Herald", "2031-05-02", event("Freedonia", "Norland", killed=5, **RAID)),
    )
    (entry,) = ledger(store, "events")
    assert outlets(entry) == ["Wire", "Herald"]
    assert (entry.origins, entry.act["mode"], entry.place) == (2, "drone", "Port Hest")


def test_a_contact_told_by_both_sides_is_one(store: Store) -> None:
    told(
        store,
        article("Wire", "2031-05-01", contact("Henrik Dahl", "Mara Voss", on="2031-05-01")),
        article("Herald", "2031-05-02", contact("Mara Voss", "Henrik Dahl", on="2031-05-01")),
    )
    (entry,) = ledger(store, "contacts")
    assert entry.origins == 2
