"""Pronouns and "both leaders": who they stand for, by simple and careful rules.

A pronoun goes to the most salient actor that fits before it: near, in subject position, not
ruled out by grammar (a verb's object is not its subject) or by quotation marks ("he" inside a
quotation is not its speaker). Gender is only used where the text told it. What is not clear
stays unlinked; certainty says how close the second best came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft, Phrase
from dragoman.coding.quotes import Quotation, quotations
from dragoman.coding.stretches import printed

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast, Mention
    from dragoman.coding.lexicon import Gender
    from dragoman.coding.scene import Scene

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_OWNING = frozenset({"his", "her", "their", "its"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "obl:agent"})
_COUNTING = frozenset({"det", "nummod", "det:predet", "cc:preconj"})
_PAIR_WORDS = frozenset({"both", "two"})
_REACH = {"person": 5, "plural": 2, "side": 1}
_CLEAR_MARGIN = 2.0
_NEAR_MARGIN = 0.75
_CLEAR, _LIKELY, _WEAK = 0.9, 0.75, 0.55
_SUBJECT_BONUS = 2.0
_SENTENCE_COST = 1.5
_QUOTED_COST = 2.0
_PRONOUN_BONUS = 1.0
_PLURAL_BONUS = 1.5
_POSSESSOR_COST = 1.0


@dataclass(slots=True)
class Candidate:
    """An actor's latest mention before the pronoun, as the rules weigh it."""

    actor: int
    token: int
    score: float


