"""A record of a hostile article: every field that an author controls tries to break the page."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Furniture, Record, content_id
from dragoman.records.spans import Spans
from tests.records import examples

ATTACK = (
    "</script><script>window.hacked = 1</script>"
    '"><img src=x onerror="window.hacked = 2">'
    "' onmouseover='window.hacked = 3' {{ 7 * 7 }} {% raw %} <!-- ]]> &lt;b&gt; "
    "javascript:window.hacked=4"
)
CONTROLS = "nul\x00 escape\x1b[2J bell\x07 override\u202e half\ud800 line\u2028end"
TITLE = f"Raid {ATTACK}"
BODY = f"Kari Lund {ATTACK} condemned {CONTROLS} the raid."
TEXT = f"{TITLE}\n\n{BODY}"


def _spans(*phrases: str) -> Spans:
    return tuple(sorted((TEXT.index(each), TEXT.index(each) + len(each)) for each in phrases))


def record() -> Record:
    """Return the record; its spans are exact, its words are not to be trusted."""
    base = examples.record()
    article = replace(
        base.article,
        id=content_id("hostile"),
        text=TEXT,
        title=TITLE,
        title_span=(0, len(TITLE)),
        publisher=ATTACK,
        byline=CONTROLS,
        dateline=ATTACK,
        url=f"javascript:alert(1)//{ATTACK}",
        paragraphs=((len(TITLE) + 2, len(TEXT)),),
        furniture=(Furniture("caption", ATTACK), Furniture("related", CONTROLS)),
    )
    actors = tuple(
        replace(actor, name=f"{actor.name} {ATTACK} {CONTROLS}", mentions=_spans("Kari Lund"))
        for actor in base.actors
    )
    event = replace(
        examples.raid(),
        trigger=_spans("condemned"),
        evidence=((0, len(TITLE)), (len(TITLE) + 2, len(TEXT))),
        field_evidence={"actors": _spans("Kari Lund"), "place": _spans(CONTROLS)},
        place=replace(base.events[0].place, name=ATTACK) if base.events[0].place else None,
        when=None,
    )
    contact = replace(
        examples.call(),
        topics=(ATTACK,),
        outcome=(CONTROLS,),
        when=None,
        evidence=_spans(BODY),
    )
    statement = replace(
        examples.appeal(),
        medium=ATTACK,
        source=_spans("Kari Lund"),
        cue=_spans("condemned"),
        content=_spans("the raid."),
        evidence=_spans(BODY),
    )
    position = replace(base.positions[0], target=ATTACK, evidence=_spans(BODY))
    return replace(
        base,
        article=article,
        actors=actors,
        events=(event,),
        contacts=(contact,),
        statements=(statement,),
        positions=(position,),
        attitudes=(replace(base.attitudes[0], evidence=_spans(BODY)),),
    )
