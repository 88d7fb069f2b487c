from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world import World, world
from dragoman.world.tables import data_folder


def read(text: str) -> list[tuple[str, str, str | None]]:
    words = text.split()
    return [
        (" ".join(words[start:end]), office.role, office.qualifier)
        for start, end, office in world().find_offices(words)
    ]


@pytest.mark.parametrize(
    ("title", "role", "level", "sector"),
    [
        ("president", "head_of_state", 1, "GOV"),
        ("supreme leader", "head_of_state", 1, "GOV"),
        ("Prime Minister", "head_of_government", 1, "GOV"),
        ("taoiseach", "head_of_government", 1, "GOV"),
        ("foreign affairs chief", "foreign_minister", 2, "GOV"),
        ("top diplomat", "foreign_minister", 2, "GOV"),
        ("external affairs minister", "foreign_minister", 2, "GOV"),
        ("minister of foreign affairs", "foreign_minister", 2, "GOV"),
        ("high representative", "foreign_minister", 2, "GOV"),
        ("minister for national defence", "defence_minister", 2, "GOV"),
        ("secretary of defense", "defence_minister", 2, "GOV"),
        ("health minister", "minister", 2, "GOV"),
        ("minister of public works", "minister", 2, "GOV"),
        ("vice-president", "minister", 2, "GOV"),
        ("deputy prime minister", "minister", 2, "GOV"),
        ("army chief", "military_chief", 2, "MIL"),
        ("chief of the general staff", "military_chief", 2, "MIL"),
        ("national security adviser", "national_security_adviser", 2, "GOV"),
        ("deputy foreign minister", "deputy_minister", 3, "GOV"),
        ("ambassador", "ambassador", 3, "GOV"),
        ("special envoy", "special_envoy", 3, "GOV"),
        ("spy chief", "intelligence_chief", 3, "SPY"),
        ("spokeswoman", "spokesperson", 4, None),
        ("senior official", "official", 4, "GOV"),
        ("militia leader", "official", 4, "PRM"),
        ("parliament speaker", "official", 4, "LEG"),
        ("chief justice", "official", 4, "JUD"),
        ("Secretary-General", "igo_head", 1, None),
        ("commission president", "igo_head", 1, None),
    ],
)
def test_a_title_has_role_level_and_sector(
    title: str, role: str, level: int, sector: str | None
) -> None:
    office = world().office(title)
    assert office is not None
    assert (office.role, office.level, office.sector) == (role, level, sector)


@pytest.mark.parametrize(
    ("title", "of", "role"),
    [
        ("secretary of state", None, "foreign_minister"),
        ("secretary of state", "USA", "foreign_minister"),
        ("secretary of state", "GBR", "minister"),
        ("secretary of state", "FRA", "deputy_minister"),
        ("secretary of state", "VAT", "head_of_government"),
        ("secretary of state for health", "GBR", "minister"),
        ("secretary of state for health", "FRA", "deputy_minister"),
        ("foreign secretary", "GBR", "foreign_minister"),
        ("foreign secretary", "IND", "deputy_minister"),
        ("president", "EUR", "igo_head"),
        ("secretary general", "NATO", "igo_head"),
        ("secretary general", "FRA", "official"),
        ("chancellor", "DEU", "head_of_government"),
        ("chancellor", "GBR", "minister"),
        ("premier", "CHN", "head_of_government"),
        ("premier", "AUS", "official"),
        ("chief executive", "HKG", "head_of_government"),
        ("chief executive", None, "official"),
        ("official", "NATO", "igo_official"),
        ("former secretary of state", "GBR", "minister"),
        ("deputy chancellor", "DEU", "minister"),
    ],
)
def test_a_title_may_depend_on_the_state(title: str, of: str | None, role: str) -> None:
    office = world().office(title, of)
    assert office is not None
    assert office.role == role


