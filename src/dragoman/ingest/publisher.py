"""Who published an article, told from what the page, its address and its byline say."""

from __future__ import annotations

import re

from dragoman.ingest.draft import Draft
from dragoman.ingest.outlets import Outlet, outlets

_DESK = re.compile(
    r"(?P<name>.+?)\s+(?:(?:online|digital|world|foreign|international|national)\s+)*"
    r"(?:web ?(?:team|desk)|team|desk|news ?(?:desk|team|service|network|bureau|room)|newsroom"
    r"|staff(?: writers?| reporters?)?|bureau|correspondents?|reporters?)"
    r"(?:\s*(?:and|/|,|with)\s+agencies)?",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "our a the special staff senior chief world national international foreign political "
    "diplomatic digital online web news city defence defense security from own agency wire "
    "editorial".split()
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*)?"
    r"(?:by\s+)?(?P<name>[A-Z][\w .&'’-]{1,40}?)"
    r"(?:,? (?:Ltd|Inc|LLC|Limited|Group|Media)\b.*|[.,|]?\s*all rights reserved.*|[.,]|$)",
    re.IGNORECASE,
)


def find_publisher(draft: Draft, agency: Outlet | None) -> tuple[str | None, Outlet | None]:
    """Return the publisher's name and, where it is in the table, its row.

    In this order: the name told from outside or by the page, the domain, names and desks in the
    byline, the copyright line, and last the agency whose credit opens the text.
    """
    by_domain = outlets().of_url(draft.url)
    if draft.publisher:
        return _settled(draft.publisher, by_domain)
    if by_domain is not None:
        return by_domain.name, by_domain
    named = _by_hints(draft) or _by_rights(draft)
    if named is not None:
        return _settled(named, None)
    return (agency.name, agency) if agency is not None else (None, None)


def _settled(name: str, by_domain: Outlet | None) -> tuple[str, Outlet | None]:
    row = outlets().named(name) or by_domain
    return (row.name if row is not None else name), row


def _by_hints(draft: Draft) -> str | None:
    known = (outlets().named(hint) for hint in draft.hints)
    outlet = next((each for each in known if each is not None and each.kind != "agency"), None)
    if outlet is not None:
        return outlet.name
    desks = (_name_before_desk(hint) for hint in draft.hints)
    desk = next((name for name in desks if name), None)
    return desk or next((hint for hint in draft.hints if outlets().named(hint)), None)


def _name_before_desk(byline: str) -> str | None:
    """Return what stands before "Web Desk" and the like, where that is a name.

    "Ada Holm, Chief Foreign Correspondent" is a person with a post, after a comma.
    """
    match = _DESK.fullmatch(byline.strip())
    if match is None or "," in match["name"]:
        return None
    words = match["name"].split()
    if not words[0][0].isupper() or all(word.lower() in _GENERIC for word in words):
        return None
    return match["name"]


def _by_rights(draft: Draft) -> str | None:
    for item in draft.furniture:
        match = _RIGHTS.match(item.text) if item.kind == "boilerplate" else None
        if match is not None:
            return match["name"].strip()
    return None
