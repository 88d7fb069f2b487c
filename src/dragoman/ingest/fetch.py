"""A URL → the bytes of a page, without ever reaching an address that is not allowed.

Every host is resolved here and its addresses checked; the connection then goes to the very address
that was checked, so that a second answer of the name server cannot redirect it. With a proxy the
check is the same, but the proxy resolves the name once more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urljoin

import httpx

from dragoman.errors import FetchError, NotText, SettingError
from dragoman.ingest.addresses import Address, check_addresses, resolve
from dragoman.ingest.inflate import Body
from dragoman.settings import Settings

_SCHEMES = {"http": 80, "https": 443}
_RETRY = "Check the URL, or save the page and read the file."

_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, RuntimeError)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: media types that are taken, the Accept header, and further headers.

    Where ``types`` is None, any is taken.
    ``name`` is what an error calls it ("a page"), ``hint`` what it then advises.
    """

    name: str
    types: frozenset[str] | None
    accept: str
    hint: str
    headers: Mapping[str, str] = field(default_factory=dict)


PAGE_TYPES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", ""}
)
"""The media types of pages; some servers name none."""

PAGES = Wanted(
    "a page",
    PAGE_TYPES,
    "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8",
    "Give the URL of an article's page.",
)
"""The page of an article."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as fetched; ``url`` is where the redirects ended."""

    data: bytes
    url: str
    content_type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to one request, whatever its status.

    ``headers`` have names in lower case; ``location`` is the whole URL that a redirect names;
    ``page`` is there where the answer is a success.
    """

    status: int
    reason: str
    headers: Mapping[str, str]
    location: str | None = None
    page: Fetched | None = None


def fetch(url: str, settings: Settings) -> Fetched:
    """Fetch one page within the limits of the settings.

    Raises:
        ForbiddenAddress: The URL, or a redirect, leads to an address that is not allowed.
        FetchError: There is no page, or it did not come in time.
        TooLarge: The page is over a limit, as sent or once decompressed.
        NotText: What the URL gives is no page.
    """
    client = _client(settings)
    return _in_time(lambda: _follow(client, url, settings), client, url, settings.fetch_timeout)


def ask(url: str, settings: Settings, wanted: Wanted = PAGES) -> Answer:
    """Ask for a URL once, within the limits of the settings; redirects are not followed.

    Raises:
        ForbiddenAddress: The URL leads to an address that is not allowed.
        FetchError: There was no answer, or it did not come in time.
        TooLarge: The body is over a limit, as sent or once decompressed.
        NotText: What the URL gives is not what is wanted.
    """
    client = _client(settings)
    return _in_time(
        lambda: _step(client, url, settings, wanted, url), client, url, settings.fetch_timeout
    )


def _client(settings: Settings) -> httpx.Client:
    try:
        return httpx.Client(
            proxy=settings.proxy,
            verify=httpx.create_ssl_context(),
            timeout=settings.fetch_timeout,
            trust_env=False,
            follow_redirects=False,
        )
    except (ValueError, ImportError, httpx.InvalidURL) as error:
        message = f"proxy: {settings.proxy!r} is no proxy that can be used: {error}."
        raise SettingError(message, hint="Write it as http://host:port.") from error


def _in_time(work: Callable[[], T], client: httpx.Client, url: str, seconds: float) -> T:
    """Do work in a thread of its own, and leave it when the time for all of it is up.

    Timeouts of single reads do not stop a server that sends a byte now and then, nor a name server
    that does not answer.
    """
    executor = ThreadPoolExecutor(1, thread_name_prefix="dragoman-fetch")
    try:
        return executor.submit(work).result(timeout=seconds)
    except TimeoutError:
        message = f"The page did not come within {seconds:g} seconds."
        raise FetchError(message, source=url, hint="Try again, or raise fetch_timeout.") from None
    finally:
        client.close()
        executor.shutdown(wait=False, cancel_futures=True)


def _follow(client: httpx.Client, url: str, settings: Settings) -> Fetched:
    """Fetch a URL and where it redirects to, each step checked anew."""
    step = url
    for _ in range(settings.max_redirects + 1):
        answer = _step(client, step, settings, PAGES, url)
        if answer.page is not None:
            return answer.page
        if answer.location is None:
            raise refusal(answer, url)
        step = answer.location
    raise endless(settings, url)


def refusal(answer: Answer, source: str) -> FetchError:
    """Return the error for an answer that is neither a success nor a redirect."""
    message = f"The server answered {answer.status} {answer.reason}."
    return FetchError(message, source=source, hint=_RETRY)


def endless(settings: Settings, source: str) -> FetchError:
    """Return the error for a URL that redirects more often than the settings allow."""
    message = f"The page redirects more than {settings.max_redirects} times."
    return FetchError(message, source=source, hint=_RETRY)


def _step(
    client: httpx.Client, url: str, settings: Settings, wanted: Wanted, source: str
) -> Answer:
    target = _parsed(url, source)
    addresses = _checked_addresses(target, settings, source)
    asked = _Asked(target, wanted, settings, source)
    try:
        return _request(client, asked, addresses)
    except _FAILURES as error:
        raise FetchError(_reason(error), source=source, hint=_RETRY) from error


def _reason(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "The server did not answer in time."
    if isinstance(error, httpx.ConnectError):
        return f"The server cannot be reached ({error})."
    return f"The page could not be fetched ({type(error).__name__}: {error})."


def _parsed(url: str, source: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchError(f"{url!r} is no URL: {error}.", source=source, hint=_RETRY) from None
    if target.scheme not in _SCHEMES or not target.host:
        message = f"{url!r} is no http or https URL."
        raise FetchError(message, source=source, hint="Give a URL that begins with https://.")
    if target.userinfo:
        message = "URLs with a user name or password are not fetched."
        raise FetchError(message, source=source, hint="Save the page and read the file.")
    return target


def _checked_addresses(target: httpx.URL, settings: Settings, source: str) -> tuple[Address, ...]:
    host = target.raw_host.decode("ascii")
    addresses = resolve(host, target.port or _SCHEMES[target.scheme], source)
    check_addresses(host, addresses, settings.allowed_networks, source)
    return addresses


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request: where to, for what, within which limits; ``source`` names it in errors."""

    target: httpx.URL
    wanted: Wanted
    settings: Settings
    source: str


