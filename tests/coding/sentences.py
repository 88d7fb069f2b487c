"""Parsed sentences written by hand, for tests without a model.

A sentence is its words in order; every dependent stands in braces that begin with its relation,
so that heads need not be counted::

    {nsubj Iran} condemned=condemn {obj {det the} {compound drone} strike} {punct .}

A word is ``form[=lemma][/UPOS][@LABEL]``. Without a tag the relation gives one; a capital letter
makes a noun a proper noun. A form is its own lemma in lower case. ``@`` begins or continues an
entity with one of :data:`LABELS`. ``~`` before a word means that no space stands before it (full
stops, commas and clitics need none of that). Features are guessed from tag and form;
``+Feature=Value`` adds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

LABELS = {
    "P": "PERSON",
    "O": "ORGANISATION",
    "L": "PLACE",
    "N": "NATIONALITY",
    "F": "FACILITY",
    "E": "EVENT",
    "W": "WEAPON",
    "T": "TIME",
    "Q": "QUANTITY",
}

_TAGS = {
    "det": "DET", "case": "ADP", "punct": "PUNCT", "aux": "AUX", "aux:pass": "AUX", "cop": "AUX",
    "amod": "ADJ", "advmod": "ADV", "mark": "SCONJ", "cc": "CCONJ", "nummod": "NUM",
    "compound:prt": "ADP", "expl": "PRON", "det:predet": "DET", "cc:preconj": "CCONJ",
    "root": "VERB", "ccomp": "VERB", "xcomp": "VERB", "advcl": "VERB", "acl": "VERB",
    "acl:relcl": "VERB", "advcl:relcl": "VERB", "parataxis": "VERB", "csubj": "VERB",
    "discourse": "INTJ",
}  # fmt: skip
_PRONOUNS = frozenset(
    "he she it they him her them who whom which that we i us you his their its himself".split()
)
_NO_SPACE = frozenset({".", ",", ";", ":", "?", "!", ")", "'s", "’s", "'", "n't", "n’t", "%"})
_WORD = re.compile(
    r"(?P<tight>~?)(?P<form>.[^=/@+\s]*)(?:=(?P<lemma>[^/@+\s]+))?(?:/(?P<tag>[A-Z]+))?"
    r"(?:@(?P<label>[A-Z]))?(?:\+(?P<features>\S+))?$"
)


@dataclass
class _Node:
    relation: str
    head: int | None
    index: int = -1
    children: list[int] = field(default_factory=list)


def parsed(*sentences: str, gap: str = " ") -> Doc:
    """A Doc of the sentences; ``gap`` stands between them ("\\n\\n" begins a paragraph)."""
    rows: list[_Row] = []
    for number, sentence in enumerate(sentences):
        found = _read(sentence, len(rows))
        if number:
            found[0].before = gap
        rows.extend(found)
    return _doc(rows)


@dataclass
class _Row:
    form: str
    lemma: str
    tag: str
    relation: str
    head: int
    label: str | None
    features: str
    first: bool
    before: str


def _read(sentence: str, offset: int) -> list[_Row]:
    pieces = re.findall(r"\{\S+|\}|[^\s{}]+", sentence)
    stack = [_Node("root", None)]
    rows: list[tuple[re.Match[str], _Node, _Node | None]] = []
    for piece in pieces:
        if piece.startswith("{"):
            stack.append(_Node(piece[1:], None))
        elif piece == "}":
            closed = stack.pop()
            assert closed.index >= 0, f"group without a head in {sentence!r}"
        else:
            match = _WORD.match(piece)
            assert match, f"not a word: {piece!r}"
            node = stack[-1]
            assert node.index < 0, f"two heads in one group at {piece!r} in {sentence!r}"
            node.index = len(rows)
            rows.append((match, node, stack[-2] if len(stack) > 1 else None))
    assert len(stack) == 1, f"unbalanced braces in {sentence!r}"
    found = [_row(place, *row, offset) for place, row in enumerate(rows)]
    for row in found:
        row.features = row.features or _features(row, found, offset)
    return found


def _row(place: int, match: re.Match[str], node: _Node, parent: _Node | None, offset: int) -> _Row:
    form = match["form"]
    tag = match["tag"] or _tag(form, node.relation)
    head = parent.index if parent is not None else place
    tight = bool(match["tight"]) or form in _NO_SPACE
    return _Row(
        form=form,
        lemma=match["lemma"] or (form if tag == "PROPN" else form.lower()),
        tag=tag,
        relation=node.relation,
        head=head + offset,
        label=LABELS[match["label"]] if match["label"] else None,
        features=match["features"] or "",
        first=place == 0,
        before="" if tight or (place == 0 and offset == 0) else " ",
    )


def _tag(form: str, relation: str) -> str:
    if form.lower() in _PRONOUNS and relation not in _TAGS:
        return "PRON"
    if relation in _TAGS:
        return _TAGS[relation]
    if form in {"'s", "’s"}:
        return "PART"
    if form[0].isdigit():
        return "NUM"
    return "PROPN" if form[0].isupper() else "NOUN"


def _features(row: _Row, rows: list[_Row], offset: int) -> str:
    if row.tag in {"NOUN", "PROPN"}:
        plural = row.tag == "NOUN" and row.lemma != row.form.lower()
        return "Number=Plur" if plural else "Number=Sing"
    if row.tag != "VERB":
        return ""
    below = {
        other.relation: other.form.lower()
        for other in rows
        if other is not row and rows[other.head - offset] is row
    }
    if row.form.endswith("ing"):
        return "Tense=Pres|VerbForm=Part"
    if (
        "aux:pass" in below
        or below.get("aux") in {"has", "have", "had"}
        or (row.relation in {"acl", "amod"} and row.lemma != row.form.lower())
    ):
        return "Tense=Past|VerbForm=Part"
    if below.get("mark") == "to" or "aux" in below:
        return "VerbForm=Inf"
    present = row.form.endswith("s") or row.lemma == row.form.lower()
    return f"Tense={'Pres' if present else 'Past'}|VerbForm=Fin"


def _doc(rows: list[_Row]) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    for row in rows:
        if row.before == " ":
            spaces[-1] = True
        elif row.before:
            words.append(row.before)
            spaces.append(False)
        places.append(len(words))
        words.append(row.form)
        spaces.append(False)
    return _build(rows, words, spaces, places)


def _build(rows: list[_Row], words: list[str], spaces: list[bool], places: list[int]) -> Doc:
    columns = dict(zip(places, rows, strict=True))
    order = [columns.get(place) for place in range(len(words))]
    return Doc(
        Vocab(),
        words=words,
        spaces=spaces,
        heads=[places[row.head] if row else place - 1 for place, row in enumerate(order)],
        deps=[row.relation if row else "dep" for row in order],
        pos=[row.tag if row else "SPACE" for row in order],
        lemmas=[row.lemma if row else word for row, word in zip(order, words, strict=True)],
        morphs=[row.features if row else "" for row in order],
        sent_starts=[row.first if row else False for row in order],
        ents=_entities(order),
    )


def _entities(order: list[_Row | None]) -> list[str]:
    tags: list[str] = []
    previous: str | None = None
    for row in order:
        label = row.label if row else None
        if label is None:
            tags.append("O")
        else:
            inside = label == previous and row is not None and not row.first
            tags.append(f"{'I' if inside else 'B'}-{label}")
        previous = label
    return tags


def texts(doc: Doc, spans: Iterable[tuple[int, int]]) -> str:
    """The words of character spans, joined by " … "."""
    return " … ".join(doc.text[start:end] for start, end in spans)
