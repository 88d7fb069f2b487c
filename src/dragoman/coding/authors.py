"""Who "we" and "the Summit" are in a text that speaks for itself.

In a joint statement, a communiqué or a declaration nobody is quoted: "we", "the ministers" and "the
Summit" are those in whose name the text stands (see :mod:`dragoman.coding.signatories`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft, Phrase
from dragoman.coding.parties import speaks_for
from dragoman.coding.quotes import quotations
from dragoman.coding.signatories import signatories, speaks_for_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.coding.cast import Cast
    from dragoman.coding.tree import Tree

_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
_OWNED = ("nmod", "nmod:poss")
_PRONOUN, _NOUN = 0.85, 0.7


def link_authors(tree: Tree, cast: Cast) -> None:
    """Link the words for those who sign an article to them; nothing is done in a report."""
    quoted = set(_quoted(tree))
    who = signatories(
        tree, cast, lambda actor: speaks_for(cast, actor) is not None, quoted.__contains__
    )
    if not who:
        return
    together = who[0] if len(who) == 1 else _group(cast, who)
    for token, word in enumerate(tree.lower):
        if token in quoted or cast.at(token):
            continue
        if word in _FIRST_PERSON:
            cast.add_mention(together, token, token + 1, kind="pronoun", certainty=_PRONOUN)
        elif _stands_for_them(tree, token):
            start, end = tree.phrase(token)
            cast.add_mention(together, start, max(end, token + 1), kind="group",
                             phrase=Phrase(token), certainty=_NOUN)  # fmt: skip


def _quoted(tree: Tree) -> Iterator[int]:
    """The tokens that stand inside quotation marks."""
    for quotation in quotations(tree.text):
        for token in range(len(tree)):
            if quotation.holds(tree.starts[token], tree.ends[token]):
                yield token


def _stands_for_them(tree: Tree, token: int) -> bool:
    """Whether a subject such as "the ministers" says nothing of whose they are."""
    is_subject = tree.relations[token] == "nsubj" and tree.tags[token] in {"NOUN", "PROPN"}
    return is_subject and speaks_for_all(tree, token) and tree.child(token, *_OWNED) is None


def _group(cast: Cast, who: tuple[int, ...]) -> int:
    names = [cast.draft(actor).name for actor in who]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    key = ("group", *map(str, sorted(who)))
    return cast.add_actor(ActorDraft(name, "unnamed", members=who, key=key, plural=True))
