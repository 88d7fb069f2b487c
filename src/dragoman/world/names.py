"""Names of persons: folded for look-up, and compared across spellings.

Newspapers print one person's name in many ways: with and without diacritics and hyphens, with or
without the Arabic article, in several transliterations (Soleimani, Suleimani), with titles before
it, in short forms (Mike, Michael). The functions here bring such forms together, each a step
looser than the one before: :func:`fold`, :func:`key`, :func:`sound_key`, :func:`likeness`.

The word lists and the sound rules are in ``data/names.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii
from nicknames import NickNamer
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from dragoman.errors import DataError

_FILE = "names.toml"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_APOSTROPHES = re.compile(r"['`\u00b4\u02bb\u02bc\u02be\u02bf\u2018\u2019]")
_GROUP = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_ABD = re.compile(r"abd[aeiou]?[lrsznd]?")
_ARTICLES = frozenset({"al", "el"})
_LEAST_SOUND = 4
_SAME_FAMILY = 90.0
_SAME_GIVEN = 0.9

Key = Callable[[str], str]
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NameRules:
    """The word lists of ``data/names.toml``."""

    honorifics: frozenset[str]
    suffixes: frozenset[str]
    generations: frozenset[str]
    numerals: frozenset[str]
    particles: frozenset[str]
    tied_particles: frozenset[str]
    openers: frozenset[str]
    either_end: frozenset[str]
    hyphen_given: frozenset[str]
    spelling: Mapping[str, str]
    sound: tuple[tuple[re.Pattern[str], str], ...]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> NameRules:
        """Read the rules from TOML; raise :class:`DataError` where a list is missing or wrong."""
        try:
            table = tomllib.loads(text)
            return cls(
                **{part: frozenset(table[part]) for part in _LISTS},
                spelling=_to_first(table["same_given"]),
                sound=tuple((re.compile(old), new) for old, new in table["sound"]),
            )
        except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, re.error) as error:
            raise DataError(
                f"{name}: {error!r}", hint="Compare it with the shipped file."
            ) from error


_LISTS = (
    "honorifics",
    "suffixes",
    "generations",
    "numerals",
    "particles",
    "tied_particles",
    "openers",
    "either_end",
    "hyphen_given",
)


def _to_first(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    return {word: group[0] for group in groups for word in group}


@cache
def rules() -> NameRules:
    """The rules that ship with the package, read once."""
    text = (files("dragoman.world") / "data" / _FILE).read_text(encoding="utf-8")
    return NameRules.parse(text)


def _ascii(name: str) -> str:
    plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", name.strip()))
    return plain.lower() if plain.isascii() else anyascii(plain).replace("'", "").lower()


@lru_cache(maxsize=65536)
def _groups(name: str) -> Groups:
    """The words of a name, those that hyphens join in one group."""
    groups = [tuple(filter(None, group.split("-"))) for group in _GROUP.findall(_ascii(name))]
    bare = _without_articles(groups) or groups
    named = _without_titles([_letters_tied(group) for group in bare])
    return tuple(_without_titles(_without_initials(named)))


def _without_articles(groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Drop ``al`` and ``el`` wherever they stand, the other articles where a hyphen ties them."""
    known = rules()
    kept = []
    for group in groups:
        parts = tuple(part for part in group if part not in _ARTICLES)
        while len(parts) > 1 and parts[0] in known.tied_particles:
            parts = parts[1:]
        kept.append(parts)
    return [parts for parts in kept if parts]


def _letters_tied(group: tuple[str, ...]) -> tuple[str, ...]:
    """Tie single letters of a hyphenated word to the part before: ``Chan-o-cha``, ``X-M``."""
    tied: list[str] = []
    for part in group:
        if tied and 1 in {len(part), len(tied[-1])}:
            tied[-1] += part
        else:
            tied.append(part)
    return tuple(tied)


