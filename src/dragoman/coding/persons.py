"""Persons: names joined with titles into actors with country, sectors and office.

A title in print beats the table of office-holders; the table answers only what the article
leaves open, as of the article's date. Where nothing tells a country, there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.attachment import Attachment, attach, phrase_start
from dragoman.coding.cast import ActorDraft, Phrase
from dragoman.coding.mending import mend_lists, mend_names
from dragoman.coding.names import find_names, gather
from dragoman.coding.stretches import head_of, printed
from dragoman.records import Office
from dragoman.world.names import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.coding.lexicon import Gender
    from dragoman.coding.names import Person
    from dragoman.coding.scene import Scene
    from dragoman.coding.titles import Title
    from dragoman.world import Entity, Holder

_WITH_CODE = frozenset({"IGO", "NGO"})
"""Classes of organisations that have a code of their own."""
_PEERS = frozenset({"counterpart", "colleague", "opposite number"})
"""Nouns for those who hold the same office elsewhere."""
_TOP_LEVELS = 2
_TABLE_FULL_NAME = 0.9
_TABLE_SHORT_NAME = 0.8


@dataclass(slots=True)
class Portrait:
    """What an article tells of one person.

    ``titles`` holds title and the side it was given in a list ("the presidents of Iraq and
    Iran, A and B"); ``sides`` are nationalities printed without a title ("Israel's Herzog").
    """

    person: Person
    titles: list[tuple[Title, Entity | None]] = field(default_factory=list)
    sides: list[Entity] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    actor: int = -1
    certainty: float = 1.0

    @property
    def words(self) -> frozenset[str]:
        """The nouns the article has for this person, in lower case: "minister", "general"."""
        return frozenset(title.noun.noun for title, _ in self.titles if title.noun is not None)


def add_persons(scene: Scene, titles: Sequence[Title]) -> tuple[list[Portrait], list[Title]]:
    """Add all named persons to the cast.

    Returns:
        The portraits in order of text, and the titles that stand alone.
    """
    names = find_names(scene)
    attachment = attach(scene, names, titles)
    mend_names(scene.tree, names)
    mend_lists(scene, names, attachment)
    portraits = [Portrait(person) for person in gather(names)]
    for portrait in portraits:
        _collect(portrait, attachment)
        _add_draft(scene, portrait)
    for portrait in portraits:
        _match_counterpart(scene, portrait, portraits)
        _add_mentions(scene, portrait, attachment)
    return portraits, attachment.alone


def _collect(portrait: Portrait, attachment: Attachment) -> None:
    for name in portrait.person.names:
        portrait.titles.extend(attachment.titles.get(name.start, ()))
        portrait.sides.extend(attachment.sides.get(name.start, ()))
        portrait.sectors.extend(attachment.sectors.get(name.start, ()))


def _add_draft(scene: Scene, portrait: Portrait) -> None:
    person = portrait.person
    offices = _offices(scene, portrait, former=False)
    former = _offices(scene, portrait, former=True)
    draft = ActorDraft(person.name, "person", key=("person", fold(person.name)))
    draft.gender = _gender(portrait)
    draft.country = _country(portrait)
    draft.sectors = _sectors(portrait)
    draft.office = _main(offices)
    draft.other_offices = _others(draft.office, [*offices, *former])
    _consult_table(scene, portrait, draft)
    if draft.country is not None:
        draft.office = _of(draft.office, draft.country) if draft.office else None
        draft.other_offices = tuple(_of(each, draft.country) for each in draft.other_offices)
    portrait.actor = scene.cast.add_actor(draft)


def _offices(scene: Scene, portrait: Portrait, *, former: bool) -> list[Office]:
    """The present or the former offices that the titles of a person state."""
    found = [
        printed_office(scene, title, side)
        for title, side in portrait.titles
        if title.former == former
    ]
    return [office for office in found if office is not None]


def printed_office(scene: Scene, title: Title, side: Entity | None = None) -> Office | None:
    """The office that a title states, in the words of the text, without country and article."""
    if title.office is None:
        return None
    entity = side or (title.of[0] if title.of else None)
    office = title.office.within(entity.code) if entity else title.office
    return Office(
        title=printed(scene.tree, *title.core),
        role=office.role,
        level=office.level,
        of=side_code(entity) if entity else None,
        basis="print",
    )


def side_code(entity: Entity) -> str | None:
    """The code of the state or international organisation that an entity is, or belongs to."""
    if entity.country is not None:
        return entity.country
    return entity.code if entity.class_ in _WITH_CODE else None


def _of(office: Office, code: str) -> Office:
    """The office with its side, where the title itself did not say it."""
    if office.of is not None:
        return office
    return Office(office.title, office.role, office.level, code, office.basis)


def _main(offices: Sequence[Office]) -> Office | None:
    """The highest office, one with a printed side first."""
    return min(offices, key=lambda office: (office.of is None, office.level), default=None)


def _others(main: Office | None, offices: Iterable[Office]) -> tuple[Office, ...]:
    seen = {(main.role, main.of), (main.role, None)} if main else set()
    kept: list[Office] = []
    for office in offices:
        if (office.role, office.of) not in seen and office is not main:
            seen.add((office.role, office.of))
            kept.append(office)
    return tuple(kept)


def _country(portrait: Portrait) -> str | None:
    """Printed country: of a present office, of a description, of a former office."""
    ranked: list[tuple[int, str]] = []
    for title, side in portrait.titles:
        entity = side or (title.of[0] if title.of else None)
        if entity is not None and entity.country is not None:
            rank = 2 if title.former else (0 if title.office is not None else 1)
            ranked.append((rank, entity.country))
    ranked.extend((1, entity.country) for entity in portrait.sides if entity.country)
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _sectors(portrait: Portrait) -> tuple[str, ...]:
    present = [title for title, _ in portrait.titles if not title.former]
    told = [sector for title in present for sector in title.sectors]
    return tuple(dict.fromkeys((*told, *portrait.sectors)))


def _gender(portrait: Portrait) -> Gender | None:
    told = {name.gender for name in portrait.person.names if name.gender}
    told |= {gender for title, _ in portrait.titles if (gender := title.gender)}
    return told.pop() if len(told) == 1 else None


# Counterparts --------------------------------------------------------------------------------


def counterpart_office(
    scene: Scene, title: Title, portraits: Sequence[Portrait], side: Entity | None = None
) -> Office | None:
    """The office of "his Turkish counterpart": that of the person named last before.

    ``side`` is the person's own, where the title names several.
    """
    if title.noun is None or title.noun.noun not in _PEERS:
        return None
    before = [
        (name.start, office)
        for portrait in portraits
        if (office := scene.cast.draft(portrait.actor).office) is not None
        for name in portrait.person.names
        if name.start < title.start
    ]
    if not before:
        return None
    other = max(before, key=lambda pair: pair[0])[1]
    entity = side or (title.of[0] if title.of else None)
    code = side_code(entity) if entity else None
    return Office(printed(scene.tree, *title.core), other.role, other.level, code, "print")


def _match_counterpart(scene: Scene, portrait: Portrait, portraits: Sequence[Portrait]) -> None:
    draft = scene.cast.draft(portrait.actor)
    if draft.office is not None and draft.office.basis == "print":
        return
    others = [other for other in portraits if other is not portrait]
    for title, side in portrait.titles:
        office = counterpart_office(scene, title, others, side)
        if office is not None:
            draft.office = office


# The table -----------------------------------------------------------------------------------


def _consult_table(scene: Scene, portrait: Portrait, draft: ActorDraft) -> None:
    if draft.office is not None and draft.country is not None:
        return
    holder = _holder(scene, portrait, draft)
    if holder is None:
        return
    full = len(words(portrait.person.name)) > 1
    ceiling = _TABLE_FULL_NAME if full else _TABLE_SHORT_NAME
    portrait.certainty = min(ceiling, max(holder.confidence, 0.5))
    if draft.country is None:
        draft.country = holder.country
    if draft.office is None and not any(title.former for title, _ in portrait.titles):
        draft.office = Office(holder.office, holder.role, holder.level, holder.country, "table")
        draft.sectors = tuple(dict.fromkeys((*draft.sectors, *holder.sectors)))


def _holder(scene: Scene, portrait: Portrait, draft: ActorDraft) -> Holder | None:
    """The one holder in the table whom the printed facts leave possible."""
    name = portrait.person.name
    holders = [
        holder
        for holder in scene.holders(name)
        if draft.country in (None, holder.country)
        and (draft.office is None or draft.office.role == holder.role)
    ]
    if len(words(name)) == 1 and draft.office is None:
        named = scene.named_codes
        holders = [
            holder for holder in holders if holder.level <= _TOP_LEVELS and holder.country in named
        ]
    if len({holder.person for holder in holders}) != 1:
        return None
    return max(holders, key=lambda holder: (holder.confidence, -holder.level))


# Mentions ------------------------------------------------------------------------------------


def _add_mentions(scene: Scene, portrait: Portrait, attachment: Attachment) -> None:
    tree, cast = scene.tree, scene.cast
    for name in portrait.person.names:
        titles = [title for title, _ in attachment.titles.get(name.start, ())]
        start = phrase_start(attachment, name)
        own = head_of(tree, name.start, name.end)
        root = head_of(tree, start, name.end)
        heads = {own, *(title.head for title in titles)}
        heads.update(head_of(tree, title.start, title.end) for title in titles)
        certainty = name.certainty * (1.0 if titles else portrait.certainty)
        cast.add_mention(
            portrait.actor,
            name.start,
            name.end,
            kind="name",
            phrase=Phrase(root, tuple(sorted(heads))),
            certainty=certainty,
        )
        scene.take(name.start, name.end)
