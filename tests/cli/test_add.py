"""``dragoman add``, ``work`` and ``watch`` as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.batch import Added
from dragoman.cli.batch import late
from dragoman.settings import Settings
from dragoman.store import Store
from tests.batch.articles import OTHER, PARAGRAPHS, article, write_lines
from tests.batch.readers import HandReader
from tests.cli.running import run
from tests.ingest.watch.serving import Site, serving


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return tmp_path / "letters.jsonl"


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> HandReader:
    """Let the commands read by hand, without the language model."""
    reader = HandReader()
    monkeypatch.setattr(late.LateReader, "_reader", reader)
    monkeypatch.setattr(late.LateReader, "info", property(lambda _: reader.info))
    return reader


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    copy = article(url="https://paper.example/1", published="2024-05-08")
    other = article(*OTHER, url="https://wire.example/2")
    return write_lines(tmp_path / "a.jsonl", article(), copy, other)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("DRAGOMAN_ALLOWED_NETWORKS", "127.0.0.0/8")
    monkeypatch.setattr("dragoman.batch.watching.DELAY", 0.0)
    with serving() as running:
        running.put_article("/1", " ".join(PARAGRAPHS))
        running.put_feed("/feed", "/1", "/gone")
        yield running


def test_the_sum_is_told(by_hand: HandReader, db: Path, lines: Path) -> None:
    done = run("add", lines, "--db", db)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "3 articles" in done.stderr
    assert "3 new, 1 of them near-copies" in done.stderr
    assert len(by_hand.read) == 3


def test_adding_again_tells_what_was_known(by_hand: HandReader, db: Path, lines: Path) -> None:
    run("add", lines, "--db", db)
    assert "3 known already" in run("add", lines, "--db", db).stderr
    assert len(by_hand.read) == 3


def test_what_is_known_needs_no_reader(
    by_hand: HandReader, db: Path, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", lines, "--db", db)
    monkeypatch.setattr(late.LateReader, "_reader", None)
    assert "3 known already" in run("add", lines, "--db", db).stderr
    assert by_hand.read


def test_the_model_is_named_without_being_loaded(tmp_path: Path) -> None:
    from dragoman.language import Language

    assert late.model_name(Settings()) == Language.load(Settings()).name
    assert late.model_name(Settings(pipeline="en")) == f"{late.model_name(Settings())} + en"
    assert late.model_name(Settings(model=tmp_path)) is None


def test_every_article_is_told_where_more_is_asked_for(
    by_hand: HandReader, db: Path, lines: Path
) -> None:
    told = run("add", lines, "--db", db, "-v").stderr
    assert "new, a near-copy: https://paper.example/1 (wire.example)" in told
    assert by_hand.read


def test_what_cannot_be_read_is_a_letter(by_hand: HandReader, db: Path, letters: Path) -> None:
    done = run("add", "gone.html", "--db", db, "--dead-letters", letters)
    (letter,) = map(json.loads, letters.read_text(encoding="utf-8").splitlines())
    assert (done.exit_code, by_hand.read) == (1, [])
    assert (letter["input"], letter["message"]) == ("gone.html", "There is no such file.")


def test_what_is_queued_is_worked_on(by_hand: HandReader, db: Path, lines: Path) -> None:
    queued = run("add", "--queue", lines, lines, "--db", db)
    assert (queued.exit_code, by_hand.read) == (0, [])
    assert "1 put in as jobs for dragoman work; 1 on their way already" in queued.stderr
    worked = run("work", "--db", db)
    assert worked.exit_code == 0
    assert f"job 1 ({lines}): done, 3 taken in" in worked.stderr
    assert "nothing new" in run("work", "--db", db).stderr


def test_a_job_that_fails_is_told(
    by_hand: HandReader, db: Path, letters: Path, tmp_path: Path
) -> None:
    run("add", "--queue", tmp_path / "gone.html", "--db", db)
    done = run("work", "--db", db, "--dead-letters", letters)
    assert (done.exit_code, by_hand.read) == (1, [])
    assert "failed, it is given up" in done.stderr


def test_what_the_store_holds_is_read_again(by_hand: HandReader, db: Path, lines: Path) -> None:
    run("add", lines, "--db", db)
    by_hand.version = "2"
    assert "3 read again" in run("add", "--again", "--db", db).stderr
    assert "nothing new" in run("add", "--again", "--db", db).stderr


def test_reading_again_goes_without_sources(db: Path, lines: Path) -> None:
    assert run("add", "--again", lines, "--db", db).exit_code == 2


def test_standard_input_is_no_job(db: Path) -> None:
    assert run("add", "--queue", "-", "--db", db, given="Some text.").exit_code == 2


def test_standard_input_is_added(by_hand: HandReader, db: Path) -> None:
    assert run("add", "-", "--db", db, given=" ".join(PARAGRAPHS)).exit_code == 0
    assert len(by_hand.read) == 1


@pytest.fixture
def sources(tmp_path: Path, site: Site) -> Path:
    path = tmp_path / "sources.toml"
    entries = (("News", "/feed"), ("Other news", "/nowhere"))
    path.write_text(
        "\n".join(f'[[source]]\nname = "{name}"\nurl = "{site.url}{at}"' for name, at in entries)
    )
    return path


def test_a_watch_takes_in_what_is_new(
    by_hand: HandReader, db: Path, sources: Path, letters: Path
) -> None:
    done = run("watch", sources, "--once", "--db", db, "--dead-letters", letters)
    assert (done.exit_code, len(by_hand.read)) == (1, 1)
    assert "Other news" in done.stderr
    (letter,) = map(json.loads, letters.read_text(encoding="utf-8").splitlines())
    assert letter["input"].endswith("/gone")
    with Store.open(str(db)) as store, store.view() as view:
        assert len(list(view.articles())) == 1


def test_the_health_of_each_source_is_shown(
    by_hand: HandReader, db: Path, sources: Path, letters: Path
) -> None:
    before = run("watch", sources, "--health", "--db", db)
    assert (before.exit_code, before.stdout.count("not visited yet")) == (0, 2)
    run("watch", sources, "--once", "--db", db, "--dead-letters", letters)
    after = run("watch", sources, "--health", "--db", db)
    assert after.exit_code == 1
    assert "well     News" in after.stdout
    assert "1 article, 1 could not be read" in after.stdout
    assert "1 failure in a row" in after.stdout
    assert by_hand.read


def test_the_health_is_there_for_programs(by_hand: HandReader, db: Path, sources: Path) -> None:
    rows = json.loads(run("watch", sources, "--health", "--json", "--db", db).stdout)
    assert [(row["name"], row["health"]) for row in rows] == [
        ("News", "new"),
        ("Other news", "new"),
    ]
    assert by_hand.read == []


def test_json_goes_with_health_alone(sources: Path) -> None:
    assert run("watch", sources, "--json").exit_code == 2


def test_a_wrong_file_of_sources_is_told(tmp_path: Path, db: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text("[[source]]\nname = 3")
    done = run("watch", path, "--db", db)
    assert (done.exit_code, "line 1" in done.stderr) == (1, True)


def test_the_shipped_model_reads_into_the_store(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "OSLO, 4 May 2021 - Norway condemned the raid and phoned Berlin on Tuesday. The weather "
        "was mild, the harbour lay still, and the boats of the islands stayed in for the day."
    )
    assert run("add", path, "--db", db).exit_code == 0
    with Store.open(str(db)) as store, store.view() as view:
        assert [told.fact.stance for told in view.facts("positions")] == ["condemnation"]


def test_the_files_of_a_folder_are_put_in_as_jobs(db: Path, lines: Path) -> None:
    (lines.parent / "scan.pdf").touch()
    done = run("add", "--queue", lines.parent, "--db", db)
    assert done.exit_code == 0
    assert "1 put in as jobs" in done.stderr
    assert "1 file (1 .pdf)" in done.stderr


@pytest.mark.usefixtures("by_hand")
def test_records_that_were_exported_give_the_same_export(
    db: Path, lines: Path, tmp_path: Path
) -> None:
    first, again, other = (tmp_path / name for name in ("1.jsonl", "2.jsonl", "other.sqlite"))
    run("add", lines, "--db", db)
    run("export", "jsonl", "--db", db, "--out", first)
    assert run("add", first, "--db", other).exit_code == 0
    run("export", "jsonl", "--db", other, "--out", again)
    assert again.read_bytes() == first.read_bytes() != b""


@pytest.mark.usefixtures("by_hand")
def test_what_came_before_an_interruption_is_told(
    db: Path, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[Added]:
        yield Added(source=str(lines), outcome="new", article=article())
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.batch.add", interrupted)
    done = run("add", lines, "--db", db)
    assert done.exit_code == 130
    assert "the same command goes on" in done.stderr
    assert "1 article" in done.stderr
