from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.world import World, world
from dragoman.world.tables import data_folder


def found(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [
        (" ".join(words[start:end]), entities[0].code)
        for start, end, entities in world().find(words)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The French president called Tehran and the U.S. State Department",
            [("French", "FRA"), ("Tehran", "IRN"), ("U.S. State Department", "USA")],
        ),
        ("Iran 's allies told us", [("Iran", "IRN")]),
        ("the U.S. - led coalition", [("U.S. - led coalition", "GCISIS")]),
        ("al - Shabaab and Al Qaeda", [("al - Shabaab", "ALSHABAAB"), ("Al Qaeda", "ALQAEDA")]),
        ("ships in the Persian Gulf", []),
        ("Persian Gulf states met", [("Persian Gulf states", "Gulf states")]),
        ("the Paris Agreement and Paris", [("Paris", "FRA")]),
        ("ITALY AND US URGE CALM", [("ITALY", "ITA"), ("US", "USA")]),
        ("she ate turkey in a male choir", []),
        ("Democratic Republic of the Congo", [("Democratic Republic of the Congo", "COD")]),
        ("North and South Korea", [("South Korea", "KOR")]),
        ("Nato and the UN security council", [("Nato", "NATO"), ("UN", "UNO")]),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("form", "readings"),
    [
        ("Georgia", ["GEO", "USA"]),
        ("Congo", ["COD", "COG"]),
        ("Brussels", ["EUR", "BEL"]),
        ("Washington", ["USA", "USA"]),
        ("Kashmir", ["IND", "PAK"]),
        ("Dominican", ["DOM", "DOM", "DMA", "DMA"]),
    ],
)
def test_an_ambiguous_form_gives_all_readings_the_likelier_first(
    form: str, readings: list[str]
) -> None:
    assert [entity.code for entity in world().lookup(form)] == readings


@pytest.mark.parametrize(
    ("form", "how"),
    [
        ("France", ["name"]),
        ("French", ["adjective", "plural"]),
        ("Frenchman", ["demonym"]),
        ("Frenchmen", ["plural"]),
        ("Paris", ["capital"]),
        ("Élysée", ["metonym"]),
        ("Scotland", ["region"]),
        ("EU", ["acronym"]),
        ("European Union", ["name"]),
    ],
)
def test_a_form_tells_how_it_denotes(form: str, how: list[str]) -> None:
    assert [entity.form for entity in world().lookup(form)] == how


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Transnistria", "MDA"), ("Abkhazia", "GEO"), ("Somaliland", "SOM"),
        ("Northern Cyprus", "CYP"), ("Donetsk People's Republic", "UKR"),
        ("Nagorno-Karabakh", "AZE"), ("Republika Srpska", "BIH"), ("Iraqi Kurdistan", "IRQ"),
        ("Rojava", "SYR"),
    ],
)  # fmt: skip
def test_a_breakaway_entity_takes_the_code_of_the_sovereign(form: str, code: str) -> None:
    entity = world().lookup(form)[0]
    assert (entity.country, entity.sectors) == (code, ("PRE",))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Korea", ["KOR", "PRK"]),
        ("congo", ["COD", "COG"]),
        ("Victoria", ["AUS", "SYC"]),
        ("Georgia", ["GEO"]),
        ("South Korea", ["KOR"]),
        ("DRC", ["COD"]),
        ("NO", ["NOR"]),
        ("Ruritania", []),
    ],
)
def test_a_name_may_be_of_several_states(name: str, codes: list[str]) -> None:
    assert [each.code for each in world().states_named(name)] == codes


def test_the_usual_names_and_codes_are_of_one_state_each() -> None:
    for state in world().states.values():
        for name in filter(None, (state.name, state.code, state.alpha2)):
            assert (world().states_named(name), world().doubt(name)) == ((state,), None)


def test_memberships_of_a_state() -> None:
    assert {"EUR", "NATO", "G7", "UNO", "P5"} <= set(world().memberships("FRA"))


def test_holders_are_known_by_day() -> None:
    holders = world().holders("Emmanuel Macron", date(2020, 1, 4))
    assert ("FRA", "head_of_state") in {(holder.country, holder.role) for holder in holders}


def test_holders_of_an_office() -> None:
    holders = world().holders_of("FRA", "head_of_state", date(2020, 1, 4))
    assert "Emmanuel Macron" in {holder.person for holder in holders}


def test_all_spells_of_a_person() -> None:
    assert {holder.country for holder in world().known("Emmanuel Macron")} >= {"FRA"}


def copied(path: Path) -> Path:
    for item in data_folder().iterdir():
        shutil.copy(str(item), path / item.name)
    return path


def test_tables_of_ones_own_can_take_the_place_of_those_shipped(tmp_path: Path) -> None:
    table = copied(tmp_path) / "armed_groups.tsv"
    text = table.read_text(encoding="utf-8") + "SMITHS\tSmithian Army\t-\tAND\t-\tREB\n"
    table.write_text(text, encoding="utf-8")
    assert World.load(tmp_path).lookup("Smithian Army")[0].code == "SMITHS"


def test_a_missing_table_is_an_error_of_the_data(tmp_path: Path) -> None:
    (copied(tmp_path) / "members.tsv").unlink()
    with pytest.raises(DataError, match=r"members\.tsv is missing"):
        World.load(tmp_path)


def test_a_form_without_letters_is_an_error_of_the_data(tmp_path: Path) -> None:
    table = copied(tmp_path) / "other_names.tsv"
    table.write_text(table.read_text(encoding="utf-8") + "--\n", encoding="utf-8")
    with pytest.raises(DataError, match="no letter"):
        World.load(tmp_path)


WORDS = st.sampled_from(
    ["Iran", "'s", "former", "North", "Korea", "U.S.", "-", "president", "of", "the", "chief", "EU",
     "foreign", "minister", "deputy", "elect", "general", ",", "Mossad", "director", "top"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=15))
def test_finds_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    for spans in (
        [(start, end) for start, end, _ in world().find(words)],
        [(start, end) for start, end, _ in world().find_offices(words)],
    ):
        ends = [0, *(end for _, end in spans)]
        assert all(ends[at] <= start < end <= len(words) for at, (start, end) in enumerate(spans))
