"""From a record to the actor and recipient of a sentence, as whole noun phrases.

The set marks, for the one event that a sentence tells of, the noun phrases of its actor (S) and
recipient (T), or of both sides of a reciprocal one (R). A record speaks of actors by mentions
("Iraqi", "Erdogan"); what follows turns them into phrases by the sentence's tree:

1. Of the record's events that event counts whose trigger stands highest in the tree, the first
   of equals.
2. Each of its actors is looked up in the words that the record gives as the field's evidence,
   else in its mention nearest to the trigger.
3. The mention grows to the noun phrase it stands in: from a modifier ("Iraqi", "Japan's") to the
   noun, then from the determiner to the last modifier, appositions and participles among them.
   Clauses that a pronoun begins, infinitives, conjuncts and most prepositional phrases stay
   outside.
4. A reciprocal event whose sides are coordinated ("India and Pakistan") is one phrase.
5. Where the record has no event, the main clause answers by grammar alone: the subject, or the
   agent of a passive, is the actor; the recipient is the first of its objects and obliques, and
   of what hangs on those, that mentions an actor of the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.grammar import agents, is_infinitive, is_passive, subjects
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import Event, Record, Span, Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

Phrase = tuple[int, int]
"""Token indexes, end exclusive."""

Labelled = tuple[str, Span]
"""``S``, ``T`` or ``R``, and the characters of a phrase."""

MODIFIERS = frozenset(
    {
        "amod",
        "compound",
        "det",
        "flat",
        "nmod:desc",
        "nmod:poss",
        "nummod",
        "appos",
        "nmod:unmarked",
    }
)
INNER = MODIFIERS | {"list", "nmod", "acl", "det:predet"}
"""Relations of what belongs to a noun phrase."""

INNER_CASES = frozenset({"", "of", "in", "from", "at"})
"""Prepositions whose phrases the set mostly counts in, learnt from its training sentences."""


def participants(record: Record, doc: Doc) -> tuple[Labelled, ...]:
    """Return the labelled phrases of the event that a sentence tells of."""
    tree = tree_of(doc)
    event = main_event(record.events, tree)
    heads = of_event(event, record, tree) if event else of_main_clause(record, tree)
    times = {token.i for ent in doc.ents if ent.label_ == "TIME" for token in ent}
    return labelled(heads, tree, frozenset(times))


def main_event(events: Sequence[Event], tree: Tree) -> Event | None:
    """Return the event whose trigger stands highest in the tree, the first of equals."""
    placed = [
        (_depth(tree, head), head, event)
        for event in events
        for head in _heads(event.trigger, tree)
    ]
    return min(placed, key=lambda each: each[:2])[2] if placed else None


def of_event(event: Event, record: Record, tree: Tree) -> dict[str, list[int]]:
    """Return the heads of the phrases of an event's actors and recipients by label."""
    acting = _phrase_heads(event, "actors", event.actors, record, tree)
    receiving = _phrase_heads(event, "recipients", event.recipients, record, tree)
    if len(acting) > 1 and not event.recipients:
        return {"R": acting}
    return {"S": acting, "T": [head for head in receiving if head not in acting]}


def of_main_clause(record: Record, tree: Tree) -> dict[str, list[int]]:
    """Return the heads that the main clause gives by grammar alone."""
    roots = [index for index in range(len(tree)) if tree.is_root(index)]
    root = next((index for index in roots if tree.tags[index] in {"VERB", "AUX"}), None)
    if root is None:
        return {}
    passive = is_passive(tree, root)
    acting = list(agents(tree, root) if passive else subjects(tree, root))
    found = subjects(tree, root) if passive else _mentioned(record, tree, root, acting)
    return {"S": acting, "T": [head for head in found if head not in acting]}


def labelled(
    heads: dict[str, list[int]], tree: Tree, times: frozenset[int] = frozenset()
) -> tuple[Labelled, ...]:
    """Return the phrases of the heads; coordinated sides of a reciprocal event are one."""
    found: dict[Labelled, None] = {}
    for label, tokens in heads.items():
        joined = label == "R" and len({tree.coordination_head(token) for token in tokens}) == 1
        groups = [tokens] if joined else [[token] for token in tokens]
        for group in groups:
            found[(label, tree.span(*_around(group, tree, times)))] = None
    return tuple(found)


