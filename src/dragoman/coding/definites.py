"""Common nouns for an actor named before: "the country", "the bloc", "his government", "the army".

"The country" goes to a state named before, "the bloc" to an organisation. "His country" and
"their government" go to the state of whom the pronoun stands for, "her ministry" and "its navy"
are bodies of it. Bodies that no word assigns ("the army") belong to the country that the text
speaks of there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dragoman.coding.cast import Phrase
from dragoman.coding.homes import home_of
from dragoman.coding.nominals import add_noun, country_beside
from dragoman.coding.place_words import place_words
from dragoman.coding.sides import add_state, is_place, nominal_draft
from dragoman.coding.stretches import head_of
from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.discourse import Discourse, Who
    from dragoman.coding.lexicon import ActorNoun
    from dragoman.coding.scene import Scene
    from dragoman.records import ActorKind

_FILE = "definites.tsv"
_COLUMNS = ("noun", "kinds", "alone")
_KINDS: dict[str, ActorKind] = {
    "state": "state",
    "organization": "organization",
    "armed_group": "armed_group",
}
_DEFINITE = frozenset({"the", "this", "that"})
_COUNTRY = frozenset({"country", "nation", "homeland"})
_REGULAR = frozenset({"MIL", "COP", "GOV", "LEG", "JUD", "SPY"})
_SPECIFIED = frozenset({"nmod", "acl:relcl", "acl", "nummod"})
_INSIDE = frozenset({"compound", "amod", "flat", "fixed"})
_REACH = 3
_ALONE = 0.6
_OWNED = 0.75

LINK_FROM = 0.5
"""How likely the network must find the actor that a common noun goes back to."""


@dataclass(frozen=True, slots=True)
class Definite:
    """What a noun can stand for; ``alone``: also where no network says so."""

    kinds: frozenset[ActorKind]
    alone: bool


@cache
def definites() -> dict[str, Definite]:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_definites(resources.files("dragoman.coding") / "data")


def read_definites(folder: Traversable) -> dict[str, Definite]:
    """Read and check the table in a folder.

    Raises:
        DataError: A noun is listed twice, or a kind is unknown.
    """
    found: dict[str, Definite] = {}
    for row in read_table(folder, _FILE, _COLUMNS):
        kinds = row["kinds"].split()
        if row["noun"] in found or not kinds or not _KINDS.keys() >= set(kinds):
            raise row.wrong(f"{row['noun']!r} is listed twice, or has an unknown kind")
        found[row["noun"]] = Definite(
            frozenset(_KINDS[kind] for kind in kinds), row.optional("alone") == "yes"
        )
    return found


def link_definite(discourse: Discourse, token: int) -> bool:
    """Link a common noun to the actor named before, or give its body a country.

    Returns:
        Whether the noun is a mention now.
    """
    scene = discourse.scene
    tree = scene.tree
    if scene.taken[token] or scene.cast.at(token) or tree.tags[token] != "NOUN":
        return False
    if tree.relations[token] in _INSIDE:
        return False
    return (
        _link_owned(discourse, token)
        or _link_named(discourse, token)
        or _add_at_home(discourse, token)
    )


def _add(
    discourse: Discourse, token: int, actor: int, certainty: float, *, start: int | None = None
) -> bool:
    begin = scene_start(discourse.scene, token) if start is None else start
    kind = discourse.cast.draft(actor).kind
    mention = discourse.cast.add_mention(
        actor,
        begin,
        token + 1,
        kind="metonym" if kind == "state" else "nominal",
        phrase=Phrase(token),
        certainty=certainty,
    )
    discourse.mentions.append(mention)
    discourse.scene.take(token, token + 1)
    return True


def scene_start(scene: Scene, token: int) -> int:
    """The first token of a noun's phrase that the article itself prints."""
    start = scene.tree.phrase(token)[0]
    while start < token and scene.hidden[start]:
        start += 1
    return start


# Owned ---------------------------------------------------------------------------------------


def _link_owned(discourse: Discourse, token: int) -> bool:
    """Link "his country", "their government", "its navy": what belongs to an actor's side."""
    scene, tree = discourse.scene, discourse.tree
    owner = tree.child(token, "nmod:poss")
    if owner is None:
        return False
    code = next((d.country for d in map(scene.cast.draft, scene.cast.at(owner)) if d.country), None)
    if code is None or scene.world.state(code) is None:
        return False
    found = scene.nouns.at(tree, token)
    government = found is not None and found[1].kind == "government"
    certainty = min(_OWNED, max(scene.cast.certainty(owner, a) for a in scene.cast.at(owner)))
    if tree.lemmas[token] in _COUNTRY or government:
        if is_place(scene, scene_start(scene, token), token + 1):
            return False
        return _add(discourse, token, add_state(scene, code), certainty)
    if found is None or found[1].kind not in {"body", "force"}:
        return False
    return _add_body(discourse, token, found, code, certainty)


