"""Any installed spaCy pipeline in place of the tagging, parsing and naming heads.

spaCy's English pipelines draw their trees in the CLEAR style and use OntoNotes' entity types; both
are turned into what the rest of the program reads (Universal Dependencies; the types of the names
head). A pipeline whose trees are UD already is left as it is.
"""

from __future__ import annotations

import spacy
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc, Span, Token

from dragoman.errors import ModelError

COMPONENT = "dragoman_from_clear"
RELATIONS = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "neg": "advmod",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "acomp": "xcomp",
    "attr": "xcomp",
    "oprd": "xcomp",
    "npadvmod": "obl:unmarked",
    "nn": "compound",
    "num": "nummod",
    "quantmod": "advmod",
    "prt": "compound:prt",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "parataxis",
    "ROOT": "root",
}
NAMES = {
    "PERSON": "PERSON",
    "ORG": "ORGANISATION",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "NORP": "NATIONALITY",
    "FAC": "FACILITY",
    "EVENT": "EVENT",
    "PRODUCT": "WEAPON",
    "DATE": "TIME",
    "TIME": "TIME",
    "MONEY": "QUANTITY",
    "QUANTITY": "QUANTITY",
    "CARDINAL": "QUANTITY",
    "PERCENT": "QUANTITY",
}
CLEAR_ONLY = frozenset(("nsubjpass", "dobj", "pobj", "prep", "auxpass", "relcl", "attr", "acomp"))


def load(name: str) -> SpacyLanguage:
    """The installed pipeline ``name`` (or a folder), with the change of style at its end.

    Raises:
        ModelError: it is not installed, or does not tag and parse.
    """
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"The spaCy pipeline {name!r} cannot be loaded: {error}",
            hint="Install it, or leave the setting `pipeline` empty.",
        ) from error
    if not SpacyLanguage.has_factory(COMPONENT):
        SpacyLanguage.component(COMPONENT, func=to_universal)
    nlp.add_pipe(COMPONENT)
    return nlp


def to_universal(doc: Doc) -> Doc:
    """Turn a CLEAR-style tree into Universal Dependencies, and entity types into ours."""
    if not doc.has_annotation("DEP"):
        raise ModelError(
            "The spaCy pipeline gives no dependency tree.",
            hint="Use one with a parser, or leave the setting `pipeline` empty.",
        )
    if any(token.dep_ in CLEAR_ONLY for token in doc):
        for step in (_prepositions, _copulas, _relations):
            step(doc)
    doc.ents = tuple(
        Span(doc, entity.start, entity.end, label=NAMES.get(entity.label_, entity.label_))
        for entity in doc.ents
        if NAMES.get(entity.label_) or entity.label_ in NAMES.values()
    )
    return doc


def _prepositions(doc: Doc) -> None:
    """A preposition hangs on its noun, the noun on what the preposition hung on."""
    for token in list(doc):
        if token.dep_ not in ("prep", "agent", "dative") or token.pos_ != "ADP":
            continue
        nouns = [child for child in token.children if child.dep_ in ("pobj", "pcomp")]
        if not nouns:
            continue
        above, was_agent = token.head, token.dep_ == "agent"
        noun = nouns[0]
        _hang(noun, above, _oblique(noun, above, agent=was_agent))
        _hang(token, noun, "case" if noun.pos_ not in ("VERB", "AUX") else "mark")


def _oblique(noun: Token, above: Token, *, agent: bool) -> str:
    if noun.pos_ == "VERB":
        return "advcl" if above.pos_ in ("VERB", "AUX") else "acl"
    if agent:
        return "obl:agent"
    return "obl" if above.pos_ in ("VERB", "AUX", "ADJ", "ADV") else "nmod"


def _copulas(doc: Doc) -> None:
    """What follows a form of "be" heads the clause, the verb hangs on it."""
    for token in list(doc):
        if token.lemma_ != "be" or token.dep_ in ("aux", "auxpass"):
            continue
        said = [child for child in token.children if child.dep_ in ("attr", "acomp")]
        if not said:
            continue
        new = said[0]
        children = [child for child in token.children if child != new]
        above, relation = token.head, token.dep_
        if above == token:
            _hang(new, new, "ROOT")
        else:
            _hang(new, above, relation)
        for child in children:
            _hang(child, new, child.dep_)
        _hang(token, new, "cop")


def _relations(doc: Doc) -> None:
    for token in doc:
        token.dep_ = RELATIONS.get(token.dep_, token.dep_)


def _hang(token: Token, head: Token, relation: str) -> None:
    token.head = head
    token.dep_ = relation
