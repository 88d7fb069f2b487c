"""Whose minister, whose army: the country that nothing printed beside a title or body tells.

First comes the owner, also under a pronoun: "its ambassador", "the bloc's chairman". Else it is
the country that the text speaks of there: where the act takes place ("arrested President X in
Bamako"), the subject of the sentences before, the place in the dateline or at the head of the
paragraph ("TAIPEI. President Y said"). A country that has somebody else in the same office is
not meant.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.discourse import SUBJECTS
from dragoman.coding.persons import side_code
from dragoman.coding.place_words import place_words
from dragoman.coding.sides import add_state
from dragoman.coding.stretches import head_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dragoman.coding.cast import ActorDraft
    from dragoman.coding.scene import Match, Scene
    from dragoman.coding.titles import Title
    from dragoman.records import Office

_FADING = 0.6
_REACH = 6
_SUBJECT, _OTHER = 2.0, 1.0
_OTHER_PARAGRAPH = 0.5
_FOCUS = 1.5
_SCENE, _WHERE_SAID = 3.0, 0.75
_HEADING, _DATELINE = 4.0, 1.5
_LEAST, _MARGIN = 1.0, 1.5
_UNDERGOING = frozenset({"obj", "nsubj:pass", "obl:agent", "nmod", "obl", "iobj"})
_HOSTING = frozenset({"receive", "host", "welcome", "greet", "meet", "invite"})
"""Verbs whose object is mostly a guest from abroad."""
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
_INTERNATIONAL = "igo_"
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def settle_homes(scene: Scene, titles: Sequence[Title]) -> None:
    """Give the holders of titles that name no country the one they belong to."""
    for title in titles:
        actors = scene.cast.at(title.head)
        if title.of or title.plural or not actors:
            continue
        draft = scene.cast.draft(actors[0])
        if draft.country is None and _is_public(title, draft):
            code = _owner(scene, title) or _home(scene, title, draft)
            if code is not None:
                _settle(draft, title, code)


def add_states(scene: Scene) -> None:
    """Add the states of those who hold office, for whom they may say "we"."""
    for draft in scene.cast.drafts:
        code = draft.country if draft.office is not None else None
        if code is not None and scene.world.state(code) is not None:
            add_state(scene, code)


def _is_public(title: Title, draft: ActorDraft) -> bool:
    """Whether a title is one of a state's or body's service, held by one person."""
    if draft.kind not in {"person", "unnamed"} or draft.plural:
        return False
    return title.office is not None or not _PUBLIC.isdisjoint(title.sectors)


def _owner(scene: Scene, title: Title) -> str | None:
    """The country or body of whom a title is said to belong to: "its envoy", "X's spokesman"."""
    tree, cast = scene.tree, scene.cast
    if title.own is not None:
        owners = cast.at(title.start)
    else:
        before = title.start - 1
        if before < 1 or tree.lower[before] not in _POSSESSIVES:
            return None
        owners = tuple(
            mention.actor for mention in cast.mentions if mention.end in (before, before + 1)
        )
    return next((d.country for d in map(cast.draft, owners) if d.country is not None), None)


def _home(scene: Scene, title: Title, draft: ActorDraft) -> str | None:
    office = title.office
    if office is None or office.role.startswith(_INTERNATIONAL) or title.owner is not None:
        return None
    if title.definite is False or title.own is not None:
        return None
    if scene.tree.lemmas[title.head] in place_words().abroad:
        return None
    others = [each for each in scene.cast.drafts if each is not draft and each.office is not None]
    taken = {
        each.country
        for each in others
        if each.country and each.office and each.office.role == office.role
    }
    return home_of(scene, title.head, taken | set(_acted_on(scene, title.head)))


def _acted_on(scene: Scene, token: int) -> Iterator[str]:
    """The states that somebody does something to: who blasts or praises Spain is not of Spain."""
    tree = scene.tree
    top = tree.coordination_head(_phrase_head(scene, token))
    if tree.relations[top] not in SUBJECTS:
        return
    for match in scene.matches:
        head = tree.coordination_head(head_of(tree, match.start, match.end))
        if tree.heads[head] == tree.heads[top] and tree.relations[head] in {"obj", "iobj"}:
            yield from filter(None, (_code(scene, match),))


def _settle(draft: ActorDraft, title: Title, code: str) -> None:
    draft.country = code
    if title.office is not None and draft.office is not None:
        role = title.office.within(code)
        draft.office = replace(draft.office, role=role.role, level=role.level)
    draft.office = _belonging(draft.office, code)
    draft.other_offices = tuple(
        office for each in draft.other_offices if (office := _belonging(each, code)) is not None
    )


def _belonging(office: Office | None, code: str) -> Office | None:
    return replace(office, of=code) if office is not None and office.of is None else office


# The country that the text speaks of ---------------------------------------------------------


def home_of(
    scene: Scene, token: int, barred: Collection[str | None] = (), *, body: bool = False
) -> str | None:
    """The country that the text speaks of at a token, where one stands out.

    Args:
        scene: The article.
        token: The head of a title, or of a noun for a public body.
        barred: Countries that cannot be meant.
        body: Whether it is a body, which acts at home: "police stormed the embassy in Quito".
    """
    weights: defaultdict[str, float] = defaultdict(float)
    if scene.dateline is not None:
        weights[scene.dateline] += _DATELINE
    place = _scene_of_act(scene, token, body=body)
    codes = [(match, code) for match in scene.matches if (code := _code(scene, match)) is not None]
    for match, code in codes:
        weights[code] += _FOCUS / len(codes) + _weight(scene, token, match)
    if place is not None:
        weights[place[0]] += place[1]
    ranked = [(code, weight) for code, weight in _ranked(weights) if code not in barred]
    if not ranked or ranked[0][1] < _LEAST:
        return None
    clear = len(ranked) == 1 or ranked[0][1] >= _MARGIN * ranked[1][1]
    return ranked[0][0] if clear else None


def _ranked(weights: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))


def _code(scene: Scene, match: Match) -> str | None:
    """The state a printed form tells; furniture tells none."""
    entity = scene.meant(match)
    if entity is None or scene.hidden[match.start] or entity.kind not in {"state", "body"}:
        return None
    code = side_code(entity)
    return code if code is not None and scene.world.state(code) is not None else None


def _weight(scene: Scene, token: int, match: Match) -> float:
    """How much a printed country says of where a token is at home."""
    tree = scene.tree
    if _heads_paragraph(scene, token, match) or _is_explained(scene, token, match):
        return _HEADING
    apart = tree.sentences[token] - tree.sentences[match.start]
    if match.end > token or apart < 1:
        return 0.0
    title = match.end <= scene.title_end
    if apart > _REACH and not title:
        return 0.0
    weight: float = _FADING ** min(apart, _REACH)
    if scene.paragraphs[match.start] != scene.paragraphs[token]:
        weight *= _OTHER_PARAGRAPH
    return weight * (_SUBJECT if _is_subject(scene, match) else _OTHER)


def _heads_paragraph(scene: Scene, token: int, match: Match) -> bool:
    """Whether a paragraph begins with the name alone: "TAIPEI. The president said"."""
    tree = scene.tree
    if scene.paragraphs[match.start] != scene.paragraphs[token] or match.end > token:
        return False
    first = match.start == 0 or scene.paragraphs[match.start - 1] != scene.paragraphs[token]
    return first and tree.words[match.end] in {".", ":", "–", "—"}


def _is_explained(scene: Scene, token: int, match: Match) -> bool:
    """Whether a colon leads from what a country does to the token: "Peru went further: X said"."""
    tree = scene.tree
    if tree.sentences[match.start] != tree.sentences[token] or match.end > token:
        return False
    colons = [each for each in range(match.end, token) if tree.words[each] == ":"]
    if not colons or not _is_subject(scene, match):
        return False
    others = (other for other in scene.matches if match.end <= other.start < colons[0])
    return not any(_is_subject(scene, other) for other in others)


def _is_subject(scene: Scene, match: Match) -> bool:
    """Whether the name, or the noun it qualifies, is a subject of the sentence's main clause."""
    tree = scene.tree
    token = head_of(tree, match.start, match.end)
    token = tree.climbed(token, {"amod", "compound", "nmod:poss", "flat"})
    return tree.relations[tree.coordination_head(token)] in SUBJECTS


