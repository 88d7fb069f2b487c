"""A record whose words are meant to do harm: formulas, quotes, ends of lines, half characters."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Record, content_id
from tests.records.examples import call, raid, record

FORMULA = '=HYPERLINK("http://bad.example","click")'
MIXED = 'A "quoted", name\r\nATTENDEE:mailto:x@bad.example\tعلي \u202e😀 \ud83d \x00'
PATH = "../../etc/passwd"
ADDRESS = "https://bad.example/\r\nATTENDEE:mailto:x@bad.example"


def hostile() -> Record:
    """Return the example with harmful names, words and addresses; it keeps the contract."""
    plain = record()
    text = plain.article.text.replace("calm", "\ud83d\x00lm")
    title = text[: len(plain.article.title or "")]
    names = (FORMULA, MIXED, f"+{PATH}", "-1", "@SUM(A1)")
    actors = tuple(replace(each, name=name) for each, name in zip(plain.actors, names, strict=True))
    article = replace(
        plain.article,
        id=content_id(text),
        text=text,
        title=title,
        publisher=PATH,
        url=ADDRESS,
        byline=FORMULA,
    )
    topics = (f"\t{FORMULA}", MIXED)
    return replace(
        plain,
        article=article,
        actors=actors,
        contacts=(replace(call(), topics=topics, outcome=(MIXED,), place=raid().place),),
    )
