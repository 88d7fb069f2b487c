"""A record in the terminal: head, then each kind of thing with the words that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.rule import Rule
from rich.style import Style
from rich.text import Text

from dragoman.cli.console import NARROW, WIDEST, fit, wrapped
from dragoman.cli.display.cards import Card, cards
from dragoman.cli.display.dates import moment_text
from dragoman.cli.display.kinds import Kind
from dragoman.cli.display.names import context_names
from dragoman.cli.styles import BAR, DOT, DOUBTFUL, LIKELY, SURE
from dragoman.records import Article, Record, Span
from dragoman.records.cutting import segments
from dragoman.records.parts import Role

_INDENT = 2
_NAME_WIDTH = 30
_MOST_SPANS = 2
_BETWEEN = f" {DOT} "
_STRENGTH: tuple[Role, ...] = ("word", "who", "whom", "detail", "content")


def mark(confidence: float) -> str:
    """Return the mark of a confidence."""
    return SURE if confidence >= 0.8 else LIKELY if confidence >= 0.5 else DOUBTFUL


class Painter:
    """Shows records on a console.

    Args:
        console: Where to; its width, colours and encoding are kept to.
        kinds: Names of the record's lists to show; all if none are given.
        verbose: Whether confidence is also a number and all evidence is shown.
    """

    def __init__(
        self, console: Console, *, kinds: Sequence[str] | None = None, verbose: bool = False
    ) -> None:
        self._console = console
        self._fit = fit(console)
        self._kinds = kinds
        self._verbose = verbose
        self._width = min(console.width, WIDEST)
        self._shown = 0

    def show(self, record: Record, name: str | None = None) -> None:
        """Show one record; a ``name`` of where it came from sets it apart from others."""
        if name:
            self._between(name)
        self._shown += 1
        for line in self._head(record.article):
            self._console.print(line)
        found = [card for card in cards(record) if self._wanted(card.kind)]
        for kind, of_kind in groupby(found, key=lambda card: card.kind):
            for line in self._section(kind, list(of_kind), record.article.text):
                self._console.print(line)
        for line in self._foot(record, found):
            self._console.print(line)

    def legend(self) -> None:
        """Say what the marks mean, if any record was shown."""
        if self._shown:
            legend = f"{SURE} confidence 0.8 and more   {LIKELY} 0.5 to 0.8   {DOUBTFUL} below 0.5"
            self._console.print()
            self._console.print(self._text(legend, "soft"))

    def _wanted(self, kind: Kind) -> bool:
        return self._kinds is None or kind.plural in self._kinds

    def _text(self, text: str, style: str = "") -> Text:
        return Text(self._fit(text), style=style)

    def _between(self, name: str) -> None:
        """Rule a line between records, with the name of the input."""
        if self._shown:
            self._console.print()
        rule = Rule(self._text(name, "soft"), characters=self._fit("─"), style="soft", align="left")
        self._console.print(rule, width=self._width)

    def _wrapped(self, text: Text, first: Text, rest: Text) -> Iterator[Text]:
        return wrapped(self._console, text, first, rest, width=self._width)

    def _flowing(self, text: Text, indent: int = 0) -> Iterator[Text]:
        return self._wrapped(text, Text(" " * indent), Text(" " * indent))

    def _head(self, article: Article) -> Iterator[Text]:
        title = article.title or "(no title)"
        yield from self._flowing(self._text(title, "title"))
        told = [article.publisher, article.byline, article.dateline]
        if article.published_at is not None:
            told.append(moment_text(article.published_at))
        if article.updated_at is not None:
            told.append(f"updated {moment_text(article.updated_at)}")
        line = _BETWEEN.join(part for part in told if part)
        if line:
            yield from self._flowing(self._text(line, "soft"))
        if article.url:
            yield from self._flowing(self._text(article.url, "soft"))
        contexts = ", ".join(context_names(article))
        if contexts:
            told_of = Text.assemble(("Contexts: ", "soft"), self._fit(contexts))
            yield from self._flowing(told_of)

    def _section(self, kind: Kind, found: list[Card], text: str) -> Iterator[Text]:
        yield Text()
        yield Text.assemble(
            (kind.title.upper(), self._bold(kind.name)), (f"  {len(found)}", "soft")
        )
        if kind.name == "actor":
            yield from self._actors(found)
            return
        for card in found:
            yield from self._fact(card, text)

    def _actors(self, found: list[Card]) -> Iterator[Text]:
        named = [card for card in found if card.tag != "unnamed"]
        longest = max((len(card.who) for card in named), default=0)
        column = min(longest, _NAME_WIDTH)
        for card in named:
            yield from self._actor(card, column)
        unnamed = [card.who for card in found if card.tag == "unnamed"]
        if unnamed:
            told = self._text(f"unnamed: {'; '.join(unnamed)}", "soft")
            yield from self._flowing(told, _INDENT)

    def _actor(self, card: Card, column: int) -> Iterator[Text]:
        name = self._text(card.who, "name")
        facts = self._text(_BETWEEN.join(detail.text for detail in card.details))
        indent = Text(" " * _INDENT)
        if self._width >= NARROW and name.cell_len <= column:
            name.pad_right(column - name.cell_len + 2)
            rest = Text(" " * (_INDENT + column + 2))
            yield from self._wrapped(facts, Text.assemble(indent, name), rest)
            return
        line = Text.assemble(name, "  ", facts)
        yield from self._wrapped(line, indent, Text(" " * _INDENT * 2))

    def _fact(self, card: Card, text: str) -> Iterator[Text]:
        confidence = card.confidence or 0.0
        first = Text.assemble(
            (self._fit(mark(confidence)), card.kind.name), " ", (f"{card.code:<4}", "soft")
        )
        rest = Text(" " * first.cell_len)
        head = Text.assemble((self._fit(card.tag), card.tone), "  ", (self._fit(card.who), "name"))
        brief = self._text(_BETWEEN.join(_brief(card)), "soft")
        if self._verbose:
            brief.append(self._fit(_BETWEEN if brief else ""))
            brief.append(f"confidence {confidence:.2f}")
        room = self._width - first.cell_len - head.cell_len - brief.cell_len - 3
        if brief.cell_len and room >= 0:
            yield Text.assemble(first, head, "   ", brief)
        else:
            yield from self._wrapped(head, first, rest)
            yield from self._wrapped(brief, rest, rest)
        for detail in card.details:
            if detail.label in {"topic", "outcome"}:
                line = Text.assemble((f"{detail.label}: ", "soft"), self._fit(detail.text))
                yield from self._wrapped(line, rest, rest)
        if self._verbose or not _told_elsewhere(card):
            yield from self._words(card, text, rest)

    def _words(self, card: Card, text: str, rest: Text) -> Iterator[Text]:
        """Show the evidence, each clause with a bar before it."""
        bar = Text.assemble(rest, (f"{self._fit(BAR)} ", card.kind.name))
        shown = card.evidence if self._verbose else card.evidence[:_MOST_SPANS]
        for span in shown:
            yield from self._wrapped(self._clause(card, text, span), bar, bar)
        hidden = len(card.evidence) - len(shown)
        if hidden:
            places = "place" if hidden == 1 else "places"
            yield Text.assemble(bar, self._text(f"and {hidden} more {places}", "soft"))

    def _clause(self, card: Card, text: str, span: Span) -> Text:
        clause = Text()
        for segment in segments(*span, card.parts):
            words = text[segment.start : segment.end].replace("\n", " ")
            clause.append(self._fit(words), self._style(segment.labels, card.kind))
        return clause

    def _style(self, roles: Sequence[Role], kind: Kind) -> Style | str:
        """Return the style of words that tell something; the act itself is the strongest."""
        role = next((each for each in _STRENGTH if each in roles), None)
        if role == "word":
            return self._bold(kind.name)
        if role == "content":
            return kind.name
        return f"part.{role}" if role else "words"

    def _bold(self, style: str) -> Style:
        return self._console.get_style(style) + Style(bold=True)

    def _foot(self, record: Record, found: Iterable[Card]) -> Iterator[Text]:
        if not any(card.confidence is not None for card in found):
            yield Text()
            yield self._text("No facts were found.", "soft")
        pieces = Counter(item.kind for item in record.article.furniture)
        if pieces:
            told = ", ".join(f"{kind} ×{n}" if n > 1 else kind for kind, n in pieces.items())
            yield Text()
            yield from self._flowing(self._text(f"Kept apart and not coded: {told}", "soft"))


def _brief(card: Card) -> list[str]:
    """Return the short details of a fact, in words that need no label."""
    return [
        detail.text if detail.plain else f"{detail.label} {detail.text}"
        for detail in card.details
        if detail.label not in {"topic", "outcome"}
    ]


def _told_elsewhere(card: Card) -> bool:
    """Tell whether an event is but another side of a contact, which shows the same words."""
    return card.kind.name == "event" and any(each.label == "contact" for each in card.details)
