"""Which title belongs to which name.

Before it ("French President Emmanuel Macron"), beside it between commas ("Ali Vaez, Iran's
foreign minister,"), by a verb of being ("Sato, who is the defence minister"), or one after
another in lists ("the presidents of Iraq and Iran, A and B").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.names import honorific
from dragoman.coding.scene import is_proper

if TYPE_CHECKING:
    from dragoman.coding.names import Name
    from dragoman.coding.scene import Scene
    from dragoman.coding.titles import Title
    from dragoman.world import Entity

_OPENERS = frozenset({",", "(", "–", "—", "-"})
_CLOSERS = frozenset({",", ".", ")", "–", "—", ";", ":", '"', "”", "?", "!"})
_JOINTS = frozenset({",", "and", "&"})
_BECOMING = frozenset({"become", "remain", "elect", "appoint", "name", "nominate", "serve"})
_PAST_BEING = frozenset({"was", "were"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LEADING = frozenset({"lead", "head", "command", "chair", "run", "rule"})


@dataclass(slots=True)
class Attachment:
    """Titles, nationalities and sectors by the first token of the name.

    ``alone`` are the titles that belong to no name.
    """

    titles: dict[int, list[tuple[Title, Entity | None]]] = field(default_factory=dict)
    sides: dict[int, list[Entity]] = field(default_factory=dict)
    sectors: dict[int, list[str]] = field(default_factory=dict)
    alone: list[Title] = field(default_factory=list)


def phrase_start(attachment: Attachment, name: Name) -> int:
    """The first token of a name's phrase: of the title before it, where there is one."""
    titles = attachment.titles.get(name.start, ())
    before = [title.start for title, _ in titles if title.end in (name.start, title.core[1])]
    return min([start for start in before if start < name.start], default=name.start)


def attach(scene: Scene, names: Sequence[Name], titles: Sequence[Title]) -> Attachment:
    """Give every title that belongs to a name to it, and mark their words as accounted for."""
    found = Attachment()
    by_start = {name.start: name for name in names}
    by_end = {name.end: name for name in names}
    by_token = {token: name for name in names for token in range(name.start, name.end)}
    led = {title.start: by_start[title.end] for title in titles if title.end in by_start}
    for title in titles:
        if title.start in by_token:
            continue
        named = (
            _following(scene, title, by_start)
            or _named_beside(scene, title, {**led, **by_start})
            or _described_before(scene, title, by_end)
            or _by_verb(scene, title, by_token)
        )
        if named:
            _give(scene, found, title, named)
        else:
            found.alone.append(title)
    for name in names:
        _add_sides(scene, found, name)
        _add_led(scene, found, name)
    return found


def _give(scene: Scene, found: Attachment, title: Title, named: Sequence[Name]) -> None:
    for number, name in enumerate(named):
        side = title.of[number] if len(title.of) == len(named) > 1 else None
        found.titles.setdefault(name.start, []).append((title, side))
    scene.take(title.start, title.end)


def _following(scene: Scene, title: Title, by_start: dict[int, Name]) -> list[Name]:
    """The names right after a title: "President Macron", "Presidents Putin and Xi"."""
    first = by_start.get(title.end) or by_start.get(title.core[1])
    if first is None:
        return []
    if not title.plural:
        return [first]
    named = _list_from(scene, first, by_start)
    return named if len(named) > 1 else []


def _list_from(scene: Scene, first: Name, by_start: dict[int, Name]) -> list[Name]:
    named, token = [first], first.end
    size = len(scene.tree)
    while token < size and scene.tree.lower[token] in _JOINTS:
        while token < size and scene.tree.lower[token] in _JOINTS:
            token += 1
        following = by_start.get(token)
        if following is None:
            break
        named.append(following)
        token = following.end
    return named


def _named_beside(scene: Scene, title: Title, by_start: dict[int, Name]) -> list[Name]:
    """The names after a comma: "Iran's minister, Vaez," or "the leaders of X and Y, A and B".

    ``by_start`` knows names by their first token, or by that of a title right before them.
    """
    tree, token = scene.tree, title.end
    if token + 1 >= len(tree) or tree.lower[token] not in _OPENERS:
        return []
    first = by_start.get(_past_address(scene, token + 1))
    if first is None:
        return []
    named = _list_from(scene, first, by_start) if title.plural else [first]
    if title.plural and len(named) < 2:
        return []
    return named if _is_apposition(scene, title, named) else []


def _past_address(scene: Scene, token: int) -> int:
    """The token behind forms of address: "the premier of Togo, Hon. Yawa Kodjo"."""
    while token + 1 < len(scene.tree) and honorific(scene.tree.words[token]):
        token += 1
    return token


def _is_apposition(scene: Scene, title: Title, named: Sequence[Name]) -> bool:
    tree, first = scene.tree, named[0]
    inside = range(first.start, first.end)
    if _is_set_off(scene, title, named):
        return True
    for token in inside:
        if title.start <= tree.heads[token] < title.end:
            return tree.relations[token] in {"appos", "flat", "nmod", "compound", "dep"}
    for token in inside:
        if tree.relations[token] in {"nsubj", "nsubj:pass"}:
            return _is_second_subject(scene, title.head, token)
    after = named[-1].end
    return after >= len(tree) or tree.lower[after] in _CLOSERS


def _is_second_subject(scene: Scene, title: int, name: int) -> bool:
    """Whether the tree has title and name as two subjects of a verb: "said the envoy, X"."""
    tree = scene.tree
    same = tree.heads[title] == tree.heads[name] != title
    return same and tree.relations[title] == tree.relations[name]


