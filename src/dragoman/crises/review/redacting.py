"""A record without a person: no name, no mention, no fact in which the person takes part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragoman.crises.review.values import TYPES
from dragoman.records import (
    FACT_KINDS,
    Actor,
    Article,
    Event,
    Fact,
    Furniture,
    Position,
    Record,
    Span,
    Statement,
)
from dragoman.records.convert import from_plain, to_plain
from dragoman.store.erasing_jobs import BLANK
from dragoman.store.rows import parties_of

_LEAST = 3
"""Letters that a family name needs to be looked for by itself."""

_WORDS = frozenset(
    {"name", "title", "medium", "topics", "outcome", "target", "addressee", "byline", "dateline"}
)
"""The fields of JSON that hold words."""

_BETWEEN = r"[\W_]+"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a person, and how they are found in words.

    ``full`` finds whole names in any dress, in a URL too; ``family`` the last word of each;
    ``words`` are all words of the names, in small letters.
    """

    full: re.Pattern[str]
    family: re.Pattern[str]
    words: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str], asked: str) -> Names:
        """Return what finds some names.

        Args:
            names: All that are known; of those of one word the one asked for is a whole name.
            asked: The one that was asked for.
        """
        lists = [words for each in sorted(names) if (words := re.findall(r"\w+", each))]
        whole = [_BETWEEN.join(map(re.escape, each)) for each in lists if len(each) > 1]
        whole += [re.escape(asked.strip())] if len(asked.split()) == 1 else []
        last = {words[-1] for words in lists if len(words[-1]) >= _LEAST}
        capital = sorted({re.escape(form) for each in last for form in (each, each.upper())})
        every = frozenset(word.casefold() for each in lists for word in each)
        return cls(_pattern(whole, re.IGNORECASE), _pattern(capital, 0), every)

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where names stand."""
        for pattern in (self.full, self.family):
            yield from (match.span() for match in pattern.finditer(text))

    def blanked(self, text: str) -> str:
        """Return a text with every letter of a name blanked."""
        return blanked(text, self.spans(text))


def _pattern(forms: Collection[str], flags: int) -> re.Pattern[str]:
    """Return what finds any of some forms as whole words; nothing where there are none."""
    if not forms:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])", flags)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length with the letters in some spans blanked."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [each if each.isspace() else BLANK for each in letters[start:end]]
    return "".join(letters)


def redacted(record: Record, persons: Collection[str], names: Names) -> Record:
    """Return a record without some of its actors.

    Args:
        record: As it is.
        persons: The ids of the actors.
        names: Their names.
    """
    mentions = [span for each in record.actors if each.id in persons for span in each.mentions]
    text = record.article.text
    spans = [*names.spans(text), *_named(text, mentions, names)]
    article = _article(record.article, blanked(text, spans), names)
    left = _Facts(record, frozenset(persons)).left()
    actors = tuple(_actor(each, persons, names) for each in record.actors if each.id not in persons)
    facts: dict[str, Any] = {
        kind: tuple(_reworded(kind, each, names) for each in left[kind]) for kind in FACT_KINDS
    }
    return replace(record, article=article, actors=actors, **facts)


def _named(text: str, mentions: Iterable[Span], names: Names) -> Iterator[Span]:
    """Yield the words of mentions that a name has too, and that have a capital."""
    for start, end in mentions:
        for match in re.finditer(r"\w+", text[start:end]):
            if match[0][0].isupper() and match[0].casefold() in names.words:
                yield start + match.start(), start + match.end()


def _article(article: Article, text: str, names: Names) -> Article:
    span = article.title_span
    title = article.title and names.blanked(article.title)
    furniture = tuple(
        Furniture(each.kind, names.blanked(each.text), each.span) for each in article.furniture
    )
    return replace(
        article,
        text=text,
        title=text[slice(*span)] if span is not None else title,
        byline=article.byline and names.blanked(article.byline),
        dateline=article.dateline and names.blanked(article.dateline),
        furniture=furniture,
    )


def _actor(actor: Actor, persons: Collection[str], names: Names) -> Actor:
    members = tuple(each for each in actor.members if each not in persons)
    plain = _words_blanked(to_plain(replace(actor, members=members)), names)
    return from_plain(Actor, plain)


def _reworded(kind: str, fact: Fact, names: Names) -> Fact:
    return from_plain(TYPES[kind], _words_blanked(to_plain(fact), names))


def _words_blanked(value: Any, names: Names, name: str = "") -> Any:
    """Blank names in the fields of JSON that hold words."""
    if isinstance(value, str):
        return names.blanked(value) if name in _WORDS else value
    if isinstance(value, list):
        return [_words_blanked(each, names, name) for each in value]
    if isinstance(value, Mapping):
        return {key: _words_blanked(each, names, key) for key, each in value.items()}
    return value


class _Facts:
    """The facts of a record that stay without some persons."""

    def __init__(self, record: Record, persons: frozenset[str]) -> None:
        self.record = record
        self.persons = persons
        self.gone = {
            each.id for kind in FACT_KINDS for each in getattr(record, kind) if self._is_of(each)
        }

    def left(self) -> dict[str, list[Fact]]:
        """Return the facts that stay, by kind, without links to those that go."""
        events = {each.id for each in self.record.events} & self.gone
        return {
            kind: [
                self._unlinked(each)
                for each in getattr(self.record, kind)
                if each.id not in self.gone
                and not (isinstance(each, Position) and each.target in events)
            ]
            for kind in FACT_KINDS
        }

    def _is_of(self, fact: Fact) -> bool:
        """Tell whether one of the persons takes part in a fact."""
        named = {each for _, some in parties_of(fact) for each in some}
        return bool(named & self.persons)

    def _unlinked(self, fact: Fact) -> Fact:
        if isinstance(fact, Event):
            return replace(
                fact,
                reported_by=self._kept(fact.reported_by),
                statement=self._kept(fact.statement),
                contact=self._kept(fact.contact),
            )
        if isinstance(fact, Position):
            return replace(fact, statement=self._kept(fact.statement))
        if isinstance(fact, Statement):
            return replace(fact, addressee=self._kept(fact.addressee))
        return fact

    def _kept(self, named: str | None) -> str | None:
        return None if named in self.gone | self.persons else named