def _request(client: httpx.Client, asked: _Asked, addresses: tuple[Address, ...]) -> Answer:
    """Ask at the first address that accepts a connection."""
    if asked.settings.proxy is not None:
        return _answer(client, _request_to(client, asked, None), asked)
    failure: httpx.ConnectError | httpx.ConnectTimeout | None = None
    for address in addresses:
        try:
            return _answer(client, _request_to(client, asked, address), asked)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
    raise failure or httpx.ConnectError("no address")


def _request_to(client: httpx.Client, asked: _Asked, address: Address | None) -> httpx.Request:
    """Make a request that connects to a checked address but names the host as usual."""
    target = asked.target
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": asked.settings.user_agent,
        "Accept": asked.wanted.accept,
        "Accept-Encoding": "gzip, deflate",
        **asked.wanted.headers,
    }
    url = target if address is None else target.copy_with(host=str(address))
    url = url.copy_with(fragment=None)
    extensions = {} if address is None else {"sni_hostname": target.raw_host.decode("ascii")}
    return client.build_request("GET", url, headers=headers, extensions=extensions)


def _answer(client: httpx.Client, request: httpx.Request, asked: _Asked) -> Answer:
    """Send a request; the body is read only of a success."""
    response = client.send(request, stream=True)
    try:
        headers = {name.lower(): value for name, value in response.headers.items()}
        location = response.headers.get("location")
        if response.has_redirect_location and location:
            location = urljoin(str(asked.target), location)
            return Answer(response.status_code, response.reason_phrase, headers, location)
        page = _page(response, asked) if response.is_success else None
        return Answer(response.status_code, response.reason_phrase, headers, page=page)
    finally:
        response.close()


def _page(response: httpx.Response, asked: _Asked) -> Fetched:
    content_type = _content_type(response, asked)
    return Fetched(
        _body(response, asked.settings, asked.source),
        str(asked.target),
        content_type,
        response.charset_encoding,
    )


def _content_type(response: httpx.Response, asked: _Asked) -> str:
    content_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if asked.wanted.types is not None and content_type not in asked.wanted.types:
        message = f"The URL gives {content_type}, not {asked.wanted.name}."
        raise NotText(message, source=asked.source, hint=asked.wanted.hint)
    return str(content_type)


def _body(response: httpx.Response, settings: Settings, source: str) -> bytes:
    body = Body(
        response.headers.get("content-encoding", "").strip().lower(),
        max_bytes=settings.max_bytes,
        max_decompressed=settings.max_decompressed,
        source=source,
    )
    for piece in response.iter_raw(1 << 16):
        body.add(piece)
    return body.whole()
