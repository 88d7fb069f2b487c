"""What the words of a fact tell: the act itself, its sides, what else is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from dragoman.records.model import Fact, Span, Spans

Role = Literal["word", "who", "whom", "detail", "content"]
"""What a part of the evidence tells: the word that names the act, its sides, and so on."""

ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("actors", "initiator", "speakers", "source", "holder", "from"), "who"),
    **dict.fromkeys(("reporter", "reported_by", "on_behalf_of"), "who"),
    **dict.fromkeys(("recipients", "counterpart", "addressee", "toward", "target"), "whom"),
    **dict.fromkeys(("type", "mode", "trigger", "cue", "channel", "stance", "sign"), "word"),
    **dict.fromkeys(("status", "modality"), "word"),
    **dict.fromkeys(("when", "place", "medium", "topics", "outcome", "casualties"), "detail"),
    "content": "content",
}
"""The role of the words that gave a field; the words of other fields are not set apart."""


def parts(fact: Fact) -> Iterator[tuple[Span, Role]]:
    """Yield the words of a fact that tell something, each with what it tells."""
    given: dict[str, Spans] = dict(fact.field_evidence)
    for field in ("trigger", "source", "cue", "content"):
        given.setdefault(field, getattr(fact, field, ()))
    for field in ("when", "place"):
        thing = getattr(fact, field, None)
        given.setdefault(field, thing.text if thing is not None else ())
    for field, spans in given.items():
        if field in ROLES:
            for span in spans:
                yield span, ROLES[field]
