"""Taking what people give to be read: a text, a file, or an address; a worker reads it."""

from __future__ import annotations

from secrets import token_hex
from typing import BinaryIO

from dragoman.crises.questions.citations import clean, link
from dragoman.desk.parts.given import ADD, ROUND
from dragoman.desk.refusals import BadQuery
from dragoman.ingest.files import too_large
from dragoman.ingest.suffixes import SUFFIXES, suffix_of
from dragoman.store import Job, UnitOfWork
from dragoman.store.given import Deposit
from dragoman.store.jobs import ENDED

PASTED = "Pasted text"

FIRST = 1
"""The priority of what somebody waits for: before what was queued by itself."""

_LONGEST_NAME = 200


def pasted(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Deposit:
    """Return a text as it is kept to be read.

    Raises:
        BadQuery: It is empty.
    """
    if not text.strip():
        raise BadQuery("There is no text.", hint="Paste the article, its title in the first line.")
    return Deposit(
        name=clean(title or "") or PASTED,
        suffix="",
        data=text.encode("utf-8", errors="replace"),
        title=title,
        outlet=outlet,
        url=url,
        published=published,
    )


def uploaded(
    file: BinaryIO,
    called: str | None,
    *,
    most: int,
    url: str | None = None,
    published: str | None = None,
) -> Deposit:
    """Return a file as it is kept to be read.

    Args:
        file: Its bytes.
        called: Its name, as whoever sent it says; it says of what kind it is.
        most: Bytes that it may have.
        url: Where it stands on the web, if anywhere.
        published: When it was published, in ISO form.

    Raises:
        BadQuery: It is empty, or of a kind that is not read.
        TooLarge: It has more bytes.
    """
    name = _name(called)
    suffix = suffix_of(name)
    if suffix is None:
        hint = f"Save the text alone, or as one of {', '.join(SUFFIXES)}."
        raise BadQuery(f"Files such as “{name}” are not read.", hint=hint)
    data = file.read(most + 1)
    if len(data) > most:
        raise too_large(most, name)
    if not data:
        raise BadQuery(f"“{name}” is empty.", hint="Choose another file.")
    return Deposit(name=name, suffix=suffix, data=data, url=url, published=published)


def deposited(unit: UnitOfWork, given: Deposit) -> Job | None:
    """Put something in to be read, always as a job of its own; return that job."""
    payload = {"deposit": token_hex(16)}
    unit.jobs.put(ADD, payload, priority=FIRST)
    made = unit.jobs.find(ADD, payload)
    if made is not None:
        unit.given.deposit(made.id, given)
    return made


def asked(unit: UnitOfWork, url: str, *, published: str | None = None) -> Job | None:
    """Put an address in to be fetched and read; return the job that does it.

    One that is on its way is not put in twice. One whose job has ended, well or not, is put in once
    more, since its server may be back and a feed holds other articles every day.
    """
    payload: dict[str, str | int | None] = {"source": url, "published": published}
    rounds = 0
    while (known := unit.jobs.find(ADD, payload)) is not None and known.state in ENDED:
        rounds += 1
        payload[ROUND] = rounds
    if known is not None:
        return known
    unit.jobs.put(ADD, payload, priority=FIRST)
    return unit.jobs.find(ADD, payload)


def web_address(url: str) -> str | None:
    """Return an address on the web, or nothing where none is given.

    Raises:
        BadQuery: It is no address on the web.
    """
    wanted = url.strip()
    if wanted and link(wanted) is None:
        raise BadQuery(f"{wanted!r} is no address on the web.", hint="Write https://HOST/PATH.")
    return wanted or None


def _name(filename: str | None) -> str:
    """Return what to call a file: the last part of its name, which is shown and no more."""
    last = (filename or "").replace("\\", "/").rpartition("/")[2]
    return clean(last)[:_LONGEST_NAME] or "an upload"
