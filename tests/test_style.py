"""Functions are short, files too, and nobody catches everything."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from tests.layers import modules
from tests.measures import broad_excepts, functions

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ["src", "training", "evals", "benchmarks"]
LONGEST_FUNCTION = 60
LONGEST_FILE = 500
MEDIAN = 10


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_function_is_long(folder: str) -> None:
    long = [
        f"{name}:{each.line} {each.name}: {each.lines} lines"
        for name, text in modules(ROOT / folder, ROOT)
        for each in functions(text)
        if each.lines > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_most_functions_are_very_short(folder: str) -> None:
    lines = [
        each.lines_of_code for _, text in modules(ROOT / folder, ROOT) for each in functions(text)
    ]
    assert statistics.median(lines) < MEDIAN


@pytest.mark.parametrize("folder", [*FOLDERS, "tests"])
def test_no_file_is_long(folder: str) -> None:
    lines = {name: text.count("\n") for name, text in modules(ROOT / folder, ROOT)}
    assert {name: count for name, count in lines.items() if count >= LONGEST_FILE} == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_nobody_catches_everything(folder: str) -> None:
    found = {name: broad_excepts(text) for name, text in modules(ROOT / folder, ROOT)}
    assert {name: lines for name, lines in found.items() if lines} == {}


SAMPLE = '''
def one():
    """Say it.

    At some length.
    """
    return 1


class Some:
    @property
    async def two(self):
        def inner():
            return 2
        return inner
'''


def test_functions_are_measured_with_and_without_docstring() -> None:
    measured = {each.name: (each.lines, each.lines_of_code) for each in functions(SAMPLE)}
    assert measured == {"one": (6, 2), "two": (4, 4), "inner": (2, 2)}


@pytest.mark.parametrize(
    ("handler", "lines"),
    [
        ("except:", [3]),
        ("except Exception:", [3]),
        ("except BaseException as error:", [3]),
        ("except (ValueError, Exception):", [3]),
        ("except ValueError:", []),
        ("except (OSError, UnicodeError):", []),
    ],
)
def test_broad_handlers_are_found(handler: str, lines: list[int]) -> None:
    assert broad_excepts(f"try:\n    1\n{handler}\n    2\n") == lines
