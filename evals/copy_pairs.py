"""Pairs of a story and a second text that is a copy of it or not, from TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ingest import from_text
from evals.errors import GoldError

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.records import Article

SET_ON = ("tanker", "talks", "sanctions", "border")
"""The topics that the thresholds were set on; the others were only looked at afterwards."""

COPIES = frozenset({"copy", "edit"})


@dataclass(frozen=True)
class Pair:
    """A story, a second text, and what that is (``kind``)."""

    topic: str
    number: int
    kind: str
    story: Article
    other: Article

    @property
    def is_copy(self) -> bool:
        """Whether the second text is a copy of the story."""
        return self.kind in COPIES

    @property
    def held_back(self) -> bool:
        """Whether no threshold was set on the topic."""
        return self.topic not in SET_ON


def read_pairs(folder: Path) -> Iterator[Pair]:
    """Yield all pairs of a folder, topic by topic.

    Raises:
        GoldError: there are none, or a file does not have the form.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise GoldError("holds no pairs", path=folder)
    for path in paths:
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            yield from _pairs(path.stem, data)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, ValueError) as error:
            raise GoldError(f"does not have the form of pairs: {error}", path=path) from error


def stories(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the paragraphs of the stories of a topic by their names."""
    return {each["id"]: each["text"].strip().split("\n\n") for each in data["story"]}


def derived(
    story: Sequence[str], entry: Mapping[str, Any], others: Mapping[str, Sequence[str]]
) -> list[str]:
    """Return the paragraphs of the second text of a pair.

    Raises:
        ValueError: words to be replaced do not stand in the text just once.
    """
    if "with" in entry:
        return list(others[entry["with"]])
    if "text" in entry:
        return [_filled(each, story) for each in entry["text"].strip().split("\n\n")]
    kept = [each for number, each in enumerate(story, 1) if number not in entry.get("drop", [])]
    kept[0] = entry.get("lead", "") + kept[0]
    text = _swapped("\n\n".join(kept), entry.get("swap", []))
    tail = [entry["tail"]] if "tail" in entry else []
    return [*entry.get("before", []), *text.split("\n\n"), *entry.get("after", []), *tail]


def _pairs(topic: str, data: Mapping[str, Any]) -> Iterator[Pair]:
    told = stories(data)
    for number, entry in enumerate(data["pair"], start=1):
        story = told[entry["of"]]
        second = derived(story, entry, told)
        yield Pair(
            topic,
            number,
            entry["kind"],
            from_text("\n\n".join(story)),
            from_text("\n\n".join(second), title=entry.get("title")),
        )


def _swapped(text: str, swaps: Sequence[tuple[str, str]]) -> str:
    for old, new in swaps:
        if text.count(old) != 1:
            raise ValueError(f"{old!r} does not stand in the text just once")
        text = text.replace(old, new)
    return text


def _filled(paragraph: str, story: Sequence[str]) -> str:
    is_reference = paragraph.startswith("{") and paragraph.endswith("}")
    return story[int(paragraph[1:-1]) - 1] if is_reference else paragraph
