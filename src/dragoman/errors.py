"""The error tree of Dragoman.

Every error that Dragoman raises on purpose descends from :class:`DragomanError`::

    DragomanError
    ├── SettingError           a setting is unknown or has a value it cannot have
    ├── DataError              a data file that ships with the package (or replaces one) is wrong
    ├── ModelError             the language model cannot be loaded or does not fit
    ├── RecordError            a record breaks the contract
    │   └── SchemaError        JSON does not have the form of a record
    ├── StoreError             the store refuses, is damaged, or holds something else
    │   ├── StoreUnavailable   it cannot be used now: no connection, no room, locked
    │   ├── StoreVersion       its tables are older or newer than this version's
    │   └── LeaseLost          a job is another worker's by now
    ├── DeskError              the desk cannot be served, or refuses a request
    ├── DeliveryError          an alert could not be delivered; the run goes on with the next
    └── InputError             one input cannot be read; the run goes on with the next
        ├── EmptyInput         nothing to read
        ├── NotText            binary or undecodable
        ├── TooLarge           over the size limit, before or after decompression
        ├── TooComplex         nested beyond what a page may be
        ├── NoBody             a page without an article
        ├── WrongLanguage      not English; carries the article
        ├── BadDate            a date that cannot be, or lies in the future
        ├── NotCoded           the reader itself failed on it: a fault of the program
        └── FetchError         a URL that did not give a page
            ├── TryLater           a server that is to be left alone for a while
            └── ForbiddenAddress   a private, loopback or link-local address

:class:`InputError` skips one input and :class:`DeliveryError` one alert; all others stop the run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dragoman.records import Article


class DragomanError(Exception):
    """Base of every error Dragoman raises on purpose.

    ``message`` says what is wrong, ``hint`` what to do next.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class SettingError(DragomanError):
    """A setting is unknown or has a value it cannot have."""


class DataError(DragomanError):
    """A data file of the package, or one that replaces it, is wrong."""


class ModelError(DragomanError):
    """The language model cannot be loaded or does not fit this version."""


class RecordError(DragomanError):
    """A record breaks the contract, for instance a span outside of the text."""


class SchemaError(RecordError):
    """JSON does not have the form of a record."""


class StoreError(DragomanError):
    """The store refuses what it was asked, is damaged, or holds something else.

    ``place`` names it where it could not even be opened.
    """

    place = ""

    def __str__(self) -> str:
        text = super().__str__()
        return f"{self.place}: {text}" if self.place else text


class StoreUnavailable(StoreError):
    """The store cannot be used now: no connection, no room, or locked by another program."""


class StoreVersion(StoreError):
    """The tables of the store are older or newer than this version's."""


class LeaseLost(StoreError):
    """The lease of a job ran out; another worker may have it."""


class DeskError(DragomanError):
    """The desk cannot be served, or refuses a request."""


class DeliveryError(DragomanError):
    """An alert could not be delivered. ``again`` tells whether another attempt may help."""

    def __init__(self, message: str, *, again: bool = True, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.again = again


class InputError(DragomanError):
    """One input cannot be read; ``source`` names it. The run goes on with the next."""

    def __init__(self, message: str, *, source: str = "", hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.source = source

    def __str__(self) -> str:
        text = super().__str__()
        return f"{self.source}: {text}" if self.source else text


class EmptyInput(InputError):
    """There is nothing to read."""


class NotText(InputError):
    """The input is binary, or its bytes are text in no known encoding."""


class TooLarge(InputError):
    """The input is over the size limit, as sent or once decompressed."""


class TooComplex(InputError):
    """The page is nested beyond what an article's page may be."""


class NoBody(InputError):
    """The page holds no article text."""


class WrongLanguage(InputError):
    """The text is not English. ``article`` holds what was read, so that nothing is lost."""

    def __init__(
        self, message: str, *, article: Article, source: str = "", hint: str | None = None
    ) -> None:
        super().__init__(message, source=source, hint=hint)
        self.article = article


class BadDate(InputError):
    """A date that cannot be, or that lies in the future."""


class NotCoded(InputError):
    """The reader itself failed on an article: a fault of the program, not of the article."""


class FetchError(InputError):
    """A URL did not give a page."""


class TryLater(FetchError):
    """A server is to be left alone for a while; ``until`` says how long."""

    def __init__(
        self, message: str, *, until: datetime, source: str = "", hint: str | None = None
    ) -> None:
        super().__init__(message, source=source, hint=hint)
        self.until = until


class ForbiddenAddress(FetchError):
    """A URL, or a redirect of it, leads to a private, loopback or link-local address."""


def offered(name: str, known: Iterable[str], *, most: int = 1) -> str:
    """Return what to say to a name that is not known: names near it, or else all there are.

    Args:
        name: What was given.
        known: All names.
        most: How many near names are offered.
    """
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name, names, n=most)
    return f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(names)}."
