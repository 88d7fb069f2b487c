"""English Web Treebank and GUM (Universal Dependencies) → documents."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import conllu

from training.documents import Document, Grammar, tag
from training.gum_names import mention_heads, names

Sentence = Any


def documents(file: Path, *, with_names: bool) -> Iterator[Document]:
    """The documents of a CoNLL-U file; with GUM's entities as ``names`` tags if asked."""
    held: list[Sentence] = []
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for sentence in conllu.parse_incr(lines):
            if held and any(key.startswith("newdoc") for key in sentence.metadata):
                yield _document(file.parent.name, held, with_names=with_names)
                held = []
            held.append(sentence)
    if held:
        yield _document(file.parent.name, held, with_names=with_names)


def _document(name: str, sentences: list[Sentence], *, with_names: bool) -> Document:
    words: list[str] = []
    spacings: list[int] = []
    grammar = Grammar([], [], [], [], [], [])
    spans: list[tuple[tuple[int, int], str]] = []
    chains: dict[str, list[int]] = {}
    gap = 3
    for sentence in sentences:
        if any(key.startswith("newpar") for key in sentence.metadata):
            gap = 3
        start = len(words)
        grammar.starts.append(start)
        tokens = [token for token in sentence if isinstance(token["id"], int)]
        inner = _unspaced(sentence)
        for token in tokens:
            words.append(token["form"])
            spacings.append(0 if token["id"] in inner else gap)
            gap = 1
            _add(grammar, token, start)
        for token in sentence:
            if (token["misc"] or {}).get("SpaceAfter") == "No" and token is sentence[-1]:
                gap = 0
        if with_names:
            spans += [((a + start, b + start), kind) for (a, b), kind in names(tokens)]
            for entity, head in mention_heads(tokens):
                chains.setdefault(entity, []).append(head + start)
    tags = {"names": tag(len(words), spans)} if with_names else {}
    ordered = [sorted(set(heads)) for heads in chains.values()]
    return Document(name, words, spacings, grammar, tags, chains=ordered)


def _add(grammar: Grammar, token: Any, start: int) -> None:
    grammar.upos.append(token["upos"])
    feats = token["feats"] or {}
    grammar.feats.append("|".join(f"{key}={feats[key]}" for key in sorted(feats)) or "_")
    grammar.lemmas.append(token["lemma"])
    head = token["head"]
    grammar.heads.append(start + head - 1 if head else -1)
    grammar.relations.append(token["deprel"])


def _unspaced(sentence: Sentence) -> set[int]:
    """Ids of the words that follow the one before without a space."""
    result = set()
    glued = False
    until = 0
    for token in sentence:
        identity = token["id"]
        bare = (token["misc"] or {}).get("SpaceAfter") == "No"
        if isinstance(identity, tuple) and identity[1] == "-":
            if glued:
                result.add(identity[0])
            result.update(range(identity[0] + 1, identity[2] + 1))
            until, glued = identity[2], bare
        elif isinstance(identity, int):
            if identity <= until:
                continue
            if glued:
                result.add(identity)
            glued = bare
    return result
