"""Whole records: events, contacts, statements, positions, attitudes against gold records.

``contexts_f1`` compares the contexts of the articles whose gold names them. ``by_kind`` also tells
of actors (recall of the gold's names with country, role and sector) and of the page (title, outlet,
byline, dateline, dates, furniture).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.errors import EvaluationError
from evals.gold_records import GoldRecord, read_gold
from evals.metrics.counts import Counts
from evals.metrics.facts import KINDS, compare_facts
from evals.metrics.pages import page_checks, page_counts
from evals.result import Figure, Miss, Outcome
from evals.telling import told, told_gold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dragoman.records import Article, Record
    from evals.metrics.matching import Tally
    from evals.model import Model

CONTEXTS = "contexts"
RECALL_ONLY = ("actors", "page")


def run(path: Path, model: Model) -> Outcome:
    """Measure whole records on a file of gold records."""
    golds = read_gold(path)
    sums: dict[str, Counts] = {}
    misses: list[Miss] = []
    read = model.reader.pipe(article_of(gold, model) for gold in golds)
    for gold, record in zip(golds, read, strict=True):
        checks = list(page_checks(gold.article, record.article))
        tallies = compare_facts(gold, record)
        counts = {kind: each.counts for kind, each in tallies.items()} | {
            "page": page_counts(checks)
        }
        counts |= _context_counts(gold, record)
        sums = {
            kind: sums.get(kind, Counts()) + counts.get(kind, Counts()) for kind in sums | counts
        }
        misses.extend(_missed_on_page(gold, checks))
        misses.extend(_missed_contexts(gold, record))
        misses.extend(missed(gold, record, tallies))
    return Outcome(len(golds), figures(sums), tuple(misses))


def article_of(gold: GoldRecord, model: Model) -> Article:
    """Return the article of a gold record as the reader takes it in.

    Raises:
        EvaluationError: the reader refuses the article; names it.
    """
    page = gold.article
    if page.file is not None:
        return model.read_file(page.file, page.published)
    if page.text is not None:
        return model.read_text(page.text, page.published)
    raise EvaluationError(f"{gold.name} has neither file nor text.")


def figures(sums: Mapping[str, Counts]) -> dict[str, Figure | dict[str, dict[str, Figure]]]:
    """Return ``events_f1`` … ``contexts_f1`` and ``by_kind``; ``None`` for what no gold holds."""
    by_kind = {kind: _kind_figures(kind, counts) for kind, counts in sums.items()}
    names = (*KINDS, CONTEXTS)
    return {**{f"{kind}_f1": _f1(sums.get(kind)) for kind in names}, "by_kind": by_kind}


def missed(gold: GoldRecord, record: Record, tallies: Mapping[str, Tally]) -> Iterator[Miss]:
    """Yield every gold fact not found and every prediction that counts as wrong."""
    for kind, each in tallies.items():
        facts, answers = getattr(gold, kind), getattr(record, kind)
        for index in each.missed:
            yield {"article": gold.name, "kind": kind, "missed": told_gold(facts[index])}
        for index in each.wrong:
            yield {
                "article": gold.name,
                "kind": kind,
                "wrong": told(answers[index], record),
            }


def _missed_on_page(gold: GoldRecord, checks: list[tuple[str, bool]]) -> Iterator[Miss]:
    for wanted, right in checks:
        if not right:
            yield {"article": gold.name, "kind": "page", "missed": wanted}


def _context_counts(gold: GoldRecord, record: Record) -> dict[str, Counts]:
    """Return the counts of the article's contexts; nothing where the gold does not name them."""
    wanted, found = gold.article.contexts, record.article.contexts
    if wanted is None:
        return {}
    return {CONTEXTS: Counts(len(set(wanted) & set(found)), len(set(wanted)), len(set(found)))}


def _missed_contexts(gold: GoldRecord, record: Record) -> Iterator[Miss]:
    if gold.article.contexts is None:
        return
    wanted, found = set(gold.article.contexts), set(record.article.contexts)
    for how, contexts in (("missed", wanted - found), ("wrong", found - wanted)):
        for context in sorted(contexts):
            yield {"article": gold.name, "kind": CONTEXTS, how: context}


def _f1(counts: Counts | None) -> Figure:
    return counts.f1 if counts and counts.gold + counts.predicted else None


def _kind_figures(kind: str, counts: Counts) -> dict[str, Figure]:
    if kind in RECALL_ONLY:
        return {"recall": counts.recall, "hits": counts.hits, "gold": counts.gold}
    return counts.figures()
