"""Articles that were put into stories by hand: where they are, and which story they tell.

``gold/stories/guardian.tsv`` labels articles of the shared file by id, with the beginning of the
SHA-256 of each text, so that nothing of the texts stands here; ``own.tsv`` labels texts of this
repository. ``part`` says what the label was used for: thresholds were set on ``fit`` alone.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evals.copy_pairs import stories
from evals.errors import GoldError
from evals.files import REPOSITORY, json_lines

if TYPE_CHECKING:
    from dragoman.records import Article
    from evals.model import Model

FOLDER = Path(__file__).with_name("gold") / "stories"
PARTS = ("fit", "held")

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Label:
    """One article: its id, the part it is in, its story, and the article."""

    id: str
    part: str
    story: str
    article: Article


def labelled(path: Path, model: Model, labels: Path = FOLDER) -> list[Label]:
    """Return all labelled articles, by the moment they were published.

    Args:
        path: The shared file of articles, one JSON object a line.
        model: Reads texts and pages into articles.
        labels: The folder of the two tables.

    Raises:
        GoldError: an article is missing or has another text, or a table does not have the form.
    """
    found = [*_shared(path, model, labels / "guardian.tsv"), *_own(model, labels / "own.tsv")]
    undated = [each.id for each in found if each.article.published_at is None]
    if undated:
        raise GoldError(f"{undated[0]} has no day", path=labels)
    return sorted(found, key=lambda each: (str(each.article.published_at), each.id))


def _shared(path: Path, model: Model, table: Path) -> Iterator[Label]:
    texts = {str(values.get("id")): values for _, values in json_lines(path)}
    for line, row in _rows(table, ("id", "sha256", "part", "story")):
        values = texts.get(row["id"], {})
        text = str(values.get("text", ""))
        if (
            "published" not in values
            or hashlib.sha256(text.encode()).hexdigest()[:_DIGITS] != row["sha256"]
        ):
            raise GoldError(f"{row['id']} is missing or has another text", path=path)
        article = model.read_text(text, str(values["published"]))
        yield Label(row["id"], _part(row, table, line), row["story"], article)


def _own(model: Model, table: Path) -> Iterator[Label]:
    for line, row in _rows(table, ("file", "item", "day", "part", "story")):
        file = REPOSITORY / row["file"]
        name = f"{row['file']} {row['item']}".strip()
        try:
            if row["item"]:
                article = model.read_text(_item(file, row["item"]), row["day"])
            else:
                article = model.read_file(file, row["day"])
        except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
            raise GoldError(f"{name} cannot be read: {error}", path=table, line=line) from error
        yield Label(name, _part(row, table, line), row["story"], article)


def _part(row: Mapping[str, str], table: Path, line: int) -> str:
    if row["part"] not in PARTS:
        raise GoldError(f"{row['part']!r} is no part", path=table, line=line)
    return row["part"]


def _item(file: Path, name: str) -> str:
    """Return a story of a file of pairs as a text."""
    return "\n\n".join(stories(tomllib.loads(file.read_text(encoding="utf-8")))[name])


def _rows(table: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        lines = table.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError("cannot be read", path=table) from error
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise GoldError(f"must begin with {', '.join(columns)}", path=table, line=1)
    for number, values in enumerate(csv.reader(lines[1:], delimiter="\t"), start=2):
        if len(values) != len(columns):
            raise GoldError(f"must have {len(columns)} columns", path=table, line=number)
        yield number, dict(zip(columns, values, strict=True))
