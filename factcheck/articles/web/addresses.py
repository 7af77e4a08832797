"""Which addresses a server may be sent to by the people who use it: those of the public internet, and no others."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

NOT_FOR_PAGES = [
    ip_network(block)
    for block in (
        "100.64.0.0/10",  # shared by a provider's customers
        "168.63.129.16/32",  # a cloud's own services, at a public address
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "2001::/23",  # Teredo and the like, with an IPv4 address inside
        "2002::/16",  # 6to4, with an IPv4 address inside
        "2001:db8::/32",
        "3fff::/20",  # documentation
    )
]
UNICAST = ip_network("2000::/3")  # all that is given out of IPv6
TRANSLATED = ip_network("64:ff9b::/96")  # NAT64: the last 32 bits are an IPv4 address


def is_public(address: str) -> bool:
    """Whether an IP address, of version 4 or 6, is one of the public internet and nothing else.

    An IPv4 address inside one of IPv6 is judged as itself where a network would go there, else refused.
    """
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return _is_public_host(parsed)
    inside = parsed.ipv4_mapped or (IPv4Address(parsed.packed[-4:]) if parsed in TRANSLATED else None)
    return _is_public_host(inside) if inside else parsed in UNICAST and _is_public_host(parsed)


def _is_public_host(address: IPv4Address | IPv6Address) -> bool:
    is_special = address.is_multicast or address.is_reserved or any(address in block for block in NOT_FOR_PAGES)
    return address.is_global and not is_special