def _without_titles(groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Drop titles at the head and degrees at the end, but never the last word that is left."""
    known = rules()
    left = sum(map(len, groups))
    while left > 1 and groups[0][0] in known.honorifics:
        groups = [part for part in (groups[0][1:], *groups[1:]) if part]
        left -= 1
    while left > 1 and groups[-1][-1] in known.suffixes:
        groups = [part for part in (*groups[:-1], groups[-1][:-1]) if part]
        left -= 1
    return groups


def _without_initials(groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Join runs of initials ("J. D."), and leave out a lone one behind or between two words.

    A lone letter after a single word stays: it may be a regnal number.
    """
    joined: list[tuple[str, ...]] = []
    run = ""
    for place, group in enumerate(groups):
        if _is_letter(group):
            run += group[0]
            if place + 1 < len(groups) and _is_letter(groups[place + 1]):
                continue
            is_last = place + 1 == len(groups)
            if len(run) > 1 or not joined or (is_last and sum(map(len, joined)) == 1):
                joined.append((run,))
            run = ""
        else:
            joined.append(group)
    return joined


def _is_letter(group: tuple[str, ...]) -> bool:
    return len(group) == 1 and len(group[0]) == 1 and group[0].isalpha()


def words(name: str) -> tuple[str, ...]:
    """The words of a name: lower-case ASCII, without titles, articles and middle initials."""
    return tuple(word for group in _groups(name) for word in group)


def fold(name: str) -> str:
    """A name as plain words: ``"Gen. Abdel Fattah al-Burhan"`` gives ``"abdel fattah burhan"``."""
    return " ".join(words(name))


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name without blanks and small words, so that joining and hyphens do not matter."""
    return "".join(_parts(name))


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name without those small ones that no hyphen ties."""
    particles = rules().particles
    groups = [group for group in _groups(name) if len(group) > 1 or group[0] not in particles]
    return tuple(word for group in groups for word in group) or words(name)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word reduced to what its usual transliterations share."""
    known = rules()
    word = known.spelling.get(word, word)
    for pattern, replacement in known.sound:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=16384)
def sounds(name: str) -> tuple[str, ...]:
    """The sounds of a name's words, small words left out, "Abdel Fattah" read as one word."""
    return tuple(sound(part) for part in _abd_joined(_parts(name)))


def _abd_joined(parts: tuple[str, ...]) -> list[str]:
    joined: list[str] = []
    for part in parts:
        if joined and _ABD.fullmatch(joined[-1]):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def sound_key(name: str) -> str:
    """The sounds of a name in one string, or ``""`` where it is too short to be told by sound."""
    joined = "".join(sounds(name))
    return joined if len(joined) >= _LEAST_SOUND else ""


def families(name: str, country: str | None = None) -> tuple[str, ...]:
    """The folded forms under which news calls a person by one name.

    The last word, with the small words before it, and the whole of a hyphenated last name; for
    ``country`` codes where the family name or the name in use may stand first, the first word too.
    A name of one word has none but itself.
    """
    known = rules()
    groups = _groups(name)
    while len(groups) > 1 and set(groups[-1]) <= known.numerals | known.generations:
        groups = groups[:-1]
    if len(groups) < 2:
        return (" ".join(groups[0]),) if groups else ()
    found: list[str] = []
    if country in known.either_end:
        found.append(" ".join(groups[0]))
    if not (country in known.hyphen_given and len(groups[-1]) > 1):
        found += _endings(groups)
    return tuple(dict.fromkeys(found))


def _endings(groups: Groups) -> list[str]:
    """The ends of a name that may stand for it: last word, hyphenated whole, with small words."""
    known = rules()
    found = [groups[-1][-1], " ".join(groups[-1])]
    start = len(groups) - 1
    while start > 1 and set(groups[start - 1]) <= known.particles | known.openers:
        start -= 1
        found.append(" ".join(word for group in groups[start:] for word in group))
    return found


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=16384)
def same_given(left: str, right: str) -> bool:
    """Whether two folded given names may be one: by sound, as short form or initial, or nearly."""
    if sound(left) == sound(right) or _is_initial(left, right):
        return True
    if right in _short_forms(left) or left in _short_forms(right):
        return True
    return JaroWinkler.similarity(left, right) >= _SAME_GIVEN


def _is_initial(left: str, right: str) -> bool:
    return left[:1] == right[:1] and 1 in {len(left), len(right)}


def _short_forms(given: str) -> frozenset[str]:
    return frozenset(_nicknames().nicknames_of(given))


def likeness(left: str, right: str) -> float:
    """How likely two printed names are one person's, in [0, 1], by their form alone.

    1.0 the same folded name, 0.97 but for hyphens and small words, 0.92 the same sound,
    0.85 one holds all words of the other, 0.8 same family name and a given name that may be the
    same, 0.0 otherwise. One-word names are compared whole.
    """
    if not words(left) or not words(right):
        return 0.0
    if fold(left) == fold(right):
        return 1.0
    if key(left) == key(right):
        return 0.97
    if sound_key(left) and sound_key(left) == sound_key(right):
        return 0.92
    return _likeness_of_parts(left, right)


def _likeness_of_parts(left: str, right: str) -> float:
    short, long = sorted((sounds(left), sounds(right)), key=len)
    if len(short) < 2 or _generations(left) != _generations(right):
        return 0.0
    if sorted(short) == sorted(long):
        return 0.85
    if _is_within(short, long) and (short[-1] == long[-1] or not _only_given(short)):
        return 0.85
    return 0.8 if _same_parts(_parts(left), _parts(right)) else 0.0


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of one name stand in the other, in that order."""
    rest = iter(long)
    return all(part in rest for part in short)


def _only_given(parts: Sequence[str]) -> bool:
    """Whether all sounds are those of given names so common that they name nobody."""
    return set(parts) <= _common_sounds()


@cache
def _common_sounds() -> frozenset[str]:
    return frozenset(sound(word) for word in rules().spelling)


def _generations(name: str) -> frozenset[str]:
    return rules().generations.intersection(words(name))


def _same_parts(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Same last word and first given name; a name of two words may leave out the first given."""
    if not _same_family(left[-1], right[-1]):
        return False
    if same_given(left[0], right[0]):
        return _middles_agree(left[1:-1], right[1:-1])
    short, long = sorted((left, right), key=len)
    return len(short) == 2 and any(same_given(short[0], given) for given in long[1:-1])


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether names between the first and the last, where both have them, share one."""
    return not (left and right) or any(same_given(one, other) for one in left for other in right)


def _same_family(left: str, right: str) -> bool:
    if sound(left) == sound(right):
        return True
    return min(len(left), len(right)) >= _LEAST_SOUND and ratio(left, right) >= _SAME_FAMILY
