"""Stories: which articles tell of the same, against labels given by hand.

The data is the shared file of articles; which of them are labelled, and those of our own, stand in
``evals/gold/stories`` (:mod:`evals.labelled_stories`). The articles are read, written into a store
of their own in the order in which they were published, and taken into stories one by one, as they
are when sources are watched.

- ``precision``, ``recall``, ``f1``: B-cubed (:mod:`evals.metrics.bcubed`) over all of them.
- ``held_f1``: over those that no threshold was set on. Groups are compared within the part.
- ``by_part``: the figures of each part, and as ``apart`` the F1 of leaving every article by
  itself, beside which any figure here has to be seen: many articles are the only one of a story.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dragoman.crises.stories import story_of, take
from dragoman.store import Store
from dragoman.store.search.vectors import keep
from evals.labelled_stories import PARTS, Label, labelled
from evals.metrics.bcubed import BCubed, bcubed
from evals.result import Figure, Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from dragoman.records import Record, Span
    from dragoman.store import UnitOfWork
    from evals.model import Model


def run(path: Path, model: Model) -> Outcome:
    """Measure the finding of stories on a file of articles."""
    labels = labelled(path, model)
    predicted = grouped(labels, model)
    whole = compared(labels, predicted)
    parts = {part: [each for each in labels if each.part == part] for part in PARTS}
    figures: dict[str, Figure] = {**whole.figures()}
    figures["held_f1"] = compared(parts["held"], predicted).f1
    by_part = {part: _figures(own, predicted) for part, own in parts.items()}
    misses = tuple(_missed(labels, predicted))
    return Outcome(len(labels), {**figures, "by_part": by_part}, misses)


def grouped(labels: Sequence[Label], model: Model) -> dict[str, str]:
    """Return the story of each article, by its id, as the program finds it."""
    docs = model.language.pipe(each.article for each in labels)
    with TemporaryDirectory() as folder, Store.open(str(Path(folder, "stories.sqlite"))) as store:
        with store.work() as work:
            articles = {
                each.id: _taken(work, each, model.coder.record(doc), doc)
                for each, doc in zip(labels, docs, strict=True)
            }
        with store.view() as view:
            return {
                name: story_of(view.connection, article) or name
                for name, article in articles.items()
            }


def compared(labels: Sequence[Label], predicted: Mapping[str, str]) -> BCubed:
    """Compare the stories of some articles, whatever else is in them."""
    gold = {each.id: each.story for each in labels}
    return bcubed(gold, {name: predicted[name] for name in gold})


def _taken(work: UnitOfWork, label: Label, record: Record, doc: Doc) -> str:
    """Take an article into its story; return the article's id in the store."""
    apart = replace(record, article=replace(record.article, url=f"https://gold.invalid/{label.id}"))
    written = work.writer.write(apart)
    keep(work.connection, written.reading, doc._.sentence_vectors, _spans(doc))
    take(work, written, apart)
    return written.article


def _spans(doc: Doc) -> list[Span]:
    """Return where each sentence with a vector stands: those of white space alone have none."""
    return [(each.start_char, each.end_char) for each in doc.sents if each.text.strip()]


def _figures(labels: Sequence[Label], predicted: Mapping[str, str]) -> dict[str, Figure]:
    apart = compared(labels, {each.id: each.id for each in labels})
    return {**compared(labels, predicted).figures(), "apart": apart.f1}


def _missed(labels: Sequence[Label], predicted: Mapping[str, str]) -> Iterator[Miss]:
    """Yield each story that was not found as it is, with where its articles went."""
    found: dict[str, dict[str, list[str]]] = {}
    for each in labels:
        found.setdefault(each.story, {}).setdefault(predicted[each.id], []).append(each.id)
    members: dict[str, list[str]] = {}
    for name, group in predicted.items():
        members.setdefault(group, []).append(name)
    for story, groups in found.items():
        if len(groups) > 1 or any(len(members[group]) != len(own) for group, own in groups.items()):
            yield {"story": story, "found": [members[group] for group in groups]}
