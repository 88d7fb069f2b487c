"""Articles that are made from others keep the contract, and are no copies."""

from __future__ import annotations

import pytest

from benchmarks.varied import Variations
from dragoman.records import FACT_KINDS, Record, faults
from tests.batch.articles import article
from tests.batch.readers import HandReader
from tests.records.examples import record

MADE = Variations([record()])


@pytest.mark.parametrize("number", range(20))
def test_what_is_made_keeps_the_contract(number: int) -> None:
    assert list(faults(MADE.of(number))) == []


def test_the_same_number_makes_the_same_article() -> None:
    assert MADE.of(7) == Variations([record()]).of(7)


def test_everything_has_an_id_of_its_own() -> None:
    (read,) = HandReader().readings([article()])
    made = Variations([read.record])
    ids = [
        {each.id for name in ("actors", *FACT_KINDS) for each in getattr(whole, name)}
        for whole in (made.of(1), made.of(2), read.record)
    ]
    assert ids[0] & ids[1] == ids[0] & ids[2] == set()


def test_the_facts_stay_in_number_and_place() -> None:
    def shape(whole: Record) -> list[object]:
        return [[each.evidence for each in getattr(whole, kind)] for kind in FACT_KINDS]

    assert shape(MADE.of(3)) == shape(record())


def test_the_days_move_together() -> None:
    before, after = record().article.published_at, MADE.of(10).article.published_at
    assert before is not None
    assert after is not None
    assert (before - after).days == 10
