"""What else a text tells of a contact: channel, topics, outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.frames import describing_words
from dragoman.coding.events.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.coding.events.governance import Chain
    from dragoman.coding.events.readings import Reading, Readings
    from dragoman.coding.tree import Tree
    from dragoman.records import Channel, Span

_CHANNEL_CASES = ("by", "via", "over", "on", "in", "during", "through", "at", "for", "as", "from")
_ADDING = frozenset({"unspecified", "meeting", "visit"})
_TOPIC_CASES = ("about", "on", "over", "regarding", "concerning", "on the subject of")
_TOPIC_VERBS = frozenset(
    {"discuss", "review", "address", "tackle", "cover", "coordinate", "explore"}
)
_OUTCOME_VERBS = frozenset(
    {"agree", "urge", "ask", "pledge", "promise", "reaffirm", "commit", "decide", "demand",
     "request", "invite", "offer", "stress", "reiterate", "sign", "vow", "undertake", "call"}
)  # fmt: skip
_EDGE = frozenset({"case"})
_JOINED = ("conj", "advcl", "parataxis", "xcomp")


def channel_of(reading: Reading, chain: Chain, readings: Readings) -> Channel:
    """The channel of a contact by its word and the words beside it ("by phone")."""
    own = reading.sense.channel or "unspecified"
    if own not in _ADDING:
        return own
    places = [reading.head, *chain.words]
    found: set[str] = set(reading.frame.modifiers)
    for place in places:
        found |= _phrase_words(readings, place)
    for word, channel in words().channels.items():
        if word in found and (own == "unspecified" or channel in {"video", "phone"}):
            return channel
    return own


def _phrase_words(readings: Readings, head: int) -> set[str]:
    found: set[str] = set()
    frame = readings.frame(head)
    for case in _CHANNEL_CASES:
        for phrase in frame.cases.get(case, ()):
            found |= describing_words(readings.tree, phrase)
    found |= {readings.tree.lemmas[child] for child in readings.tree.children(head, "advmod")}
    return found


def topics_of(reading: Reading, chain: Chain, readings: Readings) -> tuple[Span, ...]:
    """What the contact was about: "about", "on", "to discuss", the object of "discussed"."""
    tree = readings.tree
    spans: list[Span] = []
    for place in (reading.head, *chain.words):
        frame = readings.frame(place)
        if tree.lemmas[place] in _TOPIC_VERBS and not frame.noun:
            spans += [_span(tree, head) for head in frame.patients if head > place]
        for case in _TOPIC_CASES:
            spans += [_span(tree, head) for head in frame.cases.get(case, ())
                      if _is_topic(tree, head)]  # fmt: skip
        for clause in tree.children(place, *_JOINED):
            if tree.lemmas[clause] in _TOPIC_VERBS and clause != place:
                spans += [_span(tree, head) for head in grammar.objects(tree, clause)]
    return tuple(dict.fromkeys(spans))


def _span(tree: Tree, head: int) -> Span:
    """A phrase with all that hangs on it, without its preposition."""
    tokens = tree.subtree(head, without=_EDGE)
    end = tokens[-1]
    while end > head and tree.tags[end] in {"PUNCT", "SPACE"}:
        end -= 1
    return tree.span(tokens[0], end + 1)


def _is_topic(tree: Tree, head: int) -> bool:
    words_ = describing_words(tree, head)
    return not words_ & set(words().channels) and "sidelines" not in tree.lower[head]


def outcomes_of(reading: Reading, chain: Chain, tree: Tree) -> tuple[Span, ...]:
    """What was agreed or asked in the same breath: "and agreed to reopen the border"."""
    spans: list[Span] = []
    for place in (reading.head, *chain.words):
        if tree.tags[place] not in {"VERB", "AUX"}:
            continue
        spans.extend(
            _clause_span(tree, clause)
            for clause in _clauses(tree, place)
            if tree.lemmas[clause] in _OUTCOME_VERBS
        )
    return tuple(dict.fromkeys(spans))


def _clauses(tree: Tree, verb: int) -> Iterable[int]:
    return tree.children(verb, "conj", "advcl", "parataxis")


def _clause_span(tree: Tree, clause: int) -> Span:
    tokens = [token for token in tree.subtree(clause) if token >= clause]
    end = tokens[-1]
    while end > clause and tree.tags[end] in {"PUNCT", "SPACE"}:
        end -= 1
    return tree.span(clause, end + 1)
