"""States, organisations and armed groups by name, and nominals that a country word qualifies.

A country word is an actor where a government or people acts or is acted on, not where it is a
place. The same rule holds for seats ("in the Kremlin" is a place, "the Kremlin said" is Russia).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft, Phrase
from dragoman.coding.media import media
from dragoman.coding.persons import side_code
from dragoman.coding.place_words import place_words
from dragoman.coding.short_names import known_as
from dragoman.coding.stretches import head_of, is_plural, printed

if TYPE_CHECKING:
    from dragoman.coding.cast import MentionKind
    from dragoman.coding.lexicon import ActorNoun
    from dragoman.coding.scene import Label, Match, Scene
    from dragoman.records import ActorKind
    from dragoman.world import Entity

_DASHES = frozenset({"-", "–", "\u2011"})
_ON_THE_MAP = frozenset({"PLACE", "FACILITY"})
_SEATS = frozenset({"capital", "metonym"})
_NATIONS = frozenset({"demonym", "plural"})
_ALWAYS_PLURAL = frozenset({"people", "police", "troop", "townspeople"})
_KINDS: dict[str, ActorKind] = {
    "state": "state",
    "organization": "organization",
    "armed_group": "armed_group",
    "population": "population",
    "body": "organization",
}


def add_sides(scene: Scene) -> None:
    """Add all states, bodies, organisations and populations that the article names."""
    for match in scene.matches:
        entity = scene.meant(match)
        if entity is None or scene.taken[match.start] or _is_no_side(scene, match):
            continue
        nation = _as_nation(scene, match, entity)
        if nation is not None:
            _add_nation(scene, match, nation)
        elif entity.form == "adjective" or _qualifies(scene, match):
            _add_qualified(scene, match, entity)
        elif not is_place(scene, match.start, match.end):
            mention(scene, match, entity)
    for label in scene.labels:
        known = any(scene.match_at[label.start : label.end])
        if label.label == "ORGANISATION" and not known and scene.free(label.start, label.end):
            _add_unknown(scene, label)


def _as_nation(scene: Scene, match: Match, entity: Entity) -> Entity | None:
    """The form as a word for people: "the French", but not "the French army"."""
    tree, after = scene.tree, match.end
    nation = next(
        (each for each in match.entities if each.code == entity.code and each.form in _NATIONS),
        None,
    )
    if nation is None or entity.form != "adjective":
        return nation
    head = head_of(tree, match.start, match.end)
    followed = after < len(tree) and tree.tags[after] in {"NOUN", "PROPN", "ADJ", "NUM"}
    before = tree.lower[match.start - 1] if match.start else ""
    nominal = before == "the" and not followed and tree.relations[head] not in {"amod", "compound"}
    return nation if nominal else None


def _described_by(scene: Scene, start: int) -> tuple[int, ...]:
    """The noun right before a name that says what it is to somebody: "US ally Israel"."""
    token = start - 1
    if token < 0 or scene.tree.tags[token] != "NOUN" or is_plural(scene.tree, token):
        return ()
    found = scene.nouns.at(scene.tree, token)
    if found is None or found[1].kind != "relation":
        return ()
    scene.take(found[0], start)
    return (token,)


def _is_no_side(scene: Scene, match: Match) -> bool:
    """Whether the words name something else: money, a medium, a longer name on the map."""
    return _is_money(scene, match) or _is_medium(scene, match) or _is_inside_place(scene, match)


def _is_medium(scene: Scene, match: Match) -> bool:
    """Whether something is written or said there: "wrote on Twitter"."""
    tree = scene.tree
    entry = media().get(tree.lower[match.end - 1])
    case = tree.case(head_of(tree, match.start, match.end))
    return entry is not None and not entry.before and case in entry.cases


def _is_inside_place(scene: Scene, match: Match) -> bool:
    """Whether the words are but the last of a name on the map: "Lake Victoria"."""
    label = scene.label_at[match.start]
    if label is None or label.label not in _ON_THE_MAP or label.end > match.end:
        return False
    before = scene.tree.words[label.start : match.start]
    return any(word[:1].isupper() for word in before)


def _is_money(scene: Scene, match: Match) -> bool:
    """Whether it names a currency: "US$"."""
    after = scene.tree.words[match.end] if match.end < len(scene.tree) else ""
    return "$" in scene.tree.words[match.end - 1] or after.startswith("$")


def mention(scene: Scene, match: Match, entity: Entity, *, passing: bool = False) -> int:
    """Add the mention of a side by its name or seat; give its actor.

    ``passing`` marks a word that but qualifies another: "Bulgarian yoghurt".
    """
    actor = add_side(scene, entity)
    kind: MentionKind = "metonym" if entity.form in _SEATS else "name"
    if passing:
        scene.cast.add_qualifier(actor, match.start, match.end, kind=kind)
    else:
        phrase = Phrase(heads=_described_by(scene, match.start))
        scene.cast.add_mention(actor, match.start, match.end, kind=kind, phrase=phrase)
    scene.take(match.start, match.end)
    return actor


def add_side(scene: Scene, entity: Entity) -> int:
    """The actor that an entity is: a seat or capital is the state, the Knesset a body of it."""
    if entity.kind == "state" or (entity.kind == "body" and entity.form in _SEATS):
        code = side_code(entity)
        if code is not None:
            return add_state(scene, code)
    key = (entity.kind, entity.code, entity.name)
    return scene.cast.add_actor(
        ActorDraft(entity.name, _KINDS[entity.kind], side_code(entity), entity.class_,
                   entity.sectors, key=key, plural=entity.kind == "population")
    )  # fmt: skip


def add_state(scene: Scene, code: str) -> int:
    """The actor that is the state ``code`` itself, under its usual name."""
    state = scene.world.state(code)
    name = state.name if state is not None else code
    return scene.cast.add_actor(ActorDraft(name, "state", code, key=("state", code)))


# Actor or place ------------------------------------------------------------------------------


def is_place(scene: Scene, start: int, end: int) -> bool:
    """Whether a printed name of a side is only a place where it stands."""
    tree = scene.tree
    head = head_of(tree, start, end)
    relation, governor = tree.relations[head], tree.heads[head]
    while relation in {"conj", "flat", "appos"} and governor != head:
        head = governor
        relation, governor = tree.relations[head], tree.heads[head]
    if relation == "obj":
        return tree.lemmas[governor] in place_words().place_objects
    if relation == "nmod:poss":
        return _names_region(scene, governor)
    if relation in {"nsubj", "nsubj:pass", "obl:agent", "iobj", "vocative", "root"}:
        return False
    return _is_place_by_case(scene, tree.case(head) or _word_before(scene, start), governor)


def _word_before(scene: Scene, start: int) -> str:
    """The preposition that stands right before a phrase, where the tree shows none."""
    tree, token = scene.tree, start - 1
    while token >= 0 and tree.tags[token] in {"DET", "ADJ"}:
        token -= 1
    return tree.lower[token] if token >= 0 and tree.tags[token] == "ADP" else ""


def _is_place_by_case(scene: Scene, case: str, governor: int) -> bool:
    words, tree = place_words(), scene.tree
    if words.is_locative(case):
        return True
    if case == "from" and tree.tags[governor] == "PROPN":
        return True
    if case in words.directional:
        return tree.lemmas[governor] in words.motion
    return case == "of" and _names_region(scene, governor)


def _names_region(scene: Scene, noun: int) -> bool:
    if scene.tree.lemmas[noun] in place_words().regions:
        return True
    found = scene.nouns.at(scene.tree, noun)
    return found is not None and found[1].kind == "place"


# Words that qualify a noun -------------------------------------------------------------------


def _qualifies(scene: Scene, match: Match) -> bool:
    """Whether a name stands before a noun as its qualifier or owner: "US forces", "Iran's army"."""
    tree = scene.tree
    head = head_of(tree, match.start, match.end)
    return tree.relations[head] in {"compound", "amod", "nmod:poss"} and tree.heads[head] > head


def _add_qualified(scene: Scene, match: Match, entity: Entity) -> None:
    """A country word before a noun: the noun decides whether the two together are an actor."""
    head = qualified_noun(scene, match)
    found = scene.nouns.at(scene.tree, head) if head is not None else None
    if head is None or found is None:
        _add_bare_adjective(scene, match, entity, head)
        return
    noun = found[1]
    if noun.kind == "place":
        return
    if scene.tree.lower[head] == "side" and not scene.taken[head]:
        noun = replace(noun, kind="government")
    if noun.kind == "relation" or scene.taken[head]:
        scene.take(match.start, match.end)
        return
    if noun.kind == "collective" and side_code(entity) is not None:
        mention(scene, match, entity, passing=True)
        return
    add_nominal(scene, match, entity, head, noun)


def qualified_noun(scene: Scene, match: Match) -> int | None:
    """The noun that a country word before it belongs to."""
    tree = scene.tree
    head = head_of(tree, match.start, match.end)
    if tree.relations[head] in {"amod", "compound", "nmod", "nmod:poss", "flat"}:
        return tree.heads[head] if tree.heads[head] > head else None
    token = match.end
    last = None
    while token < tree.sentence(match.start)[1] and tree.tags[token] in {"NOUN", "ADJ", "PROPN"}:
        last = token if tree.tags[token] != "ADJ" else last
        token += 1
    return last if tree.tags[head] == "ADJ" else None


def _add_bare_adjective(scene: Scene, match: Match, entity: Entity, head: int | None) -> None:
    """Take "US" in "US drone strike" as an actor inside the phrase."""
    adjective = entity.form == "adjective"
    if entity.kind == "state" and head is None and adjective:
        return
    if head is not None and scene.tree.tags[head] == "PROPN" and adjective:
        return
    if not _is_origin(scene, match):
        mention(scene, match, entity, passing=adjective)


def _is_origin(scene: Scene, match: Match) -> bool:
    """Whether it tells where from ("Syrian-born"), and not who acts ("Iranian-backed")."""
    words, after = scene.tree.lower, match.end
    if after + 1 >= len(words) or words[after] not in _DASHES:
        return False
    return words[after + 1] not in place_words().acting


def add_nominal(scene: Scene, match: Match, entity: Entity, head: int, noun: ActorNoun) -> None:
    """A country word over a noun for an actor: "Iranian forces", "the French government"."""
    tree = scene.tree
    code = side_code(entity)
    start = match.start
    if start and tree.tags[start - 1] == "DET":
        start -= 1
    if noun.kind == "government" and code is not None:
        scene.cast.add_mention(
            add_state(scene, code), start, head + 1, kind="metonym", phrase=Phrase(head)
        )
    else:
        draft = nominal_draft(scene, match.start, head, noun, code)
        actor = scene.cast.add_actor(draft)
        scene.cast.add_mention(actor, start, head + 1, kind="nominal", phrase=Phrase(head))
    scene.take(start, head + 1)


def nominal_draft(
    scene: Scene, start: int, head: int, noun: ActorNoun, code: str | None
) -> ActorDraft:
    """The actor a nominal denotes; the same words for the same country are the same actor."""
    tree = scene.tree
    plural = is_plural(tree, head) or noun.noun in _ALWAYS_PLURAL
    text = printed(tree, start, head + 1)
    first = scene.nouns.at(tree, head)
    own = first[0] if first is not None and noun.kind not in {"body", "government"} else start
    words = " ".join(tree.lower[own : head + 1])
    return ActorDraft(text, nominal_kind(noun, code, plural=plural), code, sectors=noun.sectors,
                      key=("nominal", code or "", words), plural=plural,
                      gender=noun.gender)  # fmt: skip


def nominal_kind(noun: ActorNoun, code: str | None, *, plural: bool) -> ActorKind:
    """Forces and bodies are organisations, rebels armed groups, persons without a name unnamed."""
    if noun.kind in {"person", "people", "fighter"} and not plural:
        return "unnamed"
    if noun.kind in {"force", "fighter"}:
        regular = code is not None and not {"REB", "UAF", "PRM"} & set(noun.sectors)
        return "organization" if regular or {"MIL", "COP"} & set(noun.sectors) else "armed_group"
    if noun.kind in {"body", "government"}:
        return "organization"
    return "population" if noun.kind == "people" else "unnamed"


# Peoples -------------------------------------------------------------------------------------


def _add_nation(scene: Scene, match: Match, entity: Entity) -> None:
    """Take "the Americans" as the state, "Americans" as its people, "an American" as a person."""
    tree, code = scene.tree, side_code(entity)
    head = head_of(tree, match.start, match.end)
    before = tree.lower[match.start - 1] if match.start else ""
    if entity.kind == "population" or code is None:
        mention(scene, match, entity)
        return
    if entity.form == "plural" and before == "the" and tree.relations[head] != "obl":
        scene.cast.add_mention(add_state(scene, code), match.start - 1, match.end, kind="metonym")
    else:
        plural = entity.form == "plural"
        text = printed(tree, match.start, match.end)
        counted = tree.child(head, "nummod", "amod") is not None
        kind: ActorKind = "population" if plural and not counted else "unnamed"
        draft = ActorDraft(text, kind, code, sectors=("CVL",) if plural and not counted else (),
                           key=("nation", code, kind), plural=plural)  # fmt: skip
        scene.cast.add_mention(
            scene.cast.add_actor(draft), match.start, match.end, kind="nominal", phrase=Phrase(head)
        )
    scene.take(match.start, match.end)


# Organisations the world does not know -------------------------------------------------------


def _add_unknown(scene: Scene, label: Label) -> None:
    tree, start, end = scene.tree, label.start, label.end
    while start < end - 1 and tree.tags[start] in {"DET", "PUNCT"}:
        start += 1
    while end > start + 1 and tree.lower[end - 1] in {"'s", "’s", "'", "’", ",", '"', "”"}:
        end -= 1
    if is_place(scene, start, end) or not any(word[:1].isupper() for word in tree.words[start:end]):
        return
    actor = known_as(scene, start, end)
    if actor is None:
        name = printed(tree, start, end)
        draft = ActorDraft(name, "organization", key=("organization", name.lower()))
        actor = scene.cast.add_actor(draft)
    scene.cast.add_mention(actor, start, end, kind="name")
    scene.take(start, end)
