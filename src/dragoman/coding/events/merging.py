"""Mentions of one event become one event.

Two mentions may be one when they are of one type, their modes, dates and sides do not
contradict each other, and something holds them together: a shared side, a definite noun ("the
strike", "the killing"), or one sentence ("launched strikes, killing ten").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.events.arguments import is_vague
from dragoman.coding.events.casualties import INJURING, KILLING, joined
from dragoman.coding.events.readings import readings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.coding.cast import Cast
    from dragoman.coding.events.arguments import Side
    from dragoman.coding.tree import Tree
    from dragoman.records import Casualties, Modality, Place, When

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONSULT"})
_EFFECTS = KILLING | INJURING | {"destroy", "damage", "leave", "target", "hit", "strike"}
_JOINED = frozenset({"advcl", "conj", "parataxis", "acl", "dep", "acl:relcl"})
_REACH = 3
_LEAD = 3


@dataclass(slots=True)
class Mention:
    """One mention of an event, typed; ``weak`` ones are events only together with others."""

    head: int
    tokens: tuple[int, ...]
    type: str
    mode: str | None
    actors: Side
    recipients: Side
    modality: Modality
    confidence: float
    noun: bool
    weak: bool
    judged: tuple[int, ...] = ()
    casualties: Casualties | None = None
    victims: tuple[int, ...] = ()
    statement: int | None = None
    reported_by: int | None = None
    when: When | None = None
    place: Place | None = None


@dataclass(slots=True)
class Group:
    """Mentions of one event."""

    mentions: list[Mention]
    type: str
    mode: str | None
    actors: Side
    recipients: Side
    modality: Modality
    casualties: Casualties | None
    when: When | None
    place: Place | None
    heads: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, mention: Mention) -> Group:
        """A group of one mention."""
        return cls(
            [mention], mention.type, mention.mode, mention.actors, mention.recipients,
            mention.modality, mention.casualties, mention.when, mention.place,
            set(mention.tokens),
        )  # fmt: skip

    @property
    def last(self) -> Mention:
        """The last mention in order of text."""
        return max(self.mentions, key=lambda mention: mention.head)


class Merger:
    """Groups the mentions of one article."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self.tree = tree
        self.cast = cast
        self.lemma = readings_of(tree).lemma
        self.groups: list[Group] = []

    def merge(self, mentions: Sequence[Mention]) -> list[Group]:
        """The events, in order of their first mention; weak mentions that fit none are dropped."""
        for mention in mentions:
            if not mention.weak:
                self._place(mention)
        for mention in mentions:
            if mention.weak:
                group = self._nearest(mention)
                if group is not None:
                    self._join(group, mention)
        for group in self.groups:
            group.mentions.sort(key=lambda mention: mention.head)
        return sorted(self.groups, key=lambda group: group.mentions[0].head)

    def _place(self, mention: Mention) -> None:
        for group in reversed(self.groups):
            if self._same(group, mention):
                self._join(group, mention)
                return
        self.groups.append(Group.of(mention))

    def _nearest(self, mention: Mention) -> Group | None:
        """The event that a bare noun ("the attack") means: the last one told, if not far off."""
        if not self._can_refer(mention):
            return None
        fitting = [group for group in self.groups if self._fits(group, mention)]
        before = [group for group in fitting if self._gap(group, mention) is not None]
        if before:
            return max(before, key=lambda group: self._last_before(group, mention))
        if self.tree.sentences[mention.head] == 0:
            return min(fitting, key=lambda group: group.mentions[0].head, default=None)
        return None

    def _can_refer(self, mention: Mention) -> bool:
        """Whether a noun points at something told: definite and one, or words of a headline."""
        if self.tree.sentences[mention.head] == 0 or not mention.noun:
            return True
        return self._is_definite(mention) and mention.modality == "asserted"

    def _gap(self, group: Group, mention: Mention) -> int | None:
        """How many sentences back the event was last told, ``None`` if later or too far."""
        earlier = [each.head for each in group.mentions if each.head < mention.head]
        if not earlier:
            return None
        gap = self.tree.sentences[mention.head] - self.tree.sentences[max(earlier)]
        return gap if gap <= _REACH else None

    def _last_before(self, group: Group, mention: Mention) -> int:
        return max(each.head for each in group.mentions if each.head < mention.head)

    # Whether ----------------------------------------------------------------------------------

    def _fits(self, group: Group, mention: Mention) -> bool:
        """Whether nothing speaks against it."""
        if group.type != mention.type or not _agree(group.mode, mention.mode):
            return False
        if not (self._agreeing(group.actors, mention.actors)
                and self._agreeing(group.recipients, mention.recipients)):  # fmt: skip
            return False
        same_reality = group.modality == mention.modality
        return (same_reality or mention.noun) and _times_agree(group.when, mention.when)

    def _same(self, group: Group, mention: Mention) -> bool:
        """Whether nothing speaks against it and something for it."""
        if group.type == mention.type and (
            self._is_effect(group, mention) or self._is_cause(group, mention)
        ):
            return True
        if not self._fits(group, mention) or group.modality != mention.modality:
            return False
        if self._is_same_deed(group, mention) or self._is_headline(group, mention):
            return True
        return self._is_held_together(group, mention)

    def _is_held_together(self, group: Group, mention: Mention) -> bool:
        """Whether sides, words and sentence of two mentions that fit speak for one event."""
        if mention.type in _SPEECH and not self._same_statement(group, mention):
            return False
        actors = self._shared(group.actors, mention.actors)
        recipients = self._shared(group.recipients, mention.recipients)
        if self._is_one_telling(group, mention) and not (group.recipients and mention.recipients):
            return actors
        if not mention.noun and not self._same_word(group, mention):
            return False
        if self._is_definite(mention) or any(map(self._is_definite, group.mentions)):
            if actors or recipients:
                return True
            return self._is_near(group, mention) and self._is_definite(mention)
        return actors and recipients and not (mention.noun and self._is_new(mention))

    def _is_headline(self, group: Group, mention: Mention) -> bool:
        """Whether the body tells what the title has told, in whatever words."""
        tree = self.tree
        if mention.type in _SPEECH or tree.sentences[mention.head] > _LEAD:
            return False
        if any(tree.sentences[each.head] != 0 for each in group.mentions):
            return False
        return self._shared(group.actors, mention.actors) or self._shared(
            group.recipients, mention.recipients
        )

    def _is_same_deed(self, group: Group, mention: Mention) -> bool:
        """Whether one kind of deed to the same people is told twice: "abducted", "seized".

        Deeds that nobody is told to have done need not be of one mode.
        """
        if mention.type in _SPEECH:
            return False
        one_agent = not (group.actors and mention.actors)
        if not one_agent and (mention.mode is None or mention.mode != group.mode):
            return False
        return self._shared(group.recipients, mention.recipients) or self._same_nouns(
            group.recipients, mention.recipients
        )

    def _same_nouns(self, one: Side, other: Side) -> bool:
        """Whether two sides are told by the same common noun in the plural, in no other number."""
        tree = self.tree
        return any(
            tree.lemmas[head] == tree.lemmas[each]
            and "Number=Plur" in tree.features[head]
            and "Number=Plur" in tree.features[each]
            and len({tree.lower[n] for h in (head, each) for n in tree.children(h, "nummod")}) < 2
            for head in one.heads
            for each in other.heads
            if tree.tags[head] == tree.tags[each] == "NOUN"
        )

    def _is_one_telling(self, group: Group, mention: Mention) -> bool:
        """Verbs of one sentence: "marched through Lyon, protesting against the law"."""
        tree, last = self.tree, group.last
        if mention.noun or tree.sentences[last.head] != tree.sentences[mention.head]:
            return False
        joined = tree.relations[mention.head] in _JOINED and tree.heads[mention.head] in last.tokens
        return joined or mention.type == "ASSAULT"

    def _same_word(self, group: Group, mention: Mention) -> bool:
        """Whether a verb says what a mention of the group says with the same verb or by a noun."""
        lemma = self.lemma(mention.head)
        return any(each.noun or self.lemma(each.head) == lemma for each in group.mentions)

    def _same_statement(self, group: Group, mention: Mention) -> bool:
        return mention.statement is not None and any(
            each.statement == mention.statement for each in group.mentions
        )

    def _is_effect(self, group: Group, mention: Mention) -> bool:
        """Whether a verb tells the outcome of an act in its own sentence, or just before it."""
        tree = self.tree
        if mention.type != "ASSAULT" or self.lemma(mention.head) not in _EFFECTS:
            return False
        if group.modality != mention.modality:
            return False
        same = tree.sentences[group.last.head] == tree.sentences[mention.head]
        if not mention.actors and not same:
            return self._is_near(group, mention) and self._is_outcome(mention)
        if not same or tree.relations[mention.head] not in _JOINED:
            return False
        return not mention.actors or self._shared(group.actors, mention.actors)

    def _is_cause(self, group: Group, mention: Mention) -> bool:
        """Whether a mention tells what the outcome told before it came of, in one sentence."""
        tree = self.tree
        if mention.type != "ASSAULT" or group.actors or mention.modality != group.modality:
            return False
        same = tree.sentences[group.last.head] == tree.sentences[mention.head]
        return same and all(map(self._is_outcome, group.mentions))

    def _is_outcome(self, mention: Mention) -> bool:
        """No actor, nobody named: "Ten people were killed"."""
        lemma = self.lemma(mention.head)
        named = self._named(mention.recipients)
        return lemma in KILLING | INJURING and not named

    def _is_near(self, group: Group, mention: Mention) -> bool:
        gap = self.tree.sentences[mention.head] - self.tree.sentences[group.last.head]
        return 0 <= gap <= _REACH

    def _is_definite(self, mention: Mention) -> bool:
        """Whether the trigger is or holds a noun with a definite article or possessive."""
        tree = self.tree
        for token in mention.tokens:
            if tree.tags[token] not in {"NOUN", "PROPN"}:
                continue
            below = tree.children(token, "det", "nmod:poss")
            if any(tree.lower[child] in _DEFINITE for child in below):
                return True
        return False

    def _is_new(self, mention: Mention) -> bool:
        """Whether it is told as a further one: "another strike", "a second raid"."""
        below = self.tree.children(mention.head, "det", "amod")
        return any(self.tree.lower[child] in {"another", "new", "second", "fresh", "further"}
                   for child in below)  # fmt: skip

    def _agreeing(self, one: Side, other: Side) -> bool:
        named, others = self._named(one), self._named(other)
        return not named or not others or bool(named & others)

    def _shared(self, one: Side, other: Side) -> bool:
        return bool(self._sides(one.actors) & self._sides(other.actors))

    def _named(self, side: Side) -> set[str]:
        return self._sides(actor for actor in side.actors if not is_vague(self.cast.draft(actor)))

    def _sides(self, actors: Iterable[int]) -> set[str]:
        return {self.cast.side(actor) for actor in actors}

    # How --------------------------------------------------------------------------------------

    def _join(self, group: Group, mention: Mention) -> None:
        group.mentions.append(mention)
        group.heads.update(mention.tokens)
        group.mode = group.mode or mention.mode
        group.actors = self._joined(group.actors, mention.actors, weak=mention.weak)
        group.recipients = self._joined(group.recipients, mention.recipients, weak=mention.weak)
        group.casualties = joined(group.casualties, mention.casualties)
        group.when = group.when or mention.when
        group.place = group.place or mention.place

    def _joined(self, one: Side, other: Side, *, weak: bool) -> Side:
        """Both sides' actors; vague ones ("ten people") only where nothing else is known.

        A weak mention points back at what was told, so it adds nobody where somebody is named.
        """
        if weak and self._named(one):
            return one
        if not other or (one.heads and self._is_vague(other)):
            return one
        if not one or (self._is_vague(one) and not self._is_vague(other)):
            return other
        return one + other

    def _is_vague(self, side: Side) -> bool:
        return not self._named(side)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _times_agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.earliest and other.earliest):
        return True
    ends = (one.latest or one.earliest, other.latest or other.earliest)
    size = min(len(one.earliest), len(other.earliest), len(ends[0]), len(ends[1]))
    return (one.earliest[:size] <= ends[1][:size]) and (other.earliest[:size] <= ends[0][:size])
