"""What words say of an act, by a table of words: the first :class:`StanceTyper`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.coding.cues import Act, cues
from dragoman.coding.grammar import is_negated
from dragoman.coding.inflection import forms, is_one_of
from dragoman.coding.polarity import effect_words, standing
from dragoman.coding.protocols import StanceType
from dragoman.coding.sentiment import score_of
from dragoman.coding.targets import act_nouns
from dragoman.coding.tree import tree_of
from dragoman.records import Stance
from dragoman.world.tables import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable

    from spacy.tokens import Doc

    from dragoman.coding.tree import Tree

Part = Literal["verb", "noun", "adjective", "content", "appeal", "addressee", "warning", "feeling"]

STRENGTH: tuple[Stance, ...] = (
    "concern",
    "restraint",
    "understanding",
    "support",
    "criticism",
    "condemnation",
)
"""The scale from judging nobody to judging most; of two stances on one act the later counts."""

_FILE = "stance.tsv"
_COLUMNS = ("words", "part", "stance", "score")
_ANY = "*"
_GAP = 3
_HOPES = frozenset({"hope"})
_POINTED = frozenset({"this", "that", "these", "such", "another"})
_DENIALS = frozenset({"no", "not", "never", "nothing", "cannot", "hardly"})
_INDIRECT = 0.8
_FLOOR = 0.35


@dataclass(frozen=True, slots=True)
class StanceWords:
    """A row of the table: lemmas in order, and what they show."""

    words: tuple[str, ...]
    part: Part
    stance: Stance
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """A row found in the text; ``tokens`` are those of its words."""

    entry: StanceWords
    tokens: tuple[int, ...]


class StanceTable:
    """The table by part and first word."""

    def __init__(self, rows: Sequence[StanceWords]) -> None:
        self._rows: dict[tuple[Part, str], list[StanceWords]] = {}
        for row in sorted(rows, key=lambda item: -len(item.words)):
            self._rows.setdefault((row.part, row.words[0]), []).append(row)

    def at(self, part: Part, *lemmas: str) -> Sequence[StanceWords]:
        """The rows of a part that begin with the first of some lemmas it has, longest first."""
        return next(
            (self._rows[part, lemma] for lemma in lemmas if (part, lemma) in self._rows), ()
        )

    def matches(self, tree: Tree, part: Part, tokens: Sequence[int]) -> Iterator[Match]:
        """All rows of a part in a run of tokens, the longest one at each place."""
        for place, token in enumerate(tokens):
            for lemma in forms(tree, token):
                found = next(
                    (
                        Match(row, taken)
                        for row in self.at(part, lemma)
                        if (taken := _taken(tree, row.words, tokens[place : place + 12]))
                    ),
                    None,
                )
                if found is not None:
                    yield found
                    break


def _taken(tree: Tree, words: Sequence[str], tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens that spell ``words`` from the first on, or nothing."""
    taken: list[int] = []
    gap = place = 0
    for word in words:
        if word == _ANY:
            gap = _GAP
            continue
        limit = place + gap + 1
        while place < min(limit, len(tokens)) and not _is(tree, tokens[place], word):
            place += 1
        if place >= min(limit, len(tokens)):
            return ()
        taken.append(tokens[place])
        place, gap = place + 1, 0
    return tuple(taken)


def _is(tree: Tree, token: int, word: str) -> bool:
    return word in forms(tree, token)


