"""Where in a web archive the next record starts, for when the one before is broken."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

from sayso.read import zstd

_CHUNK = 1 << 18  # bytes
_OVERLAP = 1 << 10  # what is looked at behind a place that may be a start
_START = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|WARC/[01]\.\d{1,2}\r?\n")


def next_start(file: BinaryIO, at: int, dictionary: bytes | None = None) -> int | None:
    """The first place from `at` on where a record starts, packed or not; None at the end.

    dictionary: that records packed with zstd share.
    """
    file.seek(at)
    window = b""
    while True:
        chunk = file.read(_CHUNK)
        window += chunk
        last = len(window) - _OVERLAP if chunk else len(window)
        for match in _START.finditer(window):
            if match.start() >= last and chunk:
                break
            if _is_start(window[match.start() : match.start() + _OVERLAP], dictionary):
                return at + match.start()
        if not chunk:
            return None
        cut = max(last, 0)
        window, at = window[cut:], at + cut


def _is_start(head: bytes, dictionary: bytes | None) -> bool:
    if head.startswith(b"WARC/"):
        return True
    if head.startswith(zstd.FRAME):
        return zstd.begins(head, dictionary) == b"WARC/"
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, 5) == b"WARC/"
    except zlib.error:
        return False


def left_over(file: BinaryIO, at: int) -> bool:
    """Whether something lies behind the packed record that starts at a place: of a file that breaks
    off a few bytes into its next record, the only sign."""
    file.seek(at)
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        while not unpacker.eof:
            chunk = file.read(_OVERLAP)
            if not chunk:
                return False  # told already, by its length
            unpacker.decompress(chunk)
    except zlib.error:
        return False
    return bool((unpacker.unused_data + file.read(_OVERLAP)).strip(b"\0\r\n"))


def holds_records(file: BinaryIO, dictionary: bytes | None = None) -> bool:
    """Whether there are records behind a beginning that cannot be read. dictionary: see
    `next_start`."""
    return next_start(file, 0, dictionary) is not None
