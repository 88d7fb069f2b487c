"""Attitudes: what one side feels towards another, apart from any act.

Each rule is a generator that finds candidates in one way of wording. A sentiment about an act of
the record is a position and left to :mod:`dragoman.coding.positions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.debate import Debate, Holder, is_predicate, sentence_span
from dragoman.coding.drafts import AttitudeDraft, Party
from dragoman.coding.grammar import agents, is_negated, is_passive, objects, subjects
from dragoman.coding.inflection import is_one_of
from dragoman.coding.lexicon import actor_nouns
from dragoman.coding.parties import same_side, speaks_for
from dragoman.coding.polarity import effect_words, standing
from dragoman.coding.sentiment import sentiment_table

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft, StatementDraft
    from dragoman.records import Basis, Sign, Spans

_TOWARD = frozenset(
    {"with", "at", "of", "to", "toward", "towards", "for", "in", "by", "against", "from"}
)
_RELATIONS = frozenset({"relation", "relationship", "tie", "friendship", "bond", "partnership"})
_THANKING = frozenset({"thank"})
_FEWER = frozenset({"less", "hardly", "scarcely", "barely"})
_GROUPS = frozenset({"government", "collective", "relation", "person", "body", "force", "fighter"})
_PRIVATE = 0.75
_CONDUCT = 0.9
_OUTLET = 0.6
_FLIPPED = 0.85
_FLOOR = 0.3


@dataclass(frozen=True, slots=True)
class Feeling:
    """A sentiment found in the text, between phrases or parties."""

    sign: Sign
    score: float
    words: tuple[int, ...]
    from_: tuple[Holder, ...]
    toward: tuple[Holder, ...]
    from_words: tuple[int, ...]
    toward_words: tuple[int, ...]
    basis: Basis = "own"


Rule = Callable[[Debate], Iterator[Feeling]]


def attitudes(
    doc: Doc,
    cast: Cast,
    statements: Sequence[StatementDraft],
    events: Sequence[EventDraft],
) -> tuple[AttitudeDraft, ...]:
    """All attitudes of an article in order of text.

    Args:
        doc: A parsed Doc.
        cast: Its actors; unnamed groups ("partners in the region") are added to it.
        statements: Its statements, for who says what of whom.
        events: Its events: feelings about these are positions, not attitudes.
    """
    debate = Debate(doc, cast, statements, events)
    found: dict[tuple[Party, Party, Sign], AttitudeDraft] = {}
    for rule in RULES:
        for feeling in rule(debate):
            for draft in _drafts(debate, feeling):
                key = (draft.from_, draft.toward, draft.sign)
                found[key] = _joined(found[key], draft) if key in found else draft
    return tuple(sorted(found.values(), key=lambda item: item.evidence))


# Rules ----------------------------------------------------------------------------------------


def felt_by_verb(debate: Debate) -> Iterator[Feeling]:
    """As in "X distrusts Y", "Y is admired by X"; not "X praised Y for the raid"."""
    tree = debate.tree
    for verb, tag in enumerate(tree.tags):
        if tag != "VERB":
            continue
        for row in sentiment_table().verb(tree, verb):
            passive = is_passive(tree, verb)
            heads = agents(tree, verb) if passive else subjects(tree, verb)
            met = subjects(tree, verb) if passive else _met(debate, verb, row.words[1:])
            if not heads or not met or _is_view_of_act(debate, verb, met[0]):
                continue
            if any(debate.is_own_hand(met[0], holder.party) for holder in debate.holders(heads[0])):
                continue
            yield from _feelings(debate, verb, (row.sign, row.score), heads[0], met[0])
            break


def _met(debate: Debate, verb: int, rest: Sequence[str]) -> Sequence[int]:
    if not rest:
        return objects(debate.tree, verb)
    tree = debate.tree
    return [item for item in tree.children(verb, "obl") if tree.case(item) == rest[-1]]


def _is_view_of_act(debate: Debate, verb: int, met: int) -> bool:
    """Whether a verb judges an act rather than somebody; thanks are always owed to somebody."""
    owed = is_one_of(debate.tree, verb, _THANKING) and bool(debate.cast.at(met))
    return not owed and _about_an_act(debate, verb, met)


def _about_an_act(debate: Debate, word: int, met: int) -> bool:
    """Whether what is felt is about an event: "praised Y for the raid".

    How somebody behaves in an affair ("the response to the raid") is his own.
    """
    tree = debate.tree
    if debate.targets.is_conduct(met):
        return debate.targets.named([met]) is not None
    tokens = [
        item
        for child in (met, *tree.children(word, "obl", "advcl", "ccomp", "nmod"))
        for item in tree.subtree(child)
    ]
    return debate.targets.tells_of_act(tokens)


def felt_by_adjective(debate: Debate) -> Iterator[Feeling]:
    """As in "X is disappointed with Y", "X remains wary of Y's stance"."""
    tree = debate.tree
    for word, tag in enumerate(tree.tags):
        if tag not in {"ADJ", "VERB"}:
            continue
        row = sentiment_table().at("adjective", tree, word)
        heads = subjects(tree, word) if row and is_predicate(tree, word) else ()
        if row is None or not heads:
            continue
        for met in tree.children(word, "obl", "obl:agent"):
            if tree.case(met) in _TOWARD and not _about_an_act(debate, met, met):
                yield from _feelings(debate, word, (row.sign, row.score), heads[0], met)


def felt_by_noun(debate: Debate) -> Iterator[Feeling]:
    """As in "X's anger at Y", "X voiced gratitude to Y", "X has no respect for Y"."""
    tree = debate.tree
    for noun, tag in enumerate(tree.tags):
        row = sentiment_table().at("noun", tree, noun) if tag == "NOUN" else None
        head = None if row is None else _who_feels(debate, noun)
        if row is None or head is None:
            continue
        near = [*tree.children(noun, "nmod")]
        if tree.relations[noun] == "obj":
            near += tree.children(tree.heads[noun], "obl")
        for met in near:
            if not _is_met(debate, noun, met, row.sign) or _about_an_act(debate, met, met):
                continue
            yield from _feelings(debate, noun, (row.sign, row.score), head, met)


def _is_met(debate: Debate, noun: int, met: int, sign: Sign) -> bool:
    """Whether a phrase says towards whom a feeling is: "distrust of Oslo", "love for Oslo".

    Goodwill "of" somebody is his own: "the solidarity of the Union".
    """
    case = debate.tree.case(met)
    owned = case == "of" and sign == "positive" and met in debate.tree.children(noun, "nmod")
    return case in _TOWARD and not owned


def _who_feels(debate: Debate, noun: int) -> int | None:
    tree = debate.tree
    owner = tree.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    if tree.relations[noun] == "obj" and is_one_of(tree, tree.heads[noun], effect_words("voicing")):
        found = subjects(tree, tree.heads[noun])
        return found[0] if found else None
    return None


def said_of_others(debate: Debate) -> Iterator[Feeling]:
    """As in "Y has been a great friend", "Y is unreliable", said by X; "X called Y a threat"."""
    tree = debate.tree
    for word, tag in enumerate(tree.tags):
        if tag not in {"ADJ", "NOUN"}:
            continue
        row = sentiment_table().at("predicate", tree, word)
        if row is None or debate.targets.named((word,)) is not None:
            continue
        if is_predicate(tree, word):
            yield from _said(debate, word, (row.sign, row.score))
        elif tree.relations[word] == "xcomp" and is_one_of(tree, tree.heads[word], _CALLING):
            yield from _called(debate, word, (row.sign, row.score))


_CALLING = frozenset({"call", "label", "brand", "describe", "consider", "dub", "deem", "name"})


def _said(debate: Debate, word: int, shown: tuple[Sign, float]) -> Iterator[Feeling]:
    number = debate.statement_at(word)
    heads = subjects(debate.tree, word)
    if number is None or not heads or debate.tree.tags[heads[0]] == "VERB":
        return
    statement = debate.statements[number]
    speakers = tuple(
        _holder(debate, speaker, statement.confidence) for speaker in statement.speakers
    )
    words = statement.sources
    yield from _feelings(debate, word, shown, None, heads[0], given=(speakers, words))


def _called(debate: Debate, word: int, shown: tuple[Sign, float]) -> Iterator[Feeling]:
    verb = debate.tree.heads[word]
    heads, met = subjects(debate.tree, verb), objects(debate.tree, verb)
    if heads and met:
        yield from _feelings(debate, word, shown, heads[0], met[0])


def between_sides(debate: Debate) -> Iterator[Feeling]:
    """As in "Relations with Y are excellent", said by X; "ties between X and Y are strained"."""
    tree = debate.tree
    for word, tag in enumerate(tree.tags):
        if tag not in {"ADJ", "VERB"}:
            continue
        row = sentiment_table().at("relation", tree, word)
        heads = subjects(tree, word) if row and is_predicate(tree, word) else ()
        if row is None or not heads or not is_one_of(tree, heads[0], _RELATIONS):
            continue
        yield from _between(debate, word, (row.sign, row.score), heads[0])


def _between(
    debate: Debate, word: int, shown: tuple[Sign, float], relations: int
) -> Iterator[Feeling]:
    number = debate.statement_at(word)
    tokens = debate.tree.subtree(relations)
    sides = tuple(
        _holder(debate, actor, 1.0) for actor in debate.cast.inside(tokens[0], tokens[-1] + 1)
    )
    if number is not None:
        statement = debate.statements[number]
        speakers = tuple(_holder(debate, item, 1.0) for item in statement.speakers)
        yield from _turned(debate, word, shown, speakers, sides, (statement.sources, tuple(tokens)))
    elif len(sides) > 1:
        weaker = (shown[0], shown[1] * _OUTLET)
        for side in sides:
            others = tuple(other for other in sides if other is not side)
            yield from _turned(
                debate, word, weaker, (side,), others, (tuple(tokens), tuple(tokens))
            )


RULES: tuple[Rule, ...] = (
    felt_by_verb,
    felt_by_adjective,
    felt_by_noun,
    said_of_others,
    between_sides,
)


# From words to drafts -------------------------------------------------------------------------


def _feelings(
    debate: Debate,
    word: int,
    shown: tuple[Sign, float],
    head: int | None,
    met: int,
    given: tuple[tuple[Holder, ...], tuple[int, ...]] | None = None,
) -> Iterator[Feeling]:
    """The feeling between two phrases, or of given parties towards a phrase."""
    tree = debate.tree
    if given is not None:
        from_, words = given
    elif head is not None:
        from_, words = _sides(debate, head), tuple(range(*tree.phrase(head)))
    else:
        return
    toward = _towards(debate, met)
    if from_ and toward:
        places = (words, tuple(range(*tree.phrase(met))))
        yield from _turned(debate, word, shown, from_, toward, places)


def _turned(
    debate: Debate,
    word: int,
    shown: tuple[Sign, float],
    from_: tuple[Holder, ...],
    toward: tuple[Holder, ...],
    places: tuple[tuple[int, ...], tuple[int, ...]],
) -> Iterator[Feeling]:
    """The feeling with its sign turned where praise is denied ("not helpful", "less helpful")."""
    sign, score = shown
    tree = debate.tree
    adverbs = {tree.lower[child] for child in tree.children(word, "advmod")}
    if is_negated(tree, word) or adverbs & _FEWER:
        if sign == "negative":
            return
        sign, score = "negative", score * _FLIPPED
    else:
        score *= standing(tree, word)
    if score:
        yield Feeling(sign, score, (word,), from_, toward, *places)


def _sides(debate: Debate, head: int) -> tuple[Holder, ...]:
    """Who feels: parties, or persons who speak for nobody else."""
    known = debate.holders(head)
    if known:
        return known
    return tuple(_holder(debate, actor, _PRIVATE) for actor in debate.cast.denoted(head))


def _holder(debate: Debate, actor: int, factor: float) -> Holder:
    party = speaks_for(debate.cast, actor)
    return Holder(actor if party is None else party, actor, factor)


def _towards(debate: Debate, head: int) -> tuple[Holder, ...]:
    """Towards whom: the sides of a phrase, or those whose conduct it names, or a group."""
    actors = debate.cast.denoted(head)
    factor = 1.0
    if not actors and (debate.targets.is_conduct(head) or debate.targets.is_quality(head)):
        actors, factor = _whose(debate, head), _CONDUCT
    if not actors:
        actors, factor = _group(debate, head), _CONDUCT
    return tuple(_holder(debate, actor, factor) for actor in actors)


def _whose(debate: Debate, noun: int) -> tuple[int, ...]:
    """Whose conduct a noun names: "European reaction", "X's silence", "the reaction of X"."""
    tree, cast = debate.tree, debate.cast
    for child in tree.children(noun, "nmod:poss", "amod", "compound", "nmod"):
        found = cast.denoted(child) or cast.inside(child, child + 1)
        if found:
            return found
    return ()


def _group(debate: Debate, head: int) -> tuple[int, ...]:
    """An unnamed group: "partners in the region"."""
    tree = debate.tree
    entry = actor_nouns().at(tree, head)
    if entry is None or entry[1].kind not in _GROUPS or "Plur" not in tree.features[head]:
        return ()
    return (debate.cast.unnamed(*tree.phrase(head)),)


def _drafts(debate: Debate, feeling: Feeling) -> Iterator[AttitudeDraft]:
    tree, word = debate.tree, feeling.words[0]
    for one in feeling.from_:
        voice = debate.voice(word, one)
        for other in feeling.toward:
            confidence = feeling.score * one.factor * other.factor * voice.factor
            if same_side(debate.cast, one.party, other.party) or confidence < _FLOOR:
                continue
            fields: dict[str, Spans] = {
                "sign": tree.spans(feeling.words),
                "from_": tree.spans(feeling.from_words),
                "toward": tree.spans(feeling.toward_words),
            }
            yield AttitudeDraft(
                from_=one.party,
                toward=other.party,
                sign=feeling.sign,
                basis=voice.basis,
                evidence=(sentence_span(tree, word),),
                field_evidence={name: spans for name, spans in fields.items() if spans},
                confidence=round(confidence, 3),
            )


def _joined(known: AttitudeDraft, new: AttitudeDraft) -> AttitudeDraft:
    """One attitude told in two places."""
    best = max((known, new), key=lambda item: (item.basis == "own", item.confidence))
    evidence = tuple(sorted({*known.evidence, *new.evidence}))
    return replace(best, evidence=evidence)