class _Discourse:
    """The mentions so far in order of text, with their roles in the sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tree = scene.tree
        self.cast: Cast = scene.cast
        self.mentions: list[Mention] = []
        self.quotes: tuple[Quotation, ...] = quotations(scene.tree.text)

    def is_subject(self, token: int) -> bool:
        """Whether a phrase head is a subject, itself or as a conjunct of one."""
        head = self.tree.coordination_head(token)
        return self.tree.relations[head] in _SUBJECTS

    def quote_of(self, token: int) -> Quotation | None:
        """The outermost quotation a token stands in."""
        start, end = self.tree.starts[token], self.tree.ends[token]
        for quotation in self.quotes:
            if quotation.start > start:
                return None
            if quotation.depth == 0 and quotation.holds(start, end):
                return quotation
        return None

    def candidates(
        self, token: int, reach: int, fits: Callable[[ActorDraft], bool]
    ) -> list[Candidate]:
        """Actors mentioned before a token that fit, each by its best mention, best first."""
        best: dict[int, Candidate] = {}
        sentence, quote = self.tree.sentences[token], self.quote_of(token)
        for mention in reversed(self.mentions):
            if sentence - self.tree.sentences[mention.start] > reach:
                break
            draft = self.cast.draft(mention.actor)
            if mention.end > token or not fits(draft) or self._ruled_out(token, mention, quote):
                continue
            score = self._score(token, mention, quote)
            known = best.get(mention.actor)
            if known is None or known.score < score:
                best[mention.actor] = Candidate(mention.actor, mention.root, score)
        return sorted(best.values(), key=lambda each: (-each.score, -each.token))

    def _score(self, token: int, mention: Mention, quote: Quotation | None) -> float:
        tree = self.tree
        distance = tree.sentences[token] - tree.sentences[mention.start]
        score = -_SENTENCE_COST * distance
        if self.is_subject(mention.root):
            score += _SUBJECT_BONUS
        if tree.relations[mention.root] == "nmod:poss":
            score -= _POSSESSOR_COST
        if mention.kind == "pronoun":
            score += _PRONOUN_BONUS
        if self.quote_of(mention.root) is not quote:
            score -= _QUOTED_COST if quote is None else _QUOTED_COST / 2
        return score

    def _ruled_out(self, token: int, mention: Mention, quote: Quotation | None) -> bool:
        tree = self.tree
        word, relation = tree.lower[token], tree.relations[token]
        if word in _REFLEXIVE:
            return False
        if relation in _ARGUMENTS and self._governs(mention.root, tree.heads[token]):
            return True
        outside = quote is not None and self.quote_of(mention.root) is None
        same = tree.sentences[mention.start] == tree.sentences[token]
        return outside and same and word not in _OWNING and self.is_subject(mention.root)

    def _governs(self, subject: int, verb: int) -> bool:
        head = self.tree.coordination_head(subject)
        return self.tree.relations[head] in _SUBJECTS and self.tree.heads[head] == verb


def add_pronouns(scene: Scene) -> None:
    """Link third-person pronouns and paired groups, in order of text."""
    discourse = _Discourse(scene)
    waiting = list(scene.cast.mentions)
    for token, word in enumerate(scene.tree.lower):
        while waiting and waiting[0].start <= token:
            discourse.mentions.append(waiting.pop(0))
        if scene.hidden[token]:
            continue
        if word in _PAIR_WORDS:
            _link_pair(discourse, token)
        elif word in _MALE or word in _FEMALE:
            _link_person(discourse, token, "m" if word in _MALE else "f")
        elif word in _THEY:
            _link_plural(discourse, token)
        elif word in _IT:
            _link_side(discourse, token)


def _add(discourse: _Discourse, token: int, actor: int, certainty: float) -> None:
    mention = discourse.cast.add_mention(
        actor, token, token + 1, kind="pronoun", certainty=certainty
    )
    discourse.mentions.append(mention)


def _certainty(ranked: Sequence[Candidate]) -> float:
    margin = ranked[0].score - ranked[1].score if len(ranked) > 1 else _CLEAR_MARGIN
    if margin >= _CLEAR_MARGIN:
        return _CLEAR
    return _LIKELY if margin >= _NEAR_MARGIN else _WEAK


def _link_person(discourse: _Discourse, token: int, gender: Gender) -> None:
    def fits(draft: ActorDraft) -> bool:
        person = draft.kind == "person" or (draft.kind == "unnamed" and not draft.plural)
        return person and draft.gender in (None, gender)

    ranked = discourse.candidates(token, _REACH["person"], fits)
    if not ranked:
        return
    certainty = _certainty(ranked)
    _add(discourse, token, ranked[0].actor, certainty)
    anyone = discourse.candidates(token, _REACH["person"], lambda draft: draft.kind == "person")
    if len(anyone) == 1 and certainty == _CLEAR:
        draft = discourse.cast.draft(ranked[0].actor)
        draft.gender = draft.gender or gender


def _link_plural(discourse: _Discourse, token: int) -> None:
    pair = _coordination(discourse, token)
    ranked = discourse.candidates(token, _REACH["plural"], lambda draft: draft.plural)
    if pair is not None and (not ranked or ranked[0].token < pair[0]):
        _add(discourse, token, _group(discourse, pair[1]), _LIKELY)
    elif ranked:
        certainty = min(_LIKELY, _certainty(ranked))
        _add(discourse, token, ranked[0].actor, certainty)


def _coordination(discourse: _Discourse, token: int) -> tuple[int, tuple[int, ...]] | None:
    """Two or more actors joined as the subject of this or the last sentence: (head, actors)."""
    tree = discourse.tree
    sentence = tree.sentences[token]
    for mention in reversed(discourse.mentions):
        if mention.end > token:
            continue
        if sentence - tree.sentences[mention.start] > 1:
            return None
        head = tree.coordination_head(mention.root)
        actors = discourse.cast.denoted(head)
        if len(actors) > 1 and tree.relations[head] in _SUBJECTS:
            return head, actors
    return None


def _group(discourse: _Discourse, actors: tuple[int, ...]) -> int:
    """The actor that several actors are together."""
    names = [discourse.cast.draft(actor).name for actor in actors]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    key = ("group", *map(str, sorted(actors)))
    return discourse.cast.add_actor(
        ActorDraft(name, "unnamed", members=actors, key=key, plural=True)
    )


def _link_side(discourse: _Discourse, token: int) -> None:
    """Link "it" to the last subject, where that is a state or organisation."""
    tree = discourse.tree
    if tree.relations[token] == "expl" or _is_empty(discourse, token):
        return
    actor = _last_subject_side(discourse, token)
    if actor is not None:
        _add(discourse, token, actor, _LIKELY if tree.lower[token] == "its" else _WEAK)


def _is_empty(discourse: _Discourse, token: int) -> bool:
    """Whether "it" stands for nothing: "it is unclear whether ...", "it seems that ..."."""
    tree = discourse.tree
    head = tree.heads[token]
    return tree.relations[token] in _SUBJECTS and (
        tree.child(head, "csubj", "ccomp") is not None and tree.tags[head] in {"ADJ", "NOUN"}
    )


def _last_subject_side(discourse: _Discourse, token: int) -> int | None:
    tree = discourse.tree
    subject = _subject_before(discourse, token)
    if subject is None:
        return None
    for actor in discourse.cast.at(subject):
        draft = discourse.cast.draft(actor)
        if draft.kind in {"state", "organization", "armed_group"} and subject != token:
            return actor
    return None if tree.lower[token] == "it" else _side_before(discourse, token)


def _subject_before(discourse: _Discourse, token: int) -> int | None:
    """The subject closest before a token in its sentence, else the first of the last sentence."""
    tree = discourse.tree
    start = tree.sentence(token)[0]
    for other in range(token - 1, start - 1, -1):
        if tree.relations[other] in _SUBJECTS and tree.tags[other] != "PRON":
            return other
        if tree.relations[other] in _SUBJECTS and discourse.cast.at(other):
            return other
    if start == 0:
        return None
    first, last = tree.sentence(start - 1)
    return next((each for each in range(first, last) if tree.relations[each] in _SUBJECTS), None)


def _side_before(discourse: _Discourse, token: int) -> int | None:
    """For "its": the only state or organisation named before it in the sentence."""
    start = discourse.tree.sentence(token)[0]
    found = {
        mention.actor
        for mention in discourse.mentions
        if start <= mention.start
        and mention.end <= token
        and discourse.cast.draft(mention.actor).kind in {"state", "organization", "armed_group"}
    }
    return found.pop() if len(found) == 1 else None


# Pairs ---------------------------------------------------------------------------------------


def _link_pair(discourse: _Discourse, token: int) -> None:
    """Link "both leaders" or "the two sides" to the last two actors that fit."""
    tree, nouns = discourse.tree, discourse.scene.nouns
    head = tree.heads[token] if tree.relations[token] in _COUNTING else -1
    if head <= token or not (nouns.is_collective(tree.lemmas[head]) or _is_person(discourse, head)):
        return
    persons = _is_person(discourse, head)

    def fits(draft: ActorDraft) -> bool:
        if persons:
            return draft.kind == "person"
        return draft.kind == "state" or (draft.kind == "organization" and bool(draft.class_))

    ranked = discourse.candidates(token, 3, fits)
    if len(ranked) < 2:
        return
    actors = tuple(each.actor for each in sorted(ranked[:2], key=lambda each: each.token))
    start, end = tree.phrase(head)
    if len(ranked) > 2:
        recent = sorted(ranked, key=lambda each: -each.token)[:2]
        actors = tuple(each.actor for each in reversed(recent))
    _bind_pair(discourse, (min(start, token), max(end, head + 1)), head, actors)


def _is_person(discourse: _Discourse, head: int) -> bool:
    noun = discourse.scene.nouns.at(discourse.tree, head)
    return bool(discourse.scene.post_at[head]) or (noun is not None and noun[1].kind == "person")


def _bind_pair(
    discourse: _Discourse, bounds: tuple[int, int], head: int, actors: tuple[int, ...]
) -> None:
    cast = discourse.cast
    known = cast.at(head)
    if known:
        draft = cast.draft(known[0])
        if not draft.plural:
            return
        draft.members = draft.members or tuple(each for each in actors if each != known[0])
        return
    name = printed(discourse.tree, *bounds)
    group = cast.add_actor(
        ActorDraft(name, "unnamed", members=actors, key=("group", *map(str, sorted(actors))))
    )
    cast.draft(group).plural = True
    discourse.mentions.append(
        cast.add_mention(group, *bounds, kind="group", phrase=Phrase(head), certainty=_LIKELY)
    )
