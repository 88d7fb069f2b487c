"""Texts paragraph by paragraph and word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.parts import comparing
from dragoman.desk.parts.comparing import Pair, Run, compared
from dragoman.ingest import from_plain
from dragoman.records import Article


def text_of(*paragraphs: str) -> Article:
    return from_plain("\n\n".join(("A title.", *paragraphs)))


def joined(runs: tuple[Run, ...]) -> str:
    return "".join(each.text for each in runs)


def test_a_changed_word_is_found() -> None:
    pairs = compared(text_of("Three sailors were killed."), text_of("Four sailors were killed."))
    assert pairs[-1] == Pair(
        (Run("Three", differs=True), Run(" sailors were killed.", differs=False)),
        (Run("Four", differs=True), Run(" sailors were killed.", differs=False)),
        same=False,
    )


def test_a_new_paragraph_stands_alone() -> None:
    pairs = compared(text_of("One stays here."), text_of("One stays here.", "Another came."))
    assert pairs[-1] == Pair((), (Run("Another came.", differs=True),), same=False)


def test_paragraphs_with_nothing_in_common_are_not_paired() -> None:
    pairs = compared(text_of("Oslo waits."), text_of("Nobody answered from Berlin yesterday!"))
    assert all(not each.one or not each.other for each in pairs if not each.same)


def test_a_long_paragraph_differs_as_a_whole() -> None:
    words = "word " * (comparing.MOST_WORDS + 1)
    pairs = compared(text_of(f"{words}one."), text_of(f"{words}two."))
    assert [len(each.one) + len(each.other) for each in pairs if not each.same] == [1, 1]


@given(*[st.lists(st.text("ab ", min_size=1).filter(str.strip), min_size=1, max_size=5)] * 2)
def test_nothing_is_lost(before: list[str], after: list[str]) -> None:
    one, other = text_of(*before), text_of(*after)
    pairs = compared(one, other)
    assert "".join("".join(joined(each.one) for each in pairs).split()) == "".join(one.text.split())
    assert "".join("".join(joined(each.other) for each in pairs).split()) == "".join(
        other.text.split()
    )
