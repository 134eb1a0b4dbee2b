"""Connections: only to machines that were checked, and never longer than their time.

The name is resolved here, every address that it gives is checked, and the connection goes to one
of these very addresses. A name that answers otherwise the next time changes nothing.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore

from sayso.fetch.base import Clock, FetchError, Resolve
from sayso.fetch.private import never, private


def resolve(host: str, port: int) -> Sequence[str]:
    """What the system says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Way:
    """How names are resolved and machines connected to, and the time. Tests have their own."""

    resolve: Resolve = resolve
    network: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    clock: Clock = time.monotonic


class Guard(httpcore.NetworkBackend):
    """Connects for one request. peer: the machine it is connected to, "" before.

    way: how names and machines are reached. seconds: from now until the last byte.
    """

    def __init__(self, way: Way, seconds: float, *, allow_private: bool) -> None:
        self._way = way
        self._end = way.clock() + seconds
        self._allow_private = allow_private
        self.peer = ""

    def left(self, timeout: float | None = None) -> float:
        """Seconds that may be waited now. Raises FetchError where the time is over."""
        left = self._end - self._way.clock()
        if left <= 0:
            raise FetchError("timeout", "it took too long to answer in full")
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        addresses = self._addresses(host, port, timeout)
        failed: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            try:
                stream = self._way.network.connect_tcp(address, port, timeout=self.left(timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            try:
                self._recheck(stream, host)
            except BaseException:
                stream.close()
                raise
            return _Timed(stream, self)
        raise failed

    def _addresses(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        """The addresses of a host. One private among them is enough to ask none of them."""
        found = _in_time(lambda: self._way.resolve(host, port), self.left(timeout))
        for address in found:
            self._check(address, host)
        return found

    def _recheck(self, stream: httpcore.NetworkStream, host: str) -> None:
        """Where the socket really goes."""
        address, port = stream.get_extra_info("server_addr")[:2]
        self._check(str(address), host)
        self.peer = f"[{address}]:{port}" if ":" in str(address) else f"{address}:{port}"

    def _check(self, address: str, host: str) -> None:
        kind, forbidden = private(address), never(address)
        if kind is not None and (forbidden or not self._allow_private):
            at = "" if host == address else f" is at {address}, which"
            way = "" if forbidden else " (--allow-private asks it)"
            raise FetchError("private-address", f"{host}{at} is {kind}; it was not asked{way}")


class _Timed(httpcore.NetworkStream):
    """A stream that ends when the time of its guard does, however its bytes trickle."""

    def __init__(self, stream: httpcore.NetworkStream, guard: Guard) -> None:
        self._stream, self._guard = stream, guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._guard.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._guard.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._guard.left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _in_time(work: Callable[[], Sequence[str]], seconds: float) -> Sequence[str]:
    """The outcome of work that has no time limit of its own, as the system's resolver."""
    found, failed = list[str](), list[Exception]()

    def run() -> None:
        try:
            found.extend(work())
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise FetchError("timeout", "it took too long to find the machine of that name")
    if failed or not found:
        why = str(failed[0]) if failed else "it has no address"
        raise FetchError("unreachable", f"no machine of that name was found: {why}", again=True)
    return found
