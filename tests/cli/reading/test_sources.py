"""The inputs of a run."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
import typer

from dragoman.cli.reading.sources import Inputs, chosen, tell_left_out
from dragoman.cli.speaking import Speaker


class _Terminal(io.TextIOWrapper):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


def _piped(monkeypatch: pytest.MonkeyPatch, data: bytes, *, terminal: bool = False) -> None:
    kind = _Terminal if terminal else io.TextIOWrapper
    monkeypatch.setattr(sys, "stdin", kind(io.BytesIO(data)))


@pytest.mark.parametrize("word", ["a.txt", "France condemned the raid", "news/a.html", "C:file"])
def test_a_word_is_a_path(word: str) -> None:
    assert chosen([word], max_bytes=9).sources == (Path(word),)


@pytest.mark.parametrize("word", ["https://news.example/a", "http://x", "ftp://x/y", "file:///a"])
def test_a_word_with_a_scheme_is_a_url(word: str) -> None:
    assert chosen([word], max_bytes=9).sources == (word,)


@pytest.mark.parametrize("words", [["-"], []])
def test_standard_input_is_read(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, b"\xffabc")
    assert chosen(words, max_bytes=9).sources == (b"\xffabc",)


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, b"x" * 50)
    assert chosen(["-"], max_bytes=9).sources == (b"x" * 10,)


def test_without_input_at_a_terminal_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, b"", terminal=True)
    with pytest.raises(typer.BadParameter, match="path or URL"):
        chosen([], max_bytes=9)


def test_standard_input_is_read_once_only(monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, b"x")
    with pytest.raises(typer.BadParameter, match="only once"):
        chosen(["-", "-"], max_bytes=9)


@pytest.mark.parametrize(
    ("sources", "several"),
    [
        ((Path("a.txt"),), False),
        ((Path("a.txt"), Path("b.txt")), True),
        ((Path("a.jsonl"),), True),
        ((Path("a.jsonl.gz"),), True),
        ((Path("a.warc.gz"),), True),
        ((b"{}",), False),
    ],
)
def test_several_articles_are_expected_of_several_inputs_lines_and_archives(
    sources: tuple[Path | bytes, ...], *, several: bool
) -> None:
    assert Inputs(sources).several is several


def test_inputs_have_names_for_messages() -> None:
    inputs = Inputs((Path("a.txt"), "https://news.example/a", b"x"))
    assert inputs.names == ("a.txt", "https://news.example/a", "standard input")


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "scan.pdf"):
        (tmp_path / name).touch()
    inputs = chosen([str(tmp_path)], max_bytes=9)
    assert inputs.sources == (tmp_path / "a.txt", tmp_path / "b.html")
    assert inputs.left_out == (tmp_path / "scan.pdf",)
    assert inputs.several


@pytest.mark.parametrize(("verbose", "told"), [(None, True), (True, True), (False, False)])
def test_what_is_left_out_of_a_folder_is_told_by_its_endings(
    capsys: pytest.CaptureFixture[str], *, verbose: bool | None, told: bool
) -> None:
    names = ["a.pdf", "b.PDF", "c.jpg", "LICENCE", "e.css", "f.js", "g.mp4"]
    inputs = Inputs((), tuple(Path(name) for name in names))
    tell_left_out(inputs, Speaker(verbose=verbose))
    expected = "7 files (2 .pdf, 1 .jpg, 1 without ending, 1 .css, 1 .js, 1 more kinds)"
    assert (expected in capsys.readouterr().err) is told


def test_nothing_is_told_where_nothing_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    tell_left_out(Inputs((Path("a.txt"),)), Speaker())
    assert capsys.readouterr().err == ""


def test_a_path_that_no_system_takes_is_left_to_the_reading() -> None:
    assert chosen(["a" * 300], max_bytes=9).sources == (Path("a" * 300),)
