"""Articles of the tests' own wording, and copies and versions of them."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.ingest import from_text
from dragoman.records import Article

PARAGRAPHS = (
    "The envoy of Norway met fishermen of both islands on Tuesday and promised them a hearing.",
    "He spent the morning in the harbour and asked the masters what the ban had cost them so far.",
    "Most spoke of empty nets and of loans that fall due in the autumn; one had sold his boat.",
    "A second round of talks is to be held in the capital before the end of the month, he said.",
    "The ministry would pay for the journey of those who cannot, though not for lost days at sea.",
    "Neither side had sent anyone to the first round, which ended after an hour without a word.",
)
OTHER = (
    "A court in the north freed four engineers on Friday who had been held since the spring.",
    (
        "The judge found that the maps in their bags had been on sale in every station of the line,"
        " and that nobody had asked them a question for eleven weeks."
    ),
    "Their company thanked two consuls who had visited them on every second Monday.",
)


def text(*paragraphs: str) -> str:
    """Return paragraphs as one text."""
    return "\n\n".join(paragraphs)


def article(
    *paragraphs: str,
    url: str = "https://wire.example/1",
    published: str | None = "2024-05-07T09:00:00+00:00",
    publisher: str | None = None,
) -> Article:
    """Return an article; by default of the paragraphs about the envoy."""
    return from_text(
        text(*(paragraphs or PARAGRAPHS)), url=url, published=published, publisher=publisher
    )


def write_lines(path: Path, *articles: Article) -> Path:
    """Write articles as JSON lines."""
    rows = (
        {"text": each.text, "url": each.url, "published": str(each.published_at)}
        for each in articles
    )
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path
