from __future__ import annotations

from tools.derive_holders.factbook import rows_of_factbook
from tools.derive_holders.printed import titles
from tools.derive_holders.rows import Row

CODES = {"aa": "AAA", "bb": "BBB"}
KNOWN = titles()


def entry(
    text: str, first: str, last: str, fips: str = "aa", office: str = "chief of state"
) -> dict[str, str]:
    return {
        "fips": fips,
        "country": "Aland",
        "office": office,
        "first_seen": first,
        "last_changed_seen": last,
        "entry": text,
    }


def rows(
    *entries: dict[str, str], errata: dict[tuple[str, str, str], str] | None = None
) -> list[Row]:
    found = rows_of_factbook(
        entries, CODES, KNOWN, dependent=frozenset({"BBB"}), errata=errata or {}
    )
    return sorted(found, key=lambda row: row.first)


def spells(found: list[Row]) -> list[tuple[str, str | None, str | None]]:
    return [(row.person, row.start, row.end) for row in found]


def test_a_term_ends_where_the_next_begins() -> None:
    found = rows(
        entry("President Mara ILVES (since 4 June 2015)", "2016-01-01", "2020-01-01"),
        entry("President Piet HOLM (since 9 June 2020)", "2020-07-01", "2026-01-22"),
    )
    assert spells(found) == [
        ("Mara Ilves", "2015-06-04", "2020-06-09"),
        ("Piet Holm", "2020-06-09", None),
    ]


def test_spellings_of_one_person_are_one_term() -> None:
    found = rows(
        entry("President Mohammed SALEH (since 4 June 2015)", "2016-01-01", "2020-01-01"),
        entry("President Muhammad SALIH (since 4 June 2015)", "2020-02-01", "2026-01-22"),
    )
    assert spells(found) == [("Muhammad Salih", "2015-06-04", None)]
    assert found[0].aliases == ("Mohammed Saleh",)


def test_a_return_to_office_is_a_second_term() -> None:
    found = rows(
        entry("Prime Minister Mara ILVES (since 2015)", "2016-01-01", "2017-01-01"),
        entry("Prime Minister Piet HOLM (since 3 May 2017)", "2017-06-01", "2019-01-01"),
        entry("Prime Minister Mara ILVES (since 4 June 2019)", "2019-07-01", "2026-01-22"),
    )
    assert spells(found) == [
        ("Mara Ilves", "2015", "2017-05-03"),
        ("Piet Holm", "2017-05-03", "2019-06-04"),
        ("Mara Ilves", "2019-06-04", None),
    ]


def test_one_person_in_both_lists_is_one_row() -> None:
    text = "President Mara ILVES (since 4 June 2015)"
    found = rows(
        entry(text, "2016-01-01", "2026-01-22"),
        entry(text, "2016-01-01", "2026-01-22", office="head of government"),
    )
    assert spells(found) == [("Mara Ilves", "2015-06-04", None)]


def test_who_is_no_longer_printed_has_left() -> None:
    found = rows(entry("President Mara ILVES (since 4 June 2015)", "2016-01-01", "2021-07-09"))
    assert spells(found) == [("Mara Ilves", "2015-06-04", "2021-07")]
    assert found[0].confidence < 0.8


def test_a_start_left_over_from_the_predecessor_is_not_believed() -> None:
    found = rows(
        entry("President Mara ILVES (since 4 June 2015)", "2016-01-01", "2020-01-01"),
        entry("President Piet HOLM (since 4 June 2015)", "2020-07-01", "2020-08-01"),
        entry("President Piet HOLM (since 9 June 2020)", "2020-09-01", "2026-01-22"),
    )
    assert ("Piet Holm", "2020-06-09", None) in spells(found)


def test_deputies_sit_side_by_side() -> None:
    text = "Deputy Prime Ministers Ana SOLO (since 2019), Ben TRIO (since 2020)"
    found = rows(entry(text, "2020-06-01", "2026-01-22"))
    assert {row.end for row in found} == {None}
    assert len(found) == 2


def test_a_dependency_has_no_head_of_state_of_its_own() -> None:
    found = rows(
        entry("King OTTO VI (since 1999)", "2016-01-01", "2026-01-22", fips="bb"),
        entry(
            "Premier Ana SOLO (since 2019)",
            "2020-01-01",
            "2026-01-22",
            fips="bb",
            office="head of government",
        ),
    )
    assert spells(found) == [("Ana Solo", "2019", None)]


def test_an_unknown_country_is_left_out() -> None:
    assert rows(entry("King OTTO VI (since 1999)", "2016-01-01", "2026-01-22", fips="zz")) == []


def test_errata_correct_or_drop() -> None:
    entries = (
        entry("President Mara ILVES (since 4 June 1915)", "2016-01-01", "2026-01-22"),
        entry("Premier Piet HOLM (since 2016)", "2016-01-01", "2026-01-22"),
    )
    errata = {
        ("AAA", "Mara Ilves", "President"): "2015-06-04",
        ("AAA", "Piet Holm", "Premier"): "drop",
    }
    assert spells(rows(*entries, errata=errata)) == [("Mara Ilves", "2015-06-04", None)]