@pytest.mark.parametrize(
    ("title", "role", "qualifier"),
    [
        ("former president", "head_of_state", "former"),
        ("ex-president", "head_of_state", "former"),
        ("then-President", "head_of_state", "former"),
        ("interim prime minister", "head_of_government", "acting"),
        ("acting defense secretary", "defence_minister", "acting"),
        ("caretaker premier", "head_of_government", "acting"),
        ("president-elect", "head_of_state", "elect"),
        ("prime minister-designate", "head_of_government", "elect"),
        ("outgoing foreign minister", "foreign_minister", "outgoing"),
        ("deputy army chief", "official", "deputy"),
        ("deputy health minister", "deputy_minister", "deputy"),
        ("former deputy finance minister", "deputy_minister", "former"),
        ("foreign minister", "foreign_minister", None),
    ],
)
def test_modifiers_qualify(title: str, role: str, qualifier: str | None) -> None:
    office = world().office(title)
    assert office is not None
    assert (office.role, office.qualifier) == (role, qualifier)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("former French president", [("president", "head_of_state", "former")]),
        (
            "the deputy Russian foreign minister",
            [("foreign minister", "deputy_minister", "deputy")],
        ),
        ("acting U.S. defense secretary", [("defense secretary", "defence_minister", "acting")]),
        ("ex - Israeli army chief", [("army chief", "military_chief", "former")]),
        ("a top Chinese diplomat", [("diplomat", "foreign_minister", None)]),
        ("the EU 's foreign policy chief", [("foreign policy chief", "foreign_minister", None)]),
    ],
)
def test_a_modifier_reaches_over_a_nationality(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the chief of Iran 's general staff", "military_chief"),
        ("chairman of the US Joint Chiefs of Staff", "military_chief"),
        ("secretary of Iran 's Supreme National Security Council", "national_security_adviser"),
    ],
)
def test_a_title_goes_around_a_nationality(text: str, expected: str) -> None:
    ((_, role, _),) = read(text)
    assert role == expected


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("CIA director", "director", "intelligence_chief"),
        ("the Mossad 's chief", "chief", "intelligence_chief"),
        ("head of the Mossad", "head", "intelligence_chief"),
        ("CIA deputy director", "deputy director", "official"),
        ("IDF chief", "chief", "military_chief"),
        ("OPEC chief", "chief", "igo_head"),
        ("UNRWA chief", "chief", "igo_official"),
        ("Hamas leader", "leader", "official"),
        ("the commander of Iran 's Quds Force", "commander", "official"),
        ("North Korean leader", "leader", "head_of_state"),
        ("Bundestag president", "president", "official"),
        ("president of the Bundestag", "president", "official"),
        ("OPEC president", "president", "igo_head"),
        ("the White House president", "president", "head_of_state"),
    ],
)
def test_a_head_is_told_by_the_body(text: str, words: str, role: str) -> None:
    ((found, role_found, _),) = read(text)
    assert (found, role_found) == (words, role)


@pytest.mark.parametrize(
    "text",
    [
        "a general election",
        "the UN General Assembly",
        "EU leaders",
        "Turkish leaders",
        "the Chechen leader",
        "the BBC 's chief international correspondent",
        "a chief concern",
        "head of the table",
        "the premier league",
        "the ministry",
    ],
)
def test_what_is_no_office(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("foreign ministers", True),
        ("chiefs of staff", True),
        ("secretaries of state", True),
        ("spokesmen", True),
        ("attorneys general", True),
        ("ministers for health", True),
        ("foreign minister", False),
    ],
)
def test_plurals_are_known(title: str, many: bool) -> None:
    office = world().office(title)
    assert office is not None
    assert office.plural is many


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Ambassador to France", "ambassador"),
        ("special envoy for Yemen", "special_envoy"),
        ("Chairman of the Joint Chiefs of Staff", "military_chief"),
    ],
)
def test_a_complement_may_follow_a_title(title: str, role: str) -> None:
    office = world().office(title)
    assert office is not None
    assert office.role == role


def test_titles_follow_one_another() -> None:
    text = "Deputy Prime Minister and Foreign Minister"
    assert [words for words, _, _ in read(text)] == ["Deputy Prime Minister", "Foreign Minister"]


def test_an_unknown_title_is_none() -> None:
    assert world().office("keeper of the bees") is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("beekeeper\tqueen_of_bees\tGOV\t-", "queen_of_bees is no role"),
        ("beekeeper\tofficial\tGOV\tXYZ", "beekeeper needs a row for elsewhere|XYZ is neither"),
        ("prime minister\tofficial\tGOV\t-", "lists prime minister again"),
        ("beekeeper\tofficial\tGOV\tFRA", "beekeeper needs a row for elsewhere"),
        ("beekeeper\tofficial\tBEE\t-", "BEE is no sector"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: str, message: str) -> None:
    for item in data_folder().iterdir():
        shutil.copy(str(item), tmp_path / item.name)
    table = tmp_path / "offices.tsv"
    table.write_text(table.read_text(encoding="utf-8").rstrip() + f"\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=message):
        World.load(tmp_path)


def test_a_federal_minister_keeps_the_portfolio() -> None:
    assert read("Federal Minister for Foreign Affairs") == [
        ("Minister for Foreign Affairs", "foreign_minister", None)
    ]
