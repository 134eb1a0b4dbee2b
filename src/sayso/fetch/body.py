"""The body of an answer: read and unpacked under limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from sayso.fetch.base import FetchError, Limits

_FREE = 1_000_000  # unpacked bytes at which the ratio is first looked at
_PIECE = 1 << 14  # bytes that go in or come out in one step
_MEMBERS = 10_000  # of one gzip stream; pages have one
_GZIP, _ZLIB, _BARE = 31, 15, -15  # as zlib counts its formats
ACCEPTED = "gzip, deflate"


def read(chunks: Iterable[bytes], declared: str | None, limits: Limits) -> bytes:
    """All bytes as sent. declared: the Content-Length. Raises FetchError above the size."""
    if declared and declared.isdecimal() and int(declared[:20]) > limits.size:
        raise _too_large(limits)
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > limits.size:
            raise _too_large(limits)
    return bytes(found)


def unpacked(body: bytes, coding: str | None, limits: Limits) -> bytes:
    """The body with its content coding undone. Raises FetchError for bombs and for broken ones."""
    for name in reversed([part.strip().lower() for part in (coding or "").split(",")]):
        if name in ("", "identity"):
            continue
        if name in ("gzip", "x-gzip"):
            body = _inflated(body, _GZIP, limits)
        elif name == "deflate":
            # Some send zlib's format, as they should, and some the bare stream inside it.
            whole = body[:1] and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
            body = _inflated(body, _ZLIB if whole else _BARE, limits)
        else:
            raise FetchError(
                "compression",
                f"it is packed as {name[:40]!r}, which was not asked for;"
                " save the page from a browser and add that",
            )
    return body


def _inflated(body: bytes, kind: int, limits: Limits) -> bytes:
    """Piece by piece, so that neither a bomb nor a chain of tiny members costs more than it may."""
    found, members, member = bytearray(), 1, zlib.decompressobj(kind)
    try:
        for start in range(0, len(body), _PIECE):
            rest = body[start : start + _PIECE]
            while rest and not (member.eof and kind != _GZIP):
                if member.eof and rest.startswith(b"\x00"):
                    return bytes(found)  # padding after the last member
                if member.eof:
                    member, members = zlib.decompressobj(kind), members + 1
                found += member.decompress(rest, _PIECE)
                rest = member.unused_data if member.eof else member.unconsumed_tail
                _limit(len(found), len(body), limits)
                if members > _MEMBERS:
                    raise FetchError("compression", f"it is packed in over {_MEMBERS:,} parts")
        found += member.flush()
    except zlib.error as error:
        raise FetchError("compression", f"it cannot be unpacked: {error}") from error
    if body and not member.eof:
        raise FetchError("incomplete", "what was sent ends before its packing does")
    return bytes(found)


def _limit(size: int, sent: int, limits: Limits) -> None:
    if size > limits.size:
        raise _too_large(limits)
    if size > _FREE and size > sent * limits.ratio:
        message = f"it unpacks to over {limits.ratio} times its size; such pages are not read"
        raise FetchError("compression", message)


def _too_large(limits: Limits) -> FetchError:
    return FetchError("too-large", f"it is over {limits.size / 1e6:.0f} MB; that is not read")
