"""A fact that a person added by marking words, in whichever text it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.crises.review.parties import Cast, kept_actors
from dragoman.crises.review.pointing import are_spans, shift_of
from dragoman.crises.review.seen import Anchor
from dragoman.crises.review.values import TYPES, Plain, fact_of, parties_mapped
from dragoman.errors import RecordError
from dragoman.records import Fact
from dragoman.store import Judgement
from dragoman.store.rows import text_digest

_SPANS = ("evidence", "trigger", "source", "cue", "content")
_PARTS_WITH_SPANS = ("when", "place")


def added_fact(text: str, cast: Cast, judgement: Judgement) -> Fact:
    """Return a fact that was added, with its spans in a text.

    Args:
        text: Of the reading.
        cast: Its actors; those that the fact brings are put to it.
        judgement: The one that added the fact.

    Raises:
        RecordError: The judgement has another form, or its words do not stand in the text.
    """
    plain = judgement.detail["fact"]
    if judgement.kind not in TYPES or not isinstance(plain, dict):
        raise RecordError("The judgement holds no fact.")
    anchor = Anchor.from_dict(judgement.detail.get("at"))
    kept = kept_actors(judgement.detail.get("actors", []))
    if anchor.text != text_digest(text):
        plain = _moved(plain, anchor.words, text)
    fact_of(judgement.kind, plain)
    mapped = parties_mapped(judgement.kind, plain, lambda _, party: cast.carried(party, kept))
    return fact_of(judgement.kind, mapped)


def _moved(plain: Plain, words: tuple[str, ...], text: str) -> Plain:
    """Return the JSON form of a fact with its spans where its words stand in another text."""
    spans: Any = plain.get("evidence")
    if not words or not are_spans(spans):
        raise RecordError("The judgement does not say which words its fact rests on.")
    return _shifted(plain, shift_of(spans, words, text))


def _shifted(plain: Plain, by: int) -> Plain:
    """Move every span of a fact."""

    def moved(value: Any) -> Any:
        return [[start + by, end + by] for start, end in value] if are_spans(value) else value

    changes = {name: moved(plain[name]) for name in _SPANS if name in plain}
    for name in _PARTS_WITH_SPANS:
        part = plain.get(name)
        if isinstance(part, Mapping):
            changes[name] = {**part, "text": moved(part.get("text"))}
    fields = plain.get("field_evidence")
    if isinstance(fields, Mapping):
        changes["field_evidence"] = {name: moved(each) for name, each in fields.items()}
    return {**plain, **changes}
