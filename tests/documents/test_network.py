from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.network import checked_address, is_public, target_of
from legation.errors import DocumentError


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1:8080/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[ff02::1]/",
    ],
)
def test_network_refuses_addresses_that_are_not_public(address: str) -> None:
    with pytest.raises(DocumentError) as caught:
        checked_address(target_of(address), allow_private=False)
    assert caught.value.reason == "refused_address"


def test_network_allows_them_where_told() -> None:
    assert checked_address(target_of("http://127.1/"), allow_private=True) == "127.0.0.1"


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_network_takes_public_addresses(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_network_judges_an_ipv4_address_alike_in_ipv6_clothes(address: ipaddress.IPv4Address) -> None:
    if not is_public(address):
        for clothes in ("::ffff:{}", "64:ff9b::{}", "::{}"):
            assert not is_public(ipaddress.ip_address(clothes.format(address)))


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/",
        "http://",
        "http://user:secret@a.example/",
        "http://a.example:port/",
        "javascript:1",
        "http://[::1",
    ],
)
def test_target_refuses_what_is_no_plain_web_address(address: str) -> None:
    with pytest.raises(DocumentError) as caught:
        target_of(address)
    assert caught.value.reason == "refused_address"


def test_target_writes_names_and_paths_in_ascii() -> None:
    target = target_of("https://bücher.example/ngoại giao?q=Lào#top")
    assert (target.host, target.port) == ("xn--bcher-kva.example", 443)
    assert target.path == "/ngo%E1%BA%A1i%20giao?q=L%C3%A0o"
