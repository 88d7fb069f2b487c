"""Names of persons in the text, and the gathering of short forms under the fullest.

Names come from the named entities of the Doc; where the tagger missed one, from the capitalised
words after an office title, from words that repeat a part of a name found elsewhere, and from the
table of office-holders.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.place_words import place_words
from dragoman.coding.scene import ALSO_NAMES, is_proper
from dragoman.coding.stretches import printed
from dragoman.world.names import families, likeness, rules, words

if TYPE_CHECKING:
    from dragoman.coding.lexicon import Gender
    from dragoman.coding.scene import Post, Scene
    from dragoman.world import Entity

_PARTICLES = frozenset(
    "al el ul ur bin bint ibn ben abu van von der den de da dos del di la le st ter und y".split()
)
_POSSESSIVES = frozenset({"'s", "’s"})
_JOINTS = frozenset({"-", "–", "'", "’", "."})
_TIES = frozenset({"-", "\u2010", "\u2011"})
_MALE = frozenset({"mr", "sir", "lord", "king", "prince", "sheikh", "herr", "monsieur"})
_FEMALE = frozenset({"ms", "mrs", "miss", "dame", "lady", "queen", "princess", "madame", "frau"})
_SAME_PERSON = 0.8
_LONGEST_NAME = 7
_WELL_KNOWN = 2
_BESIDE = 0.9


@dataclass(slots=True)
class Name:
    """One printed name of a person: tokens ``start`` to ``end``, without titles.

    ``certainty`` is below 1 where no tagger and no title says that this is a person.
    """

    start: int
    end: int
    text: str
    gender: Gender | None = None
    certainty: float = 1.0


@dataclass(slots=True)
class Person:
    """All printed names of one person; ``name`` is the fullest."""

    name: str
    names: list[Name] = field(default_factory=list)
    words: tuple[str, ...] = ()


def find_names(scene: Scene) -> list[Name]:
    """All names of persons in the article, in order of text."""
    found: dict[int, Name] = {}
    other = _other_words(scene)
    for label in scene.labels:
        if label.label == "PERSON" and scene.tree.words_of(label.start, label.end) not in other:
            for start, end in _parts(scene, label.start, label.end):
                _add(scene, found, start, end)
    for post in scene.posts:
        _add_after_title(scene, found, post)
        _add_beside_title(scene, found, post)
    _add_after_nouns(scene, found)
    _add_holders(scene, found)
    _add_repeats(scene, found)
    return [found[start] for start in sorted(found)]


def _other_words(scene: Scene) -> frozenset[str]:
    """Single words that the tagger takes for a person here and as often for something else."""
    counts: Counter[str] = Counter()
    for label in scene.labels:
        if label.end - label.start == 1:
            counts[scene.tree.words[label.start]] += 1 if label.label == "PERSON" else -1
    return frozenset(word for word, count in counts.items() if count <= 0)


def _parts(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bare names inside an entity: titles, nationalities and lists taken apart."""
    tree, first = scene.tree, start
    for token in range(start, end + 1):
        if token == end or tree.lower[token] in {",", "and", "&", ";"}:
            yield from _trimmed(scene, first, token)
            first = token + 1
        elif tree.lower[token] == "of" and token > first:
            yield from _trimmed(scene, first, token)
            return


