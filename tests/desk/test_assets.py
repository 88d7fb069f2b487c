"""The built front end and its manifest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.assets import STATIC, Assets
from dragoman.errors import DeskError

MANIFEST = {
    "src/desk.ts": {"file": "assets/desk-1.js", "css": ["assets/desk-2.css"]},
    "src/islands/map/index.ts": {
        "file": "assets/map-3.js",
        "css": ["assets/map-4.css"],
        "imports": ["_shared.js"],
    },
    "_shared.js": {"file": "assets/shared-5.js", "css": ["assets/shared-6.css"]},
}


def test_without_a_build_one_is_told_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="make front"):
        Assets.load(tmp_path)


def test_a_manifest_that_is_none_counts_as_no_build(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(DeskError, match="not built"):
        Assets.load(tmp_path)


def test_the_files_of_all_pages_are_found() -> None:
    found = Assets(MANIFEST)
    assert (found.script, found.styles) == (
        "/static/assets/desk-1.js",
        ["/static/assets/desk-2.css"],
    )


def test_an_island_brings_the_styles_of_what_it_imports() -> None:
    found = Assets(MANIFEST)
    assert found.island("map") == "/static/assets/map-3.js"
    assert found.island_styles("map") == [
        "/static/assets/shared-6.css",
        "/static/assets/map-4.css",
    ]


def test_an_island_that_is_not_built_is_told() -> None:
    with pytest.raises(DeskError, match="make front"):
        Assets(MANIFEST).island("globe")


def test_the_build_is_kept_by_browsers_for_good(client: TestClient) -> None:
    found = client.get(Assets.load().script)
    assert (found.status_code, "immutable" in found.headers["cache-control"]) == (200, True)


def test_what_has_no_hash_in_its_name_is_asked_for_again(client: TestClient) -> None:
    assert client.get("/static/icon.svg").headers["cache-control"] == "no-cache"


def test_the_build_names_no_address_elsewhere() -> None:
    styles = [each.read_text() for each in STATIC.rglob("*.css")]
    assert styles
    assert not any("http:" in each or "https:" in each for each in styles)


def test_every_file_of_the_manifest_is_there() -> None:
    manifest = json.loads((STATIC / "manifest.json").read_text())
    assert [
        each["file"] for each in manifest.values() if not (STATIC / each["file"]).exists()
    ] == []
