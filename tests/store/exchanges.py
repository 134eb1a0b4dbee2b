"""Exchanges as they would come over the net."""

from __future__ import annotations

from sayso.model.exchange import Exchange, Sent
from sayso.model.ids import sha256

URL = "https://courier.example/bridge"


def sent(
    body: bytes = b"<p>The bridge is closed.</p>",
    url: str = URL,
    at: str = "2031-03-04T10:00:00.250+00:00",
    status: int = 200,
    headers: str = "Content-Type: text/html\r\n",
    gave: tuple[str, ...] = (),
) -> Sent:
    """An answer, asked for under its own address."""
    made = Exchange(
        url=url,
        at=at,
        peer="5.5.5.5:443",
        request=f"GET /{url.rpartition('/')[2]} HTTP/1.1\r\nHost: courier.example\r\n",
        response=f"HTTP/1.1 {status} Fine\r\n{headers}Content-Length: {len(body)}\r\n",
        status=status,
        sha256=sha256(body),
    )
    return Sent(made, body, url, gave)