class LexiconStanceTyper:
    """Judges statements by the words of the table, what governs them, and the cue."""

    def __init__(self, table: StanceTable | None = None) -> None:
        self._table = table or stance_table()

    def __call__(self, doc: Doc, content: Sequence[int], cue: int | None) -> StanceType | None:
        """The strongest stance the words of a statement show, or ``None``."""
        tree = tree_of(doc)
        act = cue_act(tree, cue)
        found = [
            item
            for item in (
                *self._judged(tree, content),
                *self._asked_for(tree, content, act),
                *self._warned_of(tree, content, act),
                *self._felt(tree, content),
            )
            if item.score >= _FLOOR
        ]
        return max(found, key=lambda item: (STRENGTH.index(item.stance), item.score), default=None)

    def _judged(self, tree: Tree, content: Sequence[int]) -> Iterator[StanceType]:
        for match in self._table.matches(tree, "content", content):
            top = anchor(tree, match.tokens)
            if len(match.tokens) == 1 and not _is_verdict(tree, top):
                continue
            if _is_topic(tree, top):
                continue
            denied = any(word in _DENIALS for word in match.entry.words)
            yield _typed(tree, match, 1.0 if denied else standing(tree, top))

    def _asked_for(
        self, tree: Tree, content: Sequence[int], act: Act | None
    ) -> Iterator[StanceType]:
        if act == "appeal":
            for match in self._table.matches(tree, "addressee", content):
                yield _typed(tree, match, 1.0)
        for match in self._table.matches(tree, "appeal", content):
            top = anchor(tree, match.tokens)
            if act == "appeal" or _is_hoped(tree, content):
                yield _typed(tree, match, 0.0 if _is_forbidden(tree, top) else 1.0)
            elif _is_needed(tree, top):
                yield _typed(tree, match, _INDIRECT)

    def _warned_of(
        self, tree: Tree, content: Sequence[int], act: Act | None
    ) -> Iterator[StanceType]:
        for match in self._table.matches(tree, "warning", content):
            top = anchor(tree, match.tokens)
            if tree.relations[top] == "compound":
                continue
            if act == "warning" and not _is_threat(tree, top, content):
                yield _typed(tree, match, 1.0)
            elif act in {"thought", "claim", "telling", "writing"} and _is_possible(tree, top):
                yield _typed(tree, match, _INDIRECT * 0.75)

    def _felt(self, tree: Tree, content: Sequence[int]) -> Iterator[StanceType]:
        for match in self._table.matches(tree, "feeling", content):
            factor = standing(tree, anchor(tree, match.tokens))
            yield _typed(tree, match, factor)


def _is_verdict(tree: Tree, token: int) -> bool:
    """Whether a single word is said of an act: "was criminal", "a criminal act", "this crime".

    Not so in "the criminal court", "a war on terrorism"; an adjective behind its noun is said of
    it, however the tree hangs it on: "called the use of force reckless".
    """
    relation = tree.relations[tree.coordination_head(token)]
    if relation == "amod":
        noun = tree.heads[token]
        if token > noun:
            return True
        at_large = _many(tree, noun) and tree.child(noun, "det", "nmod:poss", "cop") is None
        return not at_large and any(form in act_nouns() for form in forms(tree, noun))
    if tree.tags[token] != "NOUN":
        return relation not in {"compound", "nmod", "flat"}
    pointed = {tree.lower[child] for child in tree.children(token, "det", "nmod:poss")}
    return (
        tree.child(token, "cop", "nmod:poss") is not None
        or relation in {"xcomp", "root", "ccomp", "appos"}
        or tree.case(token) == "as"
        or not pointed.isdisjoint(_POINTED)
    )


def _many(tree: Tree, noun: int) -> bool:
    """Whether a noun is in the plural: "criminal acts" at large, where no word points at some."""
    return "Number=Plur" in tree.features[noun]


def _is_topic(tree: Tree, token: int) -> bool:
    """Whether words are but what a noun is about: "accountability for war crimes"."""
    nominal = tree.tags[token] == "NOUN" and tree.relations[token] == "nmod"
    return nominal and tree.case(token) in {"for", "of", "on", "about", "into", "against"}


def _typed(tree: Tree, match: Match, factor: float) -> StanceType:
    top = anchor(tree, match.tokens)
    rest = tuple(token for token in match.tokens if token != top)
    return StanceType(match.entry.stance, match.entry.score * factor, (top, *rest))


def anchor(tree: Tree, tokens: Sequence[int]) -> int:
    """The token of some words that governs the others."""
    inside = set(tokens)
    for token in tokens:
        if tree.heads[token] not in inside or tree.is_root(token):
            return token
    return tokens[0]


