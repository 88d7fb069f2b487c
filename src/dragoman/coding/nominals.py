"""Actors without a name: titles that stand alone, nouns for people, counted sides and groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft, Phrase
from dragoman.coding.groups import is_group
from dragoman.coding.persons import counterpart_office, printed_office, side_code
from dragoman.coding.place_words import place_words
from dragoman.coding.sides import nominal_draft
from dragoman.coding.stretches import head_of, printed
from dragoman.coding.title_nouns import title_nouns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dragoman.coding.cast import Mention, MentionKind
    from dragoman.coding.lexicon import ActorNoun
    from dragoman.coding.persons import Portrait
    from dragoman.coding.scene import Scene
    from dragoman.coding.titles import Title
    from dragoman.records import Office

_EXACT_TITLE = 0.85
_SAME_ROLE = 0.7
_SAME_NOUN = 0.65
_WIDER_NOUN = 0.6
_TOP_LEVELS = 2
_MODIFIER_RELATIONS = frozenset({"compound", "amod", "flat", "case", "fixed"})
_ACTING = frozenset({"force", "fighter", "people", "body", "government"})
_OPENING = frozenset(
    {"DET", "PRON", "NUM", "ADV", "PART", "ADP", "PUNCT", "SPACE", "CCONJ", "SCONJ"}
)
_MEASURES = frozenset({"least", "most", "more", "than"})
_ROVING = frozenset({"MIL", "UAF", "PRM"})
_PLACE_CASES = frozenset({"in", "from", "of", "inside", "across"})
_OWNER_CASES = frozenset({"of", "from"})

_NOT_UNLIKELY = 0.1

TITLE_FROM = 0.5
"""How likely the network must find the person whom a description of no known title goes back to."""


# Titles that stand alone ---------------------------------------------------------------------


def add_titles(scene: Scene, titles: Sequence[Title], portraits: Sequence[Portrait]) -> None:
    """Link titles without a name to the person who holds them, else add an unnamed holder."""
    for title in titles:
        if not _stands_as_phrase(scene, title) or not scene.free(*title.core):
            continue
        if is_group(scene, title.head):
            continue
        if title.plural:
            _add_holders(scene, title)
        else:
            _add_holder(scene, title, portraits)
        scene.take(title.start, title.end)


def _stands_as_phrase(scene: Scene, title: Title) -> bool:
    """Whether the title is a noun phrase of its own, not a word inside another ("chief aim")."""
    tree, head = scene.tree, title.head
    if tree.relations[head] in _MODIFIER_RELATIONS and tree.heads[head] >= title.end:
        return False
    return tree.child(head, "cop") is None


def _add_holder(scene: Scene, title: Title, portraits: Sequence[Portrait]) -> None:
    found = _holder(scene, title, portraits) if title.definite is not False else None
    kind: MentionKind = "title" if found is not None or title.office is not None else "nominal"
    if found is not None:
        actor, certainty = found
        _enrich(scene, actor, title)
    else:
        actor, certainty = scene.cast.add_actor(_unnamed_holder(scene, title, portraits)), 1.0
    scene.cast.add_mention(actor, title.start, title.end, kind=kind,
                           phrase=Phrase(heads=(title.head,)), certainty=certainty)  # fmt: skip


def _holder(scene: Scene, title: Title, portraits: Sequence[Portrait]) -> tuple[int, float] | None:
    """The person of the article who has this title; of several the likeliest, else the last named.

    Where no title fits, the network may still know whom "the general" goes back to.
    """
    ranked = [
        (score, portrait)
        for portrait in portraits
        if (score := _fit(scene, title, portrait)) is not None
    ]
    if not any(_is_named_before(portrait, title) for _, portrait in ranked):
        untitled = _untitled(scene, title, portraits)
        if untitled is not None:
            return untitled
    if not ranked:
        return _told_by_network(scene, title, portraits)
    best = max(score for score, _ in ranked)
    alike = [portrait for score, portrait in ranked if score == best]
    shares = _shares(scene, title, alike)
    chosen = min(alike, key=lambda each: (-shares[each.actor], _distance(each, title.start)))
    return chosen.actor, max(best, shares[chosen.actor])


def _is_named_before(portrait: Portrait, title: Title) -> bool:
    return any(name.end <= title.start for name in portrait.person.names)


def _untitled(
    scene: Scene, title: Title, portraits: Sequence[Portrait]
) -> tuple[int, float] | None:
    """Who was named last and without a title: "Lind flew in. The prime minister said that ...".

    The one named last must be a subject no more than a sentence before, and the network must not
    hold it for unlikely.
    """
    named = [portrait for portrait in portraits if _is_named_before(portrait, title)]
    if title.office is None or not title.definite or title.own or title.former or not named:
        return None
    last = min(named, key=lambda portrait: _distance(portrait, title.start))
    titled = scene.cast.draft(last.actor).office is not None or bool(last.titles)
    if titled or not _may_be(scene, title, last) or not _was_subject(scene, title, last):
        return None
    share = _shares(scene, title, [last])[last.actor]
    return None if share < _NOT_UNLIKELY else (last.actor, max(share, _WIDER_NOUN))


def _was_subject(scene: Scene, title: Title, portrait: Portrait) -> bool:
    tree = scene.tree
    name = max((n for n in portrait.person.names if n.end <= title.start), key=lambda n: n.start)
    near = tree.sentences[title.start] - tree.sentences[name.start] <= 1
    return near and tree.relations[head_of(tree, name.start, name.end)] == "nsubj"


def _told_by_network(
    scene: Scene, title: Title, portraits: Sequence[Portrait]
) -> tuple[int, float] | None:
    if title.noun is None or not title.definite or title.own or title.plural:
        return None
    fitting = [portrait for portrait in portraits if _may_be(scene, title, portrait)]
    shares = _shares(scene, title, fitting)
    best = max(shares, key=lambda actor: shares[actor], default=None)
    return None if best is None or shares[best] < TITLE_FROM else (best, shares[best])


def _may_be(scene: Scene, title: Title, portrait: Portrait) -> bool:
    """Whether nothing printed speaks against it: not another country, not the other gender."""
    draft = scene.cast.draft(portrait.actor)
    code = side_code(title.of[0]) if title.of else None
    gender = title.gender
    same_side = code is None or draft.country in (None, code)
    return same_side and (gender is None or draft.gender in (None, gender))


def _shares(scene: Scene, title: Title, portraits: Sequence[Portrait]) -> dict[int, float]:
    """How likely a title goes back to each person, by the network; all 0 without one."""
    heads = {
        mention.root: mention.actor
        for portrait in portraits
        for name in portrait.person.names
        if name.end <= title.start
        for mention in scene.cast.mentions_at(head_of(scene.tree, name.start, name.end))
    }
    shares = {portrait.actor: 0.0 for portrait in portraits}
    if scene.antecedents is not None and heads:
        likely = scene.antecedents.likely(title.head, list(heads))
        for actor, share in zip(heads.values(), likely, strict=True):
            if actor in shares:
                shares[actor] += share
    return shares


def _distance(portrait: Portrait, token: int) -> tuple[bool, int]:
    gaps = [token - name.start for name in portrait.person.names]
    before = [gap for gap in gaps if gap > 0]
    return (not before, min(before or [-gap for gap in gaps]))


def _fit(scene: Scene, title: Title, portrait: Portrait) -> float | None:
    """How well a title fits a person, or None where it cannot be theirs."""
    draft = scene.cast.draft(portrait.actor)
    code = side_code(title.of[0]) if title.of else None
    if code is not None and draft.country not in (None, code):
        return None
    if title.noun is not None:
        return _fit_noun(title.noun, portrait, draft.office)
    wanted = title.office
    if wanted is None:
        return None
    offices = [draft.office, *draft.other_offices] if title.former else [draft.office]
    for office in offices:
        if office is not None and office.role == wanted.role:
            same = office.title.lower().endswith(wanted.title.lower())
            return _EXACT_TITLE if same or code is not None else _SAME_ROLE
        if office is not None and _ends_alike(office.title, wanted.title):
            return _SAME_NOUN
    return None


def _ends_alike(printed_title: str, short: str) -> bool:
    """Whether a title is the last word of a longer one: "minister", "interior minister"."""
    return printed_title.lower().split()[-1:] == short.lower().split()


def _fit_noun(noun: ActorNoun, portrait: Portrait, office: Office | None) -> float | None:
    if noun.noun in portrait.words:
        return _SAME_NOUN
    roles = title_nouns().get(noun.noun, frozenset())
    return _WIDER_NOUN if office is not None and office.role in roles else None


def _enrich(scene: Scene, actor: int, title: Title) -> None:
    """A title printed elsewhere tells the office or country that the name's own left open."""
    draft = scene.cast.draft(actor)
    if draft.office is None and not title.former:
        draft.office = printed_office(scene, title)
    if not title.of or title.office is None or draft.country is not None:
        return
    draft.country = side_code(title.of[0])
    if draft.office is None or draft.office.of is None:
        draft.office = printed_office(scene, title)


