from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world import groups, world
from dragoman.world.states import BODY_COLUMNS

STATES = {"IRN", "IRQ"}


def written(path: Path, file: str, columns: tuple[str, ...], row: str) -> Path:
    (path / file).write_text("\t".join(columns) + "\n" + row + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("XYZ\tThe Palace\tmetonym\t-\tGOV", "XYZ is not in states.tsv"),
        ("IRN\tThe Palace\tnickname\t-\tGOV", "form must be name or metonym"),
        ("IRN\tThe Palace\tmetonym\t-\tABC", "ABC is no sector of PLOVER"),
    ],
)
def test_a_wrong_body_is_refused(tmp_path: Path, row: str, message: str) -> None:
    data = written(tmp_path, "bodies.tsv", BODY_COLUMNS, row)
    with pytest.raises(DataError, match=f"bodies.tsv, line 2: {message}"):
        list(groups.body_forms(data, STATES))


def test_a_wrong_class_of_an_armed_group_is_refused(tmp_path: Path) -> None:
    row = "BAND\tThe Band\t-\t-\tXYZ\tREB"
    data = written(tmp_path, "armed_groups.tsv", groups.ARMED_GROUP_COLUMNS, row)
    with pytest.raises(DataError, match="XYZ is no class"):
        list(groups.armed_group_forms(data, STATES))


def test_a_wrong_mark_of_an_outlet_is_refused(tmp_path: Path) -> None:
    data = written(tmp_path, "outlets.tsv", groups.OUTLET_COLUMNS, "Daily\t-\tIRN\tmaybe")
    with pytest.raises(DataError, match="state must be yes, no or -"):
        list(groups.outlet_forms(data, STATES))


def test_a_name_told_apart_by_its_country_is_not_a_form(tmp_path: Path) -> None:
    row = "IRQ\tGuard, Iraq\tname\tIraqi Guard\tMIL"
    data = written(tmp_path, "bodies.tsv", BODY_COLUMNS, row)
    assert [form for form, _ in groups.body_forms(data, STATES)] == ["Iraqi Guard"]


@pytest.mark.parametrize(
    ("form", "kind", "country", "class_", "sector"),
    [
        ("Kremlin", "body", "RUS", None, "GOV"),
        ("Foggy Bottom", "body", "USA", None, "GOV"),
        ("Pentagon", "body", "USA", None, "MIL"),
        ("IRGC", "body", "IRN", None, "MIL"),
        ("Revolutionary Guards", "body", "IRN", None, "MIL"),
        ("Quai d'Orsay", "body", "FRA", None, "GOV"),
        ("Bundestag", "body", "DEU", None, "LEG"),
        ("Mossad", "body", "ISR", None, "SPY"),
        ("ISIS", "armed_group", None, "IMG", "UAF"),
        ("Daesh", "armed_group", None, "IMG", "UAF"),
        ("Hizbollah", "armed_group", "LBN", None, "UAF"),
        ("Houthi", "armed_group", "YEM", None, "REB"),
        ("Ansar Allah", "armed_group", "YEM", None, "REB"),
        ("Hashd al-Shaabi", "armed_group", "IRQ", None, "PRM"),
        ("Kata'ib Hezbollah", "armed_group", "IRQ", None, "PRM"),
        ("M23", "armed_group", "COD", None, "REB"),
        ("Reuters", "organization", "GBR", None, "JRN"),
        ("Médecins Sans Frontières", "organization", None, "NGO", "MED"),
    ],
)
def test_a_group_has_country_class_and_sector(
    form: str, kind: str, country: str | None, class_: str | None, sector: str
) -> None:
    entity = world().lookup(form)[0]
    assert (entity.kind, entity.country, entity.class_) == (kind, country, class_)
    assert entity.sectors[0] == sector


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Europeans", "Europe"),
        ("European countries", "Europe"),
        ("Gulf states", "Gulf states"),
        ("Arab states", "Arab world"),
        ("western powers", "The West"),
        ("the West", "The West"),
        ("Nordic countries", "Scandinavia"),
        ("Africans", "Africa"),
        ("Kurds", "Kurds"),
    ],
)
def test_a_population_has_a_name_and_no_country(form: str, name: str) -> None:
    (entity,) = world().lookup(form)
    assert (entity.kind, entity.name, entity.country) == ("population", name, None)


@pytest.mark.parametrize("form", ["the west", "western", "foreign"])
def test_a_direction_is_no_population(form: str) -> None:
    assert world().lookup(form) == ()