def noun_phrase(head: int, tree: Tree, times: frozenset[int] = frozenset()) -> Phrase:
    """Return the noun phrase of a head, from its determiner to its last modifier.

    Args:
        head: the token at its head.
        tree: the tree of the sentence.
        times: tokens of expressions of time, which belong to the clause ("troops on Monday").
    """
    kept = {head}
    for child in tree.children(head):
        if child not in times and _belongs(child, tree):
            kept.update(tree.subtree(child, without=frozenset({"acl:relcl"})))
    start = end = head
    while start - 1 in kept or _is_inner(start - 1, kept, tree):
        start -= 1
    while end + 1 in kept or _is_inner(end + 1, kept, tree) or _closes(start, end, tree):
        end += 1
    return start, end + 1


def _belongs(child: int, tree: Tree) -> bool:
    """Whether a dependent of a noun is a part of its phrase."""
    relation = tree.relations[child]
    if relation == "nmod":
        return tree.case(child) in INNER_CASES
    if relation == "acl":
        return not is_infinitive(tree, child) and tree.child(child, "mark") is None
    return relation in INNER


def _is_inner(index: int, kept: set[int], tree: Tree) -> bool:
    """Whether a mark stands between two tokens of the phrase ("cease-fire")."""
    return (
        0 < index < len(tree) - 1
        and tree.tags[index] == "PUNCT"
        and index - 1 in kept
        and index + 1 in kept
    )


def _closes(start: int, end: int, tree: Tree) -> bool:
    """Whether the next token closes a bracket that was opened in the phrase."""
    return (
        end + 1 < len(tree)
        and tree.words[end + 1] == ")"
        and "(" in tree.words[start:end]
        and ")" not in tree.words[start : end + 1]
    )


def _around(heads: list[int], tree: Tree, times: frozenset[int]) -> Phrase:
    phrases = [noun_phrase(head, tree, times) for head in heads]
    return min(start for start, _ in phrases), max(end for _, end in phrases)


def _phrase_heads(
    event: Event, field: str, actors: tuple[str, ...], record: Record, tree: Tree
) -> list[int]:
    mentions = {actor.id: actor.mentions for actor in record.actors}
    spans = event.field_evidence.get(field) or tuple(
        span for actor in actors for span in _nearest(mentions.get(actor, ()), event.trigger)
    )
    return list(dict.fromkeys(_grown(head, tree) for head in _heads(spans, tree)))


def _nearest(mentions: Spans, trigger: Spans) -> Spans:
    if not mentions or not trigger:
        return mentions[:1]
    return (min(mentions, key=lambda span: abs(span[0] - trigger[0][0])),)


def _heads(spans: Iterable[Span], tree: Tree) -> list[int]:
    """Return for each span the token whose head stands outside of it."""
    found: list[int] = []
    for start, end in spans:
        inside = [i for i in range(len(tree)) if start < tree.ends[i] and tree.starts[i] < end]
        tops = [i for i in inside if tree.heads[i] not in inside or tree.is_root(i)]
        found.extend(tops[:1])
    return found


def _grown(head: int, tree: Tree) -> int:
    """Return the noun that a modifier belongs to."""
    seen = {head}
    while tree.relations[head] in MODIFIERS and tree.heads[head] not in seen:
        head = tree.heads[head]
        seen.add(head)
    return head


def _mentioned(record: Record, tree: Tree, root: int, without: list[int]) -> list[int]:
    """Return the first phrase below the root, outside of these heads, that mentions an actor."""
    taken = {token for head in without for token in tree.subtree(head)}
    heads = sorted({_grown(head, tree) for a in record.actors for head in _heads(a.mentions, tree)})
    below = set(tree.subtree(root))
    return [h for h in heads if h in below and h not in taken and tree.tags[h] != "PRON"][:1]


def _depth(tree: Tree, index: int) -> int:
    return sum(1 for _ in tree.ancestors(index))