def _unnamed_holder(scene: Scene, title: Title, portraits: Sequence[Portrait]) -> ActorDraft:
    """A holder whom the article does not name: "the Omani foreign minister"."""
    start = title.start
    while start < title.core[0] and scene.tree.tags[start] in {"DET", "PRON"}:
        start += 1
    text = printed(scene.tree, start, title.end)
    code = side_code(title.of[0]) if title.of else None
    words = " ".join(scene.tree.lower[slice(*title.core)])
    own = f"{title.own} {title.start}" if title.own else ""
    draft = ActorDraft(text, "unnamed", code, sectors=title.sectors,
                       key=("holder", code or title.owner or own, words))  # fmt: skip
    draft.gender = title.gender
    if title.noun is not None:
        draft.office = counterpart_office(scene, title, portraits)
    office = printed_office(scene, title)
    if office is None:
        return draft
    if title.former:
        draft.other_offices = (office,)
    else:
        draft.office = office
    if title.definite and code and office.level <= _TOP_LEVELS:
        draft.kind = "person"
    return draft


def _add_holders(scene: Scene, title: Title) -> None:
    """Several holders: "the foreign ministers of Egypt and Jordan", "Iranian diplomats"."""
    codes = tuple(dict.fromkeys(code for entity in title.of if (code := side_code(entity))))
    start = title.start
    while start < title.core[0] and scene.tree.tags[start] in {"DET", "PRON"}:
        start += 1
    text = printed(scene.tree, start, title.end)
    words = " ".join(scene.tree.lower[slice(*title.core)])
    draft = ActorDraft(text, "unnamed", codes[0] if len(codes) == 1 else None,
                       sectors=title.sectors, key=("holders", *codes, words, text.lower()),
                       plural=True)  # fmt: skip
    if len(codes) == 1:
        draft.office = printed_office(scene, title)
    if len(codes) > 1:
        draft.members = tuple(_member(scene, title, code) for code in codes)
    scene.cast.add_mention(scene.cast.add_actor(draft), title.start, title.end, kind="nominal",
                           phrase=Phrase(heads=(title.head,)))  # fmt: skip


