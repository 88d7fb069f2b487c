"""Which network addresses a URL may lead to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.errors import FetchError, ForbiddenAddress
from dragoman.ingest.tables import data_folder
from dragoman.world.tables import Row, read_table

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_FILE = "networks.tsv"
_COLUMNS = ("network", "meaning")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
_HINT = "If it is meant, name its network in the setting allowed_networks."


def resolve(host: str, port: int, source: str = "") -> tuple[Address, ...]:
    """Return the addresses of a host, in the resolver's order.

    Raises:
        FetchError: The host has no address.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        message = f"The host {host!r} cannot be found."
        raise FetchError(message, source=source, hint="Check the URL and the network.") from None
    texts = dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found)
    return tuple(ipaddress.ip_address(text) for text in texts)


def check_addresses(
    host: str, addresses: Sequence[Address], allowed: Sequence[str], source: str = ""
) -> None:
    """Refuse a host if any of its addresses is not public and in no allowed network.

    Raises:
        ForbiddenAddress: Such an address was found; the message names it.
    """
    networks = [ipaddress.ip_network(each) for each in allowed]
    for address in addresses:
        if not is_public(address) and not _is_allowed(address, networks):
            message = f"{host!r} leads to {address}, which is not a public address."
            raise ForbiddenAddress(message, source=source, hint=_HINT)


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the public internet.

    Private, loopback, link-local, shared (carrier), multicast, reserved, documentation and
    unspecified addresses are not. An IPv6 address that holds an IPv4 one is judged by that.
    """
    inner = list(_inner(address))
    if inner:
        return all(is_public(each) for each in inner)
    special = any(
        address in network for network in _special() if network.version == address.version
    )
    return not special and address.is_global


@cache
def _special() -> tuple[Network, ...]:
    return tuple(_network(row) for row in read_table(data_folder(), _FILE, _COLUMNS))


def _network(row: Row) -> Network:
    try:
        return ipaddress.ip_network(row["network"])
    except ValueError as error:
        raise row.wrong(str(error)) from None


def _inner(address: Address) -> Iterator[Address]:
    """Yield the IPv4 addresses that an IPv6 address stands for or tunnels to."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    number = int(address)
    compatible = number >> 32 == 0 and number > 1
    if compatible or address in _NAT64 or address in _NAT64_LOCAL:
        yield ipaddress.IPv4Address(number & 0xFFFFFFFF)


def _is_allowed(address: Address, networks: Sequence[Network]) -> bool:
    """Tell whether an address, or the IPv4 address mapped into it, lies in a named network."""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    forms: list[Address] = [address, *([mapped] if mapped is not None else [])]
    return any(
        form in network for form in forms for network in networks if form.version == network.version
    )
