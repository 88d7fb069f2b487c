"""What a Doc carries beyond spaCy's own: registered here, by name, when a pipeline is made."""

from __future__ import annotations

from spacy.tokens import Doc

EXTENSIONS: dict[str, str] = {
    "article": "the Article this Doc was made from",
    "reading": "the network's outputs for the Doc's words, while the components run",
    "attributions": "attributions, in the order of their cues",
    "sentence_vectors": "one vector of length one a sentence, as an array (sentences, width)",
}


def register() -> None:
    """Make ``doc._.NAME`` known for every name of :data:`EXTENSIONS`; harmless when repeated."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
