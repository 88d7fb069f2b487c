"""The pairs of ``tests/ingest/data/copies`` as articles."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.ingest import from_text
from dragoman.records import Article

FOLDER = Path(__file__).resolve().parents[1] / "data" / "copies"
SET_ON = ("tanker", "talks", "sanctions", "border")
"""The topics that the thresholds were set on; the others were only looked at afterwards."""

COPIES = frozenset({"copy", "edit"})


@dataclass(frozen=True)
class Pair:
    """A story, a second text, and what that is."""

    topic: str
    number: int
    kind: str
    story: Article
    other: Article

    @property
    def is_copy(self) -> bool:
        return self.kind in COPIES


def pairs() -> Iterator[Pair]:
    """Yield all pairs, topic by topic."""
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        stories = {each["id"]: each["text"].strip().split("\n\n") for each in data["story"]}
        for number, entry in enumerate(data["pair"], start=1):
            story = stories[entry["of"]]
            second = derived(story, entry, stories)
            title = entry.get("title")
            yield Pair(
                path.stem,
                number,
                entry["kind"],
                from_text("\n\n".join(story)),
                from_text("\n\n".join(second), title=title),
            )


def derived(
    story: Sequence[str], entry: Mapping[str, Any], stories: Mapping[str, Sequence[str]]
) -> list[str]:
    """Return the paragraphs of the second text of a pair."""
    if "with" in entry:
        return list(stories[entry["with"]])
    if "text" in entry:
        return [_filled(each, story) for each in entry["text"].strip().split("\n\n")]
    kept = [each for number, each in enumerate(story, 1) if number not in entry.get("drop", [])]
    kept[0] = entry.get("lead", "") + kept[0]
    text = "\n\n".join(kept)
    for old, new in entry.get("swap", []):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    tail = [entry["tail"]] if "tail" in entry else []
    return [*entry.get("before", []), *text.split("\n\n"), *entry.get("after", []), *tail]


def _filled(paragraph: str, story: Sequence[str]) -> str:
    is_reference = paragraph.startswith("{") and paragraph.endswith("}")
    return story[int(paragraph[1:-1]) - 1] if is_reference else paragraph
