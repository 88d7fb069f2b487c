"""Third-person pronouns: whom they stand for.

A pronoun goes to the likeliest actor of fitting number, kind and gender (see
:mod:`dragoman.coding.discourse`). Gender is only used where the text told it. What is not clear
stays unlinked; certainty says how likely the link is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.discourse import SUBJECTS, Discourse
from dragoman.coding.groups import actor_of, met_before

if TYPE_CHECKING:
    from dragoman.coding.cast import ActorDraft
    from dragoman.coding.lexicon import Gender

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
THIRD_PERSON = MALE | FEMALE | THEY | IT
_SIDES = frozenset({"state", "organization", "armed_group"})
_REACH = {"person": 5, "plural": 2, "side": 3}
_CLEAR, _LIKELY, _WEAK = 0.9, 0.75, 0.55
_EMPTY_TAGS = frozenset({"ADJ", "NOUN"})

PERSON_FROM = 0.35
"""How likely an antecedent of "he" or "she" must be; some person it is nearly always."""

OTHER_FROM = 0.4
"""How likely one of "it" and "they" must be, which often stand for no actor at all."""


def link_pronoun(discourse: Discourse, token: int) -> None:
    """Link a third-person pronoun to the actor it stands for, where that is clear."""
    word = discourse.tree.lower[token]
    if word in MALE or word in FEMALE:
        _link_person(discourse, token, "m" if word in MALE else "f")
    elif word in THEY:
        _link_plural(discourse, token)
    elif word in IT:
        _link_side(discourse, token)


def _add(discourse: Discourse, token: int, actor: int, certainty: float) -> None:
    mention = discourse.cast.add_mention(
        actor, token, token + 1, kind="pronoun", certainty=min(certainty, _CLEAR)
    )
    discourse.mentions.append(mention)


# Persons -------------------------------------------------------------------------------------


def _is_one_person(draft: ActorDraft) -> bool:
    return draft.kind == "person" or (draft.kind == "unnamed" and not draft.plural)


def _link_person(discourse: Discourse, token: int, gender: Gender) -> None:
    cast = discourse.cast

    def fits(actor: int) -> bool:
        return _is_one_person(cast.draft(actor)) and discourse.is_called(actor, gender)

    ranked = discourse.candidates(
        token, _REACH["person"], fits, lambda head: _may_be_person(discourse, head), surely=True
    )
    if not ranked or ranked[0].share < PERSON_FROM:
        return
    best = ranked[0]
    _add(discourse, token, best.who[0], best.share)
    discourse.call(best.who[0], gender, best.share)


def _may_be_person(discourse: Discourse, head: int) -> bool:
    """Whether a noun that is no actor may be one person: "the skipper"."""
    tree, scene = discourse.tree, discourse.scene
    if tree.tags[head] == "PRON":
        return tree.lower[head] in MALE | FEMALE
    found = scene.nouns.at(tree, head)
    person = found is not None and found[1].kind in {"person", "fighter", "people"}
    named = scene.label(head) == "PERSON"
    return (person or named) and "Number=Plur" not in tree.features[head]


# Several -------------------------------------------------------------------------------------


def _link_plural(discourse: Discourse, token: int) -> None:
    """Link "they" to several actors, or to a side of many people; else to two who met."""
    cast = discourse.cast
    sides = _SIDES if discourse.network is not None else frozenset[str]()
    ranked = discourse.candidates(
        token,
        _REACH["plural"],
        lambda actor: cast.draft(actor).plural or cast.draft(actor).kind in sides,
        lambda head: _may_be_several(discourse, head),
        joined=True,
    )
    if ranked and ranked[0].share >= OTHER_FROM:
        _add(discourse, token, actor_of(cast, ranked[0].who), min(ranked[0].share, _LIKELY))
        return
    met = met_before(discourse, token)
    if met and not ranked:
        _add(discourse, token, actor_of(cast, met), _WEAK)


def _may_be_several(discourse: Discourse, head: int) -> bool:
    """Whether "they" may stand for a noun that is no actor."""
    tree = discourse.tree
    if tree.tags[head] == "PRON":
        return tree.lower[head] in THEY
    return "Number=Plur" in tree.features[head] or tree.child(head, "conj") is not None


# Sides ---------------------------------------------------------------------------------------


def _link_side(discourse: Discourse, token: int) -> None:
    """Link "it" to a state, an organisation or an armed group."""
    tree = discourse.tree
    if tree.relations[token] == "expl" or _is_empty(discourse, token):
        return
    if discourse.network is None:
        actor = _last_subject_side(discourse, token)
        if actor is not None:
            _add(discourse, token, actor, _LIKELY if tree.lower[token] == "its" else _WEAK)
        return
    ranked = discourse.candidates(
        token,
        _REACH["side"],
        lambda actor: discourse.cast.draft(actor).kind in _SIDES,
        lambda head: not _may_be_several(discourse, head),
    )
    if ranked and ranked[0].share >= OTHER_FROM:
        _add(discourse, token, ranked[0].who[0], ranked[0].share)


def _is_empty(discourse: Discourse, token: int) -> bool:
    """Whether "it" stands for nothing: "it is unclear whether ...", "it seems that ..."."""
    tree = discourse.tree
    head = tree.heads[token]
    return tree.relations[token] in SUBJECTS and (
        tree.child(head, "csubj", "ccomp") is not None and tree.tags[head] in _EMPTY_TAGS
    )


def _last_subject_side(discourse: Discourse, token: int) -> int | None:
    """By rules alone: the last subject, where that is a side."""
    tree = discourse.tree
    subject = _subject_before(discourse, token)
    if subject is None:
        return None
    for actor in discourse.cast.at(subject):
        if discourse.cast.draft(actor).kind in _SIDES and subject != token:
            return actor
    return None if tree.lower[token] == "it" else _side_before(discourse, token)


def _subject_before(discourse: Discourse, token: int) -> int | None:
    """The subject closest before a token in its sentence, else the first of the last sentence."""
    tree = discourse.tree
    start = tree.sentence(token)[0]
    for other in range(token - 1, start - 1, -1):
        if tree.relations[other] in SUBJECTS and (
            tree.tags[other] != "PRON" or discourse.cast.at(other)
        ):
            return other
    if start == 0:
        return None
    first, last = tree.sentence(start - 1)
    return next((each for each in range(first, last) if tree.relations[each] in SUBJECTS), None)


def _side_before(discourse: Discourse, token: int) -> int | None:
    """For "its": the only state or organisation named before it in the sentence."""
    start = discourse.tree.sentence(token)[0]
    found = {
        mention.actor
        for mention in discourse.mentions
        if start <= mention.start
        and mention.end <= token
        and discourse.cast.draft(mention.actor).kind in _SIDES
    }
    return found.pop() if len(found) == 1 else None
