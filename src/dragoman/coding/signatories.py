"""Whose text an article is that speaks for itself: a joint statement, a communiqué, a declaration.

In "We, the ministers of X and Y, condemn …" and "Communiqué of the Z summit … The summit condemned
…" nobody is quoted; those who sign it speak, as "we", as "the ministers", as "the summit".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft
from dragoman.coding.inflection import is_one_of
from dragoman.coding.targets import act_nouns
from dragoman.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.coding.cast import Cast
    from dragoman.coding.tree import Tree

_FIRST_PERSON = frozenset({"we", "our", "us"})
_SIGNED = frozenset({"of", "by", "from"})
_AGREED = frozenset({"declaration", "proclamation"})
_HEAD = 60
BY_ROLE = frozenset(
    {"minister", "leader", "head", "president", "summit", "meeting", "conference", "council",
     "assembly", "session", "signatory", "member", "participant", "ministers", "leaders"}
)  # fmt: skip
"""Words for those who sign a text, or for what they met as."""


def signatories(
    tree: Tree, cast: Cast, holds: Callable[[int], bool], quoted: Callable[[int], bool]
) -> tuple[int, ...]:
    """The actors in whose name the whole text speaks; nobody in a report.

    Args:
        tree: The article.
        cast: Its actors.
        holds: Whether an actor may hold a position.
        quoted: Whether a token stands in somebody's statement.
    """
    for token, word in enumerate(tree.lower):
        if word == "we" and not quoted(token):
            for other in tree.children(token, "appos"):
                found = _named_in(tree, cast, tree.subtree(other), holds)
                if found:
                    return found
    return next((found for found in _by_title(tree, cast, holds) if found), ())


def _by_title(tree: Tree, cast: Cast, holds: Callable[[int], bool]) -> Iterator[tuple[int, ...]]:
    """Those named in "Joint statement by X and Y", "Communiqué of the Z summit" at the head."""
    for token in range(min(_HEAD, len(tree))):
        if not _is_text(tree, token):
            continue
        for child in tree.children(token, "nmod"):
            if tree.case(child) in _SIGNED:
                yield _named_in(tree, cast, tree.subtree(child), holds)


def _is_text(tree: Tree, token: int) -> bool:
    """Whether a word is a noun for a text, at the head of a line of its own."""
    noun = next((act_nouns()[form] for form in (tree.lemmas[token], tree.lower[token])
                 if form in act_nouns()), None)  # fmt: skip
    text = is_one_of(tree, token, _AGREED) or (noun is not None and noun.reach == "speech")
    return text and tree.is_root(token)


def _named_in(
    tree: Tree, cast: Cast, tokens: Sequence[int], holds: Callable[[int], bool]
) -> tuple[int, ...]:
    """The parties that a phrase names, or those whose office-holders it lists."""
    start, end = tokens[0], tokens[-1] + 1
    known = [actor for token in tokens for actor in cast.denoted(token)]
    known += cast.inside(start, end)
    found = tuple(actor for actor in dict.fromkeys(known) if holds(actor))
    found = tuple(actor for actor in found if not _is_where(cast, actor, start, end)) or found
    return found or tuple(dict.fromkeys(_by_name(cast, tree.words[start:end])))


def _is_where(cast: Cast, actor: int, start: int, end: int) -> bool:
    """Whether words name a state only by a city: where the text was signed, as "Lusaka, 3 May"."""
    kinds = {
        mention.kind
        for token in range(start, end)
        for mention in cast.starting_at(token)
        if mention.actor == actor
    }
    return kinds == {"metonym"}


def _by_name(cast: Cast, words: Sequence[str]) -> Iterator[int]:
    for _, _, entities in world().find(words):
        state = next((item for item in entities if item.kind == "state"), None)
        if state is not None:
            draft = ActorDraft(state.name, "state", state.code, key=("state", state.code))
            yield cast.add_actor(draft)


def speaks_for_all(tree: Tree, head: int) -> bool:
    """Whether a phrase stands for those who sign the text: "we", "the ministers", "the summit"."""
    if tree.lower[head] in _FIRST_PERSON:
        return True
    definite = any(tree.lower[item] == "the" for item in tree.children(head, "det"))
    return definite and is_one_of(tree, head, BY_ROLE)
