"""Articles come into stories as they are written, and leave them again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.crises.stories import Crises, Stories, leave, rebuild, take, take_all
from dragoman.errors import RecordError
from dragoman.records import ReaderInfo
from dragoman.store import Store
from dragoman.store.checking import check_store
from dragoman.store.tables import clusters, crises, stories, story_articles, story_terms
from tests.crises.stories.telling import article, changed, told, wrote

SIX = [article(subject, number) for number in range(2) for subject in ("strait", "talks", "quake")]


def grouped(store: Store) -> list[set[str]]:
    """Return the stories as sets of URLs' hosts."""
    with store.view() as view:
        look = Stories(view)
        return [{str(each.url) for each in look.articles(story.id)} for story in look.all()]


def everything(store: Store) -> list[list[tuple[object, ...]]]:
    """Return all rows of what is known across articles."""
    tables = (story_articles, stories, crises, clusters, story_terms)
    with store.view() as view:
        return [
            sorted(tuple(row) for row in view.connection.execute(select(table))) for table in tables
        ]


@pytest.mark.parametrize("vectors", [True, False], ids=["vectors", "names alone"])
def test_articles_of_one_subject_are_one_story(store: Store, vectors: bool) -> None:
    told(store, SIX, vectors=vectors)
    found = grouped(store)
    assert sorted(map(len, found)) == [2, 2, 2]
    assert all(len({url.split(".")[0] for url in urls}) == 1 for urls in found)


def test_what_is_far_apart_in_time_is_apart(store: Store) -> None:
    told(store, [article("strait", 0, "2031-01-01"), article("strait", 1, "2031-06-01")])
    assert len(grouped(store)) == 2


def test_an_article_that_comes_late_joins_the_days_it_is_of(store: Store) -> None:
    days = ("2031-01-01", "2031-06-01", "2031-01-03")
    told(store, [article("strait", number, day) for number, day in enumerate(days)])
    assert sorted(map(len, grouped(store))) == [1, 2]


def test_an_article_without_a_day_is_of_the_day_it_was_added(store: Store) -> None:
    told(store, [article("strait", 0, None), article("strait", 1, None)])
    assert list(map(len, grouped(store))) == [2]


def test_taking_twice_changes_nothing(store: Store) -> None:
    told(store, SIX)
    before = everything(store)
    told(store, SIX)
    assert everything(store) == before


def test_what_is_taken_in_at_once_is_as_one_by_one(store: Store, tmp_path: Path) -> None:
    some = [*SIX, article("quake", 7, "2031-06-20")]
    with store.work() as work:
        take_all(work, [(wrote(work, each), each) for each in some])
    with Store.open(str(tmp_path / "one-by-one.sqlite")) as other:
        told(other, some)
        assert everything(store) == everything(other)


def test_a_new_version_takes_the_place_of_the_old_one(store: Store) -> None:
    first, second = told(store, SIX[:2])
    (newer,) = told(store, [changed(SIX[0])])
    with store.view() as view:
        look = Stories(view)
        assert look.of(first) is None
        assert look.of(newer) is not None
        assert {story.articles for story in look.all()} == {1}
        assert look.of(second) != look.of(newer)


def test_a_reading_by_another_reader_stays_in_the_story(store: Store) -> None:
    told(store, SIX)
    before = grouped(store)
    told(store, [replace(SIX[0], reader=ReaderInfo("2", "none"))])
    assert grouped(store) == before


def test_a_reading_that_is_not_current_is_left_out(store: Store) -> None:
    told(store, [SIX[0]])
    told(store, [changed(SIX[0])])
    before = everything(store)
    with store.work() as work:
        older = replace(SIX[0], reader=ReaderInfo("2", "none"))
        assert take(work, work.writer.write(older), older) is None
    assert everything(store) == before


def test_a_copy_goes_where_its_original_is(store: Store) -> None:
    (original,) = told(store, [SIX[0]])
    with store.work() as work:
        other = article("quake", 7)
        written = work.writer.write(other)
        work.writer.fold(written.article, original)
        take(work, written, other)
    with store.view() as view:
        story = Stories(view).of(written.article)
        assert story is not None
        assert (story.articles, story.copies) == (2, 1)
        assert "Tavria" not in story.keywords[:4]


def test_leaving_leaves_nothing_behind(store: Store) -> None:
    ids = told(store, SIX)
    with store.work() as work:
        for each in ids:
            leave(work, each)
    assert [len(rows) for rows in everything(store)[:4]] == [0, 0, 0, 0]


def test_an_article_that_left_counts_no_more(store: Store) -> None:
    told(store, SIX[:3])
    before = everything(store)
    (more,) = told(store, [SIX[3]])
    with store.work() as work:
        leave(work, more)
    assert everything(store) == before


def test_rebuilding_gives_the_same(store: Store) -> None:
    told(store, SIX)
    before = grouped(store)
    with store.work() as work:
        assert rebuild(work) == len(SIX)
    assert grouped(store) == before


def test_a_unit_of_work_that_fails_leaves_no_story(store: Store) -> None:
    broken = replace(SIX[1], actors=(SIX[1].actors[0], SIX[1].actors[0]))
    with pytest.raises(RecordError):
        told(store, [SIX[0], broken])
    assert grouped(store) == []


def test_stories_that_share_names_are_of_one_crisis(store: Store) -> None:
    told(store, [article("strait", 0, "2031-01-01"), article("strait", 1, "2031-03-01")])
    told(store, [article("quake", 0, "2031-01-01")])
    with store.view() as view:
        sizes = sorted(crisis.stories for crisis in Crises(view).all())
    assert sizes == [1, 2]


@pytest.mark.parametrize("vectors", [True, False], ids=["vectors", "names alone"])
def test_stories_that_share_nothing_are_of_several_crises(store: Store, vectors: bool) -> None:
    told(store, SIX, vectors=vectors)
    with store.view() as view:
        assert [crisis.stories for crisis in Crises(view).all()] == [1, 1, 1]


def test_the_store_is_sound_with_stories_in_it(store: Store) -> None:
    told(store, SIX)
    with store.view() as view:
        assert check_store(view).faults == []
