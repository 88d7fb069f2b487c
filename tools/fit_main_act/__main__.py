"""The command: ``python -m tools.fit_main_act DATA [--table FILE]``.

DATA is the training part of the set with CAMEO's spans. Run it after the language model or the
coding has changed much; what the network's head for participants says is no part of the fit, since
that head has learned from the same sentences.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.coding.main_act import Side
from dragoman.coding.main_act.scene import Scene
from dragoman.coding.main_act.weights import FILE
from evals.joining import join_tokens
from evals.model import exact_article
from evals.shipped import ShippedModel
from evals.tasks.cameo_ner import LABELS
from evals.tasks.names import read_tagged
from tools.fit_main_act.fitting import Sample, fitted, lines, samples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evals.joining import Extent
    from evals.metrics.spans import LabelledSpan

ROOT = Path(__file__).parents[2]
PART = {label: part for part, label in LABELS.items()}
HEAD = """\
# How much each thing that is seen of a noun phrase speaks for its part in the main act of a
# sentence: weights of a log-linear model, written by `python -m tools.fit_main_act`.
#
# step, two steps, path   relations from the phrase towards the root, with prepositions
# depth, rank             governors above it; phrases before it
# actor, name, tag        whether it mentions an actor; its kind of name; its part of speech
# X says Y                the part by rules: by the event of type X, by any event, or by grammar
# joined, above, below, beside    how it stands to phrases that the rules give a part
# governed, before, after         how it stands to the word that names the event
# by network, no answer           what the second network answers on roles, in thirds
"""


def main() -> None:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--table", type=Path, default=ROOT / "src/dragoman/coding/data" / FILE)
    arguments = parser.parse_args()
    table = fitted(list(seen_in(arguments.data)))
    arguments.table.write_text(HEAD + "\n".join(lines(table)) + "\n", encoding="utf-8")


def seen_in(file: Path) -> Iterator[Sample]:
    """Yield the phrases of a file of tagged sentences, read with the shipped model."""
    model = ShippedModel()
    sentences = list(read_tagged(file))
    joined = [join_tokens(sentence.tokens) for sentence in sentences]
    docs = model.language.pipe(exact_article(text) for text, _ in joined)
    for sentence, (_, extents), doc in zip(sentences, joined, docs, strict=True):
        yield from samples(Scene(model.coder.record(doc), doc), marked(sentence.spans, extents))


def marked(spans: Sequence[LabelledSpan], extents: Sequence[Extent]) -> Iterator[Side]:
    """Yield spans of tokens as sides in the joined text."""
    for span in spans:
        yield Side(PART[span.label], (extents[span.start][0], extents[span.end - 1][1]))


if __name__ == "__main__":
    main()
