"""Zstandard, in which newer web archives are packed: bounded, piece by piece."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from sayso.read.inflate import TooMuchError, check_growth
from sayso.read.limits import LARGEST

FRAME = b"\x28\xb5\x2f\xfd"  # how packed data begins
SHARED = b"\x5d\x2a\x4d\x18"  # how a web archive begins whose records share a dictionary
_PIECE = 128  # bytes unpacked at once, so that what comes before a fault is seen
_LARGEST_SHARED = 10_000_000  # bytes of a dictionary


def unzstd(raw: bytes, most: int = LARGEST) -> tuple[bytes, bool]:
    """All frames as one; and whether they are whole, False where they break off.

    Raises TooMuchError.
    """
    from fastwarc.stream_io import ZstdReader

    found, whole = BytesIO(), True
    reader = ZstdReader(BytesIO(raw))
    try:
        while piece := reader.read(_PIECE):
            found.write(piece)
            check_growth(max(reader.inner_tell(), 1), found.tell(), found.tell(), most)
    except OSError:
        whole = False
    return found.getvalue(), whole


def head(file: BinaryIO, size: int, dictionary: bytes | None = None) -> bytes:
    """The first bytes of what a file holds from where it stands; as much as can be unpacked."""
    from fastwarc.stream_io import ZstdReader

    found = b""
    try:
        reader = ZstdReader(file, dictionary=dictionary)
        while len(found) < size and (piece := reader.read(min(_PIECE, size - len(found)))):
            found += piece
    except OSError:
        pass
    return found


def begins(data: bytes, dictionary: bytes | None) -> bytes:
    """The first five bytes of what some bytes hold; fewer where they hold less."""
    return head(BytesIO(data), 5, dictionary)


def dictionary(file: BinaryIO) -> tuple[bytes | None, int]:
    """What the records of an archive share, and where they begin; None and 0 where nothing is."""
    file.seek(0)
    begin = file.read(8)
    if not begin.startswith(SHARED) or len(begin) < 8:
        return None, 0
    size = int.from_bytes(begin[4:], "little")
    held = file.read(min(size, _LARGEST_SHARED))
    if held.startswith(FRAME):
        try:
            held, _ = unzstd(held, _LARGEST_SHARED)
        except TooMuchError:
            held = b""
    return held or None, len(begin) + size
