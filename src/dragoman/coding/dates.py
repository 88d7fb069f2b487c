"""When: expressions of time in the text, resolved against the article's date.

A weekday in past-tense news is the most recent one at or before the day of publication, in a
clause about the future the next one; the day of publication itself counts. An article without a
date leaves relative expressions unresolved: the words are kept, the dates are None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from dragoman.coding.article_day import day_of, moment_of
from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.cues import cues
from dragoman.coding.date_bounds import bounded, is_since, is_until
from dragoman.coding.date_frame import Frame
from dragoman.coding.date_matching import Fixed, Node, joined, matches
from dragoman.coding.date_tense import direction_of
from dragoman.coding.date_words import countries_named, describes, is_time, named_tokens
from dragoman.coding.full_dates import full_date, may_be_full
from dragoman.coding.inflection import forms
from dragoman.coding.intervals import Interval, on_day, weekday
from dragoman.coding.stretches import head_of
from dragoman.coding.tree import tree_of
from dragoman.records import PartialDate, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.records import Article

_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis", "advcl:relcl", "csubj"})
_MODIFIERS = frozenset(
    {"obl", "obl:tmod", "obl:unmarked", "obl:npmod", "nmod", "nmod:tmod", "nmod:unmarked",
     "nmod:npmod", "nmod:poss", "advmod", "dep", "nummod", "amod", "compound", "appos"}
)  # fmt: skip
_ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_MAX_CLIMB = 4
_LIST = re.compile(r"\s*(?:,\s*(?:(?:and|or)\s+)?|(?:and|or)\s+)(?:on\s+)?")
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
    kind: str = "stretch"

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


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A joined match with the tokens it covers."""

    node: Node
    first: int
    last: int


class Times:
    """All expressions of time of one Doc, in order, and what they belong to in the tree."""

    def __init__(self, doc: Doc, article: Article | None = None) -> None:
        self._tree = tree_of(doc)
        self._named = named_tokens(doc)
        self._tagged = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "TIME"]
        article = article if article is not None else doc._.article
        self._frame = Frame(day_of(article), moment=moment_of(article))
        candidates = tuple(self._candidates())
        if any(each.node.kind in {"clock", "moment"} for each in candidates):
            self._frame = replace(self._frame, countries=countries_named(doc))
        self.expressions: tuple[TimeExpression, ...] = self._resolved(candidates)
        self._by_start = {each.start: each for each in self.expressions}
        self._by_head: dict[int, list[TimeExpression]] = {}
        for expression in self.expressions:
            for governor in self._governors(expression):
                self._by_head.setdefault(governor, []).append(expression)

    # Finding ---------------------------------------------------------------------------------

    def _candidates(self) -> Iterator[_Candidate]:
        """The joined matches that are times, in order of text."""
        text = self._tree.text
        found = matches(text)
        nodes = [*joined(text, found), *self._in_other_dress(found)]
        for node in sorted(nodes, key=lambda each: each.start):
            first, last = self._tokens(node.start, node.end)
            if first is not None and is_time(self._tree, node, first, last, self._named):
                yield _Candidate(node, first, last)

    def _in_other_dress(self, found: Sequence[Node]) -> Iterator[Node]:
        """Full dates among the tagger's times that hold no match of a pattern."""
        text = self._tree.text
        for start, end in self._tagged:
            taken = any(each.start < end and start < each.end for each in found)
            if not taken and may_be_full(text[start:end]):
                day = full_date(text[start:end])
                if day is not None:
                    yield Fixed(start, end, day)

    def _tokens(self, start: int, end: int) -> tuple[int | None, int]:
        starts = self._tree.starts
        first = bisect_left(starts, start)
        if first >= len(starts) or starts[first] != start:
            return None, 0
        return first, bisect_left(starts, end)

    def _resolved(self, candidates: Sequence[_Candidate]) -> tuple[TimeExpression, ...]:
        """Resolve in order of text, each seen from the one before; times of day last of all."""
        found: dict[int, TimeExpression] = {}
        previous: Interval | None = None
        for index, each in enumerate(candidates):
            if each.node.kind != "clock":
                frame = replace(self._frame, previous=previous)
                expression = self._expression(each, frame)
                if expression is not None:
                    found[index] = self._after_its_neighbour(expression, found.get(index - 1))
                    previous = found[index].interval or previous
        for index, each in enumerate(candidates):
            if each.node.kind == "clock":
                frame = replace(self._frame, spoken=self._day_beside(each, found.values()))
                expression = self._expression(each, frame)
                if expression is not None:
                    found[index] = expression
        return tuple(found[index] for index in sorted(found))

    def _after_its_neighbour(
        self, expression: TimeExpression, before: TimeExpression | None
    ) -> TimeExpression:
        """A weekday that is joined to the one before it follows it: "next Monday and Tuesday"."""
        text = self._tree.text
        if before is None or not _LIST.fullmatch(text, before.span[1], expression.span[0]):
            return expression
        first = before.interval.day if before.interval else None
        second = expression.interval.day if expression.interval else None
        bare = text[slice(*expression.span)] in calendar_words().weekdays
        if first is None or second is None or not bare:
            return expression
        follows = weekday(first, second.weekday(), "future", today=False)
        return replace(expression, interval=on_day(follows))

    def _expression(self, each: _Candidate, frame: Frame) -> TimeExpression | None:
        tree, node = self._tree, each.node
        root = head_of(tree, each.first, each.last)
        present = node.only != "verb"
        direction = direction_of(tree, each.first, each.last, node.kind, present=present)
        if is_since(tree.text, node.start):
            direction = "past"
        elif direction == "past" and any(tree.tags) and is_until(tree.text, node.start):
            direction = "unknown"
        frame = replace(frame, direction=direction)
        interval = node(frame)
        if node.only == "verb" and frame.day is not None:
            governor = tree.heads[root]
            if interval is None or tree.tags[governor] not in {"VERB", "AUX", ""}:
                return None
        if not describes(tree, each.first, each.last):
            interval = bounded(tree.text, node.start, interval, frame)
        span = (node.start, node.end)
        return TimeExpression(span, each.first, each.last, root, interval, node.kind)

    def _day_beside(self, each: _Candidate, found: Iterable[TimeExpression]) -> date | None:
        """The day that the sentence of a time of day names, the nearest before it first."""
        begin, end = self._tree.sentence(each.first)
        days = [
            (other.start > each.first, abs(other.start - each.first), other.interval.day)
            for other in found
            if begin <= other.start < end and other.interval and other.interval.day
        ]
        return min(days)[2] if days else None

    # Reading ---------------------------------------------------------------------------------
    def _governors(self, expression: TimeExpression) -> Iterator[int]:
        """The words that an expression says the time of: its head, and no further than a verb.

        Before a noun it says when that was ("Friday's strike"), and of the verb only where the
        noun is its subject; a year before a noun tells nothing of any verb ("the 2015 deal").
        """
        tree, token = self._tree, expression.root
        described = describes(tree, expression.start, expression.end)
        for _ in range(_MAX_CLIMB):
            relation, head = tree.relations[token], tree.heads[token]
            if head == token or (token == expression.root and relation not in _MODIFIERS):
                return
            yield head
            if tree.tags[head] in {"VERB", "AUX"} or relation in _CLAUSES:
                return
            if tree.relations[head] not in (_SUBJECTS if described else _ARGUMENTS):
                return
            if described and expression.kind == "year":
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
