"""What the tables as a whole must hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pycountry
import pytest

from dragoman.records import codebook
from dragoman.world import Entity, world
from dragoman.world.groups import ARMED_GROUP_COLUMNS
from dragoman.world.knowledge import AMBIGUOUS_COLUMNS, all_forms
from dragoman.world.organizations import ORGANIZATION_COLUMNS
from dragoman.world.phrases import key
from dragoman.world.states import BODY_COLUMNS, REGION_COLUMNS, USER_ASSIGNED, printed
from dragoman.world.tables import Row, data_folder, read_table
from dragoman.world.titles import COLUMNS as TITLE_COLUMNS

ISO_CODES = {country.alpha_3 for country in pycountry.countries}
MEMBERS_OF_THE_UNITED_NATIONS = 193


def rows(file: str, columns: tuple[str, ...]) -> list[Row]:
    return list(read_table(data_folder(), file, columns))


def entities() -> Iterator[tuple[str, Entity]]:
    for form, entity in all_forms(data_folder(), world().states):
        if entity is not None:
            yield form, entity


def test_all_members_of_the_united_nations_are_there() -> None:
    members = [state for state in world().states.values() if state.member]
    assert len(members) == MEMBERS_OF_THE_UNITED_NATIONS


def test_every_code_of_a_state_is_iso_or_kosovo() -> None:
    assert set(world().states) - ISO_CODES == set(USER_ASSIGNED)


def test_every_code_of_iso_is_known() -> None:
    assert set(world().states) >= ISO_CODES


def test_every_member_of_the_united_nations_has_adjective_people_and_capital() -> None:
    bare = [
        state.code
        for state in world().states.values()
        if state.member and not (state.adjectives and state.nouns and state.plurals)
    ]
    assert bare == []
    assert [s.code for s in world().states.values() if s.member and not s.capital] == []


def test_no_organisation_or_group_takes_the_code_of_a_state() -> None:
    organizations = {row["code"] for row in rows("organizations.tsv", ORGANIZATION_COLUMNS)}
    groups = {row["code"] for row in rows("armed_groups.tsv", ARMED_GROUP_COLUMNS)}
    assert (organizations | groups) & set(world().states) == set()


def test_no_two_armed_groups_share_a_code() -> None:
    codes = [row["code"] for row in rows("armed_groups.tsv", ARMED_GROUP_COLUMNS)]
    assert len(set(codes)) == len(codes)


def test_transnational_groups_have_the_class_and_no_country() -> None:
    wrong = [
        row["code"]
        for row in rows("armed_groups.tsv", ARMED_GROUP_COLUMNS)
        if not row.optional("country") and row.optional("class") != "IMG"
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("file", "columns", "least"),
    [
        ("organizations.tsv", ORGANIZATION_COLUMNS, 150),
        ("armed_groups.tsv", ARMED_GROUP_COLUMNS, 150),
        ("bodies.tsv", BODY_COLUMNS, 300),
        ("offices.tsv", TITLE_COLUMNS, 300),
    ],
)
def test_a_table_is_as_large_as_it_should_be(
    file: str, columns: tuple[str, ...], least: int
) -> None:
    assert len(rows(file, columns)) >= least


def test_no_name_of_a_body_or_group_of_one_side_is_listed_twice() -> None:
    listed = [(row["of"], printed(row["name"])) for row in rows("bodies.tsv", BODY_COLUMNS)] + [
        ("", printed(row["name"])) for row in rows("armed_groups.tsv", ARMED_GROUP_COLUMNS)
    ]
    assert len(set(listed)) == len(listed)


def meanings() -> dict[tuple[str, ...], dict[str, None]]:
    """Return the names that each form denotes, forms told apart but for case."""
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for form, _ in entities():
        for entity in world().lookup(printed(form)):
            found[key(form)][entity.name] = None
    return found


def test_every_form_with_two_meanings_is_marked_ambiguous() -> None:
    marked = {key(row["form"]) for row in rows("ambiguous.tsv", AMBIGUOUS_COLUMNS)}
    unmarked = {form: list(names) for form, names in meanings().items() if len(names) > 1}
    assert {form: names for form, names in unmarked.items() if form not in marked} == {}


@pytest.mark.parametrize(
    "row", rows("ambiguous.tsv", AMBIGUOUS_COLUMNS), ids=lambda row: row["form"]
)
def test_an_ambiguous_form_has_the_meanings_listed_in_their_order(row: Row) -> None:
    names = list(dict.fromkeys(entity.name for entity in world().lookup(row["form"])))
    assert tuple(names) == row.several("names")


def test_every_form_can_be_found_again() -> None:
    lost = [
        (form, entity) for form, entity in entities() if entity not in world().lookup(printed(form))
    ]
    assert lost == []


def test_regions_are_of_states_and_breakaway_ones_carry_their_sector() -> None:
    for row in rows("regions.tsv", REGION_COLUMNS):
        sectors = {
            entity.sectors
            for entity in world().lookup(printed(row["name"]))
            if entity.code == row["of"] and entity.form == "region"
        }
        assert ("PRE",) in sectors or row["kind"] == "region"


def test_every_organisation_lists_members_once() -> None:
    for organization in world().organizations:
        assert len(set(organization.members)) == len(organization.members)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("EUR", 27), ("NATO", 32), ("AU", 55), ("LAS", 22), ("OIC", 57), ("OSCE", 57), ("COE", 46),
        ("G7", 7), ("GCC", 6), ("ASEAN", 11), ("OECD", 38), ("CW", 56), ("UNO", 193),
    ],
)  # fmt: skip
def test_an_organisation_has_all_its_members(code: str, count: int) -> None:
    organization = world().organization(code)
    assert organization is not None
    assert len(organization.members) == count


def test_every_international_body_of_the_codebook_is_listed() -> None:
    assert set(codebook().codes("bodies")) - {body.code for body in world().organizations} == set()
