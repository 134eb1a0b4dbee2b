"""The web, played on this machine: sites with public addresses that lead to one local server.

    with Web() as web:
        web.site("courier.example", "5.5.5.5")
        web["http://courier.example/a"] = page("<p>Bridge closed.</p>")
        fetched = web.fetcher().fetch("http://courier.example/a")

Nothing here sleeps: time goes on by `web.clock` only, which every pause and every read moves.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Self

import httpcore

from sayso.fetch import Fetcher, Limits, Manners
from sayso.fetch.exchange import Wire
from sayso.fetch.guard import Way
from sayso.fetch.pace import Pace

Answer = bytes | Callable[[socket.socket, str], None]
"""All that is sent; or what does the sending, given the socket and the head of the request."""

BEGINNING = datetime(2031, 3, 4, 10, 0, tzinfo=UTC)
LIMITS = Limits(size=2_000_000, ratio=50, seconds=30.0, silence=5.0, redirects=4)


def answer(status: str, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer. headers: with _ for -."""
    given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in given.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def page(text: str, **headers: str) -> bytes:
    """A page that is found."""
    return answer("200 OK", text.encode(), **headers)


def redirect(where: str, status: str = "302 Found") -> bytes:
    return answer(status, Location=where)


class Web:
    """A server for every site. shows: the certificate that it shows, for https. requests: the heads
    it was sent, first to last. seconds: the time. slept: the pauses that were made. step: seconds
    that go by whenever the time is asked for."""

    def __init__(self, shows: ssl.SSLContext | None = None) -> None:
        self.shows = shows
        self.requests = list[str]()
        self.answers = dict[str, list[Answer]]()
        self.names = dict[str, list[Sequence[str]]]()
        self.seconds, self.step, self.slept = 0.0, 0.0, list[float]()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._threads = list[threading.Thread]()
        self._open = list[socket.socket]()
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        self._start(self._serve)
        return self

    def __exit__(self, *error: object) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for held in self._open:
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)

    def __setitem__(self, url: str, given: Answer | list[Answer]) -> None:
        """What an address answers; from a list one after the other, the last one forever."""
        self.answers[url] = given if isinstance(given, list) else [given]

    def site(self, name: str, *addresses: str | Sequence[str]) -> None:
        """A name and its address; with several, one each time that it is asked for."""
        self.names[name] = [[one] if isinstance(one, str) else one for one in addresses]

    def fetcher(self, limits: Limits = LIMITS, **manners: Any) -> Fetcher:
        """A fetcher for which this is the web."""
        behaviour = Manners(**manners)
        wire = Wire(behaviour, limits, Way(self.resolve, Net(self), self.clock), self.now)
        return Fetcher(behaviour, limits, wire, Pace(behaviour.pace, self.clock, self.sleep))

    def resolve(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        if host not in self.names:
            raise OSError(f"unknown name {host}")
        given = self.names[host]
        return given.pop(0) if len(given) > 1 else given[0]

    def clock(self) -> float:
        self.seconds += self.step
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=self.seconds)

    def asked(self) -> list[str]:
        """The addresses that were asked for, without the robots.txt."""
        urls = (self._url(head) for head in self.requests)
        return [url for url in urls if not url.endswith("/robots.txt")]

    def _start(self, work: Callable[..., None], *given: Any) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        while True:
            try:
                held, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(held)
            self._start(self._answer, held)

    def _answer(self, held: socket.socket) -> None:
        with suppress(OSError), held:
            if self.shows is None:
                self._talk(held)
                held.shutdown(socket.SHUT_WR)
                while held.recv(65536):  # so that what was sent arrives before the end does
                    pass
                return
            with self.shows.wrap_socket(held, server_side=True) as hidden:
                self._talk(hidden)
                hidden.unwrap()

    def _talk(self, held: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (more := held.recv(65536)):
                return
            head += more
        words = head.decode("latin-1")
        self.requests.append(words)
        queue = self.answers.get(self._url(words)) or [answer("404 Not Found")]
        given = queue.pop(0) if len(queue) > 1 else queue[0]
        if callable(given):
            given(held, words)
        else:
            held.sendall(given)

    def _url(self, head: str) -> str:
        """The address that a request is for."""
        first, *lines = head.split("\r\n")
        host = next(line.partition(": ")[2] for line in lines if line.lower().startswith("host:"))
        scheme = "https" if self.shows else "http"
        return f"{scheme}://{host.removesuffix(f':{self.port}')}{first.split(' ')[1]}"


class Net(httpcore.NetworkBackend):
    """Leads every address to the server, and says that it led where it was to."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return self.lead(host, port, timeout)

    def lead(self, host: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        stream = httpcore.SyncBackend().connect_tcp("127.0.0.1", self._web.port, timeout)
        return _Stream(stream, (host, port))


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, peer: tuple[str, int]) -> None:
        self._stream, self._peer = stream, peer

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._peer)

    def get_extra_info(self, info: str) -> Any:
        return self._peer if info == "server_addr" else self._stream.get_extra_info(info)
