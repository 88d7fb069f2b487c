"""People name, merge, split and pin; everything can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from dragoman.crises.stories import Crises, Editor, Stories, applied, rebuild
from dragoman.errors import StoreError
from dragoman.store import Store, UnitOfWork
from tests.crises.stories.telling import article, told

SUBJECTS = ("strait", "talks", "quake")
SIX = [article(subject, number) for number in range(2) for subject in SUBJECTS]


@dataclass
class Told:
    """A store with three stories of two articles each; ``articles`` by subject."""

    store: Store
    articles: dict[str, list[str]]

    def story(self, article_id: str) -> str:
        with self.store.view() as view:
            found = Stories(view).of(article_id)
        assert found is not None
        return found.id

    def stories(self) -> dict[str, frozenset[str]]:
        """Return the articles of every story by its title."""
        with self.store.view() as view:
            look = Stories(view)
            return {
                story.id: frozenset(each.id for each in look.articles(story.id))
                for story in look.all()
            }

    def crises(self) -> dict[str, tuple[str, int, int]]:
        """Return title and size of every crisis."""
        with self.store.view() as view:
            return {
                each.id: (each.title, each.stories, each.articles) for each in Crises(view).all()
            }

    @contextmanager
    def editing(self) -> Iterator[tuple[UnitOfWork, Editor]]:
        with self.store.work() as work:
            yield work, Editor(work, "kim")


@pytest.fixture
def desk(store: Store) -> Told:
    ids = told(store, SIX)
    return Told(store, {subject: ids[place::3] for place, subject in enumerate(SUBJECTS)})


def test_a_story_is_named_and_named_back(desk: Told) -> None:
    story = desk.story(desk.articles["strait"][0])
    with desk.editing() as (_, editor):
        made = editor.name("stories", story, "The tanker")
    with desk.store.view() as view:
        assert (Stories(view).get(story).title, Stories(view).get(story).named) == (
            "The tanker",
            True,
        )
    with desk.editing() as (_, editor):
        editor.undo(made)
    with desk.store.view() as view:
        assert Stories(view).get(story).title.startswith("Varenia")
        assert not Stories(view).get(story).named


def test_stories_are_merged_and_taken_apart_again(desk: Told) -> None:
    before = desk.stories()
    first, second = (desk.story(desk.articles[each][0]) for each in ("strait", "quake"))
    with desk.editing() as (_, editor):
        made = editor.merge("stories", first, [second], why="One matter.")
    assert desk.stories()[first] == before[first] | before[second]
    assert second not in desk.stories()
    with desk.editing() as (_, editor):
        editor.undo(made)
    assert desk.stories() == before


def test_what_comes_later_goes_with_the_merged_story(desk: Told) -> None:
    first, second = (desk.story(desk.articles[each][0]) for each in ("strait", "quake"))
    with desk.editing() as (_, editor):
        editor.merge("stories", first, [second])
    (later,) = told(desk.store, [article("quake", 5)])
    assert desk.story(later) == first


def test_a_story_is_split_and_joined_again(desk: Told) -> None:
    before = desk.stories()
    one, other = desk.articles["talks"]
    story = desk.story(one)
    with desk.editing() as (_, editor):
        made, (part,) = editor.split("stories", story, [[other]])
    assert desk.stories()[part] == {other}
    assert desk.stories()[story] == {one}
    with desk.editing() as (_, editor):
        editor.undo(made)
    assert desk.stories() == before


def test_a_merged_story_can_be_split_along_other_lines(desk: Told) -> None:
    first, second = (desk.story(desk.articles[each][0]) for each in ("strait", "quake"))
    apart = [desk.articles["strait"][1], desk.articles["quake"][1]]
    with desk.editing() as (_, editor):
        editor.merge("stories", first, [second])
        _, (part,) = editor.split("stories", first, [apart])
    assert desk.stories()[part] == set(apart)
    assert len(desk.stories()[first]) == 2


def test_a_pinned_article_stays_where_it_was_put(desk: Told) -> None:
    moved = desk.articles["quake"][1]
    story = desk.story(desk.articles["talks"][0])
    with desk.editing() as (work, editor):
        editor.pin("stories", story, [moved])
        rebuild(work)
    assert desk.story(moved) == story
    with desk.store.view() as view:
        assert Stories(view).pinned(story) == [moved]


def test_an_undoing_can_be_undone(desk: Told) -> None:
    first, second = (desk.story(desk.articles[each][0]) for each in ("strait", "quake"))
    with desk.editing() as (_, editor):
        made = editor.merge("stories", first, [second])
        merged = editor.undo(editor.undo(made))
    assert merged.undoes is not None
    assert second not in desk.stories()


def test_stories_merged_into_each_other_do_not_go_round(desk: Told) -> None:
    first, second = (desk.story(desk.articles[each][0]) for each in ("strait", "quake"))
    with desk.editing() as (_, editor):
        editor.merge("stories", first, [second])
    told(desk.store, [article("strait", 8)])
    with desk.editing() as (_, editor):
        editor.split("stories", first, [desk.articles["quake"]])
    assert len(desk.stories()) == 3


def test_a_crisis_is_made_of_stories_and_taken_back(desk: Told) -> None:
    before = desk.crises()
    chosen = [desk.story(desk.articles[each][0]) for each in ("strait", "talks")]
    with desk.editing() as (_, editor):
        made, crisis = editor.make("The week of the sea", chosen)
    assert desk.crises()[crisis] == ("The week of the sea", 2, 4)
    with desk.editing() as (_, editor):
        editor.undo(made)
    assert desk.crises() == before


def test_crises_are_named_merged_and_split(desk: Told) -> None:
    of = {each: desk.story(desk.articles[each][0]) for each in SUBJECTS}
    with desk.store.view() as view:
        sea, land = (Stories(view).get(of[each]).crisis for each in ("strait", "quake"))
    assert sea is not None
    assert land is not None
    with desk.editing() as (_, editor):
        editor.name("crises", sea, "At sea")
        editor.merge("crises", sea, [land])
    assert desk.crises()[sea][:2] == ("At sea", 2)
    with desk.editing() as (_, editor):
        _, (part,) = editor.split("crises", sea, [[of["quake"]]])
    assert desk.crises()[part][1] == 1
    assert desk.crises()[sea][1] == 1


def test_a_story_is_pinned_to_a_crisis(desk: Told) -> None:
    of = {each: desk.story(desk.articles[each][0]) for each in SUBJECTS}
    with desk.store.view() as view:
        sea = Stories(view).get(of["strait"]).crisis
    assert sea is not None
    with desk.editing() as (_, editor):
        editor.pin("crises", sea, [of["talks"]])
    assert desk.crises()[sea][1] == 2


def test_judgements_from_elsewhere_have_their_effect(desk: Told) -> None:
    before = desk.stories()
    first, second = (desk.story(desk.articles[each][0]) for each in ("strait", "quake"))
    with desk.editing() as (_, editor):
        made = editor.merge("stories", first, [second])
        editor.undo(made)
    with desk.store.work() as work:
        again = work.judgements.judge(
            "merge", "stories", first, who="kim", reader="stories", detail={"with": [second]}
        )
        applied(work, [again])
    assert desk.stories() != before


@pytest.mark.parametrize(
    "detail", [{"with": 3}, {"with": [None, 4]}, {"into": "x", "with": []}, {"with": ["none"]}]
)
def test_a_judgement_of_another_form_says_nothing(desk: Told, detail: dict[str, object]) -> None:
    before = desk.stories()
    story = desk.story(desk.articles["strait"][0])
    with desk.store.work() as work:
        made = work.judgements.judge(
            "merge", "stories", story, who="kim", reader="1", detail=detail
        )
        applied(work, [made])
    assert desk.stories() == before


def test_what_is_not_there_is_told(desk: Told) -> None:
    story = desk.story(desk.articles["strait"][0])
    with desk.editing() as (_, editor):
        with pytest.raises(StoreError, match="no story"):
            editor.name("stories", "none", "A title")
        with pytest.raises(StoreError, match="no crisis"):
            editor.merge("crises", "none", ["other"])
        with pytest.raises(StoreError, match="has words"):
            editor.name("stories", story, "  ")
        with pytest.raises(StoreError, match="others"):
            editor.merge("stories", story, [story])
        with pytest.raises(StoreError, match="that are in it"):
            editor.split("stories", story, [desk.articles["talks"]])
        with pytest.raises(StoreError, match="current article"):
            editor.pin("stories", story, ["none"])
        with pytest.raises(StoreError, match="a title and stories"):
            editor.make("Empty", [])


def test_a_judgement_on_something_else_is_left_alone(desk: Told) -> None:
    with desk.store.work() as work:
        fact = work.judgements.judge("accept", "events", "some", who="kim", reader="1")
    with desk.editing() as (_, editor), pytest.raises(StoreError, match="on events"):
        editor.undo(fact)


def test_who_and_why_are_kept(desk: Told) -> None:
    story = desk.story(desk.articles["strait"][0])
    with desk.editing() as (work, editor):
        editor.name("stories", story, "The tanker", why="Shorter.")
        (made,) = work.judgements.all(story)
    assert (made.who, made.why, made.kind, made.verdict) == (
        "kim",
        "Shorter.",
        "stories",
        "correct",
    )
