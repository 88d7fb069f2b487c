"""The label sets of the heads, in the order of their outputs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

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

    def save(self, file: Path) -> None:
        """Write as JSON."""
        file.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def load(cls, file: Path) -> Labels:
        """Read what :meth:`save` wrote."""
        raw = json.loads(file.read_text("utf-8"))
        tags = {name: tuple(labels) for name, labels in raw.pop("tags").items()}
        return cls(**{name: tuple(labels) for name, labels in raw.items()}, tags=tags)


def chain_tags() -> dict[str, tuple[str, ...]]:
    """The tag sets of the heads that are decoded as chains."""
    return {"names": bio(NAMES), "defence": bio(DEFENCE), "attribution": bio(ATTRIBUTION)}
