"""Which machines are never asked: one's own, one's network's, and those that hand out secrets."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_PROTOCOLS = IPv4Network("192.0.0.0/24")  # Python before 3.13 counts parts of it as open
_SHARED = IPv4Network("100.64.0.0/10")
# Public by their number, but answered inside a cloud: the host agent of Azure.
_INSIDE = frozenset({IPv4Address("168.63.129.16")})
# Metadata of clouds at addresses that are private otherwise: of AWS by IPv6, and of Alibaba.
_SECRETS = _INSIDE | {IPv6Address("fd00:ec2::254"), IPv4Address("100.100.100.200")}
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")


def never(address: str) -> bool:
    """Whether it is not asked even where private ones are: no server of one's own lives there, but
    a cloud's metadata does, with its secrets."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return True
    led = _inside(found) if isinstance(found, IPv6Address) else None
    return any(
        one.is_link_local or one.is_unspecified or one.is_multicast or one in _SECRETS
        for one in (found, led)
        if one is not None
    )


def private(address: str) -> str | None:
    """What kind of address it is where it must not be asked; None for one of the open net.

    address: IPv4 or IPv6, as a resolver gives it ("fe80::1%eth0"). IPv6 that carries IPv4 inside
    is judged by both. What is no address counts as private, too.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return "no address"
    if isinstance(found, IPv6Address):
        inner = _inside(found)
        if inner is not None:
            return _kind(inner) or (None if _carrier(found) else _kind(found))
    return _kind(found)


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if any(address in network for network in _TRANSLATED):
        return last
    return last if address in _COMPATIBLE and int(address) > 1 else None


def _carrier(address: IPv6Address) -> bool:
    """Whether the IPv6 part only carries the IPv4 address, and leads where that leads."""
    return address.ipv4_mapped is not None or address in _TRANSLATED[0]


def _kind(address: IPv4Address | IPv6Address) -> str | None:
    if address.is_unspecified:
        return "no machine"
    if address.is_loopback:
        return "this machine"
    if address.is_link_local:
        return "a link-local address, as cloud metadata has"
    if address in _INSIDE:
        return "a cloud's own service"
    if isinstance(address, IPv4Address) and address in _SHARED:
        return "an address shared behind a provider"
    if address.is_multicast:
        return "a multicast address"
    if isinstance(address, IPv4Address) and address in _PROTOCOLS:
        return "an address kept for protocols"
    if address.is_private or not address.is_global or address.is_reserved:
        return "a private or reserved address"
    if isinstance(address, IPv6Address) and address.is_site_local:
        return "a private address"
    return None
