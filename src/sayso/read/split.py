"""A source → its parts. Containers within containers are opened up to a depth, one after the other,
and never held in memory as a whole."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO

from sayso.model.trace import Problem
from sayso.read.archived import holds_records
from sayso.read.base import Format, Part, Stated
from sayso.read.files import STDIN, unreadable
from sayso.read.inflate import TooMuchError, gunzip
from sayso.read.limits import LARGEST, NESTING
from sayso.read.sniff import HEAD, format_of

Found = Iterator[Part | Problem]

_LEAVES = frozenset({Format.TEXT, Format.MARKDOWN, Format.HTML, Format.PDF, Format.DOCX})
_CONTAINERS = frozenset(
    {
        Format.WARC,
        Format.ZIP,
        Format.GZIP,
        Format.ZSTD,
        Format.MAIL,
        Format.FEED,
        Format.JSON,
    }
)
_SIP = 256  # bytes unpacked at once, so that what comes before a fault is seen


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of bytes from outside.

    name: that they go by, whose ending may tell their format. stated, fetched, charset: see Part.
    depth: how many containers they lie in.
    """

    name: str = ""
    stated: Stated = field(default_factory=Stated)
    fetched: str | None = None
    charset: str | None = None
    depth: int = 0

    def inside(self, name: str) -> Known:
        """Of something that lies in them."""
        return replace(self, name=name, depth=self.depth + 1)


def split_file(path: Path) -> Found:
    """The parts of a file, or of standard input. What cannot be read comes as a problem."""
    source = str(path)
    try:
        if path == STDIN:
            yield from split_bytes(sys.stdin.buffer.read(LARGEST + 1), source)
            return
        with path.open("rb") as file:
            yield from split(file, source, Known(path.name))
    except OSError as error:
        yield unreadable(source, error)


def holds_parts(path: Path) -> bool:
    """Whether a file is a container of others, for which more than its bytes has to be read."""
    try:
        with path.open("rb") as file:
            return format_of(file.read(HEAD), path.name) in _CONTAINERS
    except OSError:
        return False


def split_bytes(raw: bytes, source: str, known: Known | None = None) -> Found:
    """The parts of some bytes: what came from the net, or from standard input."""
    return split(BytesIO(raw), source, known or Known(source))


def split(file: BinaryIO, source: str, known: Known) -> Found:
    """The parts of a file that can be read at any place. The source names it in problems."""
    head = file.read(HEAD)
    file.seek(0)
    found = format_of(head, known.name)
    if known.depth > NESTING:
        yield Problem("nested", f"more than {NESTING} containers in each other", source)
    elif found is None:
        yield Problem("unknown-type", "not a type that can be read; see `sayso add --help`", source)
    elif found in _LEAVES:
        yield from _leaf(file, source, found, known)
    else:
        count = 0
        try:
            for part in _inside(file, source, found, known):
                count += 1
                yield part
        except TooMuchError as error:
            count += 1
            yield Problem("too-large", str(error), source)
        if count == 0:
            yield Problem("no-text", f"nothing to read was found in this {found} file", source)


def _leaf(file: BinaryIO, source: str, found: Format, known: Known) -> Found:
    raw = _load(file, source)
    if isinstance(raw, Problem):
        yield raw
    else:
        yield Part(source, raw, found, known.stated, known.fetched, known.charset)


def _load(file: BinaryIO, source: str) -> bytes | Problem:
    """The bytes of one document."""
    size = file.seek(0, SEEK_END)
    if size > LARGEST:
        message = f"{size / 1e6:.0f} MB; over {LARGEST / 1e6:.0f} MB is not read, split it first"
        return Problem("too-large", message, source)
    file.seek(0)
    raw = file.read(LARGEST + 1)
    if not raw or raw.isspace():
        return Problem("empty", "the file is empty", source)
    return raw


def _inside(file: BinaryIO, source: str, found: Format, known: Known) -> Found:
    """The parts of a container."""
    if found is Format.WARC:
        yield from _warc(file, source)
    elif found is Format.JSON:
        from sayso.read.formats import jsons

        yield from jsons.split(file, source)
    elif found is Format.GZIP:
        yield from _unzipped(file, source, known)
    elif found is Format.ZSTD:
        yield from _unzstd(file, source, known)
    elif found is Format.ZIP:
        from sayso.read.formats import zips

        yield from zips.split(file, source, known)
    else:
        raw = _load(file, source)
        if isinstance(raw, Problem):
            yield raw
        elif found is Format.MAIL:
            from sayso.read.formats import mail

            yield from mail.split(raw, source, known)
        elif found is Format.FEED:
            from sayso.read.formats import feed

            yield from feed.split(raw, source)
        else:
            message = (
                f"this {found} holds links only; name it, or its address, to have them followed"
            )
            yield Problem("links-only", message, source)


def _warc(file: BinaryIO, source: str) -> Found:
    from sayso.read.formats import warc

    return warc.split(file, source)


def _unzipped(file: BinaryIO, source: str, known: Known) -> Found:
    """What a gzip file holds: of archives and lines of JSON as much as there is, of others the
    whole."""
    head = _head(file)
    name = known.name.removesuffix(".gz")
    found = format_of(head, name)
    if found is Format.WARC:
        yield from _warc(file, source)
        return
    if found is Format.JSON:
        from sayso.read.formats import jsons

        yield from jsons.split_packed(file, source)
        return
    raw = _load(file, source)
    if isinstance(raw, Problem):
        yield raw
        return
    unpacked, whole = gunzip(raw)
    del raw  # which may be as large
    if not whole and holds_records(file):  # an archive whose first record is broken
        yield from _warc(file, source)
        return
    if not whole:
        yield Problem("clipped", "this gzip file breaks off; what came before was read", source)
    if unpacked and not unpacked.isspace():
        yield from split(BytesIO(unpacked), source, known.inside(name))


def _unzstd(file: BinaryIO, source: str, known: Known) -> Found:
    """What a zstd file holds: of archives as much as there is, of others the whole."""
    from sayso.read import zstd

    head = zstd.head(file, HEAD)
    file.seek(0)
    name = known.name.removesuffix(".zst")
    if format_of(head, name) is Format.WARC or holds_records(file, zstd.dictionary(file)[0]):
        yield from _warc(file, source)
        return
    raw = _load(file, source)
    if isinstance(raw, Problem):
        yield raw
        return
    unpacked, whole = zstd.unzstd(raw)
    del raw
    if not whole and not unpacked:
        message = "this zstd file cannot be unpacked here; unpack it (`zstd -d`) and add the result"
        yield Problem("broken", message, source)
    elif not whole:
        yield Problem("clipped", "this zstd file breaks off; what came before was read", source)
    if unpacked and not unpacked.isspace():
        yield from split(BytesIO(unpacked), source, known.inside(name))


def _head(file: BinaryIO) -> bytes:
    """The first bytes of what a gzip file holds; as much as can be unpacked."""
    unpacker, packed, found = zlib.decompressobj(16 + zlib.MAX_WBITS), file.read(HEAD), b""
    file.seek(0)
    with suppress(zlib.error):
        while packed and not unpacker.eof and len(found) < HEAD:
            found += unpacker.decompress(packed, _SIP)
            packed = unpacker.unconsumed_tail
    return found
