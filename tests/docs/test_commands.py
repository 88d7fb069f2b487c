"""The documentation of the command line holds what the program has, and nothing else."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dragoman.cli.app import BROKEN_PIPE, FAILED, app
from dragoman.cli.reading.letters import FIELDS

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


def _commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def _options(name: str) -> set[str]:
    """Return the forms of the options of a command and of its own commands, without the help."""
    command = _commands()[name]
    parts = [command, *getattr(command, "commands", {}).values()]
    parameters = [parameter for part in parts for parameter in part.params]
    forms = {
        form
        for each in parameters
        if each.param_type_name == "option"
        for form in (*each.opts, *each.secondary_opts)
    }
    return forms - {"--help", "-h"}


def _section(name: str) -> str:
    """Return what the reference says of a command."""
    _, _, rest = REFERENCE.partition(f"## `dragoman {name}`\n")
    return rest.partition("\n## ")[0]


def _examples() -> Iterator[tuple[str, list[str]]]:
    """Yield the page and the words of every use of the program in a console block."""
    for page in PAGES:
        blocks = re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        for line in "\n".join(blocks).splitlines():
            match = re.search(r"(?:^|[ /|])dragoman ([a-z].*)", line.strip())
            if line.strip().startswith("$") and match:
                yield page.name, shlex.split(match[1], comments=True)


EXAMPLES = list(_examples())


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_command_has_a_section(name: str) -> None:
    assert _section(name).strip()


def test_every_section_is_of_a_command() -> None:
    named = re.findall(r"^## `dragoman (\w+)`$", REFERENCE, re.MULTILINE)
    assert sorted(named) == sorted(_commands())


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_option_is_in_the_table_of_its_command(name: str) -> None:
    rows = "\n".join(line for line in _section(name).splitlines() if line.startswith("| `-"))
    told = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(re.findall(r"`([^`]*)`", rows))))
    assert {each for each in _options(name) if each not in told} == set()


@pytest.mark.parametrize("name", sorted(_commands()))
def test_no_option_is_told_that_the_command_does_not_have(name: str) -> None:
    told = set(re.findall(r"`(--[a-z-]+)", _section(name)))
    assert told - _options(name) == set()


@pytest.mark.parametrize(("page", "words"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_examples_use_commands_and_options_that_there_are(page: str, words: list[str]) -> None:
    name, *rest = words
    given = {word.partition("=")[0] for word in rest if re.fullmatch(r"--?[a-z].*", word)}
    assert name in _commands(), page
    assert given <= _options(name), page


def test_examples_are_found() -> None:
    assert {words[0] for _, words in EXAMPLES} == set(_commands())


@pytest.mark.parametrize("code", [0, FAILED, 2, 130, BROKEN_PIPE])
def test_every_exit_code_is_told(code: int) -> None:
    assert re.search(rf"^\| {code} \|", REFERENCE, re.MULTILINE)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_dead_letter_is_told(field: str) -> None:
    assert f"`{field}`" in _section("read").partition("### Dead letters")[2]
