"""An installed spaCy pipeline takes the place of tagging, parsing and naming."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from dragoman.errors import ModelError
from dragoman.language import Language
from dragoman.language.foreign import to_universal
from dragoman.records import Article, content_id
from dragoman.settings import Settings

# The CLEAR style: prepositions head their nouns, "be" heads its predicate.
SENTENCE = ["Norway", "was", "warned", "by", "Iceland", "on", "Friday", "."]
HEADS = [2, 2, 2, 2, 3, 2, 5, 2]
RELATIONS = ["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj", "punct"]
TAGS = ["PROPN", "AUX", "VERB", "ADP", "PROPN", "ADP", "PROPN", "PUNCT"]


def parsed(words: list[str], heads: list[int], relations: list[str], tags: list[str]) -> Doc:
    lemmas = ["be" if word in ("is", "was") else word for word in words]
    return Doc(Vocab(), words=words, heads=heads, deps=relations, pos=tags, lemmas=lemmas)


def tree(doc: Doc) -> dict[str, tuple[str, str]]:
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_a_preposition_hangs_on_its_noun() -> None:
    found = tree(to_universal(parsed(SENTENCE, HEADS, RELATIONS, TAGS)))
    assert found["Friday"] == ("obl", "warned")
    assert found["on"] == ("case", "Friday")


def test_the_agent_of_a_passive() -> None:
    found = tree(to_universal(parsed(SENTENCE, HEADS, RELATIONS, TAGS)))
    assert found["Norway"] == ("nsubj:pass", "warned")
    assert found["Iceland"] == ("obl:agent", "warned")


def test_the_predicate_heads_a_clause_with_be() -> None:
    doc = parsed(
        ["Oman", "is", "neutral", "."],
        [1, 1, 1, 1],
        ["nsubj", "ROOT", "acomp", "punct"],
        ["PROPN", "AUX", "ADJ", "PUNCT"],
    )
    found = tree(to_universal(doc))
    assert found["neutral"] == ("root", "neutral")
    assert found["is"] == ("cop", "neutral")
    assert found["Oman"] == ("nsubj", "neutral")


def test_types_of_names_become_ours() -> None:
    doc = parsed(SENTENCE, HEADS, RELATIONS, TAGS)
    doc.ents = (Span(doc, 0, 1, label="GPE"), Span(doc, 6, 7, label="DATE"))
    assert [entity.label_ for entity in to_universal(doc).ents] == ["PLACE", "TIME"]


def test_a_tree_in_universal_dependencies_stays() -> None:
    doc = parsed(
        ["They", "met", "in", "Oslo"],
        [1, 1, 3, 1],
        ["nsubj", "root", "case", "obl"],
        ["PRON", "VERB", "ADP", "PROPN"],
    )
    before = tree(doc)
    assert tree(to_universal(doc)) == before


def test_a_pipeline_without_trees_is_refused() -> None:
    with pytest.raises(ModelError, match="no dependency tree"):
        to_universal(Doc(Vocab(), words=["Hello"]))


def test_an_unknown_pipeline_is_refused() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        Language.load(Settings.load(pipeline="no_such_pipeline"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline with tagger, parser and names, trained on one sentence until it knows it."""
    nlp = spacy.blank("en")
    gold = {
        "words": SENTENCE,
        "heads": HEADS,
        "deps": RELATIONS,
        "pos": TAGS,
        "sent_starts": [1, 0, 0, 0, 0, 0, 0, 0],
        "entities": ["U-GPE", "O", "O", "O", "U-GPE", "O", "U-DATE", "O"],
    }
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("ner")
    made = Doc(nlp.vocab, words=SENTENCE, spaces=[True] * 6 + [False, False])
    example = Example.from_dict(made, gold)
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(25):
        nlp.update([example], sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return folder


def test_an_installed_pipeline_parses_and_names(installed: Path) -> None:
    text = "Norway was warned by Iceland on Friday."
    article = Article(id=content_id(text), text=text, paragraphs=((0, len(text)),))
    doc = Language.load(Settings.load(pipeline=str(installed))).doc(article)
    assert tree(doc)["Iceland"] == ("obl:agent", "warned")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Norway", "PLACE"),
        ("Iceland", "PLACE"),
        ("Friday", "TIME"),
    ]


def test_attributions_and_vectors_stay_beside_an_installed_pipeline(installed: Path) -> None:
    text = "Norway was warned by Iceland on Friday."
    article = Article(id=content_id(text), text=text, paragraphs=((0, len(text)),))
    language = Language.load(Settings.load(pipeline=str(installed)))
    doc = language.doc(article)
    assert doc._.attributions is not None
    assert doc._.sentence_vectors.shape[0] == 1
    assert str(installed) in language.name
