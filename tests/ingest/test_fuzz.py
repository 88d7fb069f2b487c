"""Mutated pages become articles whose spans hold, or input errors: never anything else."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError, WrongLanguage
from dragoman.ingest import read_article

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "pages").glob("*.html"))]
SCRAPS = [
    b"<",
    b">",
    b"</div>",
    b"<div>" * 30,
    b"<!--",
    b"<script>",
    b"&#x0;",
    b"&#1114112;",
    b"\x00",
    b"\xff\xfe",
    b"\xe2\x80",
    b"<table><tr><td>",
    b"<time datetime='2020-02-31T25:61'>",
    b"31/31/2020",
    b'"datePublished": 12,',
    b"<p>" + b"x" * 2000,
    b"\xf0\x9f\x92\xa5",
]


def mutate(page: bytes, random: Random) -> bytes:
    """Cut, double, move and insert bytes of a page, a few times."""
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(page) + 1)
        end = min(len(page), start + random.randint(0, 400))
        middle = random.choice(
            [b"", page[start:end] * 2, random.choice(SCRAPS), random.randbytes(3), page[end:start]]
        )
        page = page[:start] + middle + page[end:]
    return page


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PAGES), st.randoms(use_true_random=False))
def test_a_mutated_page(page: bytes, random: Random) -> None:
    try:
        article = read_article(mutate(page, random))
    except WrongLanguage as error:
        article = error.article
    except InputError:
        return
    paragraphs = [article.text[slice(*span)] for span in article.paragraphs]
    title = [article.text[slice(*article.title_span)]] if article.title_span else []
    assert "\n\n".join([*title, *paragraphs]) == article.text
    assert all(
        article.text[slice(*item.span)] == item.text for item in article.furniture if item.span
    )
