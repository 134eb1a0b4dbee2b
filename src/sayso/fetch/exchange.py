"""One request and its answer, redirects not followed."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version

import httpcore
import httpx

from sayso.fetch import body
from sayso.fetch.base import FetchError, Limits, Manners, Validators
from sayso.fetch.guard import Guard, Way
from sayso.model.exchange import Exchange, Sent
from sayso.model.ids import sha256


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


@dataclass
class Wire:
    """The net as it is asked. Each request has a connection of its own, which ends with it.

    way, now: tests have their own.
    """

    manners: Manners
    limits: Limits
    way: Way = field(default_factory=Way)
    now: Callable[[], datetime] = field(default=now)

    def ask(self, url: httpx.URL, known: Validators) -> Sent:
        """Raises FetchError where no whole answer came."""
        allow_private = self.manners.allow_private
        guard = Guard(self.way, self.limits.seconds, allow_private=allow_private)
        request = httpx.Request("GET", url, headers=self._headers(known))
        at = self.now().isoformat(timespec="milliseconds")
        silence = self.limits.silence
        waits = {"connect": silence, "read": silence, "write": silence, "pool": silence}
        with _told(), self._pool(guard) as pool:
            answer = pool.handle_request(
                httpcore.Request(
                    b"GET",
                    httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    extensions={"timeout": waits},
                )
            )
            try:
                declared = httpx.Headers(answer.headers).get("content-length")
                sent = body.read(answer.iter_stream(), declared, self.limits)
            finally:
                answer.close()
        made = Exchange(
            url=str(url),
            at=at,
            peer=guard.peer,
            request=_head(f"GET {url.raw_path.decode('ascii')} HTTP/1.1", request.headers.raw),
            response=_head(_status(answer), answer.headers),
            status=answer.status,
            sha256=sha256(sent),
        )
        return Sent(made, sent, str(url))

    def _headers(self, known: Validators) -> dict[str, str]:
        given = {
            "User-Agent": user_agent(self.manners.contact),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "en,*;q=0.5",
            "Accept-Encoding": body.ACCEPTED,
            "Connection": "close",
        }
        if known.etag:
            given["If-None-Match"] = known.etag
        if known.modified:
            given["If-Modified-Since"] = known.modified
        return given

    def _pool(self, guard: Guard) -> httpcore.ConnectionPool:
        return httpcore.ConnectionPool(
            ssl_context=self._trusted, max_connections=1, network_backend=guard
        )

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()


def user_agent(contact: str = "") -> str:
    """Who is asking, for whoever reads a site's logs."""
    about = contact or "reads news for a fact-checker's ledger"
    return f"sayso/{version('sayso')} ({about})"


class _told:  # noqa: N801 - reads as what it does
    """The library's errors as FetchError."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, httpcore.TimeoutException):
            raise FetchError("timeout", "it did not answer in time") from error
        if isinstance(error, httpcore.RemoteProtocolError):
            raise FetchError("incomplete", f"the answer is broken: {error}", again=True) from error
        if isinstance(error, httpcore.ConnectError) and (why := _distrust(error)):
            message = (
                f"its certificate is not to be trusted ({why}), so nothing was read; look at it in"
                " a browser, and if it is what you want, save the page there and add the file"
            )
            raise FetchError("certificate", message) from error
        if isinstance(error, httpcore.NetworkError):
            raise FetchError("unreachable", f"it cannot be reached: {error}", again=True) from error
        if isinstance(error, httpcore.ProtocolError | httpcore.UnsupportedProtocol | ssl.SSLError):
            raise FetchError("protocol", f"it could not be asked: {error}") from error


def _distrust(error: BaseException) -> str | None:
    """Why a certificate was refused; None where it was not that."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message
        cause = cause.__cause__ or cause.__context__
    return None


def _status(answer: httpcore.Response) -> str:
    version = bytes(answer.extensions.get("http_version", b"HTTP/1.1"))
    reason = bytes(answer.extensions.get("reason_phrase", b""))
    return f"{version.decode('latin-1')} {answer.status} {reason.decode('latin-1')}".rstrip()


def _head(first: str, headers: list[tuple[bytes, bytes]]) -> str:
    lines = (f"{name.decode('latin-1')}: {value.decode('latin-1')}" for name, value in headers)
    return "\r\n".join((first, *lines)) + "\r\n"
