"""Only public addresses, and networks that are named, may be reached."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from dragoman.errors import FetchError, ForbiddenAddress
from dragoman.ingest.addresses import check_addresses, is_public, resolve


@pytest.mark.parametrize(
    "text", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808"]
)
def test_public_addresses(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1",
        "127.8.9.10",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.1",
        "0.1.2.3",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "100::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2001:0:a00:1::5601:101",
    ],
)
def test_other_addresses(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


def test_a_forbidden_address_is_named_with_what_to_do() -> None:
    address = ipaddress.ip_address("10.1.2.3")
    with pytest.raises(
        ForbiddenAddress, match=r"page: 'intra' leads to 10\.1\.2\.3.*allowed_networks"
    ):
        check_addresses("intra", [address], (), "page")


def test_one_forbidden_address_among_several_is_enough() -> None:
    addresses = [ipaddress.ip_address(text) for text in ("8.8.8.8", "127.0.0.1")]
    with pytest.raises(ForbiddenAddress):
        check_addresses("both", addresses, ())


@pytest.mark.parametrize("text", ["10.1.2.3", "::ffff:10.1.2.3"])
def test_a_named_network_is_allowed(text: str) -> None:
    check_addresses("intra", [ipaddress.ip_address(text)], ("10.1.0.0/16", "fd00::/8"))


def test_a_named_network_allows_nothing_else() -> None:
    with pytest.raises(ForbiddenAddress):
        check_addresses("intra", [ipaddress.ip_address("10.2.0.1")], ("10.1.0.0/16",))


@pytest.mark.parametrize("host", ["127.0.0.1", "0x7f.1", "2130706433", "017700000001", "127.1"])
def test_numbers_in_odd_forms_are_resolved_before_they_are_judged(host: str) -> None:
    assert [str(address) for address in resolve(host, 80)] == ["127.0.0.1"]


def test_a_host_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match=r"nowhere.*cannot be found"):
        resolve("nowhere", 80)


def test_a_host_no_name_can_have() -> None:
    with pytest.raises(FetchError, match="cannot be found"):
        resolve("a" * 70 + ".example", 80)
