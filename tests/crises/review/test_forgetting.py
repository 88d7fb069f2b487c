"""Articles, sources, persons and what is too old are erased from everything that knows them."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from dragoman.crises import review, take
from dragoman.crises.review.forgetting import Forgotten, forget, of_age, of_source
from dragoman.crises.review.forgetting_persons import forget_person
from dragoman.crises.review.retention import finish, retain
from dragoman.errors import StoreError
from dragoman.records import Record
from dragoman.store import Job, Store, UnitOfWork
from dragoman.store.checking import check_store
from dragoman.store.given import Deposit, Result
from dragoman.store.kept import empty_member
from dragoman.store.tables import METADATA, pages
from tests.records.examples import TEXT, call
from tests.store.changes import URL, at, published, read_by
from tests.store.test_erasing import everything, secret

OTHER = "https://www.other.example/2031/raid"
DERIVED = ("entries", "entry_reports", "tellings", "stories", "story_articles", "persons")


def fill(store: Store, *records: Record) -> None:
    for record in records:
        with store.work() as unit:
            written = unit.writer.write(record)
            take(unit, written, record, origin=record.article.publisher or "nobody")


def elsewhere() -> Record:
    whole = at(OTHER)
    return replace(whole, article=replace(whole.article, publisher="The Other"))


def ids(store: Store, url: str) -> list[str]:
    with store.view() as view:
        return [each.id for each in view.versions(url)]


def erase(store: Store, *urls: str) -> Forgotten:
    named = [each for url in urls for each in ids(store, url)]
    with store.work() as unit:
        return forget(unit, "article", named, who="ada")


def counts(store: Store) -> dict[str, int]:
    with store.view() as view:
        checked = check_store(view)
        assert checked.faults == []
        return checked.counts


@pytest.mark.usefixtures("both_databases")
def test_nothing_across_articles_is_left_of_it(store: Store) -> None:
    fill(store, secret(at()))
    done = erase(store, URL)
    assert "zembla" not in everything(store)
    left = counts(store)
    assert {name: left[name] for name in DERIVED} == dict.fromkeys(DERIVED, 0)
    assert (done.facts, len(done.articles)) == (5, 1)


@pytest.mark.usefixtures("both_databases")
def test_what_others_tell_too_is_as_if_it_had_never_been(store: Store) -> None:
    fill(store, elsewhere())
    before = everything_told(store)
    fill(store, secret(at()), at())
    erase(store, URL)
    assert everything_told(store) == before
    assert "zembla" not in everything(store)


def everything_told(store: Store) -> list[object]:
    """Return the rows of what is known across articles."""
    with store.view() as view:
        return [
            sorted(map(str, view.connection.execute(select(METADATA.tables[name]))))
            for name in ("entries", "entry_parties", "entry_codes", "entry_reports", "stories")
        ]


def test_the_trail_says_that_and_nothing_of_what(store: Store) -> None:
    fill(store, secret(at()))
    erase(store, URL)
    with store.view() as view:
        entry = view.audit.entries()[0]
    assert (entry.who, entry.action, entry.subject) == ("ada", "forget", "article")
    assert (entry.detail["articles"], entry.detail["rows"]["contacts"]) == (1, 1)


@pytest.mark.parametrize("named", ["The Other", "the other", "other.example"])
def test_a_source_is_found_by_name_or_host(store: Store, named: str) -> None:
    fill(store, at(), elsewhere())
    with store.view() as view:
        found = of_source(view, named)
    assert found == ids(store, OTHER)


def test_an_unknown_source_is_told(store: Store) -> None:
    with store.view() as view, pytest.raises(StoreError, match="nothing of a source"):
        of_source(view, "Nobody")


@pytest.mark.usefixtures("both_databases")
def test_what_is_too_old_is_erased_portion_by_portion(store: Store) -> None:
    old = published(at(OTHER), 2021, 5, 2)
    fill(store, at(), old)
    with store.view() as view:
        assert of_age(view, 30, now=datetime(2031, 5, 3, tzinfo=UTC)) == ids(store, OTHER)
    done = list(retain(store, 30, who="worker"))
    assert [each.articles[0].url for each in done] == [OTHER]
    assert ids(store, URL)


def test_a_page_whose_youngest_version_is_young_stays(store: Store) -> None:
    whole = published(at(), 2021, 5, 2)
    text = f"{TEXT} Corrected."
    later = replace(at().article, id="later", text=text)
    fill(store, whole, replace(at(), article=later))
    assert list(retain(store, 30, who="worker")) == []


def test_a_kept_page_is_blanked_in_its_archive(store: Store, tmp_path: Path) -> None:
    fill(store, at())
    parts = [gzip.compress(each) for each in (b"WARC one", b"WARC secret", b"WARC three")]
    archive = tmp_path / "pages.warc.gz"
    archive.write_bytes(b"".join(parts))
    row = {"article_id": ids(store, URL)[0], "file": archive.name, "offset": len(parts[0])}
    row |= {"length": len(parts[1]), "fetched_at": datetime.now(UTC)}
    with store.work() as unit:
        unit.connection.execute(insert(pages), row)
    assert finish(tmp_path, erase(store, URL)) == []
    assert gzip.decompress(archive.read_bytes()) == b"WARC oneWARC three"
    assert archive.stat().st_size == sum(map(len, parts))


def test_an_archive_that_is_gone_is_told(store: Store, tmp_path: Path) -> None:
    fill(store, at())
    row = {"article_id": ids(store, URL)[0], "file": "gone.warc.gz", "offset": 0, "length": 90}
    with store.work() as unit:
        unit.connection.execute(insert(pages), {**row, "fetched_at": datetime.now(UTC)})
    done = erase(store, URL)
    assert finish(tmp_path, done) == ["gone.warc.gz"]
    assert finish(None, done) == ["gone.warc.gz"]


@pytest.mark.parametrize("length", [23, 24, 5000])
def test_an_empty_member_has_any_length(length: int) -> None:
    member = empty_member(length)
    assert (len(member), gzip.decompress(member)) == (length, b"")


# Persons -----------------------------------------------------------------------------------------


def blank_lund(store: Store, name: str = "Kari Lund") -> Forgotten:
    with store.work() as unit:
        return forget_person(unit, name, who="ada")


def test_a_person_is_blanked_and_the_rest_stays(store: Store) -> None:
    fill(store, at())
    done = blank_lund(store)
    told = everything(store)
    assert "lund" not in told
    assert [each.url for each in done.changed] == [URL]
    assert (done.facts, done.counts["actors"]) == (2, 1)
    with store.view() as view:
        (article,) = view.articles()
        record = view.record(article.id)
    assert len(record.article.text) == len(TEXT)
    assert "Foreign Minister ████ ████ phoned" in record.article.text
    assert (record.contacts, record.statements) == ((), ())
    assert (len(record.events), record.positions[0].statement) == (1, None)


@pytest.mark.usefixtures("both_databases")
def test_the_store_holds_after_a_person_is_erased(store: Store) -> None:
    fill(store, at(), elsewhere())
    blank_lund(store, "kari lund")
    left = counts(store)
    assert (left["persons"], left["contacts"], left["events"]) == (0, 0, 2)
    with store.view() as view:
        assert view.search("Lund") == []
        assert len(view.search("sailors", kinds=["articles"])) == 2


def test_older_versions_and_readings_are_blanked_too(store: Store) -> None:
    fill(store, at(), read_by("2", at()))
    blank_lund(store)
    assert "lund" not in everything(store)
    assert counts(store)["readings"] == 2


def test_an_article_with_the_name_in_its_url_goes_whole(store: Store) -> None:
    fill(store, at("https://wire.example/kari-lund-calls"), elsewhere())
    done = blank_lund(store)
    assert [each.url for each in done.articles] == ["https://wire.example/kari-lund-calls"]
    assert counts(store)["articles"] == 1


@pytest.mark.usefixtures("both_databases")
def test_judgements_and_jobs_that_hold_the_name_go(store: Store) -> None:
    fill(store, at())
    with store.work() as unit:
        review.judge(unit, "accept", "contacts", call().id, who="ada", why="Lund said so.")
        unit.jobs.put("read", {"question": "Kari Lund"})
        unit.jobs.put("read", {"question": "Oslo"})
    blank_lund(store)
    with store.view() as view:
        assert list(view.judgements.all()) == []
        assert view.jobs.counts() == {"waiting": 1}


def deposited(store: Store, data: bytes, suffix: str = "", **told: str) -> None:
    """Give something to be read by a job that waits."""
    with store.work() as unit:
        unit.jobs.put("add", {"deposit": str(len(data))})
        job = unit.jobs.find("add", {"deposit": str(len(data))})
        assert job is not None
        unit.given.deposit(job.id, Deposit(name="given", suffix=suffix, data=data, **told))


@pytest.mark.usefixtures("both_databases")
def test_what_waits_to_be_read_and_names_the_person_goes(store: Store) -> None:
    fill(store, at())
    deposited(store, b"Kari Lund said no.")
    deposited(store, b"Nobody we know said no.", title="A visit of Kari Lund")
    deposited(store, b"Nobody said anything at all.")
    done = blank_lund(store)
    assert (done.counts["deposits"], done.counts["jobs"]) == (2, 2)
    with store.view() as view:
        assert view.jobs.counts() == {"waiting": 1}
    assert "lund" not in everything(store)


def test_somebody_named_only_in_what_waits_is_erased(store: Store) -> None:
    deposited(store, b"Kari Lund said no.")
    assert blank_lund(store).counts["deposits"] == 1


@pytest.mark.usefixtures("both_databases")
def test_a_waiting_address_that_alone_names_somebody_goes(store: Store) -> None:
    with store.work() as unit:
        unit.jobs.put("add", {"source": "https://x.example/kari-lund-resigns"})
        unit.jobs.put("add", {"source": "https://x.example/nobody-resigns"})
    assert blank_lund(store).counts["jobs"] == 1
    assert "lund" not in everything(store)
    with store.view() as view:
        assert view.jobs.counts() == {"waiting": 1}


FAILED = Result(outcome="failed", name="https://wire.example/kari-lund-calls", error="Empty.")
TOLD = Result(outcome="failed", name="https://wire.example/2", error="It leads to /Kari_Lund.")
OTHERS = Result(outcome="failed", name="https://wire.example/lund-votes", error="Empty.")


def leased(unit: UnitOfWork) -> Job:
    """A job that a worker is at."""
    unit.jobs.put("add", {"source": "https://wire.example/feed"})
    job = unit.jobs.lease("worker")
    assert job is not None
    return job


@pytest.mark.usefixtures("both_databases")
def test_a_job_that_told_of_the_person_goes_on(store: Store) -> None:
    with store.work() as unit:
        job = leased(unit)
        unit.given.note(job.id, 0, [FAILED, TOLD, OTHERS])
    assert blank_lund(store).counts["job_results"] == 2
    with store.work() as unit:
        assert unit.given.results(job.id) == [
            OTHERS,
            replace(TOLD, error="It leads to /█████████."),
            replace(FAILED, name="https://wire.example/█████████-calls"),
        ]
        unit.given.note(job.id, 3, [OTHERS])
        unit.jobs.finish(job)


@pytest.mark.usefixtures("both_databases")
def test_a_job_that_failed_on_the_person_is_tried_again(store: Store) -> None:
    with store.work() as unit:
        job = leased(unit)
        unit.jobs.fail(job, "No answer from https://wire.example/kari-lund-calls.")
    blank_lund(store)
    with store.view() as view:
        waiting = view.jobs.get(job.id)
    assert waiting is not None
    assert waiting.state == "waiting"
    assert waiting.error == "No answer from https://wire.example/█████████-calls."


def test_a_deposit_of_which_the_person_was_told_goes_with_its_job(store: Store) -> None:
    deposited(store, b"Nobody said anything at all.")
    with store.work() as unit:
        unit.given.note(1, 0, [FAILED])
    done = blank_lund(store)
    assert (done.counts["deposits"], done.counts["jobs"]) == (1, 1)
    assert "lund" not in everything(store)


def test_a_job_that_goes_with_an_article_needs_no_blanking(store: Store) -> None:
    url = "https://wire.example/kari-lund-calls"
    fill(store, at(url))
    with store.work() as unit:
        unit.jobs.put("add", {"source": url})
        unit.given.note(1, 0, [FAILED])
    blank_lund(store)
    assert "lund" not in everything(store)


def test_deposits_are_looked_into_under_the_limits_that_are_set(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_DECOMPRESSED", "40")
    deposited(store, gzip.compress(b"x " * 30 + b"Kari Lund"), ".txt.gz")
    with pytest.raises(StoreError, match="knows nobody"):
        blank_lund(store)
    monkeypatch.setenv("DRAGOMAN_MAX_DECOMPRESSED", "80")
    assert blank_lund(store).counts["deposits"] == 1


def test_somebody_unknown_is_told(store: Store) -> None:
    fill(store, at())
    with pytest.raises(StoreError, match="knows nobody"):
        blank_lund(store, "Ole Holm")
