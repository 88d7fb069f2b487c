"""The cast of an article: who acts in it, and every place in the text that refers to them.

The cast is a builder until :meth:`Cast.finish`. Actors are spoken of by their index; the index
of an actor never changes once it is given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar

from dragoman.coding.stretches import head_of, printed, tokens_in
from dragoman.records import Actor, ActorKind, Office, Span, content_id

if TYPE_CHECKING:
    from dragoman.coding.lexicon import Gender
    from dragoman.coding.tree import Tree

MentionKind = Literal["name", "title", "pronoun", "metonym", "nominal", "group"]

T = TypeVar("T")

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SPOKEN_FOR = frozenset({"GOV", "MIL", "LEG", "SPY"})
_NAMING = frozenset({"name", "metonym", "title"})
_FIRST_PERSON = 0.9
_FIRST_PERSON_PLURAL = 0.7


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that refers to an actor.

    ``start``, ``end`` and ``root`` are token indexes (``end`` exclusive, ``root`` the syntactic
    head of the whole phrase, titles included); ``certainty`` in [0, 1] says how sure the link
    to the actor is: below 1 for pronouns, bare titles and links made from the table of
    office-holders.
    """

    span: Span
    start: int
    end: int
    root: int
    actor: int
    kind: MentionKind
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase around a mention, by token indexes.

    ``root`` is its head where that is not the head of the mention's own words, ``heads`` are
    further tokens from which :meth:`Cast.at` shall find the mention: the head of a title before
    the name, of the apposition that names the same person.
    """

    root: int | None = None
    heads: tuple[int, ...] = ()


@dataclass(slots=True)
class ActorDraft:
    """An actor under construction; ``members`` are cast indexes.

    ``key`` is what makes two drafts the same actor while the cast is built. ``gender`` is only
    set where the text tells it (Mr, Ms, a pronoun bound by grammar), never from a name.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    class_: str | None = None
    sectors: tuple[str, ...] = ()
    office: Office | None = None
    other_offices: tuple[Office, ...] = ()
    members: tuple[int, ...] = ()
    key: tuple[str, ...] = ()
    gender: Gender | None = None
    plural: bool = False


