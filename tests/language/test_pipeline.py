"""Articles become Docs: exact text, a tree for every word, names, attributions, vectors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dragoman.errors import ModelError, TooLarge
from dragoman.language import Language, pipeline
from dragoman.language.extensions import EXTENSIONS
from dragoman.language.tokens import tokenizer
from dragoman.records import Article, content_id
from dragoman.settings import Settings

TEXT = (
    "Estonia summons envoy\n\n"
    "Estonia's foreign minister, Margus Tsahkna, said on Tuesday that the flight was "
    "“a grave breach”. He spoke by phone with his Finnish counterpart.\n\n"
    'Finland called for an inquiry. "We want answers," an official told reporters.'
)


def article(text: str) -> Article:
    return Article(id=content_id(text), text=text, paragraphs=())


@pytest.fixture(scope="module")
def language() -> Language:
    return Language.load(Settings.load())


@pytest.fixture(scope="module")
def doc(language: Language) -> Doc:
    return language.doc(article(TEXT))


def test_the_text_is_exact(doc: Doc) -> None:
    assert doc.text == TEXT


def test_the_doc_carries_its_article(doc: Doc) -> None:
    assert doc._.article == article(TEXT)


def test_every_sentence_has_one_root(doc: Doc) -> None:
    assert all(sum(token.dep_ == "root" for token in sentence) == 1 for sentence in doc.sents)


def test_a_paragraph_begins_a_sentence(doc: Doc) -> None:
    starts = {sentence.start_char for sentence in doc.sents}
    assert {0, TEXT.index("Estonia's"), TEXT.index("Finland called")} <= starts


def test_every_word_has_part_of_speech_and_lemma(doc: Doc) -> None:
    assert all(token.pos_ and token.lemma_ for token in doc if not token.is_space)


def test_white_space_hangs_on_the_word_before(doc: Doc) -> None:
    gap = next(token for token in doc if token.is_space)
    assert (gap.pos_, gap.head.i) == ("SPACE", gap.i - 1)


def test_names(doc: Doc) -> None:
    assert ("Margus Tsahkna", "PERSON") in [(name.text, name.label_) for name in doc.ents]


def test_an_attribution_has_source_cue_and_content(doc: Doc) -> None:
    begins = TEXT.index("that the flight")
    found = [each for each in doc._.attributions if each.content and each.content[0][0] == begins]
    assert TEXT[found[0].cue[0][0] :].startswith("said")
    assert "Margus Tsahkna" in TEXT[slice(*found[0].source[0])]
    assert TEXT[slice(*found[0].content[0])] == "that the flight was “a grave breach”"


def test_one_vector_a_sentence_of_length_one(doc: Doc) -> None:
    vectors = doc._.sentence_vectors
    assert len(vectors) == len(list(doc.sents))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)


def test_like_sentences_have_like_vectors(language: Language) -> None:
    texts = (
        "Rebels shelled the airport overnight.",
        "The airport came under rebel shelling during the night.",
        "The ministers agreed on a fishing quota.",
    )
    first, second, other = (doc._.sentence_vectors[0] for doc in language.pipe(map(article, texts)))
    assert first @ second > first @ other


def test_a_batch_reads_as_one_by_one(language: Language) -> None:
    texts = [TEXT, "Chad closed its border.", "Peru protested. Bolivia did not."]
    together = [[token.dep_ for token in doc] for doc in language.pipe(map(article, texts))]
    alone = [[token.dep_ for token in language.doc(article(text))] for text in texts]
    assert together == alone


def test_a_long_article_is_read_whole(language: Language) -> None:
    text = "\n\n".join("The minister of Ghana met the envoy of Togo on Monday." for _ in range(200))
    doc = language.doc(article(text))
    assert len(list(doc.sents)) == 200
    assert all(token.has_dep() for token in doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\u200b", "a" * 5000])
def test_odd_texts_are_read(language: Language, text: str) -> None:
    assert language.doc(article(text)).text == text


@hypothesis_settings(max_examples=25)
@given(text=st.text(max_size=120))
def test_any_text_is_kept_exactly(language: Language, text: str) -> None:
    doc = language.doc(article(text))
    assert doc.text == text
    for each in doc._.attributions:
        assert all(0 <= start < end <= len(text) for start, end in each.cue)


def test_an_endless_text_is_refused(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MOST_WORDS", 5)
    with pytest.raises(TooLarge, match="words"):
        language.doc(article("one two three four five six"))


def test_a_folder_that_is_no_model_is_refused(tmp_path: object) -> None:
    with pytest.raises(ModelError, match="not a model"):
        Language.load(Settings.load(model=tmp_path))


@pytest.mark.usefixtures("language")
def test_every_extension_is_registered() -> None:
    assert all(Doc.has_extension(name) for name in EXTENSIONS)


def test_given_words_are_parsed(language: Language) -> None:
    [answer] = language.parsed([["Mali", "expelled", "the", "envoy", "."]])
    assert answer[1] == ("VERB", 0, "root")
    assert answer[0] == ("PROPN", 2, "nsubj")


def test_given_words_are_tagged(language: Language) -> None:
    [tags] = language.tagged([["Troops", "entered", "Mosul", "."]], "defence")
    assert len(tags) == 4
    assert tags[2] == "B-Location"


def test_the_encoder_alone_runs_each_piece_once(language: Language) -> None:
    texts = ["Chad closed its border.", " ".join(["The envoy left."] * 200)]
    pieces = [len(language.model.pieces([word])[0]) for text in texts for word in words(text)]
    assert language.encode_only(map(article, texts)) == sum(pieces)


def words(text: str) -> list[str]:
    return [token.text for token in tokenizer()(text) if not token.is_space]


def test_the_doc_names_its_model(language: Language, doc: Doc) -> None:
    assert doc.user_data["model"] == language.name
