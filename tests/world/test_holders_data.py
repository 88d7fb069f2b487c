"""What must hold of every row of the shipped tables of office-holders."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from dragoman.records import codebook
from dragoman.world import world
from dragoman.world.holders import Holder, Holders
from dragoman.world.partial_dates import first_day, last_day

TODAY = date(2026, 11, 22)
PASSING = ("Acting ", "Interim ")
LONGEST_OVERLAP = 60
LARGEST = 2_500_000


@pytest.fixture(scope="module")
def table() -> Holders:
    return Holders.load()


def test_roles_and_levels_are_those_of_the_codebook(table: Holders) -> None:
    book = codebook()
    wrong = [holder for holder in table.rows if book.level(holder.role) != holder.level]
    assert wrong == []


def test_every_role_has_a_turnover(table: Holders) -> None:
    assert {holder.role for holder in table.rows} <= set(table.sources.turnover)


def test_sectors_are_those_of_the_codebook(table: Holders) -> None:
    known = set(codebook().codes("sectors"))
    assert {sector for holder in table.rows for sector in holder.sectors} <= known


def test_every_code_is_a_state_or_an_organization(table: Holders) -> None:
    known = world()
    codes = {holder.country for holder in table.rows}
    assert {code for code in codes if not (known.state(code) or known.organization(code))} == set()


def test_nobody_begins_in_the_future(table: Holders) -> None:
    late = [holder for holder in table.rows if holder.start and first_day(holder.start) > TODAY]
    assert late == []


def test_no_row_is_there_twice(table: Holders) -> None:
    seats = [(row.person, row.office, row.country, row.start) for row in table.rows]
    assert len(set(seats)) == len(seats)


def test_no_alias_repeats_the_name(table: Holders) -> None:
    assert [row for row in table.rows if row.person in row.aliases] == []


def overlaps(rows: list[Holder]) -> list[tuple[str, str]]:
    """Terms in one seat that share more than a few weeks, whatever their imprecise dates mean."""
    ordered = sorted(rows, key=lambda row: row.start or "")
    return [
        (left.person, right.person)
        for left, right in pairwise(ordered)
        if left.person != right.person and shared_days(left, right) > LONGEST_OVERLAP
    ]


def shared_days(left: Holder, right: Holder) -> int:
    """The days for which two terms run side by side at the least."""
    begin = last_day(right.start or "0001")
    end = min(first_day(row.end) if row.end else TODAY for row in (left, right))
    return (end - begin).days


def test_heads_of_government_follow_one_another(table: Holders) -> None:
    seats = defaultdict(list)
    for row in table.rows:
        if row.role == "head_of_government" and not row.office.startswith(PASSING):
            seats[row.country].append(row)
    assert {country: overlaps(rows) for country, rows in seats.items() if overlaps(rows)} == {}


def test_presidents_follow_one_another(table: Holders) -> None:
    seats = defaultdict(list)
    for row in table.rows:
        if row.role == "head_of_state" and row.office == "President":
            seats[row.country].append(row)
    assert {country: overlaps(rows) for country, rows in seats.items() if overlaps(rows)} == {}


def test_the_tables_stay_small() -> None:
    folder = files("dragoman.world") / "data"
    size = sum(len((folder / name).read_bytes()) for name in ("holders.csv", "holders_editor.csv"))
    assert size < LARGEST


def test_the_editor_covers_every_region(table: Holders) -> None:
    countries = {row.country for row in table.rows if row.source == "editor"}
    assert len(countries) > 120


@pytest.mark.parametrize("office", ["Prime Minister", "Foreign Minister", "Ambassador to Russia"])
def test_offices_are_titles_as_news_prints_them(table: Holders, office: str) -> None:
    assert any(row.office == office for row in table.rows)
