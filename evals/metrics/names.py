"""Comparing names and descriptions of parties.

Names are folded: no diacritics, no case, no punctuation, no article in front. Two names of
persons agree when they are the same, or have the same family name; a lone word agrees with a
full name whose first or last word it is ("Kim" and "Kim Jong-un").

Descriptions ("most of the countries") agree when at least half of the words of the longer stand
in the other too, articles and prepositions left aside; or when the shorter has no word of its own
and holds the noun of the longer ("envoys" and "envoys from all over the world"). In descriptions
a word agrees with another that begins with it, from four letters on ("Europe" and "Europeans").
"""

from __future__ import annotations

import re

from anyascii import anyascii

WORD = re.compile(r"\w+")
APOSTROPHES = str.maketrans("", "", "'’‘\u02bb\u02bc\u00b4`")
ARTICLES = frozenset({"the", "a", "an"})
PREPOSITIONS = frozenset({"of", "in", "on", "at", "from", "for", "by", "with", "to", "over"})
LITTLE_WORDS = ARTICLES | PREPOSITIONS | {"other", "than", "and", "or", "all", "some"}
GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
PERSONAL = frozenset(
    {"i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them"}
)
POSSESSIVE = frozenset({"my", "our", "ours", "your", "his", "hers", "its", "their", "theirs"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "this", "these", "those"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves"})
PRONOUNS = PERSONAL | POSSESSIVE | RELATIVE | REFLEXIVE
SHORTEST_STEM = 4


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a name in folded form: "The Élysée's" gives ("elysee",)."""
    plain = anyascii(re.sub(r"['’]s\b", "", text).translate(APOSTROPHES)).casefold()
    words = WORD.findall(plain)
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return tuple(words)


def same_name(left: str, right: str) -> bool:
    """Whether two names are the same once folded; "al-Sisi" is "Alsisi"."""
    here, there = "".join(fold(left)), "".join(fold(right))
    return bool(here) and here == there


def same_person(left: str, right: str) -> bool:
    """Whether two names can be those of one person: the same name, or the same family name."""
    if same_name(left, right):
        return True
    here, there = _person(left), _person(right)
    if not here or not there:
        return False
    if len(here) == 1 or len(there) == 1:
        (lone, full) = (here[0], there) if len(here) == 1 else (there[0], here)
        return lone in (full[0], full[-1])
    return here[-1] == there[-1]


def same_description(left: str, right: str) -> bool:
    """Whether two descriptions share half of the words of the longer, or its noun and no other."""
    shorter, longer = sorted((left, right), key=lambda text: len(_content(text)))
    few, many = _content(shorter), _content(longer)
    if not few or not many:
        return False
    shared = [word for word in many if any(_same_stem(word, other) for other in few)]
    return 2 * len(shared) >= len(many) or (len(shared) == len(few) and _noun(longer) in shared)


def is_pronoun(text: str) -> bool:
    """Whether a mention is a pronoun; "us" is one, "US" is not."""
    return text.lower() in PRONOUNS and not (len(text) > 1 and text.isupper())


def _person(name: str) -> tuple[str, ...]:
    words = fold(name)
    return words[:-1] if len(words) > 1 and words[-1] in GENERATIONS else words


def _content(text: str) -> list[str]:
    return [word for word in fold(text) if word not in LITTLE_WORDS]


def _noun(text: str) -> str:
    """Return the last word before the first preposition: "leaders" of "leaders from Asia"."""
    noun = ""
    for word in fold(text):
        if word in PREPOSITIONS and noun:
            break
        noun = noun if word in LITTLE_WORDS else word
    return noun


def _same_stem(left: str, right: str) -> bool:
    shorter, longer = sorted((left, right), key=len)
    return shorter == longer or (len(shorter) >= SHORTEST_STEM and longer.startswith(shorter))
