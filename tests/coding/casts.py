"""Casts of hand-written parses, and what tests ask of them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.actors import build_cast
from dragoman.coding.cast import ActorDraft, Cast
from dragoman.world import world
from tests.coding.articles import article

PUBLISHED = "2018-03-01T09:00+00:00"


def cast_of(*sentences: str, published: str | None = PUBLISHED) -> Cast:
    """The cast of sentences in shorthand."""
    return build_cast(article(*sentences, published=published), world())


def actor(cast: Cast, name: str) -> ActorDraft:
    """The actor of that name."""
    found = [draft for draft in cast.drafts if draft.name == name]
    assert found, f"no {name!r} among {[draft.name for draft in cast.drafts]}"
    return found[0]


@dataclass(frozen=True)
class Who:
    """What an actor must be; what is left out is not compared."""

    name: str
    kind: str = "person"
    country: str | None = None
    role: str | None = None
    sectors: tuple[str, ...] | None = None


def check(cast: Cast, expected: Who) -> None:
    draft = actor(cast, expected.name)
    assert (draft.kind, draft.country) == (expected.kind, expected.country)
    assert (draft.office.role if draft.office else None) == expected.role
    if expected.sectors is not None:
        assert draft.sectors == expected.sectors


def words_of(cast: Cast, name: str) -> list[str]:
    """The words of all mentions of the actor of that name, in order."""
    draft = actor(cast, name)
    return [
        cast.tree.text[slice(*mention.span)]
        for mention in cast.mentions
        if cast.draft(mention.actor) is draft
    ]


# Persons with titles -------------------------------------------------------------------------
