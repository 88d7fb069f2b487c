"""The label sets of the heads, in the order of their outputs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, get_args

from dragoman.records import Channel, ContactStatus, Modality, Stance, codebook

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
NAMES = (
    "PERSON", "ORGANISATION", "PLACE", "NATIONALITY", "FACILITY", "EVENT", "TIME",
)  # fmt: skip
DEFENCE = (
    "Organisation", "Person", "Location", "Nationality", "Weapon", "MilitaryPlatform",
    "Temporal", "Quantity", "Money", "DocumentReference",
)  # fmt: skip
ATTRIBUTION = ("source", "cue", "content")
PARTICIPANTS = ("actor", "recipient", "both")
PENTA = (
    "neutral", "verbal cooperation", "material cooperation", "verbal conflict",
    "material conflict",
)  # fmt: skip
SENTIMENT = ("none", "first positive", "second positive", "first negative", "second negative")
POLARITY = ("negative", "neutral", "positive")
ROLES = ("none", "actor", "recipient", "place", "time")
MARKS = ("none", "first", "second", "trigger", "content")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Outside, then begin and inside of each kind."""
    return ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))


@dataclass(frozen=True, slots=True)
class Labels:
    """Every head's labels; an output's index is its place here."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    relations: tuple[str, ...]
    tags: dict[str, tuple[str, ...]]
    decisions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sectors: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ROLES
    marks: tuple[str, ...] = MARKS

    def save(self, file: Path) -> None:
        """Write as JSON."""
        file.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def load(cls, file: Path) -> Labels:
        """Read what :meth:`save` wrote."""
        raw: dict[str, Any] = json.loads(file.read_text("utf-8"))
        for key, value in raw.items():
            if isinstance(value, dict):
                raw[key] = {name: tuple(labels) for name, labels in value.items()}
            else:
                raw[key] = tuple(value)
        return cls(**raw)


def chain_tags() -> dict[str, tuple[str, ...]]:
    """The tag sets of the heads that are decoded as chains."""
    return {
        "names": bio(NAMES),
        "defence": bio(DEFENCE),
        "attribution": bio(ATTRIBUTION),
        "participants": bio(PARTICIPANTS),
        "triggers": bio(codebook().codes("types")),
    }


def decisions() -> dict[str, tuple[str, ...]]:
    """The answers to each question about marked words.

    ``relation`` and ``penta`` are PLOVER's for a marked actor and recipient (YIELD is CONCEDE or
    RETREAT); ``quadrant`` is that of a sentence without marks (as ConfliBERT's set has it);
    ``sentiment`` is that of Park et al. (2021) between two marked names, ``polarity`` that towards
    one (Hamborg and Donnay, 2021); the rest belong to a marked trigger or content.
    """
    types = codebook().codes("types")
    merged = tuple(dict.fromkeys("YIELD" if x in ("CONCEDE", "RETREAT") else x for x in types))
    modes = tuple(f"{type_}/{mode}" for type_ in types for mode in codebook().modes(type_))
    return {
        "relation": merged,
        "penta": PENTA,
        "quadrant": PENTA,
        "sentiment": SENTIMENT,
        "polarity": POLARITY,
        "stance": ("none", *get_args(Stance)),
        "event": ("none", *types),
        "mode": ("none", *modes),
        "modality": get_args(Modality),
        "channel": ("none", *get_args(Channel)),
        "status": ("none", *get_args(ContactStatus)),
    }