def _member(scene: Scene, title: Title, code: str) -> int:
    """One of several holders without names: the foreign minister of Egypt."""
    words = printed(scene.tree, *title.core)
    state = scene.world.state(code)
    draft = ActorDraft(f"{words} of {state.name if state else code}", "unnamed", code,
                       sectors=title.sectors, key=("member", code, words.lower()))  # fmt: skip
    return scene.cast.add_actor(draft)


# Nouns for people ----------------------------------------------------------------------------


def add_noun(scene: Scene, token: int) -> Iterable[Mention]:
    """Add a noun of the table that stands as a phrase: "rebels", "the police", "most countries".

    Returns:
        The mention, if there is one.
    """
    tree = scene.tree
    if scene.taken[token] or _is_named(scene, token):
        return ()
    found = scene.nouns.at(tree, token)
    if found is None or tree.relations[token] in _MODIFIER_RELATIONS:
        return ()
    if scene.nouns.is_collective(found[1].noun) or found[1].kind in {"relation", "collective"}:
        _add_collective(scene, token)
    elif found[1].kind in _ACTING:
        _add_noun(scene, token, *found)
    return scene.cast.mentions_at(token)


def _is_named(scene: Scene, token: int) -> bool:
    """Part of a name that is a place here: "in the United States"."""
    match = scene.match_at[token]
    if match is not None and match.end == token + 1 and match.end - match.start > 1:
        return True
    return scene.tree.tags[token] == "PROPN" and scene.label(token) in {"PLACE", "FACILITY"}


def _add_noun(scene: Scene, token: int, words: int, noun: ActorNoun) -> None:
    """A noun of the table; ``words`` is the first of its own words."""
    tree = scene.tree
    start = tree.phrase(token)[0]
    while start < words and scene.hidden[start]:
        start += 1
    first = start
    while first < words and (tree.tags[first] in _OPENING or tree.lower[first] in _MEASURES):
        first += 1
    cases = _OWNER_CASES if noun.noun in place_words().abroad else _PLACE_CASES
    code = country_beside(scene, token, cases) if _stays(noun) else None
    draft = nominal_draft(scene, first, token, noun, code)
    scene.cast.add_mention(scene.cast.add_actor(draft), start, token + 1, kind="nominal",
                           phrase=Phrase(token))  # fmt: skip
    scene.take(words, token + 1)


def _stays(noun: ActorNoun) -> bool:
    """Whether people of this kind are of the country they are said to be in."""
    return _ROVING.isdisjoint(noun.sectors)


def country_beside(scene: Scene, token: int, cases: Collection[str] = _PLACE_CASES) -> str | None:
    """The state that a noun's own phrase names: "the government of Chad", "rebels in Chad"."""
    tree = scene.tree
    for child in tree.children(token, "nmod", "nmod:poss"):
        match = scene.match_at[child]
        entity = scene.meant(match) if match else None
        owned = tree.relations[child] == "nmod:poss" or tree.case(child) in cases
        if entity is not None and entity.kind == "state" and owned:
            return side_code(entity)
    return None


def _add_collective(scene: Scene, token: int) -> None:
    """Counted or plural sides: "most of the countries", "all parties", "allies"."""
    tree = scene.tree
    if "Number=Plur" not in tree.features[token]:
        return
    start, end = tree.phrase(token)
    while start < token and scene.hidden[start]:
        start += 1
    scene.cast.unnamed(start, max(end, token + 1), "unnamed")
    scene.take(token, token + 1)
