"""One list of attributions out of three: the learned head's, the rules', and lone quotations.

The head says what is an attribution; the rules add those it missed and mend its edges; the
quotation marks say where a quotation really begins and ends, over sentences and paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.attribution_rules import (
    Finding,
    Tokens,
    cue_tokens,
    rule_findings,
    source_beside,
    source_of,
    trimmed,
)
from dragoman.coding.inflection import forms
from dragoman.coding.stretches import tokens_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.coding.cues import Cues
    from dragoman.coding.quotes import Quotation
    from dragoman.coding.tree import Tree
    from dragoman.records import Span, Spans

_UTTERANCE = 4
_BESIDE = 0.75
_IN_SCOPE = 0.45
_ALONE = 0.85
_UNSURE = 0.5
_WITHOUT_CUE = 0.6
_REACH = 3
_NEAR = 30
_MOST = 0.98
_AGAINST_RULES = 0.5
_TALKING = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Heard:
    """An attribution as the learned head gives it (``dragoman.language.Attribution``)."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as tokens: ``tokens`` all of them, marks included."""

    tokens: Tokens
    words: int
    closed_by_stop: bool

    @property
    def first(self) -> int:
        """Its opening mark."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """Its closing mark."""
        return self.tokens[-1]

    @property
    def is_utterance(self) -> bool:
        """Whether it is somebody's words rather than a title or a term in marks."""
        return self.words >= _UTTERANCE or self.closed_by_stop


