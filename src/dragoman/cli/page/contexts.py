"""What the template of a page receives: plain values, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same spans.

    Attributes:
        text: The words, safe to show and of the length they have in the article.
        classes: CSS classes: ``e-KIND`` for evidence of a kind, ``w-KIND`` for a word that names
            an act, ``m`` for a mention of an actor, ``furniture`` for what is not coded.
        facts: Keys of the facts and actors that rest on it, the innermost first.
        parts: Keys of those to which the run tells something in particular.
        anchors: Ids that links to the words of a fact lead to.
        tip: Who is mentioned, in words.
    """

    text: str
    classes: str = ""
    facts: str = ""
    parts: str = ""
    anchors: tuple[str, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a card: its key, the code shown, the kind, and a name for it."""

    key: str
    code: str
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the title, with links to the facts that rest on it."""

    pieces: tuple[Piece, ...]
    references: tuple[Reference, ...] = ()
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One detail of a card; ``key`` leads to another card, ``label`` may be empty."""

    label: str
    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class CardContext:
    """A card.

    Attributes:
        key: The id of its element.
        code: What it is called, such as ``C2``.
        kind: The name of its kind.
        tag: What sort of its kind.
        tone: The style of the tag.
        who: The sides.
        rows: Details.
        clauses: The evidence, cut into pieces.
        places: How many places of the text it rests on.
        sure: Confidence as dots, and as a number; empty where there is none.
    """

    key: str
    code: str
    kind: str
    tag: str
    tone: str
    who: str
    rows: tuple[Row, ...]
    clauses: tuple[tuple[Piece, ...], ...]
    places: int
    dots: str = ""
    sure: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """All cards of one kind, with its title and what it tells."""

    kind: str
    title: str
    tells: str
    cards: tuple[CardContext, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Who takes a stance: links to the positions."""

    stance: str
    holders: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One article with its record.

    Attributes:
        key: The id of its element.
        title: The article's title, or where it came from.
        name: Where it came from.
        told: Outlet, byline, dateline, dates.
        url: Its address as text; never a link, since nobody vouches for it.
        contexts: Names of the contexts that the article is about.
        blocks: The text.
        sections: The cards.
        standings: Positions at a glance, by stance.
        furniture: What was kept apart: kind and text.
    """

    key: str
    title: str
    name: str
    told: tuple[str, ...]
    url: str
    contexts: tuple[str, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    standings: tuple[Standing, ...]
    furniture: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an index: where it leads, the title, outlet and day, and counts by kind."""

    href: str
    title: str
    outlet: str
    day: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page.

    Attributes:
        title: Its title.
        reports: The articles on it.
        entries: The index, if it needs one.
        kinds: Kind, title and number of the cards on it, for filters and legend.
        policy: The content security policy.
        style: The style sheet, as the policy's hash has it.
        script: The script, likewise.
        version: The version of the reader.
        home: Where the index of the folder is, if the page has one.
    """

    title: str
    reports: tuple[Report, ...]
    entries: tuple[Entry, ...]
    kinds: tuple[tuple[str, str, int], ...]
    policy: str
    style: str
    script: str
    version: str
    home: str | None = None
