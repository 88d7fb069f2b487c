"""Recipients that only the article as a whole tells: the party that it is about.

"France has offered satellite pictures" names nobody; in an article on Benin it is Benin that they
are offered to. What is given, threatened, refused or done to somebody in such a sentence is read as
directed at the other party that the article speaks of most, the nearest where two are level; what
is accepted or refused, at who asked for it just before. Of several parties none is guessed to be
harmed. Where there is no other party, whoever owns what is hit is at home with the actor ("Hanoi
blocked a news site").
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.coding.events.arguments import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.coding.cast import Mention
    from dragoman.coding.events.arguments import Arguments
    from dragoman.coding.events.merging import Group

DIRECTED = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "REJECT", "ACCUSE", "THREATEN",
     "SANCTION", "COERCE", "ASSAULT"}
)  # fmt: skip
"""Types of acts that are always done to somebody."""
_HARMING = frozenset({"SANCTION", "COERCE", "ASSAULT"})
"""Types of acts that hit somebody only where something is hit: not "he bombed at parties"."""


_ANSWERS = frozenset({"AGREE", "REJECT", "CONCEDE"})
_FEW = 1
"""Among how many parties it is clear who was harmed where no word tells."""
_NEAR = 2
"""How many sentences before an answer it may have been asked for."""


class Counterparts:
    """The parties of one article by how often it speaks of them.

    Args:
        arguments: Finds parties in phrases.
    """

    def __init__(self, arguments: Arguments) -> None:
        self._arguments = arguments
        self._readings = arguments.readings
        self._cast = cast = arguments.cast
        self._mentions: dict[str, list[Mention]] = {}
        for mention in cast.mentions:
            if self._is_party(mention.actor):
                self._mentions.setdefault(cast.side(mention.actor), []).append(mention)

    def fill(self, groups: Sequence[Group]) -> None:
        """Give acts that are done to somebody, but tell nobody, the other party."""
        for group in groups:
            if group.type in DIRECTED and self._is_one_sided(group):
                found = self._asker(group, groups) or self._told_of(group)
                group.recipients = found or group.recipients

    def _is_one_sided(self, group: Group) -> bool:
        """Whether it is known of which party somebody acts, and of nobody whom he acts on."""
        if group.recipients or (group.actors.reciprocal and len(group.actors.actors) > 1):
            return False
        if group.type in _HARMING and not any(self._hits(each.head) for each in group.mentions):
            return False
        return any(self._is_party(actor) for actor in group.actors.actors)

    def _hits(self, head: int) -> bool:
        frame = self._readings.frame(head)
        return frame.noun or bool(frame.patients)

    def _is_party(self, actor: int) -> bool:
        """Whether an actor is a state or a body, or belongs to one."""
        return self._cast.draft(actor).country is not None

    def _sides(self, group: Group) -> set[str]:
        return {self._cast.side(actor) for actor in group.actors.actors}

    def _asker(self, group: Group, groups: Sequence[Group]) -> Side | None:
        """Who asked for what is accepted or refused."""
        if group.type not in _ANSWERS:
            return None
        sentences, head = self._readings.tree.sentences, group.mentions[0].head
        for other in reversed(groups):
            asked = other.mentions[0].head
            near = asked < head and sentences[head] - sentences[asked] <= _NEAR
            apart = self._sides(other).isdisjoint(self._sides(group))
            if near and apart and other.type == "REQUEST" and other.actors:
                return Side(other.actors.actors, other.actors.heads)
        return None

    def _told_of(self, group: Group) -> Side | None:
        """The party beside the actor's; of several, none is said to be harmed."""
        others = set(self._mentions) - self._sides(group)
        if group.type in _HARMING and len(others) > _FEW:
            return None
        if group.type == "SUPPORT" and self._is_of_harm(group):
            return None
        return self._other(group) or self._own(group)

    def _is_of_harm(self, group: Group) -> bool:
        """Whether harm is defended or praised, which is no kindness to whom it was done."""
        patients = self._readings.frame(group.mentions[0].head).patients
        found = (self._readings.type_of(patient) for patient in patients)
        return any(each is not None and each[0] in _HARMING for each in found)

    def _other(self, group: Group) -> Side | None:
        """The party that the article speaks of most beside the actor's own."""
        own, head = self._sides(group), group.mentions[0].head
        found = [side for side in self._mentions if side not in own]
        if not found:
            return None
        best = max(found, key=lambda side: (len(self._mentions[side]), -self._gap(side, head)))
        mention = min(self._mentions[best], key=lambda each: abs(each.root - head))
        return Side((self._speaking_for(best),), (mention.root,))

    def _gap(self, side: str, head: int) -> int:
        return min(abs(mention.root - head) for mention in self._mentions[side])

    def _speaking_for(self, side: str) -> int:
        """The state or body itself, else the actor that is spoken of most."""
        state = self._cast.state(side)
        if state is not None:
            return state
        counts = Counter(mention.actor for mention in self._mentions[side])
        return counts.most_common(1)[0][0]

    def _own(self, group: Group) -> Side | None:
        """Whoever has what is hit, where there is nobody else: somebody of the actor's country."""
        if group.type not in _HARMING:
            return None
        for mention in group.mentions:
            patients = self._readings.frame(mention.head).patients
            hit = [head for head in mention.recipients.heads if head in patients]
            if hit and not mention.noun:
                return self._arguments.named(hit[0])
        return None
