"""What a Doc carries beyond spaCy's own: registered here, by name, when a pipeline is made."""

from __future__ import annotations

from spacy.tokens import Doc

EXTENSIONS: dict[str, str] = {
    "article": "the Article this Doc was made from",
    "reading": "the network's outputs for the Doc's words, while the components run",
    "attributions": "attributions, in the order of their cues",
    "triggers": "words that name an act, with its type, as TaggedTokens",
    "participants": "phrases that take part in an act, as TaggedTokens",
    "parts": "how likely each word takes each part in an act, or None where no head says so",
    "decisions": "a way to ask about marked tokens, or None for an empty text",
    "sectors": "scores of the sectors by token",
    "contexts": "how likely the article belongs to each context",
    "antecedents": "what a mention goes back to, or None for an empty text",
    "sentence_vectors": "one vector of length one a sentence, as an array (sentences, width)",
}


def register() -> None:
    """Make ``doc._.NAME`` known for every name of :data:`EXTENSIONS`; harmless when repeated."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
