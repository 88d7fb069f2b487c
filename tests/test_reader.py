"""The whole way from a source to a record, with the shipped model."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import EmptyInput, NotCoded, Reader, Record
from dragoman.ingest import from_text
from dragoman.records import FACT_KINDS, faults

REPORT = """\
Kenya offers to host talks

NAIROBI, May 2 - Kenyan President Amina Otieno phoned her Ugandan counterpart on Friday.

"We condemn the attack on the ferry," Otieno told reporters. Uganda praised the offer.
"""
OTHER = "Chile condemned the raid. Peru called on both sides to show restraint."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def record(reader: Reader) -> Record:
    return reader.read(REPORT, published="2025-05-02")


def test_the_record_keeps_the_contract(record: Record) -> None:
    assert list(faults(record)) == []


def test_the_record_comes_back_from_json(record: Record) -> None:
    assert Record.from_json(record.to_json()) == record


def test_the_record_holds_facts(record: Record) -> None:
    assert [kind for kind in FACT_KINDS if getattr(record, kind)]


def test_every_fact_is_of_this_article(record: Record) -> None:
    words = [
        record.article.text[start:end]
        for kind in FACT_KINDS
        for fact in getattr(record, kind)
        for start, end in fact.evidence
    ]
    assert [each for each in words if each not in REPORT] == []


def test_the_record_names_its_reader(record: Record) -> None:
    assert record.reader.version == dragoman.__version__
    assert record.reader.model


def test_reading_twice_changes_nothing(reader: Reader, record: Record) -> None:
    assert reader.read(REPORT, published="2025-05-02") == record


def test_a_path_gives_the_same_facts_as_its_text(
    reader: Reader, record: Record, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert reader.read(path, published="2025-05-02").statements == record.statements


def test_pipe_gives_the_records_of_single_reading_in_order(reader: Reader) -> None:
    texts = [REPORT, OTHER, REPORT + OTHER]
    articles = [from_text(text, published="2025-05-02") for text in texts]
    assert list(reader.pipe(articles)) == [reader.code(article) for article in articles]


def test_the_size_of_a_batch_changes_nothing(reader: Reader) -> None:
    articles = [from_text(text, published="2025-05-02") for text in (REPORT, OTHER)]
    assert list(reader.pipe(articles, batch_size=1)) == list(reader.pipe(articles))


def test_no_articles_give_no_records(reader: Reader) -> None:
    assert list(reader.pipe([])) == []


def test_an_empty_source_is_refused(reader: Reader) -> None:
    with pytest.raises(EmptyInput):
        reader.read("")


def test_the_function_reads_as_the_reader_does(record: Record) -> None:
    assert dragoman.read(REPORT, published="2025-05-02") == record


def test_a_fault_of_the_reader_costs_the_article_alone(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("dragoman.reader.check", fail)
    with pytest.raises(NotCoded, match=r"RecursionError: too deep"):
        reader.code(from_text(OTHER))


def test_reading_does_not_hang_on_the_order_of_sets() -> None:
    """Python orders sets of words anew in each process, unless it is given a seed."""
    articles = sorted(Path(__file__).parents[1].glob("examples/articles/*.txt"))
    command = [sys.executable, "-m", "dragoman", "read", *map(str, articles), "--json", "--quiet"]
    records = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "3")
    }

    assert len(records) == 1