def _scene_of_act(scene: Scene, token: int, *, body: bool) -> tuple[str, float] | None:
    """The country where the act with the token in it takes place: "arrested X in Bamako"."""
    tree = scene.tree
    first, last = tree.sentence(token)
    top = tree.coordination_head(_phrase_head(scene, token))
    verb = tree.heads[top]
    near = [
        (abs(match.start - token), code, match)
        for match in scene.matches
        if first <= match.start < last
        and (code := _code(scene, match)) is not None
        and _is_where(scene, match, {verb, top})
    ]
    if not near or tree.lemmas[verb] in place_words().motion | _HOSTING:
        return None
    _, code, _ = min(near, key=lambda item: item[0])
    at_home = body or tree.relations[top] in _UNDERGOING
    return code, _SCENE if at_home else _WHERE_SAID


def _phrase_head(scene: Scene, token: int) -> int:
    """The head of the whole phrase that a title and a name make."""
    return scene.tree.climbed(token, {"compound", "flat", "appos", "amod", "nmod:desc"})


def _is_where(scene: Scene, match: Match, governors: Collection[int]) -> bool:
    """Whether a name says where the act takes place, or where somebody is: "X in Bamako"."""
    tree = scene.tree
    head = head_of(tree, match.start, match.end)
    return tree.heads[head] in governors and place_words().is_locative(tree.case(head))
