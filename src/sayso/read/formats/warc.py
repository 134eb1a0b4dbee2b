"""Web archives: each page in one is a part. What is broken is passed over, and the rest read.

A record that cannot be unpacked ends the iteration of the library, and one that says a wrong length
may swallow its neighbours: both times it is begun anew where the next record starts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.model.trace import Problem
from sayso.read import zstd
from sayso.read.archived import left_over, next_start
from sayso.read.base import Format, Part, Stated
from sayso.read.inflate import NotPackedError, TooMuchError, http_body
from sayso.read.limits import LARGEST
from sayso.read.sniff import HEAD, told

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MOST_BROKEN = 10_000  # records after which the file is given up
_KINDS = frozenset({"response", "resource", "conversion"})

Found = Iterator[Part | Problem]
Upto = Generator[Part | Problem, None, int | None]
"""Gives what it finds, then where to go on; None at the end of the file."""


@dataclass(slots=True)
class _Walk:
    """The way through an archive. file: what is read; source: its name. dictionary: that records
    packed with zstd share.

    passed: what held no report, counted. broken: how many records were.
    in_doubt: what lies before the place that was come to could not be read, and is not told yet.
    """

    file: BinaryIO
    source: str
    dictionary: bytes | None = None
    passed: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    in_doubt: bool = False

    def problem(self, at: int, what: str) -> Problem:
        self.broken += 1
        self.in_doubt = False
        message = f"{what} at byte {at:,}; it was passed over"
        return Problem("broken", message, f"{self.source}#{at}")


def split(file: BinaryIO, source: str) -> Found:
    """The pages of an archive in its order, a problem for each broken record, and one that counts
    what is no page."""
    shared, behind = zstd.dictionary(file)
    walk = _Walk(file, source, shared)
    start: int | None = behind
    while start is not None and walk.broken < _MOST_BROKEN:
        start = yield from _stretch(walk, start)
    if start is not None:
        message = f"more than {_MOST_BROKEN:,} broken records; the rest was not read"
        yield Problem("too-many", message, source)
    elif walk.in_doubt:
        yield walk.problem(file.tell(), "a broken record before the end")
    if walk.passed:
        parts = ", ".join(f"{count:,} {what}" for what, count in sorted(walk.passed.items()))
        message = f"records that hold no report were passed over: {parts}"
        yield Problem("passed-over", message, source)


def _stretch(walk: _Walk, start: int) -> Upto:
    """The records from a place up to the first broken one."""
    from fastwarc.warc import ArchiveIterator

    walk.file.seek(start)
    begin = walk.file.read(5)
    plain = begin == b"WARC/"
    at, behind = start, start + 1
    records = 0
    try:
        for record in ArchiveIterator(_opened(walk, start, begin)):
            records += 1
            at = record.stream_pos  # in the file, not from where this began
            behind = at + 1
            if walk.in_doubt:
                yield walk.problem(at, "a broken record before the one")
            body = record.reader.read(LARGEST + 1)
            whole = len(body) == record.content_length and "Content-Length" in record.headers
            if not whole and len(body) <= LARGEST:
                yield walk.problem(at, "a record that breaks off or gives a wrong length")
                return next_start(walk.file, behind, walk.dictionary)
            behind += len(body) if plain else 0
            yield from _record(walk, record, body)
    except (OSError, ValueError):  # what it cannot unpack, and headers that hold no text
        if records:
            walk.in_doubt = True
            return next_start(walk.file, behind, walk.dictionary)
    if not records:
        yield walk.problem(start, "a broken record")
    following = next_start(walk.file, behind, walk.dictionary)
    if following is None and records and not plain:
        walk.in_doubt = left_over(walk.file, at)
    return following


def _opened(walk: _Walk, start: int, begin: bytes) -> Any:
    """The file as the library takes it. What is packed with zstd it would unpack far ahead, and a
    fault there would cost the records before it."""
    walk.file.seek(start)
    if not begin.startswith(zstd.FRAME):
        return walk.file
    from fastwarc.stream_io import ZstdReader

    return ZstdReader(walk.file, dictionary=walk.dictionary)


def _record(walk: _Walk, record: WarcRecord, body: bytes) -> Found:
    """What one whole record holds."""
    http = record.http_headers
    if (record.headers.get("WARC-Type") or "").lower() not in _KINDS:
        return
    if http is not None and not 200 <= (http.status_code or 200) < 300:
        walk.passed[f"answers with status {http.status_code}"] += 1
        return
    if len(body) > LARGEST:
        message = f"a record over {LARGEST / 1e6:.0f} MB; it was not read"
        yield Problem("too-large", message, _name(walk, record))
        return
    whole = True
    if http is not None:
        transfer, packing = (http.get(f"{part}-Encoding") or "" for part in ("Transfer", "Content"))
        try:
            body, whole = http_body(body, transfer, packing)
        except (TooMuchError, NotPackedError) as error:
            yield Problem("too-large", str(error), _name(walk, record))
            return
    yield from _page(walk, record, body, whole=whole)


def _page(walk: _Walk, record: WarcRecord, body: bytes, *, whole: bool) -> Found:
    http, headers = record.http_headers, record.headers
    kind = (record.http_content_type if http is not None else headers.get("Content-Type")) or ""
    address = headers.get("WARC-Target-URI") or ""
    found = _format(body, kind.split(";")[0].strip().lower(), address)
    if found is None:
        walk.passed[kind.split(";")[0].strip().lower()[:40] or "of unknown type"] += 1
        return
    name, date = _name(walk, record), headers.get("WARC-Date") or ""
    problems = []
    if not whole:
        problems.append(Problem("clipped", "the end of this page is missing in the archive", name))
    yield Part(
        name,
        body,
        found,
        Stated(url=address if address.startswith("http") else None, seen=date[:10] or None),
        fetched=date or None,
        charset=record.http_charset if http is not None else None,
        problems=tuple(problems),
    )


def _format(body: bytes, kind: str, address: str) -> Format | None:
    """The format of a page; None for what is no document: pictures, scripts, feeds."""
    if not body.strip():
        return None
    found = told(body[:HEAD])
    if found in (Format.HTML, Format.PDF):
        return found
    if found is Format.ZIP and "wordprocessingml" in kind:
        return Format.DOCX
    if found is Format.TEXT and kind in ("text/html", "application/xhtml+xml"):
        return Format.HTML
    if found is Format.TEXT and kind == "text/plain" and not address.endswith("/robots.txt"):
        return Format.TEXT
    return None


def _name(walk: _Walk, record: WarcRecord) -> str:
    """As web archives are addressed: the time, then the address."""
    digits = "".join(char for char in record.headers.get("WARC-Date") or "" if char.isdigit())
    address = record.headers.get("WARC-Target-URI") or record.record_id or "?"
    return f"{walk.source}#{digits[:14]}/{address[:2000]}"
