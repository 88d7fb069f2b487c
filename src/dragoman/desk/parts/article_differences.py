"""Two articles side by side: their paragraphs, and the facts that only one of them tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.desk.parts.comparing import Pair, compared
from dragoman.desk.parts.tellings import Telling, told
from dragoman.store import StoredArticle, View


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDifferences:
    """What two articles have and do not have in common.

    Attributes:
        pairs: Their paragraphs.
        only_one: Facts that only the first one tells.
        only_other: Facts that only the second one tells.
        shared: How many facts both tell alike.
    """

    pairs: tuple[Pair, ...]
    only_one: tuple[Telling, ...]
    only_other: tuple[Telling, ...]
    shared: int


def article_differences(view: View, one: StoredArticle, other: StoredArticle) -> ArticleDifferences:
    """Compare two versions or near-copies of an article, or any two."""
    before, after = told(view, one), told(view, other)
    mine, yours = _sentences(before.tellings), _sentences(after.tellings)
    return ArticleDifferences(
        pairs=compared(before.record.article, after.record.article),
        only_one=tuple(mine[each] for each in mine if each not in yours),
        only_other=tuple(yours[each] for each in yours if each not in mine),
        shared=len(mine.keys() & yours.keys()),
    )


def _sentences(tellings: Iterable[Telling]) -> dict[tuple[str, str, str], Telling]:
    """Return facts by what they say: kind, sentence, and the words of a statement."""
    return {
        (
            each.shown.kind.code,
            each.shown.sentence,
            each.shown.citations[0].words if each.shown.kind.code == "statements" else "",
        ): each
        for each in tellings
    }
