"""Where records go."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from dragoman.cli.reading.pages import Folder, OnePage, page_sink
from dragoman.cli.reading.sinks import JsonLines, Sink, Terminal, sinks
from dragoman.cli.reading.sources import Inputs
from dragoman.errors import DragomanError
from dragoman.records import Record
from tests.records import examples

RECORD = examples.record()
INPUTS = Inputs((Path("a.txt"),))


def _written(sink: Sink, *records: Record) -> list[str]:
    for number, record in enumerate(records):
        sink.write(f"{number}.txt", record)
    return list(sink.close())


def test_one_article_is_one_indented_object(capsys: pytest.CaptureFixture[str]) -> None:
    _written(JsonLines(several=False), RECORD)
    written = capsys.readouterr().out
    assert Record.from_json(written) == RECORD
    assert written.startswith('{\n  "schema"')


@pytest.mark.parametrize("several", [True, False])
def test_several_articles_are_one_object_a_line(
    capsys: pytest.CaptureFixture[str], *, several: bool
) -> None:
    _written(JsonLines(several=several), RECORD, RECORD, RECORD)
    lines = capsys.readouterr().out.splitlines()
    assert [Record.from_json(line) for line in lines] == [RECORD] * 3


def test_one_article_of_a_file_of_lines_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    _written(JsonLines(several=True), RECORD)
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_half_a_surrogate_pair_is_written_as_json_has_it(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    article = replace(RECORD.article, publisher="Caf\u00e9 \ud800 Times")
    _written(JsonLines(several=True), replace(RECORD, article=article))
    publisher = json.loads(capsysbinary.readouterr().out)["article"]["publisher"]
    assert publisher == "Caf\u00e9 \ud800 Times"


def test_without_options_records_are_shown() -> None:
    (sink,) = sinks(INPUTS, as_json=False, html=None, kinds=None, verbose=None)
    assert isinstance(sink, Terminal)


def test_json_and_a_page_go_together(tmp_path: Path) -> None:
    out = str(tmp_path / "a.html")
    found = sinks(INPUTS, as_json=True, html=out, kinds=None, verbose=None)
    assert [type(each) for each in found] == [JsonLines, OnePage]


def test_json_and_a_page_cannot_share_standard_output() -> None:
    with pytest.raises(typer.BadParameter, match="both"):
        sinks(INPUTS, as_json=True, html="-", kinds=None, verbose=None)


@pytest.mark.parametrize(
    ("out", "kind"), [("a.html", OnePage), ("A.HTM", OnePage), ("out", Folder), ("-", OnePage)]
)
def test_the_name_tells_page_or_folder(out: str, kind: type) -> None:
    assert isinstance(page_sink(out), kind)


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(typer.BadParameter, match="directory"):
        page_sink(str(tmp_path / "a.html"))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    with pytest.raises(typer.BadParameter, match=r"\.html"):
        page_sink(str(tmp_path / "notes"))


@pytest.mark.parametrize("suffix", ["", ".html"])
def test_a_path_that_no_system_takes_is_refused(suffix: str) -> None:
    with pytest.raises(typer.BadParameter, match="cannot be written to: File name too long"):
        page_sink(f"{'a' * 300}{suffix}")


def test_a_page_is_written_with_folders_that_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.html"
    notes = _written(page_sink(str(path)), RECORD)
    assert notes == [f"Wrote {path}"]
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_page_may_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert _written(page_sink("-"), RECORD) == []
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_a_folder_has_an_index_that_leads_to_its_pages(tmp_path: Path) -> None:
    _written(page_sink(str(tmp_path / "out")), RECORD, RECORD)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "001-norway-calls-for-calm-after-raid.html",
        "002-norway-calls-for-calm-after-raid.html",
        "index.html",
    ]
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert [name for name in names[:2] if f'href="{name}"' not in index] == []


@pytest.mark.parametrize("title", ["../../etc/passwd", "☃", "A" * 300, ""])
def test_no_title_leads_out_of_the_folder(title: str, tmp_path: Path) -> None:
    record = replace(RECORD, article=replace(RECORD.article, title=title, title_span=None))
    _written(page_sink(str(tmp_path / "out")), record)
    assert len(list((tmp_path / "out").iterdir())) == 2


@pytest.mark.parametrize("out", ["a.html", "out"])
def test_without_records_nothing_is_written(out: str, tmp_path: Path) -> None:
    assert _written(page_sink(str(tmp_path / out))) == []
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DragomanError, match="--html"):
        _written(page_sink(str(tmp_path / "file" / "a.html")), RECORD)
