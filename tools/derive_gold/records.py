"""A labelled sentence → a record in the form of PLOVER's gold standard records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.records import content_id
from dragoman.world import world
from dragoman.world.tables import read_table
from training.sentences import Act, Party, Sentence

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types that two actors without a recipient do with one another."""

PRONOUNS = frozenset("he she it they him her them his its their who which both".split())
BODY = "IGO"
DATA = Path(__file__).parent / "data"
NOTHING: Mapping[str, str] = {}


def untold(folder: Path = DATA) -> dict[str, str]:
    """Return the sentences of ``untold.tsv`` with the side whose code they do not give."""
    rows = read_table(folder, "untold.tsv", ("side", "text"))
    return {row["text"]: row.one_of("side", ("actor", "recipient")) for row in rows}


def derived(
    items: Iterable[Sentence], known: Iterable[str] = (), unclear: Mapping[str, str] = NOTHING
) -> Iterator[dict[str, Any]]:
    """Yield a record for each item that tells of one event as a fact, each text once.

    Args:
        items: labelled sentences.
        known: texts that have a record already.
        unclear: what :func:`untold` returns.

    Raises:
        DataError: a sentence of ``unclear`` is none of the items, perhaps no longer.
    """
    seen, used = set(known), set[str]()
    for item in items:
        act = single(item)
        if act is None or item.text in seen:
            continue
        seen.add(item.text)
        side = unclear.get(item.text)
        used.update([item.text] if side else [])
        if side != "actor":
            yield record(item, act, clear=side is None)
    for text in unclear.keys() - used:
        raise DataError(
            f"untold.tsv: no item has the text {text!r}.",
            hint="Correct the text there or take it out, then run python -m tools.derive_gold.",
        )


def single(item: Sentence) -> Act | None:
    """Return the one event of an item, if it is told as a fact and an actor has a code."""
    if len(item.acts) != 1:
        return None
    (act,) = item.acts.values()
    coded = any(party.code for party in act.actors)
    return act if coded and act.modality == "asserted" else None


def record(item: Sentence, act: Act, *, clear: bool = True) -> dict[str, Any]:
    """Return the record of an item's event, the other side without a code where not ``clear``."""
    actors, recipients = (named(item, side) for side in (act.actors, act.recipients))
    reciprocal = act.type in MUTUAL and len(actors) > 1 and not recipients
    if not clear:
        for party in actors[1:] if reciprocal else recipients:
            party["code"] = None
    return {
        "id": f"dev-{content_id(item.text)[:8]}",
        "text": item.text,
        "reciprocal": reciprocal,
        "event": act.type,
        "mode": act.mode,
        "context": ", ".join(item.contexts) or None,
        "trigger": " ".join(item.text[start:end] for start, end in act.triggers),
        "actor": actors,
        "recipient": recipients,
    }


def named(item: Sentence, parties: Sequence[Party]) -> list[dict[str, str | None]]:
    """Return the parties of a side; a pronoun is left out where its party stands there by name."""
    words = {party.span: item.text[slice(*party.span)] for party in parties}
    by_name = {party.code for party in parties if words[party.span].lower() not in PRONOUNS}
    return [
        {
            "text": words[party.span],
            "code": code(party.code),
            "sector": " ".join(party.sectors) or None,
        }
        for party in parties
        if words[party.span].lower() not in PRONOUNS or party.code not in by_name
    ]


def code(given: str | None) -> str | None:
    """Return the code of a state as it is, ``IGO`` for that of any international body."""
    return given if given is None or world().state(given) else BODY
