"""Alerts to a web server: JSON by POST, to public addresses only.

The host is resolved here and its addresses checked; the connection then goes to the very address
that was checked. Redirects are not followed.
"""

from __future__ import annotations

from typing import Any

import httpx

from dragoman.errors import DeliveryError, FetchError, ForbiddenAddress
from dragoman.ingest.addresses import Address, check_addresses, resolve
from dragoman.settings import Settings

_PORTS = {"http": 80, "https": 443}
_LATER = frozenset({408, 425, 429})
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError)


def post(url: str, row: dict[str, Any], settings: Settings) -> None:
    """Send an alert; ``id`` in it and the header ``Idempotency-Key`` tell it from others.

    Raises:
        DeliveryError: The server does not take it, or its address is not allowed.
    """
    try:
        target = httpx.URL(url)
        addresses = _checked(target, url, settings)
        _post(target, addresses[0], row, settings)
    except ForbiddenAddress as error:
        raise DeliveryError(error.message, again=False, hint=error.hint) from error
    except FetchError as error:
        raise DeliveryError(error.message, hint=error.hint) from error
    except _FAILURES as error:
        raise DeliveryError(f"{url} cannot be reached ({type(error).__name__}).") from error


def _checked(target: httpx.URL, url: str, settings: Settings) -> tuple[Address, ...]:
    host = target.raw_host.decode("ascii")
    addresses = resolve(host, target.port or _PORTS.get(target.scheme, 443), url)
    check_addresses(host, addresses, settings.allowed_networks, url)
    return addresses


def _post(target: httpx.URL, address: Address, row: dict[str, Any], settings: Settings) -> None:
    """Post to a checked address, with the host named as usual; the answer's body is not read.

    With a proxy the check is the same, but the proxy resolves the name once more.
    """
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": settings.user_agent,
        "Idempotency-Key": str(row.get("id", "")),
    }
    direct = settings.proxy is None
    extensions = {"sni_hostname": target.raw_host.decode("ascii")} if direct else {}
    client = httpx.Client(
        proxy=settings.proxy,
        timeout=settings.fetch_timeout,
        trust_env=False,
        follow_redirects=False,
    )
    with client:
        request = client.build_request(
            "POST",
            target.copy_with(host=str(address)) if direct else target,
            json=row,
            headers=headers,
            extensions=extensions,
        )
        response = client.send(request, stream=True)
        response.close()
    if not response.is_success:
        again = response.status_code >= 500 or response.status_code in _LATER
        message = f"{target.host} answered {response.status_code} {response.reason_phrase}."
        raise DeliveryError(message, again=again)
