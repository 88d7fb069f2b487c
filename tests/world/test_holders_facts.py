"""Public facts that the shipped table of office-holders must know."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.world.holders import Holders


@pytest.fixture(scope="module")
def table() -> Holders:
    return Holders.load()


@pytest.mark.parametrize(
    ("country", "role", "on", "person"),
    [
        ("USA", "head_of_state", "2010-06-01", "Barack Obama"),
        ("USA", "foreign_minister", "2012-06-01", "Hillary Clinton"),
        ("USA", "foreign_minister", "2020-01-04", "Mike Pompeo"),
        ("USA", "defence_minister", "2020-01-04", "Mark Esper"),
        ("USA", "national_security_adviser", "2022-02-24", "Jake Sullivan"),
        ("USA", "military_chief", "2021-08-30", "Mark Milley"),
        ("CAN", "foreign_minister", "2022-05-01", "Mélanie Joly"),
        ("MEX", "head_of_state", "2019-07-01", "Andrés Manuel López Obrador"),
        ("BRA", "head_of_state", "2020-06-01", "Jair Bolsonaro"),
        ("ARG", "head_of_state", "2024-03-01", "Javier Milei"),
        ("VEN", "foreign_minister", "2019-02-01", "Jorge Arreaza"),
        ("CUB", "foreign_minister", "2015-01-01", "Bruno Rodríguez"),
        ("GBR", "foreign_minister", "2020-01-04", "Dominic Raab"),
        ("GBR", "head_of_government", "2022-10-01", "Liz Truss"),
        ("FRA", "head_of_state", "2020-01-04", "Emmanuel Macron"),
        ("FRA", "foreign_minister", "2020-01-04", "Jean-Yves Le Drian"),
        ("DEU", "foreign_minister", "2020-01-04", "Heiko Maas"),
        ("DEU", "head_of_government", "2020-01-04", "Angela Merkel"),
        ("DEU", "defence_minister", "2016-01-01", "Ursula von der Leyen"),
        ("ITA", "head_of_government", "2023-01-01", "Giorgia Meloni"),
        ("ESP", "head_of_state", "2020-01-01", "Felipe VI"),
        ("POL", "foreign_minister", "2024-06-01", "Radosław Sikorski"),
        ("HUN", "head_of_government", "2018-01-01", "Viktor Orbán"),
        ("SRB", "head_of_state", "2019-01-01", "Aleksandar Vučić"),
        ("UKR", "foreign_minister", "2022-03-01", "Dmytro Kuleba"),
        ("UKR", "military_chief", "2023-01-01", "Valerii Zaluzhnyi"),
        ("RUS", "foreign_minister", "2014-03-01", "Sergey Lavrov"),
        ("RUS", "defence_minister", "2020-01-04", "Sergei Shoigu"),
        ("BLR", "head_of_state", "2020-08-10", "Alexander Lukashenko"),
        ("KAZ", "head_of_state", "2022-01-10", "Kassym-Jomart Tokayev"),
        ("TUR", "foreign_minister", "2020-01-04", "Mevlüt Çavuşoğlu"),
        ("IRN", "foreign_minister", "2020-01-04", "Mohammad Javad Zarif"),
        ("IRN", "head_of_state", "2020-01-04", "Ali Khamenei"),
        ("IRN", "national_security_adviser", "2020-01-04", "Ali Shamkhani"),
        ("IRQ", "head_of_state", "2020-01-04", "Barham Salih"),
        ("IRQ", "head_of_government", "2020-01-04", "Adel Abdul Mahdi"),
        ("ISR", "head_of_government", "2022-03-01", "Naftali Bennett"),
        ("ISR", "defence_minister", "2023-11-01", "Yoav Gallant"),
        ("PSE", "head_of_state", "2018-01-01", "Mahmoud Abbas"),
        ("SAU", "foreign_minister", "2020-01-04", "Faisal bin Farhan"),
        ("QAT", "head_of_state", "2022-11-20", "Tamim bin Hamad Al Thani"),
        ("EGY", "head_of_state", "2020-01-04", "Abdel Fattah el-Sisi"),
        ("SYR", "head_of_state", "2020-01-04", "Bashar al-Assad"),
        ("LBN", "head_of_government", "2022-01-01", "Najib Mikati"),
        ("JOR", "head_of_state", "2020-01-04", "Abdullah II"),
        ("SDN", "head_of_state", "2023-04-20", "Abdel Fattah al-Burhan"),
        ("ETH", "head_of_government", "2021-01-01", "Abiy Ahmed"),
        ("NGA", "head_of_state", "2016-01-01", "Muhammadu Buhari"),
        ("ZAF", "foreign_minister", "2023-08-01", "Naledi Pandor"),
        ("KEN", "head_of_state", "2023-01-01", "William Ruto"),
        ("COD", "head_of_state", "2018-06-01", "Joseph Kabila"),
        ("PAK", "military_chief", "2020-01-04", "Qamar Javed Bajwa"),
        ("PAK", "head_of_government", "2020-01-04", "Imran Khan"),
        ("IND", "foreign_minister", "2020-01-04", "S. Jaishankar"),
        ("AFG", "head_of_state", "2020-01-04", "Ashraf Ghani"),
        ("CHN", "foreign_minister", "2020-01-04", "Wang Yi"),
        ("CHN", "foreign_minister", "2023-04-01", "Qin Gang"),
        ("JPN", "foreign_minister", "2020-01-04", "Toshimitsu Motegi"),
        ("KOR", "foreign_minister", "2020-01-04", "Kang Kyung-wha"),
        ("PRK", "head_of_state", "2018-06-12", "Kim Jong Un"),
        ("TWN", "head_of_state", "2022-08-03", "Tsai Ing-wen"),
        ("PHL", "head_of_state", "2017-01-01", "Rodrigo Duterte"),
        ("AUS", "head_of_government", "2020-01-04", "Scott Morrison"),
        ("NZL", "head_of_government", "2019-03-15", "Jacinda Ardern"),
        ("EUR", "foreign_minister", "2013-11-24", "Catherine Ashton"),
        ("EUR", "foreign_minister", "2020-01-04", "Josep Borrell"),
        ("EUR", "igo_head", "2022-03-01", "Ursula von der Leyen"),
        ("NATO", "igo_head", "2020-01-04", "Jens Stoltenberg"),
        ("UNO", "igo_head", "2020-01-04", "António Guterres"),
        ("IAEA", "igo_head", "2022-03-01", "Rafael Grossi"),
        ("AU", "igo_head", "2020-01-04", "Moussa Faki Mahamat"),
        ("LAS", "igo_head", "2020-01-04", "Ahmed Aboul Gheit"),
    ],
)
def test_who_held_an_office_on_a_day(
    table: Holders, country: str, role: str, on: str, person: str
) -> None:
    found = table.holders_of(country, role, date.fromisoformat(on))
    assert person in [holder.person for holder in found]
    assert max(holder.confidence for holder in found if holder.person == person) >= 0.7


@pytest.mark.parametrize(
    ("printed", "on", "country", "role"),
    [
        ("Secretary Pompeo", "2020-01-04", "USA", "foreign_minister"),
        ("Michael Pompeo", "2020-01-04", "USA", "foreign_minister"),
        ("Trump", "2018-01-01", "USA", "head_of_state"),
        ("Joe Biden Jr.", "2022-01-01", "USA", "head_of_state"),
        ("Qasim Suleimani", "2020-01-02", "IRN", "military_chief"),
        ("General Bajwa", "2020-01-04", "PAK", "military_chief"),
        ("Zelenskiy", "2022-03-01", "UKR", "head_of_state"),
        ("Vladimir Zelensky", "2022-03-01", "UKR", "head_of_state"),
        ("Lavrov", "2020-01-04", "RUS", "foreign_minister"),
        ("Sergei Lavrov", "2020-01-04", "RUS", "foreign_minister"),
        ("von der Leyen", "2022-03-01", "EUR", "igo_head"),
        ("Jose Borrell", "2022-03-01", "EUR", "foreign_minister"),
        ("Al-Sisi", "2020-01-04", "EGY", "head_of_state"),
        ("Abdulfattah Al-Sissi", "2020-01-04", "EGY", "head_of_state"),
        ("MBS", "2020-01-04", "SAU", "minister"),
        ("Sheikh Tamim", "2020-01-04", "QAT", "head_of_state"),
        ("King Abdullah", "2020-01-04", "JOR", "head_of_state"),
        ("Xi", "2020-01-04", "CHN", "head_of_state"),
        ("Moon", "2020-01-04", "KOR", "head_of_state"),
        ("Abe", "2020-01-04", "JPN", "head_of_government"),
        ("Erdogan", "2020-01-04", "TUR", "head_of_state"),
        ("Mevlut Cavusoglu", "2020-01-04", "TUR", "foreign_minister"),
        ("Javad Zarif", "2020-01-04", "IRN", "foreign_minister"),
        ("Hussein Amirabdollahian", "2022-01-01", "IRN", "foreign_minister"),
        ("Adil Abdul-Mahdi", "2020-01-04", "IRQ", "head_of_government"),
        ("Lula", "2023-06-01", "BRA", "head_of_state"),
        ("Guterres", "2020-01-04", "UNO", "igo_head"),
        ("Dbeibah", "2022-01-01", "LBY", "head_of_government"),
        ("Hemedti", "2022-01-01", "SDN", "minister"),
        ("Abiy", "2021-01-01", "ETH", "head_of_government"),
    ],
)
def test_printed_names_lead_to_the_office(
    table: Holders, printed: str, on: str, country: str, role: str
) -> None:
    found = table.holders(printed, date.fromisoformat(on))
    assert (country, role) in {(holder.country, holder.role) for holder in found}


@pytest.mark.parametrize(
    ("printed", "on"),
    [
        ("Melania Trump", "2018-01-01"),
        ("Donald Trump Jr.", "2018-01-01"),
        ("Hunter Biden", "2022-01-01"),
        ("Jared Diamond", "2018-01-01"),
        ("Mike Pompeo", "2021-06-01"),
        ("Angela Merkel", "2022-06-01"),
    ],
)
def test_kin_and_those_who_left_hold_no_office(table: Holders, printed: str, on: str) -> None:
    assert table.holders(printed, date.fromisoformat(on)) == ()


def test_all_terms_of_a_minister_are_known(table: Holders) -> None:
    offices = {(holder.office, holder.country) for holder in table.known("Frank-Walter Steinmeier")}
    assert {("Foreign Minister", "DEU"), ("President", "DEU")} <= offices
