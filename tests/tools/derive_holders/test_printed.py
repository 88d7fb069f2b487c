from __future__ import annotations

import pytest

from tools.derive_holders.printed import Printed, persons, titles

KNOWN = titles()


def read(entry: str) -> list[Printed]:
    return list(persons(entry, KNOWN))


@pytest.mark.parametrize(
    ("entry", "person", "family", "office", "start"),
    [
        (
            "President Mara ILVES (since 4 June 2019)",
            "Mara Ilves",
            "Ilves",
            "President",
            "2019-06-04",
        ),
        (
            "Prime Minister LEE Jo-han (since May 2020)",
            "Lee Jo-han",
            "Lee",
            "Prime Minister",
            "2020-05",
        ),
        ("King OTTO VI (since 1999)", "Otto VI", "Otto", "King", "1999"),
        (
            "Chancellor Eva VAN DER MEER (since 2 July 2021)",
            "Eva van der Meer",
            "Van der Meer",
            "Chancellor",
            "2021-07-02",
        ),
        (
            "Amir SAMI bin Nadir Al Fulan (since 3 May 2001)",
            "Sami bin Nadir Al Fulan",
            "Sami",
            "Emir",
            "2001-05-03",
        ),
        (
            "Prime Minister Hadi al-KARIMI (since 1 May 2018)",
            "Hadi al-Karimi",
            "al-Karimi",
            "Prime Minister",
            "2018-05-01",
        ),
        (
            "President Jos&eacute; P&Eacute;REZ Lima (since&nbsp;1 May 2018)",
            "José Pérez Lima",
            "Pérez",
            "President",
            "2018-05-01",
        ),
        (
            "Interim President Col. Bram TAKO (since 5 May 2022)",
            "Bram Tako",
            "Tako",
            "Interim President",
            "2022-05-05",
        ),
        (
            "transitional President Capt. Ali SOW (since 5 May 2022)",
            "Ali Sow",
            "Sow",
            "Interim President",
            "2022-05-05",
        ),
        (
            "President Juan DIAZ, Jr. (since 5 May 2022)",
            "Juan Diaz Jr.",
            "Diaz",
            "President",
            "2022-05-05",
        ),
        (
            "Sultan and Prime Minister Omar FULAN (since 1980)",
            "Omar Fulan",
            "Fulan",
            "Sultan",
            "1980",
        ),
        (
            "Prime Minister Ana O'NEILL (12 May 2020)",
            "Ana O'Neill",
            "O'Neill",
            "Prime Minister",
            "2020-05-12",
        ),
    ],
)
def test_an_entry_gives_name_office_and_start(
    entry: str, person: str, family: str, office: str, start: str
) -> None:
    [found] = read(entry)
    assert (found.person, found.family, found.title.office, found.start) == (
        person,
        family,
        office,
        start,
    )


def test_several_persons_in_one_entry() -> None:
    entry = (
        "President Mara ILVES (since 4 June 2019); Vice President Olu TAMBA (since 5 June 2019); "
        "note - President Piet HOLM resigned on 3 June 2019"
    )
    assert [found.person for found in read(entry)] == ["Mara Ilves", "Olu Tamba"]


def test_a_list_of_deputies_shares_its_title() -> None:
    entry = "Deputy Prime Ministers Ana SOLO (since 4 June 2019), Ben TRIO (since May 2020)"
    assert [(found.person, found.title.office) for found in read(entry)] == [
        ("Ana Solo", "Deputy Prime Minister"),
        ("Ben Trio", "Deputy Prime Minister"),
    ]


def test_a_monarch_and_the_governor_general() -> None:
    entry = "Queen MATILDA III (since 1960); represented by Governor General Ann HALE (since 2015)"
    assert [(found.person, found.title.slot) for found in read(entry)] == [
        ("Matilda III", ""),
        ("Ann Hale", "governor"),
    ]


def test_two_regents_for_a_period() -> None:
    entry = (
        "co-chiefs of state Captain Regent Ada BIANCHI and Captain Regent Leo CONTI "
        "(for the period 1 April 2015 - 1 October 2015)"
    )
    assert [(found.person, found.start, found.end) for found in read(entry)] == [
        ("Ada Bianchi", "2015-04-01", "2015-10-01"),
        ("Leo Conti", "2015-04-01", "2015-10-01"),
    ]


def test_nicknames_and_other_spellings_become_aliases() -> None:
    [found] = read('President Miguel "Mico" SALAS (also spelled Zalas) (since 2019)')
    assert (found.person, found.aliases) == ("Miguel Salas", ("Zalas", "Mico"))


@pytest.mark.parametrize(
    "entry",
    [
        "President (vacant)",
        "Prime Minister (vacant); note - Prime Minister Piet HOLM left in May",
        "President Piet HOLM resigned on 3 June 2019",
        "President-elect Piet HOLM (since 3 June 2019)",
        "the council takes the decisions of the president",
        "Grand Vizier Piet HOLM (since 3 June 2019)",
        "",
    ],
)
def test_who_does_not_sit_is_not_read(entry: str) -> None:
    assert read(entry) == []


def test_a_birthday_is_no_start() -> None:
    [found] = read("Crown Prince and Prime Minister SAMI Al Fulan (born 31 August 1985)")
    assert found.start is None
