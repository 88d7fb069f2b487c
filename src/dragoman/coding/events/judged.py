"""Recipients taken from elsewhere: whoever did what is judged, whoever was called or thanked.

The recipient of blame, praise or a demand is the party judged or addressed, also where the text
names it only as the doer of the act (see the codebook).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.roles import without
from dragoman.coding.targets import act_nouns
from dragoman.records import codebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import ContactDraft
    from dragoman.coding.events.acts import Act
    from dragoman.coding.events.merging import Group
    from dragoman.coding.events.readings import Readings

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
_VERBAL = _JUDGING | {"AGREE", "THREATEN"}
_GIVING = frozenset({"AID", "SUPPORT", "COOPERATE", "RETREAT"})
_CONFLICT = "material conflict"
_REAL = frozenset({"asserted", "historical"})
_PRONOUNS = frozenset({"it", "this", "that", "these"})
_YIELDING = frozenset({"yield", "change"})
_PURPOSES = frozenset({"advcl", "xcomp", "conj", "acl"})
_STEPS = 3


def fill_judged(groups: Sequence[Group], readings: Readings, cast: Cast) -> None:
    """Give judgements and demands without a recipient the doers of what they are about.

    That is the act whose words are judged; where these name no act that is told ("condemned this
    aggression", "demanded an end to it"), a hostile act told before.
    """
    by_head = {token: group for group in groups for token in group.heads}
    for group in groups:
        if group.type not in _JUDGING or group.recipients:
            continue
        judged = list(_judged(group, readings))
        known = [by_head[head] for head in judged if head in by_head]
        for target in [*known, *_hostile(group, groups, judged, readings)]:
            doers = _others(target.actors, group.actors, cast)
            if target is not group and doers:
                group.recipients = Side(doers.actors, tuple(judged[:1]))
                break


def _judged(group: Group, readings: Readings) -> Iterator[int]:
    """What is judged, and what that is of: "the scale of the attack was condemned"."""
    for mention in group.mentions:
        yield from mention.judged
        for head in mention.judged:
            yield from readings.tree.children(head, "nmod")


def _hostile(
    group: Group, groups: Sequence[Group], judged: Sequence[int], readings: Readings
) -> list[Group]:
    """The hostile acts a judgement may mean by a word of its own, the likeliest first.

    Those of the type that the word tells of, then those that are told of most.
    """
    demands = group.type == "REQUEST" and group.mode in _YIELDING
    if group.type == "SUPPORT" or not (demands or any(_means_act(readings, t) for t in judged)):
        return []
    first = group.mentions[0].head
    types = {typed[0] for token in judged if (typed := readings.type_of(token)) is not None}
    found = [
        other
        for other in groups
        if codebook().quad(other.type) == _CONFLICT
        and other.modality in _REAL
        and other.mentions[0].head < first
    ]
    return sorted(found, key=lambda other: (other.type not in types, -len(other.mentions)))


def _means_act(readings: Readings, token: int) -> bool:
    tree = readings.tree
    if tree.tags[token] == "PRON":
        return tree.lower[token] in _PRONOUNS
    return readings.is_event_noun(token) or tree.lemmas[token] in act_nouns()


def _others(side: Side, own: Side, cast: Cast) -> Side:
    """The actors of a side that do not stand on the judge's own."""
    mine = {cast.side(actor) for actor in own.actors}
    kept = tuple(actor for actor in side.actors if cast.side(actor) not in mine)
    return Side(kept, side.heads) if kept else NOBODY


def addressed(act: Act, readings: Readings, contacts: Sequence[ContactDraft]) -> Side:
    """Whom a demand or promise is made to that is the purpose of a contact: "phoned X to ask"."""
    tree = readings.tree
    if act.type not in _VERBAL or tree.relations[act.head] not in _PURPOSES:
        return NOBODY
    over = tuple(islice(tree.ancestors(act.head), _STEPS))
    met = [
        contact.counterpart
        for contact in contacts
        if contact.trigger in over and contact.initiator in act.actors.actors
    ]
    return Side(tuple(dict.fromkeys(met)), over[:1]) if met else NOBODY


def thanked(act: Act, readings: Readings, arguments: Arguments) -> Side:
    """Who got what he gives thanks for: "X thanked Y for the crews that it had sent"."""
    tree = readings.tree
    if act.type not in _GIVING:
        return NOBODY
    for above in tree.ancestors(act.head):
        if tree.lemmas[above] in {"thank", "grateful"}:
            thankful = arguments.parties(grammar.subjects(tree, above))
            return without(thankful, act.actors)
    return NOBODY
