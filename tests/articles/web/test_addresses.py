from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.web.addresses import is_public

PRIVATE = [
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
    *("192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
    *("224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"),
]
PRIVATE_6 = [
    *("::/128", "::1/128", "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16"),
    *("3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
]


def addresses_in(block):
    network = ip_network(block)
    make = IPv4Address if network.version == 4 else IPv6Address
    return st.integers(int(network[0]), int(network[-1])).map(make)


private_4 = st.sampled_from(PRIVATE).flatmap(addresses_in)


@given(st.one_of(private_4, st.sampled_from(PRIVATE_6).flatmap(addresses_in)))
def test_no_address_of_a_private_or_special_range_is_public(address):
    assert not is_public(str(address))


@given(private_4, st.sampled_from(["::ffff:0:0", "64:ff9b::", "2002::", "2001::", "::"]))
def test_a_private_address_is_not_public_inside_one_of_ipv6(address, prefix):
    shift = 80 if prefix == "2002::" else 0
    inside = IPv6Address(int(IPv6Address(prefix)) | int(address) << shift)

    assert not is_public(str(inside))


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_an_address_of_version_four_is_judged_alike_by_itself_and_translated(address):
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        assert is_public(str(IPv6Address(int(IPv6Address(prefix)) | int(address)))) == is_public(str(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "fe80::1%eth0"])
def test_what_clouds_tell_their_own_machines_is_not_public(address):
    assert not is_public(address)
