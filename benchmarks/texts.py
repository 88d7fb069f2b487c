"""The texts that are read: a JSON lines file of articles, or generated ones."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from evals.files import json_lines, shared_folder
from evals.forms import Form

GUARDIAN = Path("data") / "guardian_sdf" / "articles.jsonl.xz"
GENERATED = "generated"
SEED = 20_200_104

SPEAKERS = (
    "Foreign Minister Ana Petrova", "the Kenyan president", "a spokesman for the ministry",
    "Defence Secretary Tom Hale", "the UN envoy", "French officials", "the army chief", "Ankara",
)  # fmt: skip
CUES = ("said", "warned", "told reporters", "insisted", "announced on Tuesday", "argued")
DOERS = (
    "government forces", "the coalition", "rebel fighters", "border police", "the navy",
    "protesters",
)  # fmt: skip
DEEDS = (
    "shelled two villages near the frontier", "withdrew from the northern province",
    "seized a cargo ship in the strait", "arrested a dozen aid workers",
    "blocked the road to the port",
    "agreed to a truce of ten days", "closed the crossing to all lorries",
)  # fmt: skip
TAILS = (
    "after talks in Geneva ended without result", "despite an appeal by the African Union",
    "while the two presidents were still on the telephone", "hours before the council was to meet",
    "as neighbours called for restraint", "for the third time this month",
)  # fmt: skip
QUOTED = (
    "We will not be the first to leave the table", "Nobody asked us before the ships came",
    "The door is open, but not for ever", "This was a crime and it will have an answer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text to be read, with its date."""

    text: str
    published: str | None


def default_data() -> str:
    """Return the path of the Guardian articles where they are, else ``generated``."""
    path = shared_folder() / GUARDIAN
    return str(path) if path.is_file() else GENERATED


def load_texts(data: str, limit: int | None = None) -> tuple[SourceText, ...]:
    """Return the texts of a JSON lines file with ``text`` and ``published``, or generated ones.

    Args:
        data: a path, plain or ``.xz``; or ``generated``.
        limit: how many to take; ``None`` for all.
    """
    if data == GENERATED:
        return generated(limit or 60)
    path = Path(data)
    forms = (Form(values, path, line) for line, values in json_lines(path))
    texts = [SourceText(form.string("text"), form.optional("published")) for form in forms]
    return tuple(texts[:limit])


def generated(count: int, *, sentences: int = 36, seed: int = SEED) -> tuple[SourceText, ...]:
    """Return ``count`` invented articles, the same at every call with the same seed."""
    chance = random.Random(seed)
    return tuple(
        SourceText(" ".join(_sentence(chance) for _ in range(sentences)), "2019-05-14")
        for _ in range(count)
    )


def word_count(texts: tuple[SourceText, ...]) -> int:
    """Return the number of words, white space parting them."""
    return sum(len(each.text.split()) for each in texts)


def _sentence(chance: random.Random) -> str:
    speaker, cue = chance.choice(SPEAKERS), chance.choice(CUES)
    doer, deed, tail = chance.choice(DOERS), chance.choice(DEEDS), chance.choice(TAILS)
    match chance.randrange(3):
        case 0:
            sentence = f"{doer} {deed} {tail}."
        case 1:
            sentence = f"{speaker} {cue} that {doer} {deed} {tail}."
        case _:
            sentence = f"“{chance.choice(QUOTED)},” {speaker} {cue} {tail}."
    return sentence[0].upper() + sentence[1:]
