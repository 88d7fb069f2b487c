from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.world.holders import Holders, Sources, read_holders
from tools.derive_holders.__main__ import TABLES, derived
from tools.derive_holders.rows import written

SOURCES = Sources.parse((TABLES / "holders_sources.toml").read_text(encoding="utf-8"))
HEADER = "person,aliases,office,role,level,country,sectors,start,end,source,confidence\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "factbook").mkdir()
    (tmp_path / "offices").mkdir()
    (tmp_path / "factbook/executives.csv").write_text(
        "fips,country,office,first_seen,last_changed_seen,entry\n"
        "no,Norway,head of government,2020-01-01,2026-01-22,"
        "Prime Minister Ola NORDLI (since 4 June 2019)\n",
        encoding="utf-8",
    )
    (tmp_path / "factbook/wikidata_leaders_2021.csv").write_text(
        "country,officeholderLabel,start_year,end_year\n", encoding="utf-8"
    )
    (tmp_path / "offices/holders_2000_2022.csv").write_text(
        "country,office,person,wikidata,start,end\n"
        "norway,Minister of Foreign Affairs,Kari Fjell,Q1,2016-01-01,2019-06-04\n",
        encoding="utf-8",
    )
    (tmp_path / "editor.csv").write_text(HEADER, encoding="utf-8")
    return tmp_path


def test_what_is_derived_can_be_loaded(folder: Path) -> None:
    text = written(derived(folder, folder / "editor.csv"))
    table = Holders(read_holders(text, SOURCES, name="holders.csv"), SOURCES)
    assert [(row.person, row.source) for row in table.rows] == [
        ("Ola Nordli", "factbook"),
        ("Kari Fjell", "wikidata"),
    ]


def test_the_shipped_table_is_what_the_tool_derives(shared: Path) -> None:
    text = written(derived(shared / "data", TABLES / "holders_editor.csv"))
    assert text == (TABLES / "holders.csv").read_text(encoding="utf-8")
