"""The table of formats."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.exports import FORMATS, export_to, format_named

SOURCE = Path(__file__).resolve().parents[2] / "src"


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_format_has_an_ending_and_one_line_of_help(name: str) -> None:
    found = FORMATS[name]
    assert found.ending.startswith(".")
    assert found.help.endswith(".")
    assert "\n" not in found.help


def test_a_format_is_found_by_name() -> None:
    assert format_named("GeoJSON") is FORMATS["geojson"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("parket", "Did you mean parquet?"),
        ("jsonlines", "Did you mean jsonl?"),
        ("xyz", "There are csv, csv-excel"),
    ],
)
def test_an_unknown_format_is_answered_with_near_ones(name: str, told: str) -> None:
    with pytest.raises(DragomanError, match=f"no format. {re.escape(told)}"):
        format_named(name)


def test_what_formats_need_is_loaded_when_they_are_used() -> None:
    code = "import sys, dragoman.exports; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert {"pyarrow", "icalendar", "followthemoney"} & set(done.stdout.split()) == set()


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dragoman.exports.entities", None)
    with pytest.raises(DragomanError, match=r"Install dragoman\[followthemoney\]"):
        export_to([], "ftm", io.BytesIO())