def cue_act(tree: Tree, cue: int | None) -> Act | None:
    """What is done with a cue ("warned of": a warning), by the verb and its preposition."""
    if cue is None:
        return "telling"
    table = cues()
    words = _words_near(tree, cue)
    for entry in table.entries(forms(tree, cue)):
        if entry.particle in words:
            return entry.act
    return table.act(forms(tree, cue)) or "telling"


def _words_near(tree: Tree, verb: int) -> set[str]:
    """The prepositions and words by which a verb's meaning is told apart: "call on", "call for"."""
    near = tree.children(verb, "obl", "xcomp", "advcl", "compound:prt")
    words = {word for child in near for word in (tree.case(child), tree.lower[child])}
    return words.union(tree.lower[verb + 1 : verb + 2])


def _chain(tree: Tree, token: int) -> Iterator[int]:
    yield token
    for step in tree.ancestors(token):
        yield step
        if tree.tags[step] == "VERB" and tree.relations[step] in {"ccomp", "root", "parataxis"}:
            return


def _is_needed(tree: Tree, token: int) -> bool:
    """Whether words are asked for in somebody's telling: "both sides must show restraint"."""
    required = effect_words("required")
    for step in _chain(tree, token):
        words = (step, *tree.children(step, "aux"))
        if any(is_one_of(tree, word, required) and _asks(tree, word) for word in words):
            return not any(is_negated(tree, item) for item in (step, token))
    return False


def _asks(tree: Tree, word: int) -> bool:
    """Whether a word that may ask for something does here: "I call for talks", not "call it so"."""
    entries = cues().entries(forms(tree, word)) if tree.tags[word] == "VERB" else ()
    particles = {None, *_words_near(tree, word)}
    return not entries or any(
        entry.act == "appeal" and entry.particle in particles for entry in entries
    )


def _is_possible(tree: Tree, token: int) -> bool:
    return any(
        tree.lower[child] in effect_words("possible") | effect_words("coming")
        for step in _chain(tree, token)
        for child in tree.children(step, "aux")
    )


def _is_hoped(tree: Tree, content: Sequence[int]) -> bool:
    """Whether words are what somebody hopes for: "hopes that both will settle it by talks"."""
    over = {tree.heads[token] for token in content} - set(content)
    return any(is_one_of(tree, token, _HOPES) for token in over)


def _is_forbidden(tree: Tree, token: int) -> bool:
    """Whether words asked for are negated: "no talks", "did not call for talks"."""
    return any(is_negated(tree, step) for step in _chain(tree, token))


def _is_threat(tree: Tree, token: int, content: Sequence[int]) -> bool:
    """Whether a warning says what the speaker would do, rather than what an act would bring."""
    inside = set(content)
    for step in _chain(tree, token):
        subject = tree.child(step, "nsubj")
        if subject is not None and step in inside:
            return tree.lower[subject] in {"we", "i"} or (
                tree.tags[subject] == "PRON" and (tree.lower[subject] in {"he", "she", "they"})
            )
    return False


@cache
def stance_table() -> StanceTable:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_stance(resources.files("dragoman.coding") / "data")


def read_stance(folder: Traversable) -> StanceTable:
    """Read and check the table in a folder.

    Raises:
        DataError: A part or stance is unknown, a score is out of bounds, or words are twice there.
    """
    rows: list[StanceWords] = []
    seen: set[tuple[tuple[str, ...], Part]] = set()
    for row in read_table(folder, _FILE, _COLUMNS):
        words = _words(row)
        if (words.words, words.part) in seen:
            raise row.wrong(f"{row['words']!r} is listed twice as {words.part}")
        seen.add((words.words, words.part))
        rows.append(words)
    return StanceTable(rows)


def _words(row: Row) -> StanceWords:
    words = tuple(row["words"].split())
    if words[0] == _ANY or words[-1] == _ANY:
        raise row.wrong("a * may only stand between words")
    part: Part = row.one_of("part", get_args(Part))
    stance: Stance = row.one_of("stance", get_args(Stance))
    return StanceWords(words, part, stance, score_of(row))
