"""Several actors under one word: "both leaders", "the two sides", "the neighbours", "the pair".

The members are sought among those spoken of before: actors joined by "and" first, then those the
text speaks of most, the last ones more than the first. Countries are also known by their people:
after "X of Chad met Y of Mali", "the two countries" are Chad and Mali. Who does something to "both
sides" is neither of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dragoman.coding.cast import ActorDraft, Phrase, unique
from dragoman.coding.discourse import SUBJECTS
from dragoman.coding.group_words import group_words
from dragoman.coding.sides import add_state
from dragoman.coding.stretches import printed

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.discourse import Discourse, Who
    from dragoman.coding.scene import Scene
    from dragoman.coding.tree import Tree

Kind = Literal["person", "side", "any"]

_STANDING_FOR_STATES = frozenset({"government", "force"})
"""Kinds of nouns whose owners are meant: "both armies", "the two governments"."""
_WORK = "LAB"
"""The sector of those who are called by what they work: "the two fishermen" are not two leaders."""
_REACH = 3
_PAIR = 2
_TOP_LEVEL = 1
_FAR = 12
_FADING = 0.8
_TITLE_WEIGHT = 0.5
_FOCUS = 0.1
_COUNTING = frozenset({"nummod", "det", "det:predet", "cc:preconj"})
_HEADS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss",
                    "conj", "root"})  # fmt: skip
_SPECIFIED = frozenset({"nmod", "nmod:poss", "acl:relcl", "acl", "appos"})
_COMPANY = frozenset({"with", "between", "to", "alongside"})
_UNDERGOING = frozenset({"obj", "iobj", "obl"})
_JOINED, _CLEAR, _CLOSE = 0.85, 0.75, 0.6
_MARGIN = 1.5


@dataclass(frozen=True, slots=True)
class _Counted:
    """A phrase for several actors spoken of before: ``count`` is None where it is not printed."""

    start: int
    end: int
    head: int
    count: int | None
    kind: Kind
    role: str | None = None


def is_group(scene: Scene, head: int) -> bool:
    """Whether a noun stands for several that were named before: "both leaders", "the two sides"."""
    return _counted(scene, head) is not None


def _counted(scene: Scene, head: int) -> _Counted | None:
    tree, words = scene.tree, group_words()
    kind = _kind(scene, head)
    if kind is None or _is_specified(scene, head):
        return None
    lower = [tree.lower[child] for child in tree.children(head) if child < head]
    alone = words.alone.get(tree.lemmas[head])
    count = alone or next((words.counts[word] for word in lower if word in words.counts), None)
    plural = count is not None or "Number=Plur" in tree.features[head]
    if words.definite.isdisjoint(lower) or not plural:
        return None
    if count is None and not _needs_no_number(tree, head, lower):
        return None
    post = scene.post_at[head]
    role = post.office.role if post is not None else None
    return _Counted(*_bounds(scene, head), head, count, kind, role)


def _needs_no_number(tree: Tree, head: int, left: Sequence[str]) -> bool:
    words = group_words()
    return len(left) == 1 and (
        tree.lemmas[head] in words.opposed or tree.lemmas[head] in words.officials
    )


def _bounds(scene: Scene, head: int) -> tuple[int, int]:
    tree = scene.tree
    start, end = tree.phrase(head)
    first = min([start, *(c for c in tree.children(head) if tree.relations[c] in _COUNTING)])
    times = [tree.subtree(c)[0] for c in tree.children(head, "nmod") if _is_time(scene, c)]
    return first, max(min([end, *times]), head + 1)


def _is_specified(scene: Scene, head: int) -> bool:
    """Whether the phrase itself says who: "the two ports of Chad", "the two Kenyan envoys"."""
    tree = scene.tree
    if any(not _is_time(scene, child) for child in tree.children(head, *_SPECIFIED)):
        return True
    matches = [scene.match_at[child] for child in tree.children(head) if child < head]
    entities = [scene.meant(match) for match in matches if match is not None]
    return any(entity is not None and entity.kind == "state" for entity in entities)


def _is_time(scene: Scene, token: int) -> bool:
    """Whether a phrase only says when: "the two neighbours in decades"."""
    return scene.label(token) == "TIME"


def _kind(scene: Scene, head: int) -> Kind | None:
    tree = scene.tree
    if tree.tags[head] != "NOUN":
        return None
    lemma = tree.lemmas[head]
    if scene.post_at[head]:
        return "person"
    found = scene.nouns.at(tree, head)
    if found is not None and found[1].kind == "person":
        return None if _WORK in found[1].sectors else "person"
    words = group_words()
    if lemma in words.alone:
        return "person"
    if found is not None and found[1].kind in _STANDING_FOR_STATES:
        return "side"
    return "side" if scene.nouns.is_collective(lemma) or lemma in words.opposed else None


def link_group(discourse: Discourse, token: int) -> None:
    """Link the phrase that a noun or a bare number heads to several actors spoken of before."""
    scene = discourse.scene
    counted = _counted(scene, token) or _bare(scene, token)
    if counted is None:
        return
    found = _members(discourse, counted) or _as_owners(discourse, counted)
    if found is not None:
        _bind(discourse, counted, *found)
    elif not discourse.cast.at(counted.head) and counted.head != counted.start:
        scene.cast.unnamed(counted.start, counted.end)


def _bare(scene: Scene, token: int) -> _Counted | None:
    """A number that is a phrase by itself: "the two agreed", "both refused"."""
    tree, words = scene.tree, group_words()
    count = words.counts.get(tree.lower[token])
    if count is None or tree.relations[token] not in _HEADS or _is_specified(scene, token):
        return None
    before = tree.lower[token - 1] if token else ""
    if tree.lower[token] != "both" and before not in words.definite:
        return None
    if tree.lower[token] == "both" and tree.relations[token] not in SUBJECTS:
        return None
    start = token - 1 if before in words.definite else token
    return _Counted(start, token + 1, token, count, "any")


def _as_owners(discourse: Discourse, counted: _Counted) -> tuple[Who, float] | None:
    """States for their officials: "the two presidents" after "the leaders of Chad and Mali met"."""
    if counted.role is None or counted.count is None:
        return None
    found = _members(discourse, replace(counted, kind="side", role=None))
    return None if found is None else (found[0], _CLOSE)


# Members -------------------------------------------------------------------------------------


def _members(discourse: Discourse, counted: _Counted) -> tuple[Who, float] | None:
    barred = set(_doers(discourse, counted))
    for who in discourse.joined(counted.start, _REACH).values():
        members = _fitting(discourse, counted, who)
        right = len(members) == counted.count if counted.count else len(members) > 1
        if right and barred.isdisjoint(members):
            return members, _JOINED
    met = _fitting(discourse, counted, met_before(discourse, counted.start))
    if len(met) == (counted.count or _PAIR) == _PAIR and barred.isdisjoint(met):
        return met, _CLEAR
    found = _most_spoken_of(discourse, counted, barred)
    if found is None or found[1] < _CLEAR:
        return _as_before(discourse, counted, barred) or found
    return found


def _as_before(
    discourse: Discourse, counted: _Counted, barred: set[int]
) -> tuple[Who, float] | None:
    """Those whom the last such group stood for: the two sides of an affair stay who they are."""
    for mention in reversed(discourse.mentions):
        members = discourse.cast.draft(mention.actor).members
        if mention.kind == "group" and len(members) == counted.count:
            fitting = _fitting(discourse, counted, members)
            if len(fitting) == counted.count and barred.isdisjoint(fitting):
                return fitting, _CLOSE
    return None


def _fitting(discourse: Discourse, counted: _Counted, who: Who) -> Who:
    """Those of several actors that the phrase can stand for; persons as their states or bodies."""
    cast = discourse.cast
    opened = [each for actor in who for each in (cast.draft(actor).members or (actor,))]
    if counted.kind == "side":
        return _as_sides(discourse, opened, discourse.tree.lemmas[counted.head])
    sides = _as_sides(discourse, opened, direct=True) if counted.kind == "any" else ()
    return unique([*(actor for actor in opened if cast.draft(actor).kind == "person"), *sides])


def _doers(discourse: Discourse, counted: _Counted) -> Iterator[int]:
    """Those who do something to the group, and their sides: "Denmark called on both sides"."""
    tree, cast = discourse.tree, discourse.cast
    verb = tree.heads[counted.head]
    if tree.relations[counted.head] not in _UNDERGOING:
        return
    for token in (verb, *tree.ancestors(verb)):
        subject = tree.child(token, *SUBJECTS)
        if subject is not None:
            who = cast.denoted(subject)
            yield from (*who, *_as_sides(discourse, who))
            return


def _most_spoken_of(
    discourse: Discourse, counted: _Counted, barred: Collection[int]
) -> tuple[Who, float] | None:
    weights = _of_role(discourse, counted, _salience(discourse, counted, barred))
    recent = sum(weight >= _FADING**_REACH for weight in weights.values())
    count = counted.count or (2 if counted.kind == "side" else recent)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not 1 < count <= len(ranked):
        return None
    first = min(weight for _, weight in ranked[:count])
    clear = len(ranked) == count or first >= _MARGIN * ranked[count][1]
    return tuple(sorted(actor for actor, _ in ranked[:count])), _CLEAR if clear else _CLOSE


def _salience(discourse: Discourse, counted: _Counted, barred: Collection[int]) -> dict[int, float]:
    """How much the text before the phrase speaks of each actor that fits."""
    tree = discourse.tree
    weights: defaultdict[int, float] = defaultdict(float)
    sentence, title = tree.sentences[counted.start], discourse.scene.title_end
    for mention in discourse.mentions:
        apart = sentence - tree.sentences[mention.start]
        headline = mention.end <= title
        if mention.end > counted.start or (apart > _FAR and not headline):
            continue
        weight = max(_FADING**apart, _TITLE_WEIGHT if headline else 0.0)
        for actor in _fitting(discourse, counted, (mention.actor,)):
            if actor not in barred:
                weights[actor] += weight
    for mention in discourse.cast.mentions:
        if mention.actor in weights:
            weights[mention.actor] += _FOCUS
    return weights


def _of_role(
    discourse: Discourse, counted: _Counted, weights: dict[int, float]
) -> dict[int, float]:
    """Only those with the office that the phrase names, where there are enough of them."""
    cast, role = discourse.cast, counted.role
    fitting = {
        actor: weight for actor, weight in weights.items() if _holds(cast.draft(actor), role)
    }
    if counted.kind == "side" or len(fitting) < (counted.count or 0):
        return weights
    return fitting


def _holds(draft: ActorDraft, role: str | None) -> bool:
    """Whether an actor holds an office of that role; without one, any office of the first level."""
    if draft.office is None:
        return False
    return draft.office.level == _TOP_LEVEL if role is None else draft.office.role.endswith(role)


def _fits_side(draft: ActorDraft, lemma: str) -> bool:
    """Whether an actor is a side; of "countries", only states are."""
    if lemma in group_words().states:
        return draft.kind == "state"
    group = draft.kind == "armed_group" or (draft.kind == "organization" and bool(draft.class_))
    return draft.kind == "state" or group


def _as_sides(
    discourse: Discourse, who: Iterable[int], lemma: str = "", *, direct: bool = False
) -> Who:
    """The sides among actors; unless ``direct``, a person also stands for the own state."""
    cast, scene = discourse.cast, discourse.scene
    sides: list[int] = []
    for actor in who:
        draft = cast.draft(actor)
        if _fits_side(draft, lemma):
            sides.append(actor)
        elif draft.kind == "person" and not direct and scene.world.state(draft.country or ""):
            sides.append(add_state(scene, str(draft.country)))
    return unique(sides)


def met_before(discourse: Discourse, token: int) -> Who:
    """Two persons or two sides that the last verb joined: "X met Y", "X spoke with Y"."""
    tree = discourse.tree
    limit = tree.sentences[token] - 1
    for subject in range(token - 1, -1, -1):
        if tree.sentences[subject] < limit:
            return ()
        if tree.relations[subject] not in SUBJECTS:
            continue
        who = _met(discourse, subject, token)
        if who:
            return who
    return ()


def _met(discourse: Discourse, subject: int, before: int) -> Who:
    tree, cast = discourse.tree, discourse.cast
    verb = tree.heads[subject]
    first = cast.at(subject)
    for child in tree.children(verb, "obj", "obl"):
        company = tree.relations[child] == "obj" or tree.case(child) in _COMPANY
        second = cast.at(child) if child < before and company else ()
        if len(first) == len(second) == 1 and first != second:
            kinds = {cast.draft(actor).kind for actor in (*first, *second)}
            return (*first, *second) if len(kinds) == 1 else ()
    return ()


# The group -----------------------------------------------------------------------------------


def actor_of(cast: Cast, who: Who) -> int:
    """The actor that several actors are together; of one, that actor."""
    if len(who) == 1:
        return who[0]
    names = [cast.draft(actor).name for actor in who]
    return _group(cast, ", ".join(names[:-1]) + " and " + names[-1], who)


def _group(cast: Cast, name: str, who: Who) -> int:
    key = ("group", *map(str, sorted(who)))
    return cast.add_actor(ActorDraft(name, "unnamed", members=who, key=key, plural=True))


def _bind(discourse: Discourse, counted: _Counted, who: Who, certainty: float) -> None:
    cast = discourse.cast
    known = cast.at(counted.head)
    if known:
        draft = cast.draft(known[0])
        if draft.plural and not draft.members:
            draft.members = tuple(each for each in who if each != known[0])
        return
    name = printed(discourse.tree, counted.start, counted.end)
    group = _group(cast, name, who)
    discourse.mentions.append(
        cast.add_mention(group, counted.start, counted.end, kind="group",
                         phrase=Phrase(counted.head), certainty=certainty)
    )  # fmt: skip
