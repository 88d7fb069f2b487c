"""Titles and descriptions of persons in the text, with whom they belong to.

A title is an office ("foreign minister") or a noun for a person ("commander") with what stands
around it: "the country's acting foreign minister", "Iranian commander", "spokesman for the State
Department". It is read from the words in a row, since that holds where the tree does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.lexicon import ActorNoun
from dragoman.coding.scene import is_proper
from dragoman.coding.stretches import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.coding.lexicon import Gender
    from dragoman.coding.scene import Match, Post, Scene
    from dragoman.world import Entity, OfficeTitle

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DASHES = frozenset({"-", "–", "\u2011"})
_FORMER = frozenset({"former", "ex", "then", "late", "onetime", "erstwhile", "ousted", "deposed",
                     "longtime", "retired", "slain", "ex-"})  # fmt: skip
_PAST = frozenset({"former", "ex", "onetime", "erstwhile", "ousted", "deposed", "then", "late"})
_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any", "no", "each", "every"})
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_BELONGING = frozenset({"of", "for"})
_LONGEST = 12
_WOMEN = frozenset({"queen", "princess", "duchess", "empress", "sultana", "baroness"})
_MEN = frozenset({"king", "prince", "duke", "emperor", "sultan", "emir", "amir", "pope", "sheikh"})
_STATE_NOUNS = frozenset({"country", "nation", "republic", "state", "government", "kingdom"})
_LIST_JOINTS = frozenset({"and", ",", "&"})
_OFFICIAL, _SPOKESPERSON = "official", "spokesperson"
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


@dataclass(slots=True)
class Title:
    """One title in the text; all bounds are token indexes.

    Attributes:
        start: First token of the phrase, determiner included.
        end: End of the phrase: after "of Iraq", before the name.
        core: Bounds of the words of the office or noun itself.
        office: What the table says of the office; None for a plain noun such as "commander".
        noun: The entry of a plain noun.
        of: States and bodies it belongs to, in order ("the presidents of Iraq and Iran").
        owner: A printed organisation it belongs to that the world does not know.
        sectors: Sectors that its words tell.
        definite: "the", a possessor or a country before it; None where the phrase is bare.
        plural: Whether it names several persons.
        former: Whether it is an office no longer held.
        own: "his", "her", "their" before it.
        listed: Whether several sides stand before it ("the Iraqi and Iranian presidents").
    """

    start: int
    end: int
    core: tuple[int, int]
    office: OfficeTitle | None = None
    noun: ActorNoun | None = None
    of: list[Entity] = field(default_factory=list)
    owner: str | None = None
    sectors: tuple[str, ...] = ()
    definite: bool | None = None
    plural: bool = False
    former: bool = False
    own: str | None = None
    listed: bool = False
    sides: list[Match] = field(default_factory=list)

    @property
    def head(self) -> int:
        """The last word of the office or noun."""
        return self.core[1] - 1

    @property
    def gender(self) -> Gender | None:
        """The gender that the words tell: "spokeswoman", "king"."""
        if self.noun is not None:
            return self.noun.gender
        last = self.office.title.lower().split()[-1] if self.office is not None else ""
        if last.endswith("woman") or last in _WOMEN:
            return "f"
        return "m" if last.endswith("man") or last in _MEN else None


def find_titles(scene: Scene) -> list[Title]:
    """All titles of the article in order of text: offices, then nouns no office covers."""
    return [_extended(scene, title) for title in _cores(scene)]


def _cores(scene: Scene) -> Iterator[Title]:
    tree, token = scene.tree, 0
    while token < len(tree):
        post = scene.post_at[token]
        if post is not None and not scene.hidden[token]:
            yield _of_post(post)
            token = post.end
            continue
        if tree.tags[token] in {"NOUN", "PROPN"} and not scene.hidden[token]:
            found = scene.nouns.at(tree, token) if not _in_name(scene, token) else None
            if found is not None and found[1].kind == "person" and _ends_here(scene, token):
                plural = "Number=Plur" in tree.features[token]
                yield Title(
                    found[0], token + 1, (found[0], token + 1), noun=found[1], plural=plural
                )
        token += 1


def _in_name(scene: Scene, token: int) -> bool:
    """Whether a word is part of a longer known name: "Prince" in "Port-au-Prince"."""
    match = scene.match_at[token]
    return match is not None and match.end - match.start > 1


def _of_post(post: Post) -> Title:
    """A title of the table; posts outside of a state's service are nouns: "rebel leader"."""
    office, bounds = post.office, (post.start, post.end)
    former = office.qualifier == "former"
    if office.role == _OFFICIAL and office.sector is not None and office.sector not in _PUBLIC:
        noun = ActorNoun(office.title, "person", (office.sector,))
        return Title(*bounds, bounds, noun=noun, plural=office.plural, former=former)
    return Title(*bounds, bounds, office=office, plural=office.plural, former=former)


