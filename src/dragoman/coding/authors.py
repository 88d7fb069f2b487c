"""Who "we" and "the Summit" are in a text that speaks for itself.

In a joint statement, a communiqué or a declaration nobody is quoted: "we", "the ministers" and "the
Summit" are those in whose name the text stands (see :mod:`dragoman.coding.signatories`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.cast import Phrase
from dragoman.coding.groups import actor_of
from dragoman.coding.parties import speaks_for
from dragoman.coding.quotes import quotations
from dragoman.coding.signatories import signatories, speaks_for_all

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.tree import Tree

_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
_OWNED = ("nmod", "nmod:poss")
_PRONOUN, _NOUN = 0.85, 0.7


def link_authors(tree: Tree, cast: Cast) -> None:
    """Link the words for those who sign an article to them; nothing is done in a report."""
    quotes = quotations(tree.text)

    def quoted(token: int) -> bool:
        return any(each.holds(tree.starts[token], tree.ends[token]) for each in quotes)

    who = signatories(tree, cast, lambda actor: speaks_for(cast, actor) is not None, quoted)
    if not who:
        return
    together = actor_of(cast, who)
    for token, word in enumerate(tree.lower):
        if cast.at(token) or quoted(token):
            continue
        if word in _FIRST_PERSON:
            cast.add_mention(together, token, token + 1, kind="pronoun", certainty=_PRONOUN)
        elif _stands_for_them(tree, token):
            start, end = tree.phrase(token)
            cast.add_mention(together, start, max(end, token + 1), kind="group",
                             phrase=Phrase(token), certainty=_NOUN)  # fmt: skip


def _stands_for_them(tree: Tree, token: int) -> bool:
    """Whether a subject such as "the ministers" says nothing of whose they are."""
    is_subject = tree.relations[token] == "nsubj" and tree.tags[token] in {"NOUN", "PROPN"}
    return is_subject and speaks_for_all(tree, token) and tree.child(token, *_OWNED) is None
