from __future__ import annotations

import pytest

from tools.derive_holders.offices import office_rules, rows_of_offices
from tools.derive_holders.rows import Row

RULES = office_rules()
CODES = {"us": "USA", "norway": "NOR", "pakistan": "PAK", "united-kingdom": "GBR", "world": "UNO"}


def rows(
    country: str,
    office: str,
    start: str = "2015-01-01",
    end: str = "2018-02-03",
    person: str = "Ana Solo",
) -> list[Row]:
    fact = {
        "country": country,
        "office": office,
        "person": person,
        "wikidata": "Q1",
        "start": start,
        "end": end,
    }
    return list(rows_of_offices([fact], CODES, RULES))


@pytest.mark.parametrize(
    ("country", "office", "role", "level", "title"),
    [
        ("us", "Secretary of State", "foreign_minister", 2, "Secretary of State"),
        ("us", "Secretary of Defence", "defence_minister", 2, "Secretary of Defense"),
        ("us", "ambassador to Iceland", "ambassador", 3, "Ambassador to Iceland"),
        (
            "us",
            "Assistant Secretary of State for African Affairs",
            "deputy_minister",
            3,
            "Assistant Secretary of State for African Affairs",
        ),
        ("norway", "Minister of Foreign Affairs", "foreign_minister", 2, "Foreign Minister"),
        ("norway", "State Secretary", "deputy_minister", 3, "State Secretary"),
        ("norway", "monarch", "head_of_state", 1, "Monarch"),
        ("pakistan", "Chief of Army Staff", "military_chief", 2, "Army Chief"),
        ("pakistan", "Federal Minister of the Interior", "minister", 2, "Interior Minister"),
        (
            "united-kingdom",
            "Secretary of State for Foreign and Commonwealth Affairs",
            "foreign_minister",
            2,
            "Foreign Secretary",
        ),
        (
            "united-kingdom",
            "Secretary of State for Transport",
            "minister",
            2,
            "Transport Secretary",
        ),
        (
            "world",
            "Secretary-General of the United Nations",
            "igo_head",
            1,
            "Secretary-General of the United Nations",
        ),
    ],
)
def test_offices_map_to_roles(country: str, office: str, role: str, level: int, title: str) -> None:
    [row] = rows(country, office)
    assert (row.role, row.level, row.office) == (role, level, title)


@pytest.mark.parametrize(
    ("country", "office"),
    [
        ("us", "Secretary of State of Ohio"),
        ("us", "Speaker of the House of Representatives"),
        ("norway", "President of the Storting"),
        ("pakistan", "Chief of General Staff"),
        ("nowhere", "Prime Minister"),
    ],
)
def test_what_maps_to_nothing_is_left_out(country: str, office: str) -> None:
    assert rows(country, office) == []


def test_terms_that_ended_long_ago_are_left_out() -> None:
    assert rows("us", "Secretary of State", start="2001", end="2005-01-26") == []


def test_a_term_that_ends_before_it_begins_is_left_out() -> None:
    assert rows("us", "Secretary of State", start="2015-05-05", end="2014-01-01") == []


def test_a_label_in_another_script_is_left_out() -> None:
    assert rows("us", "Secretary of State", person="Сергій Коваль") == []


@pytest.mark.parametrize(
    ("label", "person"),
    [
        ("Ann Hale (diplomat)", "Ann Hale"),
        ("Otto VI of Norway", "Otto VI"),
        ("Ann Hale, 2nd Baroness Hale", "Ann Hale"),
    ],
)
def test_labels_lose_what_tells_namesakes_apart(label: str, person: str) -> None:
    assert rows("norway", "monarch", person=label)[0].person == person


def test_a_term_never_closed_is_less_sure() -> None:
    old, new = (
        rows("us", "Secretary of State", start=start, end="")[0] for start in ("2006", "2021")
    )
    assert old.confidence < new.confidence


def test_a_damaged_date_keeps_what_is_sure() -> None:
    assert rows("us", "Secretary of State", start="2014s", end="2016")[0].start == "2014"
