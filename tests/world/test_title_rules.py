from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.records import codebook
from dragoman.world.tables import data_folder
from dragoman.world.title_rules import FILE, TitleRules, plural

SHIPPED = (data_folder() / FILE).read_text(encoding="utf-8")


def changed(path: Path, old: str, new: str) -> Path:
    assert old in SHIPPED
    (path / FILE).write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[heads]", "[hats]", "the tables must be"),
        ('ambassador = "official"', 'ambassador = "acrobat"', "every role needs a level"),
        ('ambassador = "official"', "", "every role needs a level"),
        ("former = [", "funny = [", "funny is no qualifier"),
        ("[levels]", "[levels", "offices.toml"),
    ],
)
def test_wrong_rules_are_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        TitleRules.load(changed(tmp_path, old, new))


def test_missing_rules_are_an_error_of_the_data(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="missing"):
        TitleRules.load(tmp_path)


def test_levels_are_those_of_the_codebook() -> None:
    levels = TitleRules.load(data_folder()).levels
    assert {role for role, level in levels.items() if level == 1} == {
        "head_of_state", "head_of_government", "igo_head"
    }  # fmt: skip
    assert {role for role, level in levels.items() if level == 3} == {
        "deputy_minister", "special_envoy", "ambassador", "intelligence_chief"
    }  # fmt: skip


def test_patterns_make_titles_of_portfolios() -> None:
    titles = {office.title: office.role for office in TitleRules.load(data_folder()).composed()}
    assert titles["minister of justice"] == "minister"
    assert titles["foreign affairs minister"] == "foreign_minister"
    assert titles["minister of state for energy"] == "deputy_minister"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("foreign minister", "foreign ministers"),
        ("chief of staff", "chiefs of staff"),
        ("minister without portfolio", "ministers without portfolio"),
        ("secretary general", "secretaries general"),
        ("spokeswoman", "spokeswomen"),
        ("deputy", "deputies"),
        ("envoy", "envoys"),
        ("attache", "attaches"),
        ("major general", "major generals"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_every_role_has_the_level_of_the_codebook() -> None:
    book = codebook()
    levels = TitleRules.load(data_folder()).levels
    assert levels == {role: book.level(role) for role in book.codes("roles")}
