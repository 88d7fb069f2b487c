"""When: expressions of time in the text, resolved against the article's date.

A weekday in past-tense news is the most recent one at or before the day of publication, in a
clause about the future the next one; the day of publication itself counts. An article without a
date leaves relative expressions unresolved: the words are kept, the dates are None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from dragoman.coding.article_day import day_of
from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.cues import cues
from dragoman.coding.date_meanings import Frame
from dragoman.coding.date_patterns import patterns
from dragoman.coding.full_dates import full_date, may_be_full
from dragoman.coding.inflection import forms
from dragoman.coding.intervals import Direction, Interval, on_day
from dragoman.coding.stretches import head_of
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import PartialDate, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.records import Article

_NAMING = frozenset({"ORGANISATION", "PERSON", "WEAPON", "FACILITY"})
_BEFORE = re.compile(
    r"\b(since|until|till|by|before|after|between|from)\s+(?:(?:the|early|late|mid|about|around)\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 24
_JOINT = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*(?:the\s+)?", re.IGNORECASE)
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis", "advcl:relcl", "csubj"})
_MODIFIERS = frozenset(
    {"obl", "obl:tmod", "obl:unmarked", "obl:npmod", "nmod", "nmod:tmod", "nmod:unmarked",
     "nmod:npmod", "nmod:poss", "advmod", "dep", "nummod", "amod", "compound", "appos"}
)  # fmt: skip
_ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "nmod"})
_MAX_CLIMB = 4
_BREAKS = frozenset({"VERB", "AUX", "SCONJ", "SPACE"})
_MARKS = frozenset({",", ";", ":", '"', "“", "”", "(", ")", "that"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, with the days they mean.

    ``start`` and ``end`` are token indexes, ``root`` the head of the words in the tree.
    ``interval`` is None where the article does not tell enough to resolve it.
    """

    span: Span
    start: int
    end: int
    root: int
    interval: Interval | None

    @property
    def earliest(self) -> str | None:
        """The first date it may mean, ISO 8601."""
        return str(self.interval.earliest) if self.interval and self.interval.earliest else None

    @property
    def latest(self) -> str | None:
        """The last date it may mean, ISO 8601."""
        return str(self.interval.latest) if self.interval and self.interval.latest else None

    @property
    def when(self) -> When:
        """The form of the record."""
        return When(self.earliest, self.latest, (self.span,))


