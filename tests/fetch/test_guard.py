"""Connections go to machines that were checked, in their time, encrypted for the name asked."""

from __future__ import annotations

import ssl
import threading

import httpcore
import pytest

from sayso.fetch.base import FetchError
from sayso.fetch.guard import Guard, Way
from tests.fetch.web import Net, Web


class Liar(Net):
    """Leads somewhere else than it was to."""

    def lead(self, host: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        assert host == "5.5.5.5"
        return super().lead("127.0.0.1", port, timeout)


def test_where_the_socket_goes_counts(web: Web) -> None:
    guard = Guard(Way(web.resolve, Liar(web), web.clock), 9, allow_private=False)
    with pytest.raises(FetchError, match="this machine"):
        guard.connect_tcp("courier.example", 80)


def test_the_next_address_is_tried(web: Web) -> None:
    class Half(Net):
        def lead(self, host: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
            if host == "5.5.5.5":
                raise httpcore.ConnectError("refused")
            return super().lead(host, port, timeout)

    web.site("two.example", ["5.5.5.5", "2a00:1450::1"])
    guard = Guard(Way(web.resolve, Half(web), web.clock), 9, allow_private=False)
    guard.connect_tcp("two.example", 80).close()
    assert guard.peer == "[2a00:1450::1]:80"


def test_a_resolver_that_hangs_is_left_behind(web: Web) -> None:
    over = threading.Event()

    def hang(host: str, port: int) -> list[str]:  # noqa: ARG001
        over.wait(60)
        return ["5.5.5.5"]

    guard = Guard(Way(hang, Net(web), web.clock), 0.05, allow_private=False)
    with pytest.raises(FetchError, match="too long"):
        guard.connect_tcp("courier.example", 80)
    over.set()


@pytest.mark.parametrize("names", [[], OSError("no such name"), UnicodeError("label too long")])
def test_names_without_a_machine(web: Web, names: object) -> None:
    def unknown(host: str, port: int) -> list[str]:  # noqa: ARG001
        if isinstance(names, Exception):
            raise names
        return []

    guard = Guard(Way(unknown, Net(web), web.clock), 9, allow_private=False)
    with pytest.raises(FetchError, match="no machine of that name") as caught:
        guard.connect_tcp("courier.example", 80)
    assert caught.value.again


def test_encryption_is_for_the_name_and_in_time(web: Web) -> None:
    """The name, not the address, is what a certificate has to show."""
    told = list[tuple[str | None, float | None]]()

    class Stream(httpcore.NetworkStream):
        def start_tls(
            self,
            ssl_context: ssl.SSLContext,  # noqa: ARG002
            server_hostname: str | None = None,
            timeout: float | None = None,
        ) -> httpcore.NetworkStream:
            told.append((server_hostname, timeout))
            return self

        def get_extra_info(self, info: str) -> object:  # noqa: ARG002
            return ("5.5.5.5", 443)

    class Quiet(Net):
        def lead(self, host: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
            assert (host, port, timeout) == ("5.5.5.5", 443, 9.0)
            return Stream()

    guard = Guard(Way(web.resolve, Quiet(web), web.clock), 9, allow_private=False)
    stream = guard.connect_tcp("courier.example", 443)
    web.seconds = 4.0
    stream.start_tls(ssl.create_default_context(), "courier.example", 20.0)
    assert told == [("courier.example", 5.0)]
    web.seconds = 9.0
    with pytest.raises(FetchError, match="too long"):
        stream.read(10)
