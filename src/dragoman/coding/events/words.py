"""Word lists of event coding: classes of nouns, weapons and their modes, light verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, get_args

from dragoman.errors import DataError
from dragoman.records import Channel, codebook
from dragoman.world.tables import read_table, read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.tree import Tree

_CLASSES = "noun_classes.toml"
_WEAPONS = "weapon_modes.toml"
_LIGHT = "light_verbs.toml"
_CHANNELS = "contact_channels.toml"
_IRREGULAR = "irregular_forms.tsv"
VOWELS = frozenset("aeiou")
_LIGHT_KINDS = ("done", "suffered", "ended", "planned")


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs that lend an event noun their subject, by what they do to the noun's act."""

    done: frozenset[str]
    suffered: frozenset[str]
    ended: frozenset[str]
    planned: frozenset[str]
    actor_participles: frozenset[str]
    recipient_participles: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All light verbs, without their particles."""
        kinds = (self.done, self.suffered, self.ended, self.planned)
        return frozenset(verb.partition("_")[0] for kind in kinds for verb in kind)


@dataclass(frozen=True, slots=True)
class Words:
    """All word lists."""

    classes: Mapping[str, frozenset[str]]
    weapons: Mapping[str, str]
    channels: Mapping[str, Channel]
    light: LightVerbs
    irregular: Mapping[str, str]
    light_forms: Mapping[str, str]

    def verb(self, tree: Tree, token: int) -> str:
        """The lemma of a verb; irregular forms and light verbs are looked up by their form."""
        form = tree.lower[token]
        return self.irregular.get(form) or self.light_forms.get(form) or tree.lemmas[token]


@cache
def words() -> Words:
    """The lists that ship with the package, read once.

    Raises:
        DataError: A list is wrong; the message names the file.
    """
    return read_words(resources.files("dragoman.coding") / "data")


def read_words(folder: Traversable) -> Words:
    """Read and check the lists in a folder.

    Raises:
        DataError: A file is missing, is not TOML, or holds something else than lists of words.
    """
    classes = {
        name: _strings(_CLASSES, name, value) for name, value in read_toml(folder, _CLASSES).items()
    }
    irregular = {
        row["form"]: row["lemma"] for row in read_table(folder, _IRREGULAR, ("form", "lemma"))
    }
    light = _light(folder)
    forms = {form: verb for verb in light.all for form in verb_forms(verb)}
    return Words(classes, _weapons(folder), _channels(folder), light, irregular, forms)


def _weapons(folder: Traversable) -> dict[str, str]:
    modes = codebook().modes("ASSAULT")
    found: dict[str, str] = {}
    for mode, listed in _entries(folder, _WEAPONS, "mode"):
        if mode not in modes:
            raise DataError(f"{_WEAPONS}: unknown mode {mode!r} of ASSAULT.")
        for word in listed:
            found.setdefault(word, mode)
    return found


def _channels(folder: Traversable) -> dict[str, Channel]:
    found: dict[str, Channel] = {}
    for name, listed in _entries(folder, _CHANNELS, "channel"):
        for word in listed:
            found.setdefault(word, channel(name))
    return found


def channel(name: str) -> Channel:
    """The channel of a name.

    Raises:
        DataError: The codebook has no such channel.
    """
    for known in get_args(Channel):
        if name == known:
            found: Channel = known
            return found
    raise DataError(f"{_CHANNELS}: unknown channel {name!r}.")


def _entries(folder: Traversable, file: str, key: str) -> Iterator[tuple[str, list[str]]]:
    for number, entry in enumerate(read_toml(folder, file).get(key, ()), start=1):
        name = entry.get(key)
        if not isinstance(name, str):
            raise DataError(f"{file}, entry {number}: {key} is missing.")
        yield name, sorted(_strings(file, name, entry.get("words")))


def _light(folder: Traversable) -> LightVerbs:
    table = read_toml(folder, _LIGHT)
    participles = table.get("participles", {})
    done, suffered, ended, planned = (
        _strings(_LIGHT, kind, table.get(kind)) for kind in _LIGHT_KINDS
    )
    return LightVerbs(
        done=done,
        suffered=suffered,
        ended=ended,
        planned=planned,
        actor_participles=_strings(_LIGHT, "participles.actor", participles.get("actor")),
        recipient_participles=_strings(
            _LIGHT, "participles.recipient", participles.get("recipient")
        ),
    )


def _strings(file: str, name: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{file}: {name} must be a list of words.")
    return frozenset(value)


def verb_forms(lemma: str) -> Iterator[str]:
    """The regular forms of a verb in lower case."""
    yield lemma
    if lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    else:
        sibilant = lemma.endswith(("s", "sh", "ch", "x", "z"))
        yield from (lemma + ("es" if sibilant else "s"), lemma + "ed", lemma + "ing")
        if lemma[-1] not in VOWELS and lemma[-2:-1] in VOWELS:
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


def noun_forms(lemma: str) -> Iterator[str]:
    """Singular and regular plural of a noun in lower case."""
    yield lemma
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        yield lemma[:-1] + "ies"
    else:
        yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