class Times:
    """All expressions of time of one Doc, in order, and what they belong to in the tree."""

    def __init__(self, doc: Doc, article: Article | None = None) -> None:
        self._tree = tree_of(doc)
        self._named = _named_tokens(doc)
        self._tagged = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "TIME"]
        self._day = day_of(article if article is not None else doc._.article)
        self.expressions: tuple[TimeExpression, ...] = tuple(self._resolved())
        self._by_start = {each.start: each for each in self.expressions}
        self._by_head: dict[int, list[TimeExpression]] = {}
        for expression in self.expressions:
            for governor in self._governors(expression):
                self._by_head.setdefault(governor, []).append(expression)

    # Finding ---------------------------------------------------------------------------------

    def _resolved(self) -> Iterator[TimeExpression]:
        previous: date | None = None
        matches = _matches(self._tree.text)
        found = [*self._joined(matches), *self._in_other_dress(matches)]
        for start, end, resolve in sorted(found, key=lambda item: item[0]):
            first, last = self._tokens(start, end)
            if first is None or first in self._named:
                continue
            direction = direction_of(self._tree, first, last)
            frame = Frame(self._day, direction, previous)
            interval = _bounded(self._tree.text, start, resolve(frame), self._day, direction)
            if interval and interval.first is not None and interval.first == interval.last:
                previous = interval.first
            root = head_of(self._tree, first, last)
            yield TimeExpression((start, end), first, last, root, interval)

    def _in_other_dress(self, matches: Sequence[_Found]) -> Iterator[tuple[int, int, _Resolve]]:
        """Full dates among the tagger's times that hold no match of a pattern."""
        text = self._tree.text
        for start, end in self._tagged:
            taken = any(each.start < end and start < each.end for each in matches)
            if not taken and may_be_full(text[start:end]):
                day = full_date(text[start:end])
                if day is not None:
                    yield start, end, _Fixed(day)

    def _tokens(self, start: int, end: int) -> tuple[int | None, int]:
        starts = self._tree.starts
        first = bisect_left(starts, start)
        if first >= len(starts) or starts[first] != start:
            return None, 0
        return first, bisect_left(starts, end)

    def _joined(self, found: Sequence[_Found]) -> Iterator[tuple[int, int, _Resolve]]:
        """Join "from Monday to Wednesday" and "between 3 and 5 March" into one expression."""
        text, place = self._tree.text, 0
        while place < len(found):
            one = found[place]
            two = found[place + 1] if place + 1 < len(found) else None
            if two is not None and _is_range(text, one, two):
                yield one.start, two.end, _Range(one, two)
                place += 2
            else:
                yield one.start, one.end, one
                place += 1

    # Reading ---------------------------------------------------------------------------------

    def _governors(self, expression: TimeExpression) -> Iterator[int]:
        """The words that an expression says the time of: its head, and no further than a verb."""
        tree, token = self._tree, expression.root
        for _ in range(_MAX_CLIMB):
            relation, head = tree.relations[token], tree.heads[token]
            if head == token or (token == expression.root and relation not in _MODIFIERS):
                return
            yield head
            if tree.tags[head] in {"VERB", "AUX"} or relation in _CLAUSES:
                return
            if tree.relations[head] not in _ARGUMENTS:
                return
            token = head

    def when_of(self, token: int) -> When | None:
        """When the event that a word tells of took place, by the tree.

        Words that modify it come first, then those of its own complements, of a relative clause
        on it ("the strike that killed ten on Friday"), of the verb it is an argument of (but not
        of one of speech: "condemned the raid on Friday"), and of the verb it is joined to; last
        those that follow it in its clause.
        """
        found = self.expression_of(token)
        return found.when if found else None

    def expression_of(self, token: int) -> TimeExpression | None:
        """As :meth:`when_of`, with the expression itself."""
        tree = self._tree
        nearby = [token, *tree.children(token, "xcomp", "acl:relcl", "acl")]
        if tree.relations[token] == "xcomp":
            nearby.append(tree.heads[token])
        if tree.tags[token] in {"NOUN", "PROPN"} and tree.relations[token] in _ARGUMENTS:
            verb = tree.heads[token]
            if not cues().entries(forms(tree, verb)):
                nearby.append(verb)
        if tree.relations[token] == "conj":
            nearby.append(tree.heads[token])
        for place in nearby:
            for expression in self._by_head.get(place, ()):
                if not expression.start <= token < expression.end:
                    return expression
        return self._following(token)

    def _following(self, token: int) -> TimeExpression | None:
        """The expression that follows a verb in its clause, where the tree hung it elsewhere.

        Between the two stands no other verb, no mark and no conjunction of clauses.
        """
        tree = self._tree
        if tree.tags[token] != "VERB":
            clauses = tree.children(token, "acl:relcl", "acl")
            return self._following(clauses[0]) if clauses else None
        end = tree.sentence(token)[1]
        for place in range(token + 1, end):
            found = self._by_start.get(place)
            if found is not None:
                return found
            if tree.tags[place] in _BREAKS or tree.lower[place] in _MARKS:
                return None
        return None

    def inside(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """The expressions between two token indexes."""
        return tuple(each for each in self.expressions if start <= each.start and each.end <= end)


_TIMES: WeakKeyDictionary[Doc, Times] = WeakKeyDictionary()


def times_of(doc: Doc) -> Times:
    """The expressions of time of a Doc, resolved against its article; found once."""
    found = _TIMES.get(doc)
    if found is None:
        found = _TIMES[doc] = Times(doc)
    return found


def times(doc: Doc) -> tuple[TimeExpression, ...]:
    """All expressions of time of a Doc, in order of text."""
    return times_of(doc).expressions


def resolve_when(doc: Doc, start: int, end: int, article: Article) -> When | None:
    """The time that tokens ``start`` to ``end`` state, seen from an article's date.

    Several expressions in the stretch give one interval around them all.
    """
    found = Times(doc, article).inside(start, end)
    if not found:
        return None
    known = [each.interval for each in found if each.interval is not None]
    spans = tuple(each.span for each in found)
    if not known:
        return When(None, None, spans)
    whole = _around(known)
    return When(_iso(whole.earliest), _iso(whole.latest), spans)


def _iso(value: PartialDate | None) -> str | None:
    return str(value) if value is not None else None


def _around(intervals: Iterable[Interval]) -> Interval:
    known = list(intervals)
    starts = [each.earliest for each in known if each.earliest is not None]
    ends = [each.latest for each in known if each.latest is not None]
    return Interval(
        min(starts, key=lambda value: value.earliest) if len(starts) == len(known) else None,
        max(ends, key=lambda value: value.latest) if len(ends) == len(known) else None,
    )


# Matches of the patterns ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    """A match of one pattern; called with a frame, it tells what it means."""

    start: int
    end: int
    rank: int
    match: re.Match[str]

    def __call__(self, frame: Frame) -> Interval | None:
        return patterns()[self.rank].meaning(self.match, frame)


@dataclass(frozen=True, slots=True)
class _Range:
    """Two expressions that are the ends of one."""

    one: _Found
    two: _Found

    def __call__(self, frame: Frame) -> Interval | None:
        first, last = self.one(frame), self.two(frame)
        if first is None or last is None or first.first is None or last.last is None:
            return None
        return Interval(first.earliest, last.latest) if first.first <= last.last else None


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A date that is the same from wherever it is seen."""

    day: date

    def __call__(self, _frame: Frame) -> Interval:
        return on_day(self.day)


_Resolve = _Found | _Range | _Fixed


def _matches(text: str) -> list[_Found]:
    """The matches of all patterns, the longest where they overlap, in order of text."""
    lowered = text.lower()
    found = [
        _Found(match.start(), match.end(), rank, match)
        for rank, pattern in enumerate(patterns())
        for match in pattern.found_in(text, lowered)
    ]
    kept: list[_Found] = []
    for each in sorted(found, key=lambda item: (item.start - item.end, item.rank)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda item: item.start)


def _is_range(text: str, one: _Found, two: _Found) -> bool:
    if not _JOINT.fullmatch(text, one.end, two.start):
        return False
    if _AND.search(text, one.end, two.start):
        return bool(_BETWEEN.search(text, max(0, one.start - _REACH), one.start))
    return True


def _bounded(
    text: str, start: int, interval: Interval | None, day: date | None, direction: Direction
) -> Interval | None:
    """Apply the preposition before an expression: "since Friday" runs until today."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found is None or interval is None:
        return interval
    word = found[1].lower()
    today = PartialDate.of(day) if day else None
    if word in {"since", "from"} and interval.first is not None:
        ongoing = word == "since" and day is not None and interval.first <= day
        return Interval(interval.earliest, today) if ongoing else interval
    if word in {"until", "till", "by"}:
        return Interval(today if direction == "future" else None, interval.latest)
    if word == "before":
        return Interval(None, interval.earliest)
    if word == "after":
        return Interval(interval.latest, None)
    return interval


def _named_tokens(doc: Doc) -> frozenset[int]:
    return frozenset(
        token for ent in doc.ents if ent.label_ in _NAMING for token in range(ent.start, ent.end)
    )


# Tense ---------------------------------------------------------------------------------------


def direction_of(tree: Tree, start: int, end: int) -> Direction:
    """Whether the clause around an expression speaks of the past or of what lies ahead."""
    token = head_of(tree, start, end)
    for _ in range(_MAX_CLIMB):
        head = tree.heads[token]
        if head == token:
            break
        if _is_future(tree, head):
            return "future"
        if tree.tags[head] in {"VERB", "AUX"} and tree.relations[head] not in {"xcomp", "conj"}:
            break
        token = head
    return "past"


def _is_future(tree: Tree, token: int) -> bool:
    words = calendar_words()
    below = tree.children(token, "aux", "aux:pass", "mark")
    if any(tree.lower[child] in words.auxiliaries for child in below):
        perfect = any(tree.lower[child] in {"have", "has"} for child in below)
        return not perfect
    if tree.lemmas[token] in words.future_words:
        return True
    infinitive = any(tree.lower[child] == "to" for child in tree.children(token, "mark"))
    return infinitive and tree.tags[token] == "VERB" and tree.relations[token] != "root"
