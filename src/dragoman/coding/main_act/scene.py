"""The noun phrases of a text, and what tells of the part that each takes in the main act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.learned import opinions_of
from dragoman.coding.grammar import is_passive
from dragoman.coding.main_act.phrases import Phrase, grown, heads_of, noun_phrase
from dragoman.coding.main_act.ruled import main_event, ruled
from dragoman.coding.tree import NOUN_TAGS, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

    from dragoman.records import Record

_INSIDE = frozenset({"flat", "compound", "fixed", "goeswith"})
_WITH_CASE = frozenset({"obl", "nmod", "obl:agent"})
_TURNED = frozenset({"nsubj", "obl"})
_LONGEST_PATH = 3
_DEEPEST = 4
_LATEST = 4
_SHADES = 3

UNANSWERED = "no answer"
"""The feature of every phrase where the second network is not there to be asked."""

BY_NETWORK = "by network"
"""Words in the features that stand for its answers."""


class Scene:
    """One text with its record, the noun phrases in it and the parts that rules give them.

    ``heads`` are the tokens that head a noun phrase of their own, in text order.
    """

    def __init__(self, record: Record, doc: Doc) -> None:
        self.tree = tree_of(doc)
        self.names = {token.i: ent.label_ for ent in doc.ents for token in ent}
        self.times = frozenset(i for i, label in self.names.items() if label == "TIME")
        self.heads = [token for token in range(len(self.tree)) if self._is_head(token)]
        self.event = main_event(record.events, self.tree)
        spans = [span for actor in record.actors for span in actor.mentions]
        self.mentions = {grown(head, self.tree) for head in heads_of(spans, self.tree)}
        self.roles = self._asked(doc)
        given = ruled(record, doc)
        self.ruled = {
            grown(head, self.tree): part for part, heads in given.items() for head in heads
        }

    def phrase(self, head: int) -> Phrase:
        """The noun phrase of a head by the tree."""
        return noun_phrase(head, self.tree, self.times)

    def features(self, head: int) -> frozenset[str]:
        """What tells of the part that the phrase of a head takes, as names with values."""
        return frozenset(
            (
                *self._grammar(head),
                *self._kind(head),
                *self._rules(head),
                *self._of_event(head),
                *self._answers(head),
            )
        )

    def _is_head(self, token: int) -> bool:
        tree = self.tree
        return (
            tree.tags[token] in NOUN_TAGS
            and token not in self.times
            and tree.relations[token] not in _INSIDE
            and grown(token, tree) == token
        )

    def _grammar(self, head: int) -> Iterator[str]:
        steps = self._path(head)
        yield "always"
        yield f"step {steps[0]}"
        yield f"two steps {' < '.join(steps[:2])}"
        yield f"path {' < '.join(steps)}"
        yield f"depth {min(_DEEPEST, sum(1 for _ in self.tree.ancestors(head)))}"
        yield f"rank {min(_LATEST, self.heads.index(head))}"

    def _kind(self, head: int) -> Iterator[str]:
        yield "actor" if head in self.mentions else "no actor"
        yield f"name {self.names.get(head, '-')}"
        yield f"tag {self.tree.tags[head]}"

    def _rules(self, head: int) -> Iterator[str]:
        tree, given = self.tree, self.ruled
        by = "event" if self.event else "grammar"
        yield f"{by} says {given.get(head, '-')}"
        if tree.relations[head] == "conj":
            yield "joined"
            yield f"joined to {given.get(tree.coordination_head(head), '-')}"
        if any(token in given for token in tree.subtree(head) if token != head):
            yield "above a side"
        above = next((given[token] for token in tree.ancestors(head) if token in given), None)
        if above is not None:
            yield f"below {above}"
        others = {part for token, part in given.items() if token != head}
        yield f"beside {' '.join(sorted(others)) or '-'}"

    def _of_event(self, head: int) -> Iterator[str]:
        if self.event is None:
            return
        trigger = heads_of(self.event.trigger, self.tree)[0]
        yield f"{self.event.type} says {self.ruled.get(head, '-')}"
        yield "governed" if trigger in self.tree.ancestors(head) else "not governed"
        yield "after" if head > trigger else "before"

    def _answers(self, head: int) -> Iterator[str]:
        if not self.roles:
            yield UNANSWERED
        for role in ("actor", "recipient", "place"):
            if head in self.roles.get(role, {}):
                yield f"{role} {BY_NETWORK} {round(_SHADES * self.roles[role][head])}/{_SHADES}"

    def _asked(self, doc: Doc) -> Mapping[str, Mapping[int, float]]:
        """What the second network says of the roles in the event, else in the main clause."""
        asked = heads_of(self.event.trigger, self.tree) if self.event else self._roots()
        opinions = opinions_of(doc)
        opinions.ask(asked[:1])
        opinion = opinions.of(asked[0]) if asked else None
        return opinion.roles if opinion else {}

    def _roots(self) -> list[int]:
        return [token for token in range(len(self.tree)) if self.tree.is_root(token)]

    def _path(self, head: int) -> list[str]:
        """Relations from a phrase up towards the root, those of conjuncts left out."""
        tree, steps = self.tree, list[str]()
        token = tree.coordination_head(head)
        while len(steps) < _LONGEST_PATH and not tree.is_root(token):
            steps.append(self._step(token))
            token = tree.coordination_head(tree.heads[token])
        return [*steps, "root"] if tree.is_root(token) else steps

    def _step(self, token: int) -> str:
        tree = self.tree
        relation = tree.relations[token]
        turned = relation in _TURNED and is_passive(tree, tree.heads[token])
        case = tree.case(token) if relation in _WITH_CASE else ""
        return " ".join(filter(None, (relation, "passive" if turned else "", case)))