def _trimmed(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    tree = scene.tree
    first = start
    for token in range(start, end - 1):
        owner = tree.lower[token] in _POSSESSIVES
        if owner or _is_common(scene, token) or _is_title_word(scene, token, end):
            first = token + 1
    while first < end and (tree.tags[first] == "PUNCT" or tree.lower[first] in {"'s", "the"}):
        first += 1
    while end > first and tree.lower[end - 1] in {"'s", "’s", "'", "’", ",", '"', "”", "-"}:
        end -= 1
    if first >= end or _is_other(scene, first, end) or _is_people(scene, first, end):
        return
    if not _is_feature(scene, first, end):
        yield first, with_tail(scene, end)


def _is_feature(scene: Scene, start: int, end: int) -> bool:
    """A thing on the map, whatever the tagger says: "Thomas Shoal"."""
    return end - start > 1 and scene.tree.lower[end - 1] in place_words().features


def _is_people(scene: Scene, start: int, end: int) -> bool:
    """One word after "the" that qualifies nothing: "the Mongols", not "the Assad regime"."""
    tree = scene.tree
    if end - start > 1 or start == 0 or tree.lower[start - 1] != "the":
        return False
    return end >= len(tree) or tree.tags[end] not in {"NOUN", "PROPN", "PART"}


def _is_title_word(scene: Scene, token: int, end: int) -> bool:
    tree = scene.tree
    post, match = scene.post_at[token], scene.match_at[token]
    if post is not None and post.end < end:
        return True
    if match is not None and match.end < end and match.entities[0].form == "adjective":
        return True
    named = tree.lower[token] in ALSO_NAMES and token > 0 and scene.post_at[token - 1] is not None
    return honorific(tree.words[token]) and not named


def _is_common(scene: Scene, token: int) -> bool:
    """A lower-case word that no name holds: "student Ahmed Mohamed"."""
    word = scene.tree.words[token]
    return word.isalpha() and word.islower() and word not in _PARTICLES


def honorific(word: str) -> bool:
    """Whether a capitalised word is a form of address or a rank before a name."""
    return word[:1].isupper() and word.lower().rstrip(".") in rules().honorifics


def _is_other(scene: Scene, start: int, end: int) -> bool:
    """A printed name of a state or body, or no name at all, whatever the tagger says."""
    tokens = range(start, end)
    titled = any(scene.post_at[token] for token in tokens)
    if titled and all(_is_title_part(scene, token) for token in tokens):
        return True
    match = scene.match_at[end - 1]
    if match is not None and match.end >= end:
        people = match.entities[0].form in {"plural", "demonym", "adjective"}
        return people or (match.start <= start and not _may_be_person(scene, start, end))
    return not any(scene.tree.words[token][:1].isupper() for token in tokens)


def _is_title_part(scene: Scene, token: int) -> bool:
    known = scene.post_at[token] or scene.match_at[token]
    return known is not None or scene.tree.lower[token] in _POSSESSIVES


def _may_be_person(scene: Scene, start: int, end: int) -> bool:
    """Whether a name of a state or city is a person's here: "Foreign Minister Jordan"."""
    if start > 0 and scene.post_at[start - 1] is not None:
        return True
    match = scene.match_at[start]
    if match is not None and any(_is_state_name(entity) for entity in match.entities):
        return False
    return bool(scene.holders(printed(scene.tree, start, end)))


def _is_state_name(entity: Entity) -> bool:
    return entity.kind == "state" and entity.form == "name"


def _add(scene: Scene, found: dict[int, Name], start: int, end: int, sure: float = 1.0) -> None:
    taken = scene.hidden[start] or not scene.free(start, end)
    if taken or any(name.start < end and start < name.end for name in found.values()):
        return
    text = printed(scene.tree, start, end)
    found[start] = Name(start, end, text, _gender(scene, start), sure)


def _gender(scene: Scene, start: int) -> Gender | None:
    if start == 0:
        return None
    word = scene.tree.lower[start - 1].rstrip(".")
    if word in _MALE:
        return "m"
    return "f" if word in _FEMALE else None


def _add_after_title(scene: Scene, found: dict[int, Name], post: Post) -> None:
    """A capitalised run right after an office is the holder's name: "Premier Li Keqiang"."""
    start, tree = post.end, scene.tree
    if start >= len(tree) or post.office.plural or not tree.words[start][:1].isupper():
        return
    if not tree.words[post.start][:1].isupper() and scene.match_at[start] is not None:
        return
    end = capital_run(scene, start)
    if end > start and not _is_known_side(scene, start, end):
        _add(scene, found, start, end)


def _add_after_nouns(scene: Scene, found: dict[int, Name]) -> None:
    """A capitalised run right after a noun for a person, unlabelled: "deputy Ana Sol"."""
    tree = scene.tree
    for token in range(len(tree) - 2):
        start = token + 1
        if tree.tags[token] != "NOUN" or tree.tags[start] != "PROPN" or tree.lower[start] == "i":
            continue
        noun = scene.nouns.at(tree, token)
        told = noun is not None and noun[1].kind == "person"
        if not told or scene.label(start) or scene.match_at[start] is not None:
            continue
        end = capital_run(scene, start)
        if end - start > 1 and "Number=Plur" not in tree.features[token]:
            _add(scene, found, start, end, _BESIDE)


def _add_beside_title(scene: Scene, found: dict[int, Name], post: Post) -> None:
    """A capitalised run between commas after an office: "its spokesman, Hu Li, said"."""
    start, tree = post.end + 1, scene.tree
    if start >= len(tree) or post.office.plural or tree.lower[post.end] != ",":
        return
    if scene.label(start) not in {"", "PERSON"} or scene.match_at[start] is not None:
        return
    end = capital_run(scene, start)
    closed = end < len(tree) and tree.lower[end] in {",", "."}
    if closed and end - start > 1 and tree.tags[start] == "PROPN":
        _add(scene, found, start, end, _BESIDE)


def capital_run(scene: Scene, start: int) -> int:
    """The end of the run of name words that begins at a token."""
    tree, end = scene.tree, start
    limit = min(tree.sentence(start)[1], start + _LONGEST_NAME)
    while end < limit and _continues(scene, start, end):
        end += 1
    while end > start and not tree.words[end - 1][:1].isupper():
        end -= 1
    return with_tail(scene, end) if end > start else end


def with_tail(scene: Scene, end: int) -> int:
    """The end of a name with what a hyphen ties to it: "woo" in "Han Ji-woo"."""
    tree = scene.tree
    while end + 1 < len(tree) and tree.words[end] in _TIES and tree.words[end + 1].isalpha():
        apart = tree.starts[end] > tree.ends[end - 1] or tree.starts[end + 1] > tree.ends[end]
        if apart:
            break
        end += 2
    return end


def _continues(scene: Scene, start: int, token: int) -> bool:
    tree = scene.tree
    word = tree.words[token]
    if scene.label(token) in {"TIME", "QUANTITY"} or scene.post_at[token] is not None:
        return False
    if word[:1].isupper():
        return tree.tags[token] not in {"PRON", "DET", "ADP", "VERB", "AUX", "SCONJ", "CCONJ"}
    if token == start:
        return False
    return word in _JOINTS or word in _PARTICLES


def _is_known_side(scene: Scene, start: int, end: int) -> bool:
    match = scene.match_at[start]
    return match is not None and match.end >= end and is_proper(match.entities[0])


def _add_holders(scene: Scene, found: dict[int, Name]) -> None:
    """Capitalised runs that nobody labelled, where the table knows a holder of that name."""
    if scene.day is None:
        return
    tree, token = scene.tree, 0
    covered = {index for name in found.values() for index in range(name.start, name.end)}
    while token < len(tree):
        proper = tree.tags[token] == "PROPN" and tree.words[token][:1].isupper()
        if not proper or token in covered or scene.label(token):
            token += 1
            continue
        end = max(capital_run(scene, token), token + 1)
        if scene.match_at[token] is None and _holds_office(scene, token, end):
            _add(scene, found, token, end, 0.9 if end - token > 1 else 0.8)
        token = end


def _holds_office(scene: Scene, start: int, end: int) -> bool:
    if scene.post_at[start] is not None or _is_calendar_word(scene.tree.words[start]):
        return False
    holders = scene.holders(printed(scene.tree, start, end))
    if end - start > 1:
        return bool(holders)
    top = {holder.person for holder in holders if holder.level <= _WELL_KNOWN}
    return len(top) == 1 and start != scene.tree.sentence(start)[0]


def _is_calendar_word(word: str) -> bool:
    calendar = calendar_words()
    return word in calendar.months or word in calendar.weekdays


def _add_repeats(scene: Scene, found: dict[int, Name]) -> None:
    """Later short forms of a name that nobody labelled: "Pompeo's allies"."""
    tree = scene.tree
    last_words = {
        tree.words[name.end - 1]
        for name in found.values()
        if name.end - name.start > 1 and tree.words[name.end - 1][:1].isupper()
    }
    covered = {index for name in found.values() for index in range(name.start, name.end)}
    for token, word in enumerate(tree.words):
        if word not in last_words or token in covered or tree.tags[token] not in {"PROPN", "NOUN"}:
            continue
        alone = token == 0 or tree.words[token - 1] not in {"-", "–"}
        if alone and scene.post_at[token] is None and scene.label(token) in {"", "PERSON"}:
            _add(scene, found, token, token + 1, 0.9)


# Gathering -----------------------------------------------------------------------------------


def gather(names: Sequence[Name]) -> list[Person]:
    """Bring the names of each person together, each person under the fullest form.

    Full names are one person where their forms are (spelling variants too); a family name with its
    small words ("Von Berg") goes to the person who bears it; a name of one word goes to the person
    whose family name it is, else to the one with that given name, the one last named before it
    first.
    """
    people: list[Person] = []
    for name in sorted(names, key=lambda name: (-len(words(name.text)), name.start)):
        person = _owner(people, name)
        if person is None:
            person = Person(name.text, words=words(name.text))
            people.append(person)
        person.names.append(name)
    for person in people:
        person.names.sort(key=lambda name: name.start)
    return sorted(people, key=lambda person: person.names[0].start)


def _owner(people: Sequence[Person], name: Name) -> Person | None:
    parts = words(name.text)
    if len(parts) != 1:
        whole = " ".join(parts)
        alike = [
            person
            for person in people
            if _may_be_one(person.words, parts)
            and (likeness(person.name, name.text) >= _SAME_PERSON or _is_family(person, whole))
        ]
        return _nearest(alike, name)
    last = [person for person in people if parts == person.words]
    last += [person for person in people if person not in last and _is_family(person, parts[0])]
    return _nearest(last or [person for person in people if parts[0] in person.words], name)


def _may_be_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """A quick look before names are compared: a shared word, or family names that begin alike."""
    if not left or not right:
        return False
    return left[-1][0] == right[-1][0] or not set(left).isdisjoint(right)


def _is_family(person: Person, form: str) -> bool:
    """Whether folded words are the family name, with or without its small words: "de groot"."""
    return form.rsplit(" ", 1)[-1] in person.words and form in families(person.name)


def _nearest(people: Sequence[Person], name: Name) -> Person | None:
    """The person named last before, else the one named first."""

    def distance(person: Person) -> tuple[bool, int]:
        gaps = [name.start - other.start for other in person.names]
        before = [gap for gap in gaps if gap >= 0]
        return (not before, min(before or [-gap for gap in gaps]))

    return min(people, key=distance, default=None)