def _is_set_off(scene: Scene, title: Title, named: Sequence[Name]) -> bool:
    """Whether "the Prime Minister of Chad, X," has commas on both sides, whatever the tree says."""
    after = named[-1].end
    closed = after < len(scene.tree) and scene.tree.lower[after] == ","
    if title.plural and closed and len(title.of) == len(named):
        return True
    whole = title.office is not None and title.definite is True and bool(title.of)
    return closed and whole and not title.plural and title.end > title.core[1]


def _described_before(scene: Scene, title: Title, by_end: dict[int, Name]) -> list[Name]:
    """The names before it: "Vaez, Iran's minister," or "A and B, the leaders of X and Y"."""
    tree, token = scene.tree, title.start - 1
    if token < 1 or tree.lower[token] not in _OPENERS:
        return []
    last = by_end.get(token)
    if last is None or not _is_description(scene, title, last):
        return []
    return _list_to(scene, last, by_end) if title.plural else [last]


def _list_to(scene: Scene, last: Name, by_end: dict[int, Name]) -> list[Name]:
    named, token = [last], last.start
    while token > 0 and scene.tree.lower[token - 1] in _JOINTS:
        while token > 0 and scene.tree.lower[token - 1] in _JOINTS:
            token -= 1
        before = by_end.get(token)
        if before is None:
            break
        named.insert(0, before)
        token = before.start
    return named


def _is_description(scene: Scene, title: Title, name: Name) -> bool:
    tree = scene.tree
    relation, head = tree.relations[title.head], int(tree.heads[title.head])
    if relation == "appos":
        return name.start <= head < name.end or head < name.start
    if relation == "conj":
        return False
    if relation in {"nsubj", "nsubj:pass"} and head > title.head:
        return False
    return title.end >= len(tree) or tree.lower[title.end] in _CLOSERS


def _by_verb(scene: Scene, title: Title, by_token: dict[int, Name]) -> list[Name]:
    """The name by a verb: "Sato is the defence minister", "was appointed prime minister"."""
    tree, head = scene.tree, title.head
    being = tree.child(head, "cop")
    if being is not None:
        subject = tree.child(head, "nsubj")
        title.former = title.former or tree.lower[being] in _PAST_BEING
        return _name_at(scene, subject, head, by_token)
    verb = tree.heads[head]
    if tree.relations[head] not in {"xcomp", "obj", "obl"} or tree.lemmas[verb] not in _BECOMING:
        return []
    if tree.relations[head] == "obl" and tree.case(head) != "as":
        return []
    for relation in ("nsubj:pass", "obj", "nsubj"):
        subject = tree.child(verb, relation)
        if subject is not None and subject != head:
            return _name_at(scene, subject, verb, by_token)
    return []


def _name_at(scene: Scene, token: int | None, verb: int, by_token: dict[int, Name]) -> list[Name]:
    """The name a subject is, also through "who"."""
    tree = scene.tree
    if token is None:
        return []
    if tree.lower[token] in {"who", "that"} and tree.relations[verb] == "acl:relcl":
        token = tree.heads[verb]
    name = by_token.get(token)
    return [name] if name else []


def _add_sides(scene: Scene, found: Attachment, name: Name) -> None:
    """Nationality printed at the name itself: "Israel's Herzog", "Vladimir Putin of Russia"."""
    tree = scene.tree
    before, after = name.start - 1, name.end
    if before > 0 and tree.lower[before] in _POSSESSIVES:
        _add_side(scene, found, name, before - 1, _is_owner)
    elif before >= 0:
        _add_side(scene, found, name, before, _is_nationality)
    if after + 1 < len(tree) and tree.lower[after] == "of":
        skip = after + 1 if tree.lower[after + 1] != "the" else after + 2
        _add_side(scene, found, name, skip, _is_state)


def _is_owner(entity: Entity) -> bool:
    """Whether "Israel's X" is of that side; a company's X may be of any country."""
    public = entity.kind in {"state", "armed_group"} or entity.class_ == "IGO"
    return public and is_proper(entity)


def _is_nationality(entity: Entity) -> bool:
    return entity.kind == "state" and entity.form in {"adjective", "demonym"}


def _is_state(entity: Entity) -> bool:
    return entity.kind == "state" and is_proper(entity)


def _add_side(
    scene: Scene, found: Attachment, name: Name, token: int, fits: Callable[[Entity], bool]
) -> None:
    match = scene.match_at[token] if 0 <= token < len(scene.tree) else None
    entity = scene.meant(match) if match else None
    if match is None or entity is None or scene.taken[match.start] or entity.country is None:
        return
    if fits(entity):
        found.sides.setdefault(name.start, []).append(entity)
        scene.take(match.start, match.end)


def _add_led(scene: Scene, found: Attachment, name: Name) -> None:
    """The side of "X, who leads the Badr Organisation"."""
    tree = scene.tree
    for token in range(name.start, name.end):
        for clause in tree.children(token, "acl:relcl", "acl"):
            led = tree.child(clause, "obj") if tree.lemmas[clause] in _LEADING else None
            if led is not None:
                _add_led_side(scene, found, name, led)


def _add_led_side(scene: Scene, found: Attachment, name: Name, led: int) -> None:
    for token in range(*scene.tree.phrase(led)):
        match = scene.match_at[token]
        entity = scene.meant(match) if match and match.start == token else None
        if entity is not None:
            found.sides.setdefault(name.start, []).append(entity)
            found.sectors.setdefault(name.start, []).extend(entity.sectors)
    noun = scene.nouns.at(scene.tree, led)
    if noun is not None:
        found.sectors.setdefault(name.start, []).extend(noun[1].sectors)
