from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import DataError
from dragoman.world.holders import Holder, Holders, Sources, read_holders

SOURCES_TEXT = """
[sources.hand]
known_until = 2020-06-30
[sources.table]
known_until = 2022-01-01
[turnover]
foreign_minister = 0.5
"""
SOURCES = Sources.parse(SOURCES_TEXT)
HEADER = "person,aliases,office,role,level,country,sectors,start,end,source,confidence"
ROWS = """\
Ana Varga,Anna Varga|Varga-Holm,FM,foreign_minister,2,AAA,GOV,2015-03-01,2019-05-10,hand,0.9
Tomas Lindqvist,,Foreign Minister,foreign_minister,2,AAA,GOV,2019-05-10,,hand,0.9
Ana Varga,,Prime Minister,head_of_government,1,AAA,GOV,2019-05-10,2021-02,table,0.95
Pavel Varga,,Ambassador to Beeland,ambassador,3,AAA,GOV,2018,2020,table,0.8
Soleiman Rahmani,Rahmani,Defence Minister,defence_minister,2,BBB,GOV|MIL,2018-01-01,,hand+table,0.9
Kim Do-yun,,Foreign Minister,foreign_minister,2,KOR,GOV,2018-01-01,2020-01-01,hand,0.9
Osman IV,,King,head_of_state,1,CCC,GOV,,2020-06-01,hand,0.9
"""


def made(rows: str = ROWS) -> Holders:
    return Holders(read_holders(f"{HEADER}\n{rows}", SOURCES, name="made.csv"), SOURCES)


def people(found: tuple[Holder, ...]) -> list[str]:
    return [holder.person for holder in found]


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Ana Varga", date(2016, 1, 1), ["Ana Varga"]),
        ("ANA VARGA", date(2016, 1, 1), ["Ana Varga"]),
        ("Foreign Minister Varga", date(2016, 1, 1), []),
        ("Dr. Ana Varga", date(2016, 1, 1), ["Ana Varga"]),
        ("Anna Varga", date(2016, 1, 1), ["Ana Varga"]),
        ("Varga-Holm", date(2016, 1, 1), ["Ana Varga"]),
        ("Varga", date(2016, 1, 1), ["Ana Varga"]),
        ("Varga", date(2015, 1, 1), []),
        ("Zoltan Varga", date(2016, 1, 1), []),
        ("Tomas Lindkvist", date(2020, 1, 1), ["Tomas Lindqvist"]),
        ("Sulayman Rahmani", date(2020, 1, 1), ["Soleiman Rahmani"]),
        ("Kim", date(2019, 1, 1), ["Kim Do-yun"]),
        ("Kim Doyun", date(2019, 1, 1), ["Kim Do-yun"]),
        ("King Osman", date(2019, 1, 1), ["Osman IV"]),
        ("Osman IV", date(1980, 1, 1), ["Osman IV"]),
        ("Osman", date(2020, 7, 1), []),
        ("", date(2016, 1, 1), []),
    ],
)
def test_who_is_found_by_name_and_day(name: str, on: date, expected: list[str]) -> None:
    assert people(made().holders(name, on)) == expected


def test_a_family_name_gives_all_its_holders_by_level() -> None:
    found = made().holders("Varga", date(2019, 8, 1))
    assert [(holder.person, holder.level) for holder in found] == [
        ("Ana Varga", 1),
        ("Pavel Varga", 3),
    ]


def test_a_country_narrows_the_search() -> None:
    assert made().holders("Varga", date(2016, 1, 1), country="BBB") == ()


def test_both_are_found_around_a_hand_over() -> None:
    found = made().holders_of("AAA", "foreign_minister", date(2019, 5, 12))
    assert people(found) == ["Tomas Lindqvist", "Ana Varga"]


def test_one_is_found_a_week_after_a_hand_over() -> None:
    found = made().holders_of("AAA", "foreign_minister", date(2019, 5, 20))
    assert people(found) == ["Tomas Lindqvist"]


def test_a_day_within_an_imprecise_end_lowers_the_confidence() -> None:
    table = made()
    before, within = (
        table.holders("Ana Varga", on)[0].confidence for on in (date(2020, 9, 1), date(2021, 2, 20))
    )
    assert within < before


def test_confidence_falls_with_time_after_the_source_was_looked_at() -> None:
    table = made()
    days = (date(2020, 6, 30), date(2021, 6, 30), date(2022, 6, 30))
    sure = [table.holders("Lindqvist", on)[0].confidence for on in days]
    assert sure[0] == 0.9
    assert sure == sorted(sure, reverse=True)
    assert sure[2] < 0.5


def test_who_has_most_likely_left_is_no_longer_found() -> None:
    assert made().holders("Lindqvist", date(2030, 1, 1)) == ()


def test_the_latest_of_several_sources_counts() -> None:
    assert SOURCES.until("hand+table") == date(2022, 1, 1)


def test_a_looser_match_is_less_sure() -> None:
    table = made()
    exact = table.holders("Soleiman Rahmani", date(2019, 1, 1))[0]
    loose = table.holders("Suleyman Rahmani", date(2019, 1, 1))[0]
    assert loose.person == exact.person
    assert loose.confidence < exact.confidence


def test_known_gives_every_term_in_order() -> None:
    assert [holder.office for holder in made().known("Ana Varga")] == [
        "FM",
        "Prime Minister",
    ]


def test_nobody_is_known_by_a_strange_name() -> None:
    assert made().known("Quirinus Nobody") == ()


def test_no_office_of_a_role_gives_nobody() -> None:
    assert made().holders_of("AAA", "military_chief", date(2019, 1, 1)) == ()


GOOD = "Ana Varga,,Premier,head_of_government,1,AAA,GOV,2015,2016,hand,0.9"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2015,2016", "2016,2015"),
        ("2015,", "2015-13,"),
        ("2015,", "yesterday,"),
        (",1,AAA", ",7,AAA"),
        (",1,AAA", ",one,AAA"),
        ("AAA", "Aland"),
        ("hand", "hearsay"),
        ("0.9", "0"),
        ("0.9", "1.2"),
        ("Ana Varga,,", ",,"),
        ("Ana Varga,,", "Ana Varga,A|,"),
        ("head_of_government", "Head"),
        (",0.9", ""),
    ],
)
def test_a_wrong_row_is_refused_with_file_and_line(old: str, new: str) -> None:
    with pytest.raises(DataError, match=r"^made\.csv:3: "):
        made(f"{GOOD}\n{GOOD.replace(old, new)}\n")


@pytest.mark.parametrize("header", ["", "person,office", HEADER.replace("start,end", "end,start")])
def test_wrong_columns_are_refused(header: str) -> None:
    with pytest.raises(DataError, match=r"made\.csv:1: the columns must be"):
        list(read_holders(f"{header}\n{GOOD}\n", SOURCES, name="made.csv"))


@pytest.mark.parametrize(
    "wrong",
    [
        "not toml",
        "[sources.hand]\n[turnover]",
        '[sources.hand]\nknown_until = "soon"\n[turnover]',
        "[sources.hand]\nknown_until = 2020-01-01\n[turnover]\nminister = [1]",
    ],
)
def test_a_wrong_table_of_sources_is_refused(wrong: str) -> None:
    with pytest.raises(DataError, match=r"^sources\.toml: "):
        Sources.parse(wrong, name="sources.toml")
