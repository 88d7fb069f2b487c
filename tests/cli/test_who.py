"""``dragoman who``."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import run


def test_an_office_of_a_day_is_told_with_source_and_confidence() -> None:
    shown = run("who", "Mike Pompeo", "--on", "2020-01-04").stdout
    assert "Mike Pompeo, Secretary of State" in shown
    assert "CIA Director" not in shown
    assert "source: editor" in shown
    assert "confidence 0." in shown


def test_without_a_day_every_office_is_told() -> None:
    shown = run("who", "Pompeo").stdout
    assert "Secretary of State" in shown
    assert "CIA Director" in shown


def test_a_holder_is_found_by_state_and_role() -> None:
    result = run("who", "--of", "FRA", "--role", "foreign_minister", "--on", "2019-05-01")
    assert result.exit_code == 0
    assert "Jean-Yves Le Drian, Foreign Minister" in result.stdout


@pytest.mark.parametrize("name", ["FRA", "fra", "FR", "France", "france"])
def test_a_state_goes_by_code_or_name(name: str) -> None:
    shown = run("who", "--of", name, "--role", "head of state", "--on", "2019-05-01").stdout
    assert "Emmanuel Macron, President" in shown


def test_a_name_of_several_states_is_refused_and_each_of_them_named() -> None:
    result = run("who", "--of", "Korea", "--on", "2019-05-01")
    assert result.exit_code == 2
    shown = " ".join(result.stderr.replace("│", " ").split())
    assert "'Korea' may be South Korea (KOR) or North Korea (PRK)." in shown


def test_a_body_goes_by_name_too() -> None:
    shown = run("who", "--of", "European Union", "--on", "2020-01-04").stdout
    assert "Josep Borrell" in shown


def test_without_a_role_the_upper_levels_are_listed() -> None:
    rows = json.loads(run("who", "--of", "FRA", "--on", "2019-05-01", "--json").stdout)
    assert {row["level"] for row in rows} == {1, 2}


def test_json_holds_the_rows_of_the_table() -> None:
    rows = json.loads(run("who", "Mike Pompeo", "--on", "2020-01-04", "--json").stdout)
    assert [(row["role"], row["country"], row["start"]) for row in rows] == [
        ("foreign_minister", "USA", "2018-04-26")
    ]


def test_a_name_and_a_state_go_together() -> None:
    rows = json.loads(run("who", "Pompeo", "--of", "USA", "--json").stdout)
    assert {row["country"] for row in rows} == {"USA"}


def test_an_unknown_name_is_a_failure_with_near_names() -> None:
    result = run("who", "Emanuele Macaroni", "--on", "2020-01-04")
    assert result.exit_code == 1
    assert "Emmanuel Macron" in result.stderr
    assert result.stdout == ""


def test_a_person_without_office_that_day_is_a_failure_with_the_known_ones() -> None:
    result = run("who", "Mike Pompeo", "--on", "2011-01-04")
    assert result.exit_code == 1
    assert "Secretary of State, 2018-04-26 to 2021-01-20" in result.stderr


def test_an_office_that_nobody_is_known_to_hold_is_a_failure() -> None:
    result = run("who", "--of", "FRA", "--role", "foreign_minister", "--on", "1811-01-01")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Pompeo", "--on", "yesterday"), "2020-01-04"),
        (("--of", "Frence", "--on", "2020-01-04"), "France"),
        (("--of", "FRA", "--role", "foreign_ministre"), "foreign_minister"),
        ((), "NAME"),
        (("--role", "foreign_minister"), "--of"),
    ],
)
def test_wrong_use_is_told_with_what_to_do(arguments: tuple[str, ...], told: str) -> None:
    result = run("who", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
