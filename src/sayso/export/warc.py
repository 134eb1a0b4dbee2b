"""What came over the net, as a WARC file (ISO 28500, version 1.1) that archives' tools read.

Each exchange is a request and a response with the bytes as they were sent, but for chunks, which
are joined: then `Transfer-Encoding` is called `X-Orig-Transfer-Encoding`. What did not change since
the visit before ("304") is a revisit. Each record is a gzip member of its own.
"""

from __future__ import annotations

import gzip
import re
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from uuid import UUID

from sayso.export.base import Format, Ledger
from sayso.model.exchange import Exchange, Sent
from sayso.model.ids import sha256

_NEVER = "1970-01-01T00:00:00Z"
_SAME = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_CHUNKED = re.compile(r"^transfer-encoding(?=:)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Record:
    """One record, packed. sent: what it is the answer of; None for one that answers nothing."""

    packed: bytes
    sent: Sent | None = None


def records(ledger: Ledger) -> Iterator[Record]:
    """All records in order: one on the file, then request and answer of each exchange."""
    earlier = dict[str, Exchange]()
    first = True
    for sent in ledger.exchanges():
        if first:
            yield _about(date(sent.exchange))
        first = False
        yield _request(sent)
        yield _answer(sent, earlier.get(sent.asked))
        if 200 <= sent.exchange.status < 300:
            earlier[sent.asked] = sent.exchange
    if first:
        yield _about(_NEVER)


def date(exchange: Exchange) -> str:
    """When it was asked, as WARC writes it: "2031-03-04T10:00:01.250Z"."""
    at = datetime.fromisoformat(exchange.at).astimezone(UTC)
    return at.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def payload_digest(exchange: Exchange) -> str:
    """Of the body, as it was sent."""
    return _digest(exchange.sha256)


def _about(at: str) -> Record:
    fields = (
        f"software: sayso/{version('sayso')}",
        "format: WARC File Format 1.1",
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    )
    block = "".join(f"{field}\r\n" for field in fields).encode()
    headers = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": _name(f"about {at}"),
        "WARC-Date": at,
        "Content-Type": "application/warc-fields",
    }
    return Record(_packed(headers, block))


def _request(sent: Sent) -> Record:
    made = sent.exchange
    headers = {
        "WARC-Type": "request",
        "WARC-Record-ID": _name(f"{made.id} request"),
        "WARC-Concurrent-To": _name(f"{made.id} response"),
        "WARC-Target-URI": made.url,
        "WARC-Date": date(made),
        "WARC-IP-Address": _address(made),
        "Content-Type": "application/http; msgtype=request",
    }
    return Record(_packed(headers, made.request.encode("latin-1") + b"\r\n"))


def _answer(sent: Sent, earlier: Exchange | None) -> Record:
    made = sent.exchange
    revisit = made.status == 304
    headers = {
        "WARC-Type": "revisit" if revisit else "response",
        "WARC-Record-ID": _name(f"{made.id} response"),
        "WARC-Target-URI": made.url,
        "WARC-Date": date(made),
        "WARC-IP-Address": _address(made),
        "Content-Type": "application/http; msgtype=response",
    }
    if revisit:
        headers["WARC-Profile"] = _SAME
        if earlier is not None:
            headers["WARC-Refers-To"] = _name(f"{earlier.id} response")
            headers["WARC-Refers-To-Target-URI"] = earlier.url
            headers["WARC-Refers-To-Date"] = date(earlier)
    else:
        headers["WARC-Payload-Digest"] = payload_digest(made)
    head = _CHUNKED.sub("X-Orig-Transfer-Encoding", made.response)
    return Record(_packed(headers, head.encode("latin-1") + b"\r\n" + sent.body), sent)


def _packed(headers: dict[str, str], block: bytes) -> bytes:
    given = headers | {
        "WARC-Block-Digest": _digest(sha256(block)),
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    whole = b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"
    return gzip.compress(whole, mtime=0)


def _digest(fingerprint: str) -> str:
    """As other tools check it: in base 32."""
    return f"sha256:{b32encode(bytes.fromhex(fingerprint)).decode()}"


def _name(of: str) -> str:
    """An id that comes from content, so that the same case gives the same file."""
    return f"<urn:uuid:{UUID(sha256(of.encode())[:32])}>"


def _address(exchange: Exchange) -> str:
    return exchange.peer.rpartition(":")[0].strip("[]")


def warc(ledger: Ledger) -> Iterator[bytes]:
    """The file, record by record."""
    return (record.packed for record in records(ledger))


FORMAT = Format(file=warc, binary=True)
