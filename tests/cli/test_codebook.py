"""``dragoman codebook``."""

from __future__ import annotations

import pytest

from dragoman.cli.codebook import SECTIONS
from dragoman.records import codebook
from tests.cli.running import run


def _words(text: str) -> str:
    return " ".join(text.split())


def test_every_section_and_code_is_listed() -> None:
    shown = run("codebook").stdout
    codes = [code for section in codebook().sections for code in codebook().codes(section)]
    assert [each for each in codes if each not in shown] == []


def test_every_section_has_words_for_its_codes() -> None:
    assert set(SECTIONS) == set(codebook().sections)


@pytest.mark.parametrize("code", ["ASSAULT", "assault", "condemnation", "foreign_minister"])
def test_a_code_is_defined(code: str) -> None:
    entry = codebook().find(code)[0]
    result = run("codebook", code)
    assert result.exit_code == 0
    assert entry.definition in _words(result.stdout)


def test_a_type_comes_with_its_modes_and_example() -> None:
    shown = _words(run("codebook", "PROTEST").stdout)
    modes = [entry for entry in codebook().section("modes") if entry.type == "PROTEST"]
    assert [each.code for each in modes if each.definition not in shown] == []
    assert (codebook().find("PROTEST")[0].example or "no example") in shown


@pytest.mark.parametrize("words", [("ASSAULT", "drone"), ("ASSAULT drone",), ("assault/drone",)])
def test_a_mode_of_one_type_is_asked_for_with_its_type(words: tuple[str, ...]) -> None:
    assert "mode of ASSAULT" in run("codebook", *words).stdout


def test_a_mode_of_several_types_is_shown_for_each() -> None:
    shown = run("codebook", "arrest").stdout
    assert "mode of THREATEN" in shown
    assert "mode of COERCE" in shown


def test_a_section_is_defined_as_a_whole() -> None:
    shown = _words(run("codebook", "stances").stdout)
    assert [e.code for e in codebook().section("stances") if e.definition not in shown] == []


@pytest.mark.parametrize(
    ("code", "near"),
    [("ASSALT", "ASSAULT"), ("condemn", "condemnation"), ("ASSAULT dron", "drone")],
)
def test_a_mistyped_code_is_wrong_use_and_answered_with_near_ones(code: str, near: str) -> None:
    result = run("codebook", code)
    assert result.exit_code == 2
    assert near in result.stderr


def test_a_code_like_none_is_answered_with_where_to_look() -> None:
    result = run("codebook", "xyzzy")
    assert result.exit_code == 2
    assert "'dragoman codebook' lists them all" in result.stderr


@pytest.mark.parametrize("width", ["60", "100", "140"])
def test_no_line_is_wider_than_the_terminal(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    lines = run("codebook", "ASSAULT").stdout.splitlines()
    assert [line for line in lines if len(line) > int(width)] == []
