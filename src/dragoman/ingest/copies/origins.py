"""Where a report comes from: the agency it is credited to, or the family of its outlet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.ingest.copies.credits import Credit
from dragoman.ingest.copies.families import families, family_of
from dragoman.records import Article

OriginBasis = Literal["credit", "outlet", "copy", "unknown"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose report an article is.

    ``family``: an agency, a family of outlets, or an outlet by itself; for an article of which
    nothing is known, its own id. ``basis``: what tells. ``inputs``: agencies that had a part in it;
    a report of one of them corroborates it less than one of another origin.
    """

    family: str
    basis: OriginBasis
    inputs: tuple[str, ...] = ()


def find_origin(article: Article, credits_of_it: Sequence[Credit]) -> Origin:
    """Return the origin of an article by its credits and its outlet.

    Args:
        article: The article.
        credits_of_it: What :func:`~dragoman.ingest.copies.credits.find_credits` found in it.
    """
    whole = [name for credit in credits_of_it if credit.whole for name in credit.agencies]
    parts = [name for credit in credits_of_it for name in credit.agencies]
    if whole:
        inputs = tuple(name for name in dict.fromkeys(parts) if name != whole[0])
        return Origin(families().get(whole[0], whole[0]), "credit", inputs)
    family = family_of(article.publisher, article.url)
    inputs = tuple(dict.fromkeys(parts))
    if family is None:
        return Origin(article.id, "unknown", inputs)
    return Origin(family, "outlet", inputs)