def _add_body(
    discourse: Discourse,
    token: int,
    found: tuple[int, ActorNoun],
    code: str,
    certainty: float,
) -> bool:
    scene = discourse.scene
    start = scene_start(scene, token)
    while start < found[0] and scene.tree.tags[start] in {"DET", "PRON", "PUNCT"}:
        start += 1
    draft = nominal_draft(scene, start, token, found[1], code)
    return _add(discourse, token, scene.cast.add_actor(draft), certainty)


# Named before --------------------------------------------------------------------------------


def _link_named(discourse: Discourse, token: int) -> bool:
    """Link "the country", "the bloc", "the group" to the likeliest actor named before."""
    scene, tree = discourse.scene, discourse.tree
    entry = definites().get(tree.lemmas[token])
    if entry is None or not _refers_back(scene, token):
        return False
    if is_place(scene, scene_start(scene, token), token + 1):
        return False

    def fits(actor: int) -> bool:
        return scene.cast.draft(actor).kind in entry.kinds

    ranked = discourse.candidates(
        token,
        _REACH,
        fits,
        lambda head: _may_be_side(scene, head),
        surely=entry.alone,
        also=_places(scene, token) if "state" in entry.kinds else None,
    )
    if not ranked:
        return False
    best = ranked[0]
    if discourse.network is None:
        sure = entry.alone and (len(ranked) == 1 or best.share >= _OWNED)
        return sure and _add(discourse, token, best.who[0], _ALONE)
    return best.share >= LINK_FROM and _add(discourse, token, best.who[0], best.share)


def _may_be_side(scene: Scene, head: int) -> bool:
    """Whether a phrase that is no actor may be meant: a name, or a noun of the table."""
    if scene.tree.tags[head] == "PROPN":
        return scene.label(head) == "ORGANISATION"
    return scene.nouns.at(scene.tree, head) is not None


def _places(scene: Scene, token: int) -> dict[int, Who]:
    """States that stand before as places: "an earthquake in Nepal ... the country"."""
    tree = scene.tree
    found: dict[int, Who] = {}
    for match in scene.matches:
        entity = scene.meant(match)
        near = match.end <= token and tree.sentences[token] - tree.sentences[match.start] <= _REACH
        if entity is None or not near or entity.kind != "state" or entity.form != "name":
            continue
        head = head_of(tree, match.start, match.end)
        if not scene.cast.at(head) and not scene.hidden[head]:
            found[head] = (add_state(scene, entity.code),)
    return found


def _refers_back(scene: Scene, token: int) -> bool:
    """Whether a phrase is definite and does not itself say who: "the country", "the oil bloc"."""
    tree = scene.tree
    left = [child for child in tree.children(token) if child < token]
    definite = any(tree.lower[child] in _DEFINITE for child in left)
    named = any(scene.match_at[child] is not None for child in left)
    return definite and not named and tree.child(token, *_SPECIFIED) is None


# At home -------------------------------------------------------------------------------------


def _add_at_home(discourse: Discourse, token: int) -> bool:
    """Take "the army", "parliament" as those of the country that the text speaks of there."""
    scene = discourse.scene
    found = scene.nouns.at(scene.tree, token)
    if found is None or not _is_public(scene, token, found[1]):
        return False
    if country_beside(scene, token) is not None:
        return False
    code = home_of(scene, token, body=True)
    if code is None:
        return False
    if found[1].kind == "government":
        return _add(discourse, token, add_state(scene, code), _ALONE)
    return _add_body(discourse, token, found, code, _ALONE)


def _is_public(scene: Scene, token: int, noun: ActorNoun) -> bool:
    """A public body in the singular, definite or bare: "the army", "police", "parliament"."""
    tree = scene.tree
    if noun.kind not in {"government", "body", "force"} or _REGULAR.isdisjoint(noun.sectors):
        return False
    if noun.noun in place_words().abroad:
        return False
    left = [tree.lower[child] for child in tree.children(token) if tree.tags[child] == "DET"]
    bare = not left and noun.noun in {"police", "parliament", "military"}
    plural = "Number=Plur" in tree.features[token] and noun.noun not in {"police", "authorities"}
    return (bare or "the" in left) and not plural and tree.child(token, "nmod:poss") is None


def add_definite(discourse: Discourse, token: int) -> None:
    """Make a noun of the table a mention: of an actor named before, else of one of its own."""
    scene = discourse.scene
    if link_definite(discourse, token) or scene.taken[token]:
        return
    discourse.mentions.extend(add_noun(scene, token))