class Gathering:
    """Brings the attributions of one article together.

    Args:
        tree: The words and their tree.
        table: The cue verbs.
        quotations: The quotations of the text.
        paragraphs: Character spans of its paragraphs.
    """

    def __init__(
        self,
        tree: Tree,
        table: Cues,
        quotations: Sequence[Quotation],
        paragraphs: Sequence[Span],
    ) -> None:
        self._tree = tree
        self._table = table
        self._quoted = [
            found
            for item in quotations
            if item.depth == 0 and (found := _quoted(tree, item.spans)) is not None
        ]
        self._inside = [-1] * len(tree)
        for number, quoted in enumerate(self._quoted):
            for token in quoted.tokens:
                self._inside[token] = number
        self._paragraph = _numbers(tree, paragraphs)

    def gather(self, heard: Iterable[Heard]) -> list[Finding]:
        """The attributions of the article in order of text."""
        told = rule_findings(self._tree, self._table)
        rules = [rule for rule in told if not self._is_performed(rule)]
        ruled = {token for rule in rules for token in rule.cue}
        heads = [self._from_head(item) for item in heard]
        found = merged(
            [item if ruled & set(item.cue) else self._weighed(item) for item in heads], rules
        )
        found = [self._completed(item) for item in found]
        return _in_order(self._with_lone_quotations(found))

    def _from_head(self, heard: Heard) -> Finding:
        tree = self._tree
        cue = _tokens(tree, heard.cue)
        content = set(_tokens(tree, heard.content)) - set(cue)
        head = cue_head(tree, cue, self._table)
        source = _tokens(tree, heard.source)
        if not source and head is not None and tree.tags[head] == "VERB":
            source = source_beside(tree, head, tuple(content))
        return Finding(
            source=source,
            cue=cue,
            content=trimmed(tree, content - set(source) - self._told_apart(head, content)),
            cue_head=head,
            confidence=heard.confidence,
        )

    def _told_apart(self, cue: int | None, content: set[int]) -> set[int]:
        """What a content holds of a clause that goes on after it: "A urged calm and B left".

        Such a clause has a subject and a verb of its own and is coordinated with the cue. Where
        its verb stands in the content as well, it counts only if it brings words of its own.
        """
        tree = self._tree
        apart: set[int] = set()
        for verb in tree.children(cue, "conj") if cue is not None else ():
            subject = tree.child(verb, "nsubj", "nsubj:pass")
            brings = self._table.entries(forms(tree, verb))
            if subject is not None and (verb not in content or brings):
                start = min(tree.subtree(verb))
                apart.update(token for token in content if token >= start)
        return {token for token in apart if self._inside[token] < 0}

    def _weighed(self, finding: Finding) -> Finding:
        """Less sure where the table knows the verb, but not this use of it ("called them")."""
        head = finding.cue_head
        known = head is not None and self._table.entries(forms(self._tree, head))
        quoted = any(self._inside[token] >= 0 for token in finding.content)
        if not known or quoted:
            return finding
        return replace(finding, confidence=finding.confidence * _AGAINST_RULES)

    def _completed(self, finding: Finding) -> Finding:
        """The finding with every clause and quotation that its content cuts taken in as a whole."""
        content = self._of_its_paragraph(finding)
        content.update(self._cut_off(finding, content))
        for number in {self._inside[token] for token in finding.content} - {-1}:
            if finding.cue_head is None or self._inside[finding.cue_head] != number:
                content.update(self._quoted[number].tokens)
        content -= {*finding.cue, *finding.source}
        return replace(finding, content=trimmed(self._tree, content))

    def _cut_off(self, finding: Finding, content: set[int]) -> list[int]:
        """The clauses of the cue whose beginning the content holds, but not what they say."""
        tree, cue = self._tree, finding.cue_head
        clauses = tree.children(cue, "ccomp") if cue is not None else ()
        return [
            token
            for clause in clauses
            if clause not in content and tree.subtree(clause)[0] in content
            for token in tree.subtree(clause)
        ]

    def _is_performed(self, finding: Finding) -> bool:
        """Whether it is but the verb of somebody's quoted words: "We regret it," she said."""
        head = finding.cue_head
        if head is None or self._inside[head] < 0 or len(finding.source) != 1:
            return False
        past = "Tense=Past" in self._tree.features[head]
        return not past and self._tree.lower[finding.source[0]] in _TALKING

    def _of_its_paragraph(self, finding: Finding) -> set[int]:
        """The content as far as it stands in the paragraph of the cue, or in a quotation."""
        place = finding.cue_head if finding.cue_head is not None else finding.content[0]
        return {
            token
            for token in finding.content
            if self._paragraph[token] == self._paragraph[place] or self._inside[token] >= 0
        }

    # Quotations that no attribution holds -----------------------------------------------------

    def _with_lone_quotations(self, found: list[Finding]) -> list[Finding]:
        for quoted in self._quoted:
            if not quoted.is_utterance or _is_held(quoted, found):
                continue
            if not self._joined(quoted, found):
                new = self._beside(quoted) or self._in_scope(quoted, found)
                if new is not None:
                    found.append(new)
        return found

    def _joined(self, quoted: Quoted, found: list[Finding]) -> bool:
        """Add a quotation to the statement it goes on ("A," he said. "B."), if there is one."""
        place = self._cue_beside(quoted)
        for number, item in enumerate(found):
            same = place is not None and item.cue_head == place
            if same or (place is None and self._goes_on(quoted, item)):
                content = {*item.content, *quoted.tokens}
                found[number] = replace(item, content=trimmed(self._tree, content))
                return True
        return False

    def _goes_on(self, quoted: Quoted, item: Finding) -> bool:
        """Whether the quotation begins right after the sentence with the finding's cue."""
        if item.cue_head is None or self._inside[item.cue_head] >= 0 or quoted.first == 0:
            return False
        tree = self._tree
        before = quoted.first - 1
        while before > 0 and tree.tags[before] == "SPACE":
            before -= 1
        return (
            tree.sentences[before] == tree.sentences[item.cue_head]
            and item.cue_head < quoted.first
            and self._paragraph[item.cue_head] == self._paragraph[quoted.first]
            and any(self._inside[token] >= 0 for token in item.content)
        )

    def _beside(self, quoted: Quoted) -> Finding | None:
        """The attribution of a quotation with a verb of its own beside it."""
        verb = self._cue_beside(quoted)
        if verb is None:
            return None
        tree = self._tree
        subject = tree.child(verb, "nsubj")
        source = source_of(tree, subject, verb) if subject is not None else ()
        source = tuple(token for token in source if self._inside[token] < 0)
        if not source:
            return None
        known = self._table.quotes(forms(tree, verb))
        confidence = _BESIDE if known else _BESIDE - 0.2
        return Finding(source, cue_tokens(tree, verb), quoted.tokens, verb, confidence)

    def _cue_beside(self, quoted: Quoted) -> int | None:
        """The verb that brings a quotation: after it first, else before a colon or comma."""
        tree = self._tree
        after = self._verb_between(quoted.last + 1, self._sentence_end(quoted.last), quoted)
        if after is not None:
            return after
        start = tree.sentence(quoted.first)[0]
        lead = _lead(tree, quoted.first)
        if lead in {":", ","} or tree.tags[max(0, quoted.first - 1)] == "VERB":
            before = [
                token
                for token in range(start, quoted.first)
                if self._brings(token) and self._table.quotes(forms(tree, token))
            ]
            return before[-1] if before else None
        return None

    def _sentence_end(self, token: int) -> int:
        """The end of the sentence; one that begins with the cue itself counts ('?" he asked')."""
        tree = self._tree
        end = tree.sentence(token)[1]
        if end == token + 1 and end < len(tree) and self._paragraph[end] == self._paragraph[token]:
            first = tree.words[end]
            if first[:1].islower() or tree.words[token - 1] == ",":
                return tree.sentence(end)[1]
        return end

    def _verb_between(self, start: int, end: int, quoted: Quoted) -> int | None:
        """The first verb with a subject that follows a quotation directly."""
        tree = self._tree
        for token in range(start, min(end, start + _NEAR)):
            if self._inside[token] >= 0 or tree.tags[token] == "CCONJ":
                return None
            if self._brings(token):
                subject = tree.child(token, "nsubj")
                near = subject is not None and start <= min(tree.subtree(subject)) < end
                told = self._table.quotes(forms(tree, token))
                comma = tree.words[max(0, quoted.last - 1)] in {",", "?", "!"}
                return token if near and (told or comma) else None
        return None

    def _brings(self, token: int) -> bool:
        tree = self._tree
        return (
            tree.tags[token] == "VERB"
            and self._inside[token] < 0
            and tree.child(token, "nsubj") is not None
            and tree.relations[token] != "acl:relcl"
        )

    def _in_scope(self, quoted: Quoted, found: Sequence[Finding]) -> Finding | None:
        """A quotation that is a paragraph by itself belongs to whoever spoke last."""
        tree = self._tree
        whole = self._fills_paragraph(quoted)
        number = self._paragraph[quoted.first]
        before = [
            item
            for item in found
            if item.cue_head is not None
            and item.cue_head < quoted.first
            and self._inside[item.cue_head] < 0
            and (item.source or item.scope)
            and number - self._paragraph[item.cue_head] <= _REACH
        ]
        if not whole or not before:
            return None
        last = max(before, key=lambda item: item.cue_head or 0)
        content = trimmed(tree, quoted.tokens)
        return Finding((), (), content, None, _IN_SCOPE, scope=last.source or last.scope)

    def _fills_paragraph(self, quoted: Quoted) -> bool:
        tree, number = self._tree, self._paragraph[quoted.first]
        around = (quoted.first - 1, quoted.last + 1)
        return all(
            not 0 <= token < len(tree)
            or self._paragraph[token] != number
            or tree.tags[token] in {"SPACE", "PUNCT"}
            for token in around
        )


