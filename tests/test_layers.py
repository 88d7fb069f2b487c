"""The code keeps to the lines of import of the design."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layers import LINES, modules, violations, workshop_violations

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"


def test_the_package_keeps_to_its_lines() -> None:
    found = [each for name, text in modules(SOURCE, SOURCE) for each in violations(text, name)]
    assert found == []


@pytest.mark.parametrize("folder", ["training", "evals", "benchmarks"])
def test_the_workshops_stay_apart(folder: str) -> None:
    found = [
        each
        for name, text in modules(ROOT / folder, ROOT)
        for each in workshop_violations(text, name)
    ]
    assert found == []


def test_every_part_of_the_package_is_looked_at() -> None:
    seen = {name.split(".")[1] for name, _ in modules(SOURCE, SOURCE)}
    assert {"errors", "settings", "records", "reader"} <= seen


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("dragoman.errors", "from dragoman.settings import Settings"),
        ("dragoman.records.model", "import numpy"),
        ("dragoman.records.model", "from dragoman.world import world"),
        ("dragoman.world.lookup", "from dragoman.records import Actor"),
        ("dragoman.world.lookup", "from dragoman.coding import cast"),
        ("dragoman.ingest.html", "from dragoman.language import Language"),
        ("dragoman.ingest.html", "import dragoman.coding.cast"),
        ("dragoman.language.component", "import torch"),
        ("dragoman.language.component", "from torch.nn import Linear"),
        ("dragoman.language.component", "from training.labels import LABELS"),
        ("dragoman.coding.coder", "from dragoman.store import Writer"),
        ("dragoman.coding.coder", "from dragoman.ingest import read_article"),
        ("dragoman.coding.coder", "from dragoman.reader import Reader"),
        ("dragoman.coding.coder", "from dragoman import Reader"),
        ("dragoman.coding.coder", "def late():\n    from dragoman.store import Writer"),
        ("dragoman.coding.coder", "from ..store import Writer"),
        ("dragoman.coding.coder", "from .. import store"),
        ("dragoman.coding.coder", "import importlib\nimportlib.import_module('dragoman.cli')"),
        (
            "dragoman.coding.coder",
            "if TYPE_CHECKING:\n    from dragoman.store import Writer",
        ),
        ("dragoman.errors", "from dragoman.records import Article"),
        ("dragoman.crises.timeline", "from dragoman.coding import Coder"),
        ("dragoman.desk.pages", "from dragoman.language import Language"),
        ("dragoman.desk.pages", "from dragoman.reader import Reader"),
        ("dragoman.desk.pages", "from dragoman.coding import Coder"),
        ("dragoman.reader", "from dragoman.cli import main"),
        ("dragoman.cli.read", "from evals import gate"),
        ("dragoman.drawer.tools", ""),
        ("dragoman.__init__", "import torch"),
    ],
)
def test_an_import_against_the_lines_is_found(module: str, source: str) -> None:
    assert len(violations(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("dragoman.settings", "from dragoman.errors import SettingError"),
        ("dragoman.language.component", "from dragoman.world import world"),
        ("dragoman.errors", "if TYPE_CHECKING:\n    from dragoman.records import Article"),
        ("dragoman.records.check", "import json\nfrom dragoman.records.spans import fault"),
        ("dragoman.records.check", "from dragoman.errors import RecordError"),
        ("dragoman.world.lookup", "import pycountry\nfrom dragoman.settings import Settings"),
        ("dragoman.ingest.html", "import httpx\nfrom dragoman.records import Article"),
        ("dragoman.coding.coder", "from dragoman import __version__"),
        ("dragoman.coding.coder", "from dragoman.language import Language"),
        ("dragoman.coding.coder", "from dragoman.world import world\nfrom .cast import Cast"),
        ("dragoman.crises.timeline", "from dragoman.store import View"),
        ("dragoman.reader", "from dragoman.coding import Coder\nfrom dragoman import ingest"),
        ("dragoman.cli.read", "from dragoman.reader import Reader\nfrom dragoman import read"),
        ("dragoman.__init__", "from dragoman.records import Record"),
    ],
)
def test_an_import_along_the_lines_is_let_pass(module: str, source: str) -> None:
    assert violations(source, module) == []


@pytest.mark.parametrize(
    ("module", "source", "faults"),
    [
        ("training.loop", "from dragoman.language import heads\nimport torch", 0),
        ("training.score", "from evals.registry import task", 0),
        ("evals.gate", "from training.loop import Run\nimport tests.records", 2),
        ("benchmarks.read", "from dragoman import Reader\nimport training", 1),
    ],
)
def test_imports_between_workshops_are_found(module: str, source: str, faults: int) -> None:
    assert len(workshop_violations(source, module)) == faults


def test_the_lines_are_those_of_the_design() -> None:
    by_line = {line: {part for part in LINES if LINES[part] == line} for line in range(6)}
    assert by_line == {
        0: {"errors", "settings"},
        1: {"records", "world"},
        2: {"ingest", "language", "store", "exports"},
        3: {"coding", "crises"},
        4: {"reader", "batch", "desk"},
        5: {"cli"},
    }
