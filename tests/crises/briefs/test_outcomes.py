"""A saved brief says what became of the facts behind it; what is forgotten leaves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.crises import review
from dragoman.crises.briefs import SavedBriefs
from dragoman.crises.briefs.writing import written
from dragoman.crises.review.forgetting import forget
from dragoman.crises.review.forgetting_persons import forget_person
from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.checking import check_store
from tests.crises.briefs.saving import became, edit, fill, line, lines, save, texts
from tests.crises.questions.telling import add, told
from tests.store.test_erasing import everything


def reject(store: Store, kind: str, *, most: int | None = None) -> None:
    """Reject the facts of a kind, in each article or in some."""
    with store.view() as view:
        found = [(each.article.id, each.fact.id) for each in view.facts(kind)]
    for _, fact in found[:most]:
        with store.work() as unit:
            review.judge(unit, "reject", kind, fact, who="ada")


def test_what_stands_is_not_remarked_on(store: Store) -> None:
    fill(store)
    save(store)
    assert {became(store, str(each.section)) for each in lines(store)} == {None}


def test_a_rejected_fact_is_told_of(store: Store) -> None:
    fill(store)
    save(store)
    reject(store, "contacts", most=1)
    outcome = became(store, "contacts")
    assert outcome is not None
    assert outcome.became == "rejected"


def test_a_corrected_fact_is_put_anew(store: Store) -> None:
    fill(store)
    save(store)
    with store.view() as view:
        told_first = next(iter(view.facts("contacts")))
    with store.work() as unit:
        review.correct(unit, "contacts", told_first.fact.id, ("channel", "letter"), who="ada")
    outcome = became(store, "contacts")
    assert outcome is not None
    assert (outcome.became, "letter" in str(outcome.now).lower()) == ("changed", True)
    edit(store, "retell", line(store, "contacts").id)
    assert line(store, "contacts").text == outcome.now
    assert became(store, "contacts") is None


def test_what_stands_cannot_be_put_anew(store: Store) -> None:
    fill(store)
    save(store)
    with pytest.raises(StoreError, match="no other words"):
        edit(store, "retell", line(store, "contacts").id)


def test_what_became_of_it_stands_in_every_form(store: Store) -> None:
    fill(store)
    save(store)
    edit(store, "reword", line(store, "contacts").id, "Lund called.")
    edit(store, "add", "To be watched.", [])
    reject(store, "contacts")
    with store.view() as view:
        saved = SavedBriefs(view.connection).get(1)
        brief = written(view, saved, saved.latest)
    for text in (brief.to_markdown(), brief.to_html()):
        assert "Reworded by R. Analyst." in text
        assert "was rejected since" in text
        assert "Note by R. Analyst, on no report" in text
    assert brief.to_pdf().startswith(b"%PDF")
    assert (brief.articles, brief.outlets) == (2, 2)


def forget_all(store: Store) -> None:
    with store.work() as unit:
        named = [each.id for each in unit.view.articles()]
        forget(unit, "article", named, who="ada")


def forget_lund(store: Store) -> None:
    with store.work() as unit:
        forget_person(unit, "Kari Lund", who="ada")


@pytest.mark.usefixtures("both_databases")
@pytest.mark.parametrize(("erase", "word"), [(forget_all, "norway"), (forget_lund, "lund")])
def test_what_is_forgotten_is_in_no_version(
    store: Store, erase: Callable[[Store], None], word: str
) -> None:
    fill(store)
    save(store, "What Kari Lund said" if word == "lund" else "Morning")
    edit(store, "reword", line(store, "contacts").id, "Kari Lund of Norway called.")
    edit(store, "leave_out", lines(store)[0].id)
    assert word in everything(store)
    erase(store)
    assert word not in everything(store)
    with store.view() as view:
        assert check_store(view).faults == []
    assert None in texts(store, 1)
    assert None in texts(store, 2)


def test_an_erased_sentence_says_so_and_can_be_put_anew(store: Store) -> None:
    fill(store)
    save(store)
    with store.work() as unit:
        named = [each.id for each in unit.view.articles() if each.outlet == "Post"]
        forget(unit, "article", named, who="ada")
    with store.view() as view:
        saved = SavedBriefs(view.connection).get(1)
        assert "Erased with an article" in written(view, saved, saved.latest).to_markdown()
    erased = {each.section: each for each in lines(store) if each.erased}
    with pytest.raises(StoreError, match="was erased"):
        edit(store, "reword", erased["contacts"].id, "Words.")
    with pytest.raises(StoreError, match="no other words"):
        edit(store, "retell", erased["attitudes"].id)
    edit(store, "retell", erased["contacts"].id)
    again = line(store, "contacts")
    assert again.text
    assert {each.article for each in again.sources}.isdisjoint(named)


def test_another_article_is_no_news_for_a_sentence(store: Store) -> None:
    fill(store)
    save(store)
    add(store, told("wire", 4))
    assert became(store, "contacts") is None
