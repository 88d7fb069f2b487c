"""What is too short to be an article."""

from __future__ import annotations

from dragoman.errors import NoBody
from dragoman.records import Article

LEAST_WORDS = 20
"""Words that an article has at least, without its title.

The shortest readouts of a telephone call are a sentence of some 25 words. What is shorter than this
is a notice, or what is left of a page whose text was not found: a fact read from it would stand
beside those of whole articles with nothing around it to judge it by.
"""


def too_short(article: Article) -> NoBody | None:
    """Return why an article is not taken, if it is too short."""
    count = sum(len(article.text[start:end].split()) for start, end in article.paragraphs)
    if count >= LEAST_WORDS:
        return None
    told = f"{count} word{'s' * (count != 1)}"
    return NoBody(
        f"The text has {told}; an article has at least {LEAST_WORDS}.",
        hint="Paste the article's text where the page does not give it.",
    )
