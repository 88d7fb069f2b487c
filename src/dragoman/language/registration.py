"""The components' names in spaCy, what each needs and sets: the one place they are registered."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc

from dragoman.language import extensions
from dragoman.language.acts import (
    AntecedentsComponent,
    ContextsComponent,
    DecisionsComponent,
    ParticipantsComponent,
    SectorsComponent,
    TriggersComponent,
)
from dragoman.language.components import (
    AttributionComponent,
    EncoderComponent,
    GrammarComponent,
    NamesComponent,
    SentenceVectorComponent,
)
from dragoman.language.model import SHIPPED, Model

Component = Callable[[Doc], Doc]
ENCODER = "dragoman_encoder"
GRAMMAR = "dragoman_grammar"
NAMES = "dragoman_names"
ATTRIBUTION = "dragoman_attribution"
SENTENCE_VECTORS = "dragoman_sentence_vectors"
TRIGGERS = "dragoman_triggers"
PARTICIPANTS = "dragoman_participants"
DECISIONS = "dragoman_decisions"
SECTORS = "dragoman_sectors"
CONTEXTS = "dragoman_contexts"
ANTECEDENTS = "dragoman_antecedents"

# name, class, what it needs, what it sets
COMPONENTS: tuple[tuple[str, Callable[[Model], Component], tuple[str, ...], tuple[str, ...]], ...]
COMPONENTS = (
    (ENCODER, EncoderComponent, (), ("doc._.reading",)),
    (
        GRAMMAR,
        GrammarComponent,
        ("doc._.reading",),
        ("token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.sents"),
    ),
    (NAMES, NamesComponent, ("doc._.reading", "doc.sents"), ("doc.ents",)),
    (ATTRIBUTION, AttributionComponent, ("doc._.reading",), ("doc._.attributions",)),
    (
        SENTENCE_VECTORS,
        SentenceVectorComponent,
        ("doc._.reading", "doc.sents"),
        ("doc._.sentence_vectors",),
    ),
    (TRIGGERS, TriggersComponent, ("doc._.reading", "doc.sents"), ("doc._.triggers",)),
    (
        PARTICIPANTS,
        ParticipantsComponent,
        ("doc._.reading", "doc.sents"),
        ("doc._.participants", "doc._.parts"),
    ),
    (DECISIONS, DecisionsComponent, ("doc._.reading",), ("doc._.decisions",)),
    (SECTORS, SectorsComponent, ("doc._.reading",), ("doc._.sectors",)),
    (CONTEXTS, ContextsComponent, ("doc._.sentence_vectors",), ("doc._.contexts",)),
    (ANTECEDENTS, AntecedentsComponent, ("doc._.reading",), ("doc._.antecedents",)),
)


ALL = tuple(name for name, *_ in COMPONENTS)
# What stays where an installed spaCy pipeline tags, parses and names.
BESIDE_FOREIGN: tuple[str, ...] = tuple(name for name in ALL if name not in (GRAMMAR, NAMES))


@cache
def load_model(folder: str, threads: int, batch_size: int) -> Model:
    """One model a folder and set of settings, shared by its components."""
    return Model(Path(folder), threads=threads, batch_size=batch_size)


def defaults() -> dict[str, Any]:
    """The configuration each component takes."""
    return {"folder": str(SHIPPED), "threads": 2, "batch_size": 4}


def register() -> None:
    """Make the components and the Doc's extensions known to spaCy; harmless when repeated."""
    extensions.register()
    for name, make, needs, sets in COMPONENTS:
        if not SpacyLanguage.has_factory(name):
            SpacyLanguage.factory(
                name,
                default_config=defaults(),
                requires=list(needs),
                assigns=list(sets),
                func=_factory(make),
            )


def _factory(make: Callable[[Model], Component]) -> Callable[..., Component]:
    def create(
        nlp: SpacyLanguage, name: str, folder: str, threads: int, batch_size: int
    ) -> Component:
        del nlp, name  # spaCy hands these to every factory
        return make(load_model(folder, threads, batch_size))

    return create
