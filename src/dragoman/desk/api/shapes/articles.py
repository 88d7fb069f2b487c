"""Articles as the API gives them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from dragoman.desk.api.shapes.base import Shape
from dragoman.desk.api.shapes.queries import KindName


class Article(Shape):
    """An article, without its text."""

    id: str = Field(description="In the store.")
    title: str = Field(examples=["Minister calls for calm"], description="Its title.")
    outlet: str | None = Field(examples=["Bergen Post"], description="Who published it.")
    day: date | None = Field(examples=["2031-05-04"], description="The day it was published.")
    published: datetime | None = Field(
        examples=["2031-05-04T09:30:00Z"], description="The moment it was published."
    )
    added: datetime = Field(
        examples=["2031-05-04T10:00:00Z"], description="When it came into the store."
    )
    link: str | None = Field(
        examples=["https://bergen-post.example/1"], description="Its address on the web."
    )
    version: int = Field(examples=[1], description="Which version of its page it is.")
    previous: str | None = Field(description="The id of the version before.")
    copy_of: str | None = Field(description="The id of the article that it is a near-copy of.")
    current: bool = Field(description="Whether it is what stands at its page now.")


class ArticleText(Article):
    """An article with its text."""

    text: str = Field(description="Title, a blank line, body; offsets count its characters.")
    paragraphs: list[tuple[int, int]] = Field(
        examples=[[[25, 180]]], description="Where paragraphs begin and end in the text."
    )
    story: str | None = Field(description="The id of the story that it tells of.")
    crisis: str | None = Field(description="The id of the crisis of that story.")
    versions: list[str] = Field(description="The ids of all versions of its page, in order.")
    copies: list[str] = Field(description="The ids of its near-copies.")


class Fact(Shape):
    """A fact of one article, with what people decided about it."""

    kind: KindName = Field(description="What kind of fact it is.")
    id: str = Field(description="Within the article's record.")
    entry: str | None = Field(description="The entry of the ledger that it is a report of.")
    verdict: str | None = Field(
        examples=["corrected"], description="What a person decided; null where nobody did."
    )
    corrected: list[str] = Field(examples=[["mode"]], description="The fields that were corrected.")
    judgements: list[str] = Field(description="The digests of the judgements in force on it.")
    evidence: list[tuple[int, int]] = Field(
        examples=[[[25, 64]]], description="Where its words are in the text."
    )
    words: str = Field(
        examples=["Lund called her counterpart"], description="The words that it rests on."
    )
    confidence: float = Field(examples=[0.87], description="From 0 to 1.")
    fields: dict[str, Any] = Field(
        description="The fact in the form of the record's contract.",
        examples=[{"type": "AID", "mode": "military", "actors": ["a1"], "recipients": ["a2"]}],
    )
