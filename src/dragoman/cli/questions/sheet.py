"""The lines of an answer in the terminal: headings, entries of the ledger, citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from dragoman.cli.console import WIDEST, fit, output, wrapped
from dragoman.cli.display.kinds import KINDS
from dragoman.cli.display.names import shortened
from dragoman.cli.display.terminal import mark
from dragoman.cli.questions.days import days_text
from dragoman.cli.styles import ARROW, BAR, DOT
from dragoman.records import codebook

if TYPE_CHECKING:
    from dragoman.crises import Entry, Party
    from dragoman.crises.questions import Citation
    from dragoman.crises.questions.standings import Acts

BETWEEN = f" {DOT} "

BY_PLURAL = {kind.plural: kind for kind in KINDS}

_INDENT = 2
_TAGS: Mapping[str, str] = {
    "contacts": "channel",
    "statements": "kind",
    "positions": "stance",
    "attitudes": "sign",
}
_SIDES: Mapping[str, tuple[str, str]] = {
    "events": ("actor", "recipient"),
    "contacts": ("initiator", "counterpart"),
    "statements": ("speaker", "addressee"),
    "positions": ("holder", ""),
    "attitudes": ("from", "toward"),
}
_PLAIN = {"reported", "own"}


class Sheet:
    """Prints an answer, kept to the width, colours and encoding of the terminal."""

    def __init__(self) -> None:
        self.console = output()
        self.say = fit(self.console)
        self.width = min(self.console.width, WIDEST)

    def heading(self, title: str, note: str = "", style: str = "title") -> None:
        """Print the heading of a section, with a note behind it."""
        bold = self.console.get_style(style) + Style(bold=True)
        line = Text.assemble((self.say(title.upper()), bold))
        line.append(self.say(f"  {note}") if note else "", "soft")
        self.flow(line)

    def blank(self) -> None:
        """Print an empty line."""
        self.console.print()

    def soft(self, text: str, indent: int = 0) -> None:
        """Print a line about the answer itself."""
        self.flow(Text(self.say(text), style="soft"), indent)

    def flow(self, text: Text, indent: int = 0, hang: int | None = None) -> None:
        """Print text that is broken at the width; later lines hang by ``hang`` columns."""
        rest = Text(" " * (indent + (_INDENT if hang is None else hang)))
        for line in wrapped(self.console, text, Text(" " * indent), rest, width=self.width):
            self.console.print(line)

    def columns(self, head: Text, tail: str, indent: int = 0, hang: int = 4) -> None:
        """Print a head and soft details behind it, on one line where there is room."""
        brief = Text(self.say(tail), style="soft")
        if indent + head.cell_len + brief.cell_len + 3 <= self.width:
            self.flow(Text.assemble(head, "   ", brief) if tail else head, indent, 0)
        else:
            self.flow(head, indent, hang)
            self.flow(brief, indent + hang, 0)

    def entry(
        self, entry: Entry, *, certainty: str, more: Iterable[str] = (), acts: Acts | None = None
    ) -> None:
        """Print an entry of the ledger: mark, what it is, who, and how well it is told."""
        kind = BY_PLURAL[entry.kind]
        told = [certainty] if certainty not in _PLAIN else []
        told += [entry.place or "", *more, origins_text(entry.origins)]
        head = Text.assemble(
            (self.say(mark(entry.confidence)), kind.name),
            (f" {kind.letter}  ", "soft"),
            (self.say(tag(entry)), tone(entry)),
            "  ",
            (self.say(who(entry)), "name"),
            self.say(on_what(entry, acts or {})),
        )
        self.columns(head, BETWEEN.join(each for each in told if each), _INDENT, 5)

    def citation(self, citation: Citation, indent: int = 7) -> None:
        """Print outlet and date of a report, and the words that the fact rests on."""
        bar = Text.assemble(" " * indent, (f"{self.say(BAR)} ", "soft"))
        day = f", {days_text(citation.day, citation.day)}" if citation.day else ""
        line = Text.assemble(
            (self.say(f"{citation.outlet}{day}"), "soft"), self.say(f"  “{citation.words}”")
        )
        for each in wrapped(self.console, line, bar, bar, width=self.width):
            self.console.print(each)


def tag(entry: Entry) -> str:
    """Return what sort of its kind an entry is: type and mode, channel, stance."""
    if entry.kind == "events":
        return " ".join(filter(None, (entry.act.get("type"), entry.act.get("mode"))))
    return entry.act.get(_TAGS[entry.kind]) or "unknown"


def tone(entry: Entry) -> str:
    """Return the style of the tag: a quadrant, a stance, a sign, or the kind."""
    if entry.kind == "events":
        return codebook().quad(entry.act.get("type") or "") or "event"
    if entry.kind in {"positions", "attitudes"}:
        return tag(entry)
    return entry.kind.removesuffix("s")


def who(entry: Entry) -> str:
    """Return the sides of an entry, with an arrow where there is a direction."""
    first, second = _SIDES[entry.kind]
    level = entry.kind == "contacts"
    one, other = (
        listed(party_text(each, level=level) for each in entry.parties.get(part, ()))
        for part in (first, second)
    )
    return f"{one or '?'} {ARROW} {other}" if other else one or "?"


def on_what(entry: Entry, acts: Acts) -> str:
    """Return the act that a position is about: "  on ASSAULT drone Norland → Freedonia"."""
    target = entry.act.get("target")
    if entry.kind != "positions" or not target:
        return ""
    act = acts.get(target)
    told = f"{tag(act)} {who(act)}" if act is not None else f"“{shortened(target)}”"
    return f"  on {told}"


def party_text(party: Party, *, level: bool = True) -> str:
    """Return a party with code and level of office: "Kari Lund (NOR, level 2)".

    What the article does not print and others tell is marked: "Kari Lund (elsewhere NOR)".
    """
    from dragoman.crises.questions.sides import side, sourced

    is_side = party.name == side(party).name
    country = party.code if party.code and not is_side else None
    office = f"level {party.level}" if level and party.level is not None else None
    known = ", ".join(sourced(party, country, office, mark="elsewhere "))
    return f"{party.name} ({known})" if known else party.name


def listed(names: Iterable[str]) -> str:
    """Return names as in a sentence, each once."""
    from dragoman.crises.questions.sides import joined

    return joined(names)


def origins_text(number: int) -> str:
    """Return how many independent origins report something."""
    return "1 origin" if number == 1 else f"{number} origins"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 day, 2 days."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
