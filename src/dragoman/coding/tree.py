"""The dependency tree of a Doc as plain lists: what every coding stage walks.

spaCy's token objects cost about a microsecond for each attribute. One :class:`Tree` reads a
whole Doc at once and answers with token indexes, so that rules stay short and fast. The
grammar on top of it (subjects, objects, negation, ...) is in :mod:`dragoman.coding.grammar`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.records import Spans

NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
"""Parts of speech that may head a noun phrase."""

CLAUSE_RELATIONS = frozenset(
    {"acl:relcl", "acl", "advcl", "advcl:relcl", "parataxis", "ccomp", "csubj", "discourse"}
)
"""Relations under a noun that begin a clause of their own."""

_TRIMMED = frozenset({"PUNCT", "SPACE"})
_LOOSE = CLAUSE_RELATIONS | {"appos", "conj", "cc", "cc:preconj", "orphan", "list", "vocative"}
_OUTSIDE = frozenset({"case", "mark", "cc", "cop", "aux", "punct", "nsubj", "nsubj:outer"})


class Tree:
    """Words, lemmas, tags and relations of one Doc by token index.

    ``words`` as printed, ``lower`` their lower case, ``lemmas`` in lower case, ``tags`` (UPOS),
    ``features`` (the UD feature string), ``relations`` (UD, lower case), ``heads`` (a root is
    its own head), ``starts`` and ``ends`` (character offsets), ``sentences`` (number of the
    sentence a token stands in). ``memo`` keeps what stages have read off this tree, by its type.
    """

    __slots__ = (
        "__weakref__",
        "_children",
        "ends",
        "features",
        "heads",
        "lemmas",
        "lower",
        "memo",
        "relations",
        "sentence_bounds",
        "sentences",
        "starts",
        "tags",
        "text",
        "words",
    )

    def __init__(self, doc: Doc) -> None:
        strings = doc.vocab.strings
        rows = doc.to_array([ORTH, LEMMA, POS, DEP, MORPH, HEAD, SENT_START]).astype("int64")
        hashes = rows.astype("uint64")
        known: dict[int, str] = {}

        def texts(column: int) -> list[str]:
            found = []
            for value in hashes[:, column].tolist():
                if value not in known:
                    known[value] = strings[value]
                found.append(known[value])
            return found

        self.text = doc.text
        self.words = texts(0)
        self.lower = [word.lower() for word in self.words]
        self.lemmas = [
            lemma.lower() or word for lemma, word in zip(texts(1), self.lower, strict=True)
        ]
        self.tags = texts(2)
        self.relations = texts(3)
        self.features = texts(4)
        self.heads: list[int] = [index + shift for index, shift in enumerate(rows[:, 5].tolist())]
        self.starts: list[int] = [token.idx for token in doc]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.sentences, self.sentence_bounds = _sentences(rows[:, 6].tolist())
        self._children = _children(self.heads)
        self.memo: dict[type, object] = {}

    def __len__(self) -> int:
        return len(self.words)

    def children(self, index: int, *relations: str) -> list[int]:
        """Dependents of a token in text order, all or those with one of the relations."""
        if not relations:
            return self._children[index]
        return [child for child in self._children[index] if self.relations[child] in relations]

    def attach(self, index: int, head: int, relation: str) -> None:
        """Hang a token on another head, where something knows better than the parser.

        What hangs below the token cannot head it, or no way would lead from both to the root: then
        all stays as it was.
        """
        if index == head or index in self.ancestors(head):
            return
        old = self.heads[index]
        if old != index:
            self._children[old].remove(index)
        self.heads[index], self.relations[index] = head, relation
        self._children[head].append(index)
        self._children[head].sort()

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent with one of the relations."""
        for child in self._children[index]:
            if self.relations[child] in relations:
                return child
        return None

    def is_root(self, index: int) -> bool:
        """Whether the token heads its sentence."""
        return self.heads[index] == index

    def ancestors(self, index: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        seen = {index}
        while (head := self.heads[index]) not in seen:
            yield head
            seen.add(head)
            index = head

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Sorted indexes of a token and all below it, less branches with those relations."""
        found = [index]
        for item in found:
            found.extend(
                child
                for child in self._children[item]
                if child != index and self.relations[child] not in without
            )
        return sorted(found)

    def phrase(self, index: int) -> tuple[int, int]:
        """The noun phrase of a head as ``(start, end)`` token indexes, end exclusive.

        Determiner to last modifier; without its preposition, clauses, appositions and
        conjuncts, and without punctuation at either end.
        """
        kept = [index]
        for child in self._children[index]:
            relation = self.relations[child]
            if relation not in _LOOSE and relation not in _OUTSIDE:
                kept.extend(self.subtree(child, without=CLAUSE_RELATIONS))
        return _run_around(index, sorted(kept), self.tags)

    def extent(self, index: int) -> tuple[int, int]:
        """All that stands under a token as ``(start, end)``, with clauses and conjuncts."""
        tokens = self.subtree(index)
        start, end = tokens[0], tokens[-1] + 1
        while end - 1 > index and self.tags[end - 1] in _TRIMMED:
            end -= 1
        return start, end

    def case(self, index: int) -> str:
        """The preposition of a phrase in lower case ("in", "because of"), or ""."""
        words: list[str] = []
        for child in self._children[index]:
            if self.relations[child] == "case":
                fixed = self.children(child, "fixed")
                words.extend(self.lower[item] for item in (child, *fixed))
        return " ".join(words)

    def conjuncts(self, index: int) -> list[int]:
        """A token and what is coordinated with it to its right, in text order."""
        found = [index]
        for item in found:
            found.extend(self.children(item, "conj"))
        return sorted(found)

    def coordination_head(self, index: int) -> int:
        """The first conjunct of the coordination a token stands in."""
        return self.climbed(index, {"conj"})

    def climbed(self, index: int, relations: Collection[str]) -> int:
        """The token that is reached by climbing while a token has one of some relations."""
        return [index, *self.climb(index, relations)][-1]

    def climb(self, index: int, relations: Collection[str]) -> Iterator[int]:
        """The governors that are passed by climbing while a token has one of some relations."""
        while self.relations[index] in relations and not self.is_root(index):
            index = self.heads[index]
            yield index

    def spans(self, tokens: Iterable[int]) -> Spans:
        """Character spans of token indexes; neighbours are joined into one span."""
        spans: list[tuple[int, int]] = []
        last = -2
        for token in sorted(set(tokens)):
            if token == last + 1:
                spans[-1] = (spans[-1][0], self.ends[token])
            else:
                spans.append((self.starts[token], self.ends[token]))
            last = token
        return tuple(spans)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The character span of tokens ``start`` to ``end`` (exclusive)."""
        return self.starts[start], self.ends[end - 1]

    def words_of(self, start: int, end: int) -> str:
        """The text of tokens ``start`` to ``end`` (exclusive) as printed."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def sentence(self, index: int) -> tuple[int, int]:
        """The sentence of a token as ``(start, end)`` token indexes."""
        return self.sentence_bounds[self.sentences[index]]


_TREES: WeakKeyDictionary[Doc, Tree] = WeakKeyDictionary()


def tree_of(doc: Doc) -> Tree:
    """The tree of a parsed Doc; built once, kept as long as the Doc lives."""
    tree = _TREES.get(doc)
    if tree is None:
        tree = _TREES[doc] = Tree(doc)
    return tree


def _children(heads: Sequence[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return children


def _sentences(starts: Sequence[int]) -> tuple[list[int], list[tuple[int, int]]]:
    numbers: list[int] = []
    firsts: list[int] = []
    for index, start in enumerate(starts):
        if index == 0 or start == 1:
            firsts.append(index)
        numbers.append(len(firsts) - 1)
    ends = [*firsts[1:], len(starts)]
    return numbers, list(zip(firsts, ends, strict=True)) if starts else []


def _run_around(index: int, tokens: Sequence[int], tags: Sequence[str]) -> tuple[int, int]:
    start, end = tokens[0], tokens[-1] + 1
    while start < index and tags[start] in _TRIMMED:
        start += 1
    while end - 1 > index and tags[end - 1] in _TRIMMED:
        end -= 1
    return start, end
