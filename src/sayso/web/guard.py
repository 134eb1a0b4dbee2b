"""Who may ask, and what a browser may do with the answers.

A page of another site can make a browser call 127.0.0.1, under a name of its own (DNS rebinding) or
across sites. So: the Host must be ours, a change must come from a page of ours and bring the token
of this start, and no answer can be framed, sniffed, or run a script that is not a file of ours.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.settings import Settings

TOKEN_HEADER = "x-sayso-token"
TOKEN_FIELD = "token"
SESSION = "sayso_session"
LARGEST = 300_000_000  # bytes of one request
READS = frozenset({"GET", "HEAD"})
_OPEN = ("/login", "/static/")

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # without any, forms of our own have no Origin
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Pass:
    """The secrets of one start: the token of its pages, and who has given the password."""

    def __init__(self, settings: Settings) -> None:
        self.token = secrets.token_urlsafe(24)
        self._password = settings.password
        self._sessions = set[str]()

    def fits(self, token: str | None) -> bool:
        """Whether a change brings the token of this start."""
        return token is not None and hmac.compare_digest(token.encode(), self.token.encode())

    def enter(self, password: str) -> str | None:
        """A session for who knows the password."""
        known = (self._password or "").encode()
        if not known or not hmac.compare_digest(password.encode("utf-8", "replace"), known):
            return None
        session = secrets.token_urlsafe(24)
        self._sessions.add(session)
        return session

    def leave(self, session: str | None) -> None:
        self._sessions.discard(session or "")

    def inside(self, session: str | None) -> bool:
        """Whether whoever asks may read at all."""
        return self._password is None or session in self._sessions


class Guard:
    """Middleware around everything; `allowed` holds the `Pass`."""

    def __init__(self, app: ASGIApp, settings: Settings, allowed: Pass) -> None:
        self._app = app
        self._settings = settings
        self._pass = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no web sockets here
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        await self._app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> Any:
        headers, request = Headers(scope=scope), Request(scope)
        if headers.get("host", "").lower() not in self._settings.hosts:
            return PlainTextResponse("this desk does not go by that name", 421)
        if (why := self._foreign(scope["method"], headers)) is not None:
            return PlainTextResponse(why, 403)
        if _length(headers) > LARGEST:
            return PlainTextResponse(f"more than {LARGEST // 10**6} MB at once", 413)
        path = scope["path"]
        if path.startswith(_OPEN) or self._pass.inside(request.cookies.get(SESSION)):
            return None
        if path.startswith("/api") or scope["method"] not in READS:
            return PlainTextResponse("give the password first", 401)
        return RedirectResponse("/login", 303)

    def _foreign(self, method: str, headers: Headers) -> str | None:
        """Why a change is not taken: it comes from a page of somebody else."""
        if method in READS:
            return None
        if self._settings.read_only and method != "OPTIONS":
            return "this desk is read-only"
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin.lower() not in {
            f"http://{host}" for host in self._settings.hosts
        }:
            return "a page of another site asked for this; nothing was changed"
        if site not in (None, "same-origin", "none"):
            return "a page of another site asked for this; nothing was changed"
        return None


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isdecimal() and len(told) < 20 else LARGEST + 1


def _limited(receive: Receive) -> Receive:
    """The body, up to the limit, also where it does not tell its length."""
    taken = 0

    async def some() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            return {"type": "http.disconnect"}
        return message

    return some


def _with_headers(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return told