def merged(head: Sequence[Finding], rules: Sequence[Finding]) -> list[Finding]:
    """The head's findings, mended by the rules', and those that only the rules have.

    The head may cut one attribution into parts ("have", "warned"); a rule that spans the parts
    makes them one again.
    """
    parts: dict[int, list[Finding]] = {}
    kept: list[Finding] = []
    for item in head:
        place = next((n for n, rule in enumerate(rules) if _same(item, rule)), None)
        if place is not None:
            parts.setdefault(place, []).append(item)
        elif item.content and (item.source or item.cue):
            kept.append(item)
    for number, rule in enumerate(rules):
        if number in parts:
            kept.append(_mended(_whole(parts[number]), rule))
        else:
            kept.append(replace(rule, confidence=rule.confidence * _ALONE))
    return kept


def _same(item: Finding, rule: Finding) -> bool:
    """Whether two findings share a cue, or nearly one content where a cue is missing."""
    if item.cue:
        return not set(item.cue).isdisjoint(rule.cue)
    shared = len(set(item.content) & set(rule.content))
    return 2 * shared > max(len(item.content), len(rule.content))


def _whole(parts: Sequence[Finding]) -> Finding:
    """One finding out of the parts of a cut one; where two contend, the surer one's words."""
    first, *others = sorted(parts, key=lambda item: -item.confidence * bool(item.content))
    for other in others:
        first = replace(
            first,
            source=first.source or other.source,
            cue=tuple(sorted({*first.cue, *other.cue})),
            content=first.content or other.content,
        )
    return first


