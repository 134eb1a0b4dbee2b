"""Which machines are never asked."""

from __future__ import annotations

import pytest

from sayso.fetch.private import never, private

CLOSED = """
0.0.0.0 10.1.2.3 127.0.0.1 127.8.8.8 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254
100.64.0.1 100.100.100.200 168.63.129.16 192.0.0.192 192.0.2.1 198.18.0.1 198.51.100.9 203.0.113.9
224.0.0.1 240.0.0.1 255.255.255.255
:: ::1 fe80::1 fe80::1%eth0 fec0::1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 100::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 ::a9fe:a9fe
64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1 2002:7f00:1:: 2002:a9fe:a9fe::1
2001:0:5db8:d822:0:0:80ff:fffe localhost 127.1 0x7f000001
""".split()
OPEN = """
5.5.5.5 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 169.253.1.1 2a00:1450:4001::200e
2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808
""".split()


@pytest.mark.parametrize("address", CLOSED)
def test_closed(address: str) -> None:
    assert private(address)


@pytest.mark.parametrize("address", OPEN)
def test_open(address: str) -> None:
    assert private(address) is None


SECRET = """
169.254.169.254 fe80::1 ::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 100.100.100.200 168.63.129.16
fd00:ec2::254 0.0.0.0 :: 224.0.0.1 nonsense
""".split()


@pytest.mark.parametrize("address", SECRET)
def test_closed_even_where_private_ones_are_open(address: str) -> None:
    assert private(address)
    assert never(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "::1", "192.168.0.1", "fc00::1"])
def test_private_ones_may_be_opened(address: str) -> None:
    assert private(address)
    assert not never(address)
