"""What came over the net, as a WACZ file (version 1.1.1): a WARC with an index and a list of pages,
in a zip, for viewers of web archives.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from sayso.export.base import Format, Ledger
from sayso.export.warc import date, payload_digest, records
from sayso.export.zipped import WHEN, Outlet
from sayso.model.exchange import Exchange, Sent

_WARC = "data.warc.gz"
_TITLE = "Pages of a sayso case"
_HEADING = {"format": "json-pages-1.0", "id": "pages", "title": _TITLE}


@dataclass(slots=True)
class _Zip:
    """A zip under way. out: where it goes. held: name, size and sha256 of each file so far."""

    out: Outlet = field(default_factory=Outlet)
    held: list[dict[str, Any]] = field(default_factory=list)

    def add(self, archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """A file, not packed, as viewers read from the middle of it; the zip's bytes so far."""
        entry = zipfile.ZipInfo(name, WHEN)
        entry.external_attr = 0o644 << 16
        size, fingerprint = 0, hashlib.sha256()
        with archive.open(entry, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
                size += len(piece)
                fingerprint.update(piece)
                yield self.out.taken()
        told = {"name": name.rpartition("/")[2], "path": name}
        self.held.append(told | {"hash": f"sha256:{fingerprint.hexdigest()}", "bytes": size})


def wacz(ledger: Ledger) -> Iterator[bytes]:
    """The file, bit by bit."""
    made, index, pages = _Zip(), list[str](), list[dict[str, Any]]()
    titles = {line["id"]: line["title"] for line in ledger.lines("document")}
    with zipfile.ZipFile(made.out, "w", zipfile.ZIP_STORED) as archive:
        warc = _noted(ledger, titles, index, pages)
        yield from made.add(archive, f"archive/{_WARC}", warc)
        lines = (f"{line}\n".encode() for line in sorted(index))
        yield from made.add(archive, "indexes/index.cdx", lines)
        yield from made.add(archive, "pages/pages.jsonl", map(_line, [_HEADING, *pages]))
        package = _package(made.held, max((page["ts"] for page in pages), default=None))
        yield from made.add(archive, "datapackage.json", [package])
        digest = {"path": "datapackage.json", "hash": made.held[-1]["hash"]}
        yield from made.add(archive, "datapackage-digest.json", [_line(digest)])
    yield made.out.taken()


def _noted(
    ledger: Ledger, titles: dict[str, str | None], index: list[str], pages: list[dict[str, Any]]
) -> Iterator[bytes]:
    """The WARC; its index and its pages are noted on the way."""
    offset = 0
    for record in records(ledger):
        if record.sent is not None:
            index.append(_indexed(record.sent.exchange, offset, len(record.packed)))
            pages += _pages(record.sent, titles)
        offset += len(record.packed)
        yield record.packed


def _pages(sent: Sent, titles: dict[str, str | None]) -> Iterator[dict[str, Any]]:
    """An answer that gave documents is a page."""
    made = sent.exchange
    if sent.gave and made.status != 304:
        title = titles.get(sent.gave[0]) or made.url
        yield {"id": made.id, "url": made.url, "ts": date(made), "title": title}


def _indexed(made: Exchange, offset: int, length: int) -> str:
    """A line of CDXJ: what can be found where."""
    at = "".join(char for char in made.at[:19] if char.isdigit())
    kind = (made.header("content-type") or "unk").partition(";")[0].strip()
    told = {
        "url": made.url,
        "mime": "warc/revisit" if made.status == 304 else kind,
        "status": str(made.status),
        "digest": payload_digest(made),
        "length": str(length),
        "offset": str(offset),
        "filename": _WARC,
    }
    return f"{_surt(made.url)} {at} {json.dumps(told)}"


def _surt(url: str) -> str:
    """The address turned round, so that a site's pages stand together: "example,courier)/a?b=1"."""
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    turned = host if ":" in host else ",".join(reversed(host.split(".")))
    return f"{turned}{port}){parts.path or '/'}{query}"


def _package(held: list[dict[str, Any]], last: str | None) -> bytes:
    told = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": _TITLE,
        "software": f"sayso/{version('sayso')}",
        "created": last or "1970-01-01T00:00:00Z",
        "resources": held,
    }
    return json.dumps(told, indent=2).encode()


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


FORMAT = Format(file=wacz, binary=True)
