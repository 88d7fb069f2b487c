from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world import State, world
from dragoman.world.organizations import (
    MEMBER_COLUMNS,
    ORGANIZATION_COLUMNS,
    is_acronym,
    load_organizations,
)

STATES = {"IRN": State("IRN", "Iran", member=True), "TWN": State("TWN", "Taiwan")}
CLUB = "CLUB\tThe Club\tTC\tIGO\tGOV\t-"


def folder(path: Path, *, organizations: str = CLUB, members: str = "CLUB\t2026-01\tIRN") -> Path:
    tables = {
        "organizations.tsv": "\t".join(ORGANIZATION_COLUMNS) + "\n" + organizations,
        "members.tsv": "\t".join(MEMBER_COLUMNS) + "\n" + members,
    }
    for name, text in tables.items():
        (path / name).write_text(text + "\n", encoding="utf-8")
    return path


def test_reads_an_organisation_with_its_members(tmp_path: Path) -> None:
    (club,) = load_organizations(folder(tmp_path), STATES)
    assert (club.code, club.name, club.class_) == ("CLUB", "The Club", "IGO")
    assert club.members == ("IRN",)


def test_a_body_shares_the_code_and_not_the_members(tmp_path: Path) -> None:
    both = CLUB + "\nCLUB\tClub Court\t-\tIGO\tJUD\t-"
    _, court = load_organizations(folder(tmp_path, organizations=both), STATES)
    assert (court.code, court.members) == ("CLUB", ())


@pytest.mark.parametrize(
    ("organizations", "members", "message"),
    [
        (CLUB.replace("IGO", "XXX"), "", "XXX is no class of PLOVER"),
        (CLUB.replace("GOV", "XXX"), "", "XXX is no sector of PLOVER"),
        (CLUB, "CLUB\t2026-01\tIRN XYZ", "members.tsv, line 2: XYZ is neither"),
        (CLUB, "OTHER\t2026-01\tIRN", "members.tsv, line 2: OTHER is neither"),
    ],
)
def test_a_wrong_row_is_refused(
    tmp_path: Path, organizations: str, members: str, message: str
) -> None:
    data = folder(tmp_path, organizations=organizations, members=members)
    with pytest.raises(DataError, match=message):
        load_organizations(data, STATES)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United Nations", "UNO"),
        ("U.N.", "UNO"),
        ("World Health Organization", "UNO"),
        ("UNHCR", "UNO"),
        ("European Commission", "EUR"),
        ("EEAS", "EUR"),
        ("EU", "EUR"),
        ("NATO", "NATO"),
        ("Nato", "NATO"),
        ("Arab League", "LAS"),
        ("IAEA", "IAEA"),
        ("G-7", "G7"),
    ],
)
def test_an_organisation_by_name_or_code(name: str, code: str) -> None:
    organization = world().organization(name)
    assert organization is not None
    assert organization.code == code


def test_an_unknown_organisation_is_none() -> None:
    assert world().organization("Guild of Unknown Things") is None


@pytest.mark.parametrize(
    ("form", "acronym"),
    [("NATO", True), ("U.N.", True), ("G7", False), ("UN-Habitat", False), ("Arab League", False)],
)
def test_acronyms_are_told_from_names(form: str, acronym: bool) -> None:
    assert is_acronym(form) is acronym
