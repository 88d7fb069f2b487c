"""The sides of the main act of a sentence by its record and its tree alone.

A record speaks of actors by mentions ("Iraqi", "they"); what follows turns them into heads of
noun phrases:

1. Of the record's events that event counts whose trigger stands highest in the tree, the first
   of equals.
2. Each of its actors is looked up in the words that the record gives as the field's evidence,
   else in its mention nearest to the trigger; a pronoun is replaced by the nearest mention of the
   same actor that is none.
3. A mention stands for the noun that it modifies.
4. The sides of a meeting take part both alike.
5. A side that the event lacks is given by grammar: the subject of the main clause, or the agent of
   a passive, is the actor; the recipient is the first of the objects and obliques, and of what
   hangs on those, that mentions an actor of the record. Without event grammar gives both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.grammar import agents, is_passive, subjects
from dragoman.coding.main_act.model import ACTOR, BOTH, RECIPIENT
from dragoman.coding.main_act.phrases import grown, heads_of
from dragoman.coding.tree import Tree, tree_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dragoman.records import Event, Record, Spans

Heads = dict[str, list[int]]
"""Heads of phrases by part."""

ONE_SIDED = frozenset({"phone", "visit"})
"""Modes of CONSULT in which one side calls on the other."""


def ruled(record: Record, doc: Doc) -> Heads:
    """Return the heads of the phrases that rules give each part in the main act."""
    sentence = _Sentence(record, tree_of(doc))
    event = main_event(record.events, sentence.tree)
    return sentence.of_event(event) if event else sentence.of_main_clause()


def main_event(events: Sequence[Event], tree: Tree) -> Event | None:
    """Return the event whose trigger stands highest in the tree, the first of equals."""
    placed = [
        (sum(1 for _ in tree.ancestors(head)), head, event)
        for event in events
        for head in heads_of(event.trigger, tree)
    ]
    return min(placed, key=lambda each: each[:2])[2] if placed else None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with its record and tree."""

    record: Record
    tree: Tree

    def of_event(self, event: Event) -> Heads:
        """Return the heads of the phrases of an event's sides."""
        acting = self._side(event, "actors", event.actors)
        receiving = self._side(event, "recipients", event.recipients)
        receiving = [head for head in receiving if head not in acting]
        sides = acting + receiving
        if len(sides) > 1 and (_is_meeting(event) or (not receiving and self._coordinated(acting))):
            return {BOTH: sides}
        if not receiving and len(acting) > 1:
            acting, receiving = acting[:1], acting[1:]
        root = self._root()
        if root is not None:
            acting = acting or self._doers(root)
            receiving = receiving or self._mentioned(heads_of(event.trigger, self.tree), acting)
        return {ACTOR: acting, RECIPIENT: receiving}

    def of_main_clause(self) -> Heads:
        """Return the heads that the main clause gives by grammar alone."""
        root = self._root()
        if root is None:
            return {}
        acting = self._doers(root)
        passive = is_passive(self.tree, root)
        found = subjects(self.tree, root) if passive else self._mentioned([root], acting)
        return {ACTOR: acting, RECIPIENT: [head for head in found if head not in acting]}

    def _root(self) -> int | None:
        roots = [index for index in range(len(self.tree)) if self.tree.is_root(index)]
        return next((index for index in roots if self.tree.children(index)), None)

    def _doers(self, root: int) -> list[int]:
        passive = is_passive(self.tree, root)
        return list(agents(self.tree, root) if passive else subjects(self.tree, root))

    def _coordinated(self, tokens: list[int]) -> bool:
        return len(tokens) > 1 and len({self.tree.coordination_head(each) for each in tokens}) == 1

    def _side(self, event: Event, field: str, actors: tuple[str, ...]) -> list[int]:
        mentions = {actor.id: actor.mentions for actor in self.record.actors}
        spans = event.field_evidence.get(field) or tuple(
            span for actor in actors for span in _nearest(mentions.get(actor, ()), event.trigger)
        )
        heads = [self._named(head) for head in heads_of(spans, self.tree)]
        return list(dict.fromkeys(grown(head, self.tree) for head in heads))

    def _named(self, head: int) -> int:
        """Return, for a pronoun, the nearest mention of its actor that is none."""
        if self.tree.tags[head] != "PRON":
            return head
        for actor in self.record.actors:
            heads = heads_of(actor.mentions, self.tree)
            named = [other for other in heads if self.tree.tags[other] != "PRON"]
            if head in heads and named:
                return min(named, key=lambda other: abs(other - head))
        return head

    def _mentioned(self, above: list[int], without: list[int]) -> list[int]:
        """Return the first phrase below these tokens, outside the others, that names an actor."""
        tree = self.tree
        taken = {token for head in without for token in tree.subtree(head)}
        below = {token for head in above for token in tree.subtree(head)} - taken - set(above)
        named = (head for each in self.record.actors for head in heads_of(each.mentions, tree))
        found = sorted({grown(head, tree) for head in named if tree.tags[head] != "PRON"} & below)
        return found[:1]


def _is_meeting(event: Event) -> bool:
    """Whether both sides of an event do the same: they meet, or agree to."""
    return event.mode not in ONE_SIDED and (event.type == "CONSULT" or event.contact is not None)


def _nearest(mentions: Spans, trigger: Spans) -> Spans:
    if not mentions or not trigger:
        return mentions[:1]
    return (min(mentions, key=lambda span: abs(span[0] - trigger[0][0])),)
