"""Shorter hand-written parses, and casts by hand, for the tests of statements and positions.

:func:`full` turns a shorthand into the notation of ``sentences.py``: closed-class words and
marks need no braces (``{nsubj the envoy} said that ...``); a word that is the head of its group
although it stands in the list below takes a ``^`` before it. Straight marks open and close in
turn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc

from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import Office
from tests.coding.sentences import parsed

_GROUPS = {
    "det": "the a an this these those all both every no",
    "nmod:poss": "his her their its our my",
    "case": "in on at by for of with from over after against about into as upon during 's ’s "
    "between",
    "advmod": "not n't n’t also never",
    "cc": "and or but",
    "aux": "has have had will would could may might must should did does do can 've 'll",
    "punct": ". , : ; ? ! ( ) - —",
    "mark": "that if",
}
_RELATION = {word: relation for relation, words in _GROUPS.items() for word in words.split()}
_CLAUSES = frozenset({"xcomp", "advcl", "acl", "ccomp", "conj", "root", "parataxis"})
_OPEN, _CLOSE = "“‘«", "”’»"
_PIECE = re.compile(r"\{\S+|\}|[^\s{}]+")


def full(shorthand: str) -> str:
    """The full notation of a sentence in shorthand."""
    pieces: list[str] = []
    relations = ["root"]
    tight = quoted = False
    for piece in _PIECE.findall(shorthand):
        if piece.startswith("{"):
            relations.append(piece[1:])
            pieces.append(piece)
            continue
        if piece == "}":
            relations.pop()
            pieces.append(piece)
            continue
        opens = piece in _OPEN or (piece == '"' and not quoted)
        closes = piece in _CLOSE or (piece == '"' and quoted)
        quoted = quoted != (piece == '"')
        pieces.append(_word(piece, relations[-1], tight=tight or closes, mark=opens or closes))
        tight = opens
    return " ".join(pieces)


def _word(piece: str, relation: str, *, tight: bool, mark: bool) -> str:
    own = "punct" if mark else _RELATION.get(piece.lower())
    if piece.lower() == "to":
        own = "mark" if relation in _CLAUSES else "case"
    head = piece.startswith("^")
    form = ("~" if tight else "") + piece.removeprefix("^")
    known = own is None or head or relation == own
    if known:
        return form
    tag = "/PRON" if own == "nmod:poss" else "/PART" if piece.lower() in {"to", "not"} else ""
    return f"{{{own} {form}{tag}}}"


def short(*sentences: str, gap: str = " ") -> Doc:
    """A Doc of sentences in shorthand."""
    return parsed(*(full(sentence) for sentence in sentences), gap=gap)


def state(code: str) -> ActorDraft:
    """A state."""
    return ActorDraft(code, "state", country=code)


def official(name: str, code: str, role: str = "foreign_minister", level: int = 2) -> ActorDraft:
    """A person with an office of a state or body."""
    office = Office(title=role, role=role, level=level, of=code, basis="print")
    return ActorDraft(name, "person", country=code, sectors=("GOV",), office=office)


def person(name: str, code: str | None = None, *sectors: str) -> ActorDraft:
    """A person without an office."""
    return ActorDraft(name, "person", country=code, sectors=sectors)


def body(
    name: str, code: str | None = None, *sectors: str, class_: str | None = None
) -> ActorDraft:
    """An organisation."""
    return ActorDraft(name, "organization", country=code, sectors=sectors, class_=class_)


def cast_of(doc: Doc, actors: Mapping[str, ActorDraft | str]) -> Cast:
    """A cast of the phrases of a Doc: a draft each, or the phrase that names the same actor."""
    tree = tree_of(doc)
    cast = Cast(tree)
    known: dict[str, int] = {}
    for phrase, draft in actors.items():
        known[phrase] = known[draft] if isinstance(draft, str) else cast.add_actor(draft)
        for start, end in _places(tree, phrase.split()):
            cast.add_mention(known[phrase], start, end, kind="name")
    return cast


def _places(tree: Tree, words: list[str]) -> list[tuple[int, int]]:
    size = len(words)
    return [
        (start, start + size)
        for start in range(len(tree) - size + 1)
        if tree.words[start : start + size] == words
    ]
