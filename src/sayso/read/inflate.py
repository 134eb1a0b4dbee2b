"""Unpacking with a bound: what grows beyond it is refused before it fills the memory."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

from sayso.model.errors import SaysoError
from sayso.read.limits import LARGEST, RATIO

_GZIP = 16 + zlib.MAX_WBITS  # with the header of gzip
_CHUNK = 16_384  # bytes; a chunk of a bomb grows a thousandfold
_SMALL = 1_000_000  # bytes up to which any ratio is harmless
_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})\s*(?:;[^\r\n]*)?\r?\n")


class TooMuchError(SaysoError):
    """It unpacks to more than is read, or grows as only a bomb does."""


class NotPackedError(SaysoError):
    """It is not packed the way that it says."""


def gunzip(raw: bytes, most: int = LARGEST) -> tuple[bytes, bool]:
    """All members of a gzip file as one; and whether it is whole, False where it breaks off.

    Raises TooMuchError.
    """
    found = BytesIO()
    rest, whole = memoryview(raw), True
    while whole and bytes(rest[:2]) == b"\x1f\x8b":
        unpacker = zlib.decompressobj(_GZIP)
        whole = _unpack(unpacker, rest, found, most)
        rest = rest[len(rest) - len(unpacker.unused_data) :]
    return found.getvalue(), whole  # which is no copy, unlike that of a bytearray


def http_body(body: bytes, transfer: str, encoding: str, most: int = LARGEST) -> tuple[bytes, bool]:
    """The content of an HTTP message, and whether it is whole.

    transfer, encoding: the headers Transfer-Encoding and Content-Encoding. Where the body is not
    packed although a header says so, as some archives keep it, it is taken as it is.
    Raises TooMuchError; NotPackedError for an encoding that is not known.
    """
    whole = True
    if "chunked" in transfer.lower():
        body, whole = _unchunked(body)
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        body, good = _decoded(body, name, most)
        whole = whole and good
    return body, whole


def _decoded(body: bytes, name: str, most: int) -> tuple[bytes, bool]:
    if name in ("", "identity", "none"):
        return body, True
    if name in ("gzip", "x-gzip"):
        return gunzip(body, most) if body.startswith(b"\x1f\x8b") else (body, True)
    if name == "deflate":
        return _deflated(body, most)
    if name == "br":
        return _brotli(body, most)
    if name in ("zstd", "x-zstd"):
        return _zstd(body, most)
    raise NotPackedError(
        f"its Content-Encoding {name[:40]!r} is not one that can be read (gzip, deflate, br, zstd);"
        " save the page from a browser and add that"
    )


def _deflated(body: bytes, most: int) -> tuple[bytes, bool]:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # servers do not agree on what it means
        found = BytesIO()
        whole = _unpack(zlib.decompressobj(bits), memoryview(body), found, most)
        if found.tell():
            return found.getvalue(), whole
    return body, True


def _brotli(body: bytes, most: int) -> tuple[bytes, bool]:
    import brotli

    unpacker, found, given = brotli.Decompressor(), BytesIO(), 0
    try:
        while not unpacker.is_finished():
            chunk = b""
            if unpacker.can_accept_more_data():
                if given >= len(body):
                    break
                chunk = body[given : given + _CHUNK]
                given += len(chunk)
            found.write(unpacker.process(chunk, output_buffer_limit=_SMALL))
            check_growth(max(given, 1), found.tell(), found.tell(), most)
    except brotli.error:
        return (found.getvalue(), False) if found.tell() else (body, True)
    return found.getvalue(), unpacker.is_finished()


def _zstd(body: bytes, most: int) -> tuple[bytes, bool]:
    from sayso.read.zstd import FRAME, unzstd

    return unzstd(body, most) if body.startswith(FRAME) else (body, True)


def _unpack(unpacker: zlib._Decompress, rest: memoryview, found: BytesIO, most: int) -> bool:
    """One member onto what is found; whether it came to its end."""
    packed, before = 0, found.tell()
    try:
        while packed < len(rest) and not unpacker.eof:
            found.write(unpacker.decompress(rest[packed : packed + _CHUNK]))
            packed += _CHUNK
            check_growth(min(packed, len(rest)), found.tell() - before, found.tell(), most)
        found.write(unpacker.flush() if not unpacker.eof else b"")
    except zlib.error:
        return False
    return unpacker.eof


def check_growth(packed: int, unpacked: int, total: int, most: int = LARGEST) -> None:
    """Raises TooMuchError for more than `most` bytes, or a growth that no text has."""
    if total > most:
        raise TooMuchError(f"it unpacks to more than {most / 1e6:.0f} MB; it was not read")
    if unpacked > _SMALL and unpacked > packed * RATIO:
        raise TooMuchError(f"it unpacks to more than {RATIO} times its size; it was not read")


def _unchunked(body: bytes) -> tuple[bytes, bool]:
    """Without the sizes between the chunks; as it is where there are none."""
    found, at = BytesIO(), 0
    while size := _SIZE.match(body, at):
        length = int(size[1], 16)
        if length == 0:
            return found.getvalue(), True
        found.write(body[size.end() : size.end() + length])
        at = size.end() + length
    return (found.getvalue(), False) if found.tell() else (body, True)