def _mended(item: Finding, rule: Finding) -> Finding:
    """A head's finding with what it lacks taken from the rule that agrees with it.

    The rule gives the prepositions of the cue and the true beginning of a clause that the head
    cuts into.
    """
    own, ruled = set(item.content), set(rule.content)
    content = item.content
    if not own or (item.confidence < _UNSURE and not own & ruled):
        content = rule.content
    elif own <= ruled:
        content = tuple(token for token in rule.content if token <= max(own))
    cue = {*item.cue, *rule.cue} - (own & ruled)
    source = item.source or rule.source
    agreed = 1 if ruled & set(content) else 0
    gained = 0.5 * rule.confidence * (1 - item.confidence) * agreed
    return Finding(
        source=source,
        cue=tuple(sorted(cue)),
        content=tuple(token for token in content if token not in cue and token not in source),
        cue_head=rule.cue_head,
        confidence=min(_MOST, item.confidence + gained),
    )


def cue_head(tree: Tree, cue: Tokens, table: Cues) -> int | None:
    """The token of a cue that governs the others: a verb of the table, else any verb."""
    if not cue:
        return None
    for token in cue:
        if table.entries(forms(tree, token)) and tree.tags[token] == "VERB":
            return token
    verbs = [token for token in cue if tree.tags[token] == "VERB"]
    inside = set(cue)
    tops = [token for token in cue if tree.heads[token] not in inside or tree.is_root(token)]
    return (verbs or tops or list(cue))[0]


def _in_order(found: Iterable[Finding]) -> list[Finding]:
    kept: dict[tuple[Tokens, Tokens], Finding] = {}
    for item in found:
        if item.content:
            kept.setdefault((item.cue, item.content), item)
    return sorted(kept.values(), key=lambda item: min((*item.cue, *item.content)))


def _is_held(quoted: Quoted, found: Iterable[Finding]) -> bool:
    """Whether an attribution's content holds more than half of a quotation."""
    tokens = set(quoted.tokens)
    return any(2 * len(tokens & set(item.content)) > len(tokens) for item in found)


def _quoted(tree: Tree, spans: Spans) -> Quoted | None:
    tokens = _tokens(tree, spans)
    words = [token for token in tokens if tree.tags[token] not in {"PUNCT", "SPACE"}]
    if not words:
        return None
    stop = tree.words[max(tokens[0], tokens[-1] - 1)] in {".", ",", "?", "!"}
    return Quoted(tokens, len(words), stop)


def _tokens(tree: Tree, spans: Spans) -> Tokens:
    return tuple(token for span in spans for token in tokens_in(tree, span))


def _lead(tree: Tree, token: int) -> str:
    """The punctuation right before a token, or ""."""
    return tree.words[token - 1] if token and tree.tags[token - 1] == "PUNCT" else ""


def _numbers(tree: Tree, paragraphs: Sequence[Span]) -> list[int]:
    numbers, place = [], -1
    for start in tree.starts:
        while place + 1 < len(paragraphs) and start >= paragraphs[place + 1][0]:
            place += 1
        numbers.append(place)
    return numbers