@dataclass(slots=True)
class Cast:
    """All actors of one article and their mentions."""

    tree: Tree
    _drafts: list[ActorDraft] = field(default_factory=list)
    _mentions: list[Mention] = field(default_factory=list)
    _by_key: dict[tuple[str, ...], int] = field(default_factory=dict)
    _noted: set[int] = field(default_factory=set)
    _named: set[int] = field(default_factory=set)
    _by_head: dict[int, list[Mention]] = field(default_factory=dict)
    _by_start: dict[int, list[Mention]] = field(default_factory=dict)

    # Reading ---------------------------------------------------------------------------------

    @property
    def drafts(self) -> tuple[ActorDraft, ...]:
        """All actors; the position of one is its index."""
        return tuple(self._drafts)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in order of text."""
        return tuple(sorted(self._mentions, key=lambda mention: (mention.start, -mention.end)))

    def draft(self, actor: int) -> ActorDraft:
        """The draft of one actor."""
        return self._drafts[actor]

    def at(self, token: int) -> tuple[int, ...]:
        """The actors that the noun phrase headed at ``token`` denotes.

        "French President Emmanuel Macron" denotes Macron alone, from whichever of its words the
        tree takes as head; "US strikes", headed by "strikes", denotes nobody.
        """
        return unique(mention.actor for mention in self._by_head.get(token, ()))

    def mentions_at(self, token: int) -> tuple[Mention, ...]:
        """The mentions whose phrase is headed at ``token``."""
        return tuple(self._by_head.get(token, ()))

    def certainty(self, token: int, actor: int) -> float:
        """How sure it is that the phrase headed at ``token`` refers to ``actor``; 0 if not."""
        return max(
            (m.certainty for m in self._by_head.get(token, ()) if m.actor == actor), default=0.0
        )

    def denoted(self, token: int) -> tuple[int, ...]:
        """As :meth:`at`, with the conjuncts of the phrase, and groups opened where known."""
        actors = [actor for part in self.tree.conjuncts(token) for actor in self.at(part)]
        return unique(member for actor in actors for member in self._opened(actor))

    def _opened(self, actor: int) -> tuple[int, ...]:
        return self._drafts[actor].members or (actor,)

    def inside(self, start: int, end: int) -> tuple[int, ...]:
        """All actors mentioned from token ``start`` to token ``end`` (exclusive), in order."""
        return unique(
            mention.actor
            for token in range(start, end)
            for mention in self._by_start.get(token, ())
            if mention.end <= end
        )

    def starting_at(self, token: int) -> tuple[Mention, ...]:
        """The mentions that begin at ``token``."""
        return tuple(self._by_start.get(token, ()))

    def side(self, actor: int) -> str:
        """The country or body code an actor stands for; its id where there is none."""
        return self._drafts[actor].country or self.id(actor)

    def is_noted(self, actor: int) -> bool:
        """Whether some mention is more than a word that qualifies another."""
        return actor in self._noted

    def is_named(self, actor: int) -> bool:
        """Whether some mention is a name, a metonym or a title, not only a common noun."""
        return actor in self._named

    def state(self, code: str) -> int | None:
        """The actor that is the state or body ``code`` itself, if it is in the cast."""
        return self._by_key.get(("state", code))

    # Building --------------------------------------------------------------------------------

    def add_actor(self, draft: ActorDraft) -> int:
        """Add an actor, or find the one with the same key; give its index."""
        known = self._by_key.get(draft.key) if draft.key else None
        if known is not None:
            return known
        self._drafts.append(draft)
        index = len(self._drafts) - 1
        if draft.key:
            self._by_key[draft.key] = index
        return index

    def add_mention(
        self,
        actor: int,
        start: int,
        end: int,
        *,
        kind: MentionKind,
        phrase: Phrase | None = None,
        certainty: float = 1.0,
    ) -> Mention:
        """Add a mention over tokens ``start`` to ``end``.

        ``phrase`` says how the mention stands in the tree, where it is more than its own words.
        """
        phrase = phrase or Phrase()
        root = head_of(self.tree, start, end) if phrase.root is None else phrase.root
        span = self.tree.span(start, end)
        mention = Mention(span, start, end, root, actor, kind, certainty)
        self._mentions.append(mention)
        self._noted.add(actor)
        if kind in _NAMING:
            self._named.add(actor)
        self._by_start.setdefault(start, []).append(mention)
        for token in {root, *phrase.heads}:
            self._by_head.setdefault(token, []).append(mention)
        return mention

    def add_qualifier(self, actor: int, start: int, end: int, *, kind: MentionKind) -> Mention:
        """Add a mention that only qualifies a word: "Bulgarian" in "Bulgarian yoghurt"."""
        noted = actor in self._noted
        mention = self.add_mention(actor, start, end, kind=kind)
        if not noted:
            self._noted.discard(actor)
        return mention

    def unnamed(self, start: int, end: int, kind: ActorKind = "unnamed") -> int:
        """The actor that the noun phrase from ``start`` to ``end`` denotes, added if new.

        For "officials worldwide" or "most of the countries". The same words elsewhere in the
        article are the same actor; no country is given, since none is printed.
        """
        root = head_of(self.tree, start, end)
        known = self.at(root)
        if known:
            return known[0]
        first = start
        while first < end - 1 and self._is_opener(first):
            first += 1
        name = printed(self.tree, first, end)
        draft = ActorDraft(name, kind, key=("unnamed", kind, name.lower()), plural=True)
        actor = self.add_actor(draft)
        self.add_mention(actor, start, end, kind="nominal", phrase=Phrase(root))
        return actor

    def _is_opener(self, token: int) -> bool:
        """A word before a noun phrase that no name begins with."""
        tree = self.tree
        return tree.tags[token] in {"DET", "PUNCT", "SPACE"} or (
            tree.tags[token] == "PRON" and tree.relations[token] == "nmod:poss"
        )

    def link_first_person(self, span: Span, actor: int) -> tuple[Mention, ...]:
        """Bind the first-person pronouns inside a quotation to its speaker.

        "I" is the speaker. "We" is the state of a speaker who holds office or stands for one,
        with less certainty; else it is the speaker's side as well. Pronouns that are bound
        already stay as they are, so nested quotations are to be linked from the inside out.

        Args:
            span: Characters of the quotation.
            actor: The speaker's index.

        Returns:
            The mentions that were added.
        """
        found = []
        for token in tokens_in(self.tree, span):
            word = self.tree.lower[token]
            if self._by_head.get(token) or (word not in _SINGULAR and word not in _PLURAL):
                continue
            if word in _SINGULAR:
                target, certainty = actor, _FIRST_PERSON
            else:
                target, certainty = self._spoken_for(actor), _FIRST_PERSON_PLURAL
            found.append(
                self.add_mention(target, token, token + 1, kind="pronoun", certainty=certainty)
            )
        return tuple(found)

    def _spoken_for(self, actor: int) -> int:
        draft = self._drafts[actor]
        official = draft.office is not None or not _SPOKEN_FOR.isdisjoint(draft.sectors)
        if draft.kind == "state" or draft.country is None or not official:
            return actor
        state = self.state(draft.country)
        return actor if state is None else state

    # Ending ----------------------------------------------------------------------------------

    def id(self, actor: int) -> str:
        """The content-hash id of an actor: kind, name, country."""
        draft = self._drafts[actor]
        return content_id("actor", draft.kind, draft.name, draft.country)

    def finish(self) -> tuple[Actor, ...]:
        """The actors as records, those with equal ids made one, in order of first mention."""
        spans: dict[str, set[Span]] = {}
        chosen: dict[str, ActorDraft] = {}
        for mention in self.mentions:
            actor = self.id(mention.actor)
            spans.setdefault(actor, set()).add(mention.span)
            chosen.setdefault(actor, self._drafts[mention.actor])
        for index, draft in enumerate(self._drafts):
            chosen.setdefault(self.id(index), draft)
        return tuple(
            self._finished(actor, draft, _apart(spans.get(actor, ())))
            for actor, draft in chosen.items()
        )

    def _finished(self, actor: str, draft: ActorDraft, mentions: tuple[Span, ...]) -> Actor:
        return Actor(
            id=actor,
            name=draft.name,
            kind=draft.kind,
            country=draft.country,
            class_=draft.class_,
            sectors=draft.sectors,
            members=unique(self.id(member) for member in draft.members),
            office=draft.office,
            other_offices=draft.other_offices,
            mentions=mentions,
        )


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; of two that overlap, the shorter stays: the name within its phrase."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[1] - span[0], span)):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return tuple(sorted(kept))


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """The items without repeats, in order of first appearance."""
    return tuple(dict.fromkeys(items))
