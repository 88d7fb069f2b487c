"""Importing is light, and the public names are what they say."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
HEAVY = {
    *("babel", "dateparser", "httpx", "lxml", "numpy", "onnxruntime", "py3langid", "pycountry"),
    *("rich", "spacy", "thinc", "tokenizers", "torch", "trafilatura", "typer"),
}
PACKAGES = [
    "dragoman",
    *(
        f"dragoman.{path.name}"
        for path in SOURCE.glob("dragoman/*")
        if (path / "__init__.py").is_file()
    ),
]


def _loaded_after(statement: str) -> set[str]:
    """Return the top-level modules that a fresh Python has loaded after a statement."""
    code = f"import json, sys\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(SOURCE)},
    )
    return {name.split(".")[0] for name in json.loads(done.stdout)}


@pytest.mark.parametrize(
    "statement",
    [
        "import dragoman",
        "from dragoman import Article, DragomanError, Record, Settings",
        "from dragoman import errors, records, settings",
    ],
)
def test_importing_is_light(statement: str) -> None:
    assert _loaded_after(statement) & HEAVY == set()


def test_a_part_of_the_desk_needs_no_server() -> None:
    loaded = _loaded_after("import dragoman.desk.parts.exporting")
    assert loaded & {"fastapi", "starlette", "uvicorn"} == set()


def test_what_is_heavy_is_noticed() -> None:
    assert "numpy" in _loaded_after("import numpy") & HEAVY


@pytest.mark.parametrize("name", PACKAGES)
def test_public_names_are_sorted(name: str) -> None:
    names = importlib.import_module(name).__all__
    assert list(names) == sorted(names, key=_as_ruff_sorts)


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    kind = 0 if name.isupper() else 1 if name[0].isupper() else 2
    return kind, name


@pytest.mark.parametrize("name", PACKAGES)
def test_public_names_exist(name: str) -> None:
    module = importlib.import_module(name)
    assert [each for each in module.__all__ if not hasattr(module, each)] == []


def test_the_public_names() -> None:
    dragoman = importlib.import_module("dragoman")
    assert set(dragoman.__all__) <= set(dir(dragoman))


def test_an_unknown_name_is_refused() -> None:
    dragoman = importlib.import_module("dragoman")
    with pytest.raises(AttributeError, match="colour"):
        dragoman.colour  # noqa: B018