def _ends_here(scene: Scene, token: int) -> bool:
    """Whether no longer noun phrase of the table goes on after the token ("police officer")."""
    if token + 1 >= len(scene.tree) or scene.tree.tags[token + 1] not in {"NOUN", "PROPN"}:
        return True
    following = scene.nouns.at(scene.tree, token + 1)
    return following is None or following[0] > token


def _extended(scene: Scene, title: Title) -> Title:
    _take_own_side(scene, title)
    _extend_left(scene, title)
    _extend_right(scene, title)
    if title.office is not None and title.of:
        title.office = title.office.within(title.of[0].code)
    _demote(title)
    title.sectors = _sectors(scene, title)
    return title


def _demote(title: Title) -> None:
    """The president of a company or club is no head of state."""
    if title.office is not None and title.owner and not title.of and title.office.level == 1:
        title.noun = ActorNoun(title.office.title, "person")
        title.office = None


def _take_own_side(scene: Scene, title: Title) -> None:
    """Take a side among the words of the office: "UN" in "UN Secretary-General"."""
    match = scene.match_at[title.core[0]]
    if match is None or match.end >= title.core[1] or match.start != title.core[0]:
        return
    entity = scene.meant(match)
    if entity is not None and title.office is not None:
        title.of.append(entity)
        title.sides.append(match)
        title.core = (match.end, title.core[1])


# To the left ---------------------------------------------------------------------------------


def _extend_left(scene: Scene, title: Title) -> None:
    first = max(scene.tree.sentence(title.start)[0], title.start - _LONGEST)
    token = title.start - 1
    while token >= first:
        following = _step_left(scene, title, token, first)
        if following is None:
            break
        token = following
    title.former = title.former or any(
        scene.tree.lower[word] in _PAST for word in range(title.start, title.core[0])
    )


def _step_left(scene: Scene, title: Title, token: int, first: int) -> int | None:
    """Take one more piece into the phrase; the token before it, or None at the phrase's start."""
    tree = scene.tree
    if scene.hidden[token]:
        return None
    match, word = scene.match_at[token], tree.lower[token]
    if match is not None and match.start >= first:
        return _take_side(scene, title, match)
    if word in _LIST_JOINTS:
        return _next_in_list(scene, title, token, first)
    if word in _POSSESSIVES:
        return _take_possessor(scene, title, token)
    if word in _DASHES and token > first:
        title.start = token - 1
        return token - 1 if scene.match_at[token - 1] else token - 2
    if tree.tags[token] == "DET" or word in _OWNERS:
        _determine(title, word)
        title.start = token
        return None
    if not _is_modifier(scene, token):
        return None
    _take_owner(scene, title, token)
    title.start = token
    return token - 1


def _determine(title: Title, word: str) -> None:
    if word in _OWNERS:
        title.own, title.definite = word, True
    elif word in _DEFINITE:
        title.definite = True
    elif word in _INDEFINITE:
        title.definite = False


def _take_side(scene: Scene, title: Title, match: Match) -> int | None:
    """A state or body before the title: "Iranian", "U.S. State Department"."""
    tree = scene.tree
    entity = scene.meant(match)
    backed = match.end < len(tree) and tree.lower[match.end] in _DASHES
    if entity is not None and not backed:
        if not title.of or title.listed:
            title.of.insert(0, entity)
        title.sides.append(match)
    title.start = match.start
    return match.start - 1


def _next_in_list(scene: Scene, title: Title, token: int, first: int) -> int | None:
    """Take "Saudi" in "his Saudi and Egyptian counterparts", after "Egyptian" was taken."""
    before = scene.match_at[token - 1] if token > first else None
    after = scene.match_at[token + 1]
    entity = scene.meant(before) if before is not None else None
    if not title.plural or not title.of or after is None or after.start != title.start:
        return None
    if entity is None or entity.form not in {"adjective", "demonym"}:
        return None
    title.listed = True
    return token - 1


def _take_possessor(scene: Scene, title: Title, token: int) -> int | None:
    """Take "Iran's", which begins the phrase; other possessors only make it definite."""
    match = scene.match_at[token - 1] if token else None
    if match is None:
        title.definite = True
        return None
    _take_side(scene, title, match)
    title.definite = True
    before = match.start - 1
    if before >= 0 and scene.tree.tags[before] == "DET":
        title.start = before
    return None


