"""What an analyst's sentence rests on, out of what was written in a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from dragoman.crises.briefs.making import Rest
from dragoman.crises.entries import Entry
from dragoman.crises.ledger import Ledger
from dragoman.desk.parts.briefs import ShownBrief
from dragoman.desk.refusals import BadQuery
from dragoman.errors import StoreError
from dragoman.store import View

_NUMBER = re.compile(r"\[?([0-9]{1,5})\]?")
_ADDRESS = re.compile(r"/(facts|articles)/([^/]+)")
_HINT = "Give numbers of citations of this brief, or addresses of facts at this desk."


def resting(view: View, brief: ShownBrief, text: str) -> list[Rest]:
    """Return the facts that some words name.

    Args:
        view: Of the store.
        brief: Whose citations have the numbers.
        text: Numbers of citations and addresses of facts, with blanks or commas between.

    Raises:
        BadQuery: A word names none; or the words name nothing at all.
    """
    found = [_rest(view, brief, each) for each in re.split(r"[\s,;]+", text.strip()) if each]
    if not found:
        message = "A sentence that is not a note cites at least one fact."
        raise BadQuery(message, hint=_HINT)
    return found


def _rest(view: View, brief: ShownBrief, word: str) -> Rest:
    number = _NUMBER.fullmatch(word)
    if number is not None:
        return _numbered(view, brief, int(number[1]))
    url = urlsplit(word)
    address = _ADDRESS.fullmatch(url.path)
    if address is None:
        raise _unknown(word)
    identity = unquote(address[2])
    if address[1] == "facts":
        return rest_on_entry(view, identity)
    facts = parse_qs(url.query).get("fact", [])
    return rest_on_fact(view, identity, facts[0] if facts else "")


def _numbered(view: View, brief: ShownBrief, number: int) -> Rest:
    for source in brief.sources:
        if source.number == number:
            cited = source.citation
            return rest_on_fact(view, cited.article, cited.fact)
    raise _unknown(f"[{number}]")


def rest_on_entry(view: View, identity: str) -> Rest:
    """Return an entry with the first report of each origin cited.

    Raises:
        BadQuery: There is no such entry.
    """
    try:
        return Rest.of(Ledger(view).entry(identity))
    except StoreError:
        raise _unknown(f"The entry {identity}") from None


def rest_on_fact(view: View, article: str, fact: str) -> Rest:
    """Return the entry that a fact of an article is a report of, with that report cited.

    Raises:
        BadQuery: There is no such fact, or it was rejected.
    """
    for entry in _entries(view, article):
        cited = tuple(
            each
            for each in entry.reports
            if each.article.id == article and each.told.fact.id == fact
        )
        if cited and entry.verdict != "rejected":
            return Rest(entry, cited)
    raise _unknown(f"The fact {fact}")


def _entries(view: View, article: str) -> Iterator[Entry]:
    try:
        reading = view.article(article).reading
    except StoreError:
        return
    yield from Ledger(view).told_in(reading)


def _unknown(word: str) -> BadQuery:
    return BadQuery(f"{word[:120]} cannot be cited.", hint=_HINT)
