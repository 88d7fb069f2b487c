"""What would change if an article were read anew: its facts, and what people decided of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from dragoman.crises.review.applying import Effective, Revised, article_of_reading, revise
from dragoman.crises.review.matching import By, find
from dragoman.crises.review.moving import plain
from dragoman.crises.review.seen import Seen, seen
from dragoman.crises.review.values import plain_of
from dragoman.errors import StoreError
from dragoman.records import Record
from dragoman.store import Judgement, View
from dragoman.store.rows import page
from dragoman.store.tables import articles, readings

Fate = Literal["kept", "carried", "agreed", "lost"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that another reading tells otherwise, or of other parties; ``fields`` differ."""

    before: Seen
    after: Seen
    by: By
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What becomes of a judgement.

    ``kept``: its fact is there as it was; ``carried``: it goes to the fact that takes its place;
    ``agreed``: the new reading tells by itself what a person had corrected or added; ``lost``: the
    new reading tells no such fact. It is kept all the same, and counts if the fact comes back.
    """

    judgement: Judgement
    fate: Fate


@dataclass(frozen=True, slots=True)
class Differences:
    """What another reading of an article changes; ``same`` counts the facts that stay."""

    same: int
    changed: tuple[Changed, ...]
    vanished: tuple[Seen, ...]
    appeared: tuple[Seen, ...]
    judgements: tuple[Kept, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "same": self.same,
            "changed": [
                {"before": _plain(e.before), "after": _plain(e.after), "fields": list(e.fields)}
                for e in self.changed
            ],
            "vanished": [_plain(each) for each in self.vanished],
            "appeared": [_plain(each) for each in self.appeared],
            "judgements": [{"fate": e.fate, **plain(e.judgement)} for e in self.judgements],
        }


def _plain(each: Seen) -> dict[str, Any]:
    return {"kind": each.kind, "fact": plain_of(each.fact), "words": list(each.words)}


def differences(view: View, record: Record) -> Differences:
    """Compare what the store tells of an article with another record of it, such as a newer one.

    Args:
        view: Of the store.
        record: Of the same text, or of another version at the same URL.

    Raises:
        StoreError: The store does not hold the article.
    """
    asked = (
        select(readings.c.id)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(articles.c.page == page(record.article), readings.c.current)
    )
    number = view.connection.scalar(asked)
    if number is None:
        raise StoreError(f"The store does not hold {record.article.url or record.article.id}.")
    return between(view, number, record)


def last_differences(view: View, article: str) -> Differences:
    """Compare the latest reading of an article with the one before it.

    Raises:
        StoreError: There is no such article, or it was read once.
    """
    latest = view.article(article)
    pages = select(articles.c.page).where(articles.c.id == article).scalar_subquery()
    asked = (
        select(readings.c.id)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(articles.c.page == pages, readings.c.id < latest.reading)
        .order_by(readings.c.id.desc())
        .limit(1)
    )
    before = view.connection.scalar(asked)
    if before is None:
        raise StoreError("The article was read once; there is nothing to compare.")
    return between(view, before, view.record_of_reading(latest.reading))


def between(view: View, reading: int, after: Record) -> Differences:
    """Compare a reading of the store with another record of its article."""
    before = view.record_of_reading(reading)
    old, new = list(seen(before)), list(seen(after))
    pairs, vanished = _paired(old, new)
    taken = {id(found) for _, found, _ in pairs}
    changed = [
        Changed(each, found, by, fields)
        for each, found, by in pairs
        if (fields := _differing(each, found))
    ]
    return Differences(
        same=len(pairs) - len(changed),
        changed=tuple(changed),
        vanished=tuple(vanished),
        appeared=tuple(each for each in new if id(each) not in taken),
        judgements=tuple(_fates(view, reading, before, after)),
    )


def _paired(
    old: Sequence[Seen], new: Sequence[Seen]
) -> tuple[list[tuple[Seen, Seen, By]], list[Seen]]:
    """Pair each fact with the one that takes its place, the surest first."""
    left = list(new)
    pairs: list[tuple[Seen, Seen, By]] = []
    unpaired = list(old)
    for sure in (("id",), ("gist",), ("words", "place")):
        again = []
        for each in unpaired:
            found = find(each.kind, each.fact.id, each, left)
            if found is None or found.by not in sure:
                again.append(each)
                continue
            pairs.append((each, found.seen, found.by))
            left.remove(found.seen)
        unpaired = again
    return pairs, unpaired


_SPANS = ("id", "evidence", "field_evidence", "confidence", "trigger")


def _differing(before: Seen, after: Seen) -> tuple[str, ...]:
    """Return the fields that differ, apart from where in the text they stand."""
    if before.fact.id == after.fact.id or before.gist == after.gist:
        return ()
    one, other = plain_of(before.fact), plain_of(after.fact)
    differ = tuple(name for name in one if name not in _SPANS and one[name] != other[name])
    return differ or ("parties",)


def _fates(view: View, reading: int, before: Record, after: Record) -> Iterator[Kept]:
    article = article_of_reading(view, reading)
    ids = {each.fact.id for record in (before, after) for each in seen(record)}
    judged = [
        each
        for each in view.judgements.of_page(page(before.article), ids)
        if each.verdict != "undo"
    ]
    made = revise(after, judged, article)
    facts = _by_digest(made)
    for each in judged:
        fact = facts.get(each.digest)
        yield Kept(each, "lost" if fact is None else _fate(each, fact))


def _by_digest(made: Revised) -> dict[str, Effective]:
    return {one.digest: each for each in made.facts for one in each.judgements}


def _fate(judgement: Judgement, each: Effective) -> Fate:
    if judgement.verdict == "add":
        return "kept" if each.read is None else "agreed"
    if judgement.verdict == "correct" and each.read is not None and each.by != "id":
        name = str(judgement.detail["field"]).partition(".")[0]
        if plain_of(each.read)[name] == plain_of(each.told.fact)[name]:
            return "agreed"
    return "kept" if each.told.fact.id == judgement.subject else "carried"