def _is_modifier(scene: Scene, token: int) -> bool:
    tree = scene.tree
    tag, word = tree.tags[token], tree.words[token]
    if scene.label(token) in {"PERSON", "TIME"}:
        return False
    if tag in {"ADJ", "NUM"} or tree.lower[token] in _FORMER:
        return True
    if tag == "VERB":
        return tree.relations[token] in {"amod", "compound"}
    if tag == "PROPN" or (tag == "NOUN" and word[:1].isupper()):
        known = scene.nouns.word(tree.lower[token]) is not None
        return known or scene.label(token) == "ORGANISATION"
    return tag == "NOUN"


def _take_owner(scene: Scene, title: Title, token: int) -> None:
    label = scene.label_at[token]
    if label is not None and label.label == "ORGANISATION" and title.owner is None:
        title.owner = printed(scene.tree, label.start, min(label.end, title.core[0]))


# To the right --------------------------------------------------------------------------------


def _extend_right(scene: Scene, title: Title) -> None:
    """Take "of Iraq and Iran", "for the State Department", "of the Quds Force"."""
    tree, token = scene.tree, title.core[1]
    if token >= len(tree) or tree.lower[token] not in _BELONGING:
        return
    own = list(title.of)
    end = tree.sentence(token)[1]
    speaker = title.office is not None and title.office.role == _SPOKESPERSON
    for_whom = tree.lower[token] == "for" and not speaker
    token += 1
    found: list[Match] = []
    while token < end:
        token = _skip_small(scene, token, end)
        match = scene.match_at[token] if token < end else None
        if match is None or match.start != token or not _denotes_side(scene, match):
            break
        if for_whom and _is_state(scene, match):
            break
        found.append(match)
        title.end = _end_of_side(scene, match, end)
        token = _after_joint(scene, title.end, end, several=title.plural)
    title.sides.extend(found)
    if not own:
        title.of = [entity for match in found if (entity := scene.meant(match))]
        if not found:
            _take_right_owner(scene, title, token, end)


def _skip_small(scene: Scene, token: int, end: int) -> int:
    tree = scene.tree
    while token < end and tree.tags[token] in {"DET", "ADJ"} and scene.match_at[token] is None:
        token += 1
    return token


def _denotes_side(scene: Scene, match: Match) -> bool:
    """Whether a form names a side, or qualifies a body of it: "the Lebanese army"."""
    entity = scene.meant(match)
    if entity is None or is_proper(entity) or entity.kind != "state":
        return entity is not None
    after = match.end
    return after < len(scene.tree) and scene.nouns.at(scene.tree, after) is not None


def _is_state(scene: Scene, match: Match) -> bool:
    """A state by its own name: "coordinator for Chad" is not Chad's."""
    entity = scene.meant(match)
    return entity is not None and entity.kind == "state" and is_proper(entity)


def _end_of_side(scene: Scene, match: Match, end: int) -> int:
    """After "Lebanon", after "the Lebanese armed forces"."""
    entity = scene.meant(match)
    token = match.end
    if entity is None or is_proper(entity):
        return token
    while token < end and scene.tree.tags[token] in {"NOUN", "ADJ", "PROPN"}:
        if scene.label(token) == "PERSON":
            break
        token += 1
    return token


def _after_joint(scene: Scene, token: int, end: int, *, several: bool) -> int:
    """Past "," and "and" where the title is plural; else the end of the sentence, to stop."""
    start = token
    while several and token < end and scene.tree.lower[token] in {",", "and", "&"}:
        token += 1
    return token if token > start else end


def _take_right_owner(scene: Scene, title: Title, token: int, end: int) -> None:
    label = scene.label_at[token] if token < end else None
    if label is None or label.label != "ORGANISATION":
        noun = scene.tree.lemmas[token] if token < end else ""
        if noun and scene.tree.tags[token] == "NOUN" and noun not in _STATE_NOUNS:
            title.owner = title.owner or noun
        return
    title.owner = title.owner or printed(scene.tree, label.start, label.end)
    title.end = label.end


# Sectors -------------------------------------------------------------------------------------


def _sectors(scene: Scene, title: Title) -> tuple[str, ...]:
    """Sectors told by the words before the head ("paramilitary chief"), then by the head."""
    found: list[str] = []
    told = title.office is not None and bool(title.office.sector)
    for token in range(title.start, title.end):
        noun = scene.nouns.word(scene.tree.lower[token])
        own = token == title.head or (told and title.core[0] <= token < title.core[1])
        if noun is not None and not own and scene.match_at[token] is None:
            found.extend(noun.sectors)
    for entity in title.of:
        found.extend(entity.sectors)
    if title.office is not None and title.office.sector:
        found.insert(0, title.office.sector)
    if title.noun is not None:
        found.extend(title.noun.sectors)
    return tuple(dict.fromkeys(found))
